"""Where does an administrator get everything that is held about somebody who asked for it?"""

import json
from collections.abc import Mapping
from http import HTTPStatus

from fastapi import APIRouter, HTTPException, Request, Response

from app.domain.caller import Caller
from app.domain.errors import AccessError
from app.domain.item import Person
from app.domain.rights import AccessRequest
from app.staff.subject_access import AccessDesk, Wish, ask, decide, left_out, take, withdraw, wrong_in
from app.web.forms import Form, Posted
from app.web.pages import download, go_to
from app.web.people import Administrator
from app.web.staff.rooms import staff_page, status_of
from app.web.state import Site, WebState
from app.web.there import there

router = APIRouter(include_in_schema=False)
_FIELDS = frozenset({"address", "why", "sure", "second_why"})


@router.get("/staff/access")
def asked(request: Request, site: Site, _person: Administrator, done: str = "") -> Response:
    """What was asked for, and the form to ask."""
    return _shown(request, site, done=done)


@router.post("/staff/access")
def ask_for(request: Request, site: Site, person: Administrator, form: Form) -> Response:
    """Ask for what is held about somebody."""
    address = form.text("address")
    named = {member.address: member.name for member in site.staff.here()}
    about = Person(named.get(address.lower(), ""), address)
    wish = Wish(about, form.text("why"), is_sure=form.has("sure"), wants_others=form.has("others"))
    by = _as_somebody(person)
    if wrong := wrong_in(wish, by):
        return _shown(request, site, form=form, wrong=wrong)
    return go_to(f"/staff/access/{ask(_desk(site), wish, by).id}?done=asked")


@router.get("/staff/access/{number}")
def one(request: Request, site: Site, person: Administrator, number: str, done: str = "") -> Response:
    """One request: what there is, what is left out, and who has to do what."""
    return _one(request, site, person, _request(site, number), done=done)


@router.post("/staff/access/{number}")
def act(request: Request, site: Site, person: Administrator, number: str, form: Form) -> Response:
    """A second administrator decides, or whoever asked does without it."""
    desk, by, do = _desk(site), _as_somebody(person), form.text("do")
    _request(site, number)
    if do not in {"withdraw", "agree", "leave-out"}:
        raise HTTPException(HTTPStatus.BAD_REQUEST, "The button is not known. Nothing was changed.")
    try:
        if do == "withdraw":
            withdraw(desk, number, by)
        else:
            decide(desk, number, by, form.text("second_why"), with_others=do == "agree")
    except AccessError as error:
        wrong = _wrong(error, "second_why")
        return _one(request, site, person, _request(site, number), form=form, wrong=wrong)
    return go_to(f"/staff/access/{number}?done={'withdrawn' if do == 'withdraw' else 'decided'}")


@router.post("/staff/access/{number}/file")
def as_file(request: Request, site: Site, person: Administrator, number: str, form: Form) -> Response:
    """The file; that it is taken is kept, told to the journal, and read by the person."""
    found = _request(site, number)
    try:
        data = take(_desk(site), number, _as_somebody(person))
    except AccessError as error:
        return _one(request, site, person, found, form=form, wrong={"main": str(error)})
    words = json.dumps(data, indent=1, ensure_ascii=False)
    return download(
        words + "\n", f"held-about-{found.about.address.partition('@')[0]}.json", "application/json"
    )


def _desk(site: WebState) -> AccessDesk:
    return site.staff.held.access


def _request(site: WebState, number: str) -> AccessRequest:
    """Raises HTTPException: 404 when there is none."""
    return there(_desk(site).requests.request(number), "There is no such request. It may have been deleted.")


def _as_somebody(person: Caller) -> Person:
    return Person(person.name, person.address or person.key)


def _wrong(error: AccessError, otherwise: str) -> dict[str, str]:
    return {error.field if error.field in _FIELDS else otherwise: str(error)}


def _shown(
    request: Request,
    site: WebState,
    *,
    form: Posted | None = None,
    wrong: Mapping[str, str] | None = None,
    done: str = "",
) -> Response:
    return staff_page(
        request,
        "access.html",
        status_of(wrong or {}),
        requests=_desk(site).requests.all(),
        people=[(member.address, member.name) for member in site.staff.here()],
        typed={name: form.text(name) if form else "" for name in ("address", "why")},
        ticked={name: form.has(name) if form else name == "others" for name in ("sure", "others")},
        wrong=wrong or {},
        done=done,
    )


def _one(  # noqa: PLR0913 - what a page shows
    request: Request,
    site: WebState,
    person: Caller,
    found: AccessRequest,
    *,
    form: Posted | None = None,
    wrong: Mapping[str, str] | None = None,
    done: str = "",
) -> Response:
    desk = _desk(site)
    everything = desk.everything(desk.whoever(found.about.address))
    is_second = person.address not in {found.by.address, found.about.address}
    return staff_page(
        request,
        "access_one.html",
        status_of(wrong or {}),
        one=found,
        everything=everything,
        left_out=left_out(found, everything),
        others=everything.of_others if is_second and found.state.value == "asked" else (),
        is_asker=person.address == found.by.address,
        is_second=is_second,
        typed=form.text("second_why") if form else "",
        wrong=wrong or {},
        done=done,
    )
