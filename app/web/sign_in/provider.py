"""How does somebody come in by the organisation's own sign-in?

Somebody says so on a page of ours; the browser is sent there, and comes back with a form that only fits what
we remembered of its beginning, in a cookie of ten minutes. Nobody can be made to come in, nor as another.
"""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from http import HTTPStatus
from typing import Annotated, Any
from urllib.parse import quote

import structlog
from fastapi import APIRouter, Depends, HTTPException, Request, Response

from app.domain.errors import ProviderError, SignInError
from app.sign_in_ports import Asking, SignedIn, SignIn
from app.web.forms import Form
from app.web.navigation import start_of
from app.web.pages import go_to, page
from app.web.people import ASK_AGAIN, ENTER, AnybodyHere, Current, Visit, come_in
from app.web.sign_in.elsewhere import from_elsewhere
from app.web.sign_in.entry import enter_page, ours
from app.web.signed_words import parcel, unpacked
from app.web.state import Site, WebState

log = structlog.get_logger("sendwell.sign-in")
router = APIRouter(include_in_schema=False)
BEGUN = "__Host-sendwell-sign-in"
_LASTS = timedelta(minutes=10)
_SKEW = timedelta(minutes=1)
_TOO_LATE = "That took longer than ten minutes, or began in another browser. Please sign in once more."
_NOT_ANEW = (
    "Your organisation’s sign-in did not say that you proved just now who you are. Whoever runs Sendwell can"
    " mend that: the provider must put auth_time into its ID tokens."
)
_NO_LONGER = "Your organisation’s sign-in does not let you go on without a question. Please sign in again."


Answer = Annotated[Mapping[str, str], Depends(from_elsewhere)]
"""The form that a provider's page sends; its state says whether it fits."""


@router.get("/who/sign-in")
def asked_for(site: Site, _here: AnybodyHere, then: str = "") -> Response:
    """A link or a bookmark signs nobody in: the page asks first."""
    _provider(site)
    return _to_question(then)


@router.post("/who/sign-in")
def begin(request: Request, site: Site, _here: AnybodyHere, visit: Current, form: Form) -> Response:
    """Off to the provider, which may be asked to let people choose an account, or prove who they are."""
    said = form.text("asking")
    asking = Asking(said) if said in {Asking.ACCOUNT, Asking.AGAIN} else Asking.USUAL
    return _off(request, site, visit, form.text("then"), asking)


@router.get(ASK_AGAIN)
def ask_again(request: Request, site: Site, _here: AnybodyHere, visit: Current, then: str = "") -> Response:
    """May this person still be here? The provider answers without a question to them."""
    _provider(site)
    if visit is None:
        return _to_question(then)
    if not site.door.is_to_be_asked(visit.asked_at, site.clock.now()):
        return go_to(ours(then) or start_of(visit.caller.roles))
    return _off(request, site, visit, then, Asking.SILENT)


@router.post("/who/back")
def back(request: Request, site: Site, _here: AnybodyHere, answer: Answer) -> Response:
    """Back from the provider, and on to where they wanted to go."""
    provider = _provider(site)
    kept = unpacked(site.signing_key, "sign-in", request.cookies.get(BEGUN, ""), site.clock.now())
    if kept is None:
        return _again(request, _TOO_LATE, "", HTTPStatus.FORBIDDEN)
    try:
        signed = provider.complete(kept["flow"], answer)
    except SignInError as error:
        return _refused(request, site, kept, str(error), error.reason)
    except ProviderError as error:
        return _again(request, str(error), kept["then"], HTTPStatus.SERVICE_UNAVAILABLE)
    if kept["asking"] == Asking.SILENT:
        return _still_here(request, site, kept, signed)
    if kept["asking"] == Asking.AGAIN and not _is_anew(signed, kept):
        return _refused(request, site, kept, _NOT_ANEW, "not proved anew")
    site.door.sessions.end_one(kept["key"], kept["handle"])
    reply = go_to(kept["then"] or start_of(signed.caller.roles))
    come_in(request, reply, signed)
    _forget(reply)
    return reply


def _off(request: Request, site: WebState, visit: Visit | None, then: str, asking: Asking) -> Response:
    """By a page that goes on by itself: our forms may lead, and be led on, to ourselves alone."""
    try:
        begun = _provider(site).begin(asking)
    except ProviderError as error:
        return _again(request, str(error), then, HTTPStatus.SERVICE_UNAVAILABLE)
    now = site.clock.now()
    kept = {
        "flow": dict(begun.remembered),
        "then": ours(then),
        "asking": asking,
        "begun": now.timestamp(),
        "key": visit.caller.key if visit else "",
        "handle": visit.handle if visit else "",
    }
    reply = page(request, "sign_in/going.html", address=begun.address)
    seconds = int(_LASTS.total_seconds())
    value = parcel(site.signing_key, "sign-in", kept, now + _LASTS)
    reply.set_cookie(BEGUN, value, max_age=seconds, path="/", secure=True, httponly=True, samesite="none")
    return reply


def _is_anew(signed: SignedIn, kept: Mapping[str, Any]) -> bool:
    begun = datetime.fromtimestamp(kept["begun"], UTC)
    return signed.proved_at is not None and signed.proved_at >= begun - _SKEW


def _still_here(request: Request, site: WebState, kept: Mapping[str, Any], signed: SignedIn) -> Response:
    """The session goes on for whose it is; it becomes nobody else's."""
    is_theirs = signed.caller.key == kept["key"]
    if not (is_theirs and site.door.sessions.renew(kept["handle"], signed, site.clock.now())):
        return _refused(request, site, kept, _NO_LONGER, "somebody else")
    reply = go_to(kept["then"] or start_of(signed.caller.roles))
    _forget(reply)
    return reply


def _refused(request: Request, site: WebState, kept: Mapping[str, Any], said: str, reason: str) -> Response:
    """Whoever the provider no longer lets in is out here too."""
    log.warning("sign-in refused", reason=reason)
    site.door.refused("page", reason)
    if kept["asking"] == Asking.SILENT:
        site.door.sessions.end_one(kept["key"], kept["handle"])
        said = _NO_LONGER
    return _again(request, said, kept["then"], HTTPStatus.FORBIDDEN)


def _to_question(then: str) -> Response:
    return go_to(f"{ENTER}?then={quote(ours(then), safe='')}" if ours(then) else ENTER)


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
