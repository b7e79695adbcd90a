"""How is the database reached, and what is a person told when it cannot be?

SQLite in a file by default, which only its owner may read; PostgreSQL by its URL. Every transaction is
explicit; a write takes the write lock at once, so that two writers wait instead of failing.
"""

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from threading import Lock
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine import URL
from sqlalchemy.engine.interfaces import DBAPIConnection, Dialect
from sqlalchemy.exc import ArgumentError, SQLAlchemyError
from sqlalchemy.pool import ConnectionPoolEntry

from app.domain.errors import StoreError

_WRITES, _LASTS = "sendwell_writes", "sendwell_lasts"
_FORCED, _UNFORCED = "SET LOCAL synchronous_commit TO ON", "SET LOCAL synchronous_commit TO OFF"
_WAIT_MS = 5000
_WAIT_S = 5
_QUEUE_S = 10
"""For a line to PostgreSQL, while others use all there are."""
_AWAY_S = 1.0
_LONGEST_ASK_S = 30.0
_LINE = {
    "connect_timeout": _WAIT_S,
    "tcp_user_timeout": 10_000,
    "keepalives_idle": 5,
    "keepalives_interval": 2,
    "keepalives_count": 3,
}
"""A host that is cut off says nothing any more: it is given up after some ten seconds, not hours."""


def open_engine(url: str) -> Engine:
    """An engine for ``sqlite:///path/to/file`` or ``postgresql://user@host/database``.

    Opens no connection yet. Raises StoreError when the URL is not one of these.
    """
    place = _understood(url)
    if place.get_backend_name() == "sqlite":
        engine = create_engine(place, hide_parameters=True, connect_args={"timeout": _WAIT_S})
        if place.database and place.database != ":memory:":
            event.listen(engine, "do_connect", partial(_make_private, place.database))
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        return engine
    engine = create_engine(
        place, hide_parameters=True, pool_pre_ping=True, pool_timeout=_QUEUE_S, connect_args=dict(_LINE)
    )
    event.listen(engine, "do_connect", OneAsks())
    return engine


class OneAsks:
    """While the database is away one asks whether it is back; all others are told so at once."""

    def __init__(self) -> None:
        """It is there, as far as anybody knows."""
        self._lock, self._is_away, self._not_before = Lock(), False, 0.0

    def __call__(self, dialect: Dialect, _: ConnectionPoolEntry, given: Any, named: Any) -> DBAPIConnection:
        """A new line to it. Raises the driver's OperationalError."""
        with self._lock:
            if self._is_away and time.monotonic() < self._not_before:
                raise dialect.loaded_dbapi.OperationalError("could not connect a moment ago")
            self._not_before = time.monotonic() + _LONGEST_ASK_S
        try:
            line = dialect.connect(*given, **named)
        except dialect.loaded_dbapi.OperationalError:
            self._is_away, self._not_before = True, time.monotonic() + _AWAY_S
            raise
        self._is_away = False
        return line


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """One consistent view of the database. Raises StoreError."""
    is_postgres = engine.dialect.name == "postgresql"
    how = {"isolation_level": "REPEATABLE READ"} if is_postgres else {_LASTS: False}
    with _told_plainly(), engine.connect().execution_options(**how) as connection, connection.begin():
        yield connection


@contextmanager
def writing(
    engine: Engine, patience_ms: int | None = None, *, is_lasting: bool = True
) -> Iterator[Connection]:
    """One transaction: all of it is kept, durably, or nothing. Raises StoreError.

    `patience_ms` is how long another writer is waited for, if not as long as usual. For what is not lasting
    nobody waits for the disk: it outlives the process, and a cut of the power once something lasting follows.
    """
    how = {_WRITES: _WAIT_MS if patience_ms is None else patience_ms, _LASTS: is_lasting}
    with _told_plainly(), engine.connect().execution_options(**how) as connection, connection.begin():
        if engine.dialect.name == "postgresql":
            connection.exec_driver_sql(_FORCED if is_lasting else _UNFORCED)
            if patience_ms is not None:
                connection.exec_driver_sql(f"SET LOCAL lock_timeout = {int(patience_ms)}")
        yield connection


def _understood(url: str) -> URL:
    try:
        place = make_url(url)
        known = {"sqlite": "sqlite", "postgresql": "postgresql+psycopg", "postgres": "postgresql+psycopg"}
        return place.set(drivername=known[place.drivername.partition("+")[0]])
    except (ArgumentError, KeyError, ValueError):
        raise StoreError(
            "The database address cannot be used. Give sqlite:///path/to/sendwell.db or "
            "postgresql://user@host/database."
        ) from None


def _make_private(file: str, *_: object) -> None:
    """A new database is its owner's alone, whatever the umask; SQLite gives its WAL and SHM the same rights.

    An existing file keeps its rights, and what stops us here SQLite says itself when it opens the file.
    """
    with suppress(OSError):
        handle = os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        try:
            os.chmod(file, 0o600)  # noqa: PTH101 - the path comes as the URL spells it
        finally:
            os.close(handle)


def _prepare_sqlite(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
    assert isinstance(connection, sqlite3.Connection)  # noqa: S101 (this listener is only for SQLite)
    connection.isolation_level = None
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", f"busy_timeout={_WAIT_MS}"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    """Said to the driver itself: over such a word SQLAlchemy takes much longer than SQLite."""
    how = connection.get_execution_options()
    patience_ms = how.get(_WRITES)
    line = connection.connection.dbapi_connection
    assert isinstance(line, sqlite3.Connection)  # noqa: S101 (this listener is only for SQLite)
    if patience_ms is not None:
        _tell(connection, line, "busy_timeout", f"PRAGMA busy_timeout={int(patience_ms)}")
    lasts = "PRAGMA synchronous=FULL" if how.get(_LASTS, True) else "PRAGMA synchronous=NORMAL"
    _tell(connection, line, "synchronous", lasts)
    line.execute("BEGIN" if patience_ms is None else "BEGIN IMMEDIATE")


def _tell(connection: Connection, line: sqlite3.Connection, name: str, pragma: str) -> None:
    """Told to a line only when it changes: SQLite takes longer over it than over most questions."""
    if connection.info.get(name) != pragma:
        line.execute(pragma)
        connection.info[name] = pragma


@contextmanager
def _told_plainly() -> Iterator[None]:
    try:
        yield
    except (SQLAlchemyError, sqlite3.Error) as error:
        raise StoreError(_advice(getattr(error, "orig", None) or error)) from error


_ADVICE = {
    "disk is full": "The disk that holds the database is full. Free some space, then try again.",
    "no space left": "The disk that holds the database is full. Free some space, then try again.",
    "disk i/o error": "The disk that holds the database refuses to work: it may be full, or broken.",
    "no such table": "The database has no tables yet. Start the service: it makes them.",
    'fatal:  role "': "The database does not know this user. Make it, or correct the user in its address.",
    'fatal:  database "': "There is no database of that name. Make it with createdb, or correct its address.",
    "does not exist": "A table of the database does not exist. Is it one of Sendwell’s? Look at its address.",
    "too many clients": "The database has no line left. Raise its max_connections, or run less.",
    "too many connections": "The database has no line left. Raise its max_connections, or run less.",
    "connection slots": "The database has no line left. Raise its max_connections, or run less.",
    "pg_hba": "The database lets this user in from nowhere here. Add a line for it to its pg_hba.conf.",
    "certificate": "The database’s certificate is not trusted. Look at sslrootcert in its address.",
    "support ssl": "The database speaks no TLS. Turn it on there, or look at sslmode in its address.",
    "resolve host": "The host of the database is not known. Look at its address, and at this machine’s DNS.",
    "starting up": "The database is starting. Try again in a moment.",
    "read-only": "The database is read-only. Where it follows another, name that one in its address, too.",
    "terminating connection": "The database was stopped or cut this off. Try again in a moment.",
    "closed the connection": "The database was stopped or cut this off. Try again in a moment.",
    "unable to open": "The database file cannot be opened. Look whether its folder exists and is yours.",
    "readonly": "The database may not be written to. Give the service write access to its file and folder.",
    "permission denied": "The database refuses this user. Give it the rights on the tables of Sendwell.",
    "locked": "Another program is keeping the database busy. Close it, then try again.",
    "lock timeout": "Another program is keeping the database busy. Wait for it, or end it, then try again.",
    "pool limit": "Everybody asks the database at once. Try again in a moment.",
    "malformed": "The database file is damaged. Restore it from a backup with `sendwell restore`.",
    "not a database": "The database file is damaged or not a database. Restore it with `sendwell restore`.",
    "password": "The database refuses the password. Correct the user and password in its address.",
    "connect": "The database cannot be reached. Look whether it is running and its address is right.",
}


def _advice(error: BaseException) -> str:
    """What to do, from what the driver said; the driver's own words may hold data and are not repeated."""
    said = str(error).lower()
    known = next((advice for cue, advice in _ADVICE.items() if cue in said), None)
    kind = type(error).__name__
    return known or f"The database could not do this ({kind}). Its own log, or `sendwell doctor`, says more."
