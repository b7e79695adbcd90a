"""What is said of a request wherever it is shown?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from app.bulletin.printed.said_for_whom import said
from app.bulletin.requests.urgency_test import Answer, UrgencyRules, ends, urgency_of
from app.domain.asked import RequestKind
from app.domain.bulk_request import BulkRequest, RequestState
from app.web.desk.clock import clock
from app.web.desk.room import DeskRoom

KINDS: Mapping[RequestKind, str] = {
    RequestKind.URGENT: "Urgent mail",
    RequestKind.CHOSEN: "Mail to chosen schools",
    RequestKind.CLUSTER_NOTE: "Note to a cluster",
}
STATES: Mapping[RequestState, tuple[str, str]] = {
    RequestState.ASKED: ("info", "Asked for"),
    RequestState.APPROVED: ("warn", "Approved, held"),
    RequestState.GOING_OUT: ("warn", "Going out"),
    RequestState.OUT: ("well", "Gone out"),
    RequestState.PASSED_ON: ("info", "Passed on"),
    RequestState.TURNED: ("info", "In the bulletin"),
    RequestState.DECLINED: ("info", "Declined"),
    RequestState.WITHDRAWN: ("info", "Taken back by its sender"),
}
_TESTS: Mapping[Answer, tuple[str, str]] = {
    Answer.YES: ("justify", "Urgent"),
    Answer.OPEN: ("warn", "Look at the duty"),
    Answer.NO: ("info", "Not urgent"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """A request in a list. Badges are (how loud, words); `test` is None where urgency is not claimed."""

    request: BulkRequest
    kind: str
    for_whom: str
    state: tuple[str, str]
    test: tuple[str, str] | None
    left: str


def row(room: DeskRoom, request: BulkRequest, rules: UrgencyRules) -> Row:
    """One of them."""
    asked, test = request.asked, None
    if asked.kind is RequestKind.URGENT:
        test = _TESTS[urgency_of(room.desk, request, rules).answer]
    waits = request.state is RequestState.ASKED
    return Row(
        request=request,
        kind=KINDS[asked.kind],
        for_whom=said(request.for_whom, room.audiences().lists),
        state=STATES[request.state],
        test=test,
        left=left(room, asked.deadline) if waits else "",
    )


def left(room: DeskRoom, deadline: date | None) -> str:
    """The clock to a deadline; empty without one."""
    return clock(room.desk.clock.now(), ends(room.desk, deadline)) if deadline else ""
