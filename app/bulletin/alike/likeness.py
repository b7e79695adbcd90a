"""How surely do two items of the bulletin tell the same news?

Compared apart are words, the headline, days, figures, addresses, and whether one takes back what the other
tells. A near copy about another day is another session, unless it says that it puts something right; a near
copy with another word in its headline is another subject in the same form. The weights are fitted by
``python -m bench.duplicates --fit`` on pairs that people judged.
"""

import math
from collections.abc import Collection, Mapping

from app.bulletin.alike.traits import Traits

Weights = Mapping[str, float]

BIAS = -2.51
WEIGHTS: Weights = {
    "words": 3.50,
    "headline": 0.45,
    "headline-missing": -1.82,
    "days": 0.89,
    "days-apart": -1.69,
    "days-apart-alike": -1.74,
    "days-apart-put-right": 0.76,
    "figures": 0.30,
    "figures-share": 2.71,
    "addresses": 0.05,
    "one-takes-back": -1.91,
    "one-says-off": -2.01,
    "put-right": 0.21,
    "levels-apart": -0.15,
    "seasons-apart": -1.70,
    "years-apart": -3.52,
    "runs": -0.99,
    "copy-other-headline": -4.23,
    "copy-other-days": -4.37,
    "copy-other-figures": -5.64,
}
_MOST_DAYS, _MOST_FIGURES, _MOST_ADDRESSES = 2, 4.0, 2
_SINGLE_DIGIT = 0.35


def likeness(one: Traits, other: Traits) -> float:
    """From 0 to 1; from 0.5 on an editor would probably make one item of them."""
    features = compare(one, other)
    score = BIAS + sum(WEIGHTS[name] * value for name, value in features.items())
    return 1 / (1 + math.exp(-score))


def compare(one: Traits, other: Traits) -> Mapping[str, float]:
    """What the two have in common and what parts them, each by its name."""
    words, others = _spelled_out(one, other), _spelled_out(other, one)
    contained = _shared(words, others) / (min(_sum(words), _sum(others)) or 1.0)
    found = _contained(one.headline, others), _contained(other.headline, words)
    days, day_share = _days(one, other)
    figures, figure_share = _figures(one.figures, other.figures)
    runs = len(one.runs & other.runs) / (min(len(one.runs), len(other.runs)) or 1)
    apart = float(day_share is not None and not days)
    right = float(one.is_put_right or other.is_put_right)
    copied = runs * (1 - right)
    return {
        "words": contained,
        "headline": sum(found) / len(found),
        "headline-missing": 1 - max(found),
        "days": float(min(days, _MOST_DAYS)),
        "days-apart": apart,
        "days-apart-alike": apart * contained,
        "days-apart-put-right": apart * right,
        "figures": min(figures, _MOST_FIGURES),
        "figures-share": 0.5 if figure_share is None else figure_share,
        "addresses": float(min(len(one.addresses & other.addresses), _MOST_ADDRESSES)),
        "one-takes-back": float(one.is_off != other.is_off),
        "one-says-off": float(one.says_off != other.says_off),
        "put-right": right,
        "levels-apart": _apart(one.levels, other.levels),
        "seasons-apart": _apart(one.seasons, other.seasons),
        "years-apart": _apart(one.years, other.years),
        "runs": runs,
        "copy-other-headline": runs * (1 - max(found)),
        "copy-other-days": copied * (0.0 if day_share is None else 1 - day_share),
        "copy-other-figures": copied * (0.0 if figure_share is None else 1 - figure_share),
    }


def _spelled_out(traits: Traits, other: Traits) -> Mapping[str, float]:
    """The words, with what the other shortens to its initials."""
    words = dict(traits.words)
    for word, letters in other.shortened.items():
        if letters in traits.initials:
            words.setdefault(word, 1.0)
    return words


def _sum(words: Mapping[str, float]) -> float:
    return sum(weight * weight for weight in words.values())


def _shared(words: Mapping[str, float], others: Mapping[str, float]) -> float:
    return sum(weight * weight for word, weight in words.items() if word in others)


def _contained(headline: Mapping[str, float], words: Mapping[str, float]) -> float:
    return _shared(headline, words) / (_sum(headline) or 1.0)


def _days(one: Traits, other: Traits) -> tuple[int, float | None]:
    """How many days they share, and which part of the fewer; None where one names none."""
    fewer = min(len(one.days), len(other.days))
    if not fewer:
        return 0, None
    years = ((one.days[day], other.days[day]) for day in one.days.keys() & other.days.keys())
    shared = sum(not (mine and theirs and mine != theirs) for mine, theirs in years)
    return shared, shared / fewer


def _figures(one: Collection[str], other: Collection[str]) -> tuple[float, float | None]:
    fewer = min(_telling(one), _telling(other))
    shared = _telling(set(one) & set(other))
    return shared, shared / fewer if fewer else None


def _telling(figures: Collection[str]) -> float:
    """A single digit tells less than a sum or a time."""
    return sum(_SINGLE_DIGIT if len(figure) == 1 else 1.0 for figure in figures)


def _apart(one: frozenset[str], other: frozenset[str]) -> float:
    return float(bool(one) and bool(other) and one.isdisjoint(other))
