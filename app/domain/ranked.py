"""How do words that stand for a rank compare? By their order of definition, never by spelling."""

from enum import StrEnum


class Ranked(StrEnum):
    """An enumeration whose members are written weakest first.

    All four comparisons are spelt out: `str` brings its own, which would order by spelling.
    """

    rank: int
    """The place in the order of definition, from 0."""

    def __init__(self, _value: str) -> None:
        """Called once for each member, in order."""
        self.rank = len(type(self).__members__)

    def __lt__(self, other: object) -> bool:
        return self._comes_before(other)

    def __gt__(self, other: object) -> bool:
        return not self._comes_before(other) and self is not other

    def __le__(self, other: object) -> bool:
        return self._comes_before(other) or self is other

    def __ge__(self, other: object) -> bool:
        return not self._comes_before(other)

    def _comes_before(self, other: object) -> bool:
        if not isinstance(other, type(self)):
            raise TypeError(f"{type(self).__name__} cannot be compared with {type(other).__name__}")
        return self.rank < other.rank
