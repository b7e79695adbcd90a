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
_OUTSIDE = 0
_IMPOSSIBLE = -1e4
_PERSON = [at for at, tag in enumerate(TAGS) if tag.endswith("P")]
_BEGINNINGS = range(1, len(TAGS), 2)
"""Tags that begin a name; the tag for its inside comes next."""
_NO_NAME = float(np.log(1e-3))
_SURELY_NONE = -7.0
"""Below this log-odds of every tag no word is told, not even faintly: e^-7 is under both limits."""
_LEAST = 1e-9


@dataclass(frozen=True, slots=True)
class Found:
    """A name: code points of the sentence, end excluded; `kind` is P, L or O."""

    kind: str
    start: int
    end: int
    confidence: float


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
    if (scores[:, 1:].max(1) - scores[:, _OUTSIDE]).max() < _SURELY_NONE:
        return []
    scores -= scores.max(1, keepdims=True)
    chances = np.exp(scores)
    chances /= chances.sum(1, keepdims=True)
    path = _best_path(np.log(chances + _LEAST))
    persons: list[float] = chances[:, _PERSON].sum(1).tolist()
    names: list[Found] = []
    for at, tag in enumerate(path):
        if tag == _OUTSIDE:
            if persons[at] >= FAINT and pieces.shapes[firsts[at]] == Shape.CAPITALISED:
                start = pieces.places[firsts[at]][0]
                names.append(Found("P", start, ends[at], min(persons[at], MOST_FAINT)))
            continue
        kind, start = TAGS[tag][2:], pieces.places[firsts[at]][0]
        sure = float(1 - chances[at, _OUTSIDE])
        if TAGS[tag].startswith("I-") and names:
            names[-1] = Found(kind, names[-1].start, ends[at], min(names[-1].confidence, sure))
        else:
            names.append(Found(kind, start, ends[at], sure))
    return names


def _best_path(scores: NDArray[np.float64]) -> list[int]:
    """The likeliest sequence of tags in which every inside follows its beginning or its inside (Viterbi)."""
    if not scores[:, 1:].max() > _NO_NAME:
        return [_OUTSIDE] * len(scores)
    rows: list[list[float]] = scores.tolist()
    best = [_IMPOSSIBLE if tag.startswith("I-") else score for tag, score in zip(TAGS, rows[0], strict=True)]
    steps: list[list[int]] = []
    for row in rows[1:]:
        likeliest = max(range(len(TAGS)), key=best.__getitem__)
        came = [likeliest] * len(TAGS)
        for begins in _BEGINNINGS:
            came[begins + 1] = begins if best[begins] >= best[begins + 1] else begins + 1
        best = [best[before] + score for before, score in zip(came, row, strict=True)]
        steps.append(came)
    path = [max(range(len(TAGS)), key=best.__getitem__)]
    for came in reversed(steps):
        path.append(came[path[-1]])
    return path[::-1]
