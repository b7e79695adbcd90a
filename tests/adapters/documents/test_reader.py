"""The words of office files and PDFs are read, and a file that is made to do harm does none."""

import io
import zipfile

import pytest

from app.adapters.documents.office_words import TooMuchError, office_words
from app.adapters.documents.reader import ApartReader
from app.website_ports import Read, Words

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
T = 'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'


def package(**parts: str) -> bytes:
    """A name in it is given as ``word__document``."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name, words in parts.items():
            package.writestr(f"{name.replace('__', '/')}.xml", words)
    return made.getvalue()


def pdf(*pages: str) -> bytes:
    """A PDF with a line of text on each page."""
    kids = " ".join(f"{3 + 2 * n} 0 R" for n in range(len(pages)))
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>"]
    for n, words in enumerate(pages):
        said = f"BT /F1 12 Tf 72 720 Td ({words}) Tj ET"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {4 + 2 * n} 0 R"
            f" /Resources << /Font << /F1 {font} >> >> >>"
        )
        objects.append(f"<< /Length {len(said)} >>\nstream\n{said}\nendstream")
    made, places = "%PDF-1.4\n", []
    for n, each in enumerate(objects, 1):
        places.append(len(made))
        made += f"{n} 0 obj\n{each}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(made)}\n%%EOF\n"
    return f"{made}xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{end}".encode("latin-1")


def read(kind: str, content: bytes) -> Words:
    return ApartReader().read(kind, content)


WORD = package(
    word__document=f"<w:document {W}><w:body><w:p><w:r><w:t>Ellie </w:t></w:r><w:r><w:t>Hartwell</w:t></w:r></w:p>"
    "<w:p><w:r><w:delText>gone</w:delText></w:r></w:p></w:body></w:document>",
    word__comments=f"<w:comments {W}><w:p><w:r><w:t>a comment</w:t></w:r></w:p></w:comments>",
    word__styles=f"<w:styles {W}><w:t>no words</w:t></w:styles>",
)
SHEET = package(
    xl__worksheets__sheet1=f'<worksheet {S}><sheetData><row><c t="s"><v>1</v></c><c><v>9434765919</v></c>'
    '<c t="inlineStr"><is><t>inside</t></is></c></row></sheetData></worksheet>',
    xl__sharedStrings=f"<sst {S}><si><t>not used</t></si><si><r><t>NHS </t></r><r><t>number</t></r></si></sst>",
)
SLIDES = package(ppt__slides__slide1=f"<p {A}><a:p><a:r><a:t>Welcome</a:t></a:r></a:p></p>")
WRITER = package(
    content=f"<d {T}>\n  no words\n <text:h>Trip</text:h><text:p>Bring <text:span>a pen</text:span></text:p></d>"
)


@pytest.mark.parametrize(
    ("kind", "content", "says"),
    [
        ("docx", WORD, ["Ellie Hartwell\n", "gone\n", "a comment"]),
        ("xlsx", SHEET, ["NHS number\t9434765919\tinside\t\n"]),
        ("pptx", SLIDES, ["Welcome\n"]),
        ("odt", WRITER, ["Trip\nBring a pen\n"]),
        ("pdf", pdf("Dear parents", "Bring a pen"), ["Dear parents\n", "Bring a pen\n"]),
    ],
)
def test_words_are_read(kind: str, content: bytes, says: list[str]) -> None:
    found = read(kind, content)

    assert found.read is Read.WHOLE
    assert all(words in found.text for words in says)
    assert "no words" not in found.text


def test_a_large_sheet_is_read_cell_by_cell() -> None:
    """However its parts are cut into pieces while they stream in."""
    words = [f"word{n}" for n in range(20_000)]
    strings = "".join(f"<si><t>{word}</t></si>" for word in words)
    rows = "".join(f'<row><c t="s"><v>{n}</v></c></row>' for n in range(len(words)))
    sheet = package(
        xl__sharedStrings=f"<sst {S}>{strings}</sst>",
        xl__worksheets__sheet1=f"<worksheet {S}><sheetData>{rows}</sheetData></worksheet>",
    )

    assert read("xlsx", sheet).text.split() == words


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("docx", b"PK\x03\x04 broken"),
        ("docx", package(word__document="<w:document")),
        ("docx", package(word__document="<!DOCTYPE x [<!ENTITY a 'aaaa'>]><x>&a;</x>")),
        ("docx", package(word__other="<x/>")),
        ("pdf", b"%PDF-1.7 broken"),
        ("pdf", b""),
        ("pdf", pdf("")),
        ("png", b"\x89PNG"),
        ("; rm", b""),
    ],
)
def test_what_cannot_be_read_is_not_read(kind: str, content: bytes) -> None:
    assert read(kind, content) == Words()


def test_a_bomb_ends_at_the_limit() -> None:
    """100 MB of one letter, which a zip file makes 100 KB of."""
    bomb = package(word__document=f"<w:document {W}><w:t>{'a' * 100_000_000}</w:t></w:document>")
    found = read("docx", bomb)

    assert len(bomb) < 200_000
    assert found.read is Read.PART
    assert len(found.text) == 1_000_000


@pytest.mark.parametrize("opened", ["", "<", '<a b="', "<a><!--"])
def test_a_mark_that_never_ends_is_read_a_million_signs_far(opened: str) -> None:
    bomb = package(word__document=opened + "a" * 5_000_000)
    with pytest.raises(TooMuchError):
        list(office_words("docx", bomb))


def test_a_bomb_without_words_ends_too() -> None:
    bomb = package(word__document=f"<w:document {W}>{'<w:x/>' * 10_000_000}</w:document>")

    assert read("docx", bomb) == Words()


def test_many_pages_are_read_in_part() -> None:
    found = read("pdf", pdf(*(f"page {n}" for n in range(520))))

    assert found.read is Read.PART
    assert "page 499" in found.text
    assert "page 500" not in found.text


def test_a_file_has_its_time_and_no_more() -> None:
    assert ApartReader(seconds=0.01).read("pdf", pdf("Dear parents")) == Words()
