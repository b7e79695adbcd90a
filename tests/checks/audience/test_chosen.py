"""A mail that says why just these schools get it, told in words or half heard beside a count of them."""

import pytest

from app.domain.finding import Confidence, Finding
from tests.road import see

NINE = "9 schools"


def _reasons(to: str, body: str, chosen: float = 0.0) -> list[Finding]:
    example = {"to": [to], "body": body, "tones": {body: {"chosen": chosen}}}
    _, findings, _ = see(example)
    return [f for f in findings if f.id == "audience-shape/selection-reason"]


def _has_reason(to: str, body: str, chosen: float = 0.0) -> bool:
    return any(f.confidence > Confidence.LOW for f in _reasons(to, body, chosen))


@pytest.mark.parametrize(
    ("to", "chosen", "is_half_heard"),
    [
        (NINE, 0.15, True),
        (NINE, 0.05, False),
        ("18 schools", 0.3, True),
        ("18 schools", 0.15, False),
        ("40 schools", 0.3, False),
        (NINE, 0.95, False),
    ],
)
def test_a_reason_is_half_heard_in_mail_to_few(to: str, chosen: float, *, is_half_heard: bool) -> None:
    found = _reasons(to, "The tanker comes on Mondays from now on.", chosen)

    assert any(f.facts.get("half_heard") for f in found) is is_half_heard


@pytest.mark.parametrize(
    "body",
    [
        "Only grant holders need this form.",
        "If you are reading this then your school booked.",
        "No other school has this lease.",
        "I haven't sent it to other schools.",
        "Hiya pilot people!",
        "It is only for those that did level 3.",
    ],
)
def test_a_reason_in_words(body: str) -> None:
    assert _has_reason(NINE, body)


@pytest.mark.parametrize(
    "body",
    [
        "Only two places need filling.",
        "If you are reading this, well done.",
        "You are one of those who haven't sent the survey back.",
        "Other schools are welcome.",
    ],
)
def test_no_reason(body: str) -> None:
    assert not _has_reason(NINE, body)


@pytest.mark.parametrize(
    ("to", "body", "chosen", "expected"),
    [
        (NINE, "A word about the hives.", 0.65, True),
        (NINE, "A word about the hives.", 0.55, False),
        ("33 schools", "A word about the hives.", 0.85, False),
        ("33 schools", "A word about the hives.", 0.95, True),
        ("all schools", "A word about the hives.", 1.0, False),
        (NINE, "A word to the nine schools with hives.", 0.3, True),
        (NINE, "A word to the eight schools with hives.", 0.3, False),
        ("13 schools", "It is you and twelve others.", 0.3, True),
        (NINE, "We still haven't received your hives.", 0.9, False),
    ],
)
def test_the_fewer_the_less_must_be_heard(to: str, body: str, chosen: float, *, expected: bool) -> None:
    assert _has_reason(to, body, chosen) is expected
