"""Where is the register of who may post kept?"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from fastapi import APIRouter, Request, Response

from app.domain.calendar import school_year
from app.domain.errors import BulletinError, PostingError
from app.domain.item import IssueKey
from app.domain.posting import Outlet, Permission
from app.policy_owner.calendar_text import form_of
from app.staff.posting_register import (
    LENGTHS,
    PermissionLine,
    change,
    end,
    give,
    name_champion,
    posting_register,
    wrong_in,
)
from app.web.forms import Form, Posted
from app.web.lists.held import document_named
from app.web.pages import go_to
from app.web.people import Administrator
from app.web.staff.rooms import WORDS, named, staff_page, status_of
from app.web.state import Site, WebState
from app.web.there import there

router = APIRouter(include_in_schema=False)
_TEXTS = ("address", *LENGTHS)
_SAYS: Mapping[Outlet, Mapping[str, str]] = {
    Outlet.BULLETIN: {
        "place": "The weekly e-bulletin",
        "capacity": "as editor",
        "scope": "issues of the bulletin",
        "subject": "news for schools",
    },
    Outlet.MAILING_LIST: {
        "place": "Mail to schools",
        "capacity": "for the Communications Team",
        "scope": "urgent mail and mail to chosen schools",
        "subject": "what schools are asked to do",
    },
}
"""What leave to publish the bulletin, or to approve mail to schools, says until one was given otherwise."""
_REQUEST = re.compile(r"/desk/requests/[0-9a-f]{1,64}")


@dataclass(slots=True)
class _Given:
    """What somebody wrote into the form, as they wrote it."""

    texts: dict[str, str]
    outlet: str
    starts: str
    ends: str
    why: str
    wrong: dict[str, str] = field(default_factory=dict)


@router.get("/staff/postings")
def postings(request: Request, site: Site, _person: Administrator, done: str = "") -> Response:
    """Everyone who may post, what ends soon first, and the digital champions."""
    return _shown(request, site, {}, done=done)


@router.get("/staff/postings/new")
def new(request: Request, site: Site, _person: Administrator, outlet: str = "", back: str = "") -> Response:
    """The form for a new permission; a short one for the desk, with a way back to the issue or request."""
    if outlet == Outlet.BULLETIN or (outlet == Outlet.MAILING_LIST and _desk_page(back)):
        return _form(request, site, _for_the_desk(site, Outlet(outlet)), back=back)
    chosen = outlet if outlet in set(Outlet) else ""
    return _form(
        request, site, _Given(dict.fromkeys(_TEXTS, ""), chosen, site.staff.today.isoformat(), "", "")
    )


@router.post("/staff/postings/new")
def add(request: Request, site: Site, person: Administrator, form: Form) -> Response:
    """Let somebody post."""
    given = _given(form)
    permission = _permission(given)
    if permission is not None:
        try:
            entry = give(site.staff.postings, permission, named(person), given.why)
            back = _desk_page(form.text("back"))
            return go_to(f"{back}?done=leave" if back else f"/staff/postings/{entry.key}?done=given")
        except PostingError as error:
            given.wrong[error.field or "address"] = str(error)
    return _form(request, site, given, back=form.text("back"))


@router.post("/staff/postings/champion")
def champion(request: Request, site: Site, person: Administrator, form: Form) -> Response:
    """Name the digital champion of a school or trust, or nobody."""
    school, name, address = (form.text(f"champion_{n}") for n in ("of", "name", "address"))
    try:
        name_champion(site.staff.postings, school, address, name, named(person))
    except PostingError as error:
        given = {"of": school, "name": name, "address": address}
        return _shown(request, site, {error.field or "champion_of": str(error)}, champion=given)
    return go_to("/staff/postings?done=champion")


@router.get("/staff/postings/{key}")
def one(request: Request, site: Site, _person: Administrator, key: str, done: str = "") -> Response:
    """One permission and its history, with the form to change it."""
    line = _line(site, key)
    return _form(request, site, _as_given(line.permission), line, done=done)


@router.post("/staff/postings/{key}")
def alter(request: Request, site: Site, person: Administrator, key: str, form: Form) -> Response:
    """Change a permission, or end it at once."""
    line, given = _line(site, key), _given(form)
    desk, follows = site.staff.postings, _followed(line, form.text("follows"))
    try:
        if form.has("end"):
            end(desk, follows, named(person), given.why)
            return go_to(f"/staff/postings/{key}?done=ended")
        permission = _permission(given)
        if permission is not None:
            change(desk, follows, permission, named(person), given.why)
            return go_to(f"/staff/postings/{key}?done=changed")
    except PostingError as error:
        given.wrong[error.field or "why"] = str(error)
    return _form(request, site, given, line)


def _line(site: WebState, key: str) -> PermissionLine:
    line = posting_register(site.staff.postings).line(key)
    return there(line, "There is no such permission in the register.")


def _followed(line: PermissionLine, number: str) -> Any:
    """The entry that the form was made from, so that no change of somebody else is lost unseen."""
    return next((e for e in line.history if str(e.number) == number), line.history[0])


def _given(form: Posted) -> _Given:
    return _Given(
        {name: form.text(name) for name in _TEXTS},
        form.text("outlet"),
        form.text("starts"),
        form.text("ends"),
        form.text("why"),
    )


def _as_given(leave: Permission) -> _Given:
    texts = {name: str(getattr(leave, name)) for name in _TEXTS}
    return _Given(texts, leave.outlet.value, leave.starts.isoformat(), leave.ends.isoformat(), "")


def _permission(given: _Given) -> Permission | None:
    """The permission, or None with all that is wrong noted beside its fields."""
    given.wrong |= wrong_in({**given.texts, "why": given.why})
    starts, ends = _day(given, "starts"), _day(given, "ends")
    if given.outlet not in set(Outlet):
        given.wrong["outlet"] = "Say where: pick one."
    if given.wrong or starts is None or ends is None:
        return None
    return Permission(**given.texts, outlet=Outlet(given.outlet), starts=starts, ends=ends)


def _day(given: _Given, which: str) -> date | None:
    try:
        return date.fromisoformat(getattr(given, which))
    except ValueError:
        given.wrong[which] = "Give the day, with its year."
        return None


def _desk_page(path: str) -> str:
    """The page of an issue or a request, where the path is that of one; else nothing."""
    if _REQUEST.fullmatch(path):
        return path
    before, _, key = path.rpartition("/")
    try:
        return f"{before}/{IssueKey.parse(key)}" if before == "/desk/issues" else ""
    except BulletinError:
        return ""


def _for_the_desk(site: WebState, outlet: Outlet) -> _Given:
    """What such leave says: as the last one does, and until the school year ends."""
    lines = posting_register(site.staff.postings).lines
    known = [line.permission for line in lines if line.permission.outlet is outlet]
    texts = {**dict.fromkeys(_TEXTS, ""), **_SAYS[outlet], "on_behalf_of": _authority(site)}
    if known:
        last = max(known, key=lambda leave: leave.starts)
        texts |= {name: str(getattr(last, name)) for name in ("on_behalf_of", *_SAYS[outlet])}
    today = site.staff.today
    ends = date(school_year(today) + 1, 8, 31)
    return _Given(texts, outlet.value, today.isoformat(), ends.isoformat(), "")


def _authority(site: WebState) -> str:
    return str(form_of(document_named(site.policy.desk, "calendar").text).values.get("authority", ""))


def _form(  # noqa: PLR0913, PLR0917 - what a page shows
    request: Request,
    site: WebState,
    given: _Given,
    line: PermissionLine | None = None,
    done: str = "",
    back: str = "",
) -> Response:
    register = posting_register(site.staff.postings)
    return staff_page(
        request,
        "permission.html",
        status_of(given.wrong),
        given=given,
        wrong=given.wrong,
        line=line,
        outlets=[(outlet.value, WORDS[outlet]) for outlet in Outlet],
        back=_desk_page(back),
        is_mail=_REQUEST.fullmatch(back) is not None,
        known=sorted({entry.permission.on_behalf_of for entry in register.lines}),
        done=done,
    )


def _shown(
    request: Request,
    site: WebState,
    wrong: dict[str, str],
    *,
    champion: dict[str, str] | None = None,
    done: str = "",
) -> Response:
    return staff_page(
        request,
        "postings.html",
        status_of(wrong),
        register=posting_register(site.staff.postings),
        champion=champion or {"of": "", "name": "", "address": ""},
        wrong=wrong,
        done=done,
    )
