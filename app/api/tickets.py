"""How does the add-in come to be known?

What the pane must know to sign somebody in, told before it is known who asks; and the ticket it then leaves
for the Send event, which can sign nobody in. Where people pick who they are, neither is needed.
"""

from datetime import datetime
from http import HTTPStatus

from fastapi import APIRouter
from pydantic import BaseModel

from app.api.caller import CallerRoute, Sender
from app.api.problems import problem_responses
from app.api.state import State

SIGN_IN = "/api/v1/sign-in"
"""Public: a client id and an address, which every sign-in shows."""
router = APIRouter(tags=["sign-in"])
for_senders = APIRouter(prefix="/api/v1", tags=["sign-in"], route_class=CallerRoute)


class SignInReply(BaseModel):
    """With whom the pane signs people in: empty where people pick who they are."""

    authority: str = ""
    client: str = ""
    scope: str = ""
    is_entra: bool = False
    closed_at_send: tuple[str, ...] = ()
    """What waits at Send while the service cannot be asked; the add-in sees it by itself."""


class TicketReply(BaseModel):
    """A ticket for the Send event, and until when it is good; empty where none is needed."""

    ticket: str = ""
    until: datetime | None = None


@router.get(SIGN_IN, responses=problem_responses(HTTPStatus.TOO_MANY_REQUESTS))
def sign_in(state: State) -> SignInReply:
    """With whom the pane signs people in; all empty where it need not."""
    ours = state.pane_sign_in
    if ours is None:
        return SignInReply(closed_at_send=state.closed_at_send)
    return SignInReply(
        authority=ours.authority,
        client=ours.client,
        scope=ours.scope,
        is_entra=ours.is_entra,
        closed_at_send=state.closed_at_send,
    )


@for_senders.post(
    "/tickets",
    responses=problem_responses(HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE),
)
def ticket(sender: Sender, state: State) -> TicketReply:
    """A ticket for the Send event: it has drafts of whoever asks checked for some minutes, and no more."""
    given = state.ticket(sender)
    return TicketReply() if given is None else TicketReply(ticket=given[0], until=given[1])


router.include_router(for_senders)
