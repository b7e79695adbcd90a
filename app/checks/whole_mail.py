"""How much does a mail, taken as a whole, read like harm, and how grave would it be?

What it sees: what its sentences mean together, as the language model has it halfway up, where no label has
taken hold yet; for how grave it is, also every label. Two sets of weights were learnt from made-up mails
(``python -m bench.cases.whole``): one tells what somebody should see from what is in order, the other what
was meant to hurt, take or hide from what a talk settles. Of a long letter its strongest stretch is weighed.

What it does not see: ill will in the best of manners, and whether it is a joke between friends.
"""

from collections.abc import Sequence
from functools import cache
from itertools import accumulate, islice
from math import inf
from statistics import fmean

from app.checks import packed_gravity, packed_harm
from app.checks.once import once_a_reading
from app.checks.sounding import labels_of
from app.checks.wording.said import sentences_in
from app.domain.draft import Field
from app.domain.reading import Reading, Sentence
from app.packed import unpacked, weigh

Weighed = tuple[Field, Sentence, float]
"""A sentence, where it stands, and what it adds to the log odds of harm if the mail had no other."""
PAGE = 24
"""Sentences of a letter that is weighed whole."""
STRETCH = 8
"""Sentences together that are weighed of a longer one: among more what is meant is lost."""
_FURTHEST = 240
"""So many sentences of a letter are looked at: ten pages."""


@once_a_reading
def strongest(reading: Reading) -> Sequence[Weighed]:
    """The subject's sentences and those of the text; of a long letter, the stretch that weighs most."""
    weights = _harm()
    weighed = [(field, one, weigh(weights, one.sense)) for field, one in meant_in(reading)]
    if len(weighed) <= PAGE:
        return weighed
    sums = list(accumulate((weight for *_, weight in weighed), initial=0.0))
    start = max(range(len(weighed) - STRETCH + 1), key=lambda at: sums[at + STRETCH] - sums[at])
    return weighed[start : start + STRETCH]


@once_a_reading
def meant_in(reading: Reading) -> Sequence[tuple[Field, Sentence]]:
    """The sentences whose meaning is known, the subject's first, and where they stand."""
    said = (
        *((Field.SUBJECT, one) for one in reading.subject_sentences),
        *((Field.BODY, one) for one in sentences_in(reading)),
    )
    return list(islice((one for one in said if len(one[1].sense) == len(_harm())), _FURTHEST))


def harm_of(weighed: Sequence[Weighed]) -> float:
    """Log odds that somebody should see it; none where nothing is said."""
    return packed_harm.ALONE + fmean(weight for *_, weight in weighed) if weighed else -inf


def gravity_of(weighed: Sequence[Weighed]) -> float:
    """Log odds that it was meant, if it is not in order; none where nothing is said."""
    if not weighed:
        return -inf
    said = [one for _, one, _ in weighed]
    labels, senses = _gravity()
    heard = weigh(labels, list(labels_of(said)))
    return packed_gravity.ALONE + heard + fmean(weigh(senses, one.sense) for one in said)


@cache
def _harm() -> Sequence[float]:
    return unpacked(packed_harm.PACKED, packed_harm.STEP)


@cache
def _gravity() -> tuple[Sequence[float], Sequence[float]]:
    """Those of the labels, then those of what it means."""
    weights = unpacked(packed_gravity.PACKED, packed_gravity.STEP)
    labels = len(weights) - len(_harm())
    return weights[:labels], weights[labels:]
