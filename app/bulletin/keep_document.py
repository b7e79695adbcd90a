"""May this file be put on the website, and as what?

What a file is, its bytes say; its name must agree. Documents, tables, slides, notes and pictures are taken;
programs, macros, scripts and web pages are not, nor anything that a virus scanner knows. Its words are read
once, and kept for the checks.
"""

import io
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from unicodedata import category

from app.domain.draft import Attachment
from app.domain.errors import BulletinError
from app.ports import Clock
from app.reading.attachments import READ_AT_MOST, read_attachment
from app.website_ports import DocumentFacts, Documents, Read, Scan, VirusScanner, Words, WordsReader

NAME_MAX = 100
_OFFICE = "application/vnd.openxmlformats-officedocument."
_OPEN = "application/vnd.oasis.opendocument."
TYPES: Mapping[str, str] = {
    "pdf": "application/pdf",
    "docx": f"{_OFFICE}wordprocessingml.document",
    "xlsx": f"{_OFFICE}spreadsheetml.sheet",
    "pptx": f"{_OFFICE}presentationml.presentation",
    "odt": f"{_OPEN}text",
    "ods": f"{_OPEN}spreadsheet",
    "csv": "text/csv",
    "txt": "text/plain",
    "png": "image/png",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
}
_BEGINS = {"pdf": b"%PDF-", "png": b"\x89PNG\r\n\x1a\n", "jpeg": b"\xff\xd8\xff", "jpg": b"\xff\xd8\xff"}
_INSIDE = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml", "pptx": "ppt/presentation.xml"}
_RUNS = ("vbaproject", "vbadata", "activex", ".bin", ".exe", ".dll", ".js", ".vbs", "basic/", "scripts/")
_PARTS_MAX = 20_000
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    OSError,
    EOFError,
    ValueError,
    IndexError,
    NotImplementedError,
    RuntimeError,
)


@dataclass(frozen=True, slots=True)
class DocumentDesk:
    """Where documents are put, who looks into them, how large they may be, and how long they stay."""

    documents: Documents
    scanner: VirusScanner
    reader: WordsReader
    clock: Clock
    lasts: timedelta
    bytes_max: int


def keep_document(desk: DocumentDesk, name: str, content: bytes, by: str) -> DocumentFacts:
    """A file on the website. The same file again is kept once, for longer.

    Raises:
        BulletinError: it is empty, too large, of a kind that is not taken, or has a virus.
    """
    if not content:
        raise BulletinError("This file is empty.", "file")
    if len(content) > desk.bytes_max:
        most = desk.bytes_max // 1_000_000
        raise BulletinError(f"This file is too large for the website: at most {most} MB.", "file")
    clean, kind = _named(name, content)
    scan = desk.scanner.scan(content)
    if scan is Scan.INFECTED:
        raise BulletinError("The virus scanner stopped this file. It was not kept.", "file")
    words, now = _words(desk.reader, clean, content), desk.clock.now()
    facts = DocumentFacts(
        "", clean, TYPES[kind], len(content), now, by, now + desk.lasts, scan=scan, read=words.read
    )
    return desk.documents.add(facts, content, words.text)


def is_taken(file: Attachment, bytes_max: int) -> bool:
    """Whether a file would be taken, as far as its name and its size tell."""
    return clean_name(file.name).rpartition(".")[2] in TYPES and 0 < file.size <= bytes_max


def _named(name: str, content: bytes) -> tuple[str, str]:
    """A harmless name, and the kind that it says and the bytes are. Raises BulletinError."""
    clean = clean_name(name)
    kind = clean.rpartition(".")[2]
    if kind not in TYPES:
        raise BulletinError(
            "Files of this kind are not taken. Save it as PDF, Word, Excel, PowerPoint, OpenDocument, CSV,"
            " text, PNG or JPEG.",
            "file",
        )
    if not _is(kind, content):
        raise BulletinError("This file is not what its name says, or holds a program. Save it anew.", "file")
    return clean, kind


def _words(reader: WordsReader, name: str, content: bytes) -> Words:
    """What mail attachments of its kind are read by, where there is that."""
    said = read_attachment(Attachment(name, content=content))
    if said is None:
        return reader.read(name.rpartition(".")[2], content)
    return Words(said, Read.WHOLE if len(content) <= READ_AT_MOST else Read.PART)


def clean_name(name: str) -> str:
    """A name that is safe in any folder and any header, its ending in small letters."""
    last = name.replace("\\", "/").rpartition("/")[2]
    kept = "".join(sign if sign.isalnum() or sign in " -_.()'" else " " for sign in last if _is_shown(sign))
    stem, _, ending = " ".join(kept.split()).rpartition(".")
    stem = stem.strip(" .")[: NAME_MAX - len(ending) - 1].rstrip(" .")
    return f"{stem or 'document'}.{ending.strip().lower()}"


def _is_shown(sign: str) -> bool:
    return category(sign) not in {"Cc", "Cf", "Cs", "Cn", "Co"}


def _is(kind: str, content: bytes) -> bool:
    if kind in _BEGINS:
        return content.startswith(_BEGINS[kind])
    if kind in {"csv", "txt"}:
        return _is_text(content)
    return _is_package(kind, content)


def _is_text(content: bytes) -> bool:
    """UTF-8, UTF-16 with its mark, or an older code; no zero bytes, which only other files have."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return "\0" not in content.decode("utf-16")
        except UnicodeDecodeError:
            return False
    return b"\0" not in content and not content.startswith(
        (b"%PDF-", b"MZ", b"\x7fELF", b"#!", b"PK\x03\x04")
    )


def _is_package(kind: str, content: bytes) -> bool:
    """An Office file without macros: only the list of its parts is read, none is unpacked but the first."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            names = [each.filename for each in package.infolist()]
            if len(names) > _PARTS_MAX:
                return False
            if any(mark in name.lower() for name in names for mark in _RUNS if not _is_printer(name)):
                return False
            if kind in _INSIDE:
                return _INSIDE[kind] in names
            first = package.infolist()[0]
            return (
                first.filename == "mimetype"
                and first.file_size == len(TYPES[kind])
                and package.read(first) == TYPES[kind].encode()
            )
    except _BROKEN:
        return False


def _is_printer(name: str) -> bool:
    """Excel keeps what a printer was set to beside its sheets; that runs nothing."""
    return "printersettings" in name.lower()
