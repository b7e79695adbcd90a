"""How does a sentence read when nobody shouts: capitals, and marks in stacks?

Words in capitals become small, but for abbreviations, names, days and months. Where a word may be a name
that nothing else in the draft shows to be one, the sentence stays as it is.
"""

from collections.abc import Collection
from typing import Any

from app import linear
from app.checks.tone.capitals import find_shouts
from app.checks.wording.acronyms import is_acronym
from app.checks.words import word_set
from app.compose.rewording.ordinary import ORDINARY

_TITLED = word_set("mr mrs ms miss mx dr sir dame prof professor rev reverend cllr councillor")
_CALENDAR = word_set("""
    monday tuesday wednesday thursday friday saturday sunday january february march april june july august
    september october november december easter christmas english british england britain welsh wales kent
""")
_WORD = linear.compile(r"[\pL][\pL'\x{2019}&]*")
_MARKS = linear.compile(r"[!?](?:[ \t]?[!?])+|!")
_STRESSED = linear.compile(r"\b\p{Lu}{3,}\b")
_STACK = linear.compile(r"[!?](?:[ \t]?[!?])+")
_SHOUTED_DAY = linear.compile(
    r"\b(?:(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY|(?:JANU|FEBRU)ARY|MARCH|APRIL|JUNE|JULY|AUGUST"
    r"|(?:SEPTEM|OCTO|NOVEM|DECEM)BER)\b|\bMAY$"
)
_MONTH_BEFORE = linear.compile(r"(?:\d(?:st|nd|rd|th)?|\b(?i:in|of|by|until|since|late|early|mid))\s*$")


def is_shouted(words: str) -> bool:
    """Whether a stretch holds capitals that people may read as shouting."""
    return any(not shout.is_heading for shout in find_shouts(words))


def is_stacked(words: str) -> bool:
    """Whether a stretch holds marks in a stack."""
    return _STACK.search(words) is not None


def without_shouting(words: str, names: Collection[str] = (), *, starts: bool = True) -> str | None:
    """The words in small letters where they are shouted; None when a name might be lost.

    `names` are capitalised words of the rest of the draft; `starts` says that the words begin a sentence.
    """
    known = {name.lower(): name for name in names}
    pieces: list[str] = []
    done = 0
    for shout in find_shouts(words):
        small = _spoken(words, shout.start, shout.end, known)
        if small is None:
            return None
        pieces += [words[done : shout.start], small]
        done = shout.end
    said = "".join((*pieces, words[done:]))
    if done:
        said = str(_SHOUTED_DAY.sub(lambda match: match.group().capitalize(), said))
    return capitalised(said) if starts else said


def without_stressed_words(words: str) -> str:
    """Single ordinary words in capitals ("AGAIN") in small letters; what may be an abbreviation stays."""

    def one(match: Any) -> str:
        word = match.group()
        is_plain = word.lower() in ORDINARY and not is_acronym(word)
        opens = words[: match.start()].rstrip()[-1:] in {".", "!", "?"}
        return str((word.capitalize() if opens else word.lower()) if is_plain else word)

    return capitalised(str(_STRESSED.sub(one, words)))


def _spoken(words: str, start: int, end: int, known: dict[str, str]) -> str | None:
    pieces: list[str] = []
    done, before = start, ""
    for match in _WORD.finditer(words, start, end):
        word = match.group()
        small = _one(word, before, words[: match.start()], known)
        if small is None:
            return None
        pieces += [words[done : match.start()], small]
        done, before = match.end(), word.lower()
    return "".join((*pieces, words[done:end]))


def _one(word: str, before: str, lead: str, known: dict[str, str]) -> str | None:
    """One shouted word as it is said; None for what may be a name, or an abbreviation unknown to us."""
    small = word.lower().replace("\u2019", "'")
    is_saint = before == "st" and small not in ORDINARY  # "ST ANNE'S"
    is_may = small == "may" and _MONTH_BEFORE.search(lead) is not None
    if small in known:
        return known[small]
    is_titled = before in _TITLED or small in {*_TITLED, "st"} or is_saint
    if is_may or is_titled or small in _CALENDAR or small[:2] in {"i", "i'"}:
        return _named(word)
    if small in ORDINARY and small != "asap":
        return word.lower()
    return word if is_acronym(word) else None


def _named(word: str) -> str:
    """A name as people write it: ``O'Leary``, ``Mark's``."""
    first, mark, rest = word.replace("\u2019", "'").partition("'")
    if not mark or len(rest) <= 1:
        return word[0] + word[1:].lower()
    return first.capitalize() + word[len(first)] + rest[0] + rest[1:].lower()


def without_stacks(words: str, *, calm: bool) -> str:
    """One mark for a stack; `calm` ends what is exclaimed with a full stop."""

    def one(match: Any) -> str:
        marks = match.group()
        if "?" in marks:
            return "?"
        if calm and words[match.end() : match.end() + 1] in {",", ";", ":"}:
            return ""  # "nineteen!, and ..."
        return "." if calm else "!"

    pattern = _MARKS if calm else _STACK
    return str(pattern.sub(one, words))


def capitalised(words: str) -> str:
    """The words with their first letter in capitals, whatever stands before it; a link stays as it is."""
    first = words.split(maxsplit=1)[:1]
    if any(mark in word for word in first for mark in ("://", "@", "www.")):
        return words
    for at, letter in enumerate(words):
        if letter.isalpha():
            return words[:at] + letter.upper() + words[at + 1 :]
        if letter.isdigit():
            break
    return words
