"""Which flagged sends wait for somebody, and how did the others end?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus

import structlog
from fastapi import APIRouter, HTTPException, Request, Response

from app.domain.calendar import in_london
from app.domain.caller import Caller
from app.domain.case import CaseState
from app.domain.case_move import OPEN_FOR, is_same
from app.domain.errors import CaseError, StoreError
from app.review.desk import Sitting, queue
from app.review.open_case import claim
from app.review.reveal import waiting_reveals
from app.web.forms import Form
from app.web.pages import go_to
from app.web.people import Reviewer
from app.web.review.enter import purpose_of
from app.web.review.narrow import RISKS, WHO_HAS, Has, Narrow, Narrowed, who_has
from app.web.review.room import ReviewRoom
from app.web.review.rooms import Row, as_somebody, review_page, row, title_of
from app.web.state import Site

router = APIRouter(include_in_schema=False)
log = structlog.get_logger("sendwell.review")
_SHOWN = 100
_OF_A_RULE = 50
"""So many cases of one rule are shown; the others come up as these are decided."""


@dataclass(frozen=True, slots=True)
class _Group:
    """The cases of one rule."""

    rule: str
    title: str
    rows: Sequence[Row]
    many: int


@router.get("/review")
def waiting(request: Request, site: Site, person: Reviewer, narrow: Narrowed, done: str = "") -> Response:
    """By rule and risk, never by person."""
    said = {"done": "You have claimed it." if done == "claim" else ""}
    return _shown(request, site.review, person, narrow, said)


@router.post("/review")
def act(request: Request, site: Site, person: Reviewer, narrow: Narrowed, form: Form) -> Response:
    """Claim a case, covered as it is."""
    room, (do, _, number) = site.review, form.text("do").partition(" ")
    if do != "claim":
        raise HTTPException(HTTPStatus.BAD_REQUEST, "The button is not known. Nothing was changed.")
    purpose_of(request, room, person)
    try:
        claim(Sitting(room.desk, number, as_somebody(person)))
    except CaseError as error:
        return _shown(request, room, person, narrow, {"wrong": {f"case-{number}": str(error)}})
    return go_to(f"/review?{narrow.query}&done=claim#case-{number}".replace("?&", "?"))


@router.get("/review/closed")
def closed(request: Request, site: Site, person: Reviewer) -> Response:
    """The newest of those that were decided."""
    room = site.review
    try:
        purpose = purpose_of(request, room, person)
        found = room.desk.cases.cases((CaseState.CLOSED,), _SHOWN)
    except StoreError:
        return _no_answer(request)
    titles = {rule: title_of(room, rule) for rule in {case.flagged.rule for case in found}}
    return review_page(
        request,
        "closed.html",
        rows=[row(case, person) for case in found],
        titles=titles,
        most=_SHOWN,
        purpose=purpose,
    )


def _shown(
    request: Request, room: ReviewRoom, person: Caller, narrow: Narrow, said: Mapping[str, object]
) -> Response:
    """The queue, with what was done (`done`), or what was wrong and where (`wrong`)."""
    try:
        purpose = purpose_of(request, room, person)
        known = _known(room, person, narrow)
    except StoreError:
        return _no_answer(request)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if "wrong" in said else HTTPStatus.OK
    known = {"done": "", "wrong": {}, "purpose": purpose, **known, **said}
    return review_page(request, "queue.html", status, **known)


def _no_answer(request: Request) -> Response:
    """Not to be taken for an empty list."""
    log.warning("the cases could not be read")
    return review_page(request, "no_answer.html", HTTPStatus.SERVICE_UNAVAILABLE)


def _known(room: ReviewRoom, person: Caller, narrow: Narrow) -> Mapping[str, object]:
    """What the page shows. Raises StoreError: no answer is not the same as no case."""
    now, by, everything = room.desk.clock.now(), as_somebody(person), queue(room.desk)
    groups = [
        _Group(
            one.rule,
            title_of(room, one.rule),
            [row(c, person) for c in one.cases[:_OF_A_RULE]],
            len(one.cases),
        )
        for one in narrow.of(everything, by)
    ]
    mine = [case for one in everything for case in one.cases if who_has(case, by) is Has.ME]
    due = [case for case in room.desk.cases.held() if case.is_due(in_london(now).date())]
    wanted = [case for case in waiting_reveals(room.desk) if case.reveal and not is_same(case.reveal.by, by)]
    last = None if everything else room.desk.last_check()
    return {
        "groups": groups,
        "narrow": narrow,
        "many": sum(len(one.cases) for one in everything),
        "rules": [("", "Any"), *((one.rule, title_of(room, one.rule)) for one in everything)],
        "risks": RISKS,
        "who_has": WHO_HAS,
        "mine": [(case, title_of(room, case.flagged.rule)) for case in mine],
        "hours": int(OPEN_FOR.total_seconds() // 3600),
        "last_check": last,
        "is_today": last is not None and in_london(last).date() == in_london(now).date(),
        "due": [(case, title_of(room, case.flagged.rule)) for case in due],
        "wanted": [(case, title_of(room, case.flagged.rule)) for case in wanted],
    }
