"""A new key while the service is at work: everything opens all the time, and in the end only under the new one."""

import sys
import threading
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import LargeBinary

from app import cli
from app.adapters.store.sealed_columns import SEALED, seal_anew
from app.adapters.store.tables import METADATA
from app.doctor import diagnose
from app.domain.errors import StoreError
from app.domain.for_whom import ForWhom
from app.settings import load_settings
from app.wiring.installation import Installation
from tests.directory_rooms import CONTENTS
from tests.fakes import MONDAY_MORNING

NOT_SEALED = {
    "journal_entries.hashes",
    "journal_entries.signature",
    "sent_mails.marks",
    "texts_for_many.marks",
}


@pytest.fixture
def at(database_url: str, tmp_path: Path) -> Iterator[Callable[[], Installation]]:
    """The installation, as each process has it."""
    url = {} if database_url.startswith("sqlite") else {"database_url": database_url}
    begun: list[Installation] = []

    def process() -> Installation:
        begun.append(Installation(load_settings({}, data=tmp_path / "data", **url)))
        return begun[-1]

    yield process
    for one in begun:
        one.ground.engine.dispose()


@pytest.fixture
def made(at: Callable[[], Installation]) -> Installation:
    made = at()
    made.registers.directory.replace(CONTENTS)
    made.registers.directory.replace(
        CONTENTS
    )  # the one before lies on the shelf, with addresses sealed in it
    return made


def addresses(made: Installation) -> set[str]:
    book = made.bulletin.address_book
    return set(book.addresses([entry.key for entry in book.entries(ForWhom())], "test").values())


def rotate(made: Installation) -> object:
    return made.keys.rotate(lambda *_: None, lambda _: None)


def test_every_column_of_bytes_is_told_whether_it_is_sealed() -> None:
    bytes_of = {
        f"{table.name}.{column.name}"
        for table in METADATA.tables.values()
        for column in table.columns
        if isinstance(column.type, LargeBinary)
    }

    assert {one.name for one in SEALED} | NOT_SEALED == bytes_of, (
        "add it to app/adapters/store/sealed_columns.py"
    )


def test_everything_lies_under_the_new_key_and_opens(made: Installation) -> None:
    before, first = addresses(made), made.ground.keys.first()
    done = made.keys.rotate(lambda *_: None, lambda _: None)
    used = made.keys.used()

    assert (done.is_new, done.laid_aside, used[first]) == (True, [], 0)
    assert used[made.ground.keys.newest()] == done.sealed_anew > len(before)
    assert addresses(made) == before
    made.registers.directory.undo(MONDAY_MORNING + timedelta(days=1))
    assert addresses(made) == before
    said = [entry.text or "" for entry in made.ground.journal.entries()]
    assert sum("key-made" in text or "sealed-anew" in text for text in said) == 2


def test_an_old_key_is_laid_aside_when_nothing_lies_under_it(made: Installation) -> None:
    second = made.keys.rotate(lambda *_: None, lambda _: None).newest
    third = made.keys.rotate(lambda *_: None, lambda _: None)

    assert third.laid_aside == [second]
    assert [key.label for key in made.ground.keys.all()] == ["sendwell.key", third.newest]
    assert addresses(made)


def test_what_is_broken_off_goes_on(made: Installation, at: Callable[[], Installation]) -> None:
    def dies(done: int, _: int) -> None:
        if done:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        made.keys.rotate(dies, lambda _: None)
    begun = made.ground.keys.newest().label
    assert addresses(made)
    later = at()
    done = later.keys.rotate(lambda *_: None, lambda _: None)
    later.ground.engine.dispose()

    assert (done.is_new, done.newest) == (False, begun)
    assert made.keys.used()[made.ground.keys.first()] == 0


def test_another_process_reads_and_writes_all_the_while(
    made: Installation, at: Callable[[], Installation]
) -> None:
    other, over, wrong = at(), threading.Event(), list[object]()
    before = addresses(other)

    def work() -> None:
        while not over.is_set():
            try:
                if addresses(other) != before:
                    wrong.append("other addresses")
            except StoreError as error:
                wrong.append(error)

    at_work = threading.Thread(target=work)
    at_work.start()
    for _ in range(2):
        rotate(made)
    over.set()
    at_work.join()
    other.registers.directory.replace(CONTENTS)
    used = other.keys.used()
    other.ground.engine.dispose()

    assert wrong == []
    assert used[made.ground.keys.first()] == 0


def test_a_key_that_is_lost_changes_nothing(made: Installation, tmp_path: Path) -> None:
    rotate(made)
    key = tmp_path / "data" / "keys" / made.ground.keys.newest().label
    aside = key.read_bytes()
    key.unlink()
    with pytest.raises(StoreError, match="key files"):
        rotate(made)
    key.write_bytes(aside)

    assert addresses(made)
    assert list(seal_anew(made.ground.engine, made.ground.keys))


def test_from_a_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SENDWELL_DATA", str(tmp_path / "data"))
    monkeypatch.setattr("app.wiring.keys.time.sleep", lambda _: None)
    for words in (("list",), ("rotate",), ("list",)):
        monkeypatch.setattr(sys, "argv", ["sendwell", "keys", *words])
        with pytest.raises(SystemExit) as left:
            cli.main()
        assert not left.value.code
    said, progress = capfd.readouterr()

    assert "sendwell.key" in said
    assert "0002-" in said
    assert "is the new key" in said
    assert progress == ""
    assert (tmp_path / "data" / "sendwell.key").read_bytes().hex() not in said


def another_key(data: Path) -> None:
    (data / "sendwell.key").write_bytes(bytes(range(32)))


def test_nothing_is_checked_with_another_key_than_the_directorys(
    made: Installation, at: Callable[[], Installation], tmp_path: Path
) -> None:
    """Every school would be a stranger, and nobody told."""
    made.road(keeps_records=True)
    another_key(tmp_path / "data")
    with pytest.raises(StoreError, match="does not open"):
        at().road(keeps_records=True)


def test_a_directory_whose_codes_are_of_another_key_is_found_though_its_seals_open(
    made: Installation, at: Callable[[], Installation], tmp_path: Path
) -> None:
    rotate(made)
    another_key(tmp_path / "data")
    with pytest.raises(StoreError, match="imported with another key"):
        at().road(keeps_records=True)


@pytest.mark.usefixtures("made")
def test_after_another_import_it_is_checked_again(at: Callable[[], Installation], tmp_path: Path) -> None:
    another_key(tmp_path / "data")
    later = at()
    later.registers.directory.replace(CONTENTS)

    assert later.road(keeps_records=True)


@pytest.mark.usefixtures("made")
@pytest.mark.parametrize("name", ["sendwell.key", "journal.key"])
def test_a_key_that_is_missing_beside_its_database_is_not_made_anew(
    at: Callable[[], Installation], tmp_path: Path, name: str
) -> None:
    """Whoever restores the right one must not find another in its place."""
    (tmp_path / "data" / name).unlink()
    found = {one.part: one.said for one in diagnose(at())}

    assert f"{name} is missing" in found["journal" if name == "journal.key" else "keys"]
    assert not (tmp_path / "data" / name).exists()


@pytest.mark.usefixtures("made")
def test_doctor_finds_keys_that_do_not_fit(at: Callable[[], Installation], tmp_path: Path) -> None:
    another_key(tmp_path / "data")
    found = next(one for one in diagnose(at()) if one.part == "keys")

    assert (found.is_well, "does not open" in found.said) == (False, True)


def test_a_host_with_another_journal_key_is_not_ready(
    made: Installation, at: Callable[[], Installation], tmp_path: Path
) -> None:
    """Nothing that happened there would be written down."""
    assert made.journal.require_signed() == 2
    (tmp_path / "data" / "journal.key").write_bytes(bytes(range(32)))
    host = at()

    assert not next(one for one in diagnose(host) if one.part == "journal").is_well
    for step in (host.journal.require_signed, lambda: host.registers.directory.replace(CONTENTS)):
        with pytest.raises(StoreError, match="not as it was signed"):
            step()
