"""Which words of a sentence name somebody or something?

Reads the tags that the network gives to word pieces: the best path of beginnings and insides, a word
speaking by its first piece. A name's confidence is the probability of its least sure word. The network errs
on the side of no name, most where a name is an ordinary word too: a capitalised word that it leaves out but
does not rule out is told as a faint name, for rules to judge.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.adapters.nlp.pieces import Pieces, Shape

TAGS = ("O", "B-P", "I-P", "B-L", "I-L", "B-O", "I-O")
FAINT = 0.005
"""The least chance of a person at which a capitalised word is told."""
MOST_FAINT = 0.29
"""Below every name that the network itself tells."""
_FORBIDDEN = -1e4
_PERSON = [at for at, tag in enumerate(TAGS) if tag.endswith("P")]


@dataclass(frozen=True, slots=True)
class Found:
    """A name: code points of the sentence, end excluded; `kind` is P, L or O."""

    kind: str
    start: int
    end: int
    confidence: float


def _allowed() -> NDArray[np.float64]:
    """0 where the second tag may follow the first: an inside needs its beginning."""
    table = np.zeros((len(TAGS), len(TAGS)))
    for at, before in enumerate(TAGS):
        for to, after in enumerate(TAGS):
            if after.startswith("I-") and before[2:] != after[2:]:
                table[at, to] = _FORBIDDEN
    return table


_MOVES = _allowed()
_START = np.array([_FORBIDDEN if tag.startswith("I-") else 0.0 for tag in TAGS])


def found_names(pieces: Pieces, logits: NDArray[np.float32]) -> list[Found]:
    """The names of a sentence, from its tag logits (pieces, tags)."""
    firsts: list[int] = []
    ends: list[int] = []
    before: int | None = None
    for at, word in enumerate(pieces.words):
        if word is None:
            continue
        if word == before:
            ends[-1] = pieces.places[at][1]
        else:
            firsts.append(at)
            ends.append(pieces.places[at][1])
        before = word
    if not firsts:
        return []
    scores = logits[firsts].astype(np.float64)
    scores -= scores.max(1, keepdims=True)
    chances = np.exp(scores)
    chances /= chances.sum(1, keepdims=True)
    names: list[Found] = []
    for at, tag in enumerate(_best_path(np.log(chances + 1e-9))):
        if tag == 0:
            chance = float(chances[at, _PERSON].sum())
            if chance >= FAINT and pieces.shapes[firsts[at]] == Shape.CAPITALISED:
                names.append(Found("P", pieces.places[firsts[at]][0], ends[at], min(chance, MOST_FAINT)))
            continue
        kind, start = TAGS[tag][2:], pieces.places[firsts[at]][0]
        sure = float(1 - chances[at, 0])
        if TAGS[tag].startswith("I-") and names:
            names[-1] = Found(kind, names[-1].start, ends[at], min(names[-1].confidence, sure))
        else:
            names.append(Found(kind, start, ends[at], sure))
    return names


def _best_path(scores: NDArray[np.float64]) -> list[int]:
    """The likeliest allowed sequence of tags (Viterbi)."""
    if not scores[:, 1:].max() > np.log(1e-3):
        return [0] * len(scores)
    best = scores[0] + _START
    back: list[NDArray[np.intp]] = []
    for row in scores[1:]:
        reached = best[:, None] + _MOVES
        back.append(reached.argmax(0))
        best = reached.max(0) + row
    path = [int(best.argmax())]
    for step in reversed(back):
        path.append(int(step[path[-1]]))
    return path[::-1]
