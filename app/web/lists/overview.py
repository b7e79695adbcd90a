"""Which terms, hours, words and laws hold here, and who changed them last?"""

from fastapi import APIRouter, Request, Response

from app.policy.laws import parse_laws
from app.policy_owner.calendar_words import in_words
from app.policy_owner.own_words import words_in
from app.web.lists.held import calendar_of, document_named
from app.web.owner.rooms import policy_page
from app.web.people import Administrator
from app.web.state import Site

router = APIRouter(include_in_schema=False)


@router.get("/policy/settings")
def overview(request: Request, site: Site, _person: Administrator) -> Response:
    """The calendar and the lists at a glance."""
    desk = site.policy.desk
    saved = desk.store.newest()
    held = {name: document_named(desk, name) for name in desk.documents}
    return policy_page(
        request,
        "settings/overview.html",
        documents=desk.documents,
        changed={name: saved.get(name) for name in desk.documents},
        comes_to=in_words(calendar_of(held["calendar"]), site.clock.now()),
        words_count=len(words_in(held["words"].text)),
        laws=parse_laws(held["laws"].text, "laws"),
    )
