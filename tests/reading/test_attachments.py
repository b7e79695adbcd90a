"""Which attachments can be read, and what they say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.draft import Attachment
from app.reading.attachments import READ_AT_MOST, holds_files, read_attachment

MAIL = b"Subject: Places\r\nContent-Type: text/html; charset=latin-1\r\n\r\n<p>Ren\xe9 has a place</p>"


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.csv", b"name,upn\r\nAnn,1", "name,upn\nAnn,1"),
        ("A.TXT", "Zoë".encode("cp1252"), "Zoë"),
        ("a.txt", "\ufeffZoë".encode(), "Zoë"),
        ("a.csv", "name;no".encode("utf-16"), "name;no"),
        ("a.txt", "94\u200b3".encode(), "943"),
        ("a.txt", b"", ""),
        ("a.eml", MAIL, "Places\n"),
    ],
)
def test_text_is_read_whatever_its_encoding(name: str, content: bytes, said: str) -> None:
    assert (read_attachment(Attachment(name, content=content)) or "").startswith(said)


def test_a_saved_mail_is_read_through_its_html() -> None:
    assert "René has a place" in (read_attachment(Attachment("a.eml", content=MAIL)) or "")


@pytest.mark.parametrize(
    "attachment", [Attachment("a.csv"), Attachment("a.xlsx", content=b"PK"), Attachment("", content=b"x")]
)
def test_what_cannot_be_read_is_none(attachment: Attachment) -> None:
    assert read_attachment(attachment) is None


def test_a_character_that_is_cut_through_spoils_no_others() -> None:
    content = b"Zo\xc3\xab " + "ë".encode() * READ_AT_MOST
    said = read_attachment(Attachment("a.txt", content=b"x" + content)) or ""

    assert said.startswith("xZoë ë")


def test_only_the_first_megabyte_is_read() -> None:
    assert len(read_attachment(Attachment("a.txt", content=b"a" * 3 * READ_AT_MOST)) or "") == READ_AT_MOST


@given(st.binary(max_size=300), st.sampled_from(["a.eml", "a.csv"]))
def test_junk_is_text_or_none(content: bytes, name: str) -> None:
    text = read_attachment(Attachment(name, content=content))

    assert text is None or text.encode("utf-8") is not None


@given(st.binary(max_size=300))
def test_of_junk_it_is_told_whether_it_holds_files(content: bytes) -> None:
    assert holds_files(Attachment("a.eml", content=content)) in {True, False}
    assert not holds_files(Attachment("a.txt", content=content))
