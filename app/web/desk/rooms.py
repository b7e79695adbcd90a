"""Which pages are in the bulletin desk's room, and how does each of them start?

The room has neighbours under the same name (requests, figures, the directory): each adds its place to ROOMS
and shows its pages with `desk_page`.
"""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse

from app.bulletin_ports import DeliveryState
from app.domain.caller import Caller
from app.domain.issue import IssueState
from app.domain.item import ItemState, MoveKind
from app.domain.item import Person as Somebody
from app.domain.item_text import Consent
from app.web.navigation import Place
from app.web.pages import ASKS, page

ROOMS = (
    Place("/desk", "Inbox"),
    Place("/desk/issues", "Issues"),
    Place("/desk/requests", "Requests"),
    Place("/desk/figures", "Figures"),
    Place("/desk/directory", "Schools"),
)
WORDS: Mapping[str, str] = {
    ItemState.NEW: "New",
    ItemState.NEEDS_WORK: "Needs work",
    ItemState.READY: "Ready",
    ItemState.OUT: "Gone out",
    ItemState.DECLINED: "Declined",
    ItemState.MERGED: "Merged",
    ItemState.WITHDRAWN: "Taken back by its sender",
    ItemState.TURNED_BACK: "A request again",
    IssueState.OPEN: "Open",
    IssueState.HELD: "Held",
    IssueState.GOING_OUT: "Going out",
    Consent.NONE_SHOWN: "No pictures of people, no facts about one person",
    Consent.GIVEN: "There are some, and everybody gave permission",
    Consent.UNKNOWN: "Nobody has said yet",
    DeliveryState.WAITING: "Waiting",
    DeliveryState.IN_FLIGHT: "On its way",
    DeliveryState.SENT: "Sent",
    DeliveryState.REFUSED: "Refused",
}
MOVES: Mapping[str, str] = {
    MoveKind.SUBMITTED: "submitted it",
    MoveKind.RESUBMITTED: "sent it again",
    MoveKind.CLAIMED: "claimed it",
    MoveKind.HANDED_OVER: "handed it over",
    MoveKind.LET_GO: "let it go",
    MoveKind.EDITED: "edited it",
    MoveKind.SENT_BACK: "sent it back",
    MoveKind.MADE_READY: "made it ready",
    MoveKind.PLACED: "placed it",
    MoveKind.TAKEN_OUT: "took it out",
    MoveKind.WENT_OUT: "published it",
    MoveKind.DECLINED: "declined it",
    MoveKind.MERGED: "merged it into another",
    MoveKind.TOOK_IN: "merged another into it",
    MoveKind.GAVE_BACK: "parted it from another",
    MoveKind.TAKEN_UP: "took it up again",
    MoveKind.WITHDRAWN: "took it back",
    MoveKind.TURNED_BACK: "turned it back into a request",
}
BADGES: Mapping[str, str] = {
    ItemState.NEW: "info",
    ItemState.NEEDS_WORK: "warn",
    ItemState.READY: "well",
    ItemState.OUT: "well",
    ItemState.DECLINED: "info",
    ItemState.MERGED: "info",
    ItemState.WITHDRAWN: "info",
    ItemState.TURNED_BACK: "info",
    IssueState.OPEN: "info",
    IssueState.HELD: "warn",
    IssueState.GOING_OUT: "warn",
}


def desk_page(
    request: Request, template: str, status: HTTPStatus = HTTPStatus.OK, **values: Any
) -> HTMLResponse:
    """A page of this room; `template` is under ``templates/``."""
    path = request.url.path
    inside = (p.path for p in ROOMS if path == p.path or path.startswith(f"{p.path}/"))
    room = max(inside, key=len, default="")
    known = {"rooms": ROOMS, "room": room, "words": WORDS, "moves": MOVES, "badges": BADGES}
    reply = page(request, template, status, **values, **known)
    reply.headers["Content-Security-Policy"] += ASKS
    return reply


def as_somebody(person: Caller) -> Somebody:
    """The person at the page, as the book names people."""
    return Somebody(person.name, person.address)
