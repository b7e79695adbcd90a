"""What do the rows of a spreadsheet file say, whoever saved it?

Reads comma, semicolon or tab separated text in the encodings that offices use, finds columns by
name, and hands out each row with its line number. A row that cannot be read is refused with a
reason; a file that cannot be read at all is an ImportFileError that says what to do.
"""

import csv
import io
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TextIO

from app.domain.errors import ImportFileError

_NOT_TABLES = {
    b"PK\x03\x04": "a spreadsheet or zip file. Open it and save the sheet as CSV.",
    b"\xd0\xcf\x11\xe0": "a spreadsheet or other Office file. Open it and save the sheet as CSV.",
    b"%PDF": "a PDF. Ask for the list as a CSV file.",
    b"<": "a web page, not a CSV file. Download the file again, signed in if it asks for that.",
}
_DAMAGED = 0.01
_LONGEST_TEXT = 200


@dataclass(frozen=True, slots=True)
class ImportFile:
    """A file as it was handed over; `name` is only for messages."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Refusal:
    """A row that was left out. The reason never repeats an address."""

    file: str
    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Row:
    """The wanted cells of one row, by column name; a column that is absent gives an empty text."""

    line: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")


@dataclass(slots=True)
class Table:
    """A file with a header. `refused` fills while `rows` is read."""

    file: ImportFile
    header: tuple[str, ...]
    records: Iterator[tuple[int, list[str]]]
    header_line: int = 1
    refused: list[Refusal] = field(default_factory=list)

    def refuse(self, line: int, reason: str) -> None:
        """Leave a row out, and remember why."""
        self.refused.append(Refusal(self.file.name, line, reason))

    def rows(self, columns: Mapping[str, Sequence[str]], *, is_ragged: bool = True) -> Iterator[Row]:
        """Only the wanted cells of each row: `columns` gives, for each name, the headings it may have.

        Everything else is dropped here and goes nowhere. `is_ragged` allows rows that end early.
        """
        places = {name: self._place(headings) for name, headings in columns.items()}
        wanted = {name: place for name, place in places.items() if place is not None}
        width = len(self.header)
        for line, record in self.records:
            cells = record
            if len(cells) < width and is_ragged:
                cells = cells + [""] * (width - len(cells))
            if len(cells) < width or any(cell.strip() for cell in cells[width:]):
                self.refuse(line, f"has {len(record)} columns where the first line names {width}")
            elif any(cell.strip() for cell in cells):
                yield Row(line, {name: cells[place] for name, place in wanted.items()})

    def needs(self, columns: Mapping[str, Sequence[str]], names: Sequence[str]) -> None:
        """Raise unless the header names every one of `names`, each once."""
        for name in names:
            found = [h for h in map(_folded, self.header) if h in {_folded(c) for c in columns[name]}]
            if len(found) != 1:
                wrong = "is missing" if not found else "is there more than once"
                needed = ", ".join(columns[n][0] for n in names)
                raise ImportFileError(
                    f"{self.file.name}, line {self.header_line}: the column {columns[name][0]!r} {wrong}. "
                    f"The first line must name the columns, and this file needs: {needed}. "
                    "Look whether the right file was named."
                )

    def _place(self, headings: Sequence[str]) -> int | None:
        known = {_folded(heading) for heading in headings}
        return next((i for i, h in enumerate(self.header) if _folded(h) in known), None)


def read_table(file: ImportFile) -> Table:
    """The file's header and rows. Raises ImportFileError when it is not such a file."""
    text = _opened(file)
    table = Table(file, (), iter(()))
    records = _records(text, table)
    line, header = next(((n, record) for n, record in records if any(map(str.strip, record))), (0, []))
    if not header:
        raise ImportFileError(f"{file.name} is empty. Choose the file again, or save it again as CSV.")
    while header and not header[-1].strip():
        header.pop()
    table.header, table.header_line = tuple(clean(heading) for heading in header), line
    table.records = records
    return table


def first_of(refused: Sequence[Refusal]) -> str:
    """A sentence about the first row that was left out, to put after another."""
    return f" Line {refused[0].line} {refused[0].reason}." if refused else ""


def clean(text: str) -> str:
    """One line of plain text: no control or invisible characters, single spaces, of sensible length."""
    printable = "".join(c if unicodedata.category(c)[0] != "C" else " " for c in text)
    return " ".join(printable.split())[:_LONGEST_TEXT]


def _opened(file: ImportFile) -> TextIO:
    """The file as text, decoded as it is read: a register is large."""
    data = file.content
    for beginning, problem in _NOT_TABLES.items():
        if data[:1000].lstrip().startswith(beginning):
            raise ImportFileError(f"{file.name} is {problem}")
    encoding = "utf-16" if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else _encoding(data)
    if encoding != "utf-16" and data.count(b"\0") > len(data) * _DAMAGED:
        raise ImportFileError(
            f"{file.name} is damaged or is not text. Fetch it again, or save it as CSV (UTF-8)."
        )
    return io.TextIOWrapper(io.BytesIO(data), encoding=encoding, errors="replace", newline="")


def _encoding(data: bytes) -> str:
    """UTF-8 when every byte of it fits, else Windows-1252, else Latin-1, in which everything fits."""
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return encoding
    return "latin-1"


def _records(text: TextIO, table: Table) -> Iterator[tuple[int, list[str]]]:
    """Each record with the line it begins on; those that break the format are refused."""
    delimiter, above = _delimiter(text)
    reader = csv.reader(text, delimiter=delimiter, strict=True)
    while True:
        line = reader.line_num + 1 + above
        try:
            record = next(reader)
        except StopIteration:
            return
        except csv.Error as problem:
            if "end of data" in str(problem) or "field larger" in str(problem):
                raise ImportFileError(
                    f"{table.file.name}, line {line}: a quotation mark is opened and never closed. "
                    "The file may have been cut off: fetch it again, or correct that line."
                ) from None
            table.refuse(line, f"is not well formed ({problem})")
            continue
        if any("\0" in cell for cell in record):
            table.refuse(line, "is damaged (it holds NUL characters)")
        else:
            yield line, record


def _delimiter(text: TextIO) -> tuple[str, int]:
    """What parts the cells, and how many lines stand above the table: those up to Excel's ``sep=;``."""
    number, first = next(((n, line) for n, line in enumerate(text, 1) if line.strip()), (0, ""))
    said = first.strip('\r\n"').casefold()
    if said.startswith("sep=") and len(said) == len("sep=;"):
        return said[-1], number
    text.seek(0)
    return max(",;\t", key=first.count), 0


def _folded(heading: str) -> str:
    return clean(heading).strip("\ufeff\"' ").replace("-", "").replace("_", " ").casefold()
