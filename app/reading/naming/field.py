"""What has been found of people in one text, and which finds are people's names indeed?

Trims each find to the name, joins those that overlap, and leaves out what the rest of the text says is none:
parts of addresses and of things' names, days, bodies in capitals, and what the network takes for a place or
a body, unless it stands where only a person does or the mail knows the person by name.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from app import linear
from app.domain.reading import Name, NameKind, Sentence
from app.reading.addresses import find_addresses
from app.reading.naming.commas import apart
from app.reading.naming.things import STREETS, is_thing
from app.reading.naming.titles import titled
from app.reading.naming.word_lists import ACRONYMS, DAYS, FIRST_NAMES, GIVEN_TOO, TITLES, WORD_NAMES
from app.reading.naming.writing import (
    APOSTROPHES,
    Found,
    Word,
    capitals,
    folded,
    is_never_name,
    without_possessive,
    words_by_line,
)

LEAST = 0.3
_SURE_THING = 0.8
_SURE_NAME = 0.6
_FEWEST_CAPITALS, _MOST_CAPITALS, _NEAR = 2, 4, 20
_POSTCODE = linear.compile(r"^,?\s\p{Lu}{1,2}\d[\p{Lu}\d]?\s?\d\p{Lu}{2}\b")
_BREAK = linear.compile(r"[.!?\n]")
_LONGEST_LEAD = 300
_GLUE = frozenset("@_")
ALSO_NAMES = FIRST_NAMES | WORD_NAMES
_CONTRACTED = frozenset(f"{mark}{ending}" for mark in APOSTROPHES for ending in "tldmrv")  # shan't, we'll
_BEFORE_PLACES = ("in ", "at ", "near ", "In ", "At ", "Near ")
_OWNERS = tuple(
    f"{owner} "
    for word in ("my", "his", "her", "your", "their", "our", "the", "a")
    for owner in (word, word.title())
)


class FieldNames:
    """One text with the people found in it so far, in order and apart."""

    def __init__(self, text: str, sentences: Sequence[Sentence]) -> None:
        """Begin with what the network read and with titles."""
        self.text = text
        self.words = words_by_line(text)
        self.capitals = capitals(self.words)
        self.found: list[Found] = []
        addresses = [(start, end) for start, end, _ in find_addresses(text)]
        self.read = [name for sentence in sentences for name in sentence.names]
        others = [
            (name.start, name.end)
            for name in self.read
            if name.kind is not NameKind.PERSON and name.confidence >= _SURE_THING
        ]
        self._addresses, self._others = _Stretches(addresses), _Stretches(others)
        self._outvoted = _outvoted(text, self.read)
        self.add(titled(text, self.words))
        self.add(
            Found(start, end, name.confidence)
            for name in self.read
            if name.kind is NameKind.PERSON and name.confidence >= LEAST and name.end <= len(text)
            for start, end in apart(text, name.start, name.end)
        )

    def add(self, found: Iterable[Found]) -> None:
        """Add what is a person's name indeed; what overlaps becomes one."""
        fresh = [one for other in found if (one := self._trimmed(other)) and self._is_person(one)]
        if not fresh:
            return
        together: list[Found] = []
        for one in sorted([*self.found, *fresh], key=lambda one: (one.start, -one.end)):
            if together and one.start < together[-1].end:
                before = together[-1]
                together[-1] = Found(
                    before.start,
                    max(before.end, one.end),
                    max(before.confidence, one.confidence),
                    before.who or one.who,
                    before.is_sure or one.is_sure,
                )
            else:
                together.append(one)
        self.found = together

    def _trimmed(self, found: Found) -> Found | None:
        start, end = found.start, found.end
        at = self.text.find("@", start, end)
        end = at if at > start else end
        while start < end and not self.text[start].isalpha():
            start += 1
        while end > start and not (self.text[end - 1].isalpha() or self.text[end - 1] == "."):
            end -= 1
        if self.text[end - 1 : end] == "." and end - start > 2 and self.text[end - 3].isalpha():  # noqa: PLR2004 - an initial keeps its dot
            end -= 1
        if end - start > 2 and self.text[end - 1] in "sS" and self.text[end - 2] in APOSTROPHES:  # noqa: PLR2004 - 's and a letter before it
            end -= 2
        end = self._end_in_capitals(start, end)
        if (start, end) == (found.start, found.end):
            return found if start < end else None
        return replace(found, start=start, end=end) if start < end else None

    def _end_in_capitals(self, start: int, end: int) -> int:
        """Where a name ends in a shouted sentence: before the first word that is never one."""
        if not self.text[start:end].isupper():
            return end
        read = (n for n in self.read if n.kind is NameKind.PERSON and n.confidence >= _SURE_THING)
        told = next((n.end for n in read if start <= n.start and n.end < end and n.end - n.start > 1), None)
        if told is not None:
            return told
        words = self.words_between(start, end)
        named = [word for word in words if folded(word.text) not in TITLES]
        stop = next((word for word in named[1:] if is_never_name(word.text)), None)
        before = [word.end for word in words if stop and word.end <= stop.start]
        return before[-1] if before else end

    def words_between(self, start: int, end: int) -> Sequence[Word]:
        """The words that lie in a stretch."""
        first = bisect_left(self.words, start, key=lambda word: word.start)
        after = bisect_left(self.words, end, key=lambda word: word.start)
        return self.words[first:after]

    def _is_body(self, found: Found, word: str) -> bool:
        """Whether it is a place's or body's: so it is elsewhere, or it is capitals among small letters."""
        bare = folded(word)
        if bare in self._outvoted and not found.is_known:
            return True
        if not word.isupper() or not _FEWEST_CAPITALS <= len(word) <= _MOST_CAPITALS or bare in ALSO_NAMES:
            return False
        before = self.text[max(0, found.start - _NEAR) : found.start].rpartition("\n")[2]
        after = self.text[found.end : found.end + _NEAR].partition("\n")[0]
        return any(letter.islower() for letter in before + after)  # alone on a line, capitals are initials

    def _is_person(self, found: Found) -> bool:
        if self._addresses.meeting(found.start, found.end):
            return False
        name = self.text[found.start : found.end]
        is_single = " " not in name
        if not found.is_sure and is_single and (self._is_in_address(found) or self._is_small(found, name)):
            return False
        if not found.is_sure and is_single and (self._is_no_name(found, name) or self._is_body(found, name)):
            return False
        if not found.is_sure and self._is_other(found):
            return False
        before, after = self.text[found.start - 1 : found.start], self.text[found.end : found.end + 2]
        is_glued = after[:1] in _GLUE or (after[:1] == "." and after[1:].isalnum()) or before in _GLUE
        if after in _CONTRACTED or (is_glued and is_single):
            return False
        return not is_thing(self.text, found.start, found.end, is_sure=found.is_sure)

    def _is_small(self, found: Found, word: str) -> bool:
        """Whether it is a word in small letters, in a sentence that has its capital: "heather and holly"."""
        if found.is_known or not word.islower() or folded(word) not in WORD_NAMES:
            return False
        lead = self.text[max(0, found.start - _LONGEST_LEAD) : found.start]
        first = next((letter for letter in _BREAK.split(lead)[-1] if letter.isalpha()), "")
        return first.isupper()

    def _is_in_address(self, found: Found) -> bool:
        """Whether it is the town between a street and a postcode: "14 Elm Grove, Stanley, DH9 8AB"."""
        if not _POSTCODE.match(self.text[found.end : found.end + _NEAR]):
            return False
        before = self.words_between(max(0, found.start - _NEAR), found.start)
        return bool(before) and folded(before[-1].text) in STREETS

    def _is_other(self, found: Found) -> bool:
        """Whether the network takes it, or of somebody known more than the name, for a place or body."""
        other = self._others.meeting(found.start, found.end)
        if other is None:
            return False
        said = without_possessive(self.text[other[0] : other[1]])
        is_all = other[0] >= found.start and other[0] + len(said) <= found.end
        return not (found.is_known and is_all) or self.text.endswith(_BEFORE_PLACES, 0, found.start)

    def _is_no_name(self, found: Found, word: str) -> bool:
        bare = folded(word)
        if word.isupper() and bare in ACRONYMS:
            return True
        if not is_never_name(word) and bare not in DAYS:
            return False
        is_called = bare in GIVEN_TOO and word[:1].isupper() and not word[1:].isupper()
        is_owned = self.text.endswith(_OWNERS, 0, found.start)  # "his Nana"
        return not is_called or found.confidence < _SURE_NAME or is_owned


def _outvoted(text: str, names: Sequence[Name]) -> frozenset[str]:
    """Words that the model reads as places or bodies more often than as people."""
    votes: Counter[str] = Counter()
    others = {name.start for name in names if name.kind is not NameKind.PERSON}
    for name in names:
        said = text[name.start : name.end]
        is_doubt = name.kind is NameKind.PERSON and name.start in others
        if " " not in said and not is_doubt:
            votes[folded(without_possessive(said))] += 1 if name.kind is NameKind.PERSON else -1
    return frozenset(word for word, count in votes.items() if count < 0)


class _Stretches:
    """Stretches of a text, apart and in order, to be asked whether one of them meets another."""

    def __init__(self, stretches: Iterable[tuple[int, int]]) -> None:
        self._all = sorted(stretches)
        self._starts = [start for start, _ in self._all]

    def meeting(self, start: int, end: int) -> tuple[int, int] | None:
        """The last of them that shares a character with this one."""
        at = bisect_left(self._starts, end) - 1
        return self._all[at] if at >= 0 and self._all[at][1] > start else None
