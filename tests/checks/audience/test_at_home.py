"""Mail that stays within the school it is written from."""

from dataclasses import replace

import pytest

from app.checks.audience.at_home import is_within_one_school
from app.domain.reading import Reading
from tests.road import see

SCHOOL = "s01.c01.primary.sch.example"


def _reading(*to: str, sender: str = f"k.winters@{SCHOOL}") -> Reading:
    return see({"from": sender, "to": list(to), "body": "Hello"}, checks=())[0]


@pytest.mark.parametrize(
    ("to", "expected"),
    [
        ([f"office@{SCHOOL}"], True),
        ([f"office@{SCHOOL}", f"t.lowe@{SCHOOL}"], True),
        ([f"office@{SCHOOL}", "office@s02.c01.primary.sch.example"], False),
        ([f"office@{SCHOOL}", "colleague1@council.example"], False),
        (["colleague1@council.example"], False),
    ],
)
def test_is_within_one_school(to: list[str], *, expected: bool) -> None:
    assert is_within_one_school(_reading(*to)) is expected


def test_a_colleague_whom_the_directory_does_not_list_is_at_home_too() -> None:
    reading = _reading(f"office@{SCHOOL}", f"t.lowe@{SCHOOL}")
    known, unlisted = reading.audience.readers
    audience = replace(reading.audience, readers=(known, replace(unlisted, schools=())))

    assert is_within_one_school(replace(reading, audience=audience))


def test_the_council_is_not_within_a_school() -> None:
    assert not is_within_one_school(_reading(f"office@{SCHOOL}", sender="p.shah@council.example"))
