"""What do the words beside a number say it is?

Whole cue words, up to 70 characters before and a few after, the nearest winning; in a table the
column's heading counts instead. A label that names something else ("order no.") speaks against.
"""

from dataclasses import dataclass
from enum import Enum, auto

import re2

from app import linear
from app.checks.patterns.passages import Passage
from app.checks.words import Pattern

_BEFORE = 70
_AFTER = 36
_NEAR = 30
_LINE_BREAKS = 3
_NOWHERE = (-1, 0)
_EXPLAINED_AFTER = linear.compile(r"^[^\S\n]*(?:[(\[=]|is\b|was\b|as\b|being\b|[-\x{2013}] )[^.;\n\t\d]*")

OTHER_NUMBERS = (
    r"orders?|tickets?|invoices?|inv|ref|refs|reference|p\.?o|purchase|booking|isbn(?:-1[03])?|issn|ean"
    r"|barcode|urn"
    r"|laestab|lea? ?/? ?estab|ukprn|quote|quotation|customer|supplier|serial|tracking|parcel"
    r"|consignment|version|vat"
    r"|telephone|tel|phone|fax|timestamp|unix|epoch|budget|ledger|gl|transaction|receipt|batch|sku|doi"
    r"|grant|tender"
    r"|(?:case|job|item|call|incident|request|message|event|page|asset|model|part|product|build|company"
    r"|charity"
    r"|meeting|conference|webinar|delivery|remittance|contract|registered|dfes?|cost|licen[cs]e|article"
    r"|document|file)"
    r" ?(?:nos?|numbers?|ids?|code|key|ref|reference)"
)


class Standing(Enum):
    """What the words beside a number make of it."""

    FOR = auto()
    NONE = auto()
    AGAINST = auto()


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that name a kind of number, and words that name something else."""

    _for: Pattern
    _against: Pattern

    @classmethod
    def of(cls, words: str, against: str = OTHER_NUMBERS) -> "Cue":
        """A cue from alternatives written as a regular expression; case does not matter, words are whole."""
        return cls(_whole_words(words), _whole_words(against))

    def standing(self, passage: Passage, start: int, end: int) -> Standing:
        """What stands nearest to the number at these characters."""
        before, place = words_before(passage, start)
        named, other = _last(self._for, before), _last(self._against, before)
        if named != _NOWHERE and named >= other:
            return Standing.FOR
        after = _EXPLAINED_AFTER.match(passage.text[end : end + _AFTER])
        if after is not None and _last(self._for, after.group()) != _NOWHERE and not place.is_row:
            return Standing.FOR
        return Standing.AGAINST if other[0] >= max(0, len(before) - _NEAR) else Standing.NONE

    def names(self, words: str) -> bool:
        """Whether the words hold the cue at all."""
        return _last(self._for, words) != _NOWHERE


@dataclass(frozen=True, slots=True)
class Place:
    """Whether the words before came from a table's headings."""

    is_row: bool


def words_before(passage: Passage, start: int, reach: int = _BEFORE) -> tuple[str, Place]:
    """The words that may name what starts here: heading and own cell in a table, else the lines before."""
    label = passage.tables.label_at(start)
    if label is not None:
        words, cell_start = label
        own = passage.text[max(cell_start, start - reach) : start]
        return words + own, Place(is_row=True)
    words = passage.text[max(0, start - reach) : start]
    lines = words.split("\n")
    return "\n".join(lines[-_LINE_BREAKS:]), Place(is_row=False)


def _whole_words(words: str) -> Pattern:
    options = re2.Options()
    options.longest_match = True
    options.case_sensitive = False
    return linear.compile(rf"\b(?:{words})\b", options)


def _last(pattern: Pattern, words: str) -> tuple[int, int]:
    """Where the last match ends, and its length: of two that end together the longer says more."""
    found = [(match.end(), match.end() - match.start()) for match in pattern.finditer(words)]
    return found[-1] if found else _NOWHERE
