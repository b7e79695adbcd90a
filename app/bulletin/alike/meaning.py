"""How near are two items of the bulletin in what they mean, whatever their words?

Each as a whole, and each word of one beside the other's (``left_over.py``).
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import mul

from app.bulletin.alike.directions import apart, places_of
from app.bulletin.alike.left_over import Told, left_over, told_by
from app.bulletin_ports import Meanings
from app.domain.item_text import ItemText

Vector = Sequence[float]

_READ_AT_MOST = 6_000


@dataclass(frozen=True, slots=True)
class Meaning:
    """What an item means: the vector of all of it, where that stands in the directions, and its words."""

    whole: Vector
    places: Vector
    told: Told


def meaning_of(text: ItemText, meanings: Meanings) -> Meaning:
    """What an item means."""
    whole = f"{text.headline}. {(text.body or text.summary)[:_READ_AT_MOST]}"
    read = meanings.read(whole)
    return Meaning(read.vector, places_of(read.vector), told_by(whole, len(text.headline), read))


def nearness(one: Meaning, other: Meaning) -> Mapping[str, float]:
    """How near two meanings are, each likeness by its name; 1 is the same."""
    return {
        "meaning": math.fsum(map(mul, one.whole, other.whole)),
        "meaning-apart": apart(one.places, other.places),
        **left_over(one.told, other.told),
    }
