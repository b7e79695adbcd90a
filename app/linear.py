"""How is a pattern looked for, in time linear in the text and without waste?

The patterns of google-re2, with the same answers. The checks look some two thousand times into one mail and
mostly find nothing; in re2's own wrapper a miss costs twice the search itself, and a match four times: a
generator and a table of places for each. Here places are counted only in text that is not plain ASCII, and
while a draft is checked, what was found in a text before is not looked for again (`app.kept`).
"""

from collections.abc import Iterator, Sequence
from itertools import count
from typing import Any, TypeAlias

import re2

from app.kept import NOW, Notes, notes_of

_ANYWHERE = re2._re2.RE2.Anchor.UNANCHORED  # noqa: SLF001 - the binding, which the wrapper calls too
_START = re2._re2.RE2.Anchor.ANCHOR_START  # noqa: SLF001
_BOTH = re2._re2.RE2.Anchor.ANCHOR_BOTH  # noqa: SLF001
_NOWHERE = (-1, -1)
_UNKNOWN = object()
_EACH = 3
_NUMBERS = count(step=_EACH + 1)
_WORTH_NOTING = 12
"""Code points of the shortest text that is noted; a word is sooner looked through again, a subject is not."""
_FEW = 50
"""Matches of one pattern in one text that are noted; a page of figures is looked through again."""

_Spans: TypeAlias = Sequence[tuple[int, int]]
"""Where a match and its groups lie."""

Options = re2.Options
escape = re2.escape


class Match(re2._Match):  # type: ignore[misc]  # noqa: SLF001 - re2 publishes no types
    """One match; its words are cut out of the text when asked for."""

    __slots__ = ()

    def group(self, *groups: int | str) -> Any:
        """The words of the whole match, of one group, or of several."""
        if groups:
            return super().group(*groups)
        start, end = self._spans[0]
        return self._text[start:end]


class Pattern(re2._Regexp):  # type: ignore[misc]  # noqa: SLF001 - re2 publishes no types
    """A compiled pattern. Safe to use from several threads."""

    __slots__ = ("_asked", "groupindex", "groups")

    def __init__(self, pattern: str, options: re2.Options) -> None:
        """Compile it; raises re2.error when it cannot be."""
        super().__init__(pattern, options)
        self.groups = super().groups
        self.groupindex = super().groupindex
        self._asked = next(_NUMBERS)  # stands for it in the notes, which so hold on to no pattern

    def search(self, text: str, pos: int | None = None, endpos: int | None = None) -> Match | None:
        """The first match anywhere; places are in code points."""
        now = NOW.notes  # what `_first` does, without its calls: this is asked a thousand times of a draft
        if now is None or pos is not None or endpos is not None or len(text) < _WORTH_NOTING:
            return self._first(_ANYWHERE, 0, text, pos, endpos)
        notes = now[text]
        spans = notes.get(self._asked, _UNKNOWN)
        if spans is _UNKNOWN:
            spans = notes[self._asked] = self._spans_of(_ANYWHERE, text)
        return None if spans is None else Match(self, text, 0, len(text), spans)

    def match(self, text: str, pos: int | None = None, endpos: int | None = None) -> Match | None:
        """The match at the start."""
        return self._first(_START, 1, text, pos, endpos)

    def fullmatch(self, text: str, pos: int | None = None, endpos: int | None = None) -> Match | None:
        """The match of the whole."""
        return self._first(_BOTH, 2, text, pos, endpos)

    def finditer(self, text: str, pos: int | None = None, endpos: int | None = None) -> Iterator[Match]:
        """Every match in turn."""
        notes = notes_of(text) if len(text) >= _WORTH_NOTING and pos is None and endpos is None else None
        if notes is None:
            return self._match(_ANYWHERE, text, pos, endpos)
        known = notes.get(self._asked + _EACH)
        if known is None:
            coded = _coded(text)
            first = self._regexp.Match(_ANYWHERE, coded, 0, len(coded))
            if first[0] != _NOWHERE:
                return self._noting(text, notes, first)
            known = notes[self._asked + _EACH] = ()  # as most patterns say of most texts
        return (Match(self, text, 0, len(text), spans) for spans in known) if known else iter(())

    def sub(self, repl: Any, text: str, count: int = 0) -> str:
        """The text with each match put otherwise, or the first `count` of them; most texts hold none."""
        changed: str = text if self.search(text) is None else super().sub(repl, text, count)
        return changed

    def split(self, text: str, maxsplit: int = 0) -> list[Any]:
        """What lies between the matches, and their groups."""
        pieces: list[Any] = [text] if self.search(text) is None else super().split(text, maxsplit)
        return pieces

    def _noting(self, text: str, notes: Notes, first: _Spans) -> Iterator[Match]:
        """Every match in turn, the first being found; all asked for are noted where they are few."""
        found = []
        for match in self._match(_ANYWHERE, text, first=first):
            found.append(match._spans)  # noqa: SLF001 - ours
            yield match
        if len(found) <= _FEW:
            notes[self._asked + _EACH] = found

    def _first(
        self, anchor: object, asked: int, text: str, pos: int | None, endpos: int | None
    ) -> Match | None:
        if pos is not None or endpos is not None:
            return next(self._match(anchor, text, pos, endpos), None)
        notes = notes_of(text) if len(text) >= _WORTH_NOTING else None
        if notes is None:
            spans = self._spans_of(anchor, text)
        elif (spans := notes.get(self._asked + asked, _UNKNOWN)) is _UNKNOWN:
            spans = notes[self._asked + asked] = self._spans_of(anchor, text)
        return None if spans is None else Match(self, text, 0, len(text), spans)

    def _spans_of(self, anchor: object, text: str) -> _Spans | None:
        """Where the first match and its groups lie; None when there is none."""
        coded = _coded(text)
        spans: _Spans = self._regexp.Match(anchor, coded, 0, len(coded))
        if spans[0] == _NOWHERE:
            return None
        return spans if text.isascii() else [_places(coded, span) for span in spans]

    def _match(
        self,
        anchor: object,
        text: str,
        pos: int | None = None,
        endpos: int | None = None,
        first: _Spans | None = None,
    ) -> Iterator[Match]:
        """Every match in turn: what all else stands on. `first` was found before, its places in bytes."""
        begun = 0 if pos is None else max(0, min(pos, len(text)))
        ended = len(text) if endpos is None else max(0, min(endpos, len(text)))
        if begun > ended:
            return
        coded, is_plain = _coded(text), text.isascii()
        at, end = (begun, ended) if is_plain else (len(text[:begun].encode()), len(text[:ended].encode()))
        place, counted = at, begun
        spans = first or self._regexp.Match(anchor, coded, at, end)
        while spans[0] != _NOWHERE:
            (start, after), told = spans[0], spans
            if not is_plain:
                counted += len(coded[place:start].decode())
                place = start
                told = [_places(coded, span, start, counted) for span in spans]
            yield Match(self, text, begun, ended, told)
            if at == end:
                return
            at = after if at != after else at + 1 if is_plain else at + len(_letter(coded, at))
            spans = self._regexp.Match(anchor, coded, at, end)


def compile(pattern: str, options: re2.Options | None = None) -> Pattern:  # noqa: A001 - as `re` and `re2` have it
    """A pattern ready for use; raises re2.error when it is none."""
    return Pattern(pattern, options or Options())


def _coded(text: str) -> bytes:
    """The text in UTF-8; what is long and not plain is coded once while a draft is checked."""
    now = NOW.notes
    if now is None or text.isascii() or len(text) < _WORTH_NOTING:
        return text.encode()
    coded = now.coded.get(text)
    if coded is None:
        coded = now.coded[text] = text.encode()
    return coded


def _places(coded: bytes, span: tuple[int, int], start: int = 0, counted: int = 0) -> tuple[int, int]:
    """A span of bytes as one of code points, of which `counted` stand before the byte at `start`."""
    if span == _NOWHERE:
        return span
    begins = counted + len(coded[start : span[0]].decode())
    return begins, begins + len(coded[span[0] : span[1]].decode())


def _letter(coded: bytes, at: int) -> bytes:
    """The bytes of the code point that begins at `at`."""
    return coded[at : at + 4].decode(errors="ignore")[:1].encode()
