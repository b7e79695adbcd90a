"""How does a case lie in its row?

What a step may change, what never changes, and the steps themselves.
"""

from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, insert, null

from app.adapters.store.case_tables import case_moves
from app.adapters.store.person_columns import columns_of, person_in
from app.domain.case import Case, CaseState
from app.domain.case_move import CaseMove, CaseMoveKind, Purpose
from app.domain.case_notes import Consultation, Decision, Hold, Police, Ruling, Wishes
from app.domain.choice import ChoiceReason
from app.domain.draft import Field
from app.domain.finding import Confidence
from app.domain.flagged import Evidence, Flagged, Outcome, Sign
from app.domain.item import Person
from app.domain.reveal import Attached, Extent, Reveal
from app.domain.verdict import Clause, Severity


def add_move(connection: Connection, number: str, move: CaseMove) -> None:
    """One row more."""
    row = {"case_id": number, "kind": move.kind.value, "at": move.at, "why": move.why}
    row |= {"purpose": move.purpose.value if move.purpose else "", **columns_of("by", move.by)}
    connection.execute(insert(case_moves).values(row | columns_of("to", move.to)))


def case_row(case: Case) -> dict[str, Any]:
    """What a step may change."""
    asked, decided, wishes = case.consultation, case.decision, case.wishes
    return {
        "state": case.state.value,
        **columns_of("reviewer", case.reviewer),
        "consultation": _asked_row(asked) if asked else null(),
        "wishes": {"said": wishes.said, "police": wishes.police.value} if wishes else null(),
        "hold": _hold_row(case.hold) if case.hold else null(),
        "attached": [{"extent": a.extent.value, "at": a.at.isoformat()} for a in case.attached] or null(),
        "reveal": _reveal_row(case.reveal) if case.reveal else null(),
        "decision": _by_whom(decided) | {"ruling": decided.ruling.value, "why": decided.why}
        if decided
        else null(),
        "decided_at": decided.at if decided else None,
        "version": case.version,
    }


def _by_whom(step: Consultation | Decision) -> dict[str, Any]:
    return {"by": [step.by.name, step.by.address], "at": step.at.isoformat()}


def flagged_row(flagged: Flagged) -> dict[str, Any]:
    """What never changes."""
    return {
        "rule": flagged.rule,
        "clause": asdict(flagged.clause),
        "severity": flagged.severity.value,
        "outcome": flagged.outcome.value,
        "audience": dict(flagged.audience),
        "evidence": [asdict(one) for one in flagged.evidence],
        "reason": flagged.reason.value,
        "policy": flagged.policy,
        "signs": [one.value for one in flagged.signs],
    }


def case_of(row: Row[Any]) -> Case:
    """The case of a row."""
    asked, decided, wishes = row.consultation, row.decision, row.wishes
    return Case(
        id=row.id,
        flagged=_flagged(row.flagged),
        at=row.at,
        state=CaseState(row.state),
        reviewer=person_in(row.reviewer_name, row.reviewer_address),
        consultation=_asked(asked) if asked else None,
        wishes=Wishes(wishes["said"], Police(wishes["police"])) if wishes else None,
        hold=_hold(row.hold) if row.hold else None,
        attached=tuple(_attached(one) for one in row.attached or ()),
        reveal=_reveal(row.reveal) if row.reveal else None,
        decision=Decision(Ruling(decided["ruling"]), *_whom_and_when(decided), decided["why"])
        if decided
        else None,
        version=row.version,
    )


def _asked_row(asked: Consultation) -> dict[str, Any]:
    said = {"whom": asked.whom, "advice": asked.advice, "day": asked.day.isoformat() if asked.day else None}
    return _by_whom(asked) | said


def _asked(kept: dict[str, Any]) -> Consultation:
    day = kept.get("day")
    on = date.fromisoformat(day) if day else None
    return Consultation(kept["whom"], kept["advice"], *_whom_and_when(kept), on)


def _hold_row(hold: Hold) -> dict[str, Any]:
    owner, review_on = [hold.owner.name, hold.owner.address], hold.review_on.isoformat()
    return {"why": hold.why, "owner": owner, "review_on": review_on, "at": hold.at.isoformat()}


def _hold(kept: dict[str, Any]) -> Hold:
    review_on, at = date.fromisoformat(kept["review_on"]), datetime.fromisoformat(kept["at"])
    return Hold(kept["why"], Person(*kept["owner"]), review_on, at)


def _attached(kept: dict[str, Any]) -> Attached:
    return Attached(Extent(kept["extent"]), datetime.fromisoformat(kept["at"]))


def _reveal_row(reveal: Reveal) -> dict[str, Any]:
    """Every part under its own name; moments as text."""
    kept = asdict(reveal)
    return {name: said.isoformat() if isinstance(said, datetime) else said for name, said in kept.items()}


def _reveal(kept: dict[str, Any]) -> Reveal:
    moments = {name: _moment(kept[name]) for name in ("asked_at", "answered_at", "shown_at")}
    second = Person(**kept["second"]) if kept["second"] else None
    return Reveal(**kept | moments | {"by": Person(**kept["by"]), "second": second})


def _moment(kept: str | None) -> datetime | None:
    return datetime.fromisoformat(kept) if kept else None


def _whom_and_when(kept: dict[str, Any]) -> tuple[Person, datetime]:
    return Person(*kept["by"]), datetime.fromisoformat(kept["at"])


def _flagged(kept: dict[str, Any]) -> Flagged:
    typed = {
        "clause": Clause(**kept["clause"]),
        "severity": Severity(kept["severity"]),
        "outcome": Outcome(kept["outcome"]),
        "reason": ChoiceReason(kept["reason"]),
        "evidence": tuple(map(_evidence, kept["evidence"])),
        "signs": tuple(map(Sign, kept.get("signs", ()))),
    }
    return Flagged(**kept | typed)


def _evidence(kept: dict[str, Any]) -> Evidence:
    field = Field(kept["field"]) if kept["field"] else None
    return Evidence(kept["finding"], Confidence(kept["confidence"]), field, kept["places"])


def move_of(row: Row[Any]) -> CaseMove:
    """The step of a row."""
    return CaseMove(
        CaseMoveKind(row.kind),
        row.at,
        Person(row.by_name, row.by_address),
        row.why,
        Purpose(row.purpose) if row.purpose else None,
        person_in(row.to_name, row.to_address),
    )
