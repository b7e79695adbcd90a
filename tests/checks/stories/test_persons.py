"""Are the mentions of one person put together, and the reader left out?"""

import pytest

from app.checks.stories.persons import third_parties
from tests.fakes import FakeReader
from tests.road import see


def _named(body: str, names: list[str], **draft: object) -> list[set[str]]:
    reading, *_ = see({"to": ["a colleague"], "body": body, **draft}, FakeReader(names=names))
    return [set(person.words) for person in third_parties(reading)]


@pytest.mark.parametrize(
    ("body", "names", "people"),
    [
        ("We saw Amir Khan today and Amir was well.", ["Amir Khan", "Amir"], [{"amir", "khan"}]),
        ("We saw Khan, Amir on the list and Amir in class.", ["Khan, Amir", "Amir"], [{"khan", "amir"}]),
        ("We saw Amir Khan and Mr Khan at the gate.", ["Amir Khan", "Mr Khan"], [{"amir", "khan"}, {"khan"}]),
        ("We saw Seong-min today and Seong was well.", ["Seong-min", "Seong"], [{"seong", "min"}]),
        ("We saw Orla and Petra at the gate today.", ["Orla", "Petra"], [{"orla"}, {"petra"}]),
    ],
)
def test_mentions_of_one_person_are_one_person(body: str, names: list[str], people: list[set[str]]) -> None:
    assert _named(body, names) == people


def test_the_person_who_is_greeted_is_no_third_party() -> None:
    assert _named("Dear Orla,\nPetra came today.", ["Orla", "Petra"]) == [{"petra"}]


def test_a_name_in_the_subject_counts() -> None:
    assert _named("Can we meet?", ["Casimir Holloway"], subject="Casimir Holloway") == [
        {"casimir", "holloway"}
    ]


def test_a_list_of_thousands_is_cut_short() -> None:
    names = [f"Zed{chr(97 + i // 26)}{chr(97 + i % 26)}" for i in range(400)]
    assert len(_named("\n".join(f"Met {name} today." for name in names), names)) <= 200
