"""Where does a reviewer read what a sender attached?

On one page, for a quarter of an hour, with the reader's name and the time across it. Each time it is opened
the service asks again whether they still may; no cache keeps it, no phone shows it, and it is not printed.
"""

from http import HTTPStatus
from math import ceil

from fastapi import APIRouter, Request, Response

from app.domain.errors import CaseError
from app.review.reveal import go_on_looking
from app.web.people import Refusal, Reviewer
from app.web.review.case_page import Typed, case_page
from app.web.review.enter import purpose_of
from app.web.review.one import at_case
from app.web.review.phones import is_phone
from app.web.review.rooms import as_somebody, review_page, title_of
from app.web.state import Site

router = APIRouter(include_in_schema=False)
_HIDDEN = {"Pragma": "no-cache", "X-Robots-Tag": "noindex, noarchive"}


@router.get("/review/cases/{number}/attached")
def attached(request: Request, site: Site, person: Reviewer, number: str) -> Response:
    """What is attached; when the time is over the browser is led back, and nothing is shown any more."""
    room = site.review
    purpose = purpose_of(request, room, person)
    at = at_case(room, number, as_somebody(person))
    if is_phone(request):
        said = "What a sender attached is not shown on a phone. Open the case at a computer."
        raise Refusal(HTTPStatus.FORBIDDEN, "Not on a phone", said)
    try:
        shown = go_on_looking(at)
    except CaseError as error:
        return case_page(request, room, person, at, Typed(wrong={"main": str(error)}))
    now = room.desk.clock.now()
    told = review_page(
        request,
        "attached.html",
        case=at.case,
        title=title_of(room, at.case.flagged.rule),
        shown=shown,
        viewer=person.name,
        purpose=purpose,
        now=now,
    )
    left = max(1, ceil((shown.until - now).total_seconds()))
    told.headers.update(_HIDDEN | {"Refresh": f"{left}; url=/review/cases/{number}?done=over"})
    return told
