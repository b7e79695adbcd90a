"""What do reviewers note with a case?

How it ended, what a senior person advised, what a person who was harmed wants, and why it is held as
evidence.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from app.domain.item import Person


class Ruling(StrEnum):
    """How a case ends."""

    FINE = "fine"
    WRONG_WARNING = "wrong-warning"
    COACH = "coach"
    """A kind word to the sender, which they read on their own page."""
    ESCALATE = "escalate"
    """Passed on to the senior person, who was asked before."""


class Police(StrEnum):
    """Whether the person harmed wants the police told, which only they decide."""

    NOT_ASKED = "not-asked"
    UNDECIDED = "undecided"
    YES = "yes"
    NO = "no"
    NOBODY = "nobody-harmed"
    """Nobody was harmed, so there is nobody to ask."""


@dataclass(frozen=True, slots=True)
class Decision:
    """How it ended, and what the sender reads beside it."""

    ruling: Ruling
    by: Person
    at: datetime
    why: str = ""


@dataclass(frozen=True, slots=True)
class Consultation:
    """That the senior person was asked: who, on which day, and what they said. `by` noted it at `at`."""

    whom: str
    advice: str
    by: Person
    at: datetime
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the person harmed wants."""

    said: str
    police: Police


@dataclass(frozen=True, slots=True)
class Hold:
    """Why a case is kept beyond its time, who answers for that, and when somebody looks at it again.

    It ends when somebody lifts it, never by itself.
    """

    why: str
    owner: Person
    review_on: date
    at: datetime
