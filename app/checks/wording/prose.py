"""How long are the sentences and paragraphs of a text?

Only prose is measured: lines of a list, a table or an address have no sentence to be long. Words are
counted between white space when they hold a letter.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from app import linear
from app.domain.reading import Reading
from app.kept import kept

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
    return sum(map(_words_in_line, text.split("\n")))


@kept
def _words_in_line(line: str) -> int:
    return sum(word.lower() != word.upper() for word in line.split())


def sentences(reading: Reading) -> Iterator[Stretch]:
    """The reading's sentences, cut again where one holds several."""
    for sentence in reading.sentences:
        for start, end, words in _pieces(reading.own[sentence.start : sentence.end]):
            yield Stretch(sentence.start + start, sentence.start + end, words)


@kept
def _pieces(sentence: str) -> tuple[tuple[int, int, int], ...]:
    """The sentences in what was taken for one: start, end and words of each."""
    ends = (*(match.end() for match in _SENTENCE_END.finditer(sentence)), len(sentence))
    return tuple(
        (piece.start, piece.end, piece.words)
        for start, end in pairwise((0, *ends))
        if not _is_list(sentence[start:end])
        for piece in _stretch(sentence, start, end)
    )


def _is_list(piece: str) -> bool:
    """Names, figures or addresses in a row rather than a sentence: most words have a capital or a digit."""
    words = piece.split()
    odd = sum(not (word[:1].islower() or word in {"I", "A"}) for word in words)
    return odd > len(words) / 2


def _stretch(text: str, start: int, end: int) -> Iterator[Stretch]:
    piece = text[start:end].rstrip()
    if words := count_words(piece):
        yield Stretch(start, start + len(piece), words)


def paragraphs(own: str) -> Iterator[Stretch]:
    """Blocks of text. A line end closes one unless the line is plainly wrapped."""
    start, at, before = -1, 0, ""
    while at <= len(own):
        end = own.find("\n", at)
        end = len(own) if end < 0 else end
        line = own[at:end]
        if start >= 0 and (not line.strip() or _is_new(before, line)):
            yield from _stretch(own, start, at)
            start = -1
        if start < 0 and line.strip():
            start = at + len(line) - len(line.lstrip())
        before, at = line, end + 1
    if start >= 0:
        yield from _stretch(own, start, len(own))


def _is_new(before: str, line: str) -> bool:
    length = len(before.rstrip())
    return length > _UNWRAPPED or length < _SHORT_LINE or line.lstrip().startswith(_BULLETS)
