"""Who am I, what have I signed, and what is held about me?

Where people pick who they are, somebody is known only after they did. Everybody is told where the pages are.
"""

from http import HTTPStatus

from fastapi import APIRouter

from app.api.caller import CallerRoute, Sender
from app.api.problems import problem_responses
from app.api.schemas import MeReply, OutOfDateReply
from app.api.state import ServiceState, State

router = APIRouter(prefix="/api/v1", tags=["me"], route_class=CallerRoute)


@router.get(
    "/me",
    responses=problem_responses(HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE),
)
def me(sender: Sender, state: State) -> MeReply:
    """The person who asks, how they stand with the policy, and how much is held about them."""
    known, old = state.standing(sender), _out_of_date(state)
    if known is None:
        return MeReply(out_of_date=old)
    return MeReply(
        out_of_date=old,
        name=known.name,
        address=known.address,
        standing=known.standing,
        signed_at=known.signed_at,
        held=dict(known.held),
    )


def _out_of_date(state: ServiceState) -> list[OutOfDateReply]:
    """The policies in force that are past the day by which they were to be reviewed."""
    today = state.clock.now().date()
    packs = state.road.policy().packs
    return [
        OutOfDateReply(title=pack.title, review_by=pack.review_by)
        for pack in packs
        if pack.review_by is not None and pack.review_by < today
    ]
