"""What is the body of a message, and what is attached to it?

Parts are walked with a stack, never by recursion. Of alternatives the HTML one is the body, since
that is what readers see; text before and after an attachment belongs to the body too.
"""

from collections.abc import Iterator
from dataclasses import replace
from email.message import Message
from html import escape
from typing import TypeAlias

from app.adapters.mail.words import decode_noting, decode_words
from app.domain.draft import Attachment, AttachmentKind, Body, BodyFormat

Part: TypeAlias = "Message[str, str]"

_MOST_PARTS = 2_000
_BODY_TYPES = ("text/html", "text/plain")
_ENCODINGS = frozenset(("", "7bit", "8bit", "binary", "quoted-printable", "base64"))
_LONGEST_NAME = 255
_LONGEST_HEAD = 1 << 17  # of what describes a part: the package reads parameters in quadratic time


def read_parts(message: Part) -> tuple[Body, tuple[Attachment, ...]]:
    """The body and the attachments, in order. May raise what the email package raises."""
    texts: list[tuple[str, str]] = []
    is_garbled = False
    attachments: list[Attachment] = []
    for part, is_related in _leaves(message):
        kind = part.get_content_type()
        if kind in _BODY_TYPES and not _is_attached(part):
            text, is_doubtful = _text(part)
            texts.append((kind, text))
            is_garbled |= is_doubtful
        else:
            attachments.append(_attachment(part, kind, is_related=is_related))
    return replace(_body(texts), is_garbled=is_garbled), tuple(attachments)


def _leaves(message: Part) -> Iterator[tuple[Part, bool]]:
    """Parts that are no containers, and whether each belongs to an HTML page; of alternatives one."""
    stack: list[tuple[Part, bool]] = [(message, False)]
    count = 0
    while stack:
        part, is_related = stack.pop()
        count += 1
        if count > _MOST_PARTS:
            raise ValueError("more parts than any letter has")
        if any(
            len(str(value)) > _LONGEST_HEAD for name, value in part.raw_items() if "content" in name.lower()
        ):
            raise ValueError("a part with headers that are far too long")
        kind = part.get_content_type()
        inside = part.get_payload()
        if not isinstance(inside, list) or kind.startswith("message/"):
            yield part, is_related
            continue
        children = [child for child in inside if isinstance(child, Message)]
        if kind == "multipart/alternative":
            children = _chosen(children)
        related = kind == "multipart/related"
        stack.extend(
            (child, is_related or (related and i > 0)) for i, child in reversed(list(enumerate(children)))
        )


def _chosen(alternatives: list[Part]) -> list[Part]:
    for wanted in (
        "text/html",
        "multipart/related",
        "multipart/mixed",
        "multipart/alternative",
        "text/plain",
    ):
        found = [part for part in alternatives if part.get_content_type() == wanted]
        if found:
            return found[-1:]
    return alternatives[:1]


def _is_attached(part: Part) -> bool:
    return part.get_content_disposition() == "attachment" or bool(part.get_filename())


def _text(part: Part) -> tuple[str, bool]:
    """The text of a part, and whether its encoding was damaged, unknown or other than declared."""
    data = _content(part)
    text, is_doubtful = decode_noting(data, part.get_content_charset() or "")
    encoding = str(part.get("Content-Transfer-Encoding", "")).partition(";")[0].strip().lower()
    is_damaged = bool(part.defects) or encoding not in _ENCODINGS
    return text.replace("\r\n", "\n"), is_doubtful or is_damaged


def _content(part: Part) -> bytes:
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _attachment(part: Part, kind: str, *, is_related: bool) -> Attachment:
    name = decode_words(part.get_filename() or "")[:_LONGEST_NAME]
    if kind.startswith("message/"):
        inside = part.get_payload()
        item = inside[0] if isinstance(inside, list) and inside else None
        data = item.as_bytes() if isinstance(item, Message) else _content(part)
        return Attachment(name or "message.eml", len(data), kind=AttachmentKind.ITEM, content=data)
    data = _content(part)
    inline = part.get_content_disposition() == "inline" and bool(part.get("Content-ID"))
    return Attachment(name or "attachment", len(data), inline or is_related, content=data)


def _body(texts: list[tuple[str, str]]) -> Body:
    if all(kind == "text/plain" for kind, _ in texts):
        return Body("\n".join(text for _, text in texts), BodyFormat.TEXT)
    pieces = (
        text if kind == "text/html" else f'<div style="white-space:pre-wrap">{escape(text)}</div>'
        for kind, text in texts
    )
    return Body("\n".join(pieces), BodyFormat.HTML)
