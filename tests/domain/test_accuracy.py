"""Shares tell how sure they are."""

import pytest

from app.domain.accuracy import AccuracyCard, Share, Votes


@pytest.mark.parametrize(
    ("share", "low", "high"),
    [
        (Share(46, 48), 0.860, 0.988),
        (Share(3, 120), 0.009, 0.071),
        (Share(0, 12), 0.0, 0.242),
        (Share(12, 12), 0.758, 1.0),
        (Share(1, 1), 0.207, 1.0),
        (Share(0, 0), 0.0, 1.0),
    ],
)
def test_the_interval_is_wilsons(share: Share, low: float, high: float) -> None:
    assert share.interval == pytest.approx((low, high), abs=0.001)


def test_nothing_of_nothing_has_no_rate() -> None:
    assert Share(0, 0).rate is None


def test_a_card_counts_what_was_wrong_on_near_misses_and_on_ordinary_mail() -> None:
    card = AccuracyCard("r", "x", right=11, missed=1, wrong=2, left_alone=10, disturbed=3, ordinary=100)

    assert (card.precision, card.recall, card.drafts) == (Share(11, 16), Share(11, 12), 124)


def test_nobody_calls_wrong_what_they_were_not_shown() -> None:
    assert Votes(shown=2, wrong=3).share == Share(3, 3)
