"""Which requests for mail to schools wait, and what became of the others?"""

from fastapi import APIRouter, Request, Response

from app.bulletin.requests.urgency_test import urgency_rules
from app.domain.bulk_request import RequestState, by_deadline
from app.web.desk.held import all_held_mail
from app.web.desk.rooms import desk_page
from app.web.people import Editor
from app.web.requests.rows import row
from app.web.state import Site

router = APIRouter(include_in_schema=False)
_DECIDED = tuple(state for state in RequestState if state is not RequestState.ASKED)
_SHOWN = 100


@router.get("/desk/requests")
def listing(request: Request, site: Site, _person: Editor) -> Response:
    """Those that wait by their deadline, then those that were decided on, newest first."""
    room, rules = site.desk, urgency_rules(site.policy.live())
    waiting = sorted(room.desk.book.requests((RequestState.ASKED,)), key=by_deadline)
    decided = sorted(
        room.desk.book.requests(_DECIDED), key=lambda one: one.decided_at or one.asked_at, reverse=True
    )
    return desk_page(
        request,
        "requests/list.html",
        held_mail=all_held_mail(room),
        now=room.desk.clock.now(),
        waiting=[row(room, one, rules) for one in waiting],
        decided=[row(room, one, rules) for one in decided[:_SHOWN]],
        many=len(decided),
    )
