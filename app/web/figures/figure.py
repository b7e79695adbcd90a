"""What is one figure made of, whoever reads it?

A summary in sentences, a chart, and the table that the chart is drawn from: the same numbers three times, so
that nobody needs to see the chart. A file for a spreadsheet has the table.
"""

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH = 256
"""Of a chart, in its own units: a narrow telephone shows it as large as it is."""
_ROW, _TOP, _BAR_FROM, _BAR_HEIGHT = 40, 6, 18, 14
_FOR_NUMBERS = 52
_LONGEST_LABEL = 34

Cell = str | int


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar, where it is drawn."""

    label: str
    number: str
    y: int
    length: float

    @property
    def bar_y(self) -> int:
        """Where the bar begins, under its label."""
        return self.y + _BAR_FROM

    @property
    def text_y(self) -> int:
        """The line that the label stands on."""
        return self.y + _BAR_FROM - 5

    @property
    def number_y(self) -> int:
        """The line that the number stands on."""
        return self.bar_y + _BAR_HEIGHT - 2


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars from the left, each under its label."""

    bars: Sequence[Bar]
    width: int = WIDTH
    bar_height: int = _BAR_HEIGHT

    @property
    def height(self) -> int:
        """Of all of it."""
        return _TOP + _ROW * len(self.bars)


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure. `empty` says what is missing while nothing is to be shown; `hints` how it is counted."""

    id: str
    title: str
    summary: Sequence[str]
    head: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    chart: Chart
    empty: str = ""
    hints: Sequence[str] = ()

    @property
    def heads(self) -> Sequence[str]:
        """The heads of the columns; all but the first are over numbers."""
        first, *others = self.head
        return first, *(f"{words}#" for words in others)


def chart(values: Sequence[tuple[str, float]], unit: str = "") -> Chart:
    """Bars for what is counted; the longest fills the room that its number leaves."""
    most = max((value for _, value in values), default=0)
    room = WIDTH - _FOR_NUMBERS
    return Chart(
        [
            Bar(_cut(label), f"{value:,.0f}{unit}", _TOP + _ROW * place, _length(value, most, room))
            for place, (label, value) in enumerate(values)
        ]
    )


def _length(value: float, most: float, room: int) -> float:
    return round(room * value / most, 1) if most else 0


def _cut(label: str) -> str:
    return label if len(label) <= _LONGEST_LABEL else f"{label[: _LONGEST_LABEL - 1].rstrip()}…"
