"""Which people does a draft name, and whose are they?

Puts together what the model read in each sentence and what rules see beside it: titles, greetings,
sign-offs, registers, and repeats of a name found once. Then says of each whether it is the sender, a
recipient or a third party. One pass over the text for each rule; nothing is kept.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from app.domain.draft import Draft, Field
from app.domain.people import Person, Who
from app.domain.reading import Name, NameKind, Region, Sentence
from app.ports import Speller
from app.reading.addresses import find_addresses
from app.reading.naming.beside import aged, unknown_names
from app.reading.naming.commas import apart
from app.reading.naming.faint import faint_names, misread_names, word_names
from app.reading.naming.lines import closing_name, named_in_lines, opening_signatures
from app.reading.naming.parties import Parties
from app.reading.naming.registers import listed, listed_alike, listed_in_line
from app.reading.naming.repeats import Known
from app.reading.naming.things import is_thing
from app.reading.naming.titles import titled
from app.reading.naming.word_lists import ACRONYMS, DAYS, FIRST_NAMES, WORD_NAMES
from app.reading.naming.writing import (
    APOSTROPHES,
    Found,
    folded,
    has_title,
    is_foreign,
    is_never_name,
    parts_of,
    without_possessive,
    words_in,
)

LEAST = 0.3
_SURE_THING = 0.8
_MOST_READ = 40_000
_FEWEST_CAPITALS, _MOST_CAPITALS, _NEAR = 2, 4, 20
_GLUE = frozenset("@_")
_ALSO_NAMES = FIRST_NAMES | WORD_NAMES
_CONTRACTED = frozenset(f"{mark}{ending}" for mark in APOSTROPHES for ending in "tldmrv")  # shan't, we'll


@dataclass(frozen=True, slots=True)
class Written:
    """A draft's text as this file needs it. `own` and `signature` are of one length with `clean`."""

    clean: str
    own: str
    signature: str
    regions: Sequence[Region]
    sentences: Sequence[Sentence]
    subject: str
    subject_sentences: Sequence[Sentence]


def find_people(
    draft: Draft, written: Written, schools: Iterable[str], speller: Speller
) -> tuple[Person, ...]:
    """Every mention of a person in the subject, the author's own text and the signature, in that order.

    `schools` are the names of the schools that the draft goes to; they are no people.
    """

    def is_word(word: str) -> bool:
        bare = folded(word)
        return bare.isascii() and not is_foreign(word) and bare not in _ALSO_NAMES and speller.knows(bare)

    body = _Field(written.own[:_MOST_READ], written.sentences)
    last = _Field(written.signature[:_MOST_READ], ())
    head = _Field(written.subject[:_MOST_READ], written.subject_sentences)
    body.add(named_in_lines(body.text, is_word))
    body.add(closing_name(body.text, is_word))
    body.add(listed(body.text, is_word))
    regions = [region for region in written.regions if region.end <= _MOST_READ]
    body.add(aged(body.text, body.words, is_word))
    body.add(unknown_names(body.text, body.words, is_word))
    for one, sentences in ((head, written.subject_sentences), (body, written.sentences)):
        names = [name for sentence in sentences for name in sentence.names]
        one.add((*faint_names(one.text, names), *misread_names(one.text, names)))
    body.add(word_names(body.text, body.words))
    body.add(listed_alike(body.text, body.found))
    head.add(listed_in_line(head.text))
    last.add(opening_signatures(written.clean, regions, is_word))
    last.add(named_in_lines(last.text, is_word))
    fields = (head, body, last)
    known = Known(is_word)
    for one in fields:
        known.learn(one.text, one.found)
    for one in fields:
        one.add(known.repeated(one.text, one.words))
    return _told_apart(draft, fields, frozenset(folded(name) for name in schools))


class _Field:
    """One text with the people found in it so far, in order and apart."""

    def __init__(self, text: str, sentences: Sequence[Sentence]) -> None:
        self.text = text
        self.words = words_in(text)
        self.found: list[Found] = []
        addresses = [(start, end) for start, end, _ in find_addresses(text)]
        names = [name for sentence in sentences for name in sentence.names]
        others = [
            (name.start, name.end)
            for name in names
            if name.kind is not NameKind.PERSON and name.confidence >= _SURE_THING
        ]
        self._addresses, self._others = _Stretches(addresses), _Stretches(others)
        self._outvoted = _outvoted(text, names)
        self.add(titled(text, self.words))
        self.add(
            Found(start, end, name.confidence)
            for name in names
            if name.kind is NameKind.PERSON and name.confidence >= LEAST and name.end <= len(text)
            for start, end in apart(text, name.start, name.end)
        )

    def add(self, found: Iterable[Found]) -> None:
        """Add what is a person's name indeed; what overlaps becomes one."""
        fresh = [one for other in found if (one := self._trimmed(other)) and self._is_person(one)]
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
        return replace(found, start=start, end=end) if start < end else None

    def _is_body(self, found: Found, word: str) -> bool:
        """Whether it is a place's or body's: so it is elsewhere, or it is capitals among small letters."""
        bare = folded(word)
        if bare in self._outvoted:
            return True
        if not word.isupper() or not _FEWEST_CAPITALS <= len(word) <= _MOST_CAPITALS or bare in _ALSO_NAMES:
            return False
        before = self.text[max(0, found.start - _NEAR) : found.start].rpartition("\n")[2]
        after = self.text[found.end : found.end + _NEAR].partition("\n")[0]
        return any(letter.islower() for letter in before + after)  # alone on a line, capitals are initials

    def _is_person(self, found: Found) -> bool:
        if self._addresses.meet(found.start, found.end):
            return False
        name = self.text[found.start : found.end]
        if not found.is_sure and " " not in name and (_is_no_name(name) or self._is_body(found, name)):
            return False
        if not found.is_sure and self._others.meet(found.start, found.end):
            return False
        before, after = self.text[found.start - 1 : found.start], self.text[found.end : found.end + 2]
        is_glued = after[:1] in _GLUE or (after[:1] == "." and after[1:].isalnum()) or before in _GLUE
        if after in _CONTRACTED or (is_glued and " " not in name):
            return False
        return not is_thing(self.text, found.start, found.end, is_sure=found.is_sure)


def _outvoted(text: str, names: Iterable[Name]) -> frozenset[str]:
    """Words that the model reads as places or bodies more often than as people."""
    votes: Counter[str] = Counter()
    for name in names:
        said = text[name.start : name.end]
        if " " not in said:
            votes[folded(without_possessive(said))] += 1 if name.kind is NameKind.PERSON else -1
    return frozenset(word for word, count in votes.items() if count < 0)


def _is_no_name(word: str) -> bool:
    bare = folded(word)
    return is_never_name(word) or bare in DAYS or (word.isupper() and bare in ACRONYMS)


class _Stretches:
    """Stretches of a text, apart and in order, to be asked whether one of them meets another."""

    def __init__(self, stretches: Iterable[tuple[int, int]]) -> None:
        self._all = sorted(stretches)
        self._starts = [start for start, _ in self._all]

    def meet(self, start: int, end: int) -> bool:
        """Whether any of them shares a character with this one."""
        at = bisect_left(self._starts, end) - 1
        return at >= 0 and self._all[at][1] > start


def _told_apart(draft: Draft, fields: Sequence[_Field], schools: frozenset[str]) -> tuple[Person, ...]:
    """Everybody found, with whose they are."""
    head, _, last = fields
    said = [(one, found, one.text[found.start : found.end]) for one in fields for found in one.found]
    signed = [name for one, found, name in said if found.who is Who.SENDER or one is last]
    greeted = [name for _, found, name in said if found.who is Who.RECIPIENT]
    parties = Parties(draft, signed, greeted)
    strangers = {
        part
        for _, found, name in said
        if found.who is None and not has_title(name) and len(parts := parts_of(name)) > 1
        if parties.who(parts) is Who.THIRD_PARTY
        for part in parts
    }
    at_schools = "|".join(sorted(schools))
    people = list[Person]()
    for one, found, name in said:
        if " " in name and folded(name) in at_schools:
            continue
        who = Who.SENDER if one is last else found.who or _whose(name, parties, strangers)
        field = Field.SUBJECT if one is head else Field.BODY
        people.append(Person(found.start, found.end, round(found.confidence, 3), who, field))
    return tuple(sorted(people, key=lambda person: (person.field is Field.BODY, person.start)))


def _whose(name: str, parties: Parties, strangers: set[str]) -> Who:
    """A first name alone is a stranger's where a stranger bears it: better one too many protected."""
    parts = parts_of(name)
    if len(parts) == 1 and not has_title(name) and parts[0] in strangers:
        return Who.THIRD_PARTY
    return parties.who(parts)
