"""Is this a list of children: names, and beside each a birth date, a pupil number or a mark?

Reads tables, and lines that are a name and a birth date. In a table a heading decides when there is one;
without headings the rows must look it, and the words before must speak of children.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from app import linear
from app.checks.identity.births import PUPIL_AGES, WrittenDate, written_dates
from app.checks.identity.listed_lines import NOT_CHILDREN, listed_children
from app.checks.identity.names import CHILD, is_name, is_name_heading
from app.checks.patterns.passages import Passage
from app.checks.patterns.sightings import Sighting
from app.checks.patterns.tables import Row, Table
from app.checks.words import whole_any
from app.domain.finding import Confidence

CLASS_LIST = "class-list"
FEWEST_ROWS = 3
_LEAD = 300
_CHILD_HEADING = whole_any(
    """
    pupils?
    child(?:ren)?
    students?
    learners?
    candidates?
    class
    form
    year(?: group)?
    upn
    d\\.?o\\.?b
    date of birth
    """
)
_BIRTH_HEADING = whole_any(
    """
    d\\.?o\\.?b
    date of birth
    birth ?dates?
    born
    birthday
    """
)
_DATE_HEADING = whole_any(
    """
    date
    dates
    when
    start
    end
    from
    until
    joined
    appointed
    expires
    due
    visit
    """
)
_MARK_HEADING = whole_any(
    """
    marks?
    scores?
    grades?
    levels?
    results?
    attainment
    reading age
    spelling age
    sats
    gcse
    sen
    send
    need
    pp
    fsm
    eal
    attendance
    percentage
    ks[1-5]
    phonics
    maths
    english
    reading
    writing
    """
)
_UPN = linear.compile(r"(?i)\b[A-HJ-NP-RT-Z]\d{11}[0-9A-HJ-NP-RT-Z]\b")


@dataclass(frozen=True, slots=True)
class ChildRow:
    """One row that names a child, and the birth date in it."""

    row: Row
    birth: WrittenDate | None
    proved: bool


def birth_rows(passage: Passage, today: date) -> Iterator[WrittenDate]:
    """Birth dates that stand in a row with a child's name."""
    for table in passage.tables.all:
        yield from (child.birth for child in _children(passage, table, today) if child.birth is not None)
    for lines in listed_children(passage.text, today):
        yield from (line.birth for line in lines)


def find_class_lists(passage: Passage, today: date) -> Iterator[tuple[Sighting, int]]:
    """Each list of three children or more, from its first row to its last, and how many rows it has."""
    tabled: list[tuple[int, int]] = []
    for table in passage.tables.all:
        if len(table.rows) < FEWEST_ROWS:
            continue
        children = list(_children(passage, table, today))
        if len(children) >= FEWEST_ROWS:
            start, end = children[0].row.cells[0].start, children[-1].row.cells[-1].end
            proved = sum(child.proved for child in children) >= FEWEST_ROWS
            sure = Confidence.HIGH if proved else Confidence.MEDIUM
            tabled.append((start, end))
            yield Sighting(CLASS_LIST, start, end, sure, canonical=bool(table.headings)), len(children)
    for lines in listed_children(passage.text, today):
        start, end = lines[0].start, lines[-1].end
        if not any(first < end and start < last for first, last in tabled):
            yield Sighting(CLASS_LIST, start, end, Confidence.HIGH), len(lines)


def _children(passage: Passage, table: Table, today: date) -> Iterator[ChildRow]:
    heading = " ".join(table.headings)
    before = passage.text[
        max(0, table.rows[0].cells[0].start - len(heading) - _LEAD) : table.rows[0].cells[0].start
    ]
    if NOT_CHILDREN.search(heading or before) is not None:
        return
    spoken = _CHILD_HEADING.search(heading) is not None or CHILD.search(before) is not None
    marks = [i for i, h in enumerate(table.headings) if _MARK_HEADING.search(h)] if spoken else []
    for row in table.rows:
        words = [passage.tables.words(cell) for cell in row.cells]
        if not _names_somebody(words, table.headings):
            continue
        birth = _birth(passage, table, row, today) if spoken else None
        proved = birth is not None or any(_UPN.search(w) for w in words)
        if proved or any(i < len(words) and words[i] for i in marks):
            yield ChildRow(row, birth, proved)


def _names_somebody(words: Sequence[str], headings: Sequence[str]) -> bool:
    if headings:
        return any(w and is_name_heading(h) and is_name(w) for w, h in zip(words, headings, strict=False))
    return any(map(is_name, words))


def _birth(passage: Passage, table: Table, row: Row, today: date) -> WrittenDate | None:
    for column, cell in enumerate(row.cells):
        heading = table.headings[column] if column < len(table.headings) else ""
        if _DATE_HEADING.search(heading) and not _BIRTH_HEADING.search(heading):
            continue
        for written in written_dates(passage.text[cell.start : cell.end], today):
            if written.age_at(today) in PUPIL_AGES:
                return WrittenDate(cell.start + written.start, cell.start + written.end, written.day)
    return None
