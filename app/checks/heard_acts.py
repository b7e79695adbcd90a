"""In which sentences did the language model hear something done that phrases alone do not tell?

Readers chosen for a reason, a law behind a date, danger now, words that are better heard than read: people
say these in more ways than a list of phrases holds. The whole sentence is pointed at, as for what is said
in it.
"""

from itertools import islice

from app.checks.pointing import in_body
from app.checks.wording.said import sentences_in
from app.domain.finding import Span
from app.domain.reading import Act, Reading, Sentence

_HEARD = 0.8
_MOST_SPANS = 5


def sentences_heard(reading: Reading, act: Act) -> list[Sentence]:
    """The first sentences of the author's own text in which `act` is heard for certain."""
    heard = (s for s in sentences_in(reading) if s.act.get(act, 0.0) >= _HEARD)
    return list(islice(heard, _MOST_SPANS))


def heard(reading: Reading, act: Act) -> tuple[Span, ...]:
    """The same as places."""
    return tuple(in_body(reading, s.start, s.end) for s in sentences_heard(reading, act))
