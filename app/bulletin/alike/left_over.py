"""What does each of two items tell that the other does not tell in any words?

Each word is laid beside the word of the other item that comes nearest to it in what it means there. A word
that finds none is left over: in the same news told anew hardly any that says much, in other news of the same
team the very ones that make it other news. Which words matter when they are left over was learnt from the
pairs of ``bench/duplicates`` (``packed_leaning.py``).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from app.bulletin.alike.everyday_words import weight_of
from app.bulletin.alike.packed_leaning import PACKED, STEP
from app.bulletin.alike.same_words import common, stem
from app.bulletin_ports import Read
from app.packed import unpacked

Numbers = NDArray[np.float32]

_FAR, _FARTHEST = 0.45, 0.35
_WORST = 4
_TELLING = 0.5
_RARE = 0.99
_LEFT_OF_SHARED = 0.3
"""A word that the other has too, elsewhere or in another sense, is left over as far as this."""
_NOTHING_LEFT = 1.0


@dataclass(frozen=True, slots=True)
class Told:
    """The words of an item: what each is compared by, how much it tells, whether the headline says it.

    `meant` is what each means where it stands (words, width), each of length one.
    """

    words: Sequence[str]
    weights: Numbers
    opens: Numbers
    meant: NDArray[np.float16]


class Rest(NamedTuple):
    """What one item tells beyond the other: its likenesses by name, and how much is left of each word."""

    likeness: Mapping[str, float]
    left: Numbers


def told_by(text: str, headline: int, read: Read) -> Told:
    """The words of a text whose first `headline` code points are its headline."""
    words = [text[start:end].casefold() for start, end in read.places]
    tells = [at for at, word in enumerate(words) if word[:1].isalnum()]
    return Told(
        tuple(common(stem(words[at])) for at in tells),
        np.array([1.0 if words[at][0].isdigit() else weight_of(stem(words[at])) for at in tells], np.float32),
        np.array([read.places[at][0] < headline for at in tells], np.float32),
        np.array([read.words[at] for at in tells], np.float16).reshape(len(tells), len(read.vector)),
    )


def left_over(one: Told, other: Told) -> Mapping[str, float]:
    """How well each is told by the other, least and most, and what the words that are left speak for."""
    mine, theirs, less = _both(one, other)
    return {**dict(_ends(mine.likeness, theirs.likeness)), "left-leaning": _leaning(*less)}


def rest_of(one: Told, other: Told) -> Numbers:
    """What is left of the item of which less is left, as one vector (width): what leaning is learnt from."""
    _, _, (told, left) = _both(one, other)
    summed: Numbers = left @ told.meant.astype(np.float32)
    return summed


def _both(one: Told, other: Told) -> tuple[Rest, Rest, tuple[Told, Numbers]]:
    near = one.meant.astype(np.float32) @ other.meant.astype(np.float32).T
    mine, theirs = _rest(one, other, near), _rest(other, one, near.T)
    less = (one, mine.left) if mine.left.sum() <= theirs.left.sum() else (other, theirs.left)
    return mine, theirs, less


def _rest(one: Told, other: Told, near: Numbers) -> Rest:
    nearest = near.max(1, initial=-1.0)
    has = set(other.words)
    shared = np.array([word in has for word in one.words], np.float32)
    own = one.weights * (1 - shared)
    telling = np.sort(nearest[one.weights >= _TELLING])[:_WORST]
    worst = np.append(telling, np.ones(_WORST - len(telling), np.float32))
    likeness = {
        "left-own-nearest": _mean(nearest, own),
        "left-own": float(np.log1p(own.sum())),
        "left-worst": float(worst.mean()),
        "left-far": _mean((nearest < _FAR).astype(np.float32), one.weights, 0.0),
        "left-farthest": _mean((nearest < _FARTHEST).astype(np.float32), one.weights, 0.0),
        "left-rare-nearest": _mean(nearest, one.weights * (one.weights > _RARE)),
        "left-headline-nearest": _mean(nearest, one.weights * one.opens),
    }
    kept = 1 - (1 - _LEFT_OF_SHARED) * shared
    return Rest(likeness, one.weights * kept * np.clip(1 - nearest, 0, 1))


def _mean(values: Numbers, weights: Numbers, else_: float = _NOTHING_LEFT) -> float:
    whole = float(weights.sum())
    return float(values @ weights) / whole if whole else else_


def _ends(mine: Mapping[str, float], theirs: Mapping[str, float]) -> Iterator[tuple[str, float]]:
    for name, value in mine.items():
        yield f"{name}-least", min(value, theirs[name])
        yield f"{name}-most", max(value, theirs[name])


def _leaning(told: Told, left: Numbers) -> float:
    """How much what is left speaks for one news; nothing by the vectors of another network."""
    learnt = _learnt()
    return float(left @ (told.meant @ learnt)) if told.meant.shape[1:] == learnt.shape else 0.0


@cache
def _learnt() -> Numbers:
    return np.array(unpacked(PACKED, STEP), np.float32)
