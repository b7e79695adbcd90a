"""Does a rewording keep every fact of the sentence?

Numbers, dates, names, addresses and links must all still be there, and as many negations: whatever a
phrase table does, this is asked of its result, and what fails is not offered.
"""

from collections import Counter
from collections.abc import Iterator

from app import linear
from app.checks.words import Pattern

_FIGURE = linear.compile(r"\pN+(?:[.,:/-]\pN+)*")
_LINK = linear.compile(r"(?i)\b(?:https?://|www\.)\S+|\S+@\S+")
_NEGATION = linear.compile(r"(?i)\b(?:not|never|cannot)\b|n(?:'|\x{2019})t\b")
_NT = r"(?:n(?:'|\x{2019})t| not)"
NO_DENIAL = linear.compile(
    r"(?i)\bI (?:really |simply |just )?(?:can(?:'|\x{2019})t|cannot|can not) believe\b|\bor not\b"
    rf"|\bI do{_NT} know how (?:many|much)\b|\bI (?:won(?:'|\x{2019})t|will not) (?:ask|tell|remind)\b"
    rf"|\b(?:ca|could|wo|would){_NT} you\b|\bcannot you\b|\b(?:had|have){_NT} noticed\b"
    r"|\bnot (?:exactly |that |really )?(?:rocket science|brain surgery|difficult|hard|complicated)\b"
    rf"|\bnot good enough\b|\bis{_NT} good enough\b"
)
"""A "not" that denies nothing, so that it may go."""
_NAME = linear.compile(r"\p{Lu}[\pL\pM'\x{2019}-]*")
_TITLED = linear.compile(r"(?:^|[.!?:]\s+|[\"\x{201c}\x{2018}(]|\n\s*)[^\pL\pN]*$")
_QUANTITY = linear.compile(
    r"(?i)\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty"
    r"|sixty|hundred|thousand|half|twice|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|noon"
    r"|midnight|january|february|march|april|june|july|august|september|october|november|december"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|tomorrow|tonight|yesterday|week|month|year|term)s?\b"
)


_MANY_TIMES = linear.compile(r"(?i)\ban? (?:dozen|hundred|thousand|million) times\b")
"""A number that counts nothing."""


def keeps_facts(before: str, after: str) -> bool:
    """Whether `after` still says every fact of `before`, with as many negations and nothing counted anew."""
    return (
        _listed(_FIGURE, before) == _listed(_FIGURE, after)
        and _listed(_LINK, before) == _listed(_LINK, after)
        and not _listed(_QUANTITY, _MANY_TIMES.sub(" ", before.lower())) - _listed(_QUANTITY, after.lower())
        and _count(_NEGATION, after) >= _count(_NEGATION, NO_DENIAL.sub(" ", before))
        and not Counter(_names(before)) - Counter(_all_capitalised(after))
    )


def holds_facts(words: str) -> bool:
    """Whether the words hold a number, a date, an amount, a name, an address or a link."""
    names = next(_names(words), None)
    return says_how_many_or_when(words) or names is not None or _LINK.search(words) is not None


def says_how_many_or_when(words: str) -> bool:
    """Whether the words hold a number, a date or an amount."""
    return _FIGURE.search(words) is not None or _QUANTITY.search(words) is not None


def _listed(pattern: Pattern, text: str) -> Counter[str]:
    found = pattern.finditer(text)
    return Counter(m.group().rstrip(".,;:!?)>") for m in found)


def _count(pattern: Pattern, text: str) -> int:
    return sum(1 for _ in pattern.finditer(text))


def _names(text: str) -> Iterator[str]:
    """Words with a capital that no sentence start explains, as people write names; shouted words are not."""
    for match in _NAME.finditer(text):
        word = match.group()
        is_shouted = len(word) > 1 and word.isupper()
        starts = _TITLED.search(text[: match.start()]) is not None or not text[: match.start()].strip()
        if not (is_shouted or starts or word == "I" or word.startswith(("I'", "I\u2019"))):
            yield word.lower()


def _all_capitalised(text: str) -> Iterator[str]:
    return (match.group().lower() for match in _NAME.finditer(text))
