"""Who are you? Asked once a day, until people sign in."""

from http import HTTPStatus

from fastapi import APIRouter, Request, Response

from app.web.forms import Form
from app.web.pages import go_to, page
from app.web.people import AnybodyHere, forget, remember
from app.web.state import Person, Site, WebState

router = APIRouter(include_in_schema=False)
NAME_MAX, ADDRESS_MAX = 80, 254


@router.get("/who")
def ask(request: Request, site: Site, _here: AnybodyHere, then: str = "/policy") -> Response:
    """The question."""
    return _asked(request, site, then, {})


@router.post("/who")
def say(request: Request, site: Site, _here: AnybodyHere, form: Form) -> Response:
    """The answer, and on to where they wanted to go."""
    then, chosen = _ours(form.text("then")), form.text("chosen")
    person = next((p for p in site.cast if p.address == chosen), None)
    if person is None:
        person = Person(form.text("name"), form.text("address").lower())
        wrong = _wrong(person, site)
        if wrong:
            return _asked(request, site, then, wrong, person)
    reply = go_to(then)
    remember(reply, person, site)
    return reply


@router.post("/who/leave")
def leave(_here: AnybodyHere, _form: Form) -> Response:
    """Not you?"""
    reply = go_to("/who")
    forget(reply)
    return reply


def _asked(
    request: Request, site: WebState, then: str, wrong: dict[str, str], given: Person | None = None
) -> Response:
    status = HTTPStatus.UNPROCESSABLE_ENTITY if wrong else HTTPStatus.OK
    return page(
        request,
        "who.html",
        status,
        then=_ours(then),
        cast=site.cast,
        wrong=wrong,
        given=given or Person("", ""),
        domains=site.own_domains,
    )


def _wrong(person: Person, site: WebState) -> dict[str, str]:
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


def _ours(path: str) -> str:
    """A path of ours; anything that could lead away from here becomes the first page."""
    is_path = path.startswith("/") and not path.startswith("//") and path.isprintable() and "\\" not in path
    return path if is_path else "/policy"
