"""How does a page come about?

One template, filled with plain values. Everything put in is escaped, and what is missing is an error, not
a gap. A page works without a script and holds no style of its own; it is shown in no other page's frame and
is kept in no cache.
"""

import hashlib
from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from http import HTTPStatus
from pathlib import Path
from string import Formatter
from types import MappingProxyType
from typing import Annotated, Any

from fastapi import Path as PathPart
from fastapi import Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from app.domain.calendar import LONDON
from app.domain.caller import Role
from app.web.navigation import place_of, places_for, start_of
from app.web.owner.numbers import asked
from app.web.people import form_token, visit_of
from app.web.state import site_of

RowNumber = Annotated[int, PathPart(ge=0, le=2**31 - 1)]
"""A number in an address, no larger than any database's row has."""
ROOM = Path(__file__).parent
STATIC = ROOM / "static"
_POLICY = {
    "default-src": "'none'",
    "style-src": "'self'",
    "script-src": "'self'",
    "img-src": "'self' data:",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}
HEADERS: Mapping[str, str] = MappingProxyType(
    {
        "Content-Security-Policy": "; ".join(f"{name} {value}" for name, value in _POLICY.items()),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "same-origin",
        "Cache-Control": "no-store",
    }
)

ASKS = "; connect-src 'self'"
"""What a page adds whose scripts ask us something."""


def page(request: Request, template: str, status: HTTPStatus = HTTPStatus.OK, **values: Any) -> HTMLResponse:
    """The page that a template makes of `values`."""
    visit, site = visit_of(request), site_of(request)
    roles = visit.caller.roles if visit else ()
    known = {
        "person": visit.caller if visit else None,
        "is_local": site.door.is_local,
        "form_token": form_token(request),
        "places": places_for(roles),
        "start": start_of(roles),
        "own_roles": roles,
        "keeps_policy": Role.ADMINISTRATOR in roles,
        "here": request.url.path,
        "place": place_of(request.url.path),
        "version": site.version,
    }
    return HTMLResponse(rendered(template, values | known), status, dict(HEADERS))


def rendered(template: str, values: Mapping[str, Any]) -> str:
    """What a template makes of `values`, of nothing else."""
    return _environment().get_template(template).render(values)


def go_to(path: str) -> Response:
    """Send the browser on to another page of ours, after a form was taken."""
    return RedirectResponse(path, HTTPStatus.SEE_OTHER, {"Cache-Control": "no-store"})


def download(words: str, name: str, kind: str = "application/yaml") -> Response:
    """A file to keep."""
    headers = {**HEADERS, "Content-Disposition": f'attachment; filename="{name}"'}
    return Response(words.encode(), media_type=f"{kind}; charset=utf-8", headers=headers)


@cache
def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(ROOM / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "day": in_days,
        "moment": in_minutes,
        "moment_day": lambda moment: in_days(moment.astimezone(LONDON).date()),
        "weekday": in_weekdays,
        "weekday_hour": lambda moment: f"{in_weekdays(moment.astimezone(LONDON).date())}, {in_hours(moment)}",
        "hour": in_hours,
        "count": counted,
        "condition": asked,
        "facts_left_open": facts_left_open,
    }
    made.globals["style"] = f"/static/sendwell.css?{_stamp('sendwell.css')}"
    made.globals["desk_script"] = f"/static/desk.js?{_stamp('desk.js')}"
    made.globals["sending_script"] = f"/static/sending.js?{_stamp('sending.js')}"
    return made


def _stamp(name: str) -> str:
    """Changes when the file does, so that no browser shows an old one."""
    return hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:8]


def in_days(day: date) -> str:
    """``21 November 2026``."""
    return f"{day.day} {day:%B %Y}"


def in_weekdays(day: date) -> str:
    """``Friday 27 November 2026``."""
    return f"{day:%A} {in_days(day)}"


def in_hours(moment: datetime) -> str:
    """``14:05``, in London."""
    return f"{moment.astimezone(LONDON):%H:%M}"


def in_minutes(moment: datetime) -> str:
    """``21 November 2026, 14:05``, in London."""
    there = moment.astimezone(LONDON)
    return f"{in_days(there.date())}, {there:%H:%M}"


def counted(number: int, one: str, more: str = "") -> str:
    """``1 rule``, ``1,204 rules``."""
    return f"{number:,} {one if number == 1 else more or one + 's'}"


def facts_left_open(words: str) -> str:
    """A card's words for a list, where no draft gives the facts: ``… schools: use the e-bulletin``."""
    try:
        parts = list(Formatter().parse(words))
    except ValueError:
        return words
    return "".join(said + ("…" if fact else "") for said, fact, _, _ in parts)
