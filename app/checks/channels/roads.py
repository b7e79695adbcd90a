"""What does a mail, taken as a whole, call for: a channel that is private, or a telephone call?

What all its sentences mean together, as the language model has it halfway up, where no label has taken
hold yet. Many say a private matter, or that something cannot wait, in no single sentence that a label
hears. Learnt from the routed drafts that may be read, beside ordinary mail
(``python -m bench.routing.learn``). These are log odds; what follows of them, the checks weigh with what
else stands in the mail.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from statistics import fmean

from app.checks.channels import packed_call, packed_family, packed_private
from app.checks.once import once_a_reading
from app.checks.whole_mail import PAGE, meant_in
from app.domain.reading import Reading
from app.packed import unpacked, weigh

MOST = PAGE
"""Sentences that a mail may have: nothing is said of longer ones, as few were learnt from."""

_STANDARD = -2.0
"""Log odds: 2 of 183 mails that a family should hear are below, 92 of 184 others, by writers left out."""


@dataclass(frozen=True, slots=True)
class Odds:
    """Log odds: for a channel that is private, for a call to a school, for a call to a family."""

    private: float
    call: float
    family: float


@once_a_reading
def odds_of(reading: Reading) -> Odds | None:
    """What it calls for; nothing is said of a mail without sentences, or of one that is too long."""
    senses = senses_of(reading)
    if not 0 < len(senses) <= MOST:
        return None
    return Odds(*(alone + fmean(weigh(row, sense) for sense in senses) for alone, row in _weights()))


def is_private(reading: Reading, least: float) -> bool:
    """Whether the odds that it tells somebody's private matter are at least so much."""
    odds = odds_of(reading)
    return odds is not None and odds.private >= least


def is_standard_letter(reading: Reading) -> bool:
    """Whether it is quite unlike what a family should hear by voice: a decision, a reminder, small news."""
    odds = odds_of(reading)
    return odds is not None and odds.family < _STANDARD


def senses_of(reading: Reading) -> Sequence[Sequence[float]]:
    """What each sentence means: the subject's, then those of the text, one more than may be at most."""
    return [one.sense for _, one in meant_in(reading)[: MOST + 1]]


@cache
def _weights() -> tuple[tuple[float, Sequence[float]], ...]:
    return tuple(
        (fitted.ALONE, unpacked(fitted.PACKED, fitted.STEP))
        for fitted in (packed_private, packed_call, packed_family)
    )
