"""Do several hints add up, and do only people who can be identified count?"""

import pytest

from app.checks.stories.telling import find_story
from app.domain.finding import Confidence
from app.domain.reading import Matter
from tests.fakes import FakeReader
from tests.road import see

SURE = {"story": 0.9, "health": 0.9}
HALF = {"story": 0.45, "health": 0.6}


def _story(scores: dict[str, dict[str, float]], names: list[str]) -> Confidence | None:
    reading, *_ = see({"to": ["a colleague"], "body": "\n".join(scores)}, FakeReader(scores, names))
    story = find_story(reading)
    return story.sure if story else None


@pytest.mark.parametrize(
    ("scores", "names", "sure"),
    [
        ({"Orla is ill.": SURE, "She left school.": {}}, ["Orla"], Confidence.HIGH),
        ({"Orla is ill.": SURE}, ["Orla"], Confidence.MEDIUM),
        ({"My mum is ill.": SURE}, [], None),
        ({"Orla is ill.": {**SURE, "story": 0.6}}, ["Orla"], Confidence.MEDIUM),
        ({"Orla is ill.": HALF}, ["Orla"], None),
        ({"Orla is ill.": HALF, "It was bad.": HALF}, ["Orla"], Confidence.MEDIUM),
        ({"It is bad again.": HALF, "It was bad.": HALF}, [], None),
        ({"It is bad again.": {**SURE, "story": 0.7}}, [], None),
        ({"It is bad again.": SURE}, [], Confidence.MEDIUM),
        ({"Your lesson was poor.": {"story": 0.75, "performance": 0.9}}, [], Confidence.HIGH),
        (
            {"It is bad again.": {**SURE, "story": 0.7}, "We must write to him.": {"casework": 0.9}},
            [],
            Confidence.MEDIUM,
        ),
        ({"It is in May.": {**SURE, "story": 0.7}, "We must reply.": {"casework": 0.9}}, [], None),
        ({"Her mum is ill.": {**SURE, "story": 0.6}}, [], Confidence.MEDIUM),
        ({"A child is ill.": {**SURE, "story": 0.7, "announcement": 0.9}}, ["Orla"], None),
        ({"Orla has moved.": {"story": 0.9}}, ["Orla"], None),
    ],
)
def test_how_surely_a_story_is_told(
    scores: dict[str, dict[str, float]], names: list[str], sure: Confidence | None
) -> None:
    assert _story(scores, names) is sure


def test_the_gravest_matter_speaks() -> None:
    scores = {
        "Orla is ill.": SURE,
        "Orla is on a plan.": {"story": 0.8, "safeguarding": 0.85, "family": 0.9},
        "Orla was late.": {"story": 0.9, "conduct": 0.99},
    }
    reading, *_ = see({"to": ["a colleague"], "body": "\n".join(scores)}, FakeReader(scores, ["Orla"]))
    story = find_story(reading)

    assert story is not None
    assert story.gravest is Matter.SAFEGUARDING


@pytest.mark.parametrize(
    ("conduct", "expected"),
    [(0.6, Matter.PERSONNEL), (0.95, Matter.CONDUCT)],
)
def test_a_pupil_who_is_suspended_is_no_member_of_staff(conduct: float, expected: Matter) -> None:
    scores = {"Kit was suspended.": {"story": 0.9, "personnel": 0.7, "conduct": conduct}}
    reading, *_ = see({"to": ["a colleague"], "body": "\n".join(scores)}, FakeReader(scores, ["Kit"]))
    story = find_story(reading)

    assert story is not None
    assert story.gravest is expected
