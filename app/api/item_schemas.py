"""What do items of the bulletin look like on the wire?"""

from datetime import date, datetime
from typing import Annotated

from pydantic import BaseModel, Field

from app.api.schemas import Day, DraftRequest, IssueReply, MailboxRequest, WholeNumber, Words
from app.bulletin.submit import Stage
from app.domain.finding import Confidence
from app.domain.for_whom import Role
from app.domain.item_text import Consent
from app.domain.school import Phase
from app.domain.verdict import Severity

_LONG = 50_000
Name = Annotated[Words, Field(max_length=200)]
Line = Annotated[Words, Field(max_length=2_000)]


class ForWhomText(BaseModel):
    """Which schools need it: an empty list does not narrow, two lists narrow together.

    `schools` are URNs of schools that mail is asked for one by one; an item names none.
    """

    phases: list[Phase] = []
    types: Annotated[list[Name], Field(max_length=20)] = []
    clusters: Annotated[list[Name], Field(max_length=200)] = []
    trusts: Annotated[list[Name], Field(max_length=200)] = []
    lists: Annotated[list[Name], Field(max_length=50)] = []
    roles: list[Role] = []
    schools: Annotated[list[Name], Field(max_length=2_000)] = []


class ItemFields(BaseModel):
    """What schools will read: the fields of the form. Their limits are told by field when they are broken."""

    headline: Line = ""
    summary: Line = ""
    body: Annotated[Words, Field(max_length=_LONG)] = ""
    for_whom: ForWhomText = ForWhomText()
    closes: Day | None = None
    contact: Line = ""
    links: Annotated[list[Line], Field(max_length=50)] = []
    documents: Annotated[list[Name], Field(max_length=20)] = []
    consent: Consent = Consent.UNKNOWN


class SuggestionRequest(BaseModel):
    """A draft to make an item of. Nothing of it is kept."""

    draft: DraftRequest


class MarkReply(BaseModel):
    """A stretch of the suggested body that should not be public: code points of `item.body`."""

    finding: str
    title: str
    start: int
    end: int


class PartReply(BaseModel):
    """Words that a card means, at most 80 characters of them, and the field that they stand in."""

    field: str
    words: str


class GateReply(BaseModel):
    """What the checks say of an item; `stops` when it cannot be made ready like this."""

    rule: str
    finding: str
    severity: Severity
    confidence: Confidence
    title: str
    message: str
    quote: str
    stops: bool
    parts: list[PartReply]


class AlikeReply(BaseModel):
    """A recent item that tells nearly the same. `likeness` goes from 0.5 to 1."""

    id: str
    headline: str
    submitted_on: date
    likeness: float
    link: str


class DraftSchoolsReply(BaseModel):
    """The schools that the draft is addressed to, counted as the check counts them, and all that there are.

    `urns` are those of them that can be named: an office of several schools names none.
    """

    count: int
    urns: list[str]
    all: int


class SuggestionReply(BaseModel):
    """A filled form. What the draft does not say is empty."""

    item: ItemFields
    from_subject: bool
    marks: list[MarkReply]
    gates: list[GateReply]
    not_checked: list[str]
    alike: list[AlikeReply]
    duty: str
    """The return, law or national deadline that it names, should it be asked for as urgent mail."""
    goes_to: DraftSchoolsReply
    issue: IssueReply | None
    is_too_late: bool
    """Its closing date lies before the issue that it can go out in."""


class ItemRequest(ItemFields):
    """An item to submit. `key` is the client's own random name for it: the same again is the same item.

    `from` is who submits it, and counts only where nobody has said who they are.
    """

    key: Annotated[Words, Field(min_length=16, max_length=100)]
    sender: Annotated[MailboxRequest | None, Field(alias="from")] = None


class MendedItemRequest(ItemFields):
    """An item that was sent back, mended. `version` is the one that was seen."""

    version: WholeNumber
    sender: Annotated[MailboxRequest | None, Field(alias="from")] = None


class WithdrawalRequest(BaseModel):
    """An item to take back. `version` is the one that was seen."""

    version: WholeNumber
    sender: Annotated[MailboxRequest | None, Field(alias="from")] = None


class ItemReply(BaseModel):
    """An item as its sender sees it. `said` tells in words where it stands; `why` is the editor's reason.

    `told_in` is the headline of the item that tells it too, when it was merged: the stage is then that one's.
    """

    id: str
    stage: Stage
    said: str
    why: str
    version: int
    submitted_at: datetime
    goes_out: date | None
    issue_number: int | None
    link: str
    told_in: str
    may_withdraw: bool
    item: ItemFields
    gates: list[GateReply] = []
    alike: list[AlikeReply] = []
