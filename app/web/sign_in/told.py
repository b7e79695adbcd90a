"""Whom did the provider sign out? OpenID Connect Back-Channel Logout 1.0.

The provider itself, no browser, sends a signed token when somebody signed out there, when their account was
closed, or when an administrator ended their sessions. What it names ends here at once, on every process.
"""

from http import HTTPStatus
from typing import Annotated

import structlog
from fastapi import APIRouter, Depends, HTTPException, Request
from fastapi.responses import JSONResponse, Response
from starlette.formparsers import MultiPartException

from app.domain.errors import SignInError
from app.web.people import AnybodyHere
from app.web.state import Site

log = structlog.get_logger("sendwell.sign-in")
router = APIRouter(include_in_schema=False)
ADDRESS = "/who/back-channel"
_PART_BYTES, _PARTS = 16 * 1024, 20
_NOT_KEPT = {"Cache-Control": "no-store"}


async def _logout_token(request: Request) -> str:
    """The one word that counts; what else a provider sends is let be."""
    try:
        async with request.form(max_files=0, max_fields=_PARTS, max_part_size=_PART_BYTES) as form:
            said = form.get("logout_token")
    except MultiPartException as error:
        raise HTTPException(HTTPStatus.BAD_REQUEST) from error
    return said if isinstance(said, str) else ""


LogoutToken = Annotated[str, Depends(_logout_token)]
"""What a provider sends. It comes from elsewhere; its signature says whose it is."""


@router.post(ADDRESS)
def signed_out(site: Site, _here: AnybodyHere, token: LogoutToken) -> Response:
    """End what it names. A provider that is answered with an error may try again."""
    if site.door.sign_outs is None:
        raise HTTPException(HTTPStatus.NOT_FOUND)
    try:
        told = site.door.sign_outs.told(token)
    except SignInError as error:
        log.warning("sign-out refused", reason=error.reason)
        site.door.refused("sign-out", error.reason)
        wrong = {"error": "invalid_request", "error_description": str(error)}
        return JSONResponse(wrong, HTTPStatus.BAD_REQUEST, _NOT_KEPT)
    ended = site.door.sessions.end_told(told)
    log.info("signed out by the provider", sessions=ended)
    return Response(status_code=HTTPStatus.OK, headers=_NOT_KEPT)
