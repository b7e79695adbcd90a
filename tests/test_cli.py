"""The command line, as somebody at a terminal meets it."""

import io
import json
import mailbox
import os
import socket
import stat
import sys
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path

import pytest

from app import cli
from app.adapters.files.sample_authority import SAMPLE
from app.domain.accuracy import Step, StepKind
from app.settings import load_settings
from app.wiring.installation import Installation
from app.wiring.places import PACKS, VERSION

MANY = ", ".join(f"office@s{n}.elsewhere.sch.example" for n in range(9))


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "data"
    monkeypatch.setenv("SENDWELL_DATA", str(folder))
    return folder


def run(capfd: pytest.CaptureFixture[str], *words: object) -> tuple[int, str, str]:
    """Exit status, standard output, standard error."""
    before, sys.argv = sys.argv, ["sendwell", *map(str, words)]
    try:
        with pytest.raises(SystemExit) as left:
            cli.main()
    finally:
        sys.argv = before
    return int(left.value.code or 0), *capfd.readouterr()


def mail(
    to: str = "dana@gmail.com", text: str = "Please reply by Friday.", subject: str = "Visit"
) -> EmailMessage:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "P Shah <p.shah@council.example>", to, subject
    message["Date"] = "Tue, 17 Nov 2026 10:00:00 +0000"
    message.set_content(text)
    return message


def saved(folder: Path, message: EmailMessage, name: str = "mail.eml") -> Path:
    file = folder / name
    file.write_bytes(bytes(message))
    return file


def test_a_clean_draft_leaves_with_0(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    status, said, _ = run(capfd, "check", saved(tmp_path, mail(to="t.aldous@council.example")))

    assert status == 0
    assert "1 person" in said


def test_bulk_says_bulletin_and_leaves_with_1(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    status, said, _ = run(capfd, "check", saved(tmp_path, mail(to=MANY)))

    assert status == 1
    assert "9 schools · goes in the e-bulletin" in said
    assert "Next issue: Friday 20 November 2026" in said
    assert "Policy: kent-schools" in said


def test_json_is_one_object_a_draft(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    first, second = saved(tmp_path, mail(to=MANY), "a.eml"), saved(tmp_path, mail(), "b.eml")
    status, said, _ = run(capfd, "check", first, second, "--json", "--at", "2026-11-20T17:00")
    replies = [json.loads(line) for line in said.splitlines()]

    assert status == 1
    assert [Path(r["file"]).name for r in replies] == ["a.eml", "b.eml"]
    assert replies[0]["route"]["issue"]["goes_out"] == "2026-11-27"


def test_a_folder_gives_a_table_and_a_summary(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "mails"
    folder.mkdir()
    saved(folder, mail(to=MANY), "a.eml")
    saved(folder, mail(), "b.eml")
    (folder / "c.txt").write_text("Subject: Hello there\n\nSee you on Monday.\n")
    status, said, _ = run(capfd, "check", folder)

    assert status == 1
    assert "3 drafts:" in said


def test_an_mbox_is_read_whole(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    box = mailbox.mbox(tmp_path / "old.mbox")
    for _ in range(3):
        box.add(mail())
    box.close()
    _, said, _ = run(capfd, "check", tmp_path / "old.mbox", "--json")

    assert len(said.splitlines()) == 3


def test_what_cannot_be_read_leaves_with_2_and_the_rest_is_checked(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    junk = tmp_path / "junk.msg"
    junk.write_bytes(b"\xd0\xcf\x11\xe0" + bytes(500))
    status, said, problem = run(capfd, "check", junk, saved(tmp_path, mail()), "--json")

    assert status == 2
    assert len(said.splitlines()) == 1
    assert "junk.msg" in problem


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (("check", "missing.eml"), "missing.eml"),
        (("check", "--pack", "elves", "missing.eml"), "elves"),
        (("check", "--at", "soon", "missing.eml"), "soon"),
        (("directory", "import", "missing.csv"), "missing.csv is not there. Look"),
        (("directory", "import", SAMPLE), f"{SAMPLE} is a folder. Name the file"),
        (
            ("directory", "import", SAMPLE / "emails.csv"),
            "emails.csv, line 1: the column 'EstablishmentName'",
        ),
        (("serve", "--host", "0.0.0.0"), "SENDWELL_SIGN_IN"),  # noqa: S104 - that it is refused is the point
    ],
)
def test_a_wrong_call_leaves_with_2_and_says_why(
    capfd: pytest.CaptureFixture[str], words: tuple[object, ...], names: str
) -> None:
    status, _, problem = run(capfd, *words)

    assert status == 2
    assert names in problem
    assert "Traceback" not in problem


def test_a_port_that_is_taken_is_told_before_anything_is_loaded(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("uvicorn.run", lambda *_, **__: pytest.fail("it was started"))
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        status, _, problem = run(capfd, "serve", "--port", port)

    assert status == 2
    assert f"Port {port} of 127.0.0.1 cannot be had (" in problem
    assert "--port" in problem


def test_the_sample_directory_is_imported_with_a_report(capfd: pytest.CaptureFixture[str]) -> None:
    files = [
        SAMPLE / "register.csv",
        "--emails",
        SAMPLE / "emails.csv",
        "--clusters",
        SAMPLE / "clusters.csv",
    ]
    status, said, _ = run(capfd, "directory", "import", *files)
    again = run(capfd, "directory", "import", *files)[1]

    assert status == 0
    assert "schools" in said
    assert again != said


def test_a_trial_import_says_that_nothing_was_written(data: Path, capfd: pytest.CaptureFixture[str]) -> None:
    register = SAMPLE / "register.csv"
    said = run(capfd, "directory", "import", register, "--dry-run")[1]
    again = run(capfd, "directory", "import", register)[1]

    assert "Nothing was written" in said
    assert "154 open, 0 before" in said
    assert "154 open, 0 before" in again
    assert (data / "sendwell.db").is_file()


def test_a_data_folder_that_cannot_be_is_said(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SENDWELL_DATA", str(SAMPLE / "register.csv"))
    status, _, problem = run(capfd, "directory", "import", SAMPLE / "register.csv")

    assert status == 2
    assert "Set SENDWELL_DATA to a folder" in problem


def test_nothing_is_kept_of_a_checked_file(
    tmp_path: Path, data: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    run(capfd, "check", saved(tmp_path, mail(text="zanzibarcanaryword indeed")))

    assert all(b"zanzibarcanaryword" not in p.read_bytes() for p in data.iterdir() if p.is_file())


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


def test_doctor_says_what_mends_it(capfd: pytest.CaptureFixture[str]) -> None:
    status, said, _ = run(capfd, "doctor")

    assert status == 1
    assert "LOOK directory: no schools. Run: sendwell directory import" in said
    assert "ok   language model" in said
    assert "note mail: nothing is sent from here" in said


def test_a_version_is_said(capfd: pytest.CaptureFixture[str]) -> None:
    status, said, _ = run(capfd, "--version")

    assert (status, said) == (0, f"sendwell {VERSION}\n")


def test_policy_show_of_nothing_names_the_packs(capfd: pytest.CaptureFixture[str]) -> None:
    status, said, problem = run(capfd, "policy", "show", "zzz")

    assert (status, said) == (2, "")
    assert "kent-schools" in problem


def test_a_folder_without_mail_is_said(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "empty").mkdir()
    status, said, problem = run(capfd, "check", tmp_path / "empty")

    assert (status, said) == (2, "")
    assert "no mail was found in" in problem


def test_nothing_read_gives_no_table(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.eml").write_bytes(b"")
    status, said, problem = run(capfd, "check", tmp_path / "a.eml")

    assert (status, said) == (2, "")
    assert "This file is empty." in problem


def test_standard_input_is_one_mail(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(bytes(mail(to=MANY)))))
    status, said, _ = run(capfd, "check", "-")

    assert status == 1
    assert "9 schools · goes in the e-bulletin" in said


def test_a_file_without_a_date_is_not_told_the_hour(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    undated = mail(to="t.aldous@council.example")
    del undated["Date"]
    file = saved(tmp_path, undated)
    with_hour = run(capfd, "check", file, "--json", "--at", "2026-11-21T23:00")[1]
    without = run(capfd, "check", file, "--json")[1]

    assert "hours/out-of-hours" in with_hour
    assert "hours/out-of-hours" not in without


def test_what_could_not_be_decoded_is_said(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "odd.eml"
    file.write_bytes(
        b"From: a@x.example\nSubject: x\nContent-Type: text/plain; charset=elvish\n\nCaf\xe9 at 3"
    )
    said = json.loads(run(capfd, "check", file, "--json")[1])

    assert [u["check"] for u in said["not_checked"]] == ["body"]


def test_the_data_folder_is_its_owners_alone(data: Path, capfd: pytest.CaptureFixture[str]) -> None:
    before = os.umask(0)
    try:
        run(capfd, "directory", "import", SAMPLE / "register.csv")
    finally:
        os.umask(before)
    rights = {p.name: stat.S_IMODE(p.stat().st_mode) for p in data.iterdir()}

    assert stat.S_IMODE(data.stat().st_mode) == 0o700
    assert rights["sendwell.db"] == 0o600
    assert set(rights.values()) == {0o600}


def test_an_older_python_is_a_note(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("app.doctor.SAFE_PYTHON", (9, 9, 9))

    assert "note python: 3." in run(capfd, "doctor")[1]


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
