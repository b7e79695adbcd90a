"""URGENT to one school that says by when, today: a hint; anything vaguer is a warning."""

import pytest

from app.domain.verdict import Severity
from tests.road import check_example

TODAY = [
    ("URGENT: payroll closes at 4 pm today", "Please send the timesheets."),
    ("URGENT please: timesheets", "The run closes at 4 pm today. After that we can't add anyone."),
    ("URGENT: menu numbers", "Please send them by noon tomorrow."),
    ("URGENT: menu numbers", "Please send them by the end of today."),
]
VAGUE = [
    ("URGENT: summer fair", "Can you still lend us your tables?"),
    ("URGENT: menu numbers", "Please send them by Friday 4 December."),
    ("URGENT: summer fair", "Today we talked about your tables."),
]


def _severity(subject: str, body: str, to: str) -> Severity:
    advice = check_example({"to": [to], "subject": subject, "body": body}).verdict.advice
    return max(a.severity for a in advice if a.finding.id == "urgency-and-deadline/urgent-marker")


@pytest.mark.parametrize(("subject", "body"), TODAY)
def test_a_plain_deadline_today_is_only_a_hint(subject: str, body: str) -> None:
    assert _severity(subject, body, "1 school") is Severity.INFO


@pytest.mark.parametrize(("subject", "body"), VAGUE)
def test_urgent_without_one_is_a_warning(subject: str, body: str) -> None:
    assert _severity(subject, body, "1 school") is Severity.WARN


@pytest.mark.parametrize(("subject", "body"), TODAY)
def test_nine_schools_are_never_told_so_lightly(subject: str, body: str) -> None:
    assert _severity(subject, body, "9 schools") > Severity.INFO
