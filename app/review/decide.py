"""How does a case end, and when does it stop before that?

Most end at once. Where a person's conduct is in question, nothing is decided until the senior person was
asked; and what is evidence of abuse is held, with the wishes of the person harmed.
"""

from dataclasses import dataclass
from datetime import date

from app.domain.case import Case
from app.domain.case_move import CaseMoveKind, words_said
from app.domain.case_notes import Ruling, Wishes
from app.domain.errors import CaseError
from app.domain.item import Person
from app.review.desk import Sitting, require_not_own


@dataclass(frozen=True, slots=True)
class Asked:
    """Whom of the senior people a reviewer asked, what they said, and on which day; today if not told."""

    whom: str
    advice: str
    day: date | None = None


def decide(at: Sitting, ruling: Ruling, why: str = "") -> Case:
    """Close it. Raises CaseError when it is covered for them, not theirs, or stops for the senior person."""
    closed = at.opened.decided(at.by, at.desk.clock.now(), ruling, why)
    return at.keep(closed, CaseMoveKind.DECIDED, why)


def question_conduct(at: Sitting) -> Case:
    """Stop: a person's conduct is in question."""
    return at.keep(at.opened.questioned(at.by), CaseMoveKind.QUESTIONED)


def record_advice(at: Sitting, asked: Asked) -> Case:
    """Go on: the senior person was asked.

    Raises:
        CaseError: as above; it was nobody else who was asked, or the very sender; or, where the settings name
            the senior people, none of them.
    """
    whom = asked.whom.strip()
    advised = at.opened.advised(at.by, at.desk.clock.now(), whom, asked.advice, asked.day)
    sender = at.desk.cases.sender(at.number)
    if _is_named(whom, at.by):
        raise CaseError("Ask somebody else than yourself.", "whom")
    if sender and _is_named(whom, sender):
        raise CaseError("That is whose mail it is. Ask somebody above them.", "whom")
    seniors = at.desk.seniors
    if seniors and whom not in seniors:
        raise CaseError(f"Ask one of those who are named for this: {', '.join(seniors)}.", "whom")
    return at.keep(advised, CaseMoveKind.ASKED_SENIOR, asked.advice, Person(whom, ""))


def hold(at: Sitting, why: str, review_on: date, owner: Person | None = None) -> Case:
    """Keep it as evidence of abuse, beyond its time; whoever holds it answers for that, or the `owner`.

    Raises CaseError when that is whose mail it is: nobody answers for the evidence about themselves.
    """
    require_not_own(at.desk, at.number, owner or at.by, "owner")
    held = at.opened.held(owner or at.by, at.desk.clock.now(), why, review_on)
    return at.keep(held, CaseMoveKind.HELD, why, owner)


def lift_hold(at: Sitting, why: str) -> Case:
    """Keep it no longer than any other. Raises CaseError without a reason."""
    lifted = at.opened.lifted()
    return at.keep(lifted, CaseMoveKind.LIFTED, words_said(why, "lift_why"))


def record_wishes(at: Sitting, wishes: Wishes) -> Case:
    """What the person harmed wants; whether the police are told is theirs alone to decide."""
    return at.keep(at.opened.wished(wishes), CaseMoveKind.WISHED)


def _is_named(words: str, person: Person) -> bool:
    """By name or address, also as ``Ann Hall, head teacher`` or ``Ann Hall (a.hall@…)``."""
    said = words.strip().casefold()
    known = {name.casefold() for name in (person.name, person.address) if name}
    return any(said == name or said.startswith((f"{name},", f"{name} (")) for name in known)
