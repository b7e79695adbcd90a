"""Only what its bytes say it is may be put on the website."""

import io
import zipfile
from datetime import timedelta
from pathlib import Path

import pytest

from app.bulletin.keep_document import TYPES, DocumentDesk, clean_name, keep_document
from app.domain.errors import BulletinError
from tests.bulletin_fakes import FakeDocuments
from tests.fakes import FakeClock


def package(*names: str, mimetype: str = "") -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as parts:
        if mimetype:
            parts.writestr("mimetype", mimetype)
        for name in names:
            parts.writestr(name, "<x/>")
    return made.getvalue()


DOCX = package("[Content_Types].xml", "word/document.xml")
GOOD = {
    "a.pdf": b"%PDF-1.7",
    "a.docx": DOCX,
    "a.xlsx": package("xl/workbook.xml", "xl/printerSettings/printerSettings1.bin"),
    "a.pptx": package("ppt/presentation.xml"),
    "a.odt": package("content.xml", mimetype=TYPES["odt"]),
    "a.ods": package("content.xml", mimetype=TYPES["ods"]),
    "a.csv": b"name,place\r\nCaf\xe9,Dover",
    "a.txt": "caf\u00e9".encode("utf-16"),
    "a.png": b"\x89PNG\r\n\x1a\n....",
    "a.JPG": b"\xff\xd8\xff\xe0",
}
BAD = {
    "a.exe": b"MZ",
    "a.html": b"<script>",
    "a.svg": b"<svg/>",
    "a.docm": DOCX,
    "a": b"words",
    "empty.txt": b"",
    "large.txt": b"x" * 2_000_001,
    "page.pdf": b"<html>",
    "program.txt": b"MZ\x90",
    "script.txt": b"#!/bin/sh",
    "zeros.csv": b"a\0b",
    "macro.docx": package("word/document.xml", "word/vbaProject.bin"),
    "sheet.docx": package("xl/workbook.xml"),
    "broken.docx": DOCX[:40],
    "bare.odt": package("mimetype"),
    "macro.odt": package("Basic/Standard/Module1.xml", mimetype=TYPES["odt"]),
    "empty.ods": package(),
}


@pytest.fixture
def desk() -> DocumentDesk:
    return DocumentDesk(FakeDocuments(), FakeClock(), timedelta(days=400), 2_000_000)


@pytest.mark.parametrize("name", GOOD)
def test_what_is_taken(desk: DocumentDesk, name: str) -> None:
    facts = keep_document(desk, name, GOOD[name], "ann@council.example")

    assert facts.media_type == TYPES[name.lower().rpartition(".")[2]]
    assert facts.expires_at - facts.added_at == timedelta(days=400)
    assert desk.documents.content(facts.id) == GOOD[name]


@pytest.mark.parametrize("name", BAD)
def test_what_is_not_taken(desk: DocumentDesk, name: str) -> None:
    with pytest.raises(BulletinError) as refused:
        keep_document(desk, name, BAD[name], "ann@council.example")

    assert refused.value.field == "file"
    assert desk.documents.all() == ()


@pytest.mark.parametrize(
    ("given", "clean"),
    [
        (r"C:\Users\Ann\Form 1.PDF", "Form 1.pdf"),
        ("../../etc/passwd.txt", "passwd.txt"),
        ('a"; filename=evil.exe\r\n.pdf', "a filename evil.exe .pdf".replace(" .pdf", ".pdf")),
        ("\u202efdp.docx", "fdp.docx"),
        ("...pdf", "document.pdf"),
        ("x" * 300 + ".pdf", "x" * 96 + ".pdf"),
    ],
)
def test_names_are_made_harmless(given: str, clean: str) -> None:
    assert clean_name(given) == clean
    assert Path(clean).name == clean
