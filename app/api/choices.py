"""What did the sender do with a piece of advice?"""

from http import HTTPStatus

from fastapi import APIRouter

from app.api.bodies import JsonRoute
from app.api.caller import Sender
from app.api.problems import problem_responses
from app.api.schemas import ChoiceRequest
from app.api.state import State
from app.compose.ask_once import Asking
from app.compose.attaching import Card, note_attaching
from app.compose.record_choice import record_choice
from app.domain.choice import Choice
from app.domain.draft import Moment

router = APIRouter(prefix="/api/v1", tags=["checks"], route_class=JsonRoute)


@router.post(
    "/choices",
    status_code=HTTPStatus.NO_CONTENT,
    responses=problem_responses(
        HTTPStatus.BAD_REQUEST,
        HTTPStatus.NOT_FOUND,
        HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
        HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
        HTTPStatus.UNPROCESSABLE_ENTITY,
        HTTPStatus.TOO_MANY_REQUESTS,
        HTTPStatus.SERVICE_UNAVAILABLE,
    ),
)
def choose(request: ChoiceRequest, sender: Sender, state: State) -> None:
    """Keep that a card was followed, overridden or called wrong, and why. No words of anybody are kept.

    With the card's `answer_key` it does not ask again in the same draft and thread.
    """
    road = state.road
    choice = Choice(
        state.clock.now(),
        road.records.keyed_hash(sender.key),
        request.rule,
        request.finding,
        request.chosen,
        request.reason,
    )
    asking = Asking(road.memory, Moment.COMPOSE, sender.key) if road.memory else None
    if asking is not None and (request.attach or request.attach_key):
        card = Card(request.attach_key, request.rule, request.finding)
        note_attaching(card, request.chosen, request.attach, asking)
    record_choice(choice, road.policy(), state.choices, request.answer_key, asking)
