"""Which pages are there about the directory of schools, and how does each of them start?"""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse

from app.domain.school import Phase
from app.web.desk.rooms import desk_page
from app.web.navigation import Place

HERE = "/desk/directory"
PAGES = (
    Place(HERE, "What is held"),
    Place(f"{HERE}/schools", "Schools"),
    Place(f"{HERE}/clusters", "Clusters"),
    Place(f"{HERE}/lists", "Subscription lists"),
    Place(f"{HERE}/import", "Import"),
    Place(f"{HERE}/lookups", "Lookups"),
)
PHASES: Mapping[str, str] = {
    Phase.NURSERY: "Nursery",
    Phase.PRIMARY: "Primary",
    Phase.MIDDLE: "Middle",
    Phase.SECONDARY: "Secondary",
    Phase.SIXTEEN_PLUS: "16 plus",
    Phase.ALL_THROUGH: "All-through",
    Phase.SPECIAL: "Special",
    Phase.ALTERNATIVE: "Alternative provision",
    Phase.OTHER: "Other",
}
ROLES: Mapping[str, str] = {
    "office": "Office",
    "head": "Head",
    "deputy-head": "Deputy head",
    "senco": "SENCO",
    "safeguarding": "Safeguarding",
    "business-manager": "Business manager",
    "admissions": "Admissions",
    "early-years": "Early years",
    "chair-of-governors": "Chair of governors",
    "clerk": "Clerk to the governors",
    "governor": "Governor",
    "trust": "Trust",
    "other": "Another role",
    "": "No role given",
}


def directory_page(
    request: Request, template: str, status: HTTPStatus = HTTPStatus.OK, **values: Any
) -> HTMLResponse:
    """A page of this room."""
    path = request.url.path
    inside = (p.path for p in PAGES if path == p.path or path.startswith(f"{p.path}/"))
    known = {"pages": PAGES, "inner": max(inside, key=len, default=""), "phases": PHASES, "roles": ROLES}
    return desk_page(request, f"directory/{template}", status, **known, **values)
