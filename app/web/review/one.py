"""Where does a reviewer open a case, read what was seen, and decide on it?"""

from collections.abc import Callable, Mapping
from enum import StrEnum
from http import HTTPStatus
from typing import TypeVar

from fastapi import APIRouter, HTTPException, Request, Response

from app.domain.case import Case, Police, Purpose, Ruling, Wishes
from app.domain.errors import CaseError
from app.domain.item import Person
from app.review.decide import decide, hold, lift_hold, question_conduct, record_advice, record_wishes
from app.review.desk import Sitting
from app.review.open_case import claim, hand_over, let_go, open_case
from app.web.forms import Form, Posted
from app.web.pages import go_to
from app.web.people import Reviewer
from app.web.review.case_page import Typed, case_page
from app.web.review.room import ReviewRoom
from app.web.review.rooms import as_somebody
from app.web.state import Site
from app.web.there import there

router = APIRouter(include_in_schema=False)
_T = TypeVar("_T", bound=StrEnum)


@router.get("/review/cases/{number}")
def one(request: Request, site: Site, person: Reviewer, number: str, done: str = "") -> Response:
    """The case, covered until somebody opens it."""
    at = _at(site.review, number, as_somebody(person))
    return case_page(request, site.review, person, at, Typed(done=done))


@router.post("/review/cases/{number}")
def act(request: Request, site: Site, person: Reviewer, number: str, form: Form) -> Response:
    """What the button says."""
    room, do, by = site.review, form.text("do"), as_somebody(person)
    step = _STEPS.get(do)
    if step is None:
        raise HTTPException(HTTPStatus.BAD_REQUEST, "The button is not known. Nothing was changed.")
    _at(room, number, by)
    try:
        step(room, _at(room, number, by, form.number("version")), form)
    except CaseError as error:
        wrong = {error.field if error.field in _PLACES else "main": str(error)}
        return case_page(request, room, person, _at(room, number, by), Typed(form, wrong))
    return go_to(f"/review/cases/{number}?done={do}")


_PLACES = frozenset({"purpose", "ruling", "why", "whom", "advice", "hold_why", "wishes", "to"})


def _hand_over(room: ReviewRoom, at: Sitting, form: Posted) -> Case:
    to = next((p for p in room.reviewers(at.by.address) if p.address == form.text("to")), None)
    if to is None:
        raise CaseError("Choose who shall go on with it.", "to")
    return hand_over(at, to)


def _decide(_: ReviewRoom, at: Sitting, form: Posted) -> Case:
    ruling = _chosen(Ruling, form, "ruling", "Choose how it ends.")
    return decide(at, ruling, form.whole("why"))


def _wishes(_: ReviewRoom, at: Sitting, form: Posted) -> Case:
    police = _chosen(Police, form, "police", "Say whether they were asked about the police.")
    return record_wishes(at, Wishes(form.whole("wishes"), police))


_STEPS: Mapping[str, Callable[[ReviewRoom, Sitting, Posted], Case]] = {
    "open": lambda _, at, form: open_case(
        at, _chosen(Purpose, form, "purpose", "Choose what you open it for.")
    ),
    "claim": lambda _, at, __: claim(at),
    "let-go": lambda _, at, __: let_go(at),
    "hand-over": _hand_over,
    "decide": _decide,
    "question": lambda _, at, __: question_conduct(at),
    "advice": lambda _, at, form: record_advice(at, form.text("whom"), form.whole("advice")),
    "hold": lambda _, at, form: hold(at, form.whole("hold_why")),
    "lift": lambda _, at, __: lift_hold(at),
    "wishes": _wishes,
}


def _chosen(kind: type[_T], form: Posted, name: str, otherwise: str) -> _T:
    """Which of a few somebody ticked. Raises CaseError for none of them."""
    said = form.text(name)
    if said not in set(kind):
        raise CaseError(otherwise, name)
    return kind(said)


def _at(room: ReviewRoom, number: str, by: Person, seen: int = 0) -> Sitting:
    """Raises HTTPException: 404 when there is no such case."""
    there(room.desk.cases.case(number), "There is no such case. It may have been deleted.")
    return Sitting(room.desk, number, by, seen)
