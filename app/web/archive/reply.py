"""How is something of the public website sent?

The same to everybody: nothing in it tells who reads it, so caches may keep it for some minutes, and a browser
that has it already is told so.
"""

import hashlib
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from fastapi import HTTPException, Request, Response

from app.web.archive.room import ArchiveRoom
from app.web.pages import HEADERS, rendered

_HTML = "text/html; charset=utf-8"
_FRESH = "public, max-age=300"


def public_page(request: Request, room: ArchiveRoom, template: str, **values: Any) -> Response:
    """A page of the website for everybody; `template` is under ``templates/``."""
    return public(request, _words(room, template, values).encode(), _HTML)


def website_page(room: ArchiveRoom, template: str, **values: Any) -> Response:
    """A page of the website for one reader, which nothing keeps."""
    return Response(_words(room, template, values), media_type=_HTML, headers=dict(HEADERS))


def _words(room: ArchiveRoom, template: str, values: Mapping[str, Any]) -> str:
    masthead, language = room.archive.masthead, room.archive.language
    return rendered(template, {**values, "masthead": masthead, "language": language})


def public(request: Request, body: bytes, kind: str) -> Response:
    """Anything of the website."""
    tag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    headers = {**HEADERS, "Cache-Control": _FRESH, "ETag": tag}
    if has(request.headers.get("if-none-match", ""), tag):
        return Response(status_code=HTTPStatus.NOT_MODIFIED, headers=headers)
    return Response(body, media_type=kind, headers=headers)


def not_here() -> HTTPException:
    """One answer for what never was and for what has not gone out."""
    return HTTPException(HTTPStatus.NOT_FOUND, "There is nothing of the bulletin at this address.")


def has(known: str, tag: str) -> bool:
    """Whether a browser that knows these tags has the one."""
    tags = {each.strip().removeprefix("W/") for each in known.split(",")}
    return bool(tags & {tag, "*"})
