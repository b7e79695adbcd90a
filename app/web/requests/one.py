"""Where does an editor read a request, see how many it reaches, and decide on it?"""

from collections.abc import Callable, Mapping
from http import HTTPStatus

from fastapi import APIRouter, HTTPException, Request, Response

from app.bulletin.requests.decide_request import (
    approve,
    as_item,
    decline,
    pass_on,
    stop,
    take_up,
    turn_back,
    turn_into_item,
)
from app.domain.bulk_request import QUESTIONS, Approval, BulkRequest
from app.domain.caller import Caller
from app.domain.errors import BulletinError
from app.domain.item import Person as Somebody
from app.web.desk.item_form import choices
from app.web.desk.room import DeskRoom, Gates
from app.web.desk.rooms import as_somebody
from app.web.forms import Form, Posted
from app.web.pages import go_to
from app.web.people import Editor
from app.web.requests.filter import filter_of
from app.web.requests.page import Typed, request_page
from app.web.state import Site, WebState
from app.web.there import there

router = APIRouter(include_in_schema=False)


@router.get("/desk/requests/{number}")
def one(request: Request, site: Site, person: Editor, number: str, done: str = "") -> Response:
    """The request: what, why, for whom, and the buttons that decide on it."""
    found = _request(site.desk, number)
    return request_page(request, site, person, found, Typed(found.for_whom, done=done))


@router.post("/desk/requests/{number}")
def act(request: Request, site: Site, person: Editor, number: str, form: Form) -> Response:
    """Count again, or decide as the button says."""
    room, do = site.desk, form.text("do")
    found = _request(room, number)
    chosen = found.for_whom
    if do in {"count", "approve"}:
        chosen = filter_of(form, choices(room.audiences(), chosen))
    typed = Typed(chosen, form.text("reason"), form.every("answers"), form.text("why"))
    if do == "count":
        return request_page(request, site, person, found, typed)
    if do == "turn-back":
        return _turned_back(request, site, person, found, form)
    step = _STEPS.get(do)
    if step is None:
        raise HTTPException(HTTPStatus.BAD_REQUEST, "The button is not known. Nothing was changed.")
    try:
        after = step(site, found, form.number("version"), as_somebody(person), typed)
    except BulletinError as error:
        wrong = _wrong(error, do)
        return request_page(request, site, person, _request(room, number), typed.but(wrong))
    on = f"/desk/items/{after.item}?done=turned" if after.item else f"/desk/requests/{number}?done={do}"
    return go_to(on)


def _turned_back(
    request: Request, site: WebState, person: Caller, found: BulkRequest, form: Posted
) -> Response:
    """What its item has become meanwhile counts too, so the page tells both as they were seen."""
    desk, seen = site.desk.desk, (form.number("version"), form.number("item-version"))
    try:
        turn_back(desk, found.id, *seen, as_somebody(person))
    except BulletinError as error:
        typed = Typed(found.for_whom, wrong={"main": str(error)})
        return request_page(request, site, person, _request(site.desk, found.id), typed)
    return go_to(f"/desk/requests/{found.id}?done=turn-back")


def _approve(site: WebState, found: BulkRequest, seen: int, by: Somebody, typed: Typed) -> BulkRequest:
    """Only what reaches somebody and the checks let out.

    Raises:
        BulletinError: as ``approve`` does, or a check stops it or asks for a reason.
    """
    if not site.desk.reach(typed.for_whom).addresses:
        raise BulletinError("It would reach no address. Choose other schools.", "for_whom")
    if any(gate.asks_why for gate in _let_out(site, found).found) and not typed.reason:
        raise BulletinError("A check asks for a reason. Say why it may go out all the same.", "why")
    answers = {question: question in typed.answers for question in QUESTIONS}
    return approve(site.desk.desk, found.id, seen, by, Approval(typed.for_whom, answers, typed.reason))


def _pass_on(site: WebState, found: BulkRequest, seen: int, by: Somebody, typed: Typed) -> BulkRequest:
    """The officer writes what is passed on. Raises BulletinError as ``pass_on`` does, or a check stops it."""
    _let_out(site, found)
    return pass_on(site.desk.desk, found.id, seen, by, typed.why)


def _let_out(site: WebState, found: BulkRequest) -> Gates:
    """What the checks say. Raises BulletinError where one stops it."""
    gates = site.requests.gates(found)
    if gates.stops:
        mend = "Decline it and say what must go, or turn it into an item and mend it there."
        raise BulletinError(f"A check stops it: {'; '.join(gates.stops)}. {mend}", "gates-title")
    return gates


_Step = Callable[[WebState, BulkRequest, int, Somebody, Typed], BulkRequest]
_STEPS: Mapping[str, _Step] = {
    "approve": _approve,
    "stop": lambda site, found, _, __, ___: stop(site.desk.desk, found.id),
    "take-up": lambda site, found, seen, by, _: take_up(site.desk.desk, found.id, seen, by),
    "pass-on": _pass_on,
    "item": lambda site, found, seen, by, _: turn_into_item(
        site.desk.desk, found.id, seen, by, as_item(found)
    )[0],
    "decline": lambda site, found, seen, by, typed: decline(site.desk.desk, found.id, seen, by, typed.why),
}
_PLACES = frozenset({"for_whom", "gates-title", "reason", *QUESTIONS})
"""Of a page where something is approved."""


def _wrong(error: BulletinError, do: str) -> dict[str, str]:
    """What is wrong, by the field of the page where it is put right."""
    if do != "approve":
        return {"why" if do == "decline" else "main": str(error)}
    place = "reason" if error.field == "why" else error.field
    return {place if place in _PLACES else "main": str(error)}


def _request(room: DeskRoom, number: str) -> BulkRequest:
    return there(room.desk.book.request(number), "There is no such request. It may have been deleted.")
