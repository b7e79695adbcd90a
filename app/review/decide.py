"""How does a case end, and when does it stop before that?

Most end at once. Where a person's conduct is in question, nothing is decided until the senior person was
asked; and what is evidence of abuse is held, with the wishes of the person harmed.
"""

from app.domain.case import Case, CaseMoveKind, Ruling, Wishes
from app.domain.errors import CaseError
from app.domain.item import Person
from app.review.desk import Sitting


def decide(at: Sitting, ruling: Ruling, why: str = "") -> Case:
    """Close it. Raises CaseError when it is covered for them, not theirs, or stops for the senior person."""
    closed = at.opened.decided(at.by, at.desk.clock.now(), ruling, why)
    return at.keep(closed, CaseMoveKind.DECIDED, why)


def question_conduct(at: Sitting) -> Case:
    """Stop: a person's conduct is in question."""
    return at.keep(at.opened.questioned(at.by), CaseMoveKind.QUESTIONED)


def record_advice(at: Sitting, whom: str, advice: str) -> Case:
    """Go on: the senior person was asked.

    Raises:
        CaseError: as above; or it was nobody else who was asked, or the very sender.
    """
    advised = at.opened.advised(at.by, at.desk.clock.now(), whom, advice)
    sender = at.desk.cases.sender(at.number)
    if _is_named(whom, at.by):
        raise CaseError("Ask somebody else than yourself.", "whom")
    if sender and _is_named(whom, sender):
        raise CaseError("That is whose mail it is. Ask somebody above them.", "whom")
    return at.keep(advised, CaseMoveKind.ASKED_SENIOR, advice, Person(whom.strip(), ""))


def hold(at: Sitting, why: str) -> Case:
    """Keep it as evidence of abuse, beyond its time."""
    return at.keep(at.opened.held(why), CaseMoveKind.HELD, why)


def lift_hold(at: Sitting) -> Case:
    """Keep it no longer than any other."""
    return at.keep(at.opened.lifted(), CaseMoveKind.LIFTED)


def record_wishes(at: Sitting, wishes: Wishes) -> Case:
    """What the person harmed wants; whether the police are told is theirs alone to decide."""
    return at.keep(at.opened.wished(wishes), CaseMoveKind.WISHED)


def _is_named(words: str, person: Person) -> bool:
    said = words.strip().casefold()
    return bool(said) and said in {person.name.casefold(), person.address.casefold()}
