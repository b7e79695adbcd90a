"""How does a PostgreSQL database that a test has used become as it was, without being made again?

A copy of one costs the server a fifth of a second of work, and dropping it as much again on a busy disk; emptying its
tables costs a few milliseconds. Where a test changed more than rows, or left much behind, the next gets a new copy.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, MetaData, Table, inspect
from sqlalchemy.exc import SQLAlchemyError

from app.adapters.store.engine import open_engine

MOST_LEFT_BYTES = 8_000_000
"""Rows that were deleted lie in the files for a while, and are read over: a database that grew more is not used again."""
_END_OTHERS = """
SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'
"""
_FORM = """
SELECT md5(string_agg(one, ',' ORDER BY one)) FROM (
    SELECT concat('database', xmin) FROM pg_database WHERE datname = current_database()
    UNION ALL SELECT concat('setting', xmin) FROM pg_db_role_setting
    UNION ALL SELECT concat('schema', oid, '.', xmin) FROM pg_namespace WHERE nspname !~ '^pg_(toast_)?temp'
    UNION ALL SELECT concat('relation', oid, '.', xmin) FROM pg_class WHERE relpersistence <> 't'
    UNION ALL SELECT concat('column', attrelid, '.', attnum, '.', xmin) FROM pg_attribute WHERE attrelid >= 16384
    UNION ALL SELECT concat('default', oid, '.', xmin) FROM pg_attrdef
    UNION ALL SELECT concat('constraint', oid, '.', xmin) FROM pg_constraint
    UNION ALL SELECT concat('trigger', oid, '.', xmin) FROM pg_trigger
    UNION ALL SELECT concat('rule', oid, '.', xmin) FROM pg_rewrite WHERE oid >= 16384
    UNION ALL SELECT concat('function', oid, '.', xmin) FROM pg_proc WHERE oid >= 16384
) AS all_of_it (one)
"""
"""Everything about a database but its rows: whatever is made, changed or granted has another transaction's number."""
_COUNTED = """
SELECT concat_ws(', ', 'SELECT setval(' || quote_literal(seqrelid::regclass), coalesce(last_value, seqstart),
                 (last_value IS NOT NULL) || ')')
FROM pg_sequence JOIN pg_sequences
ON (quote_ident(schemaname) || '.' || quote_ident(sequencename))::regclass = seqrelid
"""


class Emptied:
    """One database at a time, lent to test after test; `copy` makes a new one and gives its URL, `drop` ends it."""

    def __init__(self, copy: Callable[[], str], drop: Callable[[str], None]) -> None:
        """Nothing is copied before somebody needs it."""
        self._copy, self._drop, self._url = copy, drop, ""

    @contextmanager
    def lent(self) -> Iterator[str]:
        """The URL of a database with the newest schema and only what the migrations put into it."""
        if not self._url:
            self._url = self._copy()
            self._look()
        try:
            yield self._url
        finally:
            if not self._is_emptied():
                self.end()

    def end(self) -> None:
        """Drop what there is."""
        if self._url:
            self._drop(self._url)
        self._url = ""

    def _look(self) -> None:
        """What it is like before anybody has used it."""
        with self._entered() as connection:
            self._form, self._bytes = _form(connection), _bytes(connection)
            counted = connection.exec_driver_sql(_COUNTED).scalars().all()
            names = inspect(connection).get_table_names()
            tables = [Table(name, MetaData(), autoload_with=connection) for name in names]
            held = {table: connection.execute(table.select()).mappings().all() for table in tables}
        self._rows = {table: [dict(row) for row in rows] for table, rows in held.items() if rows}
        self._emptying = ";".join([*(f'DELETE FROM "{name}"' for name in names), *counted])  # noqa: S608 - the schema's own names

    def _is_emptied(self) -> bool:
        """Whether it is as it was; whatever keeps it from being so is gone with it."""
        try:
            with self._entered() as connection:
                connection.exec_driver_sql(_END_OTHERS)
                if _form(connection) != self._form or _bytes(connection) > self._bytes + MOST_LEFT_BYTES:
                    return False
                connection.exec_driver_sql("SET LOCAL session_replication_role = replica")
                connection.exec_driver_sql(self._emptying)
                for table, rows in self._rows.items():
                    connection.execute(table.insert(), rows)
        except SQLAlchemyError:
            return False
        return True

    @contextmanager
    def _entered(self) -> Iterator[Connection]:
        engine = open_engine(self._url)
        try:
            with engine.begin() as connection:
                yield connection
        finally:
            engine.dispose()


def _form(connection: Connection) -> str:
    return str(connection.exec_driver_sql(_FORM).scalar_one())


def _bytes(connection: Connection) -> int:
    return int(connection.exec_driver_sql("SELECT pg_database_size(current_database())").scalar_one())
