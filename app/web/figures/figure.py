"""What is one figure made of, whoever reads it?

A summary in sentences, a chart, and the table that the chart is drawn from: the same numbers three times, so
that nobody needs to see the chart. A file for a spreadsheet has the table.
"""

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH = 256
"""Of a bar and its number, in their own units: a narrow telephone shows them as large as they are."""
_FOR_NUMBERS = 52

Cell = str | int


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar under its label."""

    label: str
    number: str
    length: float


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure. `empty` says what is missing while nothing is to be shown; `hints` how it is counted."""

    id: str
    title: str
    summary: Sequence[str]
    head: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    chart: Sequence[Bar]
    empty: str = ""
    hints: Sequence[str] = ()

    @property
    def heads(self) -> Sequence[str]:
        """The heads of the columns; all but the first are over numbers."""
        first, *others = self.head
        return first, *(f"{words}#" for words in others)


def chart(values: Sequence[tuple[str, float]], unit: str = "") -> Sequence[Bar]:
    """Bars for what is counted; the longest fills the room that its number leaves."""
    most = max((value for _, value in values), default=0)
    room = WIDTH - _FOR_NUMBERS
    return [Bar(label, f"{value:,.0f}{unit}", _length(value, most, room)) for label, value in values]


def _length(value: float, most: float, room: int) -> float:
    return round(room * value / most, 1) if most else 0
