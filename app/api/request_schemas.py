"""What do requests for mail to schools look like on the wire?"""

from datetime import datetime
from typing import Annotated

from pydantic import BaseModel, Field, StrictBool

from app.api.item_schemas import ForWhomText, Line, Name
from app.api.schemas import A_NUMBER, Day, MailboxRequest, WholeNumber, Words
from app.bulletin.requests.urgency_test import Answer, Question
from app.domain.asked import RequestKind
from app.domain.bulk_request import RequestState

_LONG = 50_000


class AskedFields(BaseModel):
    """What schools shall read, and why by a mail of its own.

    `is_chasing`: a return was due on the deadline, and schools that owe it are reminded. `draft_schools` is
    how many schools the draft is to: for every school is then asked only with `is_for_all`.
    """

    kind: RequestKind
    subject: Line = ""
    body: Annotated[Words, Field(max_length=_LONG)] = ""
    for_whom: ForWhomText = ForWhomText()
    reason: Line = ""
    duty: Line = ""
    deadline: Day | None = None
    officer: Line = ""
    documents: Annotated[list[Name], Field(max_length=20)] = []
    is_chasing: StrictBool = False
    draft_schools: Annotated[int, Field(ge=0, le=100_000), A_NUMBER] | None = None
    is_for_all: StrictBool = False


class BulkRequestRequest(AskedFields):
    """A mailing to ask for. `key` is the client's own random name for it: the same again is the same request.

    `from` is who asks, and counts only where nobody has said who they are.
    """

    key: Annotated[Words, Field(min_length=16, max_length=100)]
    sender: Annotated[MailboxRequest | None, Field(alias="from")] = None


class TakeBackRequest(BaseModel):
    """A request to take back. `version` is the one that was seen."""

    version: WholeNumber


class StepReply(BaseModel):
    """One question of the urgency test. `quote` is the policy's own words; empty when no pack has them."""

    question: Question
    asks: str
    answer: Answer
    said: str
    section: str
    quote: str


class UrgencyReply(BaseModel):
    """What the urgency test says: today while the request waits, else when it was asked for."""

    answer: Answer
    said: str
    steps: list[StepReply]


class BulkRequestReply(BaseModel):
    """A request as its sender sees it. `said` tells in words where it stands; `why` is the editor's reason.

    `urgency` is null for what is not asked for as urgent; `item` is the item that it was turned into;
    `goes_to` are other schools than were asked for, where it was approved for others. What is approved is
    held until `held_until`.
    """

    id: str
    state: RequestState
    said: str
    why: str
    version: int
    asked_at: datetime
    decided_at: datetime | None
    may_withdraw: bool
    item: str
    asked: AskedFields
    goes_to: ForWhomText | None
    held_until: datetime | None
    urgency: UrgencyReply | None
