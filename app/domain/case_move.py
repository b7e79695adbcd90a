"""What did somebody do with a case, for what, and in which words?

Steps are only added. Whoever comes into the review room says for which of two purposes; whoever opens a case
reads it for a working day.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from app.domain.errors import CaseError
from app.domain.item import WHY_MAX, Person

OPEN_FOR = timedelta(hours=8)
"""Whoever opened a case reads it for a working day; then it is covered again."""


class Purpose(StrEnum):
    """What a case may be opened for, and nothing else."""

    ABUSE = "abuse"
    FAULT = "fault"


class CaseMoveKind(StrEnum):
    """What somebody did with a case."""

    FLAGGED = "flagged"
    OPENED = "opened"
    CLAIMED = "claimed"
    LET_GO = "let-go"
    HANDED_OVER = "handed-over"
    QUESTIONED = "questioned-conduct"
    ASKED_SENIOR = "asked-senior"
    WISHED = "told-wishes"
    HELD = "held"
    LIFTED = "lifted-hold"
    DECIDED = "decided"
    ASKED_SENDER = "asked-sender"
    ATTACHED = "attached"
    TOOK_BACK = "took-back"
    ASKED_REVEAL = "asked-reveal"
    AGREED_REVEAL = "agreed-reveal"
    DECLINED_REVEAL = "declined-reveal"
    WAS_SHOWN = "was-shown"
    """A reviewer was shown what the sender had attached."""


@dataclass(frozen=True, slots=True)
class CaseMove:
    """One step. `purpose` is of an opening; `to` is who got the case, or the senior person who was asked."""

    kind: CaseMoveKind
    at: datetime
    by: Person
    why: str = ""
    purpose: Purpose | None = None
    to: Person | None = None


@dataclass(frozen=True, slots=True)
class Visit:
    """Somebody came into the review room, for one purpose."""

    by: Person
    at: datetime
    purpose: Purpose

    def holds(self, now: datetime) -> bool:
        """For a working day; then they are asked again."""
        return now - OPEN_FOR < self.at <= now


def is_open_to(person: Person, history: tuple[CaseMove, ...], now: datetime) -> bool:
    """Whether somebody opened the case lately, so that it is not covered for them."""
    opened = (m.at for m in history if m.kind is CaseMoveKind.OPENED and m.by.address == person.address)
    return any(now - OPEN_FOR < at <= now for at in opened)


def is_same(one: Person | None, other: Person | None) -> bool:
    """Whether both are known, and are one person."""
    if one is None or other is None or not one.address:
        return False
    return one.address.casefold() == other.address.casefold()


def words_said(words: str, where: str) -> str:
    """Words that have to be there. Raises CaseError, at the field `where`."""
    if not words.strip():
        raise CaseError("Say it in a sentence.", where)
    return words_that_fit(words, where)


def words_that_fit(words: str, where: str) -> str:
    """Words that may be left out. Raises CaseError, at the field `where`, when they are too long."""
    if len(words) > WHY_MAX:
        raise CaseError(f"Say it in at most {WHY_MAX} characters.", where)
    return words.strip()
