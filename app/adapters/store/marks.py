"""Which cards did a sender answer, and which drafts interrupted them? Keyed hashes, for a limited time.

Any worker sees at once what another kept; two that keep the same mark do not get in each other's way.
"""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Engine, Executable, bindparam, case, delete, select
from sqlalchemy.dialects import postgresql, sqlite

from app.adapters.store.engine import reading, writing
from app.adapters.store.tables import marks as table

_HELD = select(table.c.mark).where(table.c.owner == bindparam("owner"), table.c.until > bindparam("at"))


class SqlMarks:
    """Marks in a database."""

    def __init__(self, engine: Engine) -> None:
        """Opens nothing yet."""
        self._engine = engine

    def held(self, owner: str, at: datetime) -> frozenset[str]:
        """The owner's marks that last beyond `at`."""
        with reading(self._engine) as connection:
            return frozenset(connection.execute(_HELD, {"owner": owner, "at": at}).scalars())

    def keep(self, owner: str, marks: Iterable[str], at: datetime, until: datetime) -> None:
        """Hold them, and forget what is over: nobody has to come and clean up."""
        rows = [{"owner": owner, "mark": mark, "until": until} for mark in sorted(set(marks))]
        with writing(self._engine) as connection:
            connection.execute(delete(table).where(table.c.until <= at))
            if rows:
                connection.execute(self._upsert(), rows)

    def drop(self, owner: str, marks: Iterable[str]) -> None:
        """Forget them."""
        wanted = sorted(set(marks))
        with writing(self._engine) as connection:
            connection.execute(delete(table).where(table.c.owner == owner, table.c.mark.in_(wanted)))

    def _upsert(self) -> Executable:
        """One statement, so that two workers may keep the same mark at once."""
        is_postgres = self._engine.dialect.name == "postgresql"
        insert = (postgresql if is_postgres else sqlite).insert(table)
        new, old = insert.excluded.until, table.c.until
        later = case((new > old, new), else_=old)
        made: Executable = insert.on_conflict_do_update(
            index_elements=["owner", "mark"], set_={"until": later}
        )
        return made
