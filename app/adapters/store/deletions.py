"""What was deleted when its time was over? In a database; the journal is told of what went."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Engine, Row, delete, insert, select

from app.adapters.store import told
from app.adapters.store.engine import reading, writing
from app.adapters.store.rights_tables import deletions
from app.adapters.store.told import UNTOLD, Telling
from app.rights_ports import Deletion

_OF = deletions.c


class SqlDeletions:
    """Deletions in a database."""

    def __init__(self, engine: Engine, journal: Telling = UNTOLD) -> None:
        """Opens nothing yet."""
        self._engine, self._journal = engine, journal

    def keep(self, deletion: Deletion) -> None:
        """Two processes may look through the same kind at once: what went is added up."""
        this = (_OF.kind == deletion.kind) & (_OF.day == deletion.day)
        row = {
            "kind": deletion.kind,
            "day": deletion.day,
            "at": deletion.at,
            "before": deletion.before,
            "held": deletion.held,
            "failed": deletion.failed,
        }
        with writing(self._engine) as connection:
            before = connection.execute(delete(deletions).where(this).returning(_OF.gone)).scalars().all()
            connection.execute(insert(deletions).values(row | {"gone": deletion.gone + sum(before)}))
            if deletion.gone:
                entry = told.administered("deleted", deletion.kind, deletion.gone, "", self._journal)
                self._journal.write(connection, entry)

    def of_day(self, day: date) -> Mapping[str, Deletion]:
        """By the index on the day."""
        return {one.kind: one for one in self._found(_OF.day == day)}

    def recent(self, since: date) -> Sequence[Deletion]:
        """Likewise."""
        return self._found(_OF.day >= since)

    def forget_before(self, day: date) -> int:
        """Likewise."""
        with writing(self._engine) as connection:
            return connection.execute(delete(deletions).where(_OF.day < day)).rowcount

    def _found(self, where: Any) -> Sequence[Deletion]:
        wanted = select(deletions).where(where).order_by(_OF.day.desc(), _OF.kind)
        with reading(self._engine) as connection:
            return tuple(map(_deletion, connection.execute(wanted)))


def _deletion(row: Row[Any]) -> Deletion:
    return Deletion(row.kind, row.day, row.at, row.before, row.gone, row.held, row.failed)
