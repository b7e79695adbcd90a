"""How are weights fitted that tell two kinds of mail apart, how well do they rank, and how are they kept?

Logistic regression with a penalty on the squares of its weights, by Newton's method. The first feature is one.
"""

from pathlib import Path
from typing import Any

import numpy as np

from bench.packing import packed

Table = Any
"""A numpy array of floats."""
_STEPS, _STILL = 25, 1e-9


def fit(
    features: Table, meant: Table, *, alone: float, counts: Table | float = 1.0, others: float = 1.0
) -> Table:
    """The weights (features,); of the first the penalty is `alone`, of the rest `others`. `counts`: of each mail."""
    weights, penalty = np.zeros(features.shape[1]), np.full(features.shape[1], others)
    penalty[0] = alone
    for _ in range(_STEPS):
        likely = 1 / (1 + np.exp(-features @ weights))
        slope = features.T @ (counts * (likely - meant)) + penalty * weights
        curve = (features.T * (counts * likely * (1 - likely))) @ features + np.diag(penalty)
        step = np.linalg.solve(curve, slope)
        weights -= step
        if abs(step).max() < _STILL:
            break
    return weights


def area(odds: Table, meant: Table) -> float:
    """How often one that was meant stands above one that was not; ties half."""
    above, below = odds[meant][:, None], odds[~meant][None, :]
    return float(((above > below) + 0.5 * (above == below)).mean())


def write(weights: Table, module: Path, question: str, command: str, reader: str) -> None:
    """As a module of Sendwell that answers `question`, with who wrote it and who reads it."""
    step, lines = packed(weights[1:])
    module.write_text(
        f'"""{question}\n\n'
        f"Written by ``python -m {command} --write``; read by ``{reader}``. One signed byte a weight,\n"
        'in steps of `STEP`; `ALONE` are the log odds before anything is weighed.\n"""\n\n'
        f"ALONE = {weights[0]:.6f}\nSTEP = {step:.9f}\nPACKED = (\n{lines}\n)\n",
        encoding="utf-8",
    )
