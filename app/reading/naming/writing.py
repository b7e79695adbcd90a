"""How are names of people written?

The pieces that the rules about names are made of: titles, particles, initials, capitalised words; and how a
written name comes apart. One spelling is used to compare: small letters without accents.
"""

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from app.domain.people import Who
from app.kept import kept, once_a_check
from app.reading.naming.word_lists import NEVER_NAMES, PARTICLES, TITLES

IsWord = Callable[[str], bool]
"""Whether a word, however written, is an ordinary one of the dictionary."""

APOSTROPHES = "'\u2019\u02bc`"

_MARKS = "-'\u2019\u02bc"
_MOST_KEPT = 5_000


class _LettersOnly(dict[int, str]):
    """A table for `str.translate`: what is no part of a word becomes a space."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        is_part = letter.isalpha() or letter in _MARKS or unicodedata.category(letter)[0] == "M"
        told = letter if is_part else " "
        if len(self) < _MOST_KEPT:
            self[code] = told
        return told


_LETTERS_ONLY = _LettersOnly()
_JOINTS = frozenset([" ", "\u00a0", ". ", ".", ".\u00a0", "  "])
_MOST_WORDS = 5
_BORROWED = frozenset("éèêëàâçôîïñÉÈÊŵŷŴŶ")


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch that may name a person: code points, end excluded. `who` where the place itself tells."""

    start: int
    end: int
    confidence: float
    who: Who | None = None
    is_sure: bool = False
    """Stands where only a person is named: beside a title, in a column of names, in a greeting."""
    is_known: bool = False
    """The mail names the person elsewhere."""


class Word(NamedTuple):
    """A word: its place in the text, end excluded, and itself, without marks at its end."""

    start: int
    end: int
    text: str

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()


def capitals(words: Sequence[Word]) -> list[int]:
    """The positions of those with a capital letter, in order: names begin there, and few words do."""
    return [at for at, word in enumerate(words) if word.text[0].isupper()]


def words_in(text: str, start: int = 0) -> list[Word]:
    """The words from `start` on, in order: letters, with apostrophes and hyphens between them."""
    return [Word(begin, end, text[begin:end]) for begin, end in _places(text, start)]


def words_by_line(text: str) -> list[Word]:
    """The same for the whole of a long text, of which an edit changes a line."""
    found = list[Word]()
    at = 0
    for line in text.split("\n"):
        found += [Word(at + begin, at + end, line[begin:end]) for begin, end in _places_in_line(line)]
        at += len(line) + 1
    return found


def _places(text: str, start: int = 0) -> Iterator[tuple[int, int]]:
    at = start
    for piece in text[start:].translate(_LETTERS_ONLY).split():
        at = text.index(piece, at)
        word = piece.strip(_MARKS)
        if word:
            begin = at + piece.index(word[0])
            yield begin, begin + len(word)
        at += len(piece)


@kept
def _places_in_line(line: str) -> tuple[tuple[int, int], ...]:
    return tuple(_places(line))


def name_from(text: str, words: Sequence[Word], first: int) -> int:
    """How many words from `first` are one written name: capitals, initials, particles between them."""
    if first >= len(words) or not words[first].is_capital:
        return 0
    last = first
    at = first + 1
    while at < len(words) and at - first < _MOST_WORDS:
        gap = text[words[at - 1].end : words[at].start]
        if gap not in _JOINTS or (gap[0] == "." and words[at - 1].end - words[at - 1].start > 1):
            break
        if words[at].is_capital:
            last = at
        elif words[at].text not in PARTICLES:
            break
        at += 1
    return last - first + 1


def folded(word: str) -> str:
    """Small letters without accents, apostrophes and hyphens."""
    if word.isascii() and word.isalpha():
        return word.lower()
    plain = unicodedata.normalize("NFKD", word.casefold())
    return "".join(filter(str.isalpha, plain))


def is_accented(word: str) -> bool:
    """Whether a letter of it is none of the English ones: ``Sơn`` is no son."""
    return not word.isascii() and any(letter.isalpha() and not letter.isascii() for letter in word)


def is_foreign(word: str) -> bool:
    """Whether it bears accents that no borrowed word (``café``, ``fête``) has."""
    return any(letter.isalpha() and not letter.isascii() and letter not in _BORROWED for letter in word)


def is_never_name(word: str) -> bool:
    """Whether it is one of the words that stand where names stand, and are none."""
    return folded(word) in NEVER_NAMES and not is_accented(word)


def without_possessive(word: str) -> str:
    """``Amara's`` and ``James'`` without their ending."""
    if len(word) > 2 and word[-1] in "sS" and word[-2] in APOSTROPHES:  # noqa: PLR2004 - 's and a letter before it
        return word[:-2]
    return word.rstrip(APOSTROPHES)


@once_a_check
def parts_of(name: str) -> tuple[str, ...]:
    """The words of a name, folded; titles, particles and possessives left out."""
    words = [folded(without_possessive(word.text)) for word in words_in(name)]
    if "," in name and len(words) > 1:
        words = [*words[1:], words[0]]
    return tuple(word for word in words if word and word not in TITLES and word not in PARTICLES)


@once_a_check
def has_title(name: str) -> bool:
    """Whether the name begins with a title."""
    first = name.split(maxsplit=1)[0] if name.strip() else ""
    return folded(first) in TITLES
