"""How sure is a slur?"""

import pytest

from app.checks.discrimination import CHECK
from app.domain.finding import Confidence
from tests.road import reader_for, see


@pytest.mark.parametrize(
    ("body", "sure"),
    [
        ("The pikeys have parked on the field again.", Confidence.HIGH),  # though nothing is heard in it
        ('The wall said "pikeys" in red paint.', Confidence.LOW),
        ("The pupil said that they are pikeys.", Confidence.LOW),
    ],
)
def test_a_slur_of_ones_own_is_one_whatever_is_heard(body: str, sure: Confidence) -> None:
    reading, *_ = see({"to": ["a colleague"], "body": body}, reader_for({}))

    assert [finding.confidence for finding in CHECK.look(reading)] == [sure]
