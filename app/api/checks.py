"""What does the policy say about this draft?"""

from http import HTTPStatus

from fastapi import APIRouter
from fastapi.concurrency import run_in_threadpool

from app.api.bodies import JsonRoute
from app.api.caller import Bearer, Sender
from app.api.drafts import to_draft
from app.api.problems import problem_responses
from app.api.replies import to_reply
from app.api.schemas import CheckReply, CheckRequest
from app.api.state import State
from app.api.turns import TURNS
from app.compose.check_draft import NOT_RECORDED, check_draft
from app.compose.checked import also_unchecked
from app.domain.draft import Moment

router = APIRouter(prefix="/api/v1", tags=["checks"], route_class=JsonRoute)


@router.post(
    "/checks",
    responses=problem_responses(
        HTTPStatus.BAD_REQUEST,
        HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
        HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
        HTTPStatus.UNPROCESSABLE_ENTITY,
        HTTPStatus.TOO_MANY_REQUESTS,
        HTTPStatus.SERVICE_UNAVAILABLE,
    ),
)
async def check(request: CheckRequest, sender: Sender, bearer: Bearer, state: State) -> CheckReply:
    """Check a draft: a cited verdict and a route. Nothing of the draft is kept."""

    def read() -> CheckReply:
        checked = check_draft(draft, request.moment, state.road, sender.key)
        is_kept = request.moment is not Moment.SEND or state.flag(checked, sender)
        if not is_kept and NOT_RECORDED not in checked.verdict.not_checked:
            checked = also_unchecked(checked, NOT_RECORDED)
        state.metrics.count(checked, request.moment)
        return to_reply(checked)

    # Exchange may be slow to say who reads it: nobody's turn is held up by that.
    draft = await run_in_threadpool(
        lambda: state.tell(to_draft(request.draft, state.clock.now()), sender, bearer)
    )
    return await TURNS.take(read)
