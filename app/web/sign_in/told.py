"""Whom did the provider sign out? OpenID Connect Back-Channel Logout 1.0.

The provider itself, no browser, sends a signed token when somebody signed out there, when their account was
closed, or when an administrator ended their sessions. What it names ends here at once, on every process.
"""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Annotated

import structlog
from fastapi import APIRouter, Depends, HTTPException
from fastapi.responses import JSONResponse, Response

from app.domain.errors import SignInError
from app.web.people import AnybodyHere
from app.web.sign_in.elsewhere import from_elsewhere
from app.web.state import Site

log = structlog.get_logger("sendwell.sign-in")
router = APIRouter(include_in_schema=False)
ADDRESS = "/who/back-channel"
_NOT_KEPT = {"Cache-Control": "no-store"}

Told = Annotated[Mapping[str, str], Depends(from_elsewhere)]
"""What a provider sends: a signed token, and nothing else that counts."""


@router.post(ADDRESS)
def signed_out(site: Site, _here: AnybodyHere, said: Told) -> Response:
    """End what it names. A provider that is answered with an error may try again."""
    if site.door.sign_outs is None:
        raise HTTPException(HTTPStatus.NOT_FOUND)
    try:
        told = site.door.sign_outs.told(said.get("logout_token", ""))
    except SignInError as error:
        log.warning("sign-out refused", reason=error.reason)
        site.door.refused("sign-out", error.reason)
        wrong = {"error": "invalid_request", "error_description": str(error)}
        return JSONResponse(wrong, HTTPStatus.BAD_REQUEST, _NOT_KEPT)
    ended = site.door.sessions.end_told(told)
    log.info("signed out by the provider", sessions=ended)
    return Response(status_code=HTTPStatus.OK, headers=_NOT_KEPT)
