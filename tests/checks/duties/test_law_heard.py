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
        ("The Secretary of State asks it. Dates have to be booked by Thursday.", 0.0, [3]),
        ("The Crown Court opens its doors. Book by Thursday.", 0.0, []),
        ("It shuts on Friday at 17:00. What is wrong stays, and the Department publishes.", 0.0, [4]),
        ("The Department's call for evidence ends on Thursday.", 0.85, []),
        ("The Department's window ends on Thursday. It's open to anyone.", 0.85, []),
        ("UKHSA asks under its powers for the names. By Tuesday.", 0.0, [1]),
        ("Every school tells us.", 0.6, []),
        ("Every school told us by 2 November.", 0.6, []),
    ],
)
def test_a_law_that_is_half_heard(body: str, law: float, days: list[int]) -> None:
    assert _half_heard(body, law) == days


@pytest.mark.parametrize(
    ("body", "subject", "days"),
    [
        ("The Department's checking exercise shuts tomorrow at five.", "Tables", [1]),
        ("Each of the five brings its log by tomorrow.", "The judge's order for disclosure", [1]),
        ("HHJ Baring has ordered that you bring the book tomorrow.", "Books", [1]),
        ("It isn't a legal consultation and it ends on Friday. The Department reads it.", "Permits", []),
        ("There's no legal duty to have one. HMRC's offer ends on Friday.", "Air", []),
        ("The DfE survey is voluntary and closes on Friday.", "Have your say", []),
    ],
)
def test_a_law_may_stand_behind_whoever_sets_the_day(body: str, subject: str, days: list[int]) -> None:
    assert _half_heard(body, subject=subject) == days


@pytest.mark.parametrize(("subject", "days"), [("Still waiting", 1), ("For your file", 0)])
def test_a_faint_law_whose_day_has_gone_is_asked_about_when_it_is_chased(subject: str, days: int) -> None:
    told = _told("The fire authority asked every school for it by 2 November.", 0.6, subject=subject)

    assert len([f for f in told if f.facts.get("half_heard")]) == days


@pytest.mark.parametrize(
    ("body", "is_asked"),
    [
        ("The Equality Act obliges you to have published it by 2 November. We looked: nothing.", True),
        ("The statutory return was due on 2 November. Thank you all.", False),
        ("All had sent the statutory return by 2 November.", False),
        ("The statutory census was due on 2 November and every school sent it.", False),
        ("The statutory return was due on 2 November. Everybody now has until 18 December.", False),
    ],
)
def test_a_law_whose_day_has_gone_is_asked_about(body: str, *, is_asked: bool) -> None:
    told = [f for f in _told(body) if f.facts.get("half_heard")]

    assert [f.confidence for f in told] == ([Confidence.LOW] if is_asked else [])


@pytest.mark.parametrize(
    "body",
    [
        "The statutory return went off a day before it was due, with nothing missing.",
        "Every statutory score was in by Friday, none late and nothing outstanding.",
    ],
)
def test_what_lacks_nothing_is_not_chased(body: str) -> None:
    _, findings, _ = see({"to": ["9 schools"], "at": MONDAY, "body": body})

    assert "urgency-and-deadline/chasing-statutory" not in {f.id for f in findings}


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
