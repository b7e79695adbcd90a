"""Where does an editor read an item, change it and decide on it?"""

from collections.abc import Callable, Mapping
from http import HTTPStatus

from fastapi import APIRouter, HTTPException, Request, Response

from app.bulletin.edit import (
    claim,
    decline,
    edit,
    hand_over,
    let_go,
    make_ready,
    merge,
    send_back,
    take_up,
)
from app.domain.caller import Caller
from app.domain.errors import BulletinError
from app.domain.item import Item, ItemState
from app.domain.item import Person as Somebody
from app.web.desk.item_form import as_text, choices, given, shown
from app.web.desk.item_page import Beside, item_page, unsaved
from app.web.desk.placing import new_items, open_issue, place_each
from app.web.desk.room import DeskRoom
from app.web.desk.rooms import as_somebody
from app.web.forms import Form, Posted
from app.web.pages import go_to
from app.web.people import Editor
from app.web.state import Site
from app.web.there import there

router = APIRouter(include_in_schema=False)


@router.get("/desk/items/{number}")
def one(  # noqa: PLR0913, PLR0917 - the address of the page, part by part
    request: Request, site: Site, person: Editor, number: str, done: str = "", of: str = ""
) -> Response:
    """The item: its text as a form, the gates, and what was done with it."""
    item = _item(site.desk, number)
    return item_page(request, site.desk, person, item, Beside(shown(item.text), done=done, of=of))


@router.post("/desk/items/{number}")
def act(request: Request, site: Site, person: Editor, number: str, form: Form) -> Response:
    """Do with it what the button says."""
    room, do = site.desk, form.text("do")
    item = _item(room, number)
    if do in {"save", "ready", "next"}:
        return _saved(request, room, person, item, form)
    step = _STEPS.get(do)
    if step is None:
        raise HTTPException(HTTPStatus.BAD_REQUEST, "The button is not known. Nothing was changed.")
    try:
        step(room, item, form.number("version"), as_somebody(person), form)
    except BulletinError as error:
        asked = shown(item.text, form.text("why"))
        field = error.field if error.field in _DECIDED_WITH else "main"
        return item_page(request, room, person, _item(room, number), Beside(asked, {field: str(error)}))
    return go_to(f"/desk/items/{number}?done={do}")


def _saved(request: Request, room: DeskRoom, person: Caller, item: Item, form: Posted) -> Response:
    """Keep the text; make it ready and place it, where that was asked."""
    asked, do = given(form), form.text("do")
    text, wrong = as_text(asked, item.text, choices(room.audiences(), item.text.for_whom))
    if wrong:
        return item_page(request, room, person, item, Beside(asked, wrong))
    beside = unsaved(room, item, form.number("version"), text)
    if beside.meanwhile:
        return item_page(request, room, person, item, beside)
    try:
        why = form.text("despite") if item.state is ItemState.READY else ""
        after = edit(room.desk, item.id, item.version, text, as_somebody(person), why)
        goes_out = do != "save" or after.state is ItemState.READY
        wrong = _held_back(room, after, form) if goes_out else {}
        if not wrong:
            return _on(room, as_somebody(person), after, form)
        return item_page(request, room, person, after, Beside(shown(after.text), wrong))
    except BulletinError as error:
        wrong = error.faults or {"headline": str(error)}
        return item_page(request, room, person, _item(room, item.id), Beside(asked, wrong, mine=beside.mine))


def _held_back(room: DeskRoom, item: Item, form: Posted) -> dict[str, str]:
    """Why the checks do not let an item be made ready, by the field where that is put right."""
    gates = room.said_of(item)
    if gates.stops:
        return {"gates-title": f"It is saved, but cannot go out like this: {'; '.join(gates.stops)}."}
    if room.lacks_reason(item, gates) and not form.text("despite"):
        return {"despite": "It is saved. Say why it may go out all the same, or change it."}
    return {}


def _on(room: DeskRoom, by: Somebody, item: Item, form: Posted) -> Response:
    """As far as the button says: saved, made ready, or placed too and on to the next new item."""
    do = form.text("do")
    if do == "save":
        return go_to(f"/desk/items/{item.id}?done=saved")
    if item.state is not ItemState.READY:
        item = make_ready(room.desk, item.id, item.version, by, form.text("despite"))
    if do == "ready":
        return go_to(f"/desk/items/{item.id}?done=ready")
    issue = open_issue(room.desk)
    placed = place_each(room.desk, issue.key, [item], by) if issue else None
    done = "next" if placed and placed.number else "next-unplaced"
    coming = new_items(room.desk, by)
    return go_to(f"/desk{f'/items/{coming[0].id}' if coming else ''}?done={done}&of={item.id}")


def _hand_over(room: DeskRoom, item: Item, seen: int, by: Somebody, form: Posted) -> None:
    to = next((p for p in room.editors() if p.address == form.text("to")), None)
    if to is None:
        raise BulletinError("Say to whom.", "to")
    hand_over(room.desk, item.id, seen, by, to)


def _merge(room: DeskRoom, item: Item, seen: int, by: Somebody, form: Posted) -> None:
    if not form.text("into"):
        raise BulletinError("Choose the other item.", "into")
    merge(room.desk, item.id, seen, form.text("into"), by)


_DECIDED_WITH = frozenset({"why", "to", "into"})
"""The fields of the page with which an item is handed over, sent back, declined or merged."""
_Step = Callable[[DeskRoom, Item, int, Somebody, Posted], object]
_STEPS: Mapping[str, _Step] = {
    "claim": lambda room, item, _, by, __: claim(room.desk, item.id, by),
    "take-over": lambda room, item, _, by, __: claim(room.desk, item.id, by, take_over=True),
    "let-go": lambda room, item, seen, by, _: let_go(room.desk, item.id, seen, by),
    "hand-over": _hand_over,
    "send-back": lambda room, item, seen, by, form: send_back(room.desk, item.id, seen, by, form.text("why")),
    "decline": lambda room, item, seen, by, form: decline(room.desk, item.id, seen, by, form.text("why")),
    "merge": _merge,
    "take-up": lambda room, item, seen, by, _: take_up(room.desk, item.id, seen, by),
}


def _item(room: DeskRoom, number: str) -> Item:
    return there(room.desk.book.item(number), "There is no such item. It may have been deleted.")
