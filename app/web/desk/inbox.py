"""What is there to do at the bulletin desk today?

The issue that is being put together, and every item that is new, needs work or is ready.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from http import HTTPStatus

from fastapi import APIRouter, HTTPException, Request, Response

from app.bulletin.build_issue import Week, place, week
from app.bulletin.edit import claim
from app.domain.bulk_request import RequestState
from app.domain.calendar import Break
from app.domain.caller import Caller
from app.domain.errors import BulletinError
from app.domain.issue import Issue, IssueState
from app.domain.item import AT_THE_DESK, Item, ItemState
from app.web.desk.clock import time_left
from app.web.desk.held import all_held_mail
from app.web.desk.just_done import done_in_inbox
from app.web.desk.placing import open_issue, place_each, ready_items
from app.web.desk.room import DeskRoom, Reach
from app.web.desk.rooms import as_somebody, desk_page
from app.web.desk.rows import Row, row, sent_back
from app.web.forms import Form
from app.web.pages import counted, go_to
from app.web.people import Editor
from app.web.state import Site

router = APIRouter(include_in_schema=False)
AWAY: Mapping[Break, str] = {
    Break.HALF_TERM: "Schools are away for half term.",
    Break.HOLIDAY: "Schools are on holiday.",
    Break.BEYOND_CALENDAR: "The calendar ends here.",
}
_LISTS = (
    (ItemState.NEW, "New", "Nothing new. Colleagues put items in from their drafts in Outlook."),
    (ItemState.NEEDS_WORK, "Needs work", "Nothing was sent back."),
    (ItemState.READY, "Ready", "Nothing is ready yet. Open a new item and make it ready."),
)


@dataclass(frozen=True, slots=True)
class _List:
    id: str
    title: str
    rows: Sequence[Row]
    empty: str
    unplaced: int


@dataclass(frozen=True, slots=True)
class _ThisWeek:
    issue: Issue
    left: str
    reach: Reach


@dataclass(frozen=True, slots=True)
class _Done:
    """What was just done, what of it was wrong, and the item it was done with."""

    said: str = ""
    wrong: Mapping[str, str] = field(default_factory=dict)
    at: str = ""


@router.get("/desk")
def inbox(  # noqa: PLR0913, PLR0917 - the address of the page, part by part
    request: Request, site: Site, person: Editor, done: str = "", at: str = "", of: str = ""
) -> Response:
    """Everything that waits. `at` is the item just acted on, where the keys go on; `of` one that left."""
    return _shown(request, site.desk, person, _Done(done_in_inbox(site.desk, done, at or of), at=at))


@router.post("/desk")
def act(request: Request, site: Site, person: Editor, form: Form) -> Response:
    """Claim an item, or place what is ready."""
    room, (do, _, number) = site.desk, form.text("do").partition(" ")
    by, issue = as_somebody(person), open_issue(site.desk.desk)
    if do == "examples" and room.examples:
        if not room.desk.book.items(AT_THE_DESK):
            room.examples(by)
        return go_to("/desk?done=examples")
    try:
        if do == "claim":
            claim(room.desk, number, by)
            return go_to(f"/desk?done=claim&at={number}")
        if do in {"place", "place-late"} and issue:
            place(room.desk, issue.key, number, by, even_late=do == "place-late")
            return go_to(f"/desk?done=place&at={number}")
    except BulletinError as error:
        return _shown(request, room, person, _Done(wrong={f"item-{number}": str(error)}))
    if do != "place-all" or issue is None:
        raise HTTPException(HTTPStatus.BAD_REQUEST, "No issue is open for that. Nothing was changed.")
    placed = place_each(room.desk, issue.key, ready_items(room.desk), by)
    if placed.said:
        said = f"{counted(placed.number, 'item')} placed." if placed.number else ""
        return _shown(request, room, person, _Done(said, {"ready-title": " ".join(placed.said)}))
    return go_to("/desk?done=place-all")


def _shown(request: Request, room: DeskRoom, person: Caller, done: _Done) -> Response:
    current = week(room.desk)
    waiting = room.desk.book.requests((RequestState.ASKED,))
    days = [request.asked.deadline for request in waiting if request.asked.deadline]
    held = current.issue if current.issue and current.issue.state is IssueState.HELD else None
    return desk_page(
        request,
        "desk/inbox.html",
        HTTPStatus.UNPROCESSABLE_ENTITY if done.wrong else HTTPStatus.OK,
        week=_this_week(room, current),
        away=AWAY[current.missing] if current.missing else "",
        held=held,
        held_mail=all_held_mail(room),
        stuck=[(one.key, why) for one in room.going_out() if (why := room.how_far(one.key).stuck)],
        waiting=waiting,
        first_day=min((day for day in days if day >= room.desk.today), default=None),
        past=sum(day < room.desk.today for day in days),
        lists=_lists(room, person, current.issue),
        has_examples=room.examples is not None,
        done=done.said,
        wrong=done.wrong,
        at=done.at,
        now=room.desk.clock.now(),
    )


def _this_week(room: DeskRoom, current: Week) -> _ThisWeek | None:
    if current.issue is None:
        return None
    left = time_left(room.desk.clock.now(), current.issue.cut_off)
    return _ThisWeek(current.issue, left, room.reach())


def _lists(room: DeskRoom, person: Caller, issue: Issue | None) -> list[_List]:
    lists, items = room.audiences().lists, room.desk.book.items(AT_THE_DESK)
    found = []
    for state, title, empty in _LISTS:
        here = sorted((i for i in items if i.state is state), key=lambda i: (i.submitted_at, i.id))
        rows = [
            replace(
                row(item, lists, issue, person.address), alike=_alike(room, item), back=sent_back(room, item)
            )
            for item in here
        ]
        found.append(_List(state.value, title, rows, empty, sum(r.can_place for r in rows)))
    return found


def _alike(room: DeskRoom, item: Item) -> Sequence[Item]:
    """Only for what somebody has still to look at."""
    return room.alike(item) if item.state is ItemState.NEW else ()
