"""Which pages are in the room about staff, and how does each of them start?"""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse

from app.domain.caller import Caller, Role
from app.domain.posting import Outlet, PermissionState
from app.domain.rights import AccessState
from app.domain.staff import StaffKind
from app.staff.sign_off import Standing
from app.web.navigation import Place
from app.web.pages import page

ROOMS = (
    Place("/staff/policy", "Read and sign"),
    Place("/staff/me", "Held about you"),
    Place("/staff/register", "Who has signed", Role.ADMINISTRATOR),
    Place("/staff/list", "Staff list", Role.ADMINISTRATOR),
    Place("/staff/postings", "Who may post", Role.ADMINISTRATOR),
    Place("/staff/access", "Subject access", Role.ADMINISTRATOR),
    Place("/staff/deleted", "What was deleted", Role.ADMINISTRATOR),
    Place("/staff/journal", "Journal", Role.ADMINISTRATOR),
    Place("/staff/impact", "Impact assessment", Role.ADMINISTRATOR),
)
WORDS: Mapping[str, str] = {
    Standing.SIGNED: "Signed",
    Standing.SIGNED_OLDER: "Signed older cards",
    Standing.NOT_SIGNED: "Not signed",
    Outlet.BULLETIN: "Bulletin",
    Outlet.MAILING_LIST: "Mailing list",
    Outlet.WEBSITE: "Website",
    Outlet.SOCIAL_ACCOUNT: "Social media account",
    PermissionState.NOT_YET: "Not yet",
    PermissionState.IN_FORCE: "In force",
    PermissionState.ENDING_SOON: "Ends soon",
    PermissionState.ENDED: "Ended",
    AccessState.ASKED: "Waits for a second person",
    AccessState.READY: "Can be taken",
    AccessState.TAKEN: "Taken",
    AccessState.WITHDRAWN: "Withdrawn",
    **{kind: kind.value.capitalize() for kind in StaffKind},
}
BADGES: Mapping[str, str] = {
    Standing.SIGNED: "well",
    Standing.SIGNED_OLDER: "warn",
    Standing.NOT_SIGNED: "warn",
    PermissionState.NOT_YET: "info",
    PermissionState.IN_FORCE: "well",
    PermissionState.ENDING_SOON: "warn",
    PermissionState.ENDED: "info",
    AccessState.ASKED: "warn",
    AccessState.READY: "info",
    AccessState.TAKEN: "well",
    AccessState.WITHDRAWN: "info",
}


def staff_page(
    request: Request, template: str, status: HTTPStatus = HTTPStatus.OK, **values: Any
) -> HTMLResponse:
    """A page of this room."""
    path = request.url.path
    room = next((p.path for p in ROOMS if path == p.path or path.startswith(f"{p.path}/")), "")
    return page(
        request, f"staff/{template}", status, rooms=ROOMS, room=room, words=WORDS, badges=BADGES, **values
    )


def named(person: Caller) -> str:
    """Who it was, as histories name people."""
    return f"{person.name} ({person.address})"


def status_of(wrong: Mapping[str, str]) -> HTTPStatus:
    """What a page with a form answers, by what is wrong with its fields."""
    return HTTPStatus.UNPROCESSABLE_ENTITY if wrong else HTTPStatus.OK
