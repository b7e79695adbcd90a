"""Which draft does a text or HTML file hold?

A text file may start with a line "Subject: …", or with header lines as Outlook writes them when
somebody saves a message as text, or a subject and an address. Anything else is body.
"""

from datetime import datetime

from app.adapters.mail.addresses import mailboxes
from app.adapters.mail.words import decode_noting
from app.domain.draft import Body, BodyFormat, Draft, Field, Importance, Recipient, RecipientKind
from app.domain.errors import DraftError

_OUTLOOK = frozenset(
    ("from", "sent", "date", "to", "cc", "bcc", "subject", "importance", "attachments", "categories")
)
_SAVED = frozenset(("from", "sent", "subject"))
_PEOPLE = ("from", "to", "cc", "bcc")
_HEAD_LINES = 30
_HEAD_BYTES = 2_048


def read_text(data: bytes, sending_at: datetime) -> Draft:
    """The draft in a text file. Raises DraftError."""
    said, is_garbled = decode_noting(_not_binary(data))
    text = said.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff")
    head, body = _outlook_head(text)
    if not head:
        first, _, rest = text.partition("\n")
        if first.lower().startswith("subject:"):
            head, body = {"subject": first.partition(":")[2].strip()}, rest.removeprefix("\n")
    senders = mailboxes(head.get("from", ""))
    return Draft(
        subject=head.get("subject", ""),
        body=Body(body, BodyFormat.TEXT, is_garbled=is_garbled),
        sending_at=sending_at,
        sender=senders[0] if senders else None,
        recipients=tuple(
            Recipient(mailbox, field, RecipientKind.USER if mailbox.address else RecipientKind.UNKNOWN)
            for field in (Field.TO, Field.CC, Field.BCC)
            for mailbox in mailboxes(head.get(field.value, ""))
        ),
        shows_attachments=False,
        sending_is_known=False,
        importance=Importance.HIGH if head.get("importance", "").lower() == "high" else Importance.NORMAL,
    )


def read_html_file(data: bytes, sending_at: datetime) -> Draft:
    """The draft in an HTML file; its title is the subject. Raises DraftError."""
    text, is_garbled = decode_noting(_not_binary(data), _declared(data))
    title = ""
    lower = text[: 8 * _HEAD_BYTES].lower()
    start = lower.find("<title>")
    end = lower.find("</title", start)
    if 0 <= start < end and len(lower) == len(text[: 8 * _HEAD_BYTES]):
        title = " ".join(text[start + len("<title>") : end].split())
    body = Body(text, BodyFormat.HTML, is_garbled=is_garbled)
    return Draft(title, body, sending_at, shows_attachments=False, sending_is_known=False)


def _not_binary(data: bytes) -> bytes:
    if not data.strip():
        raise DraftError("This file is empty.")
    if b"\0" in data and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise DraftError("This is not a text file. Save the message as .eml, .txt or .html and try again.")
    return data


def _outlook_head(text: str) -> tuple[dict[str, str], str]:
    head: dict[str, str] = {}
    at = 0
    for _ in range(_HEAD_LINES):
        end = text.find("\n", at)
        line = text[at : end if end >= 0 else len(text)]
        name, colon, value = line.partition(":")
        if not line.strip() or not colon or name.strip().lower() not in _OUTLOOK:
            break
        head.setdefault(name.strip().lower(), value.strip())
        at = end + 1 if end >= 0 else len(text)
    is_addressed = any("@" in head.get(name, "") for name in _PEOPLE)
    is_head = head.keys() >= _SAVED or ("subject" in head and is_addressed)
    return (head, text[at:].removeprefix("\n")) if is_head else ({}, text)


def _declared(data: bytes) -> str:
    head = data[:_HEAD_BYTES].decode("ascii", "replace").lower()
    return (
        head.partition("charset=")[2]
        .lstrip("\"' ")
        .partition(">")[0]
        .partition('"')[0]
        .partition("'")[0]
        .rstrip(" /")
    )
