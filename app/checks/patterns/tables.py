"""Which column and row does a place in the text belong to?

Tables as mail carries them: cells between tabs, pipes, semicolons or commas, rows between line
breaks. A first row without digits that names its columns is the header and covers the cells below.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from app import linear

_HEADING = linear.compile(
    r"(?i)\b(?:upn|uln|utr|nhs|ni|nino|dob|d\.o\.b|birth|born|born on|name|names|forename|surname|first"
    r"|last|pupil|child"
    r"|student|learner|candidate|staff|employee|address|postcode|phone|tel|telephone|mobile|contact"
    r"|number|no|ref|order"
    r"|invoice|reference|mark|score|grade|level|result|date|year|class|form|username|user|login"
    r"|password|pin|code"
    r"|sort|account|iban|card|passport|licence|reg|registration|email|school|amount|total|cost|id|uci"
    r"|trn|urn|isbn)\b"
)
_LONGEST_ROW = 2_000
_MOST_LINES = 20_000


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: code points, end excluded."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one line."""

    cells: tuple[Cell, ...]

    def column_at(self, place: int) -> int:
        """The column in which a place lies."""
        return bisect_right([cell.start for cell in self.cells], place) - 1


@dataclass(frozen=True, slots=True)
class Table:
    """Rows one under the other with the same separator; `headings` is empty when there are none."""

    rows: tuple[Row, ...]
    headings: tuple[str, ...]


class Tables:
    """All tables of a text, to be asked about a place."""

    def __init__(self, text: str) -> None:
        """Read the lines once."""
        self._text = text
        self.all = tuple(_tables(text))
        self._rows = [(row.cells[0].start, row, table) for table in self.all for row in table.rows]
        self._starts = [start for start, _, _ in self._rows]

    def row_at(self, place: int) -> tuple[Row, Table] | None:
        """The row and table in which a place lies."""
        at = bisect_right(self._starts, place) - 1
        if at < 0:
            return None
        _, row, table = self._rows[at]
        return (row, table) if place <= row.cells[-1].end else None

    def label_at(self, place: int) -> tuple[str, int] | None:
        """What names the cell at a place (its heading, or the cell to the left), and where the cell starts.

        None when the place is in no table, or when nothing names the cell.
        """
        found = self.row_at(place)
        if found is None:
            return None
        row, table = found
        column = row.column_at(place)
        heading = table.headings[column] if column < len(table.headings) else ""
        left = self.words(row.cells[column - 1]) if column > 0 else ""
        left = "" if any(c.isdigit() for c in left) else left
        return (f"{heading} \n{left} ", row.cells[column].start) if heading or left else None

    def words(self, cell: Cell) -> str:
        """The text of a cell."""
        return self._text[cell.start : cell.end].strip(' \t"')


def _tables(text: str) -> Iterator[Table]:
    block: list[Row] = []
    mark = ""
    for start, end in islice(_lines(text), _MOST_LINES):
        found = _separator(text[start:end]) if end - start <= _LONGEST_ROW else ""
        if block and (found != mark or not found or not _fits(block[-1], text, start, end, found)):
            yield from _closed(block, text)
            block = []
        if found:
            mark = found
            block.append(_row(text, start, end, found))
    yield from _closed(block, text)


def _closed(block: list[Row], text: str) -> Iterator[Table]:
    if len(block) < 2:  # noqa: PLR2004 - one line is no table
        return
    words = tuple(text[cell.start : cell.end].strip(' \t"') for cell in block[0].cells)
    joined = " ".join(words)
    if not any(c.isdigit() for c in joined) and len(_HEADING.findall(" ".join(words[1:]))) > 0:
        yield Table(tuple(block[1:]), words)
    else:
        yield Table(tuple(block), ())


def _lines(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    while at < len(text):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        if not text[at:end].isspace() and end > at:
            yield at, end
        at = end + 1


def _separator(line: str) -> str:
    for mark in "\t|;":
        if mark in line.strip():
            return mark
    return "," if "," in line and not line.rstrip().endswith((".", ",", ":", "?", "!")) else ""


def _fits(before: Row, text: str, start: int, end: int, mark: str) -> bool:
    """Commas are also prose: their rows must have the same number of cells."""
    return mark in "\t|" or len(_row(text, start, end, mark).cells) == len(before.cells)


def _row(text: str, start: int, end: int, mark: str) -> Row:
    cells, at, quoted = [], start, False
    for place in range(start, end):
        if text[place] == '"':
            quoted = not quoted and text.find('"', place + 1, end) > 0
        elif text[place] == mark and not quoted:
            cells.append(Cell(at, place))
            at = place + 1
    cells.append(Cell(at, end))
    return Row(tuple(cells))
