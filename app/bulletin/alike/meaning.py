"""How near are two items of the bulletin in what they mean, whatever their words?

Each as a whole, sentence by sentence, and each headline beside the other's sentences.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import mul

import re2

from app.bulletin.alike.directions import apart, places_of
from app.bulletin_ports import Meanings
from app.domain.item_text import ItemText

Vector = Sequence[float]

_READ_AT_MOST = 6_000
_MOST_SENTENCES = 12
_SHORTEST = 3
_FEW_BEST = 3
_LONGEST = 600
_ENDS = re2.compile(r"([.!?])\s+|\n+")


@dataclass(frozen=True, slots=True)
class Meaning:
    """The vectors of an item: of all of it, of its headline, and of its sentences, that one first.

    `places` is where all of it stands in the directions that tell news apart.
    """

    whole: Vector
    places: Vector
    headline: Vector
    sentences: tuple[Vector, ...]


def meaning_of(text: ItemText, meanings: Meanings) -> Meaning:
    """What an item means."""
    body = (text.body or text.summary)[:_READ_AT_MOST]
    sentences = [text.headline, *_sentences(body)][: _MOST_SENTENCES + 1]
    whole, *each = meanings.of([f"{text.headline}. {body}", *sentences])
    return Meaning(whole, places_of(whole), each[0], tuple(each))


def nearness(one: Meaning, other: Meaning) -> Mapping[str, float]:
    """How near two meanings are, each likeness by its name; 1 is the same."""
    table = [[_product(a, b) for b in other.sentences] for a in one.sentences]
    rows = [max(row) for row in table]
    columns = [max(column) for column in zip(*table, strict=True)]
    best = sorted([*(rows[1:] or rows), *(columns[1:] or columns)], reverse=True)[:_FEW_BEST]
    return {
        "meaning": _product(one.whole, other.whole),
        "meaning-of-sentences": min(sum(rows) / len(rows), sum(columns) / len(columns)),
        "meaning-of-best-sentences": sum(best) / len(best),
        "meaning-apart": apart(one.places, other.places),
        "meaning-of-headlines": min(rows[0], columns[0]),
    }


def _sentences(body: str) -> Iterator[str]:
    at = 0
    for match in _ENDS.finditer(body):
        sentence, at = body[at : match.start()] + (match[1] or ""), match.end()
        if len(sentence.split()) >= _SHORTEST:
            yield sentence[:_LONGEST]
    if len(body[at:].split()) >= _SHORTEST:
        yield body[at : at + _LONGEST]


def _product(one: Vector, other: Vector) -> float:
    return math.fsum(map(mul, one, other))
