"""What becomes of an issue of the bulletin?

An Issue is opened by the calendar, filled and put in order, then published: after the questions are answered
it is held for some minutes, in which anybody at the desk can stop it, and then goes out, once.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum

from app.domain.errors import BulletinError
from app.domain.item import IssueKey, Person
from app.domain.written import wrong_text

HOLD = timedelta(minutes=10)
INTRODUCTION_MAX = 600


class IssueState(StrEnum):
    """Where an issue stands."""

    OPEN = "open"
    HELD = "held"
    """Published, and still to be stopped until `held_until`."""
    GOING_OUT = "going-out"
    OUT = "out"
    """Every delivery has been tried to its end."""


QUESTIONS: Mapping[str, str] = {
    "accurate": "Is every fact, date and name right?",
    "permission": "Did everybody who is shown or told of give permission?",
    "confidential": "Is it free of anything confidential about a school or a person?",
    "neutral": "Is it neutral, polite and in plain English?",
    "context": "Would it still be right if somebody quoted a part of it alone?",
    "readers": "Do you know who will see it, and would you say it to anybody in public?",
    "elsewhere": "Can people who miss this find the same elsewhere?",
}
"""The seven questions before an issue is published (004 §4), by their ids."""


@dataclass(frozen=True, slots=True)
class Issue:
    """An issue as it stands. `order` holds the ids of its items, first to last, over all its sections."""

    key: IssueKey
    goes_out: date
    cut_off: datetime
    state: IssueState = IssueState.OPEN
    introduction: str = ""
    order: tuple[str, ...] = ()
    answers: Mapping[str, bool] = field(default_factory=dict)
    published_by: Person | None = None
    held_until: datetime | None = None
    went_out_at: datetime | None = None
    version: int = 0
    """Counts its changes; 0 when it was never kept."""

    def placed(self, item: str, at: int | None = None) -> "Issue":
        """With an item at a place of the order (the end when None); moved when it is there already."""
        others = [each for each in self.opened().order if each != item]
        place = len(others) if at is None else max(0, min(at, len(others)))
        return replace(self, order=(*others[:place], item, *others[place:]))

    def ordered(self, items: Iterable[str]) -> "Issue":
        """With exactly these items, in this order."""
        return replace(self.opened(), order=tuple(items))

    def without(self, item: str) -> "Issue":
        """Without an item."""
        return replace(self, order=tuple(each for each in self.opened().order if each != item))

    def introduced(self, words: str) -> "Issue":
        """With other opening words. Raises BulletinError when they are too long, or came broken."""
        if wrong := wrong_text("opening words", words, INTRODUCTION_MAX):
            raise BulletinError(wrong, "introduction")
        return replace(self.opened(), introduction=words)

    def published(
        self, answers: Mapping[str, bool], by: Person, at: datetime, not_before: datetime | None = None
    ) -> "Issue":
        """Held from `at` on, to go out when the hold is over, and not before its day.

        Raises:
            BulletinError: it is not open, is empty, or a question is not answered with yes.
        """
        if not self.opened().order:
            raise BulletinError("There is nothing in this issue yet. Place an item first.")
        unanswered = [question for question in QUESTIONS if answers.get(question) is not True]
        if unanswered:
            raise BulletinError("Answer every question with yes, or change the issue first.", unanswered[0])
        given = dict.fromkeys(QUESTIONS, True)
        until = at.astimezone(UTC) + HOLD  # in London ten minutes may last seventy, when the clocks go back
        until = until if not_before is None else max(until, not_before.astimezone(UTC))
        return replace(self, state=IssueState.HELD, answers=given, published_by=by, held_until=until)

    def stopped(self) -> "Issue":
        """Open again. Raises BulletinError when it is not held (any longer)."""
        if self.state is not IssueState.HELD:
            raise BulletinError("It is too late to stop this issue, or it was not published.")
        return replace(self, state=IssueState.OPEN, answers={}, published_by=None, held_until=None)

    def going_out(self, at: datetime) -> "Issue":
        """From `at` on it cannot be stopped. Raises BulletinError unless it is held, and the hold is over."""
        if self.state is not IssueState.HELD:
            raise BulletinError("Only an issue that is held can go out.")
        if self.held_until is None or at < self.held_until:
            raise BulletinError("This issue is held for some minutes yet.")
        return replace(self, state=IssueState.GOING_OUT)

    def out(self, at: datetime) -> "Issue":
        """Gone out. Raises BulletinError unless it is going out."""
        if self.state is not IssueState.GOING_OUT:
            raise BulletinError("Only an issue that is going out can have gone out.")
        return replace(self, state=IssueState.OUT, went_out_at=at)

    def opened(self) -> "Issue":
        """Itself, while it may be changed. Raises BulletinError from the moment it is published."""
        if self.state is not IssueState.OPEN:
            raise BulletinError("This issue is published. Stop it first, while it is held.")
        return self
