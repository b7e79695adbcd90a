"""What becomes of a request for mail that does not fit the bulletin?

Urgent mail, mail to a chosen set of schools, and a note to the schools of a cluster are asked for; the
Communications Team (or the local officer) approves one, declines it, or turns it into an item. What is
approved is held for some minutes, in which anybody at the desk can stop it, and then goes out, once.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from app.domain.asked import Asked
from app.domain.errors import BulletinError
from app.domain.for_whom import ForWhom
from app.domain.issue import HOLD
from app.domain.issue import QUESTIONS as OF_AN_ISSUE
from app.domain.item import WHY_MAX, Person

_OF_A_PAGE = "elsewhere"
QUESTIONS: Mapping[str, str] = MappingProxyType(
    {name: question for name, question in OF_AN_ISSUE.items() if name != _OF_A_PAGE}
)
"""Those before an issue that fit a mail too: nobody comes upon a mail, everybody it is for gets it."""


class RequestState(StrEnum):
    """Where a request stands."""

    ASKED = "asked"
    APPROVED = "approved"
    """Held, and still to be stopped until `held_until`."""
    GOING_OUT = "going-out"
    OUT = "out"
    PASSED_ON = "passed-on"
    """Given to the local officer."""
    TURNED = "turned-into-item"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


NEVER_OUT = frozenset(
    {RequestState.PASSED_ON, RequestState.TURNED, RequestState.DECLINED, RequestState.WITHDRAWN}
)
"""Those that ended without a mail-out; they are deleted after a while."""
PUT_ASIDE = frozenset({RequestState.DECLINED, RequestState.PASSED_ON})
"""By an editor, and so an editor can take it up again."""


@dataclass(frozen=True, slots=True)
class Approval:
    """What an editor says who approves: to whom it goes, the questions, and why where that is asked."""

    for_whom: ForWhom
    answers: Mapping[str, bool]
    why: str = ""


@dataclass(frozen=True, slots=True)
class BulkRequest:
    """A request as it stands. `urgency` is what the urgency test said when it was asked, in facts.

    What was asked for stays as it was; `goes_to` are other schools that somebody approved it for. While it
    waits, `decided_by` is whoever took it up again, if somebody did.
    """

    id: str
    asked: Asked
    sender: Person
    asked_at: datetime
    urgency: Mapping[str, Any]
    state: RequestState = RequestState.ASKED
    decided_by: Person | None = None
    decided_at: datetime | None = None
    why: str = ""
    item: str = ""
    """The item that it was turned into."""
    version: int = 1
    goes_to: ForWhom | None = None
    held_until: datetime | None = None
    answers: Mapping[str, bool] = field(default_factory=dict)

    @property
    def may_be_withdrawn(self) -> bool:
        """Whether its sender can take it back."""
        return RequestState.WITHDRAWN in _NEXT.get(self.state, frozenset())

    @property
    def for_whom(self) -> ForWhom:
        """The schools that it is for as it stands."""
        return self.asked.for_whom if self.goes_to is None else self.goes_to

    def approved(self, said: Approval, by: Person, at: datetime) -> "BulkRequest":
        """Held from `at` on, to go out when the hold is over.

        Raises:
            BulletinError: it was decided already; a question is not answered with yes; or it goes to other
                schools than were asked for without a reason, or to such as a request of its kind cannot have.
        """
        goes_to = None if said.for_whom == self.asked.for_whom else said.for_whom
        if goes_to is not None and not said.why.strip():
            raise BulletinError("Say why it goes to other schools than were asked for.", "why")
        if faults := replace(self.asked, for_whom=said.for_whom, is_for_all=True).faults():
            name, first = next(iter(faults.items()))
            raise BulletinError(first, name, faults)
        unanswered = [question for question in QUESTIONS if said.answers.get(question) is not True]
        if unanswered:
            raise BulletinError("Answer every question with yes, or do not approve it.", unanswered[0])
        return replace(
            self._decided(RequestState.APPROVED, by, at, said.why),
            goes_to=goes_to,
            held_until=at.astimezone(UTC) + HOLD,
            answers=dict.fromkeys(QUESTIONS, True),
        )

    def stopped(self) -> "BulkRequest":
        """To be decided again. Raises BulletinError when it is not held (any longer)."""
        if self.state is not RequestState.APPROVED:
            raise BulletinError("It is too late to stop this mail, or it was not approved.")
        return self._asked_again(None)

    def taken_up(self, by: Person) -> "BulkRequest":
        """To be decided again: `by` says so. Raises BulletinError unless it was declined or passed on."""
        if self.state not in PUT_ASIDE:
            raise BulletinError("Only what was declined or passed on can be decided again.")
        return self._asked_again(by)

    def turned_back(self, by: Person) -> "BulkRequest":
        """To be decided again, without an item. Raises BulletinError unless it was turned into one."""
        if self.state is not RequestState.TURNED:
            raise BulletinError("Only what was turned into an item can be turned back.")
        return replace(self._asked_again(by), item="")

    def decided(
        self, state: RequestState, by: Person, at: datetime, why: str = "", item: str = ""
    ) -> "BulkRequest":
        """Once somebody decided that it does not go out like this; its sender may until it goes.

        Raises:
            BulletinError: it was decided already, or a reason is missing.
        """
        if state not in NEVER_OUT:
            raise BulletinError("What goes out is approved first, and held.")
        if state is RequestState.DECLINED and not why.strip():
            raise BulletinError("Say why, in a sentence.", "why")
        if state is RequestState.WITHDRAWN and by.address != self.sender.address:
            raise BulletinError("Only the person who asked can take a request back.")
        return replace(self._decided(state, by, at, why), item=item)

    def is_due(self, at: datetime) -> bool:
        """Whether it is approved, and its hold is over."""
        until = self.held_until
        return self.state is RequestState.APPROVED and until is not None and until <= at

    def going_out(self, at: datetime) -> "BulkRequest":
        """From `at` on it cannot be stopped. Raises BulletinError unless it is held, and the hold is over."""
        if not self.is_due(at):
            raise BulletinError("This mail cannot go out: it was not approved, has gone out, or is held yet.")
        return self._to(RequestState.GOING_OUT)

    def out(self) -> "BulkRequest":
        """Gone out. Raises BulletinError unless it is going out."""
        if self.state is not RequestState.GOING_OUT:
            raise BulletinError("Only mail that is going out can have gone out.")
        return self._to(RequestState.OUT)

    def _decided(self, state: RequestState, by: Person, at: datetime, why: str) -> "BulkRequest":
        if state not in _NEXT.get(self.state, frozenset()):
            raise BulletinError("That cannot be done: somebody has decided on this request already.")
        if len(why) > WHY_MAX:
            raise BulletinError(f"Say why in at most {WHY_MAX} characters.", "why")
        return replace(self._to(state), decided_by=by, decided_at=at, why=why)

    def _asked_again(self, by: Person | None) -> "BulkRequest":
        waits = replace(self._to(RequestState.ASKED), decided_by=by, decided_at=None, why="", answers={})
        return replace(waits, goes_to=None, held_until=None)

    def _to(self, state: RequestState) -> "BulkRequest":
        return replace(self, state=state, version=self.version + 1)


_NEXT: Mapping[RequestState, frozenset[RequestState]] = {
    RequestState.ASKED: NEVER_OUT | {RequestState.APPROVED},
    RequestState.APPROVED: frozenset({RequestState.WITHDRAWN}),
}
"""What somebody may decide, by how it stands."""


def by_deadline(request: BulkRequest) -> tuple[date, datetime]:
    """For sorting: the nearest deadline first, those without one last, the oldest of them first."""
    return request.asked.deadline or date.max, request.asked_at
