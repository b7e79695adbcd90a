"""How sure is a measured share or area?

Wilson intervals for shares, bootstrap intervals for areas under the curve; both at 95 %. A share or an area
is written as a list: value, lower end, upper end.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.checks.tone.tones import HINT, MENTION, WARNING

Figures = dict[str, Any]
LEVELS = {str(level): level for level in (HINT, MENTION, WARNING)}
DRAWS = 300
FEWEST = 3  # positives, below which an area says nothing


def wilson(hits: int, total: int) -> list[float]:
    """A share with its interval."""
    if not total:
        return [0.0, 0.0, 1.0]
    share, z = hits / total, 1.96
    middle = (share + z * z / (2 * total)) / (1 + z * z / total)
    half = z * ((share * (1 - share) / total + z * z / (4 * total * total)) ** 0.5) / (1 + z * z / total)
    return [round(value, 4) for value in (share, max(0.0, middle - half), min(1.0, middle + half))]


def counted(flags: Sequence[bool]) -> Figures:
    """How many of how many, with the share."""
    return {"count": sum(flags), "of": len(flags), "share": wilson(sum(flags), len(flags))}


def precision_recall(truth: Sequence[bool], flagged: Sequence[bool]) -> Figures:
    """Precision and recall of flags."""
    right = sum(a and b for a, b in zip(truth, flagged, strict=True))
    return {
        "right": right,
        "flagged": sum(flagged),
        "there": sum(truth),
        "precision": wilson(right, sum(flagged)),
        "recall": wilson(right, sum(truth)),
    }


def area(truth: Sequence[bool], given: Sequence[float]) -> list[float] | None:
    """The area under the ROC curve with its interval; None where there are too few of a kind."""
    is_there, scores = np.array(truth, dtype=bool), np.array(given, dtype=np.float64)
    if not FEWEST <= is_there.sum() <= len(is_there) - FEWEST:
        return None
    chance = np.random.default_rng(0)
    drawn = []
    for _ in range(DRAWS):
        picked = chance.integers(0, len(scores), len(scores))
        if 0 < is_there[picked].sum() < len(picked):
            drawn.append(_area(is_there[picked], scores[picked]))
    low, high = np.quantile(drawn, [0.025, 0.975])
    return [round(float(value), 4) for value in (_area(is_there, scores), low, high)]


def _area(truth: NDArray[np.bool_], given: NDArray[np.float64]) -> float:
    """The chance that one that is there outranks one that is not; ties count half."""
    _, place, count = np.unique(given, return_inverse=True, return_counts=True)
    ranks = (np.cumsum(count) - (count - 1) / 2)[place]
    there = int(truth.sum())
    above = float(ranks[truth].sum()) - there * (there + 1) / 2
    return above / (there * (len(truth) - there))
