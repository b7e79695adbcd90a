"""What probability does a raw logit stand for, by the greatest likelihood?

A slope and an offset for each label (Platt scaling), the slope held near that of all labels together, since
some labels have few examples.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

STEPS = 200
PULL = 4.0  # how strongly the slope of a label is held to the shared one; as many examples' worth
Table = NDArray[np.float64]
Calibration = dict[str, dict[str, float]]


def calibrated(labels: Sequence[str], logits: Table, cells: Table) -> tuple[Calibration, float]:
    """The calibration of each label, and the shared slope. A cell that is not asserted is not a number."""
    known = ~np.isnan(cells)
    shared, _ = fitted(logits[known], cells[known], None)
    calibration = {}
    for column, label in enumerate(labels):
        rows = known[:, column]
        slope, offset = fitted(logits[rows, column], cells[rows, column], shared)
        calibration[label] = {"slope": round(slope, 4), "offset": round(offset, 4)}
    return calibration, shared


def fitted(logits: Table, truth: Table, slope: float | None) -> tuple[float, float]:
    """Slope and offset of greatest likelihood (Newton's method), the slope pulled towards `slope`."""
    middle = 1.0 if slope is None else slope
    given = np.stack([logits, np.ones_like(logits)], 1)
    weights = np.array([middle, 0.0])
    pull = np.array([0.01 if slope is None else PULL, 0.01])
    for _ in range(STEPS):
        chances = 1 / (1 + np.exp(-given @ weights))
        slant = given.T @ (chances - truth) + pull * (weights - [middle, 0.0])
        bend = (given * (chances * (1 - chances))[:, None]).T @ given + np.diag(pull)
        step = np.linalg.solve(bend, slant)
        weights = weights - np.clip(step, -0.5, 0.5)
    return max(0.1, float(weights[0])), float(weights[1])
