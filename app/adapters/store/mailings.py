"""Which mailings went out or are going out, and which processes are at work on them?"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import Engine, Insert, Row, Table, delete, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from app.adapters.store.engine import reading, writing
from app.adapters.store.mailing_tables import mailings, workers
from app.domain.for_whom import ForWhom, Role
from app.domain.mailing import Mailing, MailingText
from app.domain.school import Phase

_OF = mailings.c


class SqlMailings:
    """Mailings in a database."""

    def __init__(self, engine: Engine) -> None:
        """Opens nothing yet."""
        self._engine = engine

    def begin(self, mailing: Mailing) -> None:
        """The same id again changes nothing."""
        row = {
            "id": mailing.id,
            "for_whom": {name: sorted(values) for name, values in asdict(mailing.for_whom).items()},
            "texts": {variant: asdict(text) for variant, text in mailing.texts.items()},
            "is_regular": mailing.is_regular,
            "begun_at": mailing.begun_at,
            "ended_at": None,
            "halted": "",
        }
        with writing(self._engine) as connection:
            connection.execute(insert_once(self._engine, mailings), row)

    def mailing(self, number: str) -> Mailing | None:
        """By its id."""
        with reading(self._engine) as connection:
            row = connection.execute(select(mailings).where(_OF.id == number)).one_or_none()
            return _mailing(row) if row else None

    def going(self) -> Sequence[Mailing]:
        """Oldest first."""
        wanted = select(mailings).where(_OF.ended_at.is_(None)).order_by(_OF.begun_at, _OF.id)
        with reading(self._engine) as connection:
            return tuple(map(_mailing, connection.execute(wanted)))

    def halt(self, number: str, why: str) -> None:
        """Cut to the room there is."""
        with writing(self._engine) as connection:
            connection.execute(update(mailings).where(_OF.id == number).values(halted=why[:300]))

    def end(self, number: str, at: datetime) -> None:
        """Once."""
        still_going = (_OF.id == number) & _OF.ended_at.is_(None)
        with writing(self._engine) as connection:
            connection.execute(update(mailings).where(still_going).values(ended_at=at, halted=""))

    def forget_before(self, moment: datetime) -> int:
        """Their deliveries go with them."""
        with writing(self._engine) as connection:
            return connection.execute(delete(mailings).where(_OF.ended_at < moment)).rowcount


class SqlWorkers:
    """Signs of life in a database."""

    def __init__(self, engine: Engine) -> None:
        """Opens nothing yet."""
        self._engine = engine

    def beat(self, worker: str, at: datetime) -> None:
        """The one row of this worker."""
        again = update(workers).where(workers.c.id == worker).values(beat_at=at)
        with writing(self._engine) as connection:
            if not connection.execute(again).rowcount:
                connection.execute(insert(workers).values(id=worker, beat_at=at))

    def signs(self) -> Mapping[str, datetime]:
        """A row each."""
        with reading(self._engine) as connection:
            return {
                row.id: row.beat_at for row in connection.execute(select(workers.c.id, workers.c.beat_at))
            }

    def bury(self, worker: str) -> None:
        """Its row goes."""
        with writing(self._engine) as connection:
            connection.execute(delete(workers).where(workers.c.id == worker))


def insert_once(engine: Engine, table: Table) -> Insert:
    """An INSERT that leaves a row alone which is there already."""
    if engine.dialect.name == "postgresql":
        return postgresql.insert(table).on_conflict_do_nothing()
    return sqlite.insert(table).on_conflict_do_nothing()


def _mailing(row: Row[Any]) -> Mailing:
    return Mailing(
        id=row.id,
        for_whom=_for_whom(row.for_whom),
        texts={variant: MailingText(**text) for variant, text in row.texts.items()},
        begun_at=row.begun_at,
        is_regular=row.is_regular,
        ended_at=row.ended_at,
        halted=row.halted,
    )


def _for_whom(kept: dict[str, list[str]]) -> ForWhom:
    typed: dict[str, frozenset[Any]] = {name: frozenset(values) for name, values in kept.items()}
    typed |= {"phases": frozenset(map(Phase, kept["phases"])), "roles": frozenset(map(Role, kept["roles"]))}
    return ForWhom(**typed)
