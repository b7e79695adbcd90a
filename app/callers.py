"""Who calls the API, and how do they stand?

The add-in brings a token of the organisation's sign-in, or at Send the ticket that the pane left; our own
pages bring the session of whoever is signed in. Where people pick who they are, whoever is at this machine
may call, named or not, and nobody from afar.
"""

from datetime import datetime
from http import HTTPStatus

import structlog
from fastapi import HTTPException, Request

from app.api.state import Me
from app.domain.caller import NOBODY_KNOWN, Caller, Role
from app.domain.errors import SignInError
from app.sign_in_ports import Tokens
from app.staff.own_record import counts, own_record
from app.staff.sign_off import newest_of, standing_of
from app.web.nearby import WITH_SIGN_IN, is_from_afar, is_nearby, require_own_page
from app.web.people import Visit, visit_of
from app.web.sign_in.tickets import caller_of_ticket, new_ticket
from app.web.state import WebState

log = structlog.get_logger("sendwell.sign-in")
_SIGN_IN = "Nobody is signed in. Bring the token of the add-in, or sign in at /who."
_NOT_WITH_A_TICKET = "A ticket has drafts checked, and opens nothing else."
_WITH_A_TICKET = ("POST", "/api/v1/checks")
_NOT_YOURS = "Your account may not have mail checked here. Ask whoever looks after accounts for the role."


def caller_of(request: Request, site: WebState, tokens: Tokens | None) -> Caller:
    """The sender who calls.

    Raises:
        SignInError: nobody is signed in, or the token is not right.
        HTTPException: 403 for whoever may not, or comes from where nobody should.
    """
    caller = _caller(request, site, tokens)
    if caller is not NOBODY_KNOWN and Role.SENDER not in caller.roles:
        raise HTTPException(HTTPStatus.FORBIDDEN, _NOT_YOURS)
    return caller


def _caller(request: Request, site: WebState, tokens: Tokens | None) -> Caller:
    if site.door.is_local:
        if is_from_afar(request):
            raise HTTPException(HTTPStatus.FORBIDDEN, WITH_SIGN_IN)
        visit = visit_of(request) if is_nearby(request) else None
        return _of_page(request, visit) if visit else NOBODY_KNOWN
    given = request.headers.get("authorization")
    if given is None or tokens is None:
        visit = visit_of(request)
        if visit is None:
            raise SignInError(_SIGN_IN, "nobody")
        return _of_page(request, visit)
    scheme, _, word = given.partition(" ")
    try:
        if scheme.lower() == "ticket":
            return _of_ticket(request, site, word.strip())
        return tokens.caller_of(word.strip() if scheme.lower() == "bearer" else "")
    except SignInError as error:
        log.warning("token refused", reason=error.reason)
        site.door.refused("token", error.reason)
        raise


def _of_ticket(request: Request, site: WebState, ticket: str) -> Caller:
    if (request.method, request.url.path) != _WITH_A_TICKET:
        raise SignInError(_NOT_WITH_A_TICKET, "ticket for another use")
    return caller_of_ticket(ticket, site)


def ticket_of(caller: Caller, site: WebState) -> tuple[str, datetime] | None:
    """A ticket for the Send event, and until when it is good; None where people pick who they are."""
    return None if site.door.is_local else new_ticket(caller, site)


def _of_page(request: Request, visit: Visit) -> Caller:
    """Whoever is signed in, when a page of ours asks; no other website can read an answer."""
    if request.method not in {"GET", "HEAD"}:
        require_own_page(request)
    return visit.caller


def standing(caller: Caller, site: WebState) -> Me | None:
    """How somebody stands with the policy, and how much is held about them; None for nobody known."""
    if not caller.key:
        return None
    room = site.staff
    own = own_record(room.held, caller.address, caller.name, site.clock.now(), caller.key)
    version = room.signing.version()
    latest = newest_of(own.signatures, version).get(own.address)
    said = standing_of(latest, version)
    return Me(caller.name, own.address, said, latest.signed_at if latest else None, counts(own))
