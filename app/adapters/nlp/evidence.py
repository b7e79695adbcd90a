"""Which words of a sentence decided its score?

A sentence is cut into clauses. Those with the piece that speaks loudest are left out once: if the rest is not
heard any more, they decided, else the sentence did, as one of a single clause does. Leaving out each clause
in turn points no better and costs three times as much. Smaller pieces point at words that mean nothing alone.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from app import linear

Place = tuple[int, int]
Logits = NDArray[np.float64]

MOST_CLAUSES = 4
FEWEST_WORDS = 3
_SILENT = -100.0  # quieter than any piece

_BREAK = linear.compile(
    r"[,;:()\x{2013}\x{2014}]+\s+|\s+-\s+"
    r"|\s((?i:and|but|or|because|although|though|unless|until|while|whereas|if|when|which|who|since|before|after)\s"
    r"|(?i:so)\s(?i:i|you|we|he|she|it|they|that|there|the|please|do|don['\x{2019}]t)\b)"
)


def clauses(sentence: str) -> list[Place]:
    """The clauses in order and without gaps, none too short to mean something: at most `MOST_CLAUSES`."""
    cuts = [match.start(1) if match[1] else match.end() for match in _BREAK.finditer(sentence)]
    ends = sorted({*cuts, len(sentence)} - {0})
    parts = list(zip([0, *ends], ends, strict=False))
    sizes = [len(sentence[start:end].split()) for start, end in parts]
    while len(parts) > 1 and (min(sizes) < FEWEST_WORDS or len(parts) > MOST_CLAUSES):
        first = _shorter_side(sizes, sizes.index(min(sizes)))
        parts[first : first + 2] = [(parts[first][0], parts[first + 1][1])]
        sizes[first : first + 2] = [sizes[first] + sizes[first + 1]]
    return parts


def _shorter_side(sizes: Sequence[int], at: int) -> int:
    """The first of two neighbours that become one: the smallest and the smaller one beside it."""
    is_last = at == len(sizes) - 1
    return at - 1 if is_last or (at > 0 and sizes[at - 1] <= sizes[at + 1]) else at


def loudest_clauses(
    parts: Sequence[Place], pieces: Sequence[Place], shares: NDArray[np.float32], columns: Iterable[int]
) -> dict[int, Place]:
    """For each column, the run of clauses whose loudest pieces stand out most.

    `pieces` are the places of the word pieces in the sentence, `shares` (pieces, labels) what each says.
    """
    ends = [end for _, end in parts]
    owner = np.array([bisect_right(ends, start) for start, _ in pieces])
    peaks = np.array([shares[owner == at].max(0, initial=_SILENT) for at in range(len(parts))])
    peaks -= peaks.mean(0)
    found = {}
    for column in columns:
        first, last = heaviest_run([float(peak) for peak in peaks[:, column]])
        found[column] = parts[first][0], parts[last][1]
    return found


def without(sentence: str, place: Place) -> str:
    """What is left of the sentence without one stretch."""
    return sentence[: place[0]] + sentence[place[1] :]


def heaviest_run(weights: Sequence[float]) -> tuple[int, int]:
    """First and last index of the run with the greatest sum (Kadane); at least one long."""
    best, run, begun = (weights[0], 0, 0), 0.0, 0
    for at, weight in enumerate(weights):
        if run <= 0:
            run, begun = 0.0, at
        run += weight
        if run > best[0]:
            best = (run, begun, at)
    return best[1], best[2]
