"""Are a rule's own words short and plain?

Hard words, long messages, and the reading age by the Flesch-Kincaid formula. Facts between braces
are left out: they are the draft's, not the rule's.
"""

from collections.abc import Iterator, Sequence
from statistics import median
from string import Formatter

import re2

from app.policy.pack import Pack, Rule
from app.policy.remark import Remark, RemarkKind
from app.policy.rule import Words

LONG_MESSAGE = 160
READING_AGE = 11.0
ONE_MESSAGE = 15.0
SHOWN = 3
FEWEST = 8
HARD_WORDS = frozenset(
    """accordance additionally adhere ascertain commence comply compliance contravene disseminate
    endeavour expedite facilitate forthwith hereby herein inappropriate notwithstanding obligatory
    prohibited pursuant recipient recipients regarding stakeholders sufficient terminate thereof
    unauthorised utilise utilisation violate violation violations whilst""".split()  # noqa: SIM905 - a closed list reads best as words
)

_SENTENCE = re2.compile(r"[.!?:;]+(?:\s|$)")
_VOWELS = re2.compile(r"(?i)[aeiouy]+")
_SILENT = re2.compile(r"(?i)(?:[^aeiouyl]e|[^aeiouydt]ed|[^aeiouyscxzgh]es)$")
_TO_AGE = 5


def about_words(pack: Pack, rule: Rule) -> Iterator[Remark]:
    """Hard words and long messages of one rule."""
    for words in _all_words(rule):
        plain = _without_facts(f"{words.title} {words.message}")
        hard = sorted(HARD_WORDS & set(_words(plain)))
        if hard:
            message = f"Hard to read: {', '.join(hard)}. Use an everyday word."
            yield Remark(RemarkKind.HARD_WORD, pack.id, rule.id, rule.line, message)
        if len(words.message) > LONG_MESSAGE:
            message = f"The message has {len(words.message)} characters. Aim for {LONG_MESSAGE} or fewer."
            yield Remark(RemarkKind.LONG_MESSAGE, pack.id, rule.id, rule.line, message)


def hard_to_read(pack: Pack) -> Iterator[Remark]:
    """One remark a pack whose messages are hard to read, or of which some are."""
    ages = sorted(
        (
            (max(reading_age(_without_facts(w.message)) for w in _all_words(rule)), rule)
            for rule in pack.rules
        ),
        key=lambda aged: -aged[0],
    )
    middle = median(age for age, _ in ages) if ages else 0.0
    hardest = [(age, rule) for age, rule in ages if age > ONE_MESSAGE]
    if middle <= READING_AGE and not hardest:
        return
    shown = (hardest or ages)[:SHOWN]
    said = "; ".join(f"{rule.id}, line {rule.line} (about {age:.0f})" for age, rule in shown)
    message = (
        f"Reading ages of messages: half are {middle:.0f} or more (aim for {READING_AGE:.0f}). The "
        f"hardest: {said}. "
        "Use shorter sentences and shorter words."
    )
    yield Remark(RemarkKind.HARD_TO_READ, pack.id, shown[0][1].id, shown[0][1].line, message)


def reading_age(text: str) -> float:
    """The age by the Flesch-Kincaid grade; no less than five, and five for too few words to tell."""
    words = _words(text)
    if len(words) < FEWEST:
        return float(_TO_AGE)
    sentences = max(1, len(_SENTENCE.findall(text)))
    syllables = sum(_syllables(word) for word in words)
    grade = 0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59
    return max(0.0, grade) + _TO_AGE


def message_age(message: str) -> float:
    """The reading age of a rule's message, its facts left out."""
    return reading_age(_without_facts(message))


def _all_words(rule: Rule) -> Sequence[Words]:
    return tuple(dict.fromkeys((rule.words_for(""), *rule.says.values())))


def _syllables(word: str) -> int:
    vowels = len(_VOWELS.findall(word))
    return max(1, vowels - bool(_SILENT.search(word)))


def _without_facts(words: str) -> str:
    return "".join(text for text, *_ in Formatter().parse(words))


def _words(text: str) -> list[str]:
    return "".join(c if c.isalnum() else " " for c in text.lower()).split()
