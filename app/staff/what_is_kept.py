"""What does Sendwell keep, all of it?

One description for each table of the database; a test of the house fails when a table, a column or a setting
about time is not described here, and the notice shows what is missing rather than hide it.
"""

from collections.abc import Mapping, Sequence

from app.staff.kept import (
    bulletin,
    directory,
    exchange,
    journal,
    mail,
    mailings,
    people,
    review,
    rights,
    schools,
)
from app.staff.kept.kept import About, Kept

_ROOMS = (people, rights, review, bulletin, mailings, mail, exchange, journal, directory, schools)
KEPT: tuple[Kept, ...] = tuple(kept for room in _ROOMS for kept in room.KEPT)
_BY_TABLE: Mapping[str, Kept] = {kept.table: kept for kept in KEPT}
_NOT_DESCRIBED = "This has no description yet. Ask whoever runs Sendwell; it should have one."


def described(tables: Mapping[str, Sequence[str]]) -> tuple[Kept, ...]:
    """The description of every table that is really there, with the columns that are really there."""
    order = {kept.table: place for place, kept in enumerate(KEPT)}
    names = sorted(tables, key=lambda name: order.get(name, len(order)))
    return tuple(_of(name, tables[name]) for name in names)


def _of(table: str, columns: Sequence[str]) -> Kept:
    known = _BY_TABLE.get(table)
    if known is None:
        return Kept(
            table, table, About.YOU, _NOT_DESCRIBED, "Not known.", dict.fromkeys(columns, _NOT_DESCRIBED)
        )
    said = {column: known.columns.get(column, _NOT_DESCRIBED) for column in columns}
    return Kept(known.table, known.title, known.about, known.why, known.how_long, said, known.settings)
