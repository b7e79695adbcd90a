"""The journal from a terminal."""

import json
import sqlite3
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.adapters.files.kept_heads import KeptHeads
from app.domain.errors import SetupError
from app.settings import load_settings
from app.wiring.installation import Installation
from app.wiring.journal import JournalKeeping
from tests.adapters.store.test_records import RECORD
from tests.command_line import at_terminal
from tests.fakes import MONDAY_MORNING


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Installation:
    monkeypatch.setenv("SENDWELL_DATA", str(tmp_path / "data"))
    made = Installation(load_settings())
    for number in range(7):
        made.refusals.tell("token", f"reason {number}")
    return made


def run(capfd: pytest.CaptureFixture[str], *words: object) -> tuple[int, str, str]:
    return at_terminal.run(capfd, "journal", *words)


def kept(file: Path, words: str) -> Path:
    file.write_text(words, encoding="utf-8")
    return file


def test_that_it_was_verified_is_remembered_for_the_page(
    made: Installation, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run(capfd, "verify")[0] == 0

    verified = JournalKeeping(made.ground).verifications.newest()
    assert verified is not None
    assert (verified.size, verified.is_well) == (7, True)


@pytest.mark.usefixtures("made")
def test_what_was_found_is_said_though_it_cannot_be_noted(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """As on a full disk."""
    (tmp_path / "data" / "journal-verified.new").mkdir()
    status, said, noted = run(capfd, "verify")

    assert (status, "in order: 7 entries" in said, "is not noted" in noted) == (0, True, True)


def test_heads_and_a_public_key_that_a_full_disk_cut_short_keep_no_backup_from_coming_back(
    made: Installation, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    data = tmp_path / "data"
    made.ground.engine.dispose()
    (data / "journal-heads").mkdir()
    (data / "journal-heads" / "000000000003.txt").touch()
    (data / "journal.pub").write_text("")
    for words in (("backup", tmp_path / "copy"), ("restore", tmp_path / "copy", "--overwrite")):
        assert at_terminal.run(capfd, *words)[0] == 0, words

    assert "in order" in run(capfd, "verify")[1]


def test_a_head_that_cannot_be_written_is_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    heads = KeptHeads(tmp_path)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("os.fsync", full)
        with pytest.raises(SetupError, match="No space left"):
            heads.keep(3, "a head\n")
    assert list((tmp_path / "journal-heads").iterdir()) == []

    heads.keep(3, "a head\n")
    heads.keep(3, "another\n")
    assert (tmp_path / "journal-heads" / "000000000003.txt").read_text() == "a head\n"


@pytest.mark.usefixtures("made")
def test_a_journal_in_order_is_said_to_be(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    _, note, _ = run(capfd, "head")
    head = kept(tmp_path / "head.txt", note)
    export = kept(tmp_path / "journal.jsonl", run(capfd, "export")[1])

    for words in ((), ("--head", head), (export,), (export, "--key", tmp_path / "data" / "journal.pub")):
        status, said, _ = run(capfd, "verify", *words)
        assert (status, "in order: 7 entries" in said) == (0, True), words


def test_a_change_is_named_with_its_place(
    made: Installation, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    export = run(capfd, "export")[1]
    made.ground.engine.dispose()
    with sqlite3.connect(tmp_path / "data" / "sendwell.db") as database:
        database.execute("UPDATE journal_entries SET text = replace(text, 'reason-4', 'reason-5')")
    database.close()
    status, said, _ = run(capfd, "verify")
    cut = kept(tmp_path / "cut.jsonl", "\n".join(export.split("\n")[:-3]))

    assert (status, "edit at entry 4" in said, "NOT as it was" in said) == (1, True, True)
    assert "cut at entry 4" in run(capfd, "verify", cut)[1]


def test_a_journal_that_was_cut_is_found_by_the_heads_of_the_data_folder(
    made: Installation, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    made.journal.forget_before(datetime(2000, 1, 1, tzinfo=UTC), ())
    assert [file.name for file in (tmp_path / "data" / "journal-heads").iterdir()] == ["000000000007.txt"]
    made.ground.engine.dispose()
    with sqlite3.connect(tmp_path / "data" / "sendwell.db") as database:
        database.execute("DELETE FROM journal_entries WHERE number > 3")
    database.close()

    status, said, _ = run(capfd, "verify")
    assert (status, "cut at entry 3: A head of 7 entries was kept" in said) == (1, True)


def test_a_proof_stands_alone(made: Installation, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    old = kept(tmp_path / "old.txt", run(capfd, "head")[1])
    made.refusals.tell("page", "later")
    entry = kept(tmp_path / "entry.json", run(capfd, "proof", 3)[1])
    growth = kept(tmp_path / "growth.json", run(capfd, "proof", "--since", old)[1])
    forged = json.loads(entry.read_text(encoding="utf-8"))
    forged["text"] = forged["text"].replace("reason-3", "reason-2")
    bad = kept(tmp_path / "bad.json", json.dumps(forged))

    assert "Entry 3 stands in the journal of 8 entries" in run(capfd, "verify", entry)[1]
    assert "begins with the 7" in run(capfd, "verify", growth)[1]
    assert run(capfd, "verify", bad)[0] == 2
    assert "no such entry" in run(capfd, "proof", 99)[2]


def test_what_cannot_be_read_is_said(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], made: Installation
) -> None:
    nonsense = kept(tmp_path / "nonsense", "[1]")

    assert made.ground.journal_key.name
    assert run(capfd, "verify", nonsense)[::2] == (
        2,
        (
            "sendwell: This is no export and no proof of a journal."
            " `sendwell journal export` and `sendwell journal proof` write them.\n"
        ),
    )
    assert run(capfd, "verify", tmp_path / "nothing")[0] == 2
    assert run(capfd, "proof")[0] == 2


@pytest.mark.usefixtures("made")
def test_the_journal_is_printed_as_other_systems_take_it(capfd: pytest.CaptureFixture[str]) -> None:
    ocsf = [json.loads(line) for line in run(capfd, "export", "--as", "ocsf", "--since", 5)[1].splitlines()]
    cef = run(capfd, "export", "--as", "cef")[1].splitlines()
    head, *rows = run(capfd, "export", "--as", "csv")[1].splitlines()

    assert [event["metadata"]["sequence"] for event in ocsf] == [5, 6]
    assert len(cef) == len(rows) == 7
    assert all(line.startswith("CEF:0|Sendwell|") for line in cef)
    assert head.startswith("\ufeffnumber,at,kind,")
    assert "reason-4" in rows[4]
    assert run(capfd, "export", "--since", 3)[0] == 2


def test_what_the_service_keeps_is_told(made: Installation, capfd: pytest.CaptureFixture[str]) -> None:
    made.records.checks.add(replace(RECORD, moment="send", sender_hash="5" * 64, draft_hash="6" * 64))
    made.registers.staff.replace([], MONDAY_MORNING)

    kinds = [
        json.loads(line)["unmapped"]["kind"] for line in run(capfd, "export", "--as", "ocsf")[1].splitlines()
    ]
    assert kinds[-2:] == ["check", "administration"]
    assert "in order: 9 entries" in run(capfd, "verify")[1]
