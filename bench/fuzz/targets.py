"""What is fed with bytes that somebody else made up, and what does each promise whatever they are?

A target takes bytes, hands them to one reader of ours, and raises only when a promise is broken: an error that the
reader does not name, a place outside of the source, a word that cannot be printed.
"""

import io
import zipfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from itertools import pairwise
from typing import Final

from app.adapters.documents.office_words import KINDS, TooMuchError, office_words
from app.adapters.documents.pdf_words import PAGES_MAX, pdf_words
from app.adapters.mail.addresses import mailboxes
from app.adapters.mail.message import is_message, read_message
from app.adapters.mail.plain import read_html_file, read_text
from app.adapters.mail.words import decode_words
from app.bulletin.keep_document import TYPES, clean_name
from app.bulletin.keep_document import _is as is_sound
from app.checks.files.archives import is_locked, zip_entries
from app.checks.files.content import kind_by_content
from app.checks.files.names import kind_by_name
from app.checks.files.pdf_words import pdf_words as shown_words
from app.domain.address import domain_of, normal_address, school_domain
from app.domain.draft import Attachment, Body, BodyFormat
from app.domain.errors import DraftError, ImportFileError
from app.reading.attachments import read_attachment
from app.reading.body import read_body
from app.reading.html import read_html
from app.reading.table_file import ImportFile, read_table

Target = Callable[[bytes], None]
_NOW: Final = datetime(2026, 11, 22, tzinfo=UTC)
_PARTS: Mapping[str, str] = {
    "docx": "word/document.xml",
    "pptx": "ppt/slides/slide1.xml",
    "xlsx": "xl/worksheets/sheet1.xml",
    "odt": "content.xml",
    "ods": "content.xml",
}
_WORDS_MAX = 2_000_000


class BrokenPromiseError(Exception):
    """What a reader says of itself does not hold."""


def html(data: bytes) -> None:
    """The HTML of a body: every stretch of its text, link and mark lies in the source, in order."""
    source = data.decode("utf-8", "replace")
    read = read_html(source)
    size = len(read.text)
    places = range(0, size + 1, max(size // 50, 1))
    for start, end in pairwise(places):
        begin, finish = read.source_span(start, end)
        _holds(0 <= begin <= finish <= len(source))
    _holds(all(0 <= link.start <= link.end <= size for link in read.anchors))
    _holds(all(0 <= mark.start <= (size if mark.end is None else mark.end) <= size for mark in read.marks))
    body = read_body(Body(source, BodyFormat.HTML))
    begin, finish = body.source_span(0, len(body.text.clean))
    _holds(0 <= begin <= finish <= len(source))


def mail(data: bytes) -> None:
    """A mail as a file, and as an attachment."""
    try:
        draft = read_message(data, _NOW)
    except DraftError:
        pass
    else:
        read_body(draft.body)
        _holds(draft.sending_at.tzinfo is not None)
        _printable(draft.subject, *(r.mailbox.address + r.mailbox.name for r in draft.recipients))
        _printable(*(one.name for one in draft.attachments))
    for reader in (read_text, read_html_file):
        with suppress(DraftError):
            reader(data, _NOW)
    is_message(data)
    _printable(read_attachment(Attachment("a.eml", content=data)) or "")


def attached(data: bytes) -> None:
    """A file, whatever its name says: what it is, whether it is locked, whether it is sound, what it says."""
    kind_by_content(data)
    is_locked(data)
    _holds(sum(1 for _ in zip_entries(data)) <= _WORDS_MAX)
    _printable(*(entry.name for entry in zip_entries(data)))
    for kind in TYPES:
        is_sound(kind, data)
    for kind in KINDS:
        _office(kind, data)
    shown_words(data)


def office(data: bytes) -> None:
    """The XML inside an Office file: its first byte says which kind."""
    kind = sorted(KINDS)[data[0] % len(KINDS)] if data else "docx"
    package = io.BytesIO()
    with zipfile.ZipFile(package, "w") as made:
        for place, part in enumerate(data[1:].split(b"\0\0\0", 2)):
            made.writestr(("xl/sharedStrings.xml", _PARTS[kind])[place == 0 or kind != "xlsx"], part)
            if kind != "xlsx":
                break
    _office(kind, package.getvalue())


def pdf(data: bytes) -> None:
    """A PDF, as both readers see it."""
    shown_words(data)
    with suppress(ValueError, TooMuchError):
        _holds(sum(1 for _ in pdf_words(data)) <= 2 * PAGES_MAX)


def table(data: bytes) -> None:
    """A spreadsheet file that somebody imports or attaches."""
    with suppress(ImportFileError):
        found = read_table(ImportFile("a.csv", data))
        for row in found.rows({"name": ("name", "school"), "urn": ("urn",)}):
            _holds(row.line > 0)
    _printable(read_attachment(Attachment("a.csv", content=data)) or "")


def headers(data: bytes) -> None:
    """Headers of mails, addresses, and names of files."""
    text = data.decode("utf-8", "surrogateescape")
    found = mailboxes(text)
    _holds(sum(len(one.address) + len(one.name) for one in found) <= 8 * len(text) + 64)
    _printable(decode_words(text), *(one.address + one.name for one in found))
    plain = data.decode("latin-1")
    domain_of(normal_address(plain))
    school_domain(plain)
    kind_by_name(plain)
    name = clean_name(plain)
    _holds(not set(name) & set('\r\n"/\\;\0'))


TARGETS: Mapping[str, Target] = {
    one.__name__: one for one in (html, mail, attached, office, pdf, table, headers)
}


def _holds(promise: bool) -> None:
    if not promise:
        raise BrokenPromiseError


def _office(kind: str, data: bytes) -> None:
    left = _WORDS_MAX
    with suppress(ValueError, TooMuchError):
        for words in office_words(kind, data):
            left -= len(words)
            if left < 0:
                break


def _printable(*words: str) -> None:
    for one in words:
        one.encode("utf-8")
