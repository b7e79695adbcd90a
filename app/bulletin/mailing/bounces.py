"""Which of our messages came back, and is the address gone for good?

Reads delivery status notifications (RFC 3464) and the plain bounces of older servers. What counts is the id
of our own message in them, which nobody can guess who did not get it; whatever bears none of ours is let be.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from email import message_from_bytes, message_from_string, policy
from email.message import Message
from enum import StrEnum
from typing import TypeAlias

from app.bulletin.mailing.message import MARK
from app.bulletin.mailing.message_id import MessageIds, parted
from app.bulletin_ports import AddressBook, Mailings
from app.domain.address import normal_address
from app.domain.mail_status import is_nobody_there, status_in

Part: TypeAlias = "Message[str, str]"

_LARGEST = 4 << 20
_MOST_PARTS = 100
_MOST_WORDS = 400
_FAILED = "failed"
_MARK = MARK.lower()
_WANTED = frozenset({"message-id", _MARK})
_SENDERS = ("mailer-daemon", "postmaster", "mail delivery")
_STATUS_KINDS = frozenset({"message/delivery-status", "message/global-delivery-status"})
_COPY_KINDS = frozenset({"message/rfc822", "text/rfc822-headers", "message/global", "message/global-headers"})


@dataclass(frozen=True, slots=True)
class Bounce:
    """A message of ours that came back. The address is for looking it up, and never shown."""

    message_id: str
    mark: str
    status: str
    is_for_good: bool
    address: str = field(default="", repr=False)


class Fate(StrEnum):
    """What became of a file of bounces, one message at a time."""

    GONE = "gone"
    """The address is left out from now on."""
    PASSING = "passing"
    """It came back, but may not the next time."""
    NOT_OURS = "not-ours"
    """A bounce, but of nothing that went out from here."""
    NO_BOUNCE = "no-bounce"


def read_bounces(data: bytes) -> Sequence[Bounce]:
    """The bounces in a mail, one a failed address; none when it is something else, or tells of a delay."""
    try:
        message = message_from_bytes(data[:_LARGEST], policy=policy.compat32)
        is_report = message.get_content_type() == "multipart/report"
        return list(_of_report(message) if is_report else _of_plain(message))
    except Exception:  # noqa: BLE001 (the email package raises many kinds on damaged mail)
        return ()


def mails_in(data: bytes) -> Iterator[bytes]:
    """The mails of a file: one, or as many as an mbox holds."""
    if not data.startswith(b"From "):
        yield data
        return
    for mail in (b"\n" + data.replace(b"\r\n", b"\n")).split(b"\nFrom ")[1:]:
        yield mail.partition(b"\n")[2]


@dataclass(frozen=True)
class BounceDesk:
    """Tells the address book what came back. `key_of` gives an address's keyed hash."""

    mailings: Mailings
    book: AddressBook
    ids: MessageIds
    key_of: Callable[[str], str]

    def take(self, mails: Iterable[bytes], now: datetime) -> Mapping[Fate, int]:
        """Note every bounce among these mails; how many there were of each kind."""
        held: dict[str, Mapping[str, str]] = {}
        return Counter(fate for mail in mails for fate in self._take(mail, held, now))

    def _take(self, mail: bytes, held: dict[str, Mapping[str, str]], now: datetime) -> Iterator[Fate]:
        bounces = read_bounces(mail)
        if not bounces:
            yield Fate.NO_BOUNCE
        for bounce in bounces:
            key = self._key(bounce, held)
            if key:
                why = f"Came back ({bounce.status or 'no status'})."
                self.book.refused(key, why, now, for_good=bounce.is_for_good)
            yield (Fate.GONE if bounce.is_for_good else Fate.PASSING) if key else Fate.NOT_OURS

    def _key(self, bounce: Bounce, held: dict[str, Mapping[str, str]]) -> str:
        """Who got that message; by the address named in the bounce where Exchange gave it another id."""
        token, number = parted(bounce.message_id)
        if token:
            if number not in held:
                held[number] = self._tokens(number)
            return held[number].get(token, "")
        is_ours = self.ids.mailing_of_mark(bounce.mark) if bounce.mark else ""
        address = normal_address(bounce.address)
        return self.key_of(address) if is_ours and address else ""

    def _tokens(self, number: str) -> Mapping[str, str]:
        mailing = self.mailings.mailing(number)
        entries = self.book.entries(mailing.for_whom) if mailing else ()
        return {self.ids.token(number, entry.key): entry.key for entry in entries}


def _of_report(message: Part) -> Iterator[Bounce]:
    """From the part that machines read, and the copy of our message beside it."""
    recipients: list[Mapping[str, str]] = []
    ours: Mapping[str, str] = {}
    for part in _parts(message):
        kind = part.get_content_type()
        if kind in _STATUS_KINDS:
            recipients += _recipients(part)
        elif kind in _COPY_KINDS:
            ours = ours or _headers(part)
    for fields in recipients:
        if fields.get("action", "").lower() != _FAILED:
            continue
        said = fields.get("diagnostic-code", "")
        status = status_in(fields.get("status", "")) or status_in(said)
        address = fields.get("original-recipient") or fields.get("final-recipient") or ""
        yield Bounce(
            ours.get("message-id") or _answered(message),
            ours.get(_MARK, ""),
            status,
            is_nobody_there(status, said),
            address.rpartition(";")[2].strip(),
        )


def _of_plain(message: Part) -> Iterator[Bounce]:
    """From servers that write a letter: who sent it says that it is one, the copy in it whose it was."""
    named = str(message.get("X-Failed-Recipients") or "")
    sender = str(message.get("From") or "").lower()
    if not named and not any(word in sender for word in _SENDERS):
        return
    texts = [_headers_and_text(part) for part in _parts(message)]
    ours: dict[str, str] = {}
    for headers, _ in texts:
        ours = {**headers, **ours}
    found, mark = ours.get("message-id") or _answered(message), ours.get(_MARK, "")
    if not parted(found)[0] and not mark:
        return
    said = texts[0][1]
    status = status_in(said, _MOST_WORDS)
    yield Bounce(found, mark, status, is_nobody_there(status, said), named.partition(",")[0].strip())


def _parts(message: Part) -> Iterator[Part]:
    """The leaves, and what holds another message, without looking into that one."""
    stack, count = [message], 0
    while stack and count < _MOST_PARTS:
        part = stack.pop()
        count += 1
        inside = part.get_payload()
        if isinstance(inside, list) and part.get_content_maintype() == "multipart":
            stack += [child for child in reversed(inside) if isinstance(child, Message)]
        else:
            yield part


def _recipients(part: Part) -> Iterator[Mapping[str, str]]:
    """The fields of each address; the block that is about the message tells of no action."""
    inside = part.get_payload()
    if isinstance(inside, list):
        blocks: Iterable[Part] = [block for block in inside if isinstance(block, Message)]
    else:
        text = _text(part).replace("\r\n", "\n")
        blocks = [message_from_string(block, policy=policy.compat32) for block in text.split("\n\n")]
    for block in blocks:
        fields = {name.lower(): " ".join(str(value).split()) for name, value in block.items()}
        if "action" in fields:
            yield fields


def _headers(part: Part) -> Mapping[str, str]:
    """The headers of our message that matter, from the copy that came back."""
    inside = part.get_payload()
    if isinstance(inside, list) and inside and isinstance(inside[0], Message):
        held = {name.lower(): str(value).strip() for name, value in inside[0].items()}
        return {name: held[name] for name in _WANTED if name in held}
    return _headers_in(_text(part))


def _headers_and_text(part: Part) -> tuple[Mapping[str, str], str]:
    if part.get_content_maintype() == "message":
        return _headers(part), ""
    text = _text(part)
    return _headers_in(text), text


def _headers_in(text: str) -> Mapping[str, str]:
    """Header lines that somebody put into a text; the first of each."""
    found: dict[str, str] = {}
    for line in text.splitlines():
        name, colon, value = line.lstrip("> \t").partition(":")
        if colon and name.lower() in _WANTED:
            found.setdefault(name.lower(), value.strip())
    return found


def _answered(message: Part) -> str:
    """What a bounce without a copy says that it answers."""
    return str(message.get("In-Reply-To") or message.get("References") or "").partition(">")[0].strip()


def _text(part: Part) -> str:
    content = part.get_payload(decode=True)
    return content.decode("utf-8", "replace") if isinstance(content, bytes) else ""
