"""Which draft does a mail message hold?

Headers are taken raw and read by our own rules: the email package's newer policy raises on some that
are common in old mail, and takes quadratic time on others. Whatever the package raises becomes a
DraftError without a word of the mail.
"""

from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import Message
from email.utils import parsedate_to_datetime

from app.adapters.mail.addresses import mailboxes
from app.adapters.mail.parts import read_parts
from app.adapters.mail.words import decode_words
from app.domain.draft import Draft, Field, Importance, Recipient, RecipientKind, ReplyKind
from app.domain.errors import DraftError

_KNOWN = frozenset(
    (
        "from",
        "to",
        "cc",
        "bcc",
        "subject",
        "date",
        "message-id",
        "mime-version",
        "content-type",
        "received",
        "x-unsent",
    )
)
_HEAD_BYTES = 1 << 16
_FORWARDS = ("fw:", "fwd:", "wg:", "tr:", "rv:", "enc:")
_PRIORITIES = {"1": Importance.HIGH, "2": Importance.HIGH, "4": Importance.LOW, "5": Importance.LOW}
_LEVELS = {
    "high": Importance.HIGH,
    "urgent": Importance.HIGH,
    "low": Importance.LOW,
    "non-urgent": Importance.LOW,
}


def read_message(data: bytes, default_at: datetime) -> Draft:
    """The draft in a message as transported (RFC 5322). Raises DraftError.

    `default_at` is when it is sent if it has no date of its own.
    """
    try:
        return _read(data, default_at)
    except DraftError:
        raise
    except Exception as error:  # noqa: BLE001 - the email package raises many kinds on damaged mail
        raise DraftError(
            f"This mail file is damaged and cannot be read ({type(error).__name__}). Save it again and retry."
        ) from None


def is_message(data: bytes) -> bool:
    """Whether these bytes start like a mail file, rather than text which somebody wrote."""
    head = data[:_HEAD_BYTES].removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n").partition(b"\n\n")[0]
    names = {line.partition(b":")[0].lower().decode("ascii", "replace") for line in head.splitlines()}
    return len(names & _KNOWN) > 1 and "sent" not in names


def _read(data: bytes, default_at: datetime) -> Draft:
    message = message_from_bytes(data.removeprefix(b"\xef\xbb\xbf"), policy=policy.compat32)
    headers = _headers(message)
    if not _KNOWN & headers.keys():
        raise DraftError(
            "This does not look like a mail file: it has none of the headers that every mail has."
        )
    senders = mailboxes(headers.get("from", "")) or mailboxes(headers.get("sender", ""))
    recipients = tuple(
        Recipient(mailbox, field, RecipientKind.USER if mailbox.address else RecipientKind.UNKNOWN)
        for field in (Field.TO, Field.CC, Field.BCC)
        for mailbox in mailboxes(headers.get(field.value, ""))
    )
    body, attachments = read_parts(message)
    subject = decode_words(headers.get("subject", ""))
    sender = senders[0] if senders else None
    dated = _moment(headers.get("date", ""))
    others = [r for r in recipients if sender is None or r.mailbox.address.lower() != sender.address.lower()]
    return Draft(
        subject=subject,
        body=body,
        sending_at=dated or default_at,
        sending_is_known=dated is not None,
        sender=sender,
        recipients=recipients,
        attachments=attachments,
        reply=_reply_kind(subject, headers, len(others)),
        importance=_importance(headers),
    )


def _headers(message: Message) -> dict[str, str]:
    """Raw headers by lower-case name; of address fields that stand twice, all."""
    found: dict[str, str] = {}
    for name, value in message.raw_items():
        key = name.lower()
        if key in {"to", "cc", "bcc"} and key in found:
            found[key] += ", " + str(value)
        else:
            found.setdefault(key, str(value))
    return found


def _moment(value: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)


def _reply_kind(subject: str, headers: dict[str, str], others: int) -> ReplyKind:
    if subject.lower().startswith(_FORWARDS):
        return ReplyKind.FORWARD
    if not headers.get("in-reply-to", "").strip():
        return ReplyKind.NEW
    return ReplyKind.REPLY_ALL if others > 1 else ReplyKind.REPLY


def _importance(headers: dict[str, str]) -> Importance:
    for name in ("importance", "priority", "x-msmail-priority"):
        level = _LEVELS.get(headers.get(name, "").strip().lower())
        if level is not None:
            return level
    return _PRIORITIES.get(headers.get("x-priority", "").strip()[:1], Importance.NORMAL)
