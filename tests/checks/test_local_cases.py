"""Does the add-in see by itself only what the service sees too?

Where the service cannot be asked at Send, the add-in looks for the strongest forms of numbers. Both are asked the
same texts, so that nobody is told of a number by the one that the other would let pass.
"""

import json
from pathlib import Path

import pytest

from app.checks.identifiers import look
from app.domain.finding import Confidence
from tests.checks.seen import reading_of

_ADDIN = Path(__file__).parents[2] / "addin-ui"
_CASES = json.loads((_ADDIN / "tests" / "local-cases.json").read_text(encoding="utf-8"))["cases"]


@pytest.mark.parametrize("case", _CASES, ids=[c["text"][:40] for c in _CASES])
def test_what_the_add_in_sees_the_service_sees(case: dict[str, object]) -> None:
    seen = {f.kind: f for f in look(reading_of(str(case["text"])))}
    kinds = case["kinds"]
    assert isinstance(kinds, list)
    for kind in kinds:
        assert kind in seen
        assert seen[kind].confidence >= Confidence.MEDIUM
