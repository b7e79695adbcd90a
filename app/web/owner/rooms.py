"""Which pages are in the policy owner's room, and how does each of them start?"""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse

from app.domain.caller import Caller
from app.domain.errors import PolicyChangeError
from app.policy_owner.change_policy import Signed, reason_given
from app.web.navigation import Place
from app.web.owner import words
from app.web.owner.numbers import called
from app.web.pages import page

ROOMS = (
    Place("/policy", "Policies"),
    Place("/policy/rules", "Rules"),
    Place("/policy/remarks", "To settle"),
    Place("/policy/settings", "Terms and lists"),
    Place("/policy/history", "History"),
    Place("/policy/insight", "Insight"),
    Place("/policy/report", "Termly report"),
    Place("/policy/step-back", "Step back"),
)


def policy_page(
    request: Request, template: str, status: HTTPStatus = HTTPStatus.OK, **values: Any
) -> HTMLResponse:
    """A page of this room."""
    path = request.url.path
    inside = [p.path for p in ROOMS[1:] if path == p.path or path.startswith(f"{p.path}/")]
    room = inside[0] if inside else "/policy"
    said = {"words": words, "called": called}
    return page(request, f"policy/{template}", status, rooms=ROOMS, room=room, **said, **values)


def signed_by(person: Caller, why: str) -> Signed:
    """Who, as the history names them, and why."""
    return Signed(f"{person.name} ({person.address})", why)


def wrong_with_reason(signed: Signed) -> dict[str, str]:
    """What is wrong with the reason, to be told with all else that is."""
    try:
        reason_given(signed)
    except PolicyChangeError as error:
        return {"why": str(error)}
    return {}


def status_of(wrong: Mapping[str, str]) -> HTTPStatus:
    """What a page with a form answers, by what is wrong with its fields."""
    return HTTPStatus.UNPROCESSABLE_ENTITY if wrong else HTTPStatus.OK
