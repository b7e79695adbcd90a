"""How are lists of words and phrases written in a check?

One phrase a line, as it is said, so that a list can be read and grown by anybody. A space stands for
any white space (a mail may be wrapped anywhere), an apostrophe for either form. What else is
special in a regular expression stays so: ``heads?`` is head or heads.
"""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

import re2

from app import linear
from app.kept import kept

_APOSTROPHE = r"(?:\x27|\x{2019})"
MOST_FOUND = 200
Pattern = Any  # google-re2 publishes no types


def any_of(phrases: str) -> str:
    """The phrases, one a line, as one group of alternatives; earlier lines win."""
    lines = (line.strip() for line in phrases.splitlines())
    return "(?:" + "|".join(as_pattern(line) for line in lines if line) + ")"


def as_pattern(phrase: str) -> str:
    """One phrase with its spaces (optional ones too) and apostrophes widened."""
    return r"\s+".join(phrase.replace(" ?", r"\s?").split()).replace("'", _APOSTROPHE)


def whole(pattern: str) -> Pattern:
    """The pattern as whole words, any case."""
    return linear.compile(rf"(?i)\b{pattern}\b")


def whole_any(phrases: str) -> Pattern:
    """Any of the phrases, one a line, as whole words, any case."""
    return whole(any_of(phrases))


class Screen:
    """Several patterns that are looked for in turn: one pass over a text tells which may be found at all.

    What every match of a pattern must hold is looked for first, whatever its case (`re2.Filter`).
    """

    def __init__(self, patterns: Iterable[Pattern]) -> None:
        """Compile the words that each pattern needs into one set."""
        self._filter = re2.Filter()
        for pattern in patterns:
            self._filter.Add(pattern.pattern)
        self._filter.Compile()
        self._asked = kept(self._match)

    def passed(self, text: str) -> tuple[int, ...]:
        """The positions of the patterns that may be found in the text, in order; all others are not in it."""
        return self._asked(text)

    def _match(self, text: str) -> tuple[int, ...]:
        return tuple(sorted(self._filter.Match(text, potential=True) or ()))


def first_found(pattern: Pattern, text: str, most: int = MOST_FOUND) -> Iterator[Any]:
    """The first matches of a pattern, in order. A mail with more of them says nothing new."""
    return islice(pattern.finditer(text), most)


def holds_name(words: str) -> bool:
    """Whether a word after the first is written as a name is: a capital, then a small letter."""
    return any(word[:1].isupper() and word[1:2].islower() for word in words.split()[1:])


def word_set(words: str) -> frozenset[str]:
    """Words separated by white space, as written."""
    return frozenset(words.split())


def joined(patterns: Iterable[str]) -> str:
    """Patterns as one group of alternatives."""
    return "(?:" + "|".join(patterns) + ")"
