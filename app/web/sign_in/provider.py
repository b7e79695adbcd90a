"""How does somebody come in by the organisation's own sign-in?

The browser is sent there, and comes back with a form that only fits what we remembered of its beginning, in a
cookie of ten minutes. Nobody can be made to come in as somebody else.
"""

from collections.abc import Mapping
from datetime import timedelta
from http import HTTPStatus
from typing import Annotated

import structlog
from fastapi import APIRouter, Depends, HTTPException, Request, Response
from starlette.formparsers import MultiPartException

from app.domain.errors import ProviderError, SignInError
from app.sign_in_ports import SignIn
from app.web.navigation import start_of
from app.web.pages import go_to
from app.web.people import SIGN_IN, AnybodyHere, come_in
from app.web.sign_in.entry import enter_page, ours
from app.web.signed_words import parcel, unpacked
from app.web.state import Site, WebState

log = structlog.get_logger("sendwell.sign-in")
router = APIRouter(include_in_schema=False)
BEGUN = "__Host-sendwell-sign-in"
_LASTS = timedelta(minutes=10)
_PART_BYTES, _PARTS = 16 * 1024, 20
_TOO_LATE = "That took longer than ten minutes, or began in another browser. Please sign in once more."


async def _answer(request: Request) -> Mapping[str, str]:
    """What the provider's page sends: small words, no files."""
    try:
        async with request.form(max_files=0, max_fields=_PARTS, max_part_size=_PART_BYTES) as form:
            return {name: said for name, said in form.items() if isinstance(said, str)}
    except MultiPartException as error:
        raise HTTPException(HTTPStatus.BAD_REQUEST) from error


Answer = Annotated[Mapping[str, str], Depends(_answer)]
"""The form that a provider's page sends. It comes from elsewhere; its state says whether it fits."""


@router.get(SIGN_IN)
def begin(request: Request, site: Site, _here: AnybodyHere, then: str = "", account: str = "") -> Response:
    """Off to the provider, which may be asked to let people say with which account."""
    try:
        begun = _provider(site).begin(picks_account=account == "another")
    except ProviderError as error:
        return _again(request, str(error), then, HTTPStatus.SERVICE_UNAVAILABLE)
    kept = {"flow": dict(begun.remembered), "then": ours(then)}
    until = site.clock.now() + _LASTS
    reply = go_to(begun.address)
    seconds = int(_LASTS.total_seconds())
    value = parcel(site.signing_key, "sign-in", kept, until)
    reply.set_cookie(BEGUN, value, max_age=seconds, path="/", secure=True, httponly=True, samesite="none")
    return reply


@router.post("/who/back")
def back(request: Request, site: Site, _here: AnybodyHere, answer: Answer) -> Response:
    """Back from the provider, and on to where they wanted to go."""
    provider = _provider(site)
    kept = unpacked(site.signing_key, "sign-in", request.cookies.get(BEGUN, ""), site.clock.now())
    if kept is None:
        return _again(request, _TOO_LATE, "", HTTPStatus.FORBIDDEN)
    try:
        caller = provider.complete(kept["flow"], answer)
    except SignInError as error:
        log.warning("sign-in refused", reason=error.reason)
        site.door.refused("page", error.reason)
        return _again(request, str(error), kept["then"], HTTPStatus.FORBIDDEN)
    except ProviderError as error:
        return _again(request, str(error), kept["then"], HTTPStatus.SERVICE_UNAVAILABLE)
    reply = go_to(kept["then"] or start_of(caller.roles))
    come_in(request, reply, caller)
    _forget(reply)
    return reply


def _provider(site: WebState) -> SignIn:
    if site.door.provider is None:
        raise HTTPException(HTTPStatus.NOT_FOUND)
    return site.door.provider


def _again(request: Request, said: str, then: str, status: HTTPStatus) -> Response:
    reply = enter_page(request, then, said, status)
    _forget(reply)
    return reply


def _forget(reply: Response) -> None:
    reply.delete_cookie(BEGUN, path="/", secure=True, httponly=True, samesite="none")
