"""What becomes of this draft when a step of a card is made?

Nothing is made here, and nothing is kept: the reply tells what to set, and the sender's own client sets it
after asking once.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter
from pydantic import BaseModel
from pydantic import Field as Limits

from app.api.bodies import JsonRoute
from app.api.caller import Bearer, Sender
from app.api.drafts import to_draft
from app.api.problems import problem_responses
from app.api.schemas import BodyRequest, DraftRequest, RecipientRequest, Words
from app.api.state import State
from app.compose.fix.change import Fix, Move, Wanted
from app.domain.draft import Draft, Field
from app.domain.finding import Span

router = APIRouter(prefix="/api/v1", tags=["checks"], route_class=JsonRoute)
_PLACE = Annotated[int, Limits(ge=0, le=2**31)]


class PointedRequest(BaseModel):
    """A place that the card points at, as the reply to the check told it."""

    field: Field
    start: _PLACE
    end: _PLACE
    excerpt: Words = ""


class LinkRequest(BaseModel):
    """Where the attachment at position `at` can be opened."""

    at: _PLACE
    href: Annotated[Words, Limits(max_length=2_000)]


class FixRequest(BaseModel):
    """A draft as it is now, and the step of a card to be made: its rule, its finding and the step's kind.

    `links` are needed for `link-instead-of-attachment`.
    """

    draft: DraftRequest
    rule: Annotated[str, Limits(max_length=64)]
    finding: Annotated[str, Limits(max_length=96)]
    kind: Annotated[str, Limits(max_length=40)]
    spans: Annotated[list[PointedRequest], Limits(max_length=500)] = []
    links: Annotated[list[LinkRequest], Limits(max_length=100)] = []


class PlaceReply(BaseModel):
    """Where a recipient stood in the draft that was sent."""

    field: Field
    at: int


class MovedReply(RecipientRequest):
    """A recipient as it should be, and where it `was`."""

    was: PlaceReply


class FixReply(BaseModel):
    """What becomes of the draft; null is what stays as it is.

    `asks` is the question, `said` what to tell afterwards. `body` is the whole new body in the format that
    was sent; `above` is HTML to put before the body, as a link for a file that goes. `detached` are the
    positions of attachments to take off. `sending_at` is the time to set for a delayed delivery.
    """

    asks: str
    said: str
    subject: str | None = None
    body: BodyRequest | None = None
    above: str = ""
    to: list[MovedReply] | None = None
    cc: list[MovedReply] | None = None
    bcc: list[MovedReply] | None = None
    sending_at: datetime | None = None
    detached: list[int] = []


@router.post(
    "/fixes",
    responses=problem_responses(
        HTTPStatus.BAD_REQUEST,
        HTTPStatus.CONFLICT,
        HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
        HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
        HTTPStatus.UNPROCESSABLE_ENTITY,
        HTTPStatus.TOO_MANY_REQUESTS,
        HTTPStatus.SERVICE_UNAVAILABLE,
    ),
)
def fix(request: FixRequest, sender: Sender, bearer: Bearer, state: State) -> FixReply:
    """What to set in the message.

    409 where the draft has changed since the card was shown: check it again.
    """
    draft = state.tell(to_draft(request.draft, state.clock.now()), sender, bearer)
    wanted = Wanted(
        request.rule,
        request.finding,
        request.kind,
        tuple(Span(s.field, s.start, s.end, s.excerpt) for s in request.spans),
        tuple((link.at, link.href) for link in request.links),
    )
    return _reply(draft, state.fix(draft, wanted))


def _reply(draft: Draft, fix: Fix) -> FixReply:
    body = None if fix.body is None else BodyRequest(format=draft.body.format, content=fix.body)
    fields = {move.field for move in fix.moves} | {move.to for move in fix.moves if move.to}
    moved = {field: list(_field(draft, field, fix.moves)) if field in fields else None for field in _PEOPLE}
    return FixReply(
        asks=fix.asks,
        said=fix.said,
        subject=fix.subject,
        body=body,
        above=fix.above,
        to=moved[Field.TO],
        cc=moved[Field.CC],
        bcc=moved[Field.BCC],
        sending_at=fix.sending_at,
        detached=list(fix.detached),
    )


_PEOPLE = (Field.TO, Field.CC, Field.BCC)


def _field(draft: Draft, field: Field, moves: Sequence[Move]) -> Iterable[MovedReply]:
    """Who stays in a field, then who comes to it."""
    going = {(move.field, move.at) for move in moves}
    came = [(move.field, move.at) for move in moves if move.to is field]
    stays = [(field, at) for at in range(len(draft.addressed(field))) if (field, at) not in going]
    for was, at in (*stays, *came):
        recipient = draft.addressed(was)[at]
        yield MovedReply(
            address=recipient.mailbox.address,
            name=recipient.mailbox.name,
            kind=recipient.kind,
            was=PlaceReply(field=was, at=at),
        )
