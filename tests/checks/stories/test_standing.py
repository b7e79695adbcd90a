"""Do the words around a story tell a pupil from a colleague?"""

import pytest

from app.checks.stories.standing import Standing, standing_of
from tests.road import see


@pytest.mark.parametrize(
    ("subject", "body", "standing"),
    [
        ("Back on Monday", "Harvey comes back after his suspension.", Standing.PUPIL),
        ("Heads up", "Mbeki, Thandiwe 9D: in a fight.", Standing.PUPIL),
        ("EHCP", "He hid under a table.", Standing.PUPIL),
        ("Phil", "He came back from sick leave and shouted.", Standing.COLLEAGUE),
        ("Dmitri", "His DBS came back with a caution.", Standing.COLLEAGUE),
        ("File", "The driver was interviewed under caution.", Standing.OUTSIDER),
        ("Mo", "He is in pieces.", Standing.UNKNOWN),
        ("Kai", "His mum is worried.", Standing.UNKNOWN),
        ("Kai", "His mum got a new job.", Standing.UNKNOWN),
        ("Year 9", "He came back from sick leave.", Standing.UNKNOWN),
    ],
)
def test_what_the_person_is(subject: str, body: str, standing: Standing) -> None:
    reading, *_ = see({"subject": subject, "body": body})

    assert standing_of(reading, [(0, len(body))]) is standing


def test_words_far_away_tell_nothing() -> None:
    far = "x " * 300
    reading, *_ = see({"subject": "Kai", "body": f"Year 9 is full. {far} He shouted."})
    start = reading.own.index("He shouted")

    assert standing_of(reading, [(start, start + 10)]) is Standing.UNKNOWN
