"""Where in a source document does each quoted clause stand?

A document becomes paragraphs of pieces; each piece names the clauses that quote it. Quotations are found
whatever the line breaks and spaces between their words. Nothing of the document is left out.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words, the clauses that quote them, and those whose quotation starts here."""

    text: str
    clauses: tuple[str, ...] = ()
    starts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of the document; `line` counts from 1."""

    line: int
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class _Place:
    clause: str
    start: int
    end: int


def marked(text: str, quotes: Mapping[str, str]) -> tuple[Paragraph, ...]:
    """The document with every quotation marked; empty lines are left out.

    Args:
        text: the document.
        quotes: words by the id of their clause. What the document does not say is not marked.
    """
    places = _places(text, quotes)
    paragraphs, at = [], 0
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            inside = [p for p in places if p.start < at + len(line) and p.end > at]
            paragraphs.append(Paragraph(number, _pieces(line, at, inside)))
        at += len(line) + 1
    return tuple(paragraphs)


def around(paragraphs: Sequence[Paragraph], clause: str, beside: int = 1) -> tuple[Paragraph, ...]:
    """The paragraphs that hold a clause, and some on either side; none when the document does not hold it."""
    held = [i for i, p in enumerate(paragraphs) if any(clause in piece.clauses for piece in p.pieces)]
    return tuple(paragraphs[max(0, held[0] - beside) : held[-1] + beside + 1]) if held else ()


def _places(text: str, quotes: Mapping[str, str]) -> list[_Place]:
    """Each quotation where it first stands."""
    letters, offsets = _joined(text)
    found = []
    for clause, quote in quotes.items():
        words = " ".join(quote.split())
        start = letters.find(words) if words else -1
        if start >= 0:
            found.append(_Place(clause, offsets[start], offsets[start + len(words) - 1] + 1))
    return found


def _joined(text: str) -> tuple[str, list[int]]:
    """The text with one space for any white space, and where each of its characters stood."""
    letters: list[str] = []
    offsets: list[int] = []
    for i, letter in enumerate(text):
        if not letter.isspace():
            letters.append(letter)
            offsets.append(i)
        elif letters and letters[-1] != " ":
            letters.append(" ")
            offsets.append(i)
    return "".join(letters), offsets


def _pieces(line: str, at: int, places: Sequence[_Place]) -> tuple[Piece, ...]:
    edges = {0, len(line)}
    for place in places:
        edges |= {min(len(line), max(0, place.start - at)), min(len(line), place.end - at)}
    return tuple(
        Piece(
            line[start:end],
            tuple(p.clause for p in places if p.start < at + end and p.end > at + start),
            tuple(p.clause for p in places if p.start == at + start),
        )
        for start, end in pairwise(sorted(edges))
    )
