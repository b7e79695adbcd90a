"""Ranks compare by their order, whatever they are called."""

from itertools import pairwise

import pytest

from app.domain.finding import Confidence
from app.domain.ranked import Ranked
from app.domain.verdict import Severity


@pytest.mark.parametrize("kind", [Severity, Confidence])
def test_every_comparison_follows_the_order(kind: type[Ranked]) -> None:
    for weaker, stronger in pairwise(kind):
        assert weaker < stronger
        assert weaker <= stronger
        assert stronger > weaker
        assert stronger >= weaker
        assert not stronger < weaker
        assert not stronger <= weaker
        assert not weaker > stronger
        assert not weaker >= stronger
        assert weaker <= weaker >= weaker  # noqa: PLR0124 - a rank equals itself


def test_strongest_wins() -> None:
    assert max(Severity.WARN, Severity.JUSTIFY, Severity.INFO) is Severity.JUSTIFY
    assert max(Confidence) is Confidence.HIGH


def test_a_rank_is_not_compared_with_a_word() -> None:
    with pytest.raises(TypeError):
        _ = Severity.WARN < "zebra"
