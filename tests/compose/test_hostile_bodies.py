"""Bodies made to hurt get an answer that says what was not read."""

from email.message import EmailMessage

import pytest

from app.compose.check_draft import check_draft
from app.compose.checked import Checked
from app.domain.draft import Attachment, Body, BodyFormat, Draft, Moment
from tests.fakes import MONDAY_MORNING
from tests.road import real_reader, road


def checked(body: Body) -> Checked:
    return check_draft(Draft("Hello there", body, MONDAY_MORNING), Moment.SEND, road(reader=real_reader()))


def unread(body: Body) -> list[str]:
    return [u.check for u in checked(body).verdict.not_checked]


@pytest.mark.parametrize(
    "content",
    [
        "<div>" * 10_000 + "hello" + "</div>" * 10_000,
        "<table><tr><td>" * 10_000 + "hello",
        "<p class='" * 100_000,
        "<b><i></b>" * 50_000,
    ],
    ids=["nested", "tables", "open quotes", "crossed"],
)
def test_tangled_markup_is_read_through(content: str) -> None:
    assert unread(Body(content, BodyFormat.HTML)) == []


def test_text_under_ten_thousand_tags_is_found() -> None:
    body = Body("<div>" * 10_000 + "NHS number 943 476 5870" + "</div>" * 10_000, BodyFormat.HTML)

    assert "identifiers/nhs-number" in [a.finding.id for a in checked(body).verdict.advice]


@pytest.mark.parametrize(
    "unit", ["a", "\n", "1 2 3 ", "ok.\n", "> a\n", "a@b.sch.uk ", "12/11/26 by Friday ", "e\u0301"]
)
def test_two_megabytes_of_text_are_read_in_part_and_that_is_said(unit: str) -> None:
    assert "body" in unread(Body(unit * (2_000_000 // len(unit))))


def test_a_long_letter_says_that_its_tone_was_read_only_in_part() -> None:
    assert unread(Body("The hall is shut on Monday.\n" * 2_000)) == ["tone"]


@pytest.mark.parametrize(("size", "said"), [(999_999, []), (1_000_001, ["attachments"])])
def test_a_long_attachment_says_that_only_its_start_was_read(size: int, said: list[str]) -> None:
    notes = Attachment("notes.txt", size, content=b"x " * (size // 2) + b"y" * (size % 2))
    draft = Draft("Hello there", Body("See the file."), MONDAY_MORNING, attachments=(notes,))

    assert [u.check for u in check_draft(draft, Moment.SEND, road()).verdict.not_checked] == said


@pytest.mark.parametrize(("length", "said"), [(1_000, []), (1_001, ["subject"]), (1_800_000, ["subject"])])
def test_an_endless_subject_says_that_only_its_start_was_read(length: int, said: list[str]) -> None:
    draft = Draft("x" * length, Body("See the file."), MONDAY_MORNING)

    assert [u.check for u in check_draft(draft, Moment.SEND, road()).verdict.not_checked] == said


def test_a_saved_mail_says_that_its_own_files_were_not_read() -> None:
    mail = EmailMessage()
    mail.set_content("The list is attached.")
    plain = Attachment("a.eml", content=mail.as_bytes())
    mail.add_attachment(b"PK", maintype="application", subtype="zip", filename="list.zip")
    full = Attachment("b.eml", content=mail.as_bytes())

    def said(file: Attachment) -> list[str]:
        draft = Draft("Hello there", Body("See the file."), MONDAY_MORNING, attachments=(file,))
        return [u.reason for u in check_draft(draft, Moment.SEND, road()).verdict.not_checked]

    assert said(plain) == []
    assert said(full) == ["Files that are attached to a saved mail were not read."]
