"""A backup made while checks are under way comes back whole, on both databases, or leaves everything as it was."""

import io
import json
import multiprocessing
import os
import tarfile
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from functools import partial
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import func, select

from app.adapters.archive import passphrase as sealing
from app.adapters.files.journal_key import JournalKey
from app.adapters.files.keys import installation_key
from app.adapters.store.engine import reading
from app.adapters.store.tables import check_records
from app.domain.for_whom import ForWhom
from app.settings import load_settings
from app.verifier.notes import read_key
from app.verifier.rows import of_database
from app.verifier.verify import verify
from app.wiring.installation import Installation
from tests.adapters.store.test_records import RECORD
from tests.command_line import at_terminal
from tests.directory_rooms import CONTENTS
from tests.fakes import MONDAY_MORNING

Say = Callable[..., tuple[int, str, str]]
PASSPHRASE = "correct horse battery staple"  # noqa: S105 - of the tests


@pytest.fixture
def at(
    database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[..., Installation]]:
    """The installation in a folder of that name, with the test's database."""
    opened: list[Installation] = []

    def made(folder: str = "data") -> Installation:
        monkeypatch.setenv("SENDWELL_DATA", str(tmp_path / folder))
        if not database_url.startswith("sqlite"):
            monkeypatch.setenv("SENDWELL_DATABASE_URL", database_url)
        opened.append(Installation(load_settings()))
        return opened[-1]

    yield made
    for one in opened:
        if "engine" in vars(one.ground):
            one.ground.engine.dispose()


@pytest.fixture
def say(capfd: pytest.CaptureFixture[str]) -> Say:
    return partial(at_terminal.run, capfd)


@pytest.fixture
def passphrase(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setitem(sealing._COSTS, sealing.MAGIC, 2**10)  # noqa: SLF001 - what it costs in use, tests/security tells
    file = tmp_path / "passphrase"
    file.write_text(f"{PASSPHRASE}\n")
    return file


def fill(made: Installation, checks: int = 20) -> None:
    """Schools, a document, and checks at Send, which the journal is told of."""
    made.registers.directory.replace(CONTENTS)
    check(made, range(checks))
    made.journal.forget_before(MONDAY_MORNING - timedelta(days=3650), ())
    shelf = made.bulletin.documents  # made on first use
    assert shelf
    place = made.settings.data / "documents" / "2c" / "f2"
    place.mkdir(parents=True)
    (place / "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824").write_bytes(b"hello")
    made.ground.engine.dispose()


def check(made: Installation, numbers: "range | count[int]", until: threading.Event | None = None) -> None:
    for number in numbers:
        made.records.checks.add(
            replace(RECORD, moment="send", sender_hash=f"{number:064x}", draft_hash=f"{number:064x}")
        )
        if until is not None and until.is_set():
            return


def records(made: Installation) -> int:
    with reading(made.ground.engine) as connection:
        found = connection.execute(select(func.count()).select_from(check_records)).scalar_one()
    made.ground.engine.dispose()
    return found


def is_in_order(made: Installation) -> bool:
    key = read_key(JournalKey(made.settings.data).verifier_key)
    return verify(of_database(made.settings.database), key).faults == ()


def test_what_was_backed_up_during_checks_comes_back_whole(
    at: Callable[..., Installation], say: Say, tmp_path: Path
) -> None:
    made, over, file = at(), threading.Event(), tmp_path / "backup"
    fill(made)
    busy = threading.Thread(target=check, args=(made, count(100), over))
    busy.start()
    try:
        status, told, _ = say("backup", file)
    finally:
        over.set()
        busy.join()
    after = records(made)
    check(made, range(10_000, 10_005))
    made.ground.engine.dispose()

    assert (status, "The keys are not in it" in told) == (0, True)
    assert say("restore", file)[0] == 2  # there is a database that would be lost
    assert say("restore", file, "--overwrite")[::2] == (0, "")
    back = at()
    assert 20 <= records(back) <= after
    assert is_in_order(back)
    told_of = sum(1 for entry in back.ground.journal.entries() if '"kind":"check"' in (entry.text or ""))
    assert told_of == records(back)
    assert (
        len(
            back.bulletin.address_book.addresses(
                [e.key for e in back.bulletin.address_book.entries(ForWhom())], "test"
            )
        )
        > 0
    )


def test_a_new_machine_needs_the_keys_first(
    at: Callable[..., Installation], say: Say, tmp_path: Path, passphrase: Path
) -> None:
    made, file, keys = at(), tmp_path / "backup", tmp_path / "keys"
    fill(made)
    assert say("backup", file)[0] == 0
    assert say("backup", keys, "--keys", "only", "--passphrase-file", passphrase)[0] == 0
    at("elsewhere")
    flag = ["--overwrite"] if "SENDWELL_DATABASE_URL" in os.environ else []

    status, _, why = say("restore", file, *flag)
    assert (status, "keys" in why) == (2, True)
    assert say("restore", keys)[0] == 2  # it is sealed
    assert say("restore", keys, "--passphrase-file", passphrase)[0] == 0
    assert say("restore", file, *flag)[0] == 0
    assert (records(at("elsewhere")), is_in_order(at("elsewhere"))) == (20, True)
    assert (tmp_path / "elsewhere" / "documents" / "2c" / "f2").is_dir()
    assert list((tmp_path / "elsewhere" / "journal-heads").glob("*.txt"))


def test_keys_of_another_installation_are_not_mixed(
    at: Callable[..., Installation], say: Say, tmp_path: Path, passphrase: Path
) -> None:
    fill(at())
    assert say("backup", tmp_path / "backup", "--keys", "inside", "--passphrase-file", passphrase)[0] == 0
    keys = at("other").settings.keys
    before = installation_key(keys)
    status, _, why = say("restore", tmp_path / "backup", "--passphrase-file", passphrase, "--overwrite")

    assert (status, "another key" in why) == (2, True)
    assert installation_key(keys) == before


def test_without_the_passphrase_it_says_nothing(
    at: Callable[..., Installation], say: Say, tmp_path: Path, passphrase: Path
) -> None:
    fill(at())
    file, wrong = tmp_path / "backup", tmp_path / "wrong"
    wrong.write_text("another passphrase\n")
    assert say("backup", file, "--keys", "inside")[0] == 2
    assert say("backup", file, "--keys", "inside", "--passphrase-file", passphrase)[0] == 0

    assert b"sendwell.key" not in file.read_bytes()
    assert (file.stat().st_mode & 0o777) == 0o600
    for more in ((), ("--passphrase-file", wrong)):
        assert say("restore", file, "--overwrite", *more)[0] == 2
    assert say("restore", file, "--overwrite", "--passphrase-file", passphrase)[0] == 0


def test_a_backup_without_keys_holds_none_and_no_address(
    at: Callable[..., Installation], say: Say, tmp_path: Path
) -> None:
    made = at()
    fill(made)
    say("backup", tmp_path / "backup")
    with tarfile.open(tmp_path / "backup") as tar:
        content = b"".join(found.read() for member in tar if (found := tar.extractfile(member)))

    assert made.ground.key not in content
    assert (tmp_path / "data" / "journal.key").read_bytes() not in content
    assert b"weald.sch.uk" not in content


def repacked(file: Path, change: Callable[[str, bytes], bytes | None]) -> None:
    """The same backup with its files changed, and its list as it was."""
    held = io.BytesIO()
    with tarfile.open(file) as old, tarfile.open(fileobj=held, mode="w:gz") as new:
        for member in old:
            found = old.extractfile(member)
            content = change(member.name, found.read() if found else b"")
            if content is not None:
                member.size = len(content)
                new.addfile(member, io.BytesIO(content))
    file.write_bytes(held.getvalue())


def test_a_backup_that_was_changed_is_refused_and_nothing_is_lost(
    at: Callable[..., Installation], say: Say, tmp_path: Path
) -> None:
    made, file = at(), tmp_path / "backup"
    fill(made)
    say("backup", file)
    whole = file.read_bytes()
    ways: dict[str, Callable[[], object]] = {
        "cut": lambda: file.write_bytes(whole[: len(whole) // 2]),
        "end cut": lambda: file.write_bytes(whole[:-4]),
        "byte": lambda: file.write_bytes(whole[:300] + bytes([whole[300] ^ 1]) + whole[301:]),
        "edit": lambda: repacked(
            file,
            lambda name, content: (
                content.replace(b"send", b"sent") if name.startswith("database") else content
            ),
        ),
        "left out": lambda: repacked(
            file, lambda name, content: None if name.startswith("documents") else content
        ),
        "more": lambda: repacked(
            file,
            lambda name, content: (
                content if name != "backup.json" else json.dumps({"format": 1, "files": {}}).encode()
            ),
        ),
        "newer": lambda: repacked(
            file,
            lambda name, content: (
                content.replace(b'"revision": "', b'"revision": "9') if name == "backup.json" else content
            ),
        ),
        "no backup": lambda: file.write_bytes(b"hello"),
    }
    for way, do in ways.items():
        file.write_bytes(whole)
        do()
        assert say("restore", file, "--overwrite")[0] == 2, way
    assert (records(at()), is_in_order(at())) == (20, True)
    assert not list((tmp_path / "data").glob(".backup-*"))


def test_a_journal_that_was_rewritten_is_found_before_anything_changes(
    at: Callable[..., Installation], say: Say, tmp_path: Path
) -> None:
    made, file = at(), tmp_path / "backup"
    fill(made)
    with made.ground.engine.begin() as connection:
        connection.exec_driver_sql(
            "UPDATE journal_entries SET text = replace(text, '\"clear\"', '\"block\"') WHERE number = 3"
        )
        connection.exec_driver_sql("UPDATE journal_entries SET text = text || ' ' WHERE number = 4")
    made.ground.engine.dispose()
    assert say("backup", file)[0] == 0
    status, _, why = say("restore", file, "--overwrite")

    assert (status, "not as it was written" in why) == (2, True)
    assert records(at()) == 20


def test_a_file_is_not_written_over_unasked(
    at: Callable[..., Installation], say: Say, tmp_path: Path
) -> None:
    fill(at())
    (tmp_path / "backup").write_text("precious")

    assert say("backup", tmp_path / "backup")[0] == 2
    assert (tmp_path / "backup").read_text() == "precious"
    status, told, progress = say("backup", tmp_path / "backup", "--overwrite")
    assert (status, progress) == (0, "")
    assert told.count("\n") == 2


def test_nobody_restores_under_a_service_that_runs(
    at: Callable[..., Installation], say: Say, tmp_path: Path
) -> None:
    made = at()
    fill(made)
    say("backup", tmp_path / "backup")
    with made.ground.engine.connect() as connection:
        connection.exec_driver_sql("SELECT 1 FROM check_records LIMIT 1").all()
        status, _, why = say("restore", tmp_path / "backup", "--overwrite")

    assert (status, "Stop the service" in why) == (2, True)
    made.ground.engine.dispose()
    assert say("restore", tmp_path / "backup", "--overwrite")[0] == 0


KILLED_AT = {
    "unpacked": ("app.wiring.restore.Restore._bring_keys", 20),
    "documents there": ("app.wiring.restore.Restore._bring_documents", 20),
    "looked through": ("app.wiring.restore.open_one_of_each", 20),
    "in its place": ("app.wiring.restore.Restore._after", 15),
}


def killed_at(step: str, made: Installation, file: Path, patch: pytest.MonkeyPatch) -> None:
    """A restore in a process of its own, which ends without a word when it comes to `step`."""

    def restore() -> None:
        patch.setattr(step, lambda *_, **__: os._exit(9))
        made.restore.put_back(file, "", lambda *_: None, lambda *_: None, may_overwrite=True)

    process = multiprocessing.get_context("fork").Process(target=restore)
    process.start()
    process.join()
    assert process.exitcode == 9


@pytest.mark.parametrize("moment", KILLED_AT)
def test_a_restore_that_is_killed_leaves_the_old_or_the_new_and_nothing_between(
    at: Callable[..., Installation], say: Say, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    made, file = at(), tmp_path / "backup"
    fill(made, 15)
    say("backup", file)
    check(made, range(100, 105))
    made.ground.engine.dispose()
    step, expected = KILLED_AT[moment]
    killed_at(step, at(), file, monkeypatch)

    assert (records(at()), is_in_order(at())) == (expected, True)
    assert say("restore", file, "--overwrite")[0] == 0
    assert records(at()) == 15
    assert not list((tmp_path / "data").glob(".backup-*"))
