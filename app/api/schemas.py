"""What do drafts and verdicts look like on the wire?

Version 1 of the contract. Old clients keep calling after an upgrade, so fields are only ever added.
"""

from datetime import date, datetime
from typing import Annotated

from pydantic import AfterValidator, AwareDatetime, BaseModel, BeforeValidator, ConfigDict, Field, StrictBool
from pydantic_core import PydanticCustomError

from app.domain.choice import ChoiceReason, Chosen
from app.domain.draft import (
    AttachmentKind,
    BodyFormat,
    Importance,
    Medium,
    Moment,
    Readership,
    RecipientKind,
    ReplyKind,
)
from app.domain.finding import Confidence
from app.domain.reveal import Extent
from app.domain.verdict import Channel, Doubt, Mode, Severity, Why


def _whole(text: str) -> str:
    """Lone surrogates, which JSON can spell and nothing can print, become U+FFFD."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _written_out(kind: str) -> BeforeValidator:
    """A day or moment in words: a number, also in quotation marks, would be taken for seconds since 1970."""

    def look(told: object) -> object:
        if isinstance(told, int | float) or (isinstance(told, str) and told[4:5] != "-"):
            raise PydanticCustomError(kind, "it is not written out")
        return told

    return BeforeValidator(look)


def _number(value: object) -> object:
    """No number in quotation marks, and no yes or no; 12.0 is 12, as JSON knows one kind of number only."""
    if isinstance(value, str | bool):
        raise PydanticCustomError("int_type", "a number is needed")
    return value


Words = Annotated[str, AfterValidator(_whole)]
A_NUMBER = BeforeValidator(_number)
WholeNumber = Annotated[int, A_NUMBER]
Day = Annotated[date, _written_out("date_type")]


class BodyRequest(BaseModel):
    """The body of a draft. `truncated` says that the client cut it."""

    format: BodyFormat = BodyFormat.TEXT
    content: Words
    truncated: StrictBool = False


class MailboxRequest(BaseModel):
    """An address and its display name."""

    address: Words = ""
    name: Words = ""


class RecipientRequest(MailboxRequest):
    """One entry in To, Cc or Bcc."""

    kind: RecipientKind = RecipientKind.USER


class AttachmentRequest(BaseModel):
    """One attachment; `size` in bytes; `content` is base64, or null when it was not sent."""

    name: Words = ""
    size: Annotated[int, Field(ge=0, le=2**40), A_NUMBER] = 0
    inline: StrictBool = False
    kind: AttachmentKind = AttachmentKind.FILE
    content: str | None = None


class DraftRequest(BaseModel):
    """A draft as the client sees it. Only `subject` and `body` are required.

    `id` is what the client calls this one draft, `thread` the conversation (Outlook's own id): by these a
    card that was answered is not asked again. They are kept only as keyed hashes. `medium` is what is sent
    when it is no e-mail, and `readership` who reads it, as it then has no recipients.
    """

    model_config = ConfigDict(populate_by_name=True)

    subject: Words
    body: BodyRequest
    sender: Annotated[MailboxRequest | None, Field(alias="from")] = None
    to: list[RecipientRequest] = []
    cc: list[RecipientRequest] = []
    bcc: list[RecipientRequest] = []
    recipients_capped: StrictBool = False
    attachments: list[AttachmentRequest] = []
    reply: ReplyKind = ReplyKind.NEW
    importance: Importance = Importance.NORMAL
    sending_at: Annotated[AwareDatetime | None, _written_out("datetime_type")] = None
    id: Words = ""
    thread: Words = ""
    medium: Medium = Medium.EMAIL
    readership: Readership | None = None


class ClientRequest(BaseModel):
    """Which client asks; for statistics only."""

    host: Annotated[str, Field(max_length=100)] = ""
    version: Annotated[str, Field(max_length=100)] = ""


class CheckRequest(BaseModel):
    """A draft to check, and when."""

    moment: Moment = Moment.COMPOSE
    draft: DraftRequest
    client: ClientRequest = ClientRequest()


class ClauseReply(BaseModel):
    """The organisation's own words: pack and its title, section and a quotation."""

    source: str
    title: str
    section: str
    quote: str


class SpanReply(BaseModel):
    """Where: code points of the named field's plain text, or the position of an entry in a list."""

    field: str
    start: int
    end: int
    excerpt: str
    primary: bool


class ActionReply(BaseModel):
    """Something the sender can do. `asks` is what to ask once before `POST /api/v1/fixes` does it for them.

    It is empty where the step is their own to make. `chooses` names fields of which they choose who stays.
    """

    kind: str
    label: str
    href: str | None = None
    asks: str = ""
    chooses: list[str] = []


class RewordingReply(BaseModel):
    """Kinder words for a stretch of the draft; an empty `text` offers to leave it out.

    `words` is the stretch as it stands, so that a client finds it again; only ever applied by the sender.
    """

    field: str
    start: int
    end: int
    words: str
    text: str


class CitationReply(BaseModel):
    """A further rule that says the same."""

    rule: str
    clause: ClauseReply


class ShareReply(BaseModel):
    """So many of so many; the true rate lies between `low` and `high` with 95 % confidence."""

    hits: int
    of: int
    rate: float
    low: float
    high: float


class AccuracyReply(BaseModel):
    """How often the rule is right, on labelled drafts and for the people who met its card.

    `precision`: of the times it spoke, it was right; `recall`: of the drafts where it must speak, it did;
    both null where it was not measured. `wrong_rate`: of the people who met it of late, those who called it
    wrong; null where few met it. `stepped_down` says why it is quieter than it is written; empty when not.
    """

    precision: ShareReply | None
    recall: ShareReply | None
    drafts: int
    data: list[str]
    measured_on: date | None
    app: str
    model: str
    misses: str
    wrong_rate: ShareReply | None
    stepped_down: str


class AdviceReply(BaseModel):
    """One card."""

    id: str
    check: str
    finding: str
    rule: str
    severity: Severity
    confidence: Confidence
    mode: Mode
    title: str
    message: str
    clause: ClauseReply
    spans: list[SpanReply]
    actions: list[ActionReply]
    rewordings: list[RewordingReply] = []
    also: list[CitationReply]
    accuracy: AccuracyReply | None = None
    answer_key: str = ""
    """To hand back with a choice, so that this card is not asked again; empty where no answer is taken."""
    attach_key: str = ""
    """To hand back with a choice where a reviewer may look at what is sent, and words can be attached."""


class ReasonReply(BaseModel):
    """Why a route was chosen."""

    message: str
    clause: ClauseReply | None


class IssueReply(BaseModel):
    """An issue of the bulletin."""

    number: int
    goes_out: date
    cut_off: datetime


class AlternativeReply(BaseModel):
    """Another channel that may be right."""

    channel: Channel
    message: str


class AnswerReply(BaseModel):
    """One answer to the question, and the channel that is right if it is given."""

    channel: Channel
    label: str


class QuestionReply(BaseModel):
    """What only the sender knows, and the route depends on.

    Who asks it names no channel before the answer, and sends the answer nowhere; who does not know
    the `doubt` shows the channel of the route. The words and steps of the advice hold whatever the answer is.
    """

    doubt: Doubt
    asks: str
    answers: list[AnswerReply]


class RouteReply(BaseModel):
    """The right channel, and why. Where a question is asked, the channel holds until it is answered."""

    channel: Channel
    reasons: list[ReasonReply]
    issue: IssueReply | None
    alternatives: list[AlternativeReply]
    officers: list[str]
    question: QuestionReply | None = None


class AudienceReply(BaseModel):
    """Who reads the draft, in numbers."""

    recipients: int
    people: int
    is_lower_bound: bool
    schools: int
    clusters: int
    phases: list[str]
    inside: int
    outside: int
    webmail: int
    groups: int
    unknown: int
    members_outside: int


class UncheckedReply(BaseModel):
    """What could not be looked at."""

    check: str
    reason: str


class VersionsReply(BaseModel):
    """What made this verdict."""

    app: str
    policy: str
    models: dict[str, str]


class SetAsideReply(BaseModel):
    """A card that does not ask this time: it was answered, graver ones ask, or enough was asked today."""

    why: Why
    advice: AdviceReply


class CheckReply(BaseModel):
    """The verdict on a draft."""

    verdict: Severity
    advice: list[AdviceReply]
    route: RouteReply
    audience: AudienceReply
    not_checked: list[UncheckedReply]
    set_aside: list[SetAsideReply] = []
    summary: str
    versions: VersionsReply
    elapsed_ms: float


class NextIssueReply(BaseModel):
    """The next issue of the bulletin; `reason` says why there is none, or none this week."""

    issue: IssueReply | None
    reason: str


class ChoiceRequest(BaseModel):
    """What the sender did with one card. There is no room for words: `reason` is one of a short list."""

    rule: Annotated[str, Field(max_length=64)]
    finding: Annotated[str, Field(max_length=96)]
    chosen: Chosen
    reason: ChoiceReason = ChoiceReason.NONE
    answer_key: Annotated[str, Field(max_length=20_000)] = ""
    attach: Extent | None = None
    """What the sender wants a reviewer to be able to ask for: `excerpt` or `draft`, as it is at Send."""
    attach_key: Annotated[str, Field(max_length=64)] = ""
    """The card's own; needed with `attach`, and without it takes back what was chosen before."""


class OutOfDateReply(BaseModel):
    """A policy that its owner should have looked at again by `review_by`."""

    title: str
    review_by: date


class MeReply(BaseModel):
    """Who is asking, as far as that is known, and where the pages about it are.

    `standing` is `signed`, `signed-older` (other cards are in force now) or `not-signed`; `held` counts rows.
    """

    name: str | None = None
    address: str | None = None
    standing: str | None = None
    signed_at: datetime | None = None
    held: dict[str, int] = {}
    sign_at: str = "/staff/policy"
    held_at: str = "/staff/me"
    notice_at: str = "/notice"
    out_of_date: list[OutOfDateReply] = []
