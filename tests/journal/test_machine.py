"""Whatever is told, broken off, forgotten and proved, in any order: the journal is one, and every change is found.

The machine keeps its own list of what was told and every head it was ever shown, and has the separate verifier look.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import Engine, delete

from app.adapters.files.journal_key import JournalKey
from app.adapters.store.engine import writing
from app.adapters.store.journal import SqlJournal
from app.adapters.store.journal_tables import journal_entries
from app.domain.errors import JournalError
from app.domain.journal import Entry, Kind
from app.journal.prove import whole_journal
from app.journal_ports import Head, HeadSigner, Journal
from app.verifier.notes import read_key
from app.verifier.rows import Row, of_export
from app.verifier.tree import is_continued, is_included, of_leaf
from app.verifier.verify import verify
from tests.conftest import DATABASES, opened
from tests.fakes import FakeClock
from tests.faults.mortal import Killed
from tests.journal_fakes import FakeJournal

YEAR = timedelta(days=365)
CHANGES = ("text", "hashes", "number", "gone", "swapped", "signature", "made up")


@dataclass(frozen=True)
class Room:
    """A journal, who signs it, and how telling it something is broken off before it is kept."""

    journal: Journal
    signer: HeadSigner
    clock: FakeClock
    break_off: Callable[[Entry], None]


class AJournal(RuleBasedStateMachine):
    """A journal, a clock, and somebody with a pencil."""

    def __init__(self, room: Room) -> None:
        super().__init__()
        self.room, self.journal = room, room.journal
        self.told: list[tuple[str, bool]] = []
        self.heads: list[Head] = []

    @property
    def size(self) -> int:
        return len(self.told)

    def _noted(self) -> None:
        head = self.journal.head()
        assert head
        self.heads.append(head)

    @rule(many=st.integers(0, 5), case=st.sampled_from(["", "abc", "def"]))
    def tells(self, many: int, case: str) -> None:
        entries = [_looked_up(self.size + n, case) for n in range(many)]
        self.journal.tell(*entries)
        self.told += [(case, False)] * many
        if many:
            self._noted()

    @rule()
    def is_broken_off(self) -> None:
        """As by a kill between the write and the commit: nothing of it was told."""
        with pytest.raises(Killed):
            self.room.break_off(_looked_up(self.size, "never"))

    @rule(days=st.sampled_from([0, 1, 200, 400]))
    def waits(self, days: int) -> None:
        self.room.clock.at += timedelta(days=days)

    @precondition(lambda self: self.told)
    @rule(spare=st.sampled_from(["", "abc"]))
    def forgets(self, spare: str) -> None:
        before = list(self.journal.entries())
        many = self.journal.forget_before(self.room.clock.at - YEAR, [spare] if spare else [])
        after = list(self.journal.entries())
        gone = [old.number for old, new in zip(before, after, strict=False) if old.text and not new.text]
        assert len(gone) == many
        assert all(not spare or self.told[number][0] != spare for number in gone)
        self.told = [(case, was or number in gone) for number, (case, was) in enumerate(self.told)]
        if many:
            self.told.append(("", False))
            self._noted()

    @precondition(lambda self: self.told)
    @rule(which=st.integers(0, 200), when=st.integers(0, 200))
    def is_asked_to_prove(self, which: int, when: int) -> None:
        """Any entry is in any head since, and every head continues every head before it."""
        head = self.heads[when % len(self.heads)]
        number = which % head.size
        entry = next(self.journal.entries(number, number + 1))
        proof = self.journal.inclusion(number, head.size)
        assert is_included(entry.hashes[:32], number, head.size, proof, head.root)
        assert entry.text is None or of_leaf(entry.text.encode()) == entry.hashes[:32]
        new = self.heads[-1]
        assert is_continued(
            head.size, head.root, new.size, new.root, self.journal.consistency(head.size, new.size)
        )

    @rule(beyond=st.integers(1, 3))
    def proves_nothing_that_is_not_there(self, beyond: int) -> None:
        with pytest.raises(JournalError):
            self.journal.inclusion(self.size, self.size + beyond)
        with pytest.raises(JournalError):
            self.journal.consistency(self.size + beyond, self.size)

    @precondition(lambda self: len(self.told) > 2)  # with fewer, what is changed may be all there is
    @rule(how=st.sampled_from(CHANGES), which=st.integers(0, 200))
    def somebody_changes_a_row(self, how: str, which: int) -> None:
        rows = self._rows()
        changed = _changed(rows, how, which % (len(rows) - 1))
        if changed != rows:
            assert self._faults(changed), how

    @invariant()
    def it_is_as_it_was_told(self) -> None:
        kept = list(self.journal.entries())
        assert [entry.number for entry in kept] == list(range(self.size))
        assert [entry.text is None for entry in kept] == [was for _, was in self.told]
        for entry, (case, was) in zip(kept, self.told, strict=True):
            assert was or f'"case/{case}"' in (entry.text or "") or not case
            assert "never" not in (entry.text or "")
        if self.told:
            assert not self._faults(self._rows())
            assert self.journal.head() == self.heads[-1]

    def _rows(self) -> list[Row]:
        _, *lines = map(json.dumps, whole_journal(self.journal, self.room.signer))
        return list(of_export(lines))

    def _faults(self, rows: list[Row]) -> tuple[object, ...]:
        return tuple(verify(iter(rows), read_key(self.room.signer.verifier_key)).faults)


def _looked_up(addresses: int, case: str) -> Entry:
    return Entry(
        Kind.LOOKUP, {"addresses": addresses, "purpose": f"case/{case}" if case else "bulletin", "by": ""}
    )


def _changed(rows: list[Row], how: str, at: int) -> list[Row]:
    row, new = rows[at], list(rows)
    if how == "text":
        new[at] = replace(row, text=row.text and row.text.replace('"addresses":', '"addresses":1'))
    elif how == "hashes":
        new[at] = replace(row, hashes=bytes([row.hashes[0] ^ 1]) + row.hashes[1:])
    elif how == "number":
        new[at] = replace(row, number=row.number + 1)
    elif how == "gone":
        del new[at]
    elif how == "swapped":
        new[at], new[at + 1] = replace(rows[at + 1], number=at), replace(row, number=at + 1)
    elif how == "signature":
        new[at] = replace(row, signature=row.signature and bytes(64))
    elif how == "made up" and row.text is None:
        new[at] = replace(row, text="{}")
    return new


def sql_room(engine: Engine, signer: JournalKey) -> Room:
    with engine.begin() as connection:
        connection.execute(delete(journal_entries))
    clock = FakeClock()
    journal = SqlJournal(engine, signer, clock, b"k" * 32)

    def break_off(entry: Entry) -> None:
        with writing(engine) as connection:
            journal.write(connection, entry)
            raise Killed

    return Room(journal, signer, clock, break_off)


def fake_room(signer: JournalKey) -> Room:
    clock = FakeClock()

    def break_off(_: Entry) -> None:
        raise Killed

    return Room(FakeJournal(signer, clock.now), signer, clock, break_off)


@pytest.fixture(params=["fake", *DATABASES])
def fresh(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Callable[[], Room], int]]:
    """Empty journals, and how many are kept here; `python -m bench.attack` keeps more."""
    signer = JournalKey(tmp_path)
    if request.param == "fake":
        yield lambda: fake_room(signer), 40
        return
    with opened(request.getfixturevalue(f"{request.param}_url")) as engine:
        yield lambda: sql_room(engine, signer), 4


def test_it_is_one_and_every_change_is_found(fresh: tuple[Callable[[], Room], int]) -> None:
    room, runs = fresh
    calm = settings(
        max_examples=runs, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
    )

    run_state_machine_as_test(lambda: AJournal(room()), settings=calm)  # type: ignore[arg-type]  # it takes what makes one, too
