"""How is mail asked for that does not fit the bulletin, and how is the request followed?

Urgent mail, mail to chosen schools, a note to a cluster. The same request twice is one; how many schools it
reaches is for the desk to see.
"""

from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Path

from app.api.bodies import JsonRoute
from app.api.caller import Sender
from app.api.problems import NO_SUCH, problem_responses
from app.api.request_replies import asked_of, request_reply
from app.api.request_schemas import BulkRequestReply, BulkRequestRequest, TakeBackRequest
from app.api.state import ServiceState, State
from app.bulletin.requests.decide_request import ask, withdraw
from app.bulletin.requests.urgency_test import urgency, urgency_rules
from app.domain.bulk_request import BulkRequest
from app.domain.caller import Caller
from app.domain.errors import BulletinError
from app.domain.item import Person

router = APIRouter(prefix="/api/v1/bulk-requests", tags=["bulk requests"], route_class=JsonRoute)

Number = Annotated[str, Path(min_length=8, max_length=64, pattern="^[0-9a-f]+$")]
_BROKEN = (
    HTTPStatus.BAD_REQUEST,
    HTTPStatus.CONFLICT,
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
    HTTPStatus.UNPROCESSABLE_ENTITY,
    HTTPStatus.TOO_MANY_REQUESTS,
)


@router.post("", status_code=HTTPStatus.CREATED, responses=problem_responses(*_BROKEN))
def ask_for_mail(asked: BulkRequestRequest, sender: Sender, state: State) -> BulkRequestReply:
    """Ask the Communications Team. The same `key` again, from the same person, changes nothing."""
    desk, wanted = state.bulletin.desk, asked_of(asked)
    facts = urgency(desk, wanted, urgency_rules(state.road.policy())).facts()
    return _reply(state, ask(desk, asked.key, wanted, _who(sender, asked), facts))


@router.get(
    "/{number}",
    responses=problem_responses(
        HTTPStatus.NOT_FOUND, HTTPStatus.UNPROCESSABLE_ENTITY, HTTPStatus.TOO_MANY_REQUESTS
    ),
)
def follow_request(number: Number, sender: Sender, state: State) -> BulkRequestReply:
    """Where a request stands. Only whoever knows its number, which nobody can guess, can ask."""
    return _reply(state, _own(sender, state, number))


@router.post("/{number}/withdrawal", responses=problem_responses(HTTPStatus.NOT_FOUND, *_BROKEN))
def take_back(number: Number, asked: TakeBackRequest, sender: Sender, state: State) -> BulkRequestReply:
    """Take a request back that nobody has decided on, or that is held yet."""
    own = _own(sender, state, number)
    return _reply(state, withdraw(state.bulletin.desk, own.id, asked.version, own.sender))


def _reply(state: ServiceState, request: BulkRequest) -> BulkRequestReply:
    return request_reply(state.bulletin.desk, request, urgency_rules(state.road.policy()))


def _who(caller: Caller, asked: BulkRequestRequest) -> Person:
    """Who asks: whoever is signed in, else the sender that the mail program names."""
    said = caller if caller.key else asked.sender
    return Person(said.name.strip(), said.address.strip()) if said else Person("", "")


def _own(caller: Caller, state: ServiceState, number: str) -> BulkRequest:
    """The request; where nobody is known, who knows its number stands for its sender.

    Raises:
        BulletinError: there is no such request, or somebody is known who did not ask for it.
    """
    found = state.bulletin.desk.book.request(number)
    if found is None or (caller.key and caller.address.casefold() != found.sender.address.casefold()):
        raise BulletinError("There is no such request of yours.", NO_SUCH)
    return found
