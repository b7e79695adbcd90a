"""In which rows of the database can one person be found? Of any table, by the ways that are told."""

from collections.abc import Collection, Sequence

from sqlalchemy import ColumnElement, Engine, Table, false, func, or_, select

from app.adapters.store.engine import reading
from app.adapters.store.schema import METADATA
from app.domain.rights import Found, Way, Whoever
from app.rights_ports import HeldRow

_MOST = 100_000


class SqlHeldRows:
    """Rows of any table in a database."""

    def __init__(self, engine: Engine) -> None:
        """Opens nothing yet."""
        self._engine = engine

    def rows(
        self, table: str, columns: Collection[str], ways: Sequence[Way], who: Whoever
    ) -> Sequence[HeldRow]:
        """What is about them is asked for apart from what they only wrote."""
        of = METADATA.tables[table]
        about = or_(false(), *(match for way in ways if way.is_subject for match in _matches(of, way, who)))
        writing = [way for way in ways if not way.is_subject]
        wrote = or_(false(), *(match for way in writing for match in _matches(of, way, who)))
        shown = [of.c[name] for name in columns]
        found: dict[tuple[object, ...], HeldRow] = {}
        with reading(self._engine) as connection:
            for condition, is_about in ((about, True), (wrote, False)):
                wanted = (
                    select(*of.primary_key, *shown).where(condition).order_by(*of.primary_key).limit(_MOST)
                )
                for row in connection.execute(wanted):
                    key, values = tuple(row)[: len(of.primary_key)], tuple(row)[len(of.primary_key) :]
                    found.setdefault(key, HeldRow(dict(zip(columns, values, strict=True)), is_about))
        return tuple(found[key] for key in sorted(found, key=str))


def _matches(of: Table, way: Way, who: Whoever) -> Sequence[ColumnElement[bool]]:
    """None where they are not known by what the column holds."""
    column = of.c[way.column]
    if way.via is None:
        return _names(column, way.found, who)
    name, its, found = way.via
    through = METADATA.tables[name]
    return [
        column.in_(select(through.c[its]).where(match)) for match in _names(through.c[found], way.found, who)
    ]


def _names(column: ColumnElement[str], found: Found, who: Whoever) -> Sequence[ColumnElement[bool]]:
    if found is Found.CODE:
        return [column.in_(sorted(who.codes))] if who.codes else []
    if found is Found.TOLD:
        return [column.contains(code, autoescape=True) for code in sorted(who.codes)]
    if found is Found.KEY:
        return [column == who.key] if who.key else []
    if not who.address:
        return []
    small = func.lower(func.trim(column))
    same = [small == who.address]
    return [*same, small.endswith(f"({who.address})", autoescape=True)] if found is Found.SAID else same
