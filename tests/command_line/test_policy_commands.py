"""Policies and their lists, as somebody at a terminal reads and changes them."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.compose.check_draft import check_draft
from app.domain.accuracy import Step, StepKind
from app.domain.draft import Moment
from app.settings import load_settings
from app.wiring.installation import Installation
from app.wiring.places import PACKS
from tests.command_line.at_terminal import run
from tests.drafts import draft_from
from tests.road import road


def test_policy_lint_names_the_two_telephone_numbers(capfd: pytest.CaptureFixture[str]) -> None:
    status, said, _ = run(capfd, "policy", "lint")

    assert status == 0
    assert "221202" in said
    assert "221201" in said


def test_policy_lint_reads_the_documents_and_laws_of_the_organisation_s_own_packs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    own = (PACKS / "parent-guidance.yaml").read_text(encoding="utf-8")
    own = own.replace("id: parent-guidance", "id: club", 1).replace("003_a9b2d1e29a3af259.txt", "club.txt", 1)
    (tmp_path / "club.yaml").write_text(own, encoding="utf-8")
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources/club.txt").write_text(
        "Never share pictures, says the Rowing Act 1901.", encoding="utf-8"
    )
    (tmp_path / "lists").mkdir()
    laws = "checked: 2026-11-21\nlaws: [{name: Rowing Act, years: [1902]}]"
    (tmp_path / "lists/laws.yaml").write_text(laws, encoding="utf-8")
    monkeypatch.setenv("SENDWELL_PACKS_FOLDER", str(tmp_path))
    monkeypatch.setenv("SENDWELL_PACKS", "club")

    status, said, _ = run(capfd, "policy", "lint")

    assert status == 0
    assert "club/club.txt:1: law-misdated:" in said
    assert "there is no Rowing Act 1901. Write Rowing Act 1902" in said


def test_policy_show_names_a_rule(capfd: pytest.CaptureFixture[str]) -> None:
    said = run(capfd, "policy", "show", "no-bulk-to-schools")[1]

    assert "kent-schools" in said
    assert "listens: audience-shape/" in said


def test_policy_cards_say_how_often_a_rule_is_right(capfd: pytest.CaptureFixture[str]) -> None:
    status, said, _ = run(capfd, "policy", "cards", "no-bulk-to-schools")
    everything = run(capfd, "policy", "cards")[1]

    assert status == 0
    assert "times that it spoke in our test" in said
    assert "sha256" in everything
    assert "stepped themselves down." in everything
    assert run(capfd, "policy", "cards", "zzz")[0] == 2


def test_a_rule_that_stepped_down_is_let_be_by_a_person(
    data: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    rule = "tone-aggression-threats"
    at = datetime(2026, 11, 21, 9, tzinfo=UTC)
    steps = Installation(load_settings({}, data=data)).policy.accuracy.steps
    steps.add(
        Step(0, rule, StepKind.DOWN, at, "Sendwell", "9 of the 20 people who met it called it wrong.", 0)
    )
    before = run(capfd, "policy", "show", rule)[1]
    kept = run(capfd, "policy", "let-be", rule, "--why", "we want it")
    history = run(capfd, "policy", "history")[1].splitlines()

    assert f"{rule} [warn, warn]" in before
    assert "9 of the 20 people" in before
    assert kept[0] == 0
    assert f"{rule} [justify, enforce]" in run(capfd, "policy", "show", rule)[1]
    assert ("was let be" in history[0], "stepped itself down" in history[1]) == (True, True)
    assert run(capfd, "policy", "let-be", rule, "--why", "again")[0] == 2


def test_policy_replay_tells_what_a_changed_pack_would_have_done(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SENDWELL_PACKS", "kent-schools")
    kept = replace(road(), records=Installation(load_settings({}, data=data)).records.checks)
    for to in ("3 schools", "3 schools", "9 schools"):
        draft = {"to": [to], "subject": "Summer fair", "body": "There will be a stall at the summer fair."}
        check_draft(draft_from(draft), Moment.SEND, kept)
    changed = tmp_path / "changed.yaml"
    now = (PACKS / "kent-schools.yaml").read_text(encoding="utf-8")
    changed.write_text(now.replace("bulk_schools_warn: 2", "bulk_schools_warn: 4"), encoding="utf-8")

    status, said, _ = run(capfd, "policy", "replay", str(changed))

    assert status == 0
    assert "As changed, 1 of 3 drafts would have been interrupted, 2 fewer than now." in said
    assert run(capfd, "policy", "replay", str(tmp_path / "none.yaml"))[0] == 2


def test_policy_show_of_nothing_names_the_packs(capfd: pytest.CaptureFixture[str]) -> None:
    status, said, problem = run(capfd, "policy", "show", "zzz")

    assert (status, said) == (2, "")
    assert "kent-schools" in problem


def test_a_list_is_saved_and_taken_back(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    words = tmp_path / "ours.txt"
    words.write_text("Kestrel\n", encoding="utf-8")
    status, said, _ = run(capfd, "policy", "save", words, "--list", "words", "--why", "our network")
    assert (status, said) == (0, "words is saved as change 1.\n")
    assert Installation(load_settings()).policy.documents.texts()["words"] == "Kestrel\n"
    words.write_text("x=1\n", encoding="utf-8")
    assert run(capfd, "policy", "save", words, "--list", "words", "--why", "more")[0] != 0
    assert run(capfd, "policy", "save", words, "--list", "songs", "--why", "more")[0] != 0
    assert run(capfd, "policy", "undo", "1", "--why", "a slip")[0] == 0
    assert Installation(load_settings()).policy.documents.texts()["words"] == ""
