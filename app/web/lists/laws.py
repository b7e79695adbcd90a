"""Which laws may a policy cite, and which of them are out of date?"""

from fastapi import APIRouter, Request, Response

from app.domain.calendar import in_london
from app.domain.caller import Caller
from app.domain.errors import PolicyChangeError
from app.policy.laws import Law, parse_laws
from app.policy_owner.laws_text import (
    NAME_MAX,
    NewLaw,
    looked_through,
    out_of_date,
    with_law,
    wrong_with,
)
from app.web.forms import Form
from app.web.lists.held import HeldDocument, document_named, put_in_force
from app.web.owner.rooms import policy_page, status_of
from app.web.pages import go_to
from app.web.people import Administrator
from app.web.state import Site, WebState
from app.web.there import there

router = APIRouter(include_in_schema=False)
_HERE = "/policy/settings/laws"


@router.get(_HERE)
def laws(request: Request, site: Site, _person: Administrator) -> Response:
    """The list."""
    return _list(request, site, "", {})


@router.post(_HERE)
def say_looked_through(request: Request, site: Site, person: Administrator, form: Form) -> Response:
    """Somebody looked the whole list through today."""
    one, why = document_named(site.policy.desk, "laws"), form.text("why")
    saved = _saved(site, one, looked_through(one.text, in_london(site.clock.now()).date()), person, why)
    return _list(request, site, why, saved) if isinstance(saved, dict) else saved


@router.get(f"{_HERE}/add")
def new_law(request: Request, _person: Administrator) -> Response:
    """An empty form."""
    return _asked(request, NewLaw("", "", "", ""), "", {})


@router.post(f"{_HERE}/add")
def add_law(request: Request, site: Site, person: Administrator, form: Form) -> Response:
    """One more law."""
    one, why = document_named(site.policy.desk, "laws"), form.text("why")
    new = NewLaw(*(form.text(name) for name in ("name", "years", "also", "advice")))
    wrong = wrong_with(new, parse_laws(one.text, "laws"), in_london(site.clock.now()).date())
    if not wrong:
        try:
            saved = _saved(site, one, with_law(one.text, new), person, why)
        except PolicyChangeError as error:
            saved = {"why": str(error)}
        if not isinstance(saved, dict):
            return saved
        wrong = saved
    return _asked(request, new, why, wrong)


@router.get(f"{_HERE}/out-of-date")
def which_law(request: Request, site: Site, _person: Administrator, law: str = "") -> Response:
    """What is to be named in place of a law?"""
    found = _law(document_named(site.policy.desk, "laws"), law)
    return _marking(request, found, {"year": str(found.years[-1]), "instead": ""}, "", {})


@router.post(f"{_HERE}/out-of-date")
def mark_law(request: Request, site: Site, person: Administrator, form: Form) -> Response:
    """Mark one year of a law."""
    one, why = document_named(site.policy.desk, "laws"), form.text("why")
    found, year, instead = _law(one, form.text("law")), form.text("year"), form.text("instead")
    wrong: dict[str, str] = {}
    if year not in map(str, found.years):
        wrong["year"] = "Choose one of its years."
    if not instead or len(instead) > NAME_MAX:
        wrong["instead"] = f"Write what to name now, with its year, in {NAME_MAX} characters or fewer."
    if not wrong:
        saved = _saved(site, one, out_of_date(one.text, found.name, int(year), instead), person, why)
        if not isinstance(saved, dict):
            return saved
        wrong = saved
    return _marking(request, found, {"year": year, "instead": instead}, why, wrong)


def _saved(
    site: WebState, one: HeldDocument, text: str, person: Caller, why: str
) -> Response | dict[str, str]:
    """On to the change; else what is wrong."""
    saved = put_in_force(site.policy.desk, one, text, person, why)
    if isinstance(saved, dict):
        return {"why": " ".join(saved.values())}
    return go_to(f"/policy/history/{saved.number}?done=yes")


def _law(one: HeldDocument, name: str) -> Law:
    found = next((law for law in parse_laws(one.text, "laws").laws if law.name == name), None)
    return there(found, "This law is not in the list. It may have been taken out.")


def _list(request: Request, site: WebState, why: str, wrong: dict[str, str]) -> Response:
    known = parse_laws(document_named(site.policy.desk, "laws").text, "laws")
    return policy_page(request, "settings/laws.html", status_of(wrong), known=known, why=why, wrong=wrong)


def _asked(request: Request, new: NewLaw, why: str, wrong: dict[str, str]) -> Response:
    return policy_page(request, "settings/law_add.html", status_of(wrong), new=new, why=why, wrong=wrong)


def _marking(request: Request, law: Law, given: dict[str, str], why: str, wrong: dict[str, str]) -> Response:
    return policy_page(
        request, "settings/law_old.html", status_of(wrong), law=law, given=given, why=why, wrong=wrong
    )
