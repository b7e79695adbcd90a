"""A law that only the model hears, a day that no word calls a deadline, and a law that is forwarded."""

from typing import Any

import pytest

from app.domain.finding import Confidence, Finding
from tests.road import see

MONDAY = "2026-11-16T09:00"


def _told(body: str, law: float = 0.0, **rest: Any) -> list[Finding]:
    example = {"to": ["9 schools"], "at": MONDAY, "body": body, "tones": {body: {"law": law}}, **rest}
    _, findings, _ = see(example)
    return [f for f in findings if f.id == "urgency-and-deadline/statutory-deadline"]


def _deadline(body: str, law: float = 0.0, **rest: Any) -> int | None:
    """In how many days the statutory deadline is that the checks surely see."""
    told = [f for f in _told(body, law, **rest) if f.confidence > Confidence.LOW]
    days = told[0].facts["days"] if told else None
    return days if isinstance(days, int) else None


def _half_heard(body: str, law: float = 0.0, **rest: Any) -> list[object]:
    """In how many days the deadlines are behind which a law is half heard."""
    return [f.facts["days"] for f in _told(body, law, **rest) if f.facts.get("half_heard")]


@pytest.mark.parametrize(
    ("body", "law", "days"),
    [
        ("Every school tells us by Friday.", 0.4, [4]),
        ("Every school tells us by Friday.", 0.1, []),
        ("The head has the duty under the assessment order. It is tomorrow.", 0.0, [1]),
        ("Schools are fined for that. We meet on Thursday.", 0.0, [3]),
        ("The quiz closes on Thursday.", 0.6, []),
        ("Book your place at the workshop by Thursday.", 0.6, []),
        ("Every school tells us.", 0.6, []),
        ("Every school told us by 2 November.", 0.6, []),
    ],
)
def test_a_law_that_is_half_heard(body: str, law: float, days: list[int]) -> None:
    assert _half_heard(body, law) == days


def test_what_is_surely_heard_is_not_half_heard_too() -> None:
    assert _half_heard("The statutory census return is due on Friday.", 0.5) == []


@pytest.mark.parametrize(
    "body",
    [
        "The statutory return was due on Friday. Everybody now has until 18 December.",
        "Every school had approved its statutory return by Friday.",
    ],
)
def test_a_day_that_was_moved_or_met_is_no_deadline(body: str) -> None:
    assert _deadline(body) in {None, 32}


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


JOINT = """See below.

From: Joint Council
Sent: 16 November 2026 08:31
Subject: Marks

Marks must be received by 19 November 2026, the date that the exam boards set.
"""


def test_a_law_that_is_only_heard_in_what_is_forwarded() -> None:
    said = "Marks must be received by 19 November 2026, the date that the exam boards set."

    assert _deadline(JOINT, reply="forward", tones={said: {"law": 0.9}}) == 3
    assert _deadline(JOINT, reply="forward", tones={said: {"law": 0.5}}) is None


def test_an_answer_does_not_pass_it_on() -> None:
    assert _deadline(FORWARDED, reply="reply", subject="RE: Resubmission") is None


def test_a_return_that_has_not_come_and_has_no_day_is_overdue() -> None:
    _, findings, _ = see(
        {"to": ["9 schools"], "body": "The school census has still not come, yours is not here."}
    )
    chased = next(f for f in findings if f.id == "urgency-and-deadline/chasing-statutory")

    assert chased.facts["overdue"] is True
