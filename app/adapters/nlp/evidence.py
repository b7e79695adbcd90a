"""Which words of a sentence decided its score?

The network gives every word piece its share of a label, and their mean is the sentence's logit; so the
words that decided are the run whose shares stand out most above the mean.
"""

import numpy as np
from numpy.typing import NDArray

from app.adapters.nlp.pieces import Pieces


def deciding_words(pieces: Pieces, shares: NDArray[np.float32]) -> tuple[int, int]:
    """The stretch of the sentence, in code points, whose words speak most for a label."""
    weights: list[float] = []
    places: list[tuple[int, int]] = []
    before: int | None = None
    middle = float(shares.mean())
    for at, word in enumerate(pieces.words):
        if word is None:
            continue
        start, end = pieces.places[at]
        if word == before:
            weights[-1] += float(shares[at]) - middle
            places[-1] = (places[-1][0], end)
        else:
            weights.append(float(shares[at]) - middle)
            places.append((start, end))
        before = word
    if not weights:
        return 0, 0
    first, last = heaviest_run(weights)
    return places[first][0], places[last][1]


def heaviest_run(weights: list[float]) -> tuple[int, int]:
    """First and last index of the run with the greatest sum (Kadane); at least one long."""
    best, run, begun = (weights[0], 0, 0), 0.0, 0
    for at, weight in enumerate(weights):
        if run <= 0:
            run, begun = 0.0, at
        run += weight
        if run > best[0]:
            best = (run, begun, at)
    return best[1], best[2]
