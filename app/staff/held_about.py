"""What stands in the database about one person, in every table, row by row?

By the descriptions of the tables: what is found is all there is. Beside each row stands what of it cannot be
given without more ado, and why; and whether it is held beyond its time.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from app.domain.case_notes import Ruling
from app.domain.rights import Whoever
from app.rights_ports import HeldRow, HeldRows
from app.staff.kept.persons import NOT_FOUND, PERSONS, Persons
from app.staff.what_is_kept import described

OF_OTHERS = (
    "It tells of somebody else (Data Protection Act 2018, Schedule 2, paragraph 16). A second administrator"
    " decides whether it goes along."
)
HELD = "Held as evidence of abuse: it stays beyond its time until somebody lifts the hold."
_SPOKEN = (
    "It was passed on to a senior person, who speaks with them about it. Ask the data protection officer."
)
Value = None | bool | int | float | str | list[object] | dict[str, object]


@dataclass(frozen=True, slots=True)
class AboutRow:
    """One row. `withheld` says why a column is left out; `of_others` may go along after a second look."""

    is_about: bool
    values: Mapping[str, Value]
    withheld: Mapping[str, str]
    of_others: Mapping[str, Value]
    is_held: bool = False


@dataclass(frozen=True, slots=True)
class AboutTable:
    """The rows of one table, with its description."""

    table: str
    title: str
    why: str
    how_long: str
    columns: Mapping[str, str]
    rows: tuple[AboutRow, ...]


@dataclass(frozen=True, slots=True)
class Everything:
    """All that is held about one person."""

    tables: tuple[AboutTable, ...]
    not_found: Mapping[str, str]

    @property
    def many(self) -> int:
        """How many rows."""
        return sum(len(one.rows) for one in self.tables)

    @property
    def of_others(self) -> Sequence[tuple[AboutTable, AboutRow]]:
        """The rows that tell of somebody else too."""
        return [(one, row) for one in self.tables for row in one.rows if row.of_others]

    @property
    def held(self) -> Sequence[tuple[AboutTable, AboutRow]]:
        """The rows that are held as evidence."""
        return [(one, row) for one in self.tables for row in one.rows if row.is_held]

    @property
    def withheld(self) -> Mapping[str, int]:
        """How many things are left out, by the reason."""
        found: dict[str, int] = {}
        for reason in (why for one in self.tables for row in one.rows for why in row.withheld.values()):
            found[reason] = found.get(reason, 0) + 1
        return found

    def count(self, table: str) -> int:
        """How many rows of one table."""
        return sum(len(one.rows) for one in self.tables if one.table == table)


def held_about(
    rows: HeldRows, tables: Mapping[str, Sequence[str]], how_long: Mapping[str, str], who: Whoever
) -> Everything:
    """Everything about one person. `tables` are those that are really there, with their columns."""
    found = []
    for kept in described(tables):
        persons = PERSONS.get(kept.table)
        if persons is None:
            continue
        columns = [name for name in kept.columns if name not in persons.meaningless]
        theirs = tuple(_rows(rows.rows(kept.table, columns, persons.ways, who), kept.table, persons))
        if theirs:
            words = {name: kept.columns[name] for name in columns}
            long = how_long.get(kept.table, kept.how_long)
            found.append(AboutTable(kept.table, kept.title, kept.why, long, words, theirs))
    return Everything(tuple(found), {table: why for table, why in NOT_FOUND.items() if table in tables})


def _rows(found: Sequence[HeldRow], table: str, persons: Persons) -> Iterator[AboutRow]:
    for row in found:
        values = {name: _plain(value) for name, value in row.values.items()}
        secret = dict(persons.in_confidence)
        if table == "cases" and _is_escalated(row.values.get("decision")):
            secret["decision"] = _SPOKEN
        withheld = {name: why for name, why in secret.items() if values.get(name)}
        others = () if row.is_about else persons.of_others
        of_others = {name: values[name] for name in others if values.get(name) and name not in withheld}
        is_held = table == "cases" and bool(row.values.get("hold"))
        left = {n: v for n, v in values.items() if n not in withheld and n not in of_others}
        yield AboutRow(row.is_about, left, withheld, of_others, is_held)


def _is_escalated(decision: object) -> bool:
    return isinstance(decision, Mapping) and decision.get("ruling") == Ruling.ESCALATE.value


def _plain(value: object) -> Value:
    """As JSON can hold it."""
    if isinstance(value, date):  # a moment is one too
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(name): _plain(one) for name, one in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [_plain(one) for one in value]
    if isinstance(value, bytes):
        return f"({len(value)} bytes, sealed)"
    return value if value is None or isinstance(value, bool | int | float | str) else str(value)
