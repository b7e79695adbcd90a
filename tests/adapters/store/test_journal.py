import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, event, update

from app.adapters.files.journal_key import JournalKey
from app.adapters.store.journal import SqlJournal
from app.adapters.store.journal_tables import journal_entries
from app.domain.errors import JournalError, StoreError
from app.domain.journal import Entry, Kind, when
from app.journal.prove import whole_journal
from app.journal_ports import HeadSigner, Journal
from app.verifier.notes import read_key
from app.verifier.rows import Row, of_database, of_export
from app.verifier.tree import is_continued, is_included, of_leaf
from app.verifier.verify import Wrong, verify
from tests.conftest import DATABASES, opened
from tests.fakes import FakeClock
from tests.journal_fakes import FakeJournal, FakeSigner

KEY = b"k" * 32


@dataclass
class Room:
    journal: Journal
    signer: HeadSigner
    clock: FakeClock


@pytest.fixture(params=("fake", *DATABASES))
def room(request: pytest.FixtureRequest) -> Iterator[Room]:
    clock, signer = FakeClock(), FakeSigner()
    if request.param == "fake":
        yield Room(FakeJournal(signer, clock.now), signer, clock)
        return
    with opened(request.getfixturevalue(f"{request.param}_url")) as engine:
        yield Room(SqlJournal(engine, signer, clock, KEY), signer, clock)


def looked_up(addresses: int) -> Entry:
    return Entry(Kind.LOOKUP, {"addresses": addresses, "purpose": "bulletin", "by": ""})


def test_an_empty_journal_has_no_head(room: Room) -> None:
    assert room.journal.head() is None
    assert list(room.journal.entries()) == []
    room.journal.tell()
    assert room.journal.head() is None


def test_what_is_told_stands_in_order_and_the_last_of_a_batch_is_signed(room: Room) -> None:
    room.journal.tell(looked_up(1), looked_up(2))
    room.journal.tell(looked_up(3))
    kept, head = list(room.journal.entries()), room.journal.head()

    assert [entry.number for entry in kept] == [0, 1, 2]
    assert [entry.signature is not None for entry in kept] == [False, True, True]
    assert all(entry.text and when(entry.text) == room.clock.at for entry in kept)
    assert head is not None
    assert (head.size, head.signature) == (3, room.signer.sign(3, head.root))
    assert [entry.number for entry in room.journal.entries(1, 2)] == [1]


@pytest.mark.parametrize("sizes", [(1, 2, 3), (7, 8, 9, 31)])
def test_every_proof_leads_to_the_head(room: Room, sizes: tuple[int, ...]) -> None:
    roots = {}
    for size in sizes:
        held = room.journal.head()
        room.journal.tell(*map(looked_up, range(held.size if held else 0, size)))
        head = room.journal.head()
        assert head is not None
        roots[size] = head.root
        for entry in room.journal.entries():
            proof = room.journal.inclusion(entry.number, size)
            assert entry.text is not None
            assert is_included(of_leaf(entry.text.encode()), entry.number, size, proof, head.root)
        for old, root in roots.items():
            proof = room.journal.consistency(old, size)
            assert is_continued(old, root, size, head.root, proof)


@pytest.mark.parametrize(("number", "size"), [(0, 2), (-1, 1), (1, 1), (0, 10**30), (10**30, 10**30 + 1)])
def test_what_is_not_there_is_not_proved(room: Room, number: int, size: int) -> None:
    room.journal.tell(looked_up(1))

    with pytest.raises(JournalError):
        room.journal.inclusion(number, size)
    with pytest.raises(JournalError):
        room.journal.consistency(0, 1)


def test_a_proof_is_one_question_to_the_database(engine: Engine) -> None:
    journal = SqlJournal(engine, FakeSigner(), FakeClock(), KEY)
    journal.tell(*map(looked_up, range(300)))
    asked: list[str] = []
    event.listen(engine, "before_cursor_execute", lambda *told: asked.append(told[2]))
    journal.inclusion(77, 300)
    journal.consistency(77, 300)

    assert [one.split()[0] for one in asked if not one.startswith("BEGIN")] == ["SELECT", "SELECT"]


def test_what_is_forgotten_leaves_its_hash_and_is_told(room: Room) -> None:
    room.journal.tell(looked_up(1), looked_up(2))
    room.clock.at += timedelta(days=400)
    room.journal.tell(looked_up(3))
    before = list(room.journal.entries())

    assert room.journal.forget_before(room.clock.at) == 2
    assert room.journal.forget_before(room.clock.at) == 0
    *after, told = room.journal.entries()
    assert [entry.text for entry in after] == [None, None, before[2].text]
    assert [entry.hashes for entry in after] == [entry.hashes for entry in before]
    assert told.text
    assert '"below":2' in told.text


def test_what_is_spared_goes_on_being_told_until_it_no_longer_is(room: Room) -> None:
    spared = Entry(Kind.LOOKUP, {"addresses": 1, "purpose": "case/spared/abuse", "by": ""})
    room.journal.tell(looked_up(1), spared, looked_up(2))
    room.clock.at += timedelta(days=400)

    assert room.journal.forget_before(room.clock.at, ["spared"]) == 2
    assert [e.number for e in room.journal.entries(0, 3) if e.text] == [1]
    assert room.journal.forget_before(room.clock.at, ["spared"]) == 0
    assert room.journal.forget_before(room.clock.at) == 1
    assert [e.number for e in room.journal.entries(0, 3) if e.text] == []
    assert list(room.journal.inclusion(1, 3))


def test_what_was_spared_cannot_be_taken_away_under_the_cover_of_a_forgetting(
    engine: Engine, tmp_path: Path
) -> None:
    """An entry about a case that is held, which whoever runs the database would rather not have told."""
    key, clock = JournalKey(tmp_path), FakeClock()
    journal, known = SqlJournal(engine, key, clock, KEY), read_key(key.verifier_key)
    spared = Entry(Kind.LOOKUP, {"addresses": 1, "purpose": "case/spared/abuse", "by": ""})
    journal.tell(looked_up(1), spared, looked_up(2))
    clock.at += timedelta(days=400)

    def found(gone: int | None = None) -> list[tuple[Wrong, int]]:
        rows = [Row(e.number, e.text, e.hashes, e.signature) for e in journal.entries()]
        emptied = [replace(row, text=None) if row.number == gone else row for row in rows]
        return [(fault.wrong, fault.number) for fault in verify(emptied, known).faults]

    journal.forget_before(clock.at, ["spared"])
    assert (found(), found(gone=1)) == ([], [(Wrong.REMOVAL, 3)])
    journal.forget_before(clock.at)
    assert found() == []


def test_several_who_tell_at_once_make_one_journal(engine: Engine, tmp_path: Path) -> None:
    journal = SqlJournal(engine, JournalKey(tmp_path), FakeClock(), KEY)
    with ThreadPoolExecutor(6) as several:
        list(several.map(lambda n: journal.tell(looked_up(n)), range(30)))

    key = read_key((tmp_path / "journal.pub").read_text(encoding="ascii"))
    report = verify(of_database(engine.url.render_as_string(hide_password=False)), key)
    assert (report.size, report.faults) == (30, ())


def test_an_export_and_the_database_are_the_same_journal(engine: Engine, tmp_path: Path) -> None:
    signer = JournalKey(tmp_path)
    journal = SqlJournal(engine, signer, FakeClock(), KEY)
    journal.tell(*map(looked_up, range(5)))
    first, *lines = map(json.dumps, whole_journal(journal, signer))
    url = engine.url.render_as_string(hide_password=False)

    assert json.loads(first)["journal"] == signer.name
    assert list(of_export(lines)) == list(of_database(url))


def test_nothing_is_added_after_rows_that_were_changed(engine: Engine) -> None:
    """Otherwise the next signature would stand for what somebody without the key wrote."""
    journal = SqlJournal(engine, FakeSigner(), FakeClock(), KEY)
    journal.tell(*map(looked_up, range(4)))
    with engine.begin() as connection:
        connection.execute(
            update(journal_entries).where(journal_entries.c.number == 3).values(hashes=bytes(96))
        )

    with pytest.raises(StoreError, match="not as it was signed"):
        journal.tell(looked_up(9))


def test_what_was_forgotten_and_told_of_is_in_order(engine: Engine, tmp_path: Path) -> None:
    clock = FakeClock()
    journal = SqlJournal(engine, JournalKey(tmp_path), clock, KEY)
    journal.tell(looked_up(1), looked_up(2))
    clock.at += timedelta(days=400)
    journal.tell(looked_up(3))
    journal.forget_before(clock.at)

    key = read_key((tmp_path / "journal.pub").read_text(encoding="ascii"))
    report = verify(of_database(engine.url.render_as_string(hide_password=False)), key)
    assert (report.size, report.forgotten, report.faults) == (4, 2, ())
