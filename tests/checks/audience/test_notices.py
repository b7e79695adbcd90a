"""A notice to all staff speaks for the organisation; whatever is one person's own matter asks who needs it."""

from typing import Any

import pytest

from app.domain.verdict import Severity
from tests.road import check_example

NOTICES = [
    {
        "subject": "Lift",
        "body": "The lift is out of use on Friday while it is inspected. Please use the stairs.",
    },
    {
        "subject": "Eye tests",
        "body": "Dear all\n\nEye tests are in the Board Room on Tuesday.\n\nWellbeing Team",
    },
    {
        "subject": "LGBT+ network",
        "body": "The network meets on Thursday at one. All are welcome.\n\nStaff Network",
    },
    {
        "subject": "New recycling bins",
        "body": "Blue bins are for paper from Monday, and green ones for glass.",
    },
]
OWN_WORDS: list[dict[str, Any]] = [
    {"subject": "Lost umbrella", "body": "Has anyone seen a blue umbrella?"},
    {"subject": "Found: one earring", "body": "It is at reception."},
    {"subject": "Bike", "body": "Ladies' bike for sale, hardly used."},
    {"subject": "Quiz", "body": "Quiz on Friday in the foyer. Teams of six.\n\nHelen x"},
    {"subject": "Leek and potato", "body": "Soup is on in the kitchen, come along.\n\nHelen Ward"},
    {"subject": "Minutes", "body": "The minutes are attached, as I promised."},
    {"subject": "Rota", "body": "Dear Sam,\n\nThe rota for December is on the board."},
    {"subject": "Ho ho ho", "body": "Wishing you all a very merry Christmas!"},
    {"subject": "Pizza", "body": "2 for 1 at the van outside, this week only."},
    {"subject": "Five-a-side", "body": "Anyone for football on Thursday?"},
    {"subject": "RE: Fire drill", "reply": "reply-all", "body": "Third floor clear."},
]


def most(example: dict[str, Any]) -> Severity:
    advice = check_example(example).verdict.advice
    return max(a.severity for a in advice if a.finding.id == "internal-audience/all-user")


@pytest.mark.parametrize("mail", NOTICES, ids=lambda m: m["subject"])
def test_a_notice_is_never_held_up(mail: dict[str, Any]) -> None:
    assert most({**mail, "to": ["all staff"]}) is Severity.INFO


@pytest.mark.parametrize("mail", OWN_WORDS, ids=lambda m: m["subject"])
def test_a_word_of_ones_own_to_everybody_must_be_justified(mail: dict[str, Any]) -> None:
    assert most({**mail, "to": ["all staff"]}) is Severity.JUSTIFY


def test_what_is_copied_to_everybody_is_no_notice() -> None:
    lift = NOTICES[0]
    assert most({**lift, "to": ["a colleague"], "cc": ["all staff"]}) is Severity.JUSTIFY
