"""Which sends were flagged, and what became of them? Cases with their steps, in a database."""

import json
from collections.abc import Collection, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Engine, Row, delete, insert, null, select, update

from app.adapters.store import told
from app.adapters.store.case_tables import case_moves, case_senders, cases
from app.adapters.store.engine import reading, writing
from app.adapters.store.mailings import insert_once
from app.adapters.store.sealed import Seal
from app.adapters.store.told import UNTOLD, Telling
from app.domain.case import (
    Case,
    CaseMove,
    CaseMoveKind,
    CaseState,
    Consultation,
    Decision,
    Police,
    Purpose,
    Ruling,
    Wishes,
)
from app.domain.choice import ChoiceReason
from app.domain.draft import Field
from app.domain.errors import CaseError
from app.domain.finding import Confidence
from app.domain.flagged import Evidence, Flagged, Outcome
from app.domain.item import Person
from app.domain.verdict import Clause, Severity
from app.review_ports import Whose

_OF, _MOVE, _SENDER = cases.c, case_moves.c, case_senders.c


class SqlCases:
    """Cases in a database; `key` never reaches it."""

    def __init__(self, engine: Engine, key: bytes, journal: Telling = UNTOLD) -> None:
        """Opens nothing yet."""
        self._engine, self._seal, self._journal = engine, Seal(key, "sender of a case"), journal

    def begin(self, case: Case, whose: Whose, move: CaseMove) -> bool:
        """All of it in one transaction."""
        sender = json.dumps([whose.sender.name, whose.sender.address])
        row = _row(case) | {"id": case.id, "at": case.at, "flagged": _flagged_row(case.flagged)}
        row |= {"fingerprint": case.flagged.fingerprint}
        row |= {"sealed_sender": self._seal.close_address(sender, case.id)}
        with writing(self._engine) as connection:
            added = insert_once(self._engine, cases).returning(_OF.id)
            if connection.execute(added, row).one_or_none() is None:
                return False
            for code in sorted(whose.codes):
                connection.execute(insert(case_senders).values(sender_hash=code, case_id=case.id))
            _add_move(connection, case.id, move)
            return True

    def case(self, number: str) -> Case | None:
        """By its primary key."""
        with reading(self._engine) as connection:
            row = connection.execute(select(cases).where(_OF.id == number)).one_or_none()
            return _case(row) if row else None

    def cases(self, states: Collection[CaseState], limit: int = 10_000) -> Sequence[Case]:
        """By the index on the state."""
        wanted = select(cases).where(_OF.state.in_([state.value for state in states]))
        return self._newest(wanted.limit(limit))

    def alike(self, case: Case) -> Sequence[Case]:
        """By the index on the fingerprint."""
        same = (_OF.fingerprint == case.flagged.fingerprint) & (_OF.id != case.id)
        return self._newest(select(cases).where(same))

    def history(self, number: str) -> tuple[CaseMove, ...]:
        """By number: a clock that went back does not change what came first."""
        wanted = select(case_moves).where(_MOVE.case_id == number).order_by(_MOVE.id)
        with reading(self._engine) as connection:
            return tuple(map(_move, connection.execute(wanted)))

    def sender(self, number: str) -> Person | None:
        """Unsealed for this one answer."""
        with reading(self._engine) as connection:
            sealed = connection.execute(select(_OF.sealed_sender).where(_OF.id == number)).scalar()
        return None if sealed is None else Person(*json.loads(self._seal.open_address(sealed, number)))

    def note(self, number: str, move: CaseMove) -> None:
        """One row more."""
        with writing(self._engine) as connection:
            _add_move(connection, number, move)
            self._journal.write(connection, told.reviewed(number, move, self._journal))

    def keep(self, case: Case, move: CaseMove) -> None:
        """Only over the version that it follows."""
        before = (_OF.id == case.id) & (_OF.version == case.version - 1)
        ruling = case.decision.ruling if case.decision and move.kind is CaseMoveKind.DECIDED else None
        with writing(self._engine) as connection:
            if not connection.execute(update(cases).where(before).values(_row(case))).rowcount:
                raise CaseError("Somebody changed this case meanwhile. Look at it again.")
            _add_move(connection, case.id, move)
            self._journal.write(connection, told.reviewed(case.id, move, self._journal, ruling))

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

    def forget_before(self, moment: datetime) -> int:
        """Moves and codes go with their case. One that waits for a person's conduct is not forgotten."""
        old = (_OF.at < moment) & (_OF.decided_at.is_(None) | (_OF.decided_at < moment))
        free = (_OF.held_for == "") & (_OF.state != CaseState.WITH_SENIOR.value)
        with writing(self._engine) as connection:
            return connection.execute(delete(cases).where(old & free)).rowcount

    def _newest(self, wanted: Any) -> Sequence[Case]:
        with reading(self._engine) as connection:
            return tuple(map(_case, connection.execute(wanted.order_by(_OF.at.desc(), _OF.id))))


def _add_move(connection: Connection, number: str, move: CaseMove) -> None:
    row = {"case_id": number, "kind": move.kind.value, "at": move.at, "why": move.why}
    row |= {"purpose": move.purpose.value if move.purpose else "", **_names("by", move.by)}
    connection.execute(insert(case_moves).values(row | _names("to", move.to)))


def _row(case: Case) -> dict[str, Any]:
    """What a step may change."""
    asked, decided, wishes = case.consultation, case.decision, case.wishes
    return {
        "state": case.state.value,
        **_names("reviewer", case.reviewer),
        "consultation": _by_whom(asked) | {"whom": asked.whom, "advice": asked.advice} if asked else null(),
        "wishes": {"said": wishes.said, "police": wishes.police.value} if wishes else null(),
        "held_for": case.held_for,
        "decision": _by_whom(decided) | {"ruling": decided.ruling.value, "why": decided.why}
        if decided
        else null(),
        "decided_at": decided.at if decided else None,
        "version": case.version,
    }


def _by_whom(step: Consultation | Decision) -> dict[str, Any]:
    return {"by": [step.by.name, step.by.address], "at": step.at.isoformat()}


def _flagged_row(flagged: Flagged) -> dict[str, Any]:
    return {
        "rule": flagged.rule,
        "clause": asdict(flagged.clause),
        "severity": flagged.severity.value,
        "outcome": flagged.outcome.value,
        "audience": dict(flagged.audience),
        "evidence": [asdict(one) for one in flagged.evidence],
        "reason": flagged.reason.value,
        "policy": flagged.policy,
    }


def _case(row: Row[Any]) -> Case:
    asked, decided, wishes = row.consultation, row.decision, row.wishes
    return Case(
        id=row.id,
        flagged=_flagged(row.flagged),
        at=row.at,
        state=CaseState(row.state),
        reviewer=_person(row.reviewer_name, row.reviewer_address),
        consultation=Consultation(asked["whom"], asked["advice"], *_whom_and_when(asked)) if asked else None,
        wishes=Wishes(wishes["said"], Police(wishes["police"])) if wishes else None,
        held_for=row.held_for,
        decision=Decision(Ruling(decided["ruling"]), *_whom_and_when(decided), decided["why"])
        if decided
        else None,
        version=row.version,
    )


def _whom_and_when(kept: dict[str, Any]) -> tuple[Person, datetime]:
    return Person(*kept["by"]), datetime.fromisoformat(kept["at"])


def _flagged(kept: dict[str, Any]) -> Flagged:
    typed = {
        "clause": Clause(**kept["clause"]),
        "severity": Severity(kept["severity"]),
        "outcome": Outcome(kept["outcome"]),
        "reason": ChoiceReason(kept["reason"]),
        "evidence": tuple(map(_evidence, kept["evidence"])),
    }
    return Flagged(**kept | typed)


def _evidence(kept: dict[str, Any]) -> Evidence:
    field = Field(kept["field"]) if kept["field"] else None
    return Evidence(kept["finding"], Confidence(kept["confidence"]), field, kept["places"])


def _move(row: Row[Any]) -> CaseMove:
    return CaseMove(
        CaseMoveKind(row.kind),
        row.at,
        Person(row.by_name, row.by_address),
        row.why,
        Purpose(row.purpose) if row.purpose else None,
        _person(row.to_name, row.to_address),
    )


def _names(role: str, person: Person | None) -> dict[str, Any]:
    return {
        f"{role}_address": person.address if person else None,
        f"{role}_name": person.name if person else None,
    }


def _person(name: str | None, address: str | None) -> Person | None:
    return None if address is None else Person(name or "", address)
