"""Can the body of this request be read as JSON at all?

The contract says JSON in UTF-8, as it is. Whatever else comes is told so before anything is parsed.
"""

from email.message import Message
from http import HTTPStatus

from fastapi import Request, Response

from app.api.caller import Answer, CallerRoute
from app.api.problems import problem

_UTF_8 = frozenset({"utf-8", "utf8", "us-ascii"})


class JsonRoute(CallerRoute):
    """A route whose body, if it takes one, is JSON in UTF-8."""

    def answer_to_known(self) -> Answer:
        """FastAPI's own handler, behind our look at the body."""
        answer = super().answer_to_known()
        if self.body_field is None:
            return answer

        async def looking(request: Request) -> Response:
            return _refusal(request, await request.body()) or await answer(request)

        return looking


def _refusal(request: Request, body: bytes) -> Response | None:
    if not body:
        return problem(HTTPStatus.BAD_REQUEST, "The request has no body. Send the draft as JSON.")
    if request.headers.get("Content-Encoding", "identity").strip().lower() not in {"identity", ""}:
        detail = "The body is compressed. Send it as it is, without Content-Encoding."
        return problem(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, detail, headers={"Accept-Encoding": "identity"})
    if not _is_json(request.headers.get("Content-Type", "")):
        detail = "Send the body as JSON in UTF-8, with Content-Type: application/json."
        return problem(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, detail)
    if not _is_utf8(body):
        return problem(HTTPStatus.BAD_REQUEST, "The body could not be read as JSON in UTF-8.")
    return None


def _is_json(content_type: str) -> bool:
    header = Message()
    header["Content-Type"] = content_type
    kind = header.get_content_type()
    is_json = kind == "application/json" or (kind.startswith("application/") and kind.endswith("+json"))
    return is_json and header.get_content_charset("utf-8") in _UTF_8


def _is_utf8(body: bytes) -> bool:
    """The JSON reader would take UTF-16 and UTF-32 too; in them, every brace has a zero byte."""
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return b"\0" not in body
