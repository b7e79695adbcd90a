"""Who is using the pages, and may they?

Every page takes exactly one kind of caller, or is listed as public. A cookie holds the token of a session;
who it is and what they may do stands in the database. The wrong role is told kindly, and who can give the
right one.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from http import HTTPStatus
from typing import Annotated
from urllib.parse import quote

import structlog
from fastapi import Depends, HTTPException, Request, Response

from app.domain.caller import IN_WORDS, Caller, Role
from app.sign_in_ports import SignedIn
from app.web.nearby import require_nearby
from app.web.signed_words import is_same, signature
from app.web.state import WebState, site_of

log = structlog.get_logger("sendwell.sign-in")
LOCAL_COOKIE, COOKIE = "sendwell-session", "__Host-sendwell-session"
ENTER, ASK_AGAIN = "/who", "/who/ask-again"
SIGNED_OUT = (
    "Nothing was changed. Sign in again in another tab; then come back to this one, go back to your page with"
    " the browser’s Back button, where what you wrote still stands, and send it again."
)


@dataclass(frozen=True, slots=True)
class Visit:
    """Somebody in one browser. `handle` names their session; `token` is the session itself.

    `asked_at` and `proved_at` as in Session.
    """

    caller: Caller
    token: str
    handle: str
    asked_at: datetime
    proved_at: datetime | None = None


class Refusal(HTTPException):
    """A page that somebody may not open, with a heading of its own."""

    def __init__(self, status: HTTPStatus, title: str, said: str) -> None:
        """Both in words for a person."""
        super().__init__(status, said)
        self.title = title


def come_in(request: Request, response: Response, signed: SignedIn) -> None:
    """Start a session in this browser; the one before it ends."""
    site = site_of(request)
    _end(request, site)
    token = site.door.sessions.start(signed.caller, site.clock.now(), signed.sid, signed.proved_at)
    begun = site.door.sessions.find(token, site.clock.now())
    log.info("signed in", session=begun.handle if begun else "", roles=sorted(signed.caller.roles))
    response.set_cookie(cookie_of(site), token, **_manners(site))  # type: ignore[arg-type]  # as it takes them


def leave(request: Request, response: Response) -> None:
    """End the session of this browser."""
    site = site_of(request)
    _end(request, site)
    log.info("signed out")
    response.delete_cookie(cookie_of(site), **_manners(site))  # type: ignore[arg-type]  # as it takes them


def cookie_of(site: WebState) -> str:
    """The name of the cookie; ``__Host-`` keeps other hosts of the same domain from setting it."""
    return LOCAL_COOKIE if site.door.is_local else COOKIE


def visit_of(request: Request) -> Visit | None:
    """Whose visit this is, looked up once a request; None when nobody is signed in."""
    if not hasattr(request.state, "visit"):
        request.state.visit = None  # a page that says that the database is away asks it nothing more
        request.state.visit = _looked_up(request)
    found: Visit | None = request.state.visit
    return found


def form_token(request: Request) -> str:
    """What a form on a page of this person must send back; signing in again does not spoil it."""
    visit = visit_of(request)
    return signature(site_of(request).signing_key, "form", visit.caller.key if visit else "nobody")


def is_form_token(request: Request, token: str) -> bool:
    """Whether a form came from a page of this person."""
    return is_same(token, form_token(request))


def _end(request: Request, site: WebState) -> None:
    if token := request.cookies.get(cookie_of(site)):
        site.door.sessions.end(token)


def _looked_up(request: Request) -> Visit | None:
    site = site_of(request)
    token = request.cookies.get(cookie_of(site), "")
    held = site.door.sessions.find(token, site.clock.now()) if token else None
    return Visit(held.caller, token, held.handle, held.asked_at, held.proved_at) if held else None


def _manners(site: WebState) -> dict[str, object]:
    """Lax lets a link in a mail open a page for whoever is signed in; what changes something is a form."""
    is_local = site.door.is_local
    return {
        "path": "/",
        "httponly": True,
        "secure": not is_local,
        "samesite": "strict" if is_local else "lax",
    }


def _current(request: Request) -> Visit | None:
    """The visit, for what depends on it."""
    return visit_of(request)


Current = Annotated[Visit | None, Depends(_current)]


def _with(role: Role) -> Callable[[Request, Visit | None], Caller]:
    def caller(request: Request, visit: Current) -> Caller:
        require_nearby(request)
        if visit is None:
            raise _nobody(request)
        _ask_again_in_time(request, visit)
        if role not in visit.caller.roles:
            log.warning("not let in", session=visit.handle, needs=role.value)
            site_of(request).door.refused("page", f"not {role.value}")
            raise _not_with(role, visit.caller, site_of(request))
        return visit.caller

    return caller


def _nobody(request: Request) -> HTTPException:
    if request.method not in {"GET", "HEAD"}:
        return Refusal(HTTPStatus.UNAUTHORIZED, "You were signed out", SIGNED_OUT)
    return HTTPException(HTTPStatus.SEE_OTHER, headers={"Location": way_in(request)})


def _ask_again_in_time(request: Request, visit: Visit) -> None:
    """Round by the provider, where it is time. Only what a browser shows as a page can go there."""
    site = site_of(request)
    is_page = request.method == "GET" and request.headers.get("sec-fetch-mode", "navigate") == "navigate"
    if is_page and site.door.is_to_be_asked(visit.asked_at, site.clock.now()):
        raise HTTPException(HTTPStatus.SEE_OTHER, headers={"Location": _way(ASK_AGAIN, request)})


def way_in(request: Request) -> str:
    """Where somebody says that they want to sign in, to come back to this page."""
    return _way(ENTER, request)


def _way(by: str, request: Request) -> str:
    path = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    return f"{by}?then={quote(path, safe='')}"


def _not_with(role: Role, caller: Caller, site: WebState) -> Refusal:
    may = " and ".join(IN_WORDS[one] for one in Role if one in caller.roles)
    named = site.door.role_names.get(role)
    said = f"You may {may}. " if may else "You have no role here yet. "
    said += f"This page is for people who {_theirs(role)}. "
    if named:
        said += f"To get in, ask {site.door.given_by} for the role “{named}”, then sign out and in again."
    else:
        said += "To try it, say that you are somebody who may."
    return Refusal(HTTPStatus.FORBIDDEN, "This page is for other people", said)


def _theirs(role: Role) -> str:
    return IN_WORDS[role].replace("your", "their")


async def _visitor(visit: Current) -> Caller | None:
    return visit.caller if visit else None


async def _anybody_here(request: Request) -> None:
    require_nearby(request)


Visitor = Annotated[Caller | None, Depends(_visitor)]
"""Anybody at all: the page is public."""
AnybodyHere = Annotated[None, Depends(_anybody_here)]
"""Whoever may sign in, before they did."""
Sender = Annotated[Caller, Depends(_with(Role.SENDER))]
"""Anybody who is signed in."""
Editor = Annotated[Caller, Depends(_with(Role.EDITOR))]
"""Somebody of the bulletin desk."""
Reviewer = Annotated[Caller, Depends(_with(Role.REVIEWER))]
"""Somebody who reviews flagged mail."""
Administrator = Annotated[Caller, Depends(_with(Role.ADMINISTRATOR))]
"""Somebody who may change the policy and see the registers."""
