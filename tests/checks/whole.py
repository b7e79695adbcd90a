"""What has a sentence to mean, in numbers, so that a mail of such sentences has the log odds that a test asks for?"""

from collections.abc import Sequence
from operator import mul

from app.checks import packed_gravity, packed_harm
from app.checks.sounding import labels_of
from app.domain.reading import Sentence
from app.packed import unpacked

_HARM = unpacked(packed_harm.PACKED, packed_harm.STEP)
_GRAVE = unpacked(packed_gravity.PACKED, packed_gravity.STEP)
_LABELS, _SENSES = _GRAVE[: -len(_HARM)], _GRAVE[-len(_HARM) :]


def sense_of(harm: float, gravity: float, like: Sentence) -> Sequence[float]:
    """Of a sentence with the labels of `like`: so much of each set of weights that both odds come out."""
    to_harm = harm - packed_harm.ALONE
    to_gravity = gravity - packed_gravity.ALONE - _dot(_LABELS, list(labels_of([like])))
    first, across, second = _dot(_HARM, _HARM), _dot(_HARM, _SENSES), _dot(_SENSES, _SENSES)
    area = first * second - across * across
    of_harm = (to_harm * second - to_gravity * across) / area
    of_gravity = (to_gravity * first - to_harm * across) / area
    return [of_harm * one + of_gravity * other for one, other in zip(_HARM, _SENSES, strict=True)]


def _dot(ones: Sequence[float], others: Sequence[float]) -> float:
    return float(sum(map(mul, ones, others)))
