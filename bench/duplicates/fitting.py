"""Which weights tell pairs of items apart best?

A logistic regression with a penalty on large weights, by Newton's method: few features, few pairs.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

_STEPS, _PENALTY, _FOLDS = 15, 1.5, 8

Array = NDArray[np.float64]


class Example(NamedTuple):
    """The features of a pair, whether it is the same news, and how much it counts."""

    features: Mapping[str, float]
    same: bool
    counts: float = 1.0
    family: str = ""
    file: str = ""


class Fitted(NamedTuple):
    """What was fitted."""

    bias: float
    weights: Mapping[str, float]

    def finds(self, features: Mapping[str, float]) -> bool:
        """Whether a pair is taken for the same news."""
        return self.bias + sum(self.weights[name] * value for name, value in features.items()) > 0


class Rates(NamedTuple):
    """Precision and recall."""

    precision: float
    recall: float


def fit(examples: Sequence[Example]) -> Fitted:
    """Bias and weights by feature."""
    names = list(examples[0].features)
    table = np.array([[one.features[name] for name in names] for one in examples])
    truth = np.array([float(one.same) for one in examples])
    counts = np.array([one.counts for one in examples])
    mean, spread = table.mean(0), table.std(0) + 1e-6
    fitted = _newton(np.hstack([(table - mean) / spread, np.ones((len(table), 1))]), truth, counts)
    weights = fitted[:-1] / spread
    return Fitted(float(fitted[-1] - weights @ mean), dict(zip(names, map(float, weights), strict=True)))


def _newton(table: Array, truth: Array, counts: Array) -> Array:
    """Weights by column; the last, of ones, is not held back."""
    weights = np.zeros(table.shape[1])
    penalty = np.diag([*[_PENALTY] * (len(weights) - 1), 1e-6])
    for _ in range(_STEPS):
        chance = 1 / (1 + np.exp(-(table @ weights)))
        slope = table.T @ ((chance - truth) * counts) + penalty @ weights
        bend = (table * (counts * chance * (1 - chance))[:, None]).T @ table + penalty
        weights -= np.linalg.solve(bend, slope)
    return weights


def left_out(examples: Sequence[Example], added: Sequence[Example], seed: int = 0) -> Rates:
    """What is reached on families that the weights were not fitted on, in eight parts."""
    families = sorted({one.family for one in examples})
    part_of = dict(
        zip(families, np.random.default_rng(seed).permutation(len(families)) % _FOLDS, strict=True)
    )
    return _rates(_judged(examples, added, lambda one: part_of[one.family]))


def files_left_out(examples: Sequence[Example], added: Sequence[Example]) -> Mapping[str, Rates]:
    """What is reached on each file, by weights fitted on the others."""
    judged = list(_judged(examples, added, lambda one: one.file))
    return {
        file: _rates(two for two in judged if two[0].file == file)
        for file in sorted({one.file for one in examples})
    }


def _judged(
    examples: Sequence[Example], added: Sequence[Example], part: Callable[[Example], object]
) -> Iterable[tuple[Example, bool]]:
    for name in {part(one) for one in examples}:
        fitted = fit([*(one for one in examples if part(one) != name), *added])
        yield from ((one, fitted.finds(one.features)) for one in examples if part(one) == name)


def _rates(judged: Iterable[tuple[Example, bool]]) -> Rates:
    """Of pairs that were written as such; those that follow from them are only fitted on."""
    written = [(one.same, is_found) for one, is_found in judged if one.counts == 1]
    hits = sum(same and is_found for same, is_found in written)
    found, true = sum(is_found for _, is_found in written), sum(same for same, _ in written)
    return Rates(hits / max(found, 1), hits / max(true, 1))
