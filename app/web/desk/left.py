"""What left the desk, what became of it, and how does an editor find it again?

What an editor declined or merged can be taken up again. What its sender took back only they send in anew, and
what went out stays as schools read it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus

from fastapi import APIRouter, Request, Response

from app.bulletin.edit import take_up
from app.bulletin.printed.said_for_whom import said
from app.domain.errors import BulletinError
from app.domain.item import PUT_ASIDE, Item, ItemState, Move, MoveKind
from app.web.desk.room import DeskRoom
from app.web.desk.rooms import as_somebody, desk_page
from app.web.forms import Form
from app.web.pages import go_to
from app.web.people import Editor
from app.web.state import Site

router = APIRouter(include_in_schema=False)
SHOWN = 50
_SEARCHED = 1000
"""Of those that left last."""
_ENDS: Mapping[ItemState, MoveKind] = {
    ItemState.DECLINED: MoveKind.DECLINED,
    ItemState.MERGED: MoveKind.MERGED,
    ItemState.WITHDRAWN: MoveKind.WITHDRAWN,
    ItemState.TURNED_BACK: MoveKind.TURNED_BACK,
    ItemState.OUT: MoveKind.WENT_OUT,
}
_NEVER_OUT = (ItemState.DECLINED, ItemState.MERGED, ItemState.WITHDRAWN, ItemState.TURNED_BACK)
_FILTERS: Mapping[str, tuple[str, Sequence[ItemState]]] = {
    "": ("Did not go out", _NEVER_OUT),
    "declined": ("Declined", (ItemState.DECLINED,)),
    "merged": ("Merged", (ItemState.MERGED,)),
    "withdrawn": ("Taken back", (ItemState.WITHDRAWN,)),
    "turned-back": ("Requests again", (ItemState.TURNED_BACK,)),
    "out": ("Gone out", (ItemState.OUT,)),
}


@dataclass(frozen=True, slots=True)
class _Left:
    """An item that left, the step with which it did, and the item that tells it too."""

    item: Item
    end: Move
    for_whom: str
    told_in: Item | None = None

    @property
    def may_be_taken_up(self) -> bool:
        return self.item.state in PUT_ASIDE


def how_it_left(room: DeskRoom, item: Item) -> Move | None:
    """The step with which it left the desk; None while it is there."""
    kind = _ENDS.get(item.state)
    return next((move for move in reversed(room.desk.book.history(item.id)) if move.kind is kind), None)


def told_in(room: DeskRoom, item: Item) -> Item | None:
    """The item that it was merged into; None where it was not, or that one was deleted."""
    return room.desk.book.item(item.merged_into) if item.merged_into else None


@router.get("/desk/left")
def left(request: Request, site: Site, _person: Editor, show: str = "", q: str = "") -> Response:
    """Those that left last come first; `q` is a part of a headline or of a sender's name."""
    return _page(request, site.desk, show, q)


@router.post("/desk/left")
def act(request: Request, site: Site, person: Editor, form: Form) -> Response:
    """Take one up again, and go to it."""
    number = form.text("take-up")
    try:
        take_up(site.desk.desk, number, form.number(f"version-{number}"), as_somebody(person))
    except BulletinError as error:
        return _page(request, site.desk, form.text("show"), "", {"main": str(error)})
    return go_to(f"/desk/items/{number}?done=take-up")


def _page(
    request: Request, room: DeskRoom, show: str, asked: str, wrong: Mapping[str, str] | None = None
) -> Response:
    chosen = show if show in _FILTERS else ""
    found = _found(room, _FILTERS[chosen][1], asked)
    return desk_page(
        request,
        "desk/left.html",
        HTTPStatus.UNPROCESSABLE_ENTITY if wrong else HTTPStatus.OK,
        rows=[_row(room, *one) for one in found[:SHOWN]],
        is_more=len(found) > SHOWN,
        has_any=bool(found) or bool(room.desk.book.moved_last(tuple(_ENDS), 1)),
        title=_FILTERS[chosen][0],
        filters=[(name, words) for name, (words, _) in _FILTERS.items()],
        show=chosen,
        q=asked,
        wrong=wrong or {},
    )


def _found(room: DeskRoom, states: Sequence[ItemState], asked: str) -> Sequence[tuple[Item, Move]]:
    words = asked.casefold().split()
    found = room.desk.book.moved_last(states, _SEARCHED if words else SHOWN + 1)
    return [
        (item, last)
        for item, last in found
        if all(word in f"{item.text.headline} {item.sender.name}".casefold() for word in words)
    ]


def _row(room: DeskRoom, item: Item, last: Move) -> _Left:
    """`last` is how it left, unless something was done with another one that is told in it."""
    end = last if last.kind is _ENDS[item.state] else how_it_left(room, item) or last
    return _Left(item, end, said(item.text.for_whom, room.audiences().lists), told_in(room, item))
