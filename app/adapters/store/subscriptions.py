"""Which schools are on which subscription list, and how did that come about? Entries are only added."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import uuid4

from sqlalchemy import Engine, Row, delete, func, insert, select
from sqlalchemy.exc import IntegrityError

from app.adapters.store import told
from app.adapters.store.directory_tables import list_entries
from app.adapters.store.engine import reading, writing
from app.adapters.store.told import UNTOLD, Telling
from app.domain.errors import UpkeepError
from app.domain.subscription import ListEntry, SubscriptionList

_OF = list_entries.c


class SqlSubscriptions:
    """The subscription lists in a database."""

    def __init__(self, engine: Engine, journal: Telling = UNTOLD) -> None:
        """Opens nothing yet."""
        self._engine, self._journal = engine, journal

    def entries(self) -> Sequence[ListEntry]:
        """Oldest first."""
        with reading(self._engine) as connection:
            return tuple(map(_entry, connection.execute(select(list_entries).order_by(_OF.id))))

    def add(self, entry: ListEntry) -> ListEntry:
        """An entry that is followed already cannot be followed again."""
        row = {
            "key": entry.key or uuid4().hex,
            "name": entry.subscription.name,
            "ends": entry.subscription.ends,
            "schools": sorted(entry.subscription.schools),
            "changed_at": entry.at,
            "changed_by": entry.by,
            "why": entry.why,
            "follows": entry.follows,
        }
        with writing(self._engine) as connection:
            try:
                done = connection.execute(insert(list_entries).values(row).returning(list_entries))
            except IntegrityError as error:
                raise UpkeepError(
                    "Somebody changed this list meanwhile. Look at that, then change it again."
                ) from error
            kept = _entry(done.one())
            about = ("subscription-list", kept.key, len(entry.subscription.schools), entry.by)
            self._journal.write(connection, told.administered(*about, self._journal))
            return kept

    def forget_before(self, day: date) -> int:
        """By the last entry of each key."""
        last = select(func.max(_OF.id)).group_by(_OF.key)
        ended = select(_OF.key).where(_OF.id.in_(last), _OF.ends < day)
        with writing(self._engine) as connection:
            keys = connection.execute(ended).scalars().all()
            return connection.execute(delete(list_entries).where(_OF.key.in_(keys))).rowcount


def _entry(row: Row[Any]) -> ListEntry:
    subscription = SubscriptionList(row.name, frozenset(row.schools), row.ends)
    return ListEntry(
        row.id, row.key, subscription, row.changed_at, row.changed_by, row.why, follows=row.follows
    )
