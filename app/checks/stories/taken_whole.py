"""Is a mail, taken as a whole, unlike one that tells somebody's private matter?

What its sentences mean together, as the language model has it halfway up, beside how surely they are heard to
tell it: a nomination, a job advert or a talk about football speaks of one person, and tells nothing. Learnt
from drafts of the mail model's corpus that it had not read, or hardly (``python -m bench.story_line``).
"""

from collections.abc import Sequence
from functools import cache
from math import log
from statistics import fmean

from app.checks.stories import packed_story
from app.checks.whole_mail import PAGE, meant_in
from app.domain.reading import Reading
from app.packed import unpacked, weigh

LET_GO = -0.5
"""Log odds, chosen by writers left out: of 15 stories that are not sure 3 are true below."""
_LEAST = 0.003


def is_unlike_a_story(reading: Reading, heard: float) -> bool:
    """Whether it is, `heard` so surely by its sentences together; nothing is said of more than a page."""
    odds = odds_of_story(reading, heard)
    return odds is not None and odds < LET_GO


def odds_of_story(reading: Reading, heard: float) -> float | None:
    """Log odds that it tells one; none of a mail without sentences, or of more than a page."""
    said = meant_in(reading)
    if not 0 < len(said) <= PAGE:
        return None
    labels, senses = _weights()
    meant = fmean(weigh(senses, one.sense) for _, one in said)
    return packed_story.ALONE + weigh(labels, heard_in(reading, heard)) + meant


def heard_in(reading: Reading, heard: float) -> Sequence[float]:
    """Log odds by its sentences together, and by the one that is surest, whoever it is about."""
    sentences = (*reading.subject_sentences, *reading.sentences)
    return [_log_odds(heard), _log_odds(max((one.story for one in sentences), default=0.0))]


def _log_odds(chance: float) -> float:
    kept = min(max(chance, _LEAST), 1 - _LEAST)
    return log(kept / (1 - kept))


@cache
def _weights() -> tuple[Sequence[float], Sequence[float]]:
    """Those of what is heard, then those of what it means."""
    weights = unpacked(packed_story.PACKED, packed_story.STEP)
    return weights[:2], weights[2:]
