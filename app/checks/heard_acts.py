"""In which sentences did the language model hear something done that phrases alone do not tell?

Readers chosen for a reason, a law behind a date, danger now, words that are better heard than read: people
say these in more ways than a list of phrases holds. The whole sentence is pointed at, as for what is said
in it. One sentence that is heard for certain is enough; several that are half heard add up, and are for the
checks to weigh with something else that stands in the mail.
"""

from itertools import islice
from math import prod

from app.checks.pointing import in_body, in_subject
from app.checks.wording.said import sentences_in
from app.domain.finding import Span
from app.domain.reading import Act, Reading, Sentence

_HEARD = 0.8
_FAINT = 0.15
_MOST_SPANS = 5


def sentences_heard(reading: Reading, act: Act, least: float = _HEARD) -> list[Sentence]:
    """The first sentences of the author's own text in which `act` is heard, by default for certain."""
    heard = (s for s in sentences_in(reading) if s.act.get(act, 0.0) >= least)
    return list(islice(heard, _MOST_SPANS))


def heard(reading: Reading, act: Act, least: float = _HEARD) -> tuple[Span, ...]:
    """The same as places, then the subject where it is heard there."""
    body = tuple(in_body(reading, s.start, s.end) for s in sentences_heard(reading, act, least))
    title = tuple(
        in_subject(reading, s.start, s.end) for s in reading.subject_sentences if s.act.get(act, 0.0) >= least
    )
    return (*body, *title[:_MOST_SPANS])


def surest(reading: Reading, act: Act) -> float:
    """How surely `act` is heard where it is heard best, subject or body; 0 to 1."""
    return max((s.act.get(act, 0.0) for s in _all(reading)), default=0.0)


def news_beside(reading: Reading) -> float:
    """How surely any sentence of the body speaks to many; 0 to 1."""
    return max((s.act.get(Act.ANNOUNCEMENT, 0.0) for s in reading.sentences), default=0.0)


def together(reading: Reading, act: Act) -> float:
    """How surely `act` is heard in the mail as a whole, 0 to 1: faint sentences add up, very faint do not."""
    scores = (s.act.get(act, 0.0) for s in _all(reading))
    return 1 - prod(1 - score for score in scores if score >= _FAINT)


def _all(reading: Reading) -> tuple[Sentence, ...]:
    return (*reading.subject_sentences, *sentences_in(reading))
