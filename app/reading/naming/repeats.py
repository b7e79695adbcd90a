"""Where does somebody who was named once stand again?

A full name found once makes its parts names elsewhere in the draft: in small letters, in capitals, with a
possessive. Parts that are ordinary words too count only where they stand as names.
"""

from collections.abc import Iterator, Sequence

import re2

from app.reading.naming.word_lists import NEVER_NAMES, WORD_NAMES, word_set
from app.reading.naming.writing import Found, IsWord, Word, folded, has_title, parts_of, without_possessive

_VERB = re2.compile(
    r"(?i)^(?:['\x{2019}]s|[ ,]+(?:and|has|had|is|was|said|says|came|went|who|did|does|will|wants?|told|'s)\b)"
)
_DAY = re2.compile(r"^ ?\d|^ (?:19|20)\d\d|^ half|^ bank|^ Day")
_BEFORE_DATE = re2.compile(
    r"(?i)(?:\d(?:st|nd|rd|th)?|\b(?:in|by|until|till|since|early|late|mid|of|from|during|next|last|this))[ -]$"
)
_MONTHS = word_set(
    """
    may april june august autumn summer monday friday sunday
    """
)
REPEATED, REPEATED_SMALL = 0.85, 0.75
_SHORTEST = 3
_SURE = 0.6
_MOST_KNOWN = 2_000


def known_parts(text: str, found: Sequence[Found]) -> dict[str, bool]:
    """The parts of the names found; True where the part is a first name (or the only one)."""
    known: dict[str, bool] = {}
    for person in found:
        name = text[person.start : person.end]
        parts = parts_of(name)
        if person.confidence < _SURE or len(known) > _MOST_KNOWN:
            continue
        for at, part in enumerate(parts):
            if len(part) >= _SHORTEST and part not in NEVER_NAMES:
                known[part] = known.get(part, False) or (at == 0 and not has_title(name))
    return known


def repeated(text: str, words: Sequence[Word], known: dict[str, bool], is_word: IsWord) -> Iterator[Found]:
    """Every place where a known part stands as a name."""
    if not known:
        return
    for word in words:
        bare = without_possessive(word.text)
        part = folded(bare)
        if part in known and (sure := _as_name(text, word.start, bare, part, known[part], is_word)):
            yield Found(word.start, word.start + len(bare), sure)


def _as_name(text: str, start: int, word: str, part: str, is_first: bool, is_word: IsWord) -> float:
    """How surely it stands as a name; 0 when it does not."""
    is_ordinary = part in WORD_NAMES
    if word[0].islower():
        return 0.0 if is_ordinary or len(part) <= _SHORTEST or is_word(part) else REPEATED_SMALL
    if not is_ordinary:
        return REPEATED
    if not is_first:
        return 0.0  # a surname that is a word: only with a title or a first name, which other rules see
    before, after = text[max(0, start - 12) : start], text[start + len(word) : start + len(word) + 12]
    if part in _MONTHS and (_BEFORE_DATE.search(before) or _DAY.match(after)):
        return 0.0
    stripped = before.rstrip(" \t\"'(*\x95\u2022-")
    opens = not stripped or stripped[-1] in ".!?:\n"
    if word.isupper() and len(word) > 1:
        return 0.0
    return REPEATED if not opens or _VERB.match(after) else 0.0
