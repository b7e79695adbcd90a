"""How long are the sentences and paragraphs of a text?

Only prose is measured: lines of a list, a table or an address have no sentence to be long. Words are
counted between white space when they hold a letter.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from app import linear
from app.domain.reading import Reading

_SENTENCE_END = linear.compile(r"[.!?][)\x{2019}\x{201d}\"']*(?:\s+|$)")
_UNWRAPPED = 100
_SHORT_LINE = 45
_BULLETS = ("-", "*", "•", "·", "\N{EN DASH}", "o ")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of the author's own text and its number of words."""

    start: int
    end: int
    words: int


def count_words(text: str) -> int:
    """Words that hold a letter."""
    return sum(word.lower() != word.upper() for word in text.split())


def sentences(reading: Reading) -> Iterator[Stretch]:
    """The reading's sentences, cut again where one holds several."""
    for sentence in reading.sentences:
        words = reading.own[sentence.start : sentence.end]
        at = 0
        for match in _SENTENCE_END.finditer(words):
            yield from _prose(words, at, match.end(), sentence.start)
            at = match.end()
        yield from _prose(words, at, len(words), sentence.start)


def _prose(text: str, start: int, end: int, offset: int) -> Iterator[Stretch]:
    if not _is_list(text[start:end]):
        yield from _stretch(text, start, end, offset)


def _is_list(piece: str) -> bool:
    """Names, figures or addresses in a row rather than a sentence: most words have a capital or a digit."""
    words = piece.split()
    odd = sum(not (word[:1].islower() or word in {"I", "A"}) for word in words)
    return odd > len(words) / 2


def _stretch(text: str, start: int, end: int, offset: int) -> Iterator[Stretch]:
    piece = text[start:end].rstrip()
    if words := count_words(piece):
        yield Stretch(offset + start, offset + start + len(piece), words)


def paragraphs(own: str) -> Iterator[Stretch]:
    """Blocks of text. A line end closes one unless the line is plainly wrapped."""
    start, at, before = -1, 0, ""
    while at <= len(own):
        end = own.find("\n", at)
        end = len(own) if end < 0 else end
        line = own[at:end]
        if start >= 0 and (not line.strip() or _is_new(before, line)):
            yield from _stretch(own, start, at, 0)
            start = -1
        if start < 0 and line.strip():
            start = at + len(line) - len(line.lstrip())
        before, at = line, end + 1
    if start >= 0:
        yield from _stretch(own, start, len(own), 0)


def _is_new(before: str, line: str) -> bool:
    length = len(before.rstrip())
    return length > _UNWRAPPED or length < _SHORT_LINE or line.lstrip().startswith(_BULLETS)
