"""What is a member of staff about to send?

A Draft is what Outlook (or a mail file) shows us of one unsent message, with honest defaults for
what was not told.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.domain.item_text import ItemText
from app.domain.mailbox_facts import NOTHING_KNOWN, MailboxFacts, Told


class Moment(StrEnum):
    """When the draft is looked at."""

    COMPOSE = "compose"
    SEND = "send"


class BodyFormat(StrEnum):
    """How the body is written."""

    HTML = "html"
    TEXT = "text"


class ReplyKind(StrEnum):
    """How the draft came about."""

    NEW = "new"
    REPLY = "reply"
    REPLY_ALL = "reply-all"
    FORWARD = "forward"


class Importance(StrEnum):
    """The flag the sender set."""

    LOW = "low"
    NORMAL = "normal"
    HIGH = "high"


class Medium(StrEnum):
    """What the draft will be sent as; all but an e-mail are pasted in to be checked."""

    EMAIL = "email"
    TEXT_MESSAGE = "text-message"
    POST = "post"
    COMMENT = "comment"
    BULLETIN = "bulletin"
    """An item of the bulletin, which goes to schools and stands on the website."""


class Readership(StrEnum):
    """Who reads what goes to no address; how many they are is not known."""

    ONE_FAMILY = "one-family"
    FAMILIES = "families"
    STAFF = "staff"
    PUBLIC = "public"


class RecipientKind(StrEnum):
    """What Outlook says an entry is; the address may be empty for the last two."""

    USER = "user"
    GROUP = "group"
    OUTSIDE = "outside"
    CONTACT_LIST = "contact-list"
    UNKNOWN = "unknown"


class AttachmentKind(StrEnum):
    """A file, an attached mail item, or a link to a file in the cloud."""

    FILE = "file"
    ITEM = "item"
    CLOUD = "cloud"


class Field(StrEnum):
    """A part of a draft that a finding can point at."""

    SUBJECT = "subject"
    BODY = "body"
    TO = "to"
    CC = "cc"
    BCC = "bcc"
    ATTACHMENTS = "attachments"


@dataclass(frozen=True, slots=True)
class Mailbox:
    """One address with its display name; either may be empty."""

    address: str
    name: str = ""

    @property
    def domain(self) -> str:
        """The part after the last ``@``, lower case; empty when there is none."""
        return self.address.rpartition("@")[2].strip().lower() if "@" in self.address else ""


@dataclass(frozen=True, slots=True)
class Recipient:
    """One entry in To, Cc or Bcc, and what the organisation's mail service says of it."""

    mailbox: Mailbox
    field: Field = Field.TO
    kind: RecipientKind = RecipientKind.USER
    facts: MailboxFacts = NOTHING_KNOWN


@dataclass(frozen=True, slots=True)
class Attachment:
    """One attachment; `size` in bytes, `content` only when the client sent it, `words` when read before."""

    name: str
    size: int = 0
    inline: bool = False
    kind: AttachmentKind = AttachmentKind.FILE
    content: bytes | None = None
    words: str | None = None


@dataclass(frozen=True, slots=True)
class Body:
    """The body as it was handed over; `truncated` when the client cut it.

    `is_garbled` when its bytes did not fit their declared encoding, so that some characters may be wrong.
    """

    content: str
    format: BodyFormat = BodyFormat.TEXT
    truncated: bool = False
    is_garbled: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """One unsent message. `sending_at` is timezone-aware: the moment it would leave.

    `sending_is_known` is false where that moment is only when a file without a date was looked at.
    `shows_attachments` is false where the source cannot carry any (a text file): none is then no
    news, rather than bad news. `id` is what a client calls this one draft, `thread` the conversation that it
    belongs to; either may be empty. `readership` says who reads what is no e-mail. `told` is how much the
    mail service has said of the recipients.
    """

    subject: str
    body: Body
    sending_at: datetime
    sender: Mailbox | None = None
    recipients: tuple[Recipient, ...] = ()
    recipients_capped: bool = False
    attachments: tuple[Attachment, ...] = ()
    shows_attachments: bool = True
    reply: ReplyKind = ReplyKind.NEW
    importance: Importance = Importance.NORMAL
    sending_is_known: bool = True
    id: str = ""
    thread: str = ""
    medium: Medium = Medium.EMAIL
    readership: Readership | None = None
    item: ItemText | None = None
    """What the draft shows, when it is an item of the bulletin."""
    told: Told = Told.NOT_ASKED

    def addressed(self, *fields: Field) -> tuple[Recipient, ...]:
        """The recipients in the given fields, in order."""
        return tuple(r for r in self.recipients if r.field in fields)
