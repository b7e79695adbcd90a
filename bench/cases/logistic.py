"""How are weights fitted that tell two kinds of mail apart, how is it told how well, and how are they kept?

Logistic regression with a penalty on the squares of its weights, by Newton's method. The first feature is one.
"""

import argparse
from collections.abc import Sequence
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


def is_to_be_written(question: str) -> bool:
    """Whether the command line of a fit asks for its weights to be written."""
    parser = argparse.ArgumentParser(
        description=question, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--write", action="store_true", help="write the weights")
    return bool(parser.parse_args().write)


def told(name: str, odds: Table, meant: Table, bars: Sequence[float]) -> str:
    """How many were meant and how many not, how well they are ranked, and how many of each reach some log odds."""
    ranked = f", area {area(odds, meant):.3f}" if 0 < meant.sum() < len(meant) else ""
    reached = "; ".join(
        f"from {bar}: {(odds[meant] >= bar).sum()} and {(odds[~meant] >= bar).sum()}" for bar in bars
    )
    return f"{name}: {meant.sum()} for it, {(~meant).sum()} not{ranked}; {reached}"


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
