"""What does somebody look for?

All that they typed must be there; what stands in quotation marks, or was typed without a space, must stand
together. There are no operators, so nothing that anybody types is wrong.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from app.bulletin.searching.words import words_of
from app.website_ports import Phrase

TYPED_MAX = 200
_PHRASES_MAX = 12
_QUOTES = str.maketrans("“”„«»", '"""""')
_SAY_LITTLE = frozenset(
    word.lexeme
    for word in words_of(
        "a an and are as at be by for from has have how i in is it its of on or our that the their there this"
        " to was we were what when where which who will with you your"
    )
)


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed, on one line, and the phrases that must all be there: single words, mostly."""

    words: str
    phrases: tuple[Phrase, ...]


def understood(typed: str) -> Typed:
    """What is looked for. Words that are in every text do not count, unless nothing else was typed."""
    line = " ".join(typed[:TYPED_MAX].split())
    phrases = list(dict.fromkeys(_phrases(line.translate(_QUOTES))))
    telling = [phrase for phrase in phrases if len(phrase) > 1 or phrase[0] not in _SAY_LITTLE]
    return Typed(line, tuple((telling or phrases)[:_PHRASES_MAX]))


def _phrases(line: str) -> Iterator[Phrase]:
    stretches = line.split('"')
    for place, stretch in enumerate(stretches):
        is_quoted = place % 2 == 1 and place < len(stretches) - 1
        for together in [stretch] if is_quoted else stretch.split():
            if phrase := tuple(word.lexeme for word in words_of(together)):
                yield phrase
