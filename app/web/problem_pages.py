"""What does somebody read when a page cannot be shown?

The status comes from the one map of errors, behind the API; only the words and the looks are ours.
"""

from collections.abc import Awaitable, Callable, Mapping
from http import HTTPStatus
from inspect import isawaitable
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from app.domain.errors import SendwellError, SetupError, SignInError
from app.web.navigation import place_of
from app.web.pages import go_to, page
from app.web.people import way_in
from app.web.state import site_of

_Handler = Callable[[Request, Any], Response | Awaitable[Response]]
_TITLES: Mapping[int, str] = {
    HTTPStatus.BAD_REQUEST: "That did not work",
    HTTPStatus.FORBIDDEN: "This page is not open here",
    HTTPStatus.NOT_FOUND: "This page is not here",
    HTTPStatus.METHOD_NOT_ALLOWED: "This page is not here",
    HTTPStatus.GONE: "This is no longer here",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "That is too large",
    HTTPStatus.UNPROCESSABLE_ENTITY: "Something in the address is not right",
    HTTPStatus.SERVICE_UNAVAILABLE: "Sendwell cannot do that just now",
}
_ADVICE: Mapping[int, str] = {
    HTTPStatus.NOT_FOUND: "It may have moved, or the address has a slip in it.",
    HTTPStatus.METHOD_NOT_ALLOWED: "This address takes a form. Go back to the page with the form.",
    HTTPStatus.UNPROCESSABLE_ENTITY: "Go back and follow the link once more.",
}
_WAIT = "Retry-After"
_A_MINUTE = "60"
_OOPS = "Something went wrong at our end. Nothing was changed, and nobody’s mail is held."


def add_problem_pages(app: FastAPI) -> None:
    """Answer people with a page, and programs as before."""
    for kind in (SendwellError, RequestValidationError, HTTPException, Exception):
        app.add_exception_handler(kind, _instead_of(app.exception_handlers[kind]))


def _instead_of(otherwise: _Handler) -> _Handler:
    async def answer(request: Request, error: Exception) -> Response:
        answered = otherwise(request, error)
        told = await answered if isawaitable(answered) else answered
        if not _is_for_a_person(request):
            return told
        if isinstance(error, SignInError):
            return go_to(way_in(request))
        if told.status_code == HTTPStatus.SEE_OTHER:
            return go_to(told.headers["Location"])
        shown = _told(request, told.status_code, error)
        wait = told.headers.get(_WAIT)
        if told.status_code == HTTPStatus.SERVICE_UNAVAILABLE:
            wait = wait or _A_MINUTE
        if wait:
            shown.headers[_WAIT] = wait
        return shown

    return answer


def _is_for_a_person(request: Request) -> bool:
    path, asked_for = request.url.path, getattr(request.scope.get("endpoint"), "__module__", "")
    if path.startswith(("/api/", "/static/")):
        return False
    is_ours = asked_for.startswith("app.web.") or bool(place_of(path))
    return is_ours or "text/html" in request.headers.get("accept", "")


def _told(request: Request, status: int, error: Exception) -> Response:
    said = _OOPS
    if isinstance(error, HTTPException):
        is_ours = error.detail and error.detail != HTTPStatus(status).phrase
        said = error.detail if is_ours else _ADVICE.get(status, _OOPS)
    elif isinstance(error, SendwellError):
        said = _OOPS if isinstance(error, SetupError) else str(error)
    elif isinstance(error, RequestValidationError):
        said = _ADVICE.get(status, _OOPS)
    title = getattr(error, "title", "") or _TITLES.get(status, "Something went wrong")
    site = site_of(request)
    return page(
        request,
        "problem.html",
        HTTPStatus(status),
        title=title,
        said=said,
        passes=status >= HTTPStatus.INTERNAL_SERVER_ERROR,
        now=site.clock.now(),
        filled_in=request.method == "POST",
    )
