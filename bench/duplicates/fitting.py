"""Which weights tell pairs of items apart best?

A logistic regression with a penalty on large weights, by Newton's method: few features, few pairs. What it makes of
pairs that it was not fitted on is mended by directions of meaning (``directions.py``).
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from app.bulletin.alike.common_ground import lack
from bench.duplicates.directions import Directions, Vectors, learn

_STEPS, _FOLDS = 8, 8
_PENALTY, _PENALTY_OF_RESTS = 3.0, 10.0

Array = NDArray[np.float64]


class Example(NamedTuple):
    """The features of a pair, how its vectors differ, whether it is the same news, and how much it counts.

    `rest` is what one tells beyond the other, as a vector; `ground` is how much the two have in common at all.
    """

    features: Mapping[str, float]
    apart: Sequence[float]
    rest: Vectors
    same: bool
    ground: float
    counts: float = 1.0
    family: str = ""
    file: str = ""


class Fitted(NamedTuple):
    """What was fitted: features, and which words matter when they are left over; directions on top of them."""

    bias: float
    weights: Mapping[str, float]
    leaning: Array
    directions: Directions

    def scores(self, examples: Sequence[Example]) -> Array:
        """What speaks for one news, but for what they lack in common."""
        told = _table(examples, list(self.weights)) @ np.array(list(self.weights.values()))
        meant = self.directions.says(_apart(examples)) + _rests(examples) @ self.leaning
        scores: Array = self.bias + told + meant
        return scores

    def finds(self, examples: Sequence[Example]) -> Sequence[bool]:
        """Which pairs are taken for the same news."""
        scores = self.scores(examples)
        return [bool(score > lack(one.ground)) for score, one in zip(scores, examples, strict=True)]


class Rates(NamedTuple):
    """Precision and recall."""

    precision: float
    recall: float


def fit(examples: Sequence[Example], each: int | None = None) -> Fitted:
    """Bias, weights by feature, and directions, `each` of both kinds or all."""
    names = list(examples[0].features)
    table, rests = _table(examples, names), _rests(examples)
    truth, counts = _truth(examples), _counts(examples)
    scores = np.zeros(len(examples))
    for part in range(_FOLDS):
        inside = np.array([_part(one, at) == part for at, one in enumerate(examples)])
        bias, weights, leaning = _regressed(table[~inside], rests[~inside], truth[~inside], counts[~inside])
        scores[inside] = bias + table[inside] @ weights + rests[inside] @ leaning
    directions = learn(_apart(examples), scores, truth, counts)
    bias, weights, leaning = _regressed(table, rests, truth, counts)
    if each:
        directions = directions.strongest(each)
    named = dict(zip(names, map(float, weights), strict=True))
    return Fitted(bias + directions.offset, named, leaning, directions)


def _part(one: Example, at: int) -> int:
    """Families are never parted; those who belong to none go anywhere."""
    return (sum(one.family.encode()) if one.family else at) % _FOLDS


def _table(examples: Sequence[Example], names: Sequence[str]) -> Array:
    return np.array([[one.features[name] for name in names] for one in examples])


def _apart(examples: Sequence[Example]) -> Vectors:
    return np.array([one.apart for one in examples], np.float32)


def _rests(examples: Sequence[Example]) -> Array:
    return np.array([one.rest for one in examples], np.float64)


def _truth(examples: Sequence[Example]) -> Array:
    return np.array([float(one.same) for one in examples])


def _counts(examples: Sequence[Example]) -> Array:
    return np.array([one.counts for one in examples])


def _regressed(table: Array, rests: Array, truth: Array, counts: Array) -> tuple[float, Array, Array]:
    """The bias, the weights by column, and those of what is left over."""
    mean, spread = table.mean(0), table.std(0) + 1e-6
    whole = np.hstack([(table - mean) / spread, rests, np.ones((len(table), 1))])
    held = [_PENALTY] * len(mean) + [_PENALTY_OF_RESTS] * rests.shape[1] + [1e-6]
    fitted = _newton(whole, truth, counts, np.diag(held))
    weights = fitted[: len(mean)] / spread
    return float(fitted[-1] - weights @ mean), weights, fitted[len(mean) : -1]


def _newton(table: Array, truth: Array, counts: Array, penalty: Array) -> Array:
    """Weights by column, held back by `penalty`."""
    weights = np.zeros(table.shape[1])
    for _ in range(_STEPS):
        chance = 1 / (1 + np.exp(-(table @ weights)))
        slope = table.T @ ((chance - truth) * counts) + penalty @ weights
        bend = (table * (counts * chance * (1 - chance))[:, None]).T @ table + penalty
        weights -= np.linalg.solve(bend, slope)
    return weights


def files_left_out(examples: Sequence[Example], added: Sequence[Example]) -> Mapping[str, Rates]:
    """What is reached on each file, and on all together, by what was fitted on the others."""
    judged = list(_judged(examples, added))
    rates = {
        file: _rates(two for two in judged if two[0].file == file)
        for file in sorted({one.file for one in examples})
    }
    return {**rates, "each file": _rates(judged)}


def _judged(examples: Sequence[Example], added: Sequence[Example]) -> Iterable[tuple[Example, bool]]:
    for file in {one.file for one in examples}:
        inside = [one for one in examples if one.file == file]
        fitted = fit([*(one for one in examples if one.file != file), *added])
        yield from zip(inside, fitted.finds(inside), strict=True)


def _rates(judged: Iterable[tuple[Example, bool]]) -> Rates:
    """Of pairs that were written as such; those that follow from them are only fitted on."""
    written = [(one.same, is_found) for one, is_found in judged if one.counts == 1]
    hits = sum(same and is_found for same, is_found in written)
    found, true = sum(is_found for _, is_found in written), sum(same for same, _ in written)
    return Rates(hits / max(found, 1), hits / max(true, 1))
