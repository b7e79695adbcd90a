"""Which words of a sentence decided its score?

A sentence is cut into clauses, and each is left out in turn: the run of clauses without which the logit
falls most decided. A sentence of one clause decides as a whole. Smaller pieces point at words that mean
nothing alone.
"""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from app import linear

Place = tuple[int, int]
Logits = NDArray[np.float64]

MOST_CLAUSES = 4
FEWEST_WORDS = 3

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


def without_each(sentence: str, parts: Sequence[Place]) -> list[str]:
    """What is left of the sentence without each of its clauses; nothing where there is only one."""
    return [sentence[:start] + sentence[end:] for start, end in parts] if len(parts) > 1 else []


def deciding_clauses(
    parts: Sequence[Place], whole: Logits, left: Logits, heard_from: Mapping[int, float]
) -> Mapping[int, Place]:
    """For each column of the logits, the clauses that speak most for it.

    `whole` (labels) is said of the sentence, `left` (clauses, labels) of what is left without each.
    `heard_from` gives the logit from which a column is heard: where one clause decides but the rest is heard
    as well, the whole sentence does.
    """
    if len(parts) == 1:
        return dict.fromkeys(heard_from, parts[0])
    drops = whole - left
    drops -= drops.mean(0)
    found = {}
    for column, floor in heard_from.items():
        first, last = heaviest_run([float(drop) for drop in drops[:, column]])
        if first == last and left[first, column] >= floor:
            first, last = 0, len(parts) - 1
        found[column] = parts[first][0], parts[last][1]
    return found


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
