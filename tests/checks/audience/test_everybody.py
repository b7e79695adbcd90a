"""Is an all-staff list known by its name, whatever kind of entry it is?"""

import pytest

from app.checks.audience.everybody import has_everybody
from tests.road import see


@pytest.mark.parametrize(
    ("to", "expected"),
    [
        ("all staff", True),
        ({"address": "all-staff@council.example", "name": "All Staff"}, True),
        ({"address": "dl-everyone@council.example", "name": "", "kind": "group"}, True),
        ({"address": "p.staff@council.example", "name": "Paul Staff"}, False),
        ("a colleague", False),
        ("1 school", False),
    ],
)
def test_has_everybody(to: object, *, expected: bool) -> None:
    reading, *_ = see({"to": [to], "body": "Hello."})

    assert has_everybody(reading.audience) is expected
