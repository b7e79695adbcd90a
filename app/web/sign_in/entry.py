"""Who are you?

Where nobody signs people in, somebody at this machine picks who they are, and what they may do, to try it
out. Elsewhere this is the page in front of the organisation's own sign-in.
"""

from http import HTTPStatus

from fastapi import APIRouter, HTTPException, Request, Response

from app.domain.address import normal_address
from app.domain.caller import EVERY_ROLE, IN_WORDS, Caller, Role
from app.sign_in_ports import SignedIn
from app.web.forms import Form, Posted
from app.web.navigation import start_of
from app.web.pages import go_to, page
from app.web.people import AnybodyHere, come_in, leave
from app.web.state import Site, WebState, site_of

router = APIRouter(include_in_schema=False)
NAME_MAX, ADDRESS_MAX = 80, 254
_MORE = [(role.value, IN_WORDS[role].capitalize()) for role in Role if role is not Role.SENDER]


@router.get("/who")
def ask(request: Request, site: Site, _here: AnybodyHere, then: str = "") -> Response:
    """The question, or the way to the sign-in."""
    if site.door.is_local:
        return _asked(request, site, then, {})
    return enter_page(request, then)


@router.post("/who")
def say(request: Request, site: Site, _here: AnybodyHere, form: Form) -> Response:
    """The answer, and on to where they wanted to go."""
    if not site.door.is_local:
        raise HTTPException(HTTPStatus.NOT_FOUND)
    then, chosen = form.text("then"), form.text("chosen")
    person = next((p for p in site.cast if p.address == chosen), None)
    if person is None:
        person = Caller(form.text("name"), form.text("address").lower(), roles=_picked(form))
        wrong = _wrong(person, site)
        if wrong:
            return _asked(request, site, then, wrong, person)
    else:
        person = Caller(person.name, person.address, roles=EVERY_ROLE)
    reply = go_to(ours(then) or start_of(person.roles))
    known = Caller(person.name, person.address, normal_address(person.address), person.roles)
    come_in(request, reply, SignedIn(known))
    return reply


@router.post("/who/leave")
def sign_out(request: Request, _here: AnybodyHere, _form: Form) -> Response:
    """Not you?"""
    reply = go_to("/who")
    leave(request, reply)
    return reply


def enter_page(request: Request, then: str, wrong: str = "", status: HTTPStatus = HTTPStatus.OK) -> Response:
    """The page in front of the sign-in; `wrong` is why the last try failed."""
    given_by = site_of(request).door.given_by
    return page(request, "sign_in/enter.html", status, then=ours(then), wrong=wrong, given_by=given_by)


def _picked(form: Posted) -> frozenset[Role]:
    return frozenset({Role.SENDER, *(role for role in Role if role.value in form.every("roles"))})


def _asked(
    request: Request, site: WebState, then: str, wrong: dict[str, str], given: Caller | None = None
) -> Response:
    status = HTTPStatus.UNPROCESSABLE_ENTITY if wrong else HTTPStatus.OK
    given = given or Caller("", "", roles=EVERY_ROLE)
    return page(
        request,
        "sign_in/pick.html",
        status,
        then=ours(then),
        cast=site.cast,
        wrong=wrong,
        given=given,
        roles=_MORE,
        chosen=[role.value for role in given.roles],
        domains=site.own_domains,
    )


def _wrong(person: Caller, site: WebState) -> dict[str, str]:
    found = {}
    if not 0 < len(person.name) <= NAME_MAX or "@" in person.name:
        found["name"] = f"Write your first and last name, in {NAME_MAX} letters or fewer."
    local, at, domain = person.address.rpartition("@")
    if not (local and at and "." in domain) or " " in person.address or len(person.address) > ADDRESS_MAX:
        found["address"] = "Write your work e-mail address in full, as in p.shah@wealdshire.example."
    elif site.own_domains and not any(
        domain == own or domain.endswith(f".{own}") for own in site.own_domains
    ):
        found["address"] = f"That is no work address here. It ends in @{' or @'.join(site.own_domains)}."
    return found


def ours(path: str) -> str:
    """A path of ours; anything that could lead away from here, or in a circle, becomes nothing."""
    is_path = path.startswith("/") and not path.startswith("//") and path.isprintable() and "\\" not in path
    return path if is_path else ""
