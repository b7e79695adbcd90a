"""Who am I, what have I signed, and what is held about me?

Before sign-in a person is known only on this machine, and only after saying who they are on a page. Everybody
else is told where those pages are.
"""

from http import HTTPStatus

from fastapi import APIRouter, Request

from app.api.caller import Sender
from app.api.problems import problem_responses
from app.api.schemas import MeReply
from app.api.state import State

router = APIRouter(prefix="/api/v1", tags=["me"])


@router.get(
    "/me",
    responses=problem_responses(HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE),
)
def me(request: Request, _sender: Sender, state: State) -> MeReply:
    """The person at this machine, how they stand with the policy, and how much is held about them."""
    known = state.me(request)
    if known is None:
        return MeReply()
    return MeReply(
        name=known.name,
        address=known.address,
        standing=known.standing,
        signed_at=known.signed_at,
        held=dict(known.held),
    )
