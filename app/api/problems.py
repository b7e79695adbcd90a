"""How is an error told to a client?

The only map from errors to HTTP statuses, as RFC 9457 problem+json. No problem ever repeats what
the client sent.
"""

from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from app.api.field_errors import in_words
from app.domain.errors import (
    BulletinError,
    ChoiceError,
    DraftError,
    FixError,
    InputError,
    SendwellError,
    SetupError,
    SignInError,
    StaleDraftError,
    TooLargeError,
)

MEDIA_TYPE = "application/problem+json"
NO_SUCH = "number"
"""The field of an error about something that is not there."""

_STATUSES: Mapping[type[SendwellError], HTTPStatus] = {
    TooLargeError: HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    DraftError: HTTPStatus.UNPROCESSABLE_ENTITY,
    ChoiceError: HTTPStatus.NOT_FOUND,
    StaleDraftError: HTTPStatus.CONFLICT,
    FixError: HTTPStatus.UNPROCESSABLE_ENTITY,
    SignInError: HTTPStatus.UNAUTHORIZED,
    InputError: HTTPStatus.BAD_REQUEST,
    SetupError: HTTPStatus.SERVICE_UNAVAILABLE,
}

_OURS = {HTTPStatus.FORBIDDEN, HTTPStatus.REQUEST_ENTITY_TOO_LARGE, HTTPStatus.SERVICE_UNAVAILABLE}
"""Those that only we raise, with words of our own."""
_ADVICE = {
    HTTPStatus.NOT_FOUND: "There is nothing at this address. Check the path.",
    HTTPStatus.METHOD_NOT_ALLOWED: "This address does not answer that method.",
    HTTPStatus.BAD_REQUEST: "The body could not be read as JSON in UTF-8.",
    HTTPStatus.INTERNAL_SERVER_ERROR: "Something went wrong here. Your mail is not blocked.",
}

_NO_FORM = "The form could not be read. Send multipart/form-data with its boundary, and the file as `file`."


def problem(
    status: HTTPStatus,
    detail: str,
    errors: Sequence[Mapping[str, str]] = (),
    headers: Mapping[str, str] | None = None,
) -> JSONResponse:
    """One problem document. `detail` says what to do; `errors` hold JSON pointers."""
    content: dict[str, Any] = {
        "type": "about:blank",
        "title": status.phrase,
        "status": status.value,
        "detail": detail,
    }
    if errors:
        content["errors"] = list(errors)
    return JSONResponse(content, status.value, dict(headers or {}), media_type=MEDIA_TYPE)


def add_problem_handlers(app: FastAPI) -> None:
    """Answer every error of this application with a problem."""
    app.add_exception_handler(SendwellError, _sendwell)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(Exception, _unexpected)


def problem_responses(*statuses: HTTPStatus) -> dict[int | str, dict[str, Any]]:
    """The OpenAPI entries of these problems."""
    schema = {"$ref": "#/components/schemas/Problem"}
    return {s.value: {"description": s.phrase, "content": {MEDIA_TYPE: {"schema": schema}}} for s in statuses}


PROBLEM_SCHEMA: Mapping[str, Any] = {
    "title": "Problem",
    "type": "object",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["pointer", "detail"],
                "properties": {"pointer": {"type": "string"}, "detail": {"type": "string"}},
            },
        },
    },
}


async def _sendwell(_request: Request, error: Exception) -> JSONResponse:
    if isinstance(error, BulletinError):
        return _of_the_bulletin(error)
    status = next(
        (_STATUSES[kind] for kind in type(error).__mro__ if kind in _STATUSES),
        HTTPStatus.INTERNAL_SERVER_ERROR,
    )
    who = {"WWW-Authenticate": "Bearer"} if status is HTTPStatus.UNAUTHORIZED else None
    return problem(status, str(error), headers=who)


def _of_the_bulletin(error: BulletinError) -> JSONResponse:
    """An item that is not there, fields that are wrong, or a step that cannot be made any more."""
    if error.field == NO_SUCH:
        return problem(HTTPStatus.NOT_FOUND, str(error))
    if error.faults:
        errors = [{"pointer": f"/{field}", "detail": said} for field, said in error.faults.items()]
        return problem(HTTPStatus.UNPROCESSABLE_ENTITY, "Some fields are missing or wrong.", errors)
    return problem(HTTPStatus.CONFLICT, str(error))


async def _invalid(_request: Request, error: Exception) -> JSONResponse:
    """Pointers and reasons only: the usual reply would echo the draft."""
    found = error.errors() if isinstance(error, RequestValidationError) else []
    if any(e["type"] == "json_invalid" for e in found):
        return problem(HTTPStatus.BAD_REQUEST, _ADVICE[HTTPStatus.BAD_REQUEST])
    if any(e["loc"][:1] == ("path",) for e in found):
        return problem(HTTPStatus.NOT_FOUND, _ADVICE[HTTPStatus.NOT_FOUND])
    errors = [{"pointer": _pointer(e["loc"]), "detail": in_words(e)} for e in found]
    return problem(HTTPStatus.UNPROCESSABLE_ENTITY, "Some fields are missing or wrong.", errors)


def _pointer(location: Sequence[str | int]) -> str:
    """RFC 6901, without FastAPI's leading "body"."""
    steps = location[1:] if location[:1] == ("body",) else location
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in steps)


async def _http(request: Request, error: Exception) -> JSONResponse:
    if not isinstance(error, HTTPException):
        return problem(HTTPStatus.INTERNAL_SERVER_ERROR, _ADVICE[HTTPStatus.INTERNAL_SERVER_ERROR])
    status = HTTPStatus(error.status_code)
    is_ours = status in _OURS
    said = error.detail if is_ours else _ADVICE.get(status, status.phrase)
    is_form = request.headers.get("content-type", "").startswith("multipart/")
    said = _NO_FORM if is_form and status is HTTPStatus.BAD_REQUEST else said
    return problem(status, said, headers=error.headers)


async def _unexpected(_request: Request, _error: Exception) -> JSONResponse:
    return problem(HTTPStatus.INTERNAL_SERVER_ERROR, _ADVICE[HTTPStatus.INTERNAL_SERVER_ERROR])
