"""Where does somebody open a document of the website?

It is given out to be kept, never shown inside a page of ours, and nothing in it runs here. It opens once
something that went out tells of it; until then only editors open it, at the desk.
"""

from http import HTTPStatus
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, HTTPException, Path, Request, Response

from app.bulletin.document_review import Opens, opens
from app.web.archive.ranges import given_out
from app.web.archive.room import ArchiveRoom
from app.web.people import Editor, Visitor
from app.web.state import Site
from app.website_ports import DocumentFacts, Scan

router = APIRouter(include_in_schema=False)
Number = Annotated[str, Path(min_length=64, max_length=64, pattern="^[0-9a-f]+$")]
_NOT_THERE = (
    "There is no document here. It may not be out yet, or its time may be over: ask whoever told you of it."
)
_SOON = "This document is still to be looked through for viruses. Please try again in some minutes."
_WAIT = {"Retry-After": "300"}


@router.get("/documents/{number}/{name}")
def document(request: Request, site: Site, _person: Visitor, number: Number, name: str) -> Response:  # noqa: ARG001 - for readers
    """The file, under the name it was put there with."""
    room = site.archive
    is_open = opens(room.documents, number, is_scanned=room.is_scanned)
    if is_open is Opens.SOON:
        raise HTTPException(HTTPStatus.SERVICE_UNAVAILABLE, _SOON, _WAIT)
    facts, content = _found(room, number)
    if is_open is Opens.NOT:
        raise HTTPException(HTTPStatus.NOT_FOUND, _NOT_THERE)
    seconds = max(0, int((facts.expires_at - site.clock.now()).total_seconds()))
    return _file(request, facts, content, f"public, max-age={seconds}, immutable")


@router.get("/desk/documents/{number}/file")
def for_editors(request: Request, site: Site, _person: Editor, number: Number) -> Response:
    """The file before it is out."""
    facts, content = _found(site.archive, number)
    if facts.scan is Scan.INFECTED:
        raise HTTPException(HTTPStatus.NOT_FOUND, _NOT_THERE)
    return _file(request, facts, content, "private, no-store")


def _found(room: ArchiveRoom, number: str) -> tuple[DocumentFacts, bytes]:
    facts, content = room.documents.facts(number), room.documents.content(number)
    if facts is None or content is None:
        raise HTTPException(HTTPStatus.NOT_FOUND, _NOT_THERE)
    return facts, content


def _file(request: Request, facts: DocumentFacts, content: bytes, cache: str) -> Response:
    headers = {
        "Content-Disposition": f"attachment; filename*=UTF-8''{quote(facts.name, safe='')}",
        "Content-Security-Policy": "sandbox; default-src 'none'; frame-ancestors 'none'",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": cache,
    }
    return given_out(request, content, facts.media_type, f'"{facts.id}"', headers)
