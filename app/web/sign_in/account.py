"""As whom am I signed in, what may I do, and where else am I signed in?"""

from fastapi import APIRouter, Request, Response

from app.domain.caller import IN_WORDS, Role
from app.web.forms import Form
from app.web.pages import go_to, page
from app.web.people import Current, Sender, leave
from app.web.state import Site

router = APIRouter(include_in_schema=False)


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
    )


@router.post("/account/sign-out-everywhere")
def sign_out_everywhere(request: Request, site: Site, person: Sender, _form: Form) -> Response:
    """A browser left open somewhere, or lost."""
    site.door.sessions.end_all(person.key)
    reply = go_to("/who")
    leave(request, reply)
    return reply
