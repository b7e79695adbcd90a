"""Which sentences of a mail say something?

A check that listens for one kind of statement asks each sentence of the author's own text, and the subject,
and points at the whole sentence: a phrase alone seldom tells its reader why. A mail that says so many times
says nothing new after the first few.
"""

from collections.abc import Callable, Iterable
from itertools import islice

from app.checks.once import once_a_reading
from app.checks.pointing import in_body, in_subject
from app.domain.draft import Field
from app.domain.finding import Span
from app.domain.reading import Reading, Sentence

_MOST_SENTENCES = 2000
_LONGEST = 600
_MOST_SPANS = 5
Says = Callable[[str], bool]


def text_in(reading: Reading, field: Field) -> str:
    """The clean subject, or the author's own text."""
    return reading.subject.clean if field is Field.SUBJECT else reading.own


def words_of(text: str, sentence: Sentence) -> str:
    """The words of a sentence; of a very long one (a table, a list) only how it begins."""
    return text[sentence.start : min(sentence.end, sentence.start + _LONGEST)]


def sentences_in(reading: Reading) -> Iterable[Sentence]:
    """The sentences of the author's own text, as many as a person may have written."""
    return islice(reading.sentences, _MOST_SENTENCES)


@once_a_reading
def _told(reading: Reading) -> tuple[tuple[Sentence, str], ...]:
    """Those sentences with their words: several checks listen to them."""
    return tuple((s, words_of(reading.own, s)) for s in sentences_in(reading))


def said_in_body(reading: Reading, says: Says) -> tuple[Span, ...]:
    """The first sentences of the author's own text that say it."""
    found = (s for s, words in _told(reading) if says(words))
    return tuple(in_body(reading, s.start, s.end) for s in islice(found, _MOST_SPANS))


def said(reading: Reading, says: Says) -> tuple[Span, ...]:
    """Those of ``said_in_body``, then the subject where it says so too."""
    subject = reading.subject.clean
    also = (in_subject(reading, 0, len(subject)),) if says(subject[:_LONGEST]) else ()
    return (*said_in_body(reading, says), *also)
