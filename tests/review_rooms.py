"""The review desk on fakes, with sends that were flagged."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from app.domain.case import Case
from app.domain.case_move import CaseMove, CaseMoveKind, Purpose, Visit
from app.domain.choice import ChoiceReason
from app.domain.draft import Field
from app.domain.finding import Confidence
from app.domain.flagged import Evidence, Flagged, Outcome, Sign
from app.domain.item import Person
from app.domain.verdict import Clause, Severity
from app.review.attach import OwnSide
from app.review.desk import ReviewDesk, Sitting
from app.review.flag_send import SENDWELL
from app.review.open_case import claim, open_case
from app.review_ports import Whose
from tests.fakes import MONDAY_MORNING, FakeClock
from tests.review_fakes import FakeCases

SENDER = Person("Sam Field", "s.field@wealdshire.example")
NIA = Person("Priya Shah", "p.shah@wealdshire.example")
OMAR = Person("Tom Aldous", "t.aldous@wealdshire.example")
NUMBER = "1" * 32
FLAGGED = Flagged(
    "no-personal-data-external",
    Clause("dale-stonehill", "4. Protocol", "Personal data must not be sent", "E-communications policy"),
    Severity.JUSTIFY,
    Outcome.OVERRIDDEN,
    {"people": 3, "inside": 1, "outside": 2},
    (
        Evidence("confidential-story/health", Confidence.MEDIUM, Field.SUBJECT),
        Evidence("identifiers/nhs-number", Confidence.HIGH, Field.BODY, 3),
    ),
    ChoiceReason.AGREED,
    "abc123",
    (Sign.ANOTHERS, Sign.QUIET),
)


def review_desk(clock: FakeClock | None = None) -> ReviewDesk:
    """Nothing was flagged."""
    return ReviewDesk(FakeCases(), clock or FakeClock())


def reviewing(desk: ReviewDesk, *people: Person, purpose: Purpose = Purpose.ABUSE) -> ReviewDesk:
    """These have come into the room."""
    for person in people or (NIA, OMAR):
        desk.cases.come_in(Visit(person, desk.clock.now(), purpose))
    return desk


def attached(desk: ReviewDesk, words: str = "Zebediah has asthma.", number: str = NUMBER) -> Case:
    """The sender attached something."""
    return OwnSide(desk.cases, desk.clock, {"code"}).attach(number, words)


def flagged(desk: ReviewDesk, number: str = NUMBER, sender: Person = SENDER, **different: Any) -> Case:
    """A new case."""
    at = MONDAY_MORNING - timedelta(hours=2)
    case = Case(number, replace(FLAGGED, **different), at)
    desk.cases.begin(case, Whose(sender, frozenset({"code"})), CaseMove(CaseMoveKind.FLAGGED, at, SENDWELL))
    return case


def at_case(desk: ReviewDesk, number: str = NUMBER, by: Person = NIA, seen: int = 0) -> Sitting:
    """A reviewer at a case."""
    return Sitting(desk, number, by, seen)


def in_hand(desk: ReviewDesk, by: Person = NIA, number: str = NUMBER) -> Sitting:
    """A case that a reviewer has opened and claimed."""
    open_case(at_case(desk, number, by), Purpose.ABUSE)
    claim(at_case(desk, number, by))
    return at_case(desk, number, by)
