"""What is held about me, and what must everybody be told about the checks?"""

import json

from fastapi import APIRouter, Request, Response

from app.domain.caller import Caller
from app.staff.kept.kept import About
from app.staff.notice import NEVER
from app.staff.own_data import as_data
from app.staff.own_record import OwnRecord, own_record
from app.web.pages import download
from app.web.people import Sender, Visitor
from app.web.staff.own_words import TOLD, not_shown, titles
from app.web.staff.rooms import staff_page
from app.web.state import Site, WebState

router = APIRouter(include_in_schema=False)
CHECKS_SHOWN = 20


@router.get("/staff/me")
def held(request: Request, site: Site, person: Sender) -> Response:
    """Everything about the person who asks."""
    own = _own(site, person)
    rest = not_shown(own)
    return staff_page(
        request,
        "me.html",
        own=own,
        titles=titles(site.review, own),
        told=TOLD,
        some=rest["some"],
        none=rest["none"],
        policies=site.policy.titles(),
        latest=CHECKS_SHOWN,
    )


@router.get("/staff/me/download")
def as_file(site: Site, person: Sender) -> Response:
    """The same, to take away."""
    told = as_data(_own(site, person), site.review.desk.cases.words)
    return download(
        json.dumps(told, indent=1, ensure_ascii=False) + "\n", "held-about-me.json", "application/json"
    )


@router.get("/notice")
def notice(request: Request, site: Site, _person: Visitor) -> Response:
    """The monitoring notice, for everybody."""
    told = site.staff.notice()
    return staff_page(
        request,
        "notice.html",
        told=told,
        of_people=told.about(About.YOU),
        of_mail=told.about(About.YOUR_MAIL),
        of_nobody=told.about(About.NOBODY),
        never=NEVER,
    )


def _own(site: WebState, person: Caller) -> OwnRecord:
    return own_record(site.staff.held, person.address, person.name, site.clock.now(), person.key)
