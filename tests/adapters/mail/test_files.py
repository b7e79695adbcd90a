import io
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.adapters.mail import files
from app.adapters.mail.files import MailFiles
from app.domain.draft import BodyFormat, Draft, Importance
from app.domain.errors import DraftError, InputError, TooLargeError

NOW = datetime(2026, 11, 16, 10, tzinfo=UTC)
MAIL = b"From: a@x.example\nTo: b@y.example\nSubject: %s\n\nwords\n"


def one(path: Path, data: bytes) -> Draft | InputError:
    path.write_bytes(data)
    ((label, found),) = MailFiles(NOW).read([path])
    assert label == str(path)
    return found


def draft(path: Path, data: bytes) -> Draft:
    found = one(path, data)
    assert isinstance(found, Draft)
    return found


def test_a_text_file_is_a_body(tmp_path: Path) -> None:
    found = draft(tmp_path / "a.txt", b"Dear all,\r\n\r\nhello")
    assert (found.subject, found.body.content, found.body.format) == (
        "",
        "Dear all,\n\nhello",
        BodyFormat.TEXT,
    )
    assert found.sending_at == NOW


def test_its_first_line_may_be_the_subject(tmp_path: Path) -> None:
    found = draft(tmp_path / "a.txt", b"\xef\xbb\xbfSubject: Trip\n\nDear all")
    assert (found.subject, found.body.content) == ("Trip", "Dear all")


def test_a_text_file_of_windows(tmp_path: Path) -> None:
    assert draft(tmp_path / "a.txt", "it\u2019s".encode("cp1252")).body.content == "it\u2019s"


def test_a_message_that_outlook_saved_as_text(tmp_path: Path) -> None:
    head = b"From:\tJo\r\nSent:\tNow\r\nTo:\tSmith, A; b@y.ie\r\nSubject:\tTrip\r\nImportance:\tHigh\r\n\r\n"
    found = draft(tmp_path / "a.txt", head + b"Dear all")
    assert (found.subject, found.body.content, found.importance) == ("Trip", "Dear all", Importance.HIGH)
    assert [r.mailbox.name or r.mailbox.address for r in found.recipients] == ["Smith, A", "b@y.ie"]


def test_a_text_that_says_to_which_address_it_goes(tmp_path: Path) -> None:
    found = draft(tmp_path / "a.txt", b"To: b@y.ie\nSubject: Trip\n\nDear all")
    assert (found.subject, found.body.content) == ("Trip", "Dear all")
    assert [r.mailbox.address for r in found.recipients] == ["b@y.ie"]


def test_a_memo_is_not_taken_for_one(tmp_path: Path) -> None:
    memo = b"From: the Head\nTo: all staff\nSubject: Parking\n\nPark nicely"
    assert draft(tmp_path / "a.txt", memo).body.content == memo.decode()


def test_an_html_file_has_its_title_for_a_subject(tmp_path: Path) -> None:
    page = '<html><head><meta charset="windows-1252"><title>\nTrip  news</title></head><p>caf\u00e9</p>'
    found = draft(tmp_path / "a.htm", page.encode("cp1252"))
    assert (found.subject, found.body.format) == ("Trip news", BodyFormat.HTML)
    assert "caf\u00e9" in found.body.content


def test_a_mail_file(tmp_path: Path) -> None:
    assert draft(tmp_path / "a.eml", MAIL % b"one").subject == "one"


def test_a_folder_is_read_to_the_bottom_in_order_of_name(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("c.eml", "a.eml", "b/z.eml", "b/a.txt", "b/notes.docx", ".hidden.eml"):
        (tmp_path / name).write_bytes(MAIL % b"x")
    labels = [Path(label).relative_to(tmp_path).as_posix() for label, _ in MailFiles(NOW).read([tmp_path])]
    assert labels == ["a.eml", "c.eml", "b/a.txt", "b/z.eml"]


def test_an_mbox_gives_each_message(tmp_path: Path) -> None:
    box = tmp_path / "box"
    box.write_bytes(
        b"From a Mon\n"
        + MAIL % b"one"
        + b">From the start\n\nFrom b Tue\n"
        + MAIL % b"two"
        + b"\nFrom c\n\nnoise\n"
    )
    found = list(MailFiles(NOW).read([box]))
    assert [label for label, _ in found] == [f"{box}#{i}" for i in (1, 2, 3)]
    first, second, third = (draft for _, draft in found)
    assert isinstance(first, Draft)
    assert "\nFrom the start" in first.body.content
    assert isinstance(second, Draft)
    assert second.subject == "two"
    assert isinstance(third, DraftError)


def test_the_given_moment_wins_over_the_date_of_the_mail(tmp_path: Path) -> None:
    path = tmp_path / "a.eml"
    path.write_bytes(b"Date: Mon, 1 Jan 2001 00:00:00 +0000\n" + MAIL % b"one")
    at = datetime(2026, 12, 24, 17, tzinfo=UTC)
    ((_, found),) = MailFiles(NOW, at).read([path])
    assert isinstance(found, Draft)
    assert found.sending_at == at


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.msg", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1...", "Save As"),
        ("a.eml", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1...", "Save As"),
        ("a.eml", b"", "empty"),
        ("a.txt", b" \n", "empty"),
        ("a.txt", b"MZ\0\0\1", "not a text file"),
        ("a.html", b"\x89PNG\0", "not a text file"),
        ("a.mbox", b"no mail here\n", "mbox"),
        ("a.docx", b"PK\3\4", "does not look like a mail file"),
    ],
)
def test_what_cannot_be_read_says_why(tmp_path: Path, name: str, data: bytes, words: str) -> None:
    found = one(tmp_path / name, data)
    assert isinstance(found, DraftError)
    assert words in str(found)


def test_a_missing_file_says_so(tmp_path: Path) -> None:
    ((_, found),) = MailFiles(NOW).read([tmp_path / "none.eml"])
    assert isinstance(found, DraftError)
    assert "cannot be opened" in str(found)


@pytest.mark.parametrize("name", ["a.eml", "a.mbox"])
def test_the_limit_on_size(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LARGEST", 1000)
    path = tmp_path / name
    path.write_bytes(b"From x\n" + MAIL % b"big" + b"word\n" * 400)
    ((_, found),) = MailFiles(NOW).read([path])
    assert isinstance(found, TooLargeError)


@pytest.mark.parametrize(
    ("data", "subject", "how"),
    [
        (MAIL % b"one", "one", BodyFormat.TEXT),
        (b"Dear all,\n\nhello", "", BodyFormat.TEXT),
        (b"Subject: Trip\n\nDear all", "Trip", BodyFormat.TEXT),
        (b"<!DOCTYPE html><title>News</title><p>hello", "News", BodyFormat.HTML),
    ],
)
def test_standard_input_may_be_a_mail_text_or_a_page(
    monkeypatch: pytest.MonkeyPatch, data: bytes, subject: str, how: BodyFormat
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))
    ((label, found),) = MailFiles(NOW).read([files.STANDARD_INPUT])

    assert label == "standard input"
    assert isinstance(found, Draft)
    assert (found.subject, found.body.format) == (subject, how)


@pytest.mark.parametrize(
    ("data", "words"), [(b" ", "Nothing came in"), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Save As")]
)
def test_standard_input_without_a_mail(monkeypatch: pytest.MonkeyPatch, data: bytes, words: str) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))
    ((_, found),) = MailFiles(NOW).read([files.STANDARD_INPUT])

    assert words in str(found)


def test_a_page_in_an_unknown_encoding_is_marked(tmp_path: Path) -> None:
    page = b'<meta charset="elvish"><p>caf\xe9'
    assert draft(tmp_path / "a.html", page).body.is_garbled
    assert not draft(tmp_path / "b.html", page.replace(b"elvish", b"cp1252")).body.is_garbled
