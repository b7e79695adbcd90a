"""What does a readable attachment say?

Text that was handed over and needs no special reader: notes, tables and saved mails; and whatever a reader
of another kind has read before. Other Office files, PDFs and pictures are reported as not checked.
"""

from codecs import getincrementaldecoder
from email import message_from_bytes
from email.message import Message

from app.domain.draft import Attachment
from app.reading.html import read_html
from app.reading.unicode import clean

READABLE = (".txt", ".text", ".csv", ".tsv", ".tab", ".md", ".log", ".vcf", ".eml")
_MAIL = ".eml"
_WORDS = frozenset({"text/plain", "text/html"})
READ_AT_MOST = 1_000_000


def read_attachment(attachment: Attachment) -> str | None:
    """The attachment's words, cleaned, at most the first megabyte; None when it could not be read."""
    if attachment.words is not None:
        return clean(attachment.words[:READ_AT_MOST].replace("\r\n", "\n")).clean
    name, content = attachment.name.lower(), attachment.content
    if content is None or not name.endswith(READABLE):
        return None
    try:
        text = _mail_text(content) if name.endswith(_MAIL) else _decoded(content[:READ_AT_MOST])
    except Exception:  # noqa: BLE001 - the mail parser raises much on hostile input; None says not read
        return None
    return clean(text.replace("\r\n", "\n")).clean


def is_cut(attachment: Attachment) -> bool:
    """Whether there is more of it than is read."""
    return len(attachment.words or attachment.content or "") > READ_AT_MOST


def holds_files(attachment: Attachment) -> bool:
    """Whether it is a saved mail that carries files of its own: they are not read."""
    if attachment.content is None or not attachment.name.lower().endswith(_MAIL):
        return False
    try:
        parts = message_from_bytes(attachment.content[:READ_AT_MOST]).walk()
        return any(part.get_filename() and part.get_content_type() not in _WORDS for part in parts)
    except Exception:  # noqa: BLE001 - the mail parser raises much on hostile input
        return True


def _decoded(content: bytes) -> str:
    """A last character that is cut through where reading ends is left out."""
    encoding = "utf-16" if content[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig"
    try:
        return getincrementaldecoder(encoding)().decode(content, final=len(content) < READ_AT_MOST)
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _mail_text(content: bytes) -> str:
    mail = message_from_bytes(content[:READ_AT_MOST])
    words = [str(mail.get("subject", ""))]
    for part in mail.walk():
        if part.get_content_type() in _WORDS:
            text = _part_text(part)
            words.append(read_html(text).text if part.get_content_type() == "text/html" else text)
    return "\n".join(words)


def _part_text(part: Message) -> str:
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes):
        return ""
    try:
        return payload.decode(part.get_content_charset() or "utf-8")
    except (LookupError, UnicodeDecodeError):
        return _decoded(payload)
