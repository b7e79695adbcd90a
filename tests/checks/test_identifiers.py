"""What the sender is shown of an identifier, how sure the check is, and that it stays quick."""

import pytest

from app.checks.identifiers import look
from app.domain.draft import Attachment, Field, ReplyKind
from app.domain.finding import Confidence, Finding
from tests.checks.seen import reading_of
from tests.steps import check_in_proportion, rows_of

HISTORY = (
    "\n\nFrom: Nurse <nurse@clinic.example>\nSent: 12 November 2026 09:00\nTo: P Shah\nSubject: Visit\n\n"
)


def _one(body: str, kind: str) -> Finding:
    return next(f for f in look(reading_of(body)) if f.kind == kind)


@pytest.mark.parametrize(
    ("body", "kind", "confidence"),
    [
        ("NHS number 943 476 5870", "nhs-number", Confidence.HIGH),
        ("943 476 5870", "nhs-number", Confidence.HIGH),
        ("NHS number 999 000 0018", "nhs-number", Confidence.MEDIUM),
        ("UPN P207000016049", "upn", Confidence.HIGH),
        ("UPN Z555993518190", "upn", Confidence.MEDIUM),
        ("JG 12 13 16 A", "national-insurance-number", Confidence.MEDIUM),
        ("NI number JG 12 13 16 A", "national-insurance-number", Confidence.HIGH),
        ("NI number JG121316", "national-insurance-number", Confidence.MEDIUM),
        ("NI number NC 12 13 16 A", "national-insurance-number", Confidence.MEDIUM),
        ("card 4111 1111 1111 1111", "payment-card", Confidence.MEDIUM),
        ("4929 1234 5678 9015", "payment-card", Confidence.HIGH),
        ("20-77-42 12345678", "bank-account", Confidence.MEDIUM),
        ("sort code 20-77-42 account 12345678", "bank-account", Confidence.HIGH),
        ("passport 925665416", "passport", Confidence.MEDIUM),
        ("DOB 03/05/2012", "date-of-birth", Confidence.HIGH),
        ("DOB 03/05/1940", "date-of-birth", Confidence.MEDIUM),
        ("Mum: 07911 123456", "personal-phone", Confidence.HIGH),
        ("07911 123456", "personal-phone", Confidence.MEDIUM),
        ("car reg A123 BCD", "vehicle-registration", Confidence.MEDIUM),
        ("car reg AB51 ABC", "vehicle-registration", Confidence.HIGH),
    ],
)
def test_how_sure(body: str, kind: str, confidence: Confidence) -> None:
    assert _one(body, kind).confidence is confidence


@pytest.mark.parametrize(
    ("body", "kind", "shown"),
    [
        ("NHS number 943 476 5870", "nhs-number", "••• ••• 5870"),
        ("UPN P207000016049", "upn", "•••••••••6049"),
        ("DOB 03/05/2012", "date-of-birth", "••/••/2012"),
        ("She lives at 14 Elm Grove, Ashford TN24 8UU", "home-address", "… •••••, ••••••• •••4 8UU"),
    ],
)
def test_at_most_four_characters_are_shown(body: str, kind: str, shown: str) -> None:
    excerpt = _one(body, kind).spans[0].excerpt

    assert excerpt == shown
    assert sum(c.isalnum() for c in excerpt) <= 4


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ("Sort code 20-00-00, account 55779911", "sort code ••-••-••, account ••••9911"),
        ("Account number 5577 9911", "account ••••9911"),
        ("My sort code is 40-47-84", "sort code ••-••-84"),
    ],
)
def test_a_bank_account_says_which_number_is_meant(body: str, shown: str) -> None:
    assert _one(body, "bank-account").spans[0].excerpt == shown


def test_one_finding_a_kind_with_every_place_the_surest_first() -> None:
    finding = _one(
        "JG 12 13 16 A joined. "
        + "Then there was a long line of other words here. " * 3
        + "NI number AB123456C",
        "national-insurance-number",
    )

    assert finding.facts["count"] == 2
    assert finding.spans[0].start > finding.spans[1].start


def test_a_forwarded_number_is_marked_as_quoted() -> None:
    body = "FYI" + HISTORY + "NHS number 943 476 5870"
    (finding,) = look(reading_of(body, reply=ReplyKind.FORWARD))

    assert finding.facts["quoted"] is True
    assert not list(look(reading_of(body, reply=ReplyKind.REPLY)))


def test_an_attachment_is_pointed_at_by_its_place() -> None:
    files = (
        Attachment("agenda.txt", content=b"Nothing"),
        Attachment("list.csv", content=b"Name,NHS No\nA,9434765870\n"),
    )
    (finding,) = look(reading_of("Attached.", attachments=files))

    assert [(s.field, s.start, s.end) for s in finding.spans] == [(Field.ATTACHMENTS, 1, 2)]


@pytest.mark.parametrize(
    "content",
    [b"\xff\xfe\x00\xd8", b"\x00" * 50, b"NHS \xe9\xff 943", "NHS number 943 476 5870".encode("utf-16")],
)
def test_any_bytes_of_an_attachment_are_read_or_left(content: bytes) -> None:
    kinds = {
        f.kind for f in look(reading_of("Attached.", attachments=(Attachment("a.txt", content=content),)))
    }

    assert kinds <= {"nhs-number"}


def test_a_saved_mail_is_read() -> None:
    mail = b"From: a@b.example\nSubject: Visit\nContent-Type: text/html; charset=wrong\n\n<p>NHS number</p><p>943 476 5870</p>"
    (finding,) = look(reading_of("See mail.", attachments=(Attachment("visit.eml", content=mail),)))

    assert finding.kind == "nhs-number"


@pytest.mark.parametrize(
    "piece",
    ["NHS 943 476 5870 ", "1 ", "a,b\n", "20-00-00 12345678 ", "lives at "],
    ids=["numbers", "digits", "rows", "accounts", "cues"],
)
def test_a_long_text_is_read_in_linear_time(piece: str) -> None:
    check_in_proportion(lambda reading: list(look(reading)), lambda size: reading_of(rows_of(piece)(size)))


@pytest.mark.parametrize("sign", ["\u202b", "\u202d", "\u202e", "\u2067"])
@pytest.mark.parametrize("before", ["", "Dear all,\n\n", "Pay. ("])
def test_a_word_directly_behind_a_sign_that_turns_it_is_shown(sign: str, before: str) -> None:
    [span] = _one(f"{before}{sign}tnuocca", "hidden-characters").spans
    assert span.excerpt == "tnuocca"


@pytest.mark.parametrize(
    "body",
    [
        "Ring \u202a01234 567890\u202c today.",
        "\u2068Ann\u2069 and \u2066Bo\u2069",
        "Our school, \u202b\u0645\u062f\u0631\u0633\u0629 (Oak)\u202c, is open.",
        "\u2067\u05e9\u05dc\u05d5\u05dd Oak\u2069: hello",
    ],
)
def test_signs_that_belong_around_words_turn_nothing(body: str) -> None:
    assert not [found for found in look(reading_of(body)) if found.kind == "hidden-characters"]
