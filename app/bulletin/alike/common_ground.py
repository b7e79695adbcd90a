"""Have two items anything in common that could be one piece of news?

``likeness.py`` weighs what parts two items, and was fitted on pairs that are mostly of one subject. Two items
that have no subject in common are parted by little too, as neither says what the other could contradict: they
must first have something in common. It is asked of both alike, whatever else speaks for one news.
"""

from collections.abc import Mapping

from app.bulletin.alike.moments import shared_days
from app.bulletin.alike.traits import Traits, telling

ENOUGH = 0.62
"""Reached by 91 in 100 pairs of one news, and by one in 190 of strangers."""
_EACH_LACK = 20.0
_EACH_FACT, _ALL_WORDS = 0.1, 0.5
_TIMES, _FIGURES, _NAMES = 2, 3, 3


def common_ground(one: Traits, other: Traits, words: float, near: Mapping[str, float]) -> float:
    """How near they are in meaning, with what they share of facts and of `words` (from 0 to 1) on top."""
    return near["meaning"] + _EACH_FACT * _facts(one, other) + _ALL_WORDS * words


def lack(ground: float) -> float:
    """What a common ground that is not enough takes off the score; chosen on files of pairs left out."""
    return _EACH_LACK * max(0.0, ENOUGH - ground)


def _facts(one: Traits, other: Traits) -> int:
    """How many days, codes, times, figures and names both tell; the commoner kinds count up to a few."""
    times = min(len(one.moments.times & other.moments.times), _TIMES)
    figures = min(len(telling(one.figures & other.figures)), _FIGURES)
    names = min(len(one.names & other.names), _NAMES)
    days = len(shared_days(one.moments, other.moments))
    return days + len(one.codes & other.codes) + times + figures + names
