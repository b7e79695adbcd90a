"""What does a readable attachment say?

Only text that was handed over and needs no special reader: notes, tables and saved mails. Office
files, PDFs and pictures are another's business; the read step reports them as not checked.
"""

import html
import unicodedata
from email import message_from_bytes
from email.message import EmailMessage, Message
from email.policy import default

import re2

from app.domain.draft import Attachment

READABLE = (".txt", ".text", ".csv", ".tsv", ".tab", ".md", ".log", ".vcf", ".eml")
READ_AT_MOST = 1_000_000
_TAG = re2.compile(r"<[^<>]*>")
_BREAK = re2.compile(r"(?i)<(?:br|/p|/div|/tr|/li)\b[^<>]*>")
_CELL = re2.compile(r"(?i)</t[dh]\b[^<>]*>")
_UNSEEN = re2.compile("[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]")


def readable_text(attachment: Attachment) -> str | None:
    """The attachment's words, at most the first megabyte; None when it was not sent or is no text."""
    name, content = attachment.name.lower(), attachment.content
    if content is None or not name.endswith(READABLE):
        return None
    content = content[:READ_AT_MOST]
    text = _mail_text(content) if name.endswith(".eml") else _decoded(content)
    words: str = _UNSEEN.sub("", unicodedata.normalize("NFKC", text.replace("\r\n", "\n")))
    return words


def _decoded(content: bytes) -> str:
    for encoding in ("utf-16",) if content[:2] in {b"\xff\xfe", b"\xfe\xff"} else ("utf-8-sig",):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return content.decode("cp1252", errors="replace")


def _mail_text(content: bytes) -> str:
    mail: Message = message_from_bytes(content, policy=default)
    words = [str(mail.get("subject", ""))]
    for part in mail.walk():
        if part.get_content_type() in {"text/plain", "text/html"} and isinstance(part, EmailMessage):
            text = _part_text(part)
            words.append(_without_tags(text) if part.get_content_type() == "text/html" else text)
    return "\n".join(words)


def _part_text(part: EmailMessage) -> str:
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes):
        return ""
    try:
        return payload.decode(part.get_content_charset() or "utf-8")
    except (LookupError, UnicodeDecodeError):
        return _decoded(payload)


def _without_tags(text: str) -> str:
    text = _CELL.sub("\t", _BREAK.sub("\n", text))
    return html.unescape(_TAG.sub("", text))
