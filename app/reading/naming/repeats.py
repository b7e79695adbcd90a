"""Where does somebody who was named once stand again?

A full name found once makes its parts names elsewhere in the draft: in small letters, in capitals, with a
possessive. Parts that are ordinary words too count only where they stand as names.
"""

from collections.abc import Iterable, Iterator

from app import linear
from app.reading.naming.word_lists import GIVEN_TOO, NEVER_NAMES, WORD_NAMES, word_set
from app.reading.naming.writing import Found, IsWord, Word, folded, has_title, parts_of, without_possessive

_VERB = linear.compile(
    r"(?i)^(?:['\x{2019}]s|[ ,]+(?:and|has|had|is|was|said|says|came|went|who|did|does|wants?|told)\b)"
)
_DAY = linear.compile(r"^ ?\d|^ (?:19|20)\d\d|^ half|^ bank|^ Day")
_BEFORE_DATE = linear.compile(
    r"(?i)(?:\d(?:st|nd|rd|th)?"
    r"|\b(?:in|by|until|till|since|early|late|mid|of|from|during|next|last|this))[ -]$"
)
_NEVER = NEVER_NAMES - GIVEN_TOO
_MONTHS = word_set("may april june august autumn summer monday friday sunday")
REPEATED, REPEATED_SMALL = 0.85, 0.75
_SHORTEST = 3
_SURE = 0.6
_MOST_KNOWN = 2_000
_REACH = 12


class Known:
    """The parts of the names found so far; True where a part is a first name, or the only one."""

    def __init__(self, is_word: IsWord) -> None:
        """Knows nobody yet."""
        self._is_word = is_word
        self._parts: dict[str, bool] = {}

    def learn(self, text: str, found: Iterable[Found]) -> None:
        """Take in the names found in `text`, those that are sure enough."""
        for person in found:
            if person.confidence < _SURE or len(self._parts) > _MOST_KNOWN:
                continue
            name = text[person.start : person.end]
            is_given = not has_title(name)
            for at, part in enumerate(parts_of(name)):
                is_told = len(part) >= _SHORTEST or (person.is_sure and is_given and self._is_no_word(part))
                if len(part) > 1 and is_told and part not in _NEVER:
                    self._parts[part] = self._parts.get(part, False) or (at == 0 and is_given)

    def repeated(self, text: str, words: Iterable[Word]) -> Iterator[Found]:
        """Every place where a known part stands as a name."""
        for word in words if self._parts else ():
            said = word.text
            if said.isascii() and said.isalpha() and said.lower() not in self._parts:
                continue  # most words, and this is asked of each
            bare = without_possessive(said)
            part = folded(bare)
            if part in self._parts and (sure := self._as_name(text, word.start, bare, part)):
                yield Found(word.start, word.start + len(bare), sure, is_known=self._parts[part])

    def _is_no_word(self, part: str) -> bool:
        return part in GIVEN_TOO or not self._is_word(part)

    def is_surname(self, part: str) -> bool:
        """Whether somebody found so far is called so, and not as a first name alone."""
        return part in self._parts and not self._parts[part]

    def is_first(self, part: str) -> bool:
        """Whether somebody found so far is called so by first name."""
        return self._parts.get(part, False)

    def _as_name(self, text: str, start: int, word: str, part: str) -> float:
        """How surely it stands as a name; 0 when it does not."""
        if word[0].islower():
            is_ordinary = (
                part in WORD_NAMES or part in GIVEN_TOO or len(part) <= _SHORTEST or self._is_word(part)
            )
            return 0.0 if is_ordinary else REPEATED_SMALL
        if not self._parts[part] and text.startswith(" & ", start + len(word)):
            return 0.0  # "Geddes & Muir"
        if part not in WORD_NAMES and part not in GIVEN_TOO:
            return REPEATED
        if not self._parts[part] or (word.isupper() and len(word) > 1):
            return 0.0  # a surname that is a word: only with a title or a first name, which other rules see
        end = start + len(word)
        before, after = text[max(0, start - _REACH) : start], text[end : end + _REACH]
        if part in _MONTHS and (_BEFORE_DATE.search(before) or _DAY.match(after)):
            return 0.0
        stripped = before.rstrip(" \t\"'(*\u2022-")
        opens = not stripped or stripped[-1] in ".!?:\n"
        return REPEATED if not opens or _VERB.match(after) else 0.0
