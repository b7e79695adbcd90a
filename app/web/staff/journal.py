"""Where do administrators see what the journal says, and that it can be trusted?"""

from collections.abc import Mapping
from http import HTTPStatus

from fastapi import APIRouter, HTTPException, Request, Response

from app.domain.journal import Kind
from app.journal.look_at import LOOKED_AT, newest, standing
from app.journal.told_entry import TITLES
from app.web.pages import download
from app.web.people import Administrator
from app.web.staff.rooms import staff_page
from app.web.state import Site

router = APIRouter(include_in_schema=False)
FIELD_WORDS: Mapping[str, str] = {
    "about": "about",
    "action": "what was done",
    "addresses": "addresses",
    "below": "entries below",
    "channel": "route",
    "chosen": "answer",
    "count": "how many",
    "decided": "decided",
    "door": "way in",
    "finding": "what was seen",
    "follows": "after version",
    "items": "items",
    "kept": "kept of them",
    "not_checked": "not checked",
    "pack": "policy",
    "policy": "policy",
    "purpose": "for",
    "reason": "reason",
    "rule": "rule",
    "rules": "rules",
    "state": "state",
    "times": "times",
    "verdict": "verdict",
    "version": "version",
    "what": "what",
}


@router.get("/staff/journal")
def journal(request: Request, site: Site, _person: Administrator, kind: str = "") -> Response:
    """The newest entries, covered, and how the journal stands."""
    if kind and kind not in set(Kind):
        raise HTTPException(HTTPStatus.NOT_FOUND, "There is no such kind. Pick one from the list.")
    desk = site.staff.journal
    chosen = Kind(kind) if kind else None
    return staff_page(
        request,
        "journal.html",
        stands=standing(desk),
        entries=newest(desk, chosen),
        chosen=chosen,
        titles=TITLES,
        fields=FIELD_WORDS,
        most=LOOKED_AT,
    )


@router.get("/staff/journal/head")
def head(site: Site, _person: Administrator) -> Response:
    """The signed head, to be kept somewhere else."""
    stands = standing(site.staff.journal)
    if not stands.note:
        raise HTTPException(HTTPStatus.NOT_FOUND, "The journal is empty: there is no head to keep yet.")
    return download(stands.note, f"journal-head-{stands.size:012}.txt", "text/plain")
