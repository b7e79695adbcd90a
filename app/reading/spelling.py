"""Which words of the author's own text are misspelt?

Only what is surely a plain word is looked up: small letters a to z, in no address, code, number,
hyphenated word or quotation. A word with a capital may be a name: only a long slip on record counts there,
and no part of a longer name. A name written small, a word that the mail keeps using, a greeting, and text
that is plainly not English are left alone.
"""

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import NamedTuple

from app import linear
from app.domain.draft import Field
from app.domain.reading import Misspelling
from app.kept import kept
from app.ports import Correction, Speller

READ_AT_MOST = 40_000
"""Code points that are read; a slip further on is not looked for."""

_QUOTED = linear.compile(
    r"\"[^\"\n]+\"|\x{201c}[^\x{201d}\n]+\x{201d}|\x{ab}[^\x{bb}\n]+\x{bb}"
    r"|(?:^|[\s(])[\x{2018}'][^\x{2018}\x{2019}'\n]+[\x{2019}'](?:[\s,.;:!?)]|$)|(?m:^>.*$)"
)
_MARKS = ".,;:!?()[]{}\"'*…•“”‘’«»"
_ENDS = (".", "!", "?", ":", ".)", '."', ".”", "…")
_POSSESSIVES = ("'s", "’s")
_BEFORE_A_NAME = frozenset({"Dear", "Hi", "Hello", "Good", "Morning", "Afternoon"})
_SHORTEST, _LONGEST = 3, 40
_SHORTEST_LINE = 4
_LONG_OPENING, _LONG_INSIDE = 5, 7
_HOUSE_TERM = 3
_FOREIGN_WORDS = 3
_FOREIGN_SHARE = 0.35
_FOREIGN_TEXT_WORDS = 8
_FOREIGN_TEXT_SHARE = 0.15
_MOST_UNKNOWN = 200
_MOST_FOUND = 50


class _Word(NamedTuple):
    """A plain word; `is_opening` when a sentence or line starts with it, `is_joined` to another capital."""

    start: int
    said: str
    is_opening: bool = False
    is_joined: bool = False

    @property
    def is_small(self) -> bool:
        return self.said.islower()


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the text, and where its plain words stand in it."""

    start: int
    text: str
    places: tuple[tuple[int, int, bool, bool], ...]

    def small_words(self) -> Iterator[str]:
        """Its words, all in small letters."""
        return (self.text[start:end].lower() for start, end, _, _ in self.places)

    def words(self, among: Container[str] | None = None) -> list[_Word]:
        """Its words, or those among some in small letters."""
        start, text = self.start, self.text
        return [
            _Word(start + at, text[at:end], is_opening, is_joined)
            for at, end, is_opening, is_joined in self.places
            if among is None or text[at:end].lower() in among
        ]


def find_misspelt(own: str, subject: str, speller: Speller, names: Iterable[str]) -> tuple[Misspelling, ...]:
    """The misspelt words of the author's text and of a subject, each at its first place.

    `names` are of the people of the draft, as shown.
    """
    body = list(_lines(_without_quotations(own[:READ_AT_MOST])))
    title = list(_lines(_without_quotations(subject[:READ_AT_MOST])))
    odd = speller.odd({word for line in (*body, *title) for word in line.small_words()})
    if not odd:
        return ()
    looking = _Looking(speller, odd, body + title, frozenset(_parts(names)))
    found = [
        m
        for field, lines in ((Field.BODY, body), (Field.SUBJECT, title))
        for m in looking.in_lines(field, lines)
    ]
    return tuple(islice(found, _MOST_FOUND)) if found and not looking.is_foreign() else ()


class _Looking:
    """One draft's words beside the dictionary: those that are not plainly right."""

    def __init__(
        self, speller: Speller, odd: frozenset[str], lines: Sequence[_Line], names: frozenset[str]
    ) -> None:
        self._speller, self._odd, self._lines = speller, odd, lines
        self._people = names
        self._looked_up: dict[str, Correction | None] = {}
        self._shown: set[str] = set()
        self._unknown = 0

    @cached_property
    def _counts(self) -> Counter[str]:
        return Counter(word for line in self._lines for word in line.small_words())

    @cached_property
    def _named(self) -> frozenset[str]:
        words = (word for line in self._lines for word in line.words())
        return frozenset(word.said.lower() for word in words if not (word.is_small or word.is_opening))

    def in_lines(self, field: Field, lines: Iterable[_Line]) -> Iterator[Misspelling]:
        for line in lines:
            length = len(line.places)
            found = [(w, c) for w in line.words(self._odd) if (c := self._correction(w, length)) is not None]
            if found and not self._is_foreign_line(line.words()):
                for word, correction in found:
                    if word.said.lower() not in self._shown:
                        self._shown.add(word.said.lower())
                        yield _misspelling(field, word, correction)

    def is_foreign(self) -> bool:
        """Whether so many words are unknown that the text is not English, or English of its own kind."""
        words = [word for word in self._counts if word not in self._people and word not in self._named]
        unknown = sum(map(self._is_strange, words))
        return unknown >= _FOREIGN_TEXT_WORDS and unknown > _FOREIGN_TEXT_SHARE * len(words)

    def _is_foreign_line(self, line: list[_Word]) -> bool:
        small = [word.said for word in line if word.is_small]
        unknown = sum(map(self._is_strange, small))
        return unknown >= _FOREIGN_WORDS and unknown > _FOREIGN_SHARE * len(small)

    def _is_strange(self, said: str) -> bool:
        """Whether a word is neither known nor a slip of a known one."""
        is_odd = said in self._odd and self._looked_up.get(said) is None
        return is_odd and not self._speller.knows(said)

    def _correction(self, word: _Word, line_words: int) -> Correction | None:
        said = word.said.lower()
        if said in self._people:
            return None
        correction = self._look_up(said)
        if correction is None or correction.is_known_slip:
            return correction if word.is_small or _may_be_slip(word) else None
        if correction.is_american:
            return correction if word.is_small or (word.is_opening and not word.is_joined) else None
        is_guess_fit = word.is_small and line_words >= _SHORTEST_LINE and self._counts[said] < _HOUSE_TERM
        return correction if is_guess_fit and said not in self._named else None

    def _look_up(self, said: str) -> Correction | None:
        if said not in self._looked_up:
            if self._unknown >= _MOST_UNKNOWN:
                return None
            self._looked_up[said] = found = self._speller.correct(said)
            self._unknown += found is not None or not self._speller.knows(said)
        return self._looked_up[said]


def _may_be_slip(word: _Word) -> bool:
    """Whether a word with a capital is long and alone enough to be no name."""
    return not word.is_joined and len(word.said) >= (_LONG_OPENING if word.is_opening else _LONG_INSIDE)


def _misspelling(field: Field, word: _Word, correction: Correction) -> Misspelling:
    meant = correction.meant if word.is_small else correction.meant[:1].upper() + correction.meant[1:]
    return Misspelling(field, word.start, word.start + len(word.said), meant, correction.is_american)


def _parts(names: Iterable[str]) -> Iterator[str]:
    for name in names:
        for part in name.lower().replace("@", " ").replace(".", " ").replace("-", " ").split():
            yield part.strip(_MARKS)


def _lines(text: str) -> Iterator[_Line]:
    at = 0
    for line in text.splitlines(keepends=True):
        yield _Line(at, line, _places_of(line))
        at += len(line)


def _without_quotations(text: str) -> str:
    pieces, at = [], 0
    for match in _QUOTED.finditer(text):
        pieces += [text[at : match.start()], " " * (match.end() - match.start())]
        at = match.end()
    return "".join([*pieces, text[at:]])


@kept
def _places_of(line: str) -> tuple[tuple[int, int, bool, bool], ...]:
    """Where the plain words stand, and how; what is no word still ends or goes on with a sentence."""
    words: list[tuple[int, int, bool, bool]] = []
    at, is_opening, was_capital = 0, True, False
    for raw in line.split():
        at = line.index(raw, at)
        said = raw.strip(_MARKS)
        bare = said[:-2] if said.endswith(_POSSESSIVES) else said
        is_capital = bare[:1].isupper()
        if _is_plain(bare):
            if is_capital and was_capital and words:
                words[-1] = (*words[-1][:3], True)
            start = at + raw.index(said)
            words.append((start, start + len(bare), is_opening, is_capital and was_capital))
        was_capital = is_capital and raw.endswith(bare) and bare not in _BEFORE_A_NAME
        is_opening = raw.endswith(_ENDS) or (is_opening and not any(map(str.isalpha, said)))
        at += len(raw)
    return tuple(words)


def _is_plain(bare: str) -> bool:
    return (
        len(bare) >= _SHORTEST
        and bare.isascii()
        and bare.isalpha()
        and (bare.islower() or bare[1:].islower())
    )
