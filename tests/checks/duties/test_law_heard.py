"""A law that only the model hears, a day that no word calls a deadline, and a law that is forwarded."""

from typing import Any

import pytest

from tests.road import see

MONDAY = "2026-11-16T09:00"


def _deadline(body: str, law: float = 0.0, **rest: Any) -> int | None:
    """In how many days the statutory deadline is that the checks see."""
    example = {"to": ["9 schools"], "at": MONDAY, "body": body, "tones": {body: {"law": law}}, **rest}
    _, findings, _ = see(example)
    told = [f for f in findings if f.id == "urgency-and-deadline/statutory-deadline"]
    days = told[0].facts["days"] if told else None
    return days if isinstance(days, int) else None


@pytest.mark.parametrize(
    ("body", "law", "days"),
    [
        ("The twenty working days run out on Thursday.", 0.85, 3),
        ("Thursday is census day.", 0.0, 3),
        ("COLLECT closes by Friday.", 0.4, 4),
        ("Every school tells us by Friday.", 0.4, None),
        ("The quiz closes on Thursday.", 0.9, None),
        ("Nominations for the award close by Thursday.", 0.9, None),
    ],
)
def test_a_law_that_is_heard(body: str, law: float, days: int | None) -> None:
    assert _deadline(body, law) == days


def test_the_subject_may_be_the_day() -> None:
    assert _deadline("Census day. Registers shut early.", subject="Thursday") == 3


FORWARDED = """See below.

From: Helpdesk
Sent: 16 November 2026 08:31
Subject: Resubmission

Under section 44 of the School Standards Act the returns must be sent again. It closes on Thursday 19 November 2026.
"""


def test_a_law_that_is_forwarded() -> None:
    assert _deadline(FORWARDED, reply="forward", subject="FW: Resubmission") == 3


def test_an_answer_does_not_pass_it_on() -> None:
    assert _deadline(FORWARDED, reply="reply", subject="RE: Resubmission") is None


def test_a_return_that_has_not_come_and_has_no_day_is_overdue() -> None:
    _, findings, _ = see(
        {"to": ["9 schools"], "body": "The school census has still not come, yours is not here."}
    )
    chased = next(f for f in findings if f.id == "urgency-and-deadline/chasing-statutory")

    assert chased.facts["overdue"] is True
