"""Which packs did the organisation change, who did, and why? Every version is kept."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import Engine, Row, func, insert, select
from sqlalchemy.exc import IntegrityError

from app.adapters.store import told
from app.adapters.store.engine import reading, writing
from app.adapters.store.tables import pack_versions
from app.adapters.store.told import UNTOLD, Telling
from app.domain.errors import PolicyChangeError
from app.ports import PackChange, PackVersion

_OF = pack_versions.c


class SqlPackStore:
    """Versions of packs in a database."""

    def __init__(self, engine: Engine, journal: Telling = UNTOLD) -> None:
        """Opens nothing yet."""
        self._engine, self._journal = engine, journal

    def stamp(self) -> int:
        """One look at the end of the primary key."""
        with reading(self._engine) as connection:
            return int(connection.execute(select(func.coalesce(func.max(_OF.id), 0))).scalar_one())

    def newest(self) -> Mapping[str, PackVersion]:
        """The last version of each pack."""
        last = select(func.max(_OF.id)).group_by(_OF.pack)
        with reading(self._engine) as connection:
            rows = connection.execute(select(pack_versions).where(_OF.id.in_(last)))
            return {row.pack: _version(row) for row in rows}

    def history(self, limit: int) -> Sequence[PackVersion]:
        """Newest first."""
        newest = select(pack_versions).order_by(_OF.id.desc()).limit(max(0, limit))
        with reading(self._engine) as connection:
            return tuple(map(_version, connection.execute(newest)))

    def version(self, number: int) -> PackVersion | None:
        """By its number."""
        with reading(self._engine) as connection:
            row = connection.execute(select(pack_versions).where(_OF.id == number)).one_or_none()
        return _version(row) if row else None

    def save(self, changes: Sequence[PackChange], at: datetime, by: str, why: str) -> Sequence[PackVersion]:
        """In one transaction; a version that is followed already cannot be followed again."""
        saved = []
        with writing(self._engine) as connection:
            for change in changes:
                row = {"pack": change.pack, "text": change.text, "follows": change.follows}
                row |= {"saved_at": at, "saved_by": by, "why": why}
                try:
                    done = connection.execute(insert(pack_versions).values(row).returning(pack_versions))
                except IntegrityError as error:
                    raise PolicyChangeError(
                        f"Somebody changed {change.pack} meanwhile. Look at that, then change it again."
                    ) from error
                saved.append(_version(done.one()))
            self._journal.write(connection, *(told.changed(one, self._journal) for one in saved))
        return tuple(saved)


def _version(row: Row[tuple[object, ...]]) -> PackVersion:
    held = dict(row._mapping)  # noqa: SLF001 (public in SQLAlchemy)
    return PackVersion(number=held.pop("id"), **held)
