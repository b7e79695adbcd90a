"""What stands before and after a word, in its sentence and in the one before?

A Stretch is a sentence or a line, whichever is shorter. What governs a secret is nearly always in the same
stretch or in the one before, so this is all the context that the finders ask for.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, pairwise

from app import linear
from app.checks.words import word_set
from app.kept import once_a_check

_BREAK = linear.compile(r"[.!?]+[\"'”\x{2019})]*\s+|\n+")
_SHORTENED = word_set("no nos e.g eg i.e ie ext tel mr mrs ms dr st approx inc incl etc")
_WORD = 12
_REACH = 140
_AFTER = 80
_MOST = 20_000


@dataclass(frozen=True, slots=True)
class Around:
    """The words around a place: in its own stretch before it, after it, and the stretch before."""

    before: str
    after: str
    earlier: str


@once_a_check
def _starts_in(text: str) -> list[int]:
    starts = [0]
    for match in islice(_BREAK.finditer(text), _MOST):
        before = text[max(0, match.start() - _WORD) : match.start()].split()
        if text[starts[-1] : match.start()].strip(" (").isdigit() and "\n" not in match.group():
            continue  # the number of a point in a list
        if not before or before[-1].lstrip("(").lower() not in _SHORTENED:
            starts.append(match.end())
    return starts


class Stretches:
    """The stretches of a text, to be asked about a place."""

    def __init__(self, text: str) -> None:
        """Keep the text; it is cut when first asked about."""
        self._text = text

    @cached_property
    def _starts(self) -> list[int]:
        """Where each stretch begins; most mails never ask, and some ask for several kinds of secret."""
        return _starts_in(self._text)

    def each(self) -> Iterator[tuple[int, int, str]]:
        """Where each stretch with words begins and ends, and the words of the one before."""
        earlier = ""
        for start, end in pairwise([*self._starts, len(self._text)]):
            words = self._text[start:end].strip()
            if words:
                yield self._text.index(words, start, end), end, earlier
                earlier = words

    def around(self, start: int, end: int) -> Around:
        """What stands around the word at these characters."""
        at = bisect_right(self._starts, start) - 1
        first = self._starts[at]
        before = self._text[max(first, start - _REACH) : start]
        earlier = self._text[max(self._starts[at - 1], first - _REACH) : first] if at > 0 else ""
        return Around(before, self._text[end : end + _AFTER], earlier)
