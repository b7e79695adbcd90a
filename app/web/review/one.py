"""Where does a reviewer open a case, read what was seen, and decide on it?"""

from http import HTTPStatus

from fastapi import APIRouter, HTTPException, Request, Response

from app.domain.errors import CaseError
from app.domain.item import Person
from app.review.desk import Sitting
from app.web.forms import Form
from app.web.pages import go_to
from app.web.people import Reviewer
from app.web.review.case_page import Typed, case_page
from app.web.review.enter import purpose_of
from app.web.review.phones import require_may
from app.web.review.room import ReviewRoom
from app.web.review.rooms import as_somebody
from app.web.review.steps import PLACES, STEPS
from app.web.state import Site
from app.web.there import there

router = APIRouter(include_in_schema=False)


@router.get("/review/cases/{number}")
def one(request: Request, site: Site, person: Reviewer, number: str, done: str = "") -> Response:
    """The case, covered until somebody opens it."""
    at = at_case(site.review, number, as_somebody(person))
    return case_page(request, site.review, person, at, Typed(done=done))


@router.post("/review/cases/{number}")
def act(request: Request, site: Site, person: Reviewer, number: str, form: Form) -> Response:
    """What the button says."""
    room, do, by = site.review, form.text("do"), as_somebody(person)
    step = STEPS.get(do)
    if step is None:
        raise HTTPException(HTTPStatus.BAD_REQUEST, "The button is not known. Nothing was changed.")
    purpose_of(request, room, person)
    at = at_case(room, number, by)
    try:
        require_may(request, do)
        step(room, at_case(room, number, by, form.number("version")), form)
    except CaseError as error:
        wrong = {error.field if error.field in PLACES else "main": str(error)}
        return case_page(request, room, person, at, Typed(form, wrong))
    return go_to(f"/review/cases/{number}/attached" if do == "look" else f"/review/cases/{number}?done={do}")


def at_case(room: ReviewRoom, number: str, by: Person, seen: int = 0) -> Sitting:
    """Raises HTTPException: 404 when there is no such case."""
    there(room.desk.cases.case(number), "There is no such case. It may have been deleted.")
    return Sitting(room.desk, number, by, seen)
