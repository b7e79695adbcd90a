"""Are lines of a list heard that tell something private of the people in it?"""

import pytest

from app.checks.stories.listed import listed_story
from app.checks.stories.persons import in_body_order, third_parties
from app.domain.reading import Matter
from tests.fakes import FakeReader
from tests.road import see

NAMES = ["Ana Sousa", "Jo Mensah", "Finn Doherty"]


def _raised(body: str) -> list[tuple[str, float]]:
    reading, *_ = see({"to": ["a company"], "body": body}, FakeReader(names=NAMES))
    sentences = listed_story(reading, in_body_order(third_parties(reading)))
    return [(max(s.matter, key=lambda m: s.matter[m]).value, s.story) for s in sentences if s.matter]


@pytest.mark.parametrize(
    ("body", "raised"),
    [
        ("Epilepsy: Jo Mensah", [("health", 0.65)]),
        ("Jo Mensah - wheelchair\nAna Sousa - autism", [("health", 0.75), ("send", 0.75)]),
        ("No pool for Jo Mensah (seizure on Saturday)", [("health", 0.65)]),
        ("Jo Mensah has asthma", [("health", 0.65)]),
        ("In care:\nAna Sousa\nFinn Doherty", [("family", 0.75), ("family", 0.75)]),
        ("Ana Sousa and Jo Mensah truanted on Tuesday.", [("conduct", 0.75)]),
        ("Autism lead: Jo Mensah", []),
        ("Ana Sousa and Jo Mensah are on the autism course.", []),
        ("Please ring Jo Mensah about wheelchairs for the hall.", []),
        ("Bus 4:\nAna Sousa\nFinn Doherty", []),
        ("Wheelchair users come in by the north door.", []),
    ],
)
def test_lines_of_a_list(body: str, raised: list[tuple[str, float]]) -> None:
    assert _raised(body) == raised


def test_what_the_model_heard_stays() -> None:
    reading, *_ = see(
        {"body": "Jo Mensah: asthma"}, FakeReader({"Jo Mensah: asthma": {"health": 0.95}}, NAMES)
    )
    [sentence] = listed_story(reading, in_body_order(third_parties(reading)))

    assert sentence.matter[Matter.HEALTH] == 0.95
