"""Where does a text say what was looked for, and what stands around it?"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from app.bulletin.searching.words import Word, words_of
from app.website_ports import Phrase

_BEFORE, _LENGTH = 70, 260


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text, and whether it was looked for."""

    words: str
    is_marked: bool = False


Pieces = tuple[Piece, ...]


def marked(text: str, phrases: Collection[Phrase]) -> Pieces:
    """The whole text."""
    return tuple(_pieces(text, 0, len(text), _found(text, phrases)))


def excerpt(text: str, phrases: Collection[Phrase]) -> Pieces:
    """What stands around the first place that says it; the beginning when none does."""
    found = _found(text, phrases)
    first = found[0][0] if found else 0
    start = _word_start(text, first - _BEFORE) if first > _BEFORE else 0
    end = _word_end(text, start + _LENGTH)
    pieces = _pieces(text, start, end, found)
    before = [Piece("… ")] if start else []
    after = [Piece(" …")] if end < len(text) else []
    return (*before, *pieces, *after)


def _found(text: str, phrases: Collection[Phrase]) -> Sequence[tuple[int, int]]:
    """The stretches to be marked, in order, none inside another."""
    words = list(words_of(text))
    by_first: dict[str, list[Phrase]] = {}
    for phrase in phrases:
        by_first.setdefault(phrase[0], []).append(phrase)
    found: list[tuple[int, int]] = []
    for place, word in enumerate(words):
        last = _last(words, place, by_first.get(word.lexeme, ()))
        if last is None:
            continue
        if found and word.start < found[-1][1]:
            found[-1] = found[-1][0], max(found[-1][1], last.end)
        else:
            found.append((word.start, last.end))
    return found


def _last(words: Sequence[Word], place: int, phrases: Collection[Phrase]) -> Word | None:
    """The last word of the longest phrase that begins here."""
    fit = [
        phrase
        for phrase in phrases
        if tuple(word.lexeme for word in words[place : place + len(phrase)]) == phrase
    ]
    return words[place + max(map(len, fit)) - 1] if fit else None


def _pieces(text: str, start: int, end: int, found: Sequence[tuple[int, int]]) -> Iterator[Piece]:
    at = start
    for first, last in found:
        if first < at or first >= end:
            continue
        if first > at:
            yield Piece(text[at:first])
        at = min(last, end)
        yield Piece(text[first:at], is_marked=True)
    if at < end:
        yield Piece(text[at:end])


def _word_start(text: str, at: int) -> int:
    space = text.find(" ", at, at + _BEFORE)
    return at if space < 0 else space + 1


def _word_end(text: str, at: int) -> int:
    if at >= len(text):
        return len(text)
    space = text.rfind(" ", at - _BEFORE, at)
    return at if space < 0 else space
