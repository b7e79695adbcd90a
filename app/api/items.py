"""How does a draft become an item of the bulletin, and how is the item followed?

A suggestion keeps nothing. An item is kept from when it is submitted; the same submission twice is one item.
"""

from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Path

from app.api.bodies import JsonRoute
from app.api.caller import Sender
from app.api.drafts import to_draft
from app.api.item_replies import item_reply, suggestion_reply, text_of
from app.api.item_schemas import (
    ItemReply,
    ItemRequest,
    MendedItemRequest,
    SuggestionReply,
    SuggestionRequest,
    WithdrawalRequest,
)
from app.api.problems import NO_SUCH, problem_responses
from app.api.schemas import MailboxRequest
from app.api.state import BulletinDoor, ServiceState, State
from app.bulletin.submit import OwnItem, own_item, resubmit, submit, withdraw
from app.domain.caller import Caller
from app.domain.draft import Mailbox
from app.domain.errors import BulletinError
from app.domain.item import Person

router = APIRouter(prefix="/api/v1/bulletin", tags=["bulletin"], route_class=JsonRoute)

Number = Annotated[str, Path(min_length=8, max_length=64, pattern="^[0-9a-f]+$")]
_BROKEN = (
    HTTPStatus.BAD_REQUEST,
    HTTPStatus.CONFLICT,
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
    HTTPStatus.UNPROCESSABLE_ENTITY,
    HTTPStatus.TOO_MANY_REQUESTS,
    HTTPStatus.SERVICE_UNAVAILABLE,
)


@router.post("/suggestions", responses=problem_responses(*_BROKEN))
def suggestion(asked: SuggestionRequest, _sender: Sender, state: State) -> SuggestionReply:
    """The item that a draft would make, out of the draft's own words. Nothing of the draft is kept."""
    door = state.bulletin
    draft = to_draft(asked.draft, state.clock.now())
    sender = draft.sender or Mailbox("")
    return suggestion_reply(door.suggest(draft), door, _person(sender.name, sender.address))


@router.post("/items", status_code=HTTPStatus.CREATED, responses=problem_responses(*_BROKEN))
def submit_item(asked: ItemRequest, sender: Sender, state: State) -> ItemReply:
    """Submit an item to the desk. The same `key` again, from the same person, changes nothing."""
    person = _who(sender, asked.sender)
    made = submit(state.bulletin.desk, asked.key, text_of(asked), person)
    return _reply(state.bulletin, made.id, person)


@router.get(
    "/items/{number}",
    responses=problem_responses(
        HTTPStatus.NOT_FOUND, HTTPStatus.UNPROCESSABLE_ENTITY, HTTPStatus.TOO_MANY_REQUESTS
    ),
)
def follow_item(number: Number, sender: Sender, state: State) -> ItemReply:
    """Where an item stands. Only whoever knows its number, which nobody can guess, can ask."""
    return _reply(state.bulletin, number, _its_sender(sender, state, number))


@router.put("/items/{number}", responses=problem_responses(HTTPStatus.NOT_FOUND, *_BROKEN))
def mend_item(number: Number, asked: MendedItemRequest, sender: Sender, state: State) -> ItemReply:
    """Send an item again that was sent back."""
    person = _its_sender(sender, state, number)
    resubmit(state.bulletin.desk, number, asked.version, text_of(asked), person)
    return _reply(state.bulletin, number, person)


@router.post("/items/{number}/withdrawal", responses=problem_responses(HTTPStatus.NOT_FOUND, *_BROKEN))
def withdraw_item(number: Number, asked: WithdrawalRequest, sender: Sender, state: State) -> ItemReply:
    """Take an item back that has not gone out."""
    person = _its_sender(sender, state, number)
    withdraw(state.bulletin.desk, number, asked.version, person)
    return _reply(state.bulletin, number, person)


def _reply(door: BulletinDoor, number: str, person: Person) -> ItemReply:
    seen: OwnItem = own_item(door.desk, number, person)
    return item_reply(seen, door)


def _who(caller: Caller, said: MailboxRequest | None) -> Person:
    """Who submits: whoever is signed in, else the sender that the mail program names."""
    if caller.key:
        return _person(caller.name, caller.address)
    return _person(said.name, said.address) if said is not None else _person("", "")


def _person(name: str, address: str) -> Person:
    return Person(name.strip(), address.strip())


def _its_sender(caller: Caller, state: ServiceState, number: str) -> Person:
    """Whose item it is; where nobody is known, who knows its number stands for its sender.

    Raises:
        BulletinError: there is no such item, or somebody is known who did not submit it.
    """
    item = state.bulletin.desk.book.item(number)
    if item is None or (caller.key and caller.address.casefold() != item.sender.address.casefold()):
        raise BulletinError("There is no such item of yours.", NO_SUCH)
    return item.sender
