"""Files by their bytes: archives, programs, macros and the words of a PDF, sound, broken and hostile."""

import io
import struct
import tracemalloc
import zipfile
import zlib

import pytest

from app.checks.files.archives import is_locked, zip_entries
from app.checks.files.content import kind_by_content
from app.checks.files.copyright import find_line
from app.checks.files.names import FileKind
from app.checks.files.pdf_words import pdf_words

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def _zip(*names: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name in names:
            made.writestr(name, b"words")
    return out.getvalue()


def _pdf(drawn: str) -> bytes:
    packed = zlib.compress(drawn.encode("latin-1"))
    return b"%PDF-1.4\n1 0 obj <</Filter /FlateDecode>>\nstream\n" + packed + b"\nendstream endobj\n"


def _rar(flags: int, file_flags: int) -> bytes:
    main = struct.pack("<HBHH", 0, 0x73, flags, 13) + b"\x00" * 6
    return b"Rar!\x1a\x07\x00" + main + struct.pack("<HBHH", 0, 0x74, file_flags, 40) + b"\x00" * 40


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"MZ\x90\x00\x03\x00\x00\x00", FileKind.DISGUISED),
        (b"\x7fELF\x02\x01\x01\x00", FileKind.DISGUISED),
        (b"L\x00\x00\x00\x01\x14\x02\x00", FileKind.DISGUISED),
        (b"\x00" * 0x8001 + b"CD001", FileKind.DISGUISED),
        (_OLE + "_VBA_PROJECT".encode("utf-16-le"), FileKind.MACRO),
        (_zip("word/document.xml", "word/vbaProject.bin"), FileKind.MACRO),
        (_zip("notes.txt", "run/setup.exe"), FileKind.PROGRAM),
        (_rar(0x80, 0), FileKind.LOCKED),
        (_rar(0, 0x04), FileKind.LOCKED),
        (b"Rar!\x1a\x07\x01\x00\x00\x00\x00\x00\x05\x04", FileKind.LOCKED),
        (b"7z\xbc\xaf\x27\x1c" + b"\x00" * 40 + b"\x06\xf1\x07\x01", FileKind.LOCKED),
        (_rar(0, 0), None),
        (_OLE + b"plain words", None),
        (_zip("page.html", "page_files/menu.js"), None),
        (b"MZ is a code", None),
        (b"", None),
    ],
)
def test_what_the_bytes_tell(content: bytes, kind: FileKind | None) -> None:
    assert kind_by_content(content) is kind


def test_a_zip_whose_list_is_cut_off_still_tells_its_first_file() -> None:
    content = _zip("run/setup.exe", "b.txt")

    assert [entry.name for entry in zip_entries(content[:60])] == ["run/setup.exe"]


@pytest.mark.parametrize("cut", range(0, 120, 7))
def test_a_broken_archive_raises_nothing(cut: int) -> None:
    for content in (_zip("a.txt", "b.txt"), _rar(0, 0x04)):
        assert is_locked(content[:cut]) in {True, False}


def test_words_of_a_pdf_are_put_together() -> None:
    words = pdf_words(_pdf(r"BT (Chapter 3) Tj 0 -14 Td [(\251 Pear) -2 (son Education 2021)] TJ ET"))

    assert find_line(words)


@pytest.mark.parametrize(
    "drawn",
    [
        "BT (Copyright Oak School 2021) Tj ET",
        "BT (Crown copyright 2021) Tj ET",
        "(c) 2017 The Monotype Corporation. All Rights Reserved.",
        "BT (The copyright lesson is on Friday) Tj ET",
    ],
)
def test_whose_line_is_no_publishers(drawn: str) -> None:
    assert not find_line(pdf_words(_pdf(drawn)))


def test_a_pdf_that_unpacks_to_a_mountain_takes_no_more_than_one_to_a_hill() -> None:
    def read(times: int) -> tuple[int, int]:
        packed = zlib.compress(b"BT (%s) Tj ET " % (b"a" * 10_000) * times)
        content = b"%PDF-1.4\n" + (b"stream\n" + packed + b"\nendstream\n") * 3
        tracemalloc.start()
        words = pdf_words(content)
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return len(words), most

    hill, mountain = read(200), read(2_000)
    assert mountain == pytest.approx(hill, rel=0.05)
