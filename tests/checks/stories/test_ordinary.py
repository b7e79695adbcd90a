"""Is ordinary business told from somebody's story, and only where nothing else is said?"""

import pytest

from app.checks.stories.ordinary import is_norm, is_of_things, is_ordinary
from app.domain.reading import Matter, Sentence
from tests.fakes import FakeReader
from tests.road import see


@pytest.mark.parametrize(
    ("words", "matter", "expected"),
    [
        ("Dina's dinner account is £4 in credit.", Matter.FAMILY, True),
        ("Dina's dinner account is empty since her dad left.", Matter.FAMILY, False),
        ("Ifrah and Nuur are collected by their dad at 3.", Matter.FAMILY, True),
        ("Ifrah must not be collected by her dad.", Matter.FAMILY, False),
        ("Ifrah's dad was picked up by Immigration.", Matter.FAMILY, False),
        ("Yusuf came second in the county cross-country.", Matter.CONDUCT, True),
        ("Yusuf came last because he has been drinking.", Matter.CONDUCT, False),
        ("I've no objection to Aarati acting up for six weeks.", Matter.PERSONNEL, True),
        ("Aarati is acting up while Jo is under investigation.", Matter.PERSONNEL, False),
        ("Dami's placement at the vet's has been agreed.", Matter.FAMILY, True),
        ("Dami's foster placement has been agreed.", Matter.FAMILY, False),
        ("Dami's placement at the vet's has been agreed.", Matter.HEALTH, False),
    ],
)
def test_a_row_exempts_only_what_it_is_about(words: str, matter: Matter, *, expected: bool) -> None:
    assert is_ordinary(words, Sentence(0, len(words), {}, {matter: 0.9}, 0.9)) is expected


@pytest.mark.parametrize(
    ("subject", "body", "expected"),
    [
        ("Boiler", "She has been off sick again.", True),
        ("Rota", "She has been off sick again.", False),
        ("Boiler", "Her mum is ill, so I shall let the engineer in.", False),
    ],
)
def test_she_may_be_a_boiler(subject: str, body: str, *, expected: bool) -> None:
    reading, *_ = see({"to": ["a colleague"], "subject": subject, "body": body}, FakeReader({body: {}}, []))

    assert is_of_things(reading, reading.sentences[0]) is expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The person must see the allegations before any hearing, and may bring a companion.", True),
        ("Pregnancy loss leave: two weeks paid, at any stage, for either partner.", True),
        ("Anyone who has had a stroke should ring occupational health first.", True),
        ("Each employee is entitled to five days after a bereavement.", True),
        ("She is entitled to two weeks paid after losing the baby.", False),
        ("The new caretaker has two weeks off after the stroke.", False),
        ("Tell him the person must see the allegations.", False),
        ("Our deputy is off with stress at the moment.", False),
    ],
)
def test_what_holds_for_anybody_is_nobodys_story(words: str, *, expected: bool) -> None:
    assert is_norm(words) is expected
