"""For what does a reviewer come in?

For one of two purposes, which is kept, holds for a working day and stays on every page of the room. Who comes
for the first time reads the rules of the room before that.
"""

from collections.abc import Mapping
from http import HTTPStatus
from urllib.parse import quote

from fastapi import APIRouter, HTTPException, Request, Response

from app.domain.caller import Caller
from app.domain.case_move import OPEN_FOR, Purpose, Visit
from app.web.forms import Form
from app.web.pages import go_to
from app.web.people import Reviewer
from app.web.review.room import ReviewRoom
from app.web.review.rooms import WORDS, as_somebody, review_page
from app.web.state import Site

router = APIRouter(include_in_schema=False)
PATH, HOME = "/review/enter", "/review"
PURPOSES = [
    (Purpose.ABUSE.value, WORDS[Purpose.ABUSE], "Threats, lists of addresses, data that leaves."),
    (Purpose.FAULT.value, WORDS[Purpose.FAULT], "A warning that seems wrong, or did not help."),
]


@router.get(PATH)
def enter(request: Request, site: Site, person: Reviewer, then: str = HOME) -> Response:
    """The two purposes, with the rules of the room."""
    return _shown(request, site.review, person, then)


@router.post(PATH)
def come_in(request: Request, site: Site, person: Reviewer, form: Form) -> Response:
    """Keep it, and go on to where they wanted."""
    said, then = form.text("purpose"), form.text("then")
    if said not in set(Purpose):
        wrong = {"purpose": "Choose what you come in for."}
        return _shown(request, site.review, person, then, wrong)
    desk = site.review.desk
    desk.cases.come_in(Visit(as_somebody(person), desk.clock.now(), Purpose(said)))
    return go_to(_inside(then))


def purpose_of(request: Request, room: ReviewRoom, person: Caller) -> Purpose:
    """What somebody came in for. Raises HTTPException, which leads to the door, when that is not known."""
    visit = room.desk.cases.visit(as_somebody(person))
    if visit is None or not visit.holds(room.desk.clock.now()):
        wanted = request.url.path if request.method == "GET" else HOME
        raise HTTPException(
            HTTPStatus.SEE_OTHER, headers={"Location": f"{PATH}?then={quote(wanted, safe='')}"}
        )
    return visit.purpose


def _shown(
    request: Request, room: ReviewRoom, person: Caller, then: str, wrong: Mapping[str, str] | None = None
) -> Response:
    before = room.desk.cases.visit(as_somebody(person))
    is_inside = before is not None and before.holds(room.desk.clock.now())
    return review_page(
        request,
        "enter.html",
        HTTPStatus.UNPROCESSABLE_ENTITY if wrong else HTTPStatus.OK,
        purposes=PURPOSES,
        chosen=before.purpose.value if before and is_inside else "",
        is_first=before is None,
        then=_inside(then),
        hours=int(OPEN_FOR.total_seconds() // 3600),
        wrong=wrong or {},
    )


def _inside(path: str) -> str:
    """A page of this room, whatever somebody put into the address."""
    is_ours = path.startswith(f"{HOME}/") and not path.startswith(PATH)
    return path if is_ours and not {".", "\\", "\n"} & set(path) else HOME
