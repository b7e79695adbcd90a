"""Does any of many stretches overlap another one? Told without looking through all of them."""

from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate


class Overlaps:
    """Stretches of one text, end excluded; they may overlap each other."""

    def __init__(self, stretches: Iterable[tuple[int, int]]) -> None:
        """In any order."""
        ordered = sorted(stretches)
        self._starts = [start for start, _ in ordered]
        self._ends = list(accumulate((end for _, end in ordered), max))

    def any(self, start: int, end: int) -> bool:
        """Whether one of them shares a code point with this one."""
        before_end = bisect_left(self._starts, end)
        return before_end > 0 and self._ends[before_end - 1] > start
