"""Who may post on behalf of whom, and how did that come about? Entries are only added."""

from collections.abc import Sequence
from dataclasses import fields
from datetime import datetime
from uuid import uuid4

from sqlalchemy import Engine, Row, delete, func, insert, select
from sqlalchemy.exc import IntegrityError

from app.adapters.store import told
from app.adapters.store.engine import reading, writing
from app.adapters.store.tables import champions, posting_entries
from app.adapters.store.told import UNTOLD, Telling
from app.domain.calendar import in_london
from app.domain.errors import PostingError
from app.domain.posting import Champion, Outlet, Permission, PermissionEntry

_OF = posting_entries.c
_FIELDS = tuple(field.name for field in fields(Permission))


class SqlPostings:
    """The register of posters in a database."""

    def __init__(self, engine: Engine, journal: Telling = UNTOLD) -> None:
        """Opens nothing yet."""
        self._engine, self._journal = engine, journal

    def entries(self) -> Sequence[PermissionEntry]:
        """Oldest first."""
        with reading(self._engine) as connection:
            rows = connection.execute(select(posting_entries).order_by(_OF.id))
            return tuple(map(_entry, rows))

    def add(self, entry: PermissionEntry) -> PermissionEntry:
        """An entry that is followed already cannot be followed again."""
        row: dict[str, object] = {name: getattr(entry.permission, name) for name in _FIELDS}
        row |= {"outlet": entry.permission.outlet.value, "key": entry.key or uuid4().hex}
        row |= {"changed_at": entry.at, "changed_by": entry.by, "why": entry.why, "follows": entry.follows}
        with writing(self._engine) as connection:
            try:
                done = connection.execute(insert(posting_entries).values(row).returning(posting_entries))
            except IntegrityError as error:
                raise PostingError(
                    "Somebody changed this permission meanwhile. Look at that, then change it again."
                ) from error
            kept = _entry(done.one())
            about = ("posting", kept.key, 1, entry.by)
            self._journal.write(connection, told.administered(*about, self._journal))
            return kept

    def champions(self) -> Sequence[Champion]:
        """Oldest first."""
        with reading(self._engine) as connection:
            rows = connection.execute(select(champions).order_by(champions.c.id))
            return tuple(Champion(r.on_behalf_of, r.address, r.name, r.named_at, r.named_by) for r in rows)

    def name_champion(self, champion: Champion) -> None:
        """One more row."""
        row = {
            "on_behalf_of": champion.on_behalf_of,
            "address": champion.address,
            "name": champion.name,
            "named_at": champion.at,
            "named_by": champion.by,
        }
        with writing(self._engine) as connection:
            connection.execute(insert(champions).values(row))
            about = ("champion", "", 1, champion.by)
            self._journal.write(connection, told.administered(*about, self._journal))

    def forget_before(self, moment: datetime) -> int:
        """By the last entry of each key, and the last champion of each school."""
        day = in_london(moment).date()
        last = select(func.max(_OF.id)).group_by(_OF.key)
        ended = select(_OF.key).where(_OF.id.in_(last) & (_OF.ends < day))
        kept = select(func.max(champions.c.id)).group_by(champions.c.on_behalf_of)
        with writing(self._engine) as connection:
            keys = connection.execute(ended).scalars().all()
            gone = connection.execute(delete(posting_entries).where(_OF.key.in_(keys))).rowcount
            ids = connection.execute(kept).scalars().all()
            old = (champions.c.named_at < moment) & champions.c.id.not_in(ids)
            return gone + connection.execute(delete(champions).where(old)).rowcount


def _entry(row: Row[tuple[object, ...]]) -> PermissionEntry:
    held = dict(row._mapping)  # noqa: SLF001 (public in SQLAlchemy)
    said = {name: held[name] for name in _FIELDS} | {"outlet": Outlet(held["outlet"])}
    return PermissionEntry(
        number=held["id"],
        key=held["key"],
        permission=Permission(**said),
        at=held["changed_at"],
        by=held["changed_by"],
        why=held["why"],
        follows=held["follows"],
    )
