"""What becomes of each message of each mailing?

A row for each address, written before anything is sent. A message is taken by one worker, which says so
here before it is handed to the carrier, and what became of it afterwards.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from itertools import islice
from typing import Any, cast

from sqlalchemy import Connection, Engine, Row, Update, func, select, update

from app.adapters.store.engine import reading, writing
from app.adapters.store.mailing_tables import deliveries
from app.adapters.store.mailings import insert_once
from app.bulletin_ports import Delivery, DeliveryState, Entry, Said
from app.domain.mailing import UNLIMITED, Pace

_OF = deliveries.c
_AT_ONCE = datetime(1970, 1, 1, tzinfo=UTC)
_ROWS_AT_ONCE = 1000
_REASON = 200
_MOST_REASONS = 10
_PACE_LOCK = 0x50414345
_WINDOWS = (("a_minute", timedelta(minutes=1)), ("a_day", timedelta(days=1)))


class SqlDeliveries:
    """Deliveries in a database."""

    def __init__(self, engine: Engine) -> None:
        """Opens nothing yet."""
        self._engine = engine

    def plan(self, mailing: str, planned: Iterable[tuple[Entry, str]]) -> int:
        """All of it, or nothing."""
        new = {
            "state": DeliveryState.WAITING.value,
            "tries": 0,
            "reason": "",
            "due_at": _AT_ONCE,
            "worker": "",
        }
        # What is given back is not needed: for the asking PostgreSQL gets many rows in one statement.
        once = insert_once(self._engine, deliveries).returning(_OF.address_hash)
        rows = ({"mailing": mailing, "address_hash": e.key, "variant": v, **new} for e, v in planned)
        with writing(self._engine) as connection:
            while some := list(islice(rows, _ROWS_AT_ONCE)):
                connection.execute(once, some)
            count = select(func.count()).select_from(deliveries).where(_OF.mailing == mailing)
            return connection.execute(count).scalar_one()

    def take(
        self, mailing: str, worker: str, at: datetime, most: int, pace: Pace = UNLIMITED
    ) -> Sequence[Delivery]:
        """Rows that another worker is just taking are passed over."""
        waits = (_OF.mailing == mailing) & (_OF.state == DeliveryState.WAITING.value) & (_OF.due_at <= at)
        with writing(self._engine) as connection:
            most = min(most, _room(connection, pace, at))
            due = select(deliveries).where(waits).order_by(_OF.due_at, _OF.address_hash).limit(max(most, 0))
            rows = connection.execute(due.with_for_update(skip_locked=True)).all()
            chosen = (_OF.mailing == mailing) & _OF.address_hash.in_([row.address_hash for row in rows])
            flying = {"state": DeliveryState.IN_FLIGHT.value, "worker": worker, "tried_at": at}
            if rows:
                connection.execute(update(deliveries).where(chosen).values(tries=_OF.tries + 1, **flying))
        return tuple(_taken(row, worker) for row in rows)

    def settle(self, settled: Sequence[Delivery]) -> int:
        """What somebody else took meanwhile stays theirs."""
        alike: dict[tuple[object, ...], list[str]] = defaultdict(list)
        for d in settled:
            due = d.next_try or _AT_ONCE
            alike[d.mailing, d.worker, d.state.value, d.tries, d.reason[:_REASON], due].append(d.key)
        if not alike:
            return 0
        with writing(self._engine) as connection:
            return sum(connection.execute(_settling(*what, keys)).rowcount for what, keys in alike.items())

    def give_up(self, worker: str) -> int:
        """At once, with the try that nobody knows the end of counted."""
        theirs = (_OF.worker == worker) | _OF.worker.startswith(f"{worker}/", autoescape=True)
        flying = theirs & (_OF.state == DeliveryState.IN_FLIGHT.value)
        again = {"state": DeliveryState.WAITING.value, "worker": "", "due_at": _AT_ONCE}
        with writing(self._engine) as connection:
            return connection.execute(update(deliveries).where(flying).values(again)).rowcount

    def next_due(self, mailing: str) -> datetime | None:
        """The first of the index."""
        waits = (_OF.mailing == mailing) & (_OF.state == DeliveryState.WAITING.value)
        with reading(self._engine) as connection:
            first: datetime | None = connection.execute(
                select(func.min(_OF.due_at)).where(waits)
            ).scalar_one()
        return first

    def progress(self, mailing: str) -> Mapping[DeliveryState, int]:
        """Every state is there, be it with none."""
        counted = select(_OF.state, func.count()).where(_OF.mailing == mailing).group_by(_OF.state)
        with reading(self._engine) as connection:
            found = {row[0]: row[1] for row in connection.execute(counted)}
        return {state: found.get(state.value, 0) for state in DeliveryState}

    def reasons(self, mailing: str) -> Sequence[Said]:
        """Counted by the database."""
        tried = (DeliveryState.WAITING.value, DeliveryState.REFUSED.value)
        counted = (
            select(_OF.state, _OF.reason, func.count().label("messages"))
            .where(_OF.mailing == mailing, _OF.state.in_(tried), _OF.reason != "")
            .group_by(_OF.state, _OF.reason)
            .order_by(func.count().desc(), _OF.state, _OF.reason)
            .limit(_MOST_REASONS)
        )
        with reading(self._engine) as connection:
            return [Said(DeliveryState(state), reason, n) for state, reason, n in connection.execute(counted)]


def _room(connection: Connection, pace: Pace, at: datetime) -> int:
    """How many may be tried now; whoever counts is alone with it until the end of the transaction."""
    if not pace.is_limited:
        return _ROWS_AT_ONCE
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_PACE_LOCK})")
    room = _ROWS_AT_ONCE
    for name, window in _WINDOWS:
        limit = getattr(pace, name)
        if limit is not None:
            tried = select(func.count()).select_from(deliveries).where(_OF.tried_at > at - window)
            room = min(room, limit - connection.execute(tried).scalar_one())
    return room


def _taken(row: Row[Any], worker: str) -> Delivery:
    """As it stands once it is taken."""
    return Delivery(
        row.mailing,
        row.address_hash,
        row.variant,
        DeliveryState.IN_FLIGHT,
        row.tries + 1,
        row.reason,
        None,
        worker,
    )


def _settling(*said: object) -> Update:
    """One statement for all that became the same; only where they are still that worker's."""
    mailing, worker, state, tries, reason, due, keys = said
    mine = (_OF.mailing == mailing) & (_OF.worker == worker) & _OF.address_hash.in_(cast("list[str]", keys))
    flying = _OF.state == DeliveryState.IN_FLIGHT.value
    known = {"state": state, "tries": tries, "reason": reason, "due_at": due, "worker": ""}
    return update(deliveries).where(mine & flying).values(known)
