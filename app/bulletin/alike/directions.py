"""In which directions does what two items mean part, when they tell other news?

The published network tells how near two texts are. To an editor it does not matter in what voice they speak,
but thanks are not an invitation. Which differences matter was learnt from the pairs of ``bench/duplicates``.
The directions stand in ``packed_directions.py``, written by ``python -m bench.duplicates --fit --write``.
"""

from collections.abc import Sequence
from functools import cache
from operator import mul

from app.bulletin.alike.packed_directions import EACH, PACKED, STEP, WIDTH
from app.packed import unpacked

Vector = Sequence[float]


def places_of(vector: Vector) -> Vector:
    """Where a vector stands in each direction; those first in which it is no matter that items differ.

    Nothing for the vectors of another network.
    """
    if len(vector) != WIDTH:
        return ()
    return tuple(sum(map(mul, vector, direction)) for direction in _directions())


def apart(one: Vector, other: Vector) -> float:
    """How much the difference of two places tells for one news, or below zero against it."""
    squares = [(a - b) ** 2 for a, b in zip(one, other, strict=False)]
    return sum(squares[:EACH]) - sum(squares[EACH:])


@cache
def _directions() -> Sequence[Vector]:
    numbers = unpacked(PACKED, STEP)
    return [numbers[at : at + WIDTH] for at in range(0, len(numbers), WIDTH)]
