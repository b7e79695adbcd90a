"""May a reviewer see what a sender chose to attach?

Only after they said why and another reviewer agreed; only they, for a quarter of an hour from the first look;
and an agreement that nobody used is over after a working day. Nothing else exists that could be shown.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from app.domain.case_move import OPEN_FOR, is_same, words_said
from app.domain.errors import CaseError
from app.domain.item import Person

SHOWN_FOR = timedelta(minutes=15)
ATTACHED_MAX = 20_000
"""Characters of an attached text."""


class Extent(StrEnum):
    """How much a sender attached."""

    EXCERPT = "excerpt"
    """The sentences that the card is about."""
    DRAFT = "draft"
    """The subject and the whole text."""
    WORDS = "words"
    """Words that the sender put in by hand, as an answer to the reviewer."""


@dataclass(frozen=True, slots=True)
class Attached:
    """That something was attached; the text itself lies sealed, and in no case."""

    extent: Extent
    at: datetime


class RevealState(StrEnum):
    """Where the wish to see something stands."""

    ASKED = "asked"
    AGREED = "agreed"
    DECLINED = "declined"
    SHOWN = "shown"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Reveal:
    """One wish to see what is attached, and what became of it. Only what was attached before is meant."""

    why: str
    by: Person
    asked_at: datetime
    second: Person | None = None
    answered_at: datetime | None = None
    is_agreed: bool = False
    shown_at: datetime | None = None

    def state(self, now: datetime) -> RevealState:
        """By the clock: an answer is waited for, and an agreement holds, for a working day each."""
        if self.shown_at is not None:
            return RevealState.SHOWN if self.shown_at <= now < self.ends else RevealState.OVER
        if self.answered_at is not None and not self.is_agreed:
            return RevealState.DECLINED
        since = self.answered_at or self.asked_at
        if not since <= now < since + OPEN_FOR:
            return RevealState.OVER
        return RevealState.AGREED if self.is_agreed else RevealState.ASKED

    @property
    def ends(self) -> datetime:
        """When it is covered again, or would be if it were looked at in the last moment."""
        return (self.shown_at or (self.answered_at or self.asked_at) + OPEN_FOR) + SHOWN_FOR

    def is_running(self, now: datetime) -> bool:
        """Whether it waits for an answer or a look, or is being looked at."""
        return self.state(now) in {RevealState.ASKED, RevealState.AGREED, RevealState.SHOWN}

    def answered(self, by: Person, at: datetime, sender: Person | None, *, is_agreed: bool) -> "Reveal":
        """With the second person's answer. Raises CaseError when it is none of theirs, or too late."""
        if is_same(by, self.by):
            raise CaseError("You asked for this. Another reviewer has to answer.")
        if sender is None or not sender.address or is_same(by, sender):
            raise CaseError("This is about a mail of your own. Another reviewer has to answer.")
        if self.state(at) is not RevealState.ASKED:
            raise CaseError("This was answered already, or it is too late. Whoever needs it asks again.")
        return replace(self, second=by, answered_at=at, is_agreed=is_agreed)

    def shown(self, by: Person, at: datetime) -> "Reveal":
        """From now on for a quarter of an hour. Raises CaseError unless it is theirs, and was agreed to."""
        if not is_same(by, self.by):
            raise CaseError("Only whoever asked may look.")
        if self.state(at) is not RevealState.AGREED:
            raise CaseError("Nobody has agreed to this, or its time is over. Ask again.")
        return replace(self, shown_at=at)


def asked(by: Person, at: datetime, why: str) -> Reveal:
    """A new wish. Raises CaseError without a reason."""
    return Reveal(words_said(why, "reveal_why"), by, at)
