"""What do I read of a send of mine that a rule flagged, and what may I add to it?

Who opened it and for what, what a reviewer asks, and what I attached: I may attach words of that mail, or
not, and take them back. Who was shown them, who agreed and why, stands here too.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from fastapi import APIRouter, HTTPException, Request, Response

from app.domain.caller import Caller
from app.domain.case import Case, CaseState
from app.domain.errors import CaseError
from app.domain.reveal import ATTACHED_MAX
from app.review.attach import OwnSide, question_for_sender
from app.staff.own_cases import own_case
from app.web.forms import Form
from app.web.pages import go_to
from app.web.people import Sender
from app.web.review.rooms import WORDS, title_of
from app.web.staff.rooms import staff_page
from app.web.state import Site, WebState
from app.web.there import there

router = APIRouter(include_in_schema=False)
_DONE: Mapping[str, str] = {
    "attach": "It is attached, and sealed. A reviewer can ask to see it.",
    "take-back": "It is taken back and deleted.",
}


@dataclass(frozen=True, slots=True)
class _Typed:
    """What stands in the form, and what is wrong with it."""

    words: str = ""
    wrong: Mapping[str, str] = field(default_factory=dict)
    done: str = ""


@router.get("/staff/me/cases/{number}")
def mine(request: Request, site: Site, person: Sender, number: str, done: str = "") -> Response:
    """One case about a mail of the person who asks; of anybody else's there is none here."""
    return _shown(request, site, _theirs(site, person, number), _Typed(done=_DONE.get(done, "")))


@router.post("/staff/me/cases/{number}")
def add(request: Request, site: Site, person: Sender, number: str, form: Form) -> Response:
    """Attach words, or take back what is attached."""
    found, side, do = _theirs(site, person, number), own_side(site, person), form.text("do")
    words = form.whole("words")
    try:
        if do == "attach":
            side.attach(number, words)
        elif do == "take-back":
            side.take_back(number)
        else:
            raise HTTPException(400, "The button is not known. Nothing was changed.")
    except CaseError as error:
        return _shown(request, site, found, _Typed(words, {error.field or "main": str(error)}))
    return go_to(f"/staff/me/cases/{number}?done={do}")


def own_side(site: WebState, person: Caller) -> OwnSide:
    """The person at the cases about their mail, found by the same codes as on their own page."""
    keyed_hash, desk = site.staff.held.records.keyed_hash, site.review.desk
    known = {person.address.strip().lower(), person.key} - {""}
    return OwnSide(desk.cases, desk.clock, frozenset(map(keyed_hash, known)))


def _theirs(site: WebState, person: Caller, number: str) -> Case:
    return there(own_side(site, person).case(number), "There is no such case about a mail of yours.")


def _shown(request: Request, site: WebState, found: Case, typed: _Typed) -> Response:
    cases = site.review.desk.cases
    told = staff_page(
        request,
        "own_case.html",
        own=own_case(cases, found),
        title=title_of(site.review, found.flagged.rule),
        told=WORDS,
        texts=cases.words(found.id),
        question=question_for_sender(cases, found),
        is_open=found.state is not CaseState.CLOSED,
        most=ATTACHED_MAX,
        typed=typed,
    )
    if typed.wrong:
        told.status_code = 422
    return told
