"""How much of a file does a browser ask for?

Nothing, when it has the file already (304); one stretch of it, to go on with a download that broke off (206);
or all of it. Several stretches at once are answered with all of it, as RFC 9110 allows.
"""

from collections.abc import Mapping
from http import HTTPStatus

from fastapi import Request, Response

from app.web.archive.reply import has

_UNIT = "bytes="
_DIGITS = 15


def given_out(
    request: Request, content: bytes, media_type: str, tag: str, headers: Mapping[str, str]
) -> Response:
    """The answer for a file whose ETag is `tag`."""
    every = {**headers, "ETag": tag, "Accept-Ranges": "bytes"}
    asked = request.headers
    if has(asked.get("if-none-match", ""), tag):
        return Response(status_code=HTTPStatus.NOT_MODIFIED, headers=every)
    is_same = asked.get("if-range", tag) == tag
    stretch = _stretch(asked.get("range", ""), len(content)) if is_same else None
    if stretch is None:
        return Response(content, media_type=media_type, headers=every)
    start, end = stretch
    if start >= end:
        size = {"Content-Range": f"bytes */{len(content)}"}
        return Response(status_code=HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE, headers=every | size)
    part = {"Content-Range": f"bytes {start}-{end - 1}/{len(content)}"}
    return Response(content[start:end], HTTPStatus.PARTIAL_CONTENT, every | part, media_type)


def _stretch(asked: str, size: int) -> tuple[int, int] | None:
    """From where to where, the end left out; nothing there when it begins behind it. None is all of it."""
    first, dash, last = asked.removeprefix(_UNIT).strip().partition("-")
    if not asked.startswith(_UNIT) or not dash or not (_is_number(first) or _is_number(last)):
        return None
    if not first:
        return max(size - int(last), 0), size if int(last) else 0
    if not _is_number(first) or (last and not _is_number(last)) or (last and int(last) < int(first)):
        return None
    return int(first), min(int(last) + 1, size) if last else size


def _is_number(digits: str) -> bool:
    return digits.isascii() and digits.isdecimal() and len(digits) <= _DIGITS
