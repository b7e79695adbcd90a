"""Which sends were flagged, and what became of them? Cases with their steps, in a database."""

import json
from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Engine, delete, insert, null, select, update

from app.adapters.store import told
from app.adapters.store.case_rows import add_move, case_of, case_row, flagged_row, move_of
from app.adapters.store.case_tables import case_moves, case_senders, case_words, cases, review_visits
from app.adapters.store.engine import reading, writing
from app.adapters.store.mailings import insert_once
from app.adapters.store.sealed import Seal
from app.adapters.store.told import UNTOLD, Telling
from app.domain.case import Case, CaseState
from app.domain.case_move import CaseMove, CaseMoveKind, Purpose, Visit
from app.domain.errors import CaseError
from app.domain.item import Person
from app.domain.reveal import Attached, Extent
from app.key_ports import KeyRing
from app.review_ports import Whose

_OF, _MOVE, _SENDER, _WORDS = cases.c, case_moves.c, case_senders.c, case_words.c


class SqlCases:
    """Cases in a database; `key` never reaches it."""

    def __init__(self, engine: Engine, key: KeyRing | bytes, journal: Telling = UNTOLD) -> None:
        """Opens nothing yet."""
        self._engine, self._seal, self._journal = engine, Seal(key, "sender of a case"), journal
        self._words = Seal(key, "evidence of a case")

    def begin(self, case: Case, whose: Whose, move: CaseMove) -> bool:
        """All of it in one transaction."""
        sender = json.dumps([whose.sender.name, whose.sender.address])
        row = case_row(case) | {"id": case.id, "at": case.at, "flagged": flagged_row(case.flagged)}
        row |= {"fingerprint": case.flagged.fingerprint}
        row |= {"sealed_sender": self._seal.close_address(sender, case.id)}
        with writing(self._engine) as connection:
            added = insert_once(self._engine, cases).returning(_OF.id)
            if connection.execute(added, row).one_or_none() is None:
                return False
            for code in sorted(whose.codes):
                connection.execute(insert(case_senders).values(sender_hash=code, case_id=case.id))
            add_move(connection, case.id, move)
            return True

    def case(self, number: str) -> Case | None:
        """By its primary key."""
        with reading(self._engine) as connection:
            row = connection.execute(select(cases).where(_OF.id == number)).one_or_none()
            return case_of(row) if row else None

    def cases(self, states: Collection[CaseState], limit: int = 10_000) -> Sequence[Case]:
        """By the index on the state."""
        wanted = select(cases).where(_OF.state.in_([state.value for state in states]))
        return self._newest(wanted.limit(limit))

    def held(self) -> Sequence[Case]:
        """By reading all that are held: they are few."""
        found = self._newest(select(cases).where(_OF.hold.is_not(null())))
        return sorted(found, key=lambda case: case.hold.review_on if case.hold else date.max)

    def alike(self, case: Case) -> Sequence[Case]:
        """By the index on the fingerprint."""
        same = (_OF.fingerprint == case.flagged.fingerprint) & (_OF.id != case.id)
        return self._newest(select(cases).where(same))

    def history(self, number: str) -> tuple[CaseMove, ...]:
        """By number: a clock that went back does not change what came first."""
        wanted = select(case_moves).where(_MOVE.case_id == number).order_by(_MOVE.id)
        with reading(self._engine) as connection:
            return tuple(map(move_of, connection.execute(wanted)))

    def sender(self, number: str) -> Person | None:
        """Unsealed for this one answer."""
        with reading(self._engine) as connection:
            sealed = connection.execute(select(_OF.sealed_sender).where(_OF.id == number)).scalar()
        return None if sealed is None else Person(*json.loads(self._seal.open_address(sealed, number)))

    def note(self, number: str, move: CaseMove) -> None:
        """One row more."""
        with writing(self._engine) as connection:
            add_move(connection, number, move)
            self._journal.write(connection, told.reviewed(number, move, self._journal))

    def keep(self, case: Case, move: CaseMove, words: str = "") -> None:
        """Only over the version that it follows; `words` are sealed beside it."""
        before = (_OF.id == case.id) & (_OF.version == case.version - 1)
        with writing(self._engine) as connection:
            if not connection.execute(update(cases).where(before).values(case_row(case))).rowcount:
                raise CaseError("Somebody changed this case meanwhile. Look at it again.")
            if words:
                self._seal_words(connection, case, words)
            if not case.attached:
                connection.execute(delete(case_words).where(_WORDS.case_id == case.id))
            add_move(connection, case.id, move)
            self._journal.write(connection, told.stepped(case, move, self._journal))

    def words(self, number: str) -> Sequence[tuple[Attached, str]]:
        """Unsealed for this one answer."""
        wanted = select(case_words).where(_WORDS.case_id == number).order_by(_WORDS.id)
        with reading(self._engine) as connection:
            rows = connection.execute(wanted).all()
        return tuple(
            (Attached(Extent(row.extent), row.at), self._words.open(row.sealed_words, number).decode())
            for row in rows
        )

    def come_in(self, visit: Visit) -> None:
        """One row more."""
        with writing(self._engine) as connection:
            row = {"at": visit.at, "purpose": visit.purpose.value}
            row |= {"by_address": visit.by.address, "by_name": visit.by.name}
            connection.execute(insert(review_visits).values(row))
            self._journal.write(connection, told.came_in(visit, self._journal))

    def visit(self, person: Person) -> Visit | None:
        """By the index on the address."""
        theirs = select(review_visits).where(review_visits.c.by_address == person.address)
        with reading(self._engine) as connection:
            row = connection.execute(theirs.order_by(review_visits.c.id.desc()).limit(1)).one_or_none()
        return Visit(Person(row.by_name, row.by_address), row.at, Purpose(row.purpose)) if row else None

    def reviewers(self) -> Sequence[Person]:
        """From the steps."""
        at_work = _MOVE.kind.in_([CaseMoveKind.OPENED.value, CaseMoveKind.CLAIMED.value])
        wanted = select(_MOVE.by_name, _MOVE.by_address).where(at_work).distinct()
        with reading(self._engine) as connection:
            rows = connection.execute(wanted.order_by(_MOVE.by_name, _MOVE.by_address))
            return tuple(Person(name, address) for name, address in rows)

    def of_sender(self, codes: Collection[str]) -> Sequence[Case]:
        """By the key of the codes."""
        theirs = select(_SENDER.case_id).where(_SENDER.sender_hash.in_(list(codes)))
        return self._newest(select(cases).where(_OF.id.in_(theirs)))

    def spared(self) -> Sequence[Case]:
        """Looks at every case; there are few that stay."""
        return self._newest(select(cases).where(~_free()))

    def forget_before(self, moment: datetime) -> int:
        """Moves, codes and words go with their case. One that waits for a senior person stays."""
        old = (_OF.at < moment) & (_OF.decided_at.is_(None) | (_OF.decided_at < moment))
        with writing(self._engine) as connection:
            connection.execute(delete(review_visits).where(review_visits.c.at < moment))
            return connection.execute(delete(cases).where(old & _free())).rowcount

    def _seal_words(self, connection: Connection, case: Case, words: str) -> None:
        newest, sealed = case.attached[-1], self._words.close(words.encode(), case.id)
        row = {"case_id": case.id, "at": newest.at, "extent": newest.extent.value, "sealed_words": sealed}
        connection.execute(insert(case_words).values(row))

    def _newest(self, wanted: Any) -> Sequence[Case]:
        with reading(self._engine) as connection:
            return tuple(map(case_of, connection.execute(wanted.order_by(_OF.at.desc(), _OF.id))))


def _free() -> ColumnElement[bool]:
    """What may go when its time is over."""
    return _OF.hold.is_(null()) & (_OF.state != CaseState.WITH_SENIOR.value)
