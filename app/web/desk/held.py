"""Which mail to schools is approved and has not gone out, so that anybody at the desk can still stop it?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from app.bulletin.requests.decide_request import is_past
from app.domain.bulk_request import BulkRequest, RequestState
from app.domain.calendar import in_london
from app.web.desk.room import DeskRoom
from app.web.pages import in_days, in_hours


@dataclass(frozen=True, slots=True)
class HeldMail:
    """A mail that can be stopped. Without `until` no clock runs: it waits for something else."""

    request: BulkRequest
    said: str
    by: str
    until: datetime | None

    @property
    def title(self) -> str:
        """Where others stand beside it."""
        return f"“{self.request.asked.subject}” {self.said}"


def held_mail(room: DeskRoom, request: BulkRequest) -> HeldMail | None:
    """What holds it; None when it is not held."""
    until = request.held_until
    if request.state is not RequestState.APPROVED or until is None:
        return None
    by = request.decided_by.name if request.decided_by else "Somebody"
    if is_past(room.desk, request):
        said = "is approved, and is not sent: the day by which schools must act is past."
        return HeldMail(request, said, by, None)
    if not room.sends:
        said = "is approved, and waits: no mail goes out from this installation yet."
        return HeldMail(request, said, by, None)
    said = f"is held, and goes out at {in_hours(until)} on {in_days(in_london(until).date())}."
    return HeldMail(request, said, by, until)


def all_held_mail(room: DeskRoom) -> Sequence[HeldMail]:
    """What goes out first at the head."""
    found = (held_mail(room, one) for one in room.desk.book.requests((RequestState.APPROVED,)))
    held = [one for one in found if one is not None]
    return sorted(held, key=lambda one: (one.until is None, one.request.held_until))
