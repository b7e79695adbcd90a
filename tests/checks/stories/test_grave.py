"""Is a grave fact of somebody known by a first name as sure as of somebody named in full?"""

import pytest

from app.checks.stories.telling import find_story
from app.domain.finding import Confidence
from tests.fakes import FakeReader
from tests.road import see


def _sure(body: str, *names: str) -> Confidence | None:
    reading, *_ = see({"to": ["a company"], "subject": "Tuesday", "body": body}, FakeReader({}, names))
    story = find_story(reading)
    return story.sure if story else None


@pytest.mark.parametrize("name", ["Tyler", "Tyler Moss"])
@pytest.mark.parametrize(
    "fact",
    [
        "took an overdose at the weekend.",
        "is HIV positive.",
        "was abused by her uncle.",
        "is on a child in need plan.",
        "was arrested on Friday night.",
        "is gay.",
    ],
)
def test_a_grave_fact_weighs_the_same_by_first_name(name: str, fact: str) -> None:
    assert _sure(f"{name} {fact}", name) is Confidence.HIGH


@pytest.mark.parametrize(
    ("body", "name", "sure"),
    [
        ("Jo has diabetes.", "Jo", Confidence.MEDIUM),
        ("Jo Moss has diabetes.", "Jo Moss", Confidence.HIGH),
        ("Sam Moss still wets the bed.", "Sam Moss", Confidence.HIGH),
        ("My friend Sarah has cancer, so I am out.", "Sarah", Confidence.MEDIUM),
        ("Jo came out to us at the gate.", "Jo", Confidence.MEDIUM),
        ("Jo is pregnant.", "Jo", Confidence.MEDIUM),
    ],
)
def test_what_is_told_every_day_or_of_a_friend_weighs_less(
    body: str, name: str, sure: Confidence | None
) -> None:
    assert _sure(body, name) is sure


@pytest.mark.parametrize(
    ("body", "sure"),
    [
        ("Thomas Reeve is now Tamsin, she/her.", Confidence.HIGH),
        ("Thomas Reeve is now called Tamsin (she/her).", Confidence.HIGH),
        ("Thomas Reeve is now with Tamsin in the office.", None),
        ("Thomas Reeve is now Tamsin.", None),
    ],
)
def test_another_name_with_other_pronouns_is_told(body: str, sure: Confidence | None) -> None:
    assert _sure(body, "Thomas Reeve", "Tamsin") is sure
