"""How does a text become a message to one address?

A complete plain text with the HTML beside it, headers that say whose list it is, and an id that is the same
each time. Header lines are encoded and folded here: the newer half of the email package loses spaces in long
subjects and breaks web addresses apart. Nothing that anybody wrote can begin a header of its own.
"""

import unicodedata
from dataclasses import dataclass
from email.header import Header
from email.message import EmailMessage, MIMEPart
from email.policy import SMTP
from email.utils import format_datetime
from functools import lru_cache
from urllib.parse import quote

from app.bulletin.mailing.message_id import MessageIds
from app.bulletin_ports import Delivery
from app.domain.mailing import Mailing, MailingText

MARK = "X-Sendwell-Mailing"
WHO = "{message}"
"""In the web address for leaving the list: what stands for the reader there."""

_POLICY = SMTP.clone(refold_source="none")
_ONE_CLICK = "List-Unsubscribe=One-Click"
_NOBODY_SHOWN = "undisclosed-recipients:;"
_LONGEST_ADDRESS = 254
_LONGEST_WORDS = 900
_TEXTS_KEPT = 16
_IN_NAMES = frozenset(" !#$%&'*+-/=?^_`{|}~")
_IN_ADDRESSES = frozenset("!#$%&'*+-/=?^_`{|}~.@")


@dataclass(frozen=True, slots=True)
class Identity:
    """In whose name mail goes out.

    `list_id` is the name of the list in the form of a domain. `unsubscribe_url` may hold WHO; only such an
    address can be asked by one click, because any other does not say who leaves. `leave_url` is where
    subscription lists are left by one click, empty where that cannot be reached; mail programs ask for it
    only in mail that is signed.
    """

    address: str
    name: str = ""
    reply_to: str = ""
    list_id: str = ""
    unsubscribe_address: str = ""
    unsubscribe_url: str = ""
    leave_url: str = ""
    is_signed: bool = True
    language: str = "en-GB"

    @property
    def domain(self) -> str:
        """The domain that message ids are of."""
        return self.address.rpartition("@")[2]


@dataclass(frozen=True)
class MessageWriter:
    """Writes the messages of mailings."""

    identity: Identity
    ids: MessageIds

    def __call__(self, mailing: Mailing, delivery: Delivery, address: str) -> EmailMessage:
        """The message of a delivery; the same each time, to the byte. An address cannot make it fail."""
        text = mailing.texts[delivery.variant]
        message = EmailMessage(_POLICY)
        headers = {
            "From": _mailbox(self.identity.name, self.identity.address),
            "To": address if is_plain_address(address) else _NOBODY_SHOWN,
            "Reply-To": self.identity.reply_to,
            "Subject": _words(text.subject, "Subject"),
            "Date": format_datetime(mailing.begun_at),
            "Message-ID": self.ids.message_id(mailing.id, delivery.key, self.identity.domain),
            MARK: self.ids.mark(mailing.id),
            "Auto-Submitted": "auto-generated",
            "X-Auto-Response-Suppress": "OOF, AutoReply",
            "Content-Language": self.identity.language,
            **self._list_headers(mailing, delivery),
            "MIME-Version": "1.0",
        }
        for name, value in headers.items():
            if value:
                message.set_raw(name, value)
        _fill(message, text, self.ids.token(mailing.id, "boundary"))
        return message

    def _list_headers(self, mailing: Mailing, delivery: Delivery) -> dict[str, str]:
        """For what comes every week, or to one subscription list. Other mail offers no way out."""
        own, ways = self.identity, list[str]()
        if not mailing.is_regular:
            return self._leaving(mailing, delivery) if len(mailing.for_whom.lists) == 1 else {}
        if own.unsubscribe_address:
            ways.append(f"<mailto:{own.unsubscribe_address}?subject=unsubscribe>")
        if own.unsubscribe_url:
            who = self.ids.token(mailing.id, delivery.key)
            ways.append(f"<{own.unsubscribe_url.replace(WHO, who)}>")
        may_click = WHO in own.unsubscribe_url and own.unsubscribe_url.startswith("https://")
        return {
            "List-Id": _named(own.name, f"<{own.list_id}>", "List-Id") if own.list_id else "",
            "List-Unsubscribe": ",\r\n ".join(ways),
            "List-Unsubscribe-Post": _ONE_CLICK if may_click and own.is_signed else "",
        }

    def _leaving(self, mailing: Mailing, delivery: Delivery) -> dict[str, str]:
        own = self.identity
        if not own.leave_url:
            return {}
        code = self.ids.leave_code(mailing.id, delivery.key)
        return {
            "List-Unsubscribe": f"<{own.leave_url}/{quote(mailing.id, safe='')}/{code}>",
            "List-Unsubscribe-Post": _ONE_CLICK if own.is_signed else "",
        }


def is_plain_address(address: str) -> bool:
    """Whether it can stand in a header and in an envelope as it is: no names, quotes, spaces or brackets."""
    local, _, domain = address.rpartition("@")
    return (
        bool(local and domain)
        and "@" not in local
        and len(address) <= _LONGEST_ADDRESS
        and all(c.isascii() and (c.isalnum() or c in _IN_ADDRESSES) for c in address)
    )


def _fill(message: EmailMessage, text: MailingText, boundary: str) -> None:
    """Alternatives of which the last is the best, as the standard has it; a text alone stands alone."""
    parts = _parts(text)
    if len(parts) == 1:
        for name, value in parts[0].items():
            message[name] = value
        message.set_payload(parts[0].get_payload())
        return
    # "=_" cannot come out of quoted-printable, so no line of a part ends the parts.
    message.set_raw("Content-Type", f'multipart/alternative; boundary="=_{boundary}"')
    message.set_payload(list(parts))


@lru_cache(_TEXTS_KEPT)
def _parts(text: MailingText) -> tuple[MIMEPart, ...]:
    """Encoded once for all who get it; nobody changes them."""
    return tuple(
        _part(words, kind) for words, kind in ((text.text, "plain"), (text.html, "html")) if words
    ) or (_part("", "plain"),)


def _part(words: str, kind: str) -> MIMEPart:
    part = MIMEPart(_POLICY)
    whole = words.encode("utf-8", "replace").decode()
    part.set_content(whole, subtype=kind, charset="utf-8", cte="quoted-printable")
    return part


def _mailbox(name: str, address: str) -> str:
    return _named(name, f"<{address}>", "From") if name else address


def _named(name: str, bracketed: str, header: str) -> str:
    """A name before what stands in brackets, quoted or encoded where it needs to be."""
    shown = _one_line(name)
    if all(c.isascii() and (c.isalnum() or c in _IN_NAMES) for c in shown) and "=?" not in shown:
        return _folded(f"{shown} {bracketed}", header)
    if shown.isascii() and "=?" not in shown:
        escaped = shown.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{escaped}"\r\n {bracketed}'
    return f"{_words(shown, header)}\r\n {bracketed}"


def _words(words: str, header: str) -> str:
    """As a header's value: plain where it is ASCII, else in encoded words."""
    line = _one_line(words)
    if line.isascii() and "=?" not in line:
        return _folded(line, header)
    return Header(line, "utf-8", header_name=header).encode(linesep="\r\n")


def _folded(line: str, header: str) -> str:
    return Header(line, "us-ascii", header_name=header).encode(linesep="\r\n")


def _one_line(words: str) -> str:
    """Without line breaks and control characters; a single space for any white space."""
    spaced = " ".join(words[: _LONGEST_WORDS * 2].split())
    whole = spaced.encode("utf-8", "replace").decode()
    return "".join(c for c in whole if unicodedata.category(c) != "Cc")[:_LONGEST_WORDS].strip()
