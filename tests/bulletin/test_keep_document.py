"""Only what its bytes say it is may be put on the website."""

import io
import zipfile
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from app.bulletin.keep_document import TYPES, DocumentDesk, clean_name, keep_document
from app.domain.errors import BulletinError
from app.website_ports import Read, Scan, Words
from tests.fakes import FakeClock
from tests.road import PROJECT
from tests.website_fakes import FakeDocuments, FakeReader, FakeScanner


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
    "damaged.odt": (PROJECT / "bench/fuzz/corpus/attached/odt-of-broken-stream").read_bytes(),
}


@pytest.fixture
def desk() -> DocumentDesk:
    found = {"docx": Words("NHS number 943 476 5919", Read.PART)}
    return DocumentDesk(
        FakeDocuments(), FakeScanner(), FakeReader(found), FakeClock(), timedelta(days=400), 2_000_000
    )


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


@pytest.mark.parametrize(
    ("name", "content", "words", "read"),
    [
        ("a.docx", DOCX, "NHS number 943 476 5919", Read.PART),
        ("a.csv", b"name,upn\r\nAnn,1", "name,upn\nAnn,1", Read.WHOLE),
        ("a.txt", b"x" * 1_500_000, "x" * 1_000_000, Read.PART),
        ("a.png", GOOD["a.png"], "", Read.NONE),
    ],
)
def test_its_words_are_kept(desk: DocumentDesk, name: str, content: bytes, words: str, read: Read) -> None:
    facts = keep_document(desk, name, content, "ann@council.example")

    assert (desk.documents.words(facts.id), facts.read) == (words, read)


def test_one_with_a_virus_is_not_kept(desk: DocumentDesk) -> None:
    careful = replace(desk, scanner=FakeScanner(Scan.INFECTED))
    with pytest.raises(BulletinError, match="virus scanner stopped") as refused:
        keep_document(careful, "a.txt", b"words", "ann@council.example")

    assert refused.value.field == "file"
    assert desk.documents.all() == ()


@pytest.mark.parametrize("says", [Scan.NONE, Scan.WAITING, Scan.CLEAN])
def test_what_the_scanner_said_is_noted(desk: DocumentDesk, says: Scan) -> None:
    careful = replace(desk, scanner=FakeScanner(says))

    assert keep_document(careful, "a.txt", b"words", "ann@council.example").scan is says
