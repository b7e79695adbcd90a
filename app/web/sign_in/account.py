"""As whom am I signed in, what may I do, and where else am I signed in?

To end sessions somebody proves anew who they are: whoever finds a browser open cannot lock its owner out.
"""

from datetime import datetime, timedelta
from http import HTTPStatus

from fastapi import APIRouter, Request, Response

from app.domain.caller import IN_WORDS, Role
from app.web.forms import Form
from app.web.pages import go_to, page
from app.web.people import Current, Refusal, Sender, Visit, leave
from app.web.state import Site, WebState

router = APIRouter(include_in_schema=False)
PROOF_LASTS = timedelta(minutes=10)
_PROVE = (
    "Nothing was changed. Sign in again on the page of your account first; then you have ten minutes to end"
    " sessions there."
)


@router.get("/account")
def account(request: Request, site: Site, person: Sender, visit: Current) -> Response:
    """Roles and sessions."""
    door, now = site.door, site.clock.now()
    return page(
        request,
        "sign_in/account.html",
        may=[IN_WORDS[role] for role in Role if role in person.roles],
        others=[(IN_WORDS[role], door.role_names.get(role, "")) for role in Role if role not in person.roles],
        given_by=door.given_by,
        sessions=door.sessions.of(person.key, now),
        here_now=visit.handle if visit else "",
        may_end=_may_end(site, visit, now),
    )


@router.post("/account/sign-out")
def sign_out_one(request: Request, site: Site, person: Sender, visit: Current, form: Form) -> Response:
    """One browser: that of a train, or of a colleague's desk."""
    _require_proof(site, visit)
    handle = form.text("session")
    site.door.sessions.end_one(person.key, handle)
    is_here = visit is not None and visit.handle == handle
    reply = go_to("/who" if is_here else "/account")
    if is_here:
        leave(request, reply)
    return reply


@router.post("/account/sign-out-everywhere")
def sign_out_everywhere(
    request: Request, site: Site, person: Sender, visit: Current, _form: Form
) -> Response:
    """A browser left open somewhere, or lost."""
    _require_proof(site, visit)
    site.door.sessions.end_all(person.key)
    reply = go_to("/who")
    leave(request, reply)
    return reply


def _require_proof(site: WebState, visit: Visit | None) -> None:
    if not _may_end(site, visit, site.clock.now()):
        raise Refusal(HTTPStatus.FORBIDDEN, "Sign in again first", _PROVE)


def _may_end(site: WebState, visit: Visit | None, now: datetime) -> bool:
    """Whether they proved lately who they are; where people only pick that, there is nothing to prove."""
    proved = visit.proved_at if visit else None
    return site.door.is_local or (proved is not None and now - proved < PROOF_LASTS)
