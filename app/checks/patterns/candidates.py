"""Where in a text could a number of some kind stand?

Digits are gathered in runs whatever separates them ("9 4 3 4…", "943-476-5870"), and a run offers every
window that begins and ends with a group. Numbers inside longer words, addresses of the web and sums of
money are no candidates; one joined to other letters is marked, and then needs its label.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from app import linear
from app.checks.words import Pattern

_SEPARATOR = r"(?: {1,2}|[-\x{2013}.·]| [-\x{2013}] )"
_RUN = linear.compile(rf"\d(?:{_SEPARATOR}?\d){{5,}}")
_GROUP = linear.compile(r"\d+")
_LONGEST = 19
_LONGEST_RUN = 2_000
EXAMINED_AT_MOST = 2_000
"""Nobody needs more places than this to be told; a page of nothing but numbers stays quick to read."""
_MOST_GROUPS = 4
_DIALLING_CODE = 5
_USUAL = frozenset({(3, 3, 4), (4, 4, 4, 4), (4, 6, 5), (4, 6, 4), (5, 5), (4, 4), (2, 2, 2), (3, 3, 3)})
_TOKEN = 120
_WEB = linear.compile(r"(?i)://|www\.|@|[?&][\w.-]*=|%[0-9A-F]{2}")
_JOINERS = "-\u2013/.=#"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch that could be a number. `bare` has no separators; `groups` are the lengths as written."""

    start: int
    end: int
    bare: str
    written: str
    groups: tuple[int, ...] = ()
    joined: bool = False

    @property
    def solid(self) -> bool:
        """Written without any separator."""
        return len(self.bare) == len(self.written)

    @property
    def even(self) -> bool:
        """Written with one kind of separator only."""
        return len({c for c in self.written if not c.isalnum()}) <= 1


Group: TypeAlias = tuple[int, int]
"""The place of digits that stand together."""


def digit_runs(text: str) -> Iterator[list[Group]]:
    """Runs of digits, as their groups; a telephone number with its ``+`` is none."""
    for run in _RUN.finditer(text):
        if text[run.start() - 1 : run.start()] != "+":
            yield [
                (run.start() + g.start(), run.start() + g.end())
                for g in _GROUP.finditer(run.group()[:_LONGEST_RUN])
            ]


def windows(text: str, runs: Iterable[list[Group]], lengths: frozenset[int]) -> Iterator[Candidate]:
    """Every window of the runs that holds a wanted number of digits, in order.

    An odd grouping must be the whole run; a usual one may have other numbers beside it.
    """
    for groups in runs:
        count = len(groups)
        for first in range(count):
            digits = 0
            for last in range(first, min(first + _MOST_GROUPS, count)):
                digits += groups[last][1] - groups[last][0]
                if (
                    digits in lengths
                    and _is_usual(groups[first : last + 1])
                    and not _is_dialled(text, groups, first)
                ):
                    yield from _window(text, groups, first, last)
        if (
            count > 1
            and count <= _LONGEST
            and sum(b - a for a, b in groups) in lengths
            and not _is_usual(groups)
        ):
            yield from _window(text, groups, 0, count - 1)


def _window(text: str, groups: list[Group], first: int, last: int) -> Iterator[Candidate]:
    sizes = tuple(b - a for a, b in groups[first : last + 1])
    joined = _is_tight(text, groups, first - 1) or _is_tight(text, groups, last)
    return placed(text, groups[first][0], groups[last][1], sizes, joined=joined)


def _is_usual(groups: list[Group]) -> bool:
    return len(groups) == 1 or tuple(b - a for a, b in groups) in _USUAL


def _is_dialled(text: str, groups: list[Group], first: int) -> bool:
    """Whether the group before is the dialling code of a telephone number."""
    if first == 0:
        return False
    start, end = groups[first - 1]
    return text[start] == "0" and end - start <= _DIALLING_CODE


def _is_tight(text: str, groups: list[Group], before: int) -> bool:
    """Whether a group and the next are joined by a mark without spaces: a longer number."""
    if before < 0 or before + 1 >= len(groups):
        return False
    return not text[groups[before][1] : groups[before + 1][0]].isspace()


def matches(text: str, shape: Pattern) -> Iterator[Candidate]:
    """Every match of a shape that stands as a word of its own."""
    for match in shape.finditer(text):
        yield from placed(text, match.start(), match.end())


def placed(
    text: str, start: int, end: int, groups: tuple[int, ...] = (), *, joined: bool = False
) -> Iterator[Candidate]:
    """The candidate at a place, unless it is part of something longer."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if after in {"K", "k"} and not text[end + 1 : end + 2].isalnum():
        after = ""
    if before.isalnum() or after.isalnum() or before in {"£", "$", "€", "+"} or _is_web(text, start, end):
        return
    if after == "." and text[end + 1 : end + 2].isdigit() and not joined:
        return
    joined = joined or (before in set(_JOINERS) and _continues(text, start - 2, before))
    joined = joined or (after in {"-", "/", "="} and text[end + 1 : end + 2].isalnum())
    written = text[start:end]
    bare = "".join(c for c in written if c.isalnum() or c == "<").upper()
    yield Candidate(start, end, bare, written, groups, joined)


def _continues(text: str, place: int, mark: str) -> bool:
    return mark == "#" or (place >= 0 and text[place].isalnum())


def _is_web(text: str, start: int, end: int) -> bool:
    """Whether the word around a place is an address of the web or of mail."""
    head, tail = text[max(0, start - _TOKEN) : start], text[end : end + _TOKEN]
    head = head.split()[-1] if head and not head[-1].isspace() and head.split() else ""
    tail = tail.split()[0] if tail and not tail[0].isspace() and tail.split() else ""
    return bool((head or tail) and _WEB.search(head + "0" + tail))
