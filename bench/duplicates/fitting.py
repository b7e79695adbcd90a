"""Which weights tell pairs of items apart best?

A logistic regression with a penalty on large weights, by gradient descent: few features, few pairs.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

_STEPS, _RATE, _PENALTY, _FOLDS = 1500, 0.5, 2.0, 8

Array = NDArray[np.float64]


class Example(NamedTuple):
    """The features of a pair, whether it is the same news, and how much it counts."""

    features: Mapping[str, float]
    same: bool
    counts: float = 1.0


def fit(examples: Sequence[Example]) -> tuple[float, Mapping[str, float]]:
    """Bias and weights by feature."""
    names = list(examples[0].features)
    table = np.array([[one.features[name] for name in names] for one in examples])
    truth = np.array([float(one.same) for one in examples])
    counts = np.array([one.counts for one in examples])
    mean, spread = table.mean(0), table.std(0) + 1e-9
    weights, bias = _descend((table - mean) / spread, truth, counts)
    weights = weights / spread
    return float(bias - weights @ mean), dict(zip(names, map(float, weights), strict=True))


def _descend(table: Array, truth: Array, counts: Array) -> tuple[Array, float]:
    weights, bias = np.zeros(table.shape[1]), 0.0
    for _ in range(_STEPS):
        off = (1 / (1 + np.exp(-(table @ weights + bias))) - truth) * counts
        weights -= _RATE * (table.T @ off / counts.sum() + _PENALTY * weights / counts.sum())
        bias -= float(_RATE * off.sum() / counts.sum())
    return weights, bias


def held_out(judged: Sequence[Example], added: Sequence[Example]) -> tuple[float, float]:
    """Precision and recall on judged pairs that the weights were not fitted on."""
    order = np.random.default_rng(0).permutation(len(judged))
    found = true = hits = 0
    for fold in range(_FOLDS):
        left_out = set(order[fold::_FOLDS].tolist())
        bias, weights = fit([*(one for i, one in enumerate(judged) if i not in left_out), *added])
        for i in left_out:
            is_found = bias + sum(weights[n] * v for n, v in judged[i].features.items()) > 0
            found, true = found + is_found, true + judged[i].same
            hits += is_found and judged[i].same
    return hits / found, hits / true
