"""In which directions of meaning do items of one news differ, and in which do items of other news?

Two low-rank tables of squares, added to what the regression says of a pair: differences in the first speak for one
news, differences in the second against it. Learnt by gradient descent (Adam), and stopped early: on files left
out more steps make it worse.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

EACH, STEPS = 12, 45
_RATE, _START, _SEED = 0.002, 0.05, 0
_FIRST, _SECOND = 0.9, 0.98

Array = NDArray[np.float64]
Vectors = NDArray[np.float32]


class Directions(NamedTuple):
    """The tables (width of vectors, directions), and what makes up for what they add on the whole."""

    nearer: Vectors
    farther: Vectors
    offset: float

    def says(self, apart: Vectors) -> Array:
        """What is said of pairs, by the differences of their vectors (pairs, width)."""
        told: Array = ((apart @ self.nearer) ** 2).sum(1) - ((apart @ self.farther) ** 2).sum(1)
        return told

    def strongest(self, each: int) -> "Directions":
        """The directions that say most, as many of each kind: nearly the same in fewer numbers."""
        values, vectors = np.linalg.eigh(self.nearer @ self.nearer.T - self.farther @ self.farther.T)
        scaled = vectors * np.sqrt(np.abs(values))
        return Directions(scaled[:, ::-1][:, :each], scaled[:, :each], self.offset)


def learn(apart: Vectors, scores: Array, truth: Array, counts: Array) -> Directions:
    """The directions that mend `scores`, which a regression gave to pairs that it was not fitted on."""
    chance = np.random.default_rng(_SEED)
    tables = [chance.normal(0, _START, (apart.shape[1], EACH)).astype(np.float32) for _ in range(2)]
    slow: Sequence[Vectors] = [np.zeros_like(table) for table in tables]
    fast: Sequence[Vectors] = [np.zeros_like(table) for table in tables]
    shares = counts / counts.sum()
    offset = -float(Directions(tables[0], tables[1], 0.0).says(apart).mean())
    for step in range(1, STEPS + 1):
        places = [apart @ table for table in tables]
        said = scores + offset + (places[0] ** 2).sum(1) - (places[1] ** 2).sum(1)
        error = (1 / (1 + np.exp(-said)) - truth) * shares
        offset -= 0.5 * float(error.sum())
        for at, sign in enumerate((2.0, -2.0)):
            slope = sign * apart.T @ (places[at] * error[:, None].astype(np.float32))
            slow[at][:] = _FIRST * slow[at] + (1 - _FIRST) * slope
            fast[at][:] = _SECOND * fast[at] + (1 - _SECOND) * slope**2
            root = np.sqrt(fast[at] / (1 - _SECOND**step)) + 1e-8
            tables[at] -= _RATE * slow[at] / (1 - _FIRST**step) / root
    return Directions(tables[0], tables[1], offset)
