"""How is a PostgreSQL database copied while it is written to, and put back all at once?

Table by table in one consistent view, by COPY; no program beside the service is needed. Put back in one
transaction, with the schema that the copy was of, brought to today's: until it ends the old data is there.
"""

import json
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from alembic import command
from psycopg import sql
from sqlalchemy import Connection, Engine, inspect

from app.adapters.store.engine import reading, writing
from app.adapters.store.tables import METADATA
from app.adapters.store.upgrade import migration_config
from app.domain.errors import BackupError

FOLDER, LIST = "database", "database/tables.json"
_PIECE = 2**20
_REVISION = "alembic_version"
_LOCK_MS, _A_MOMENT_S = 5000, 0.2


def copy_out(engine: Engine, folder: Path) -> None:
    """A file a table, with the columns of each and where its numbers stand. Raises StoreError."""
    (folder / FOLDER).mkdir(0o700, parents=True)
    with reading(engine) as connection:
        told = {}
        for name in _ordered(connection):
            columns = [str(column["name"]) for column in inspect(connection).get_columns(name)]
            told[name] = {"columns": columns, "numbers": _numbers(connection, name, columns)}
            with (folder / FOLDER / f"{name}.copy").open("wb") as out, _cursor(connection) as cursor:
                words = sql.SQL("COPY {} ({}) TO STDOUT").format(_name(name), _names(columns))
                with cursor.copy(words) as rows:
                    for piece in rows:
                        out.write(piece)
    (folder / LIST).write_text(json.dumps(told), encoding="utf-8")


def is_there(engine: Engine) -> bool:
    """Whether there is a database of ours that would be lost."""
    with reading(engine) as connection:
        return inspect(connection).has_table(_REVISION)


def put_back(engine: Engine, folder: Path, revision: str, look: Callable[[Connection], None]) -> None:
    """All of it or nothing; `look` may refuse it by raising.

    Raises:
        BackupError: others are connected.
        StoreError: the database cannot do it.
    """
    told: dict[str, Any] = json.loads((folder / LIST).read_text(encoding="utf-8"))
    with writing(engine, _LOCK_MS) as connection:
        _alone(connection)
        for name in {*METADATA.tables, *told, _REVISION}:
            _run(connection, sql.SQL("DROP TABLE IF EXISTS {} CASCADE").format(_name(name)))
        command.upgrade(migration_config(connection), revision)
        _run(connection, sql.SQL("DELETE FROM {}").format(_name(_REVISION)))
        for name in reversed(list(told)):
            _run(connection, sql.SQL("DELETE FROM {}").format(_name(name)))
        for name, table in told.items():
            _fill(connection, name, table, folder / FOLDER / f"{name}.copy")
        command.upgrade(migration_config(connection), "head")
        look(connection)


def _fill(connection: Connection, name: str, table: dict[str, Any], file: Path) -> None:
    words = sql.SQL("COPY {} ({}) FROM STDIN").format(_name(name), _names(table["columns"]))
    with _cursor(connection) as cursor, cursor.copy(words) as rows, file.open("rb") as content:
        while piece := content.read(_PIECE):
            rows.write(piece)
    for column, number in table["numbers"].items():
        connection.exec_driver_sql(
            "SELECT setval(pg_get_serial_sequence(%s, %s), %s)", (name, column, number)
        )


def _ordered(connection: Connection) -> list[str]:
    """Those that others refer to come first."""
    held = set(inspect(connection).get_table_names())
    known = [table.name for table in METADATA.sorted_tables if table.name in held]
    return [_REVISION, *known]


def _numbers(connection: Connection, name: str, columns: Sequence[str]) -> dict[str, int]:
    """The last number that each column gave; one that gave none is left out."""
    found = {}
    for column in columns:
        asked = "SELECT pg_get_serial_sequence(%s, %s)"
        sequence = connection.exec_driver_sql(asked, (name, column)).scalar()
        if sequence is not None:
            last = (
                "SELECT last_value FROM pg_sequences WHERE format('%%I.%%I', schemaname, sequencename) = %s"
            )
            value = connection.exec_driver_sql(last, (sequence,)).scalar()
            if value is not None:
                found[column] = int(value)
    return found


def _alone(connection: Connection) -> None:
    asked = (
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
        " AND backend_type = 'client backend'"
    )
    until = time.monotonic() + _LOCK_MS / 1000
    while others := connection.exec_driver_sql(
        asked
    ).scalar_one():  # one that has left is seen a moment longer
        if time.monotonic() < until:
            connection.exec_driver_sql("SELECT pg_stat_clear_snapshot()")
            time.sleep(_A_MOMENT_S)
            continue
        raise BackupError(
            f"The database is in use: {others} others are connected. Stop the service on every machine, then"
            " restore again."
        )


def _run(connection: Connection, words: sql.Composed) -> None:
    with _cursor(connection) as cursor:
        cursor.execute(words)


def _cursor(connection: Connection) -> Any:
    """Psycopg's own, for what SQLAlchemy has no words for."""
    return connection.connection.cursor()


def _name(name: str) -> sql.Identifier:
    return sql.Identifier(name)


def _names(names: Sequence[str]) -> sql.Composed:
    return sql.SQL(", ").join(map(sql.Identifier, names))
