"""Where does somebody open a document of the website?

It is given out to be kept, never shown inside a page of ours, and nothing in it runs here.
"""

from http import HTTPStatus
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, HTTPException, Path, Response

from app.web.people import Visitor
from app.web.state import Site

router = APIRouter(include_in_schema=False)
Number = Annotated[str, Path(min_length=64, max_length=64, pattern="^[0-9a-f]+$")]
_GONE = "This document is not on the website any more. Ask whoever told you of it for a new one."


@router.get("/documents/{number}/{name}")
def document(site: Site, _person: Visitor, number: Number, name: str) -> Response:  # noqa: ARG001 - for readers
    """The file, under the name it was put there with."""
    documents = site.archive.documents
    facts, content = documents.facts(number), documents.content(number)
    if facts is None or content is None:
        raise HTTPException(HTTPStatus.GONE, _GONE)
    seconds = max(0, int((facts.expires_at - site.clock.now()).total_seconds()))
    headers = {
        "Content-Disposition": f"attachment; filename*=UTF-8''{quote(facts.name, safe='')}",
        "Content-Security-Policy": "sandbox; default-src 'none'; frame-ancestors 'none'",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": f"public, max-age={seconds}, immutable",
        "ETag": f'"{facts.id}"',
    }
    return Response(content, media_type=facts.media_type, headers=headers)
