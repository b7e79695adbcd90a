"""Which ordinary words are names here, and which names does the network only half see?

Two kinds of weak evidence, each beside another. A capitalised word that the network does not rule out is a
person when it is likely enough, when people are called so, or when its accents are foreign. A word that
people are called by (``Gift``, ``River``) is one where it has a surname and acts or is acted upon, and where
it does what only people do (``Faith rang me``, ``Peace is seeing her nurse``).
"""

from collections.abc import Iterable, Iterator, Sequence

from app import linear
from app.domain.reading import Name, NameKind
from app.reading.naming.things import HEADS
from app.reading.naming.word_lists import NO_SURNAMES, WORD_NAMES, word_set
from app.reading.naming.writing import (
    Found,
    Word,
    folded,
    is_foreign,
    is_never_name,
    name_from,
    without_possessive,
)

FAINT = 0.3
"""Names that the network tells for itself are at least so likely."""
_LIKELY = 0.05
_HALF_SEEN, _WITH_SURNAME, _ACTING = 0.5, 0.6, 0.55
_REACH, _NEAR = 120, 12
_LEAD_IN = word_set(
    """
    about and asked asking by but called consulting contact for from have has invite know let meet
    of or ring saw see send speak tell thank that thanked to told when where while whether with because
    if as
    """
)
_HAS = word_set("is was has had who can will could would should")
_PERSONAL = word_set(
    """
    asked asks brought called came cried drove emailed feels felt forgot gave goes got hates hit kicked
    knew knows laughed likes lives loves needs phoned rang refused said sat says shouted signed sits
    smiled spoke stood swears texted thinks thought told took tells turned wants wanted went wrote
    attends joins joined left waited walked slept ate played helped drew swam lent borrowed spilled
    dropped threw pushed bit scratched replied apologised complained explained
    """
)
_PRONOUN = linear.compile(r"^[^\n.!?]*?\b(?:he|she|his|her|him|himself|herself)\b")
_APPOSED = linear.compile(r"^, ?(?:who|whose|aged|(?:in )?Y(?:ear)? ?(?:1[0-3]|[1-9R]))\b")
_BEGINS = frozenset(("", "\n", ".", "!", "?", ":"))
_NO_VERB = linear.compile(r"^ (?:for|at|of|to|that|you|this|we|all|not|the|your|it|be|me|us|my|our)\b")
_KIN = word_set(
    """
    brother sister son daughter twin cousin niece nephew wife husband colleague neighbour caretaker supervisor
    cleaner toddler stepson stepdaughter grandson granddaughter
    """
)
_OPENS = frozenset("\n.!?:")


def faint_names(text: str, names: Iterable[Name]) -> Iterator[Found]:
    """What the network half sees, where it is likely enough for a word of its kind."""
    for name in names:
        if name.kind is not NameKind.PERSON or name.confidence >= FAINT or name.end > len(text):
            continue
        word = without_possessive(text[name.start : name.end])
        part = folded(word)
        is_likely = name.confidence >= _LIKELY or part in WORD_NAMES or is_foreign(word)
        is_glued = text[name.end : name.end + 1].isdigit() or _is_aside(text, name.start, name.end)
        if is_likely and len(word) > 2 and not is_glued and not is_never_name(word):  # noqa: PLR2004 - an initial is no name
            yield Found(name.start, name.start + len(word), _HALF_SEEN)


def _is_aside(text: str, start: int, end: int) -> bool:
    """Whether a word stands alone in brackets ("Amara (Oak)"), or opens "Hope for the best"."""
    before, after = text[:start].rstrip(" \t")[-1:], text[end : end + _NEAR]
    in_brackets = before == "(" and after[:1] == ")"
    return in_brackets or (before in _BEGINS and _NO_VERB.match(after) is not None)


def word_names(text: str, words: Sequence[Word], capitals: Iterable[int]) -> Iterator[Found]:
    """Words that people are called by, where they plainly are somebody."""
    after = 0
    for at in capitals:
        if at < after or not _may_be_called(words[at]):
            continue
        count = max(1, name_from(text, words, at))
        name = words[at : at + count]
        if count == 2 and _has_surname(name) and _is_placed(text, words, at, at + count):  # noqa: PLR2004 - and a surname
            is_sure = _APPOSED.match(text[name[-1].end : name[-1].end + _NEAR]) is not None
            yield Found(name[0].start, name[-1].end, _WITH_SURNAME, is_sure=is_sure)
        elif count == 1 and _acts(text, words, at):
            yield Found(name[0].start, name[0].end, _ACTING)
        after = at + count


def _may_be_called(word: Word) -> bool:
    return word.text[1:].islower() and folded(word.text) in WORD_NAMES


def _has_surname(name: Sequence[Word]) -> bool:
    surname = without_possessive(name[-1].text)
    return (
        len(surname) > 2  # noqa: PLR2004 - no initial
        and not surname.isupper()
        and not is_never_name(surname)
        and folded(surname) not in NO_SURNAMES
        and folded(surname) not in HEADS
    )


def _is_placed(text: str, words: Sequence[Word], first: int, after: int) -> bool:
    """Whether what stands before or after takes a person: "told Gift Bell", "Gift Bell has"."""
    follows = _joined(text, words, after)
    is_apposed = _APPOSED.match(text[words[after - 1].end : words[after - 1].end + _NEAR])
    if is_apposed or follows in _HAS or follows in _PERSONAL:
        return True
    before = words[first - 1] if first else None
    is_led = (
        before is not None
        and before.text in _LEAD_IN
        and text[before.end : words[first].start] == " "
        and folded(words[first].text) != "may"
    )
    return is_led and (not follows or follows[0].islower())


def _acts(text: str, words: Sequence[Word], at: int) -> bool:
    follows = _joined(text, words, at + 1)
    if follows in _PERSONAL:
        return True
    if at and words[at - 1].text in _KIN and text[words[at - 1].end : words[at].start] == " ":
        return not follows or follows[0].islower()
    before = text[: words[at].start].rstrip(" \t") if at < 1 else text[words[at - 1].end : words[at].start]
    opens = not before.strip() or bool(_OPENS.intersection(before))
    if follows not in _HAS or (opens and at + 1 >= len(words)):
        return False
    return _PRONOUN.match(text[words[at + 1].end : words[at + 1].end + _REACH]) is not None


def _joined(text: str, words: Sequence[Word], at: int) -> str:
    """The word at `at` where only a space parts it from the one before; empty when there is none."""
    if at >= len(words) or text[words[at - 1].end : words[at].start] != " ":
        return ""
    return words[at].text
