"""Is a PostgreSQL database that a test has used as a new one for the next?"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import Connection, inspect
from sqlalchemy.exc import OperationalError

from app.adapters.store.engine import open_engine
from tests.emptied import Emptied


@contextmanager
def entered(url: str) -> Iterator[Connection]:
    engine = open_engine(url)
    with engine.begin() as connection:
        yield connection
    engine.dispose()


def do(url: str, statement: str) -> None:
    with entered(url) as connection:
        connection.exec_driver_sql(statement)


def everything(url: str) -> Mapping[str, Any]:
    """Every row, and where every count stands."""
    with entered(url) as connection:
        names = inspect(connection).get_table_names()
        rows = {name: connection.exec_driver_sql(f'SELECT * FROM "{name}"').all() for name in names}  # noqa: S608 - the schema's own names
        return {**rows, "counts": connection.exec_driver_sql("SELECT * FROM pg_sequences").all()}


@pytest.mark.parametrize(
    "left",
    [
        "INSERT INTO marks VALUES ('somebody', 'something', 'now')",
        "UPDATE directory_state SET version = 7",
        "DELETE FROM staff_state",
        "SELECT nextval(seqrelid::regclass) FROM pg_sequence",
        "ALTER TABLE directory_state ADD COLUMN left_behind integer",
        "DROP TABLE directory_state",
        "CREATE TABLE left_behind (number integer)",
        "UPDATE alembic_version SET version_num = 'v0001'",
    ],
)
def test_whatever_one_left_the_next_finds_nothing_of_it(emptied: Emptied, left: str) -> None:
    with emptied.lent() as url:
        before = everything(url)
        do(url, left)

    with emptied.lent() as url:
        assert everything(url) == before


def test_what_changed_no_more_than_rows_is_lent_again(emptied: Emptied) -> None:
    with emptied.lent() as first:
        do(first, "INSERT INTO marks VALUES ('somebody', 'something', 'now')")
    with emptied.lent() as second:
        do(second, "CREATE INDEX left_behind ON marks (mark)")
    with emptied.lent() as third:
        assert first == second != third


def test_whoever_still_holds_a_lock_is_ended(emptied: Emptied) -> None:
    with emptied.lent() as url:
        holding = open_engine(url).connect()
        holding.exec_driver_sql("LOCK TABLE marks")

    with emptied.lent() as again:
        do(again, "INSERT INTO marks VALUES ('somebody', 'something', 'now')")
    with pytest.raises(OperationalError):
        holding.exec_driver_sql("SELECT 1")
    holding.invalidate()
    holding.engine.dispose()


def test_much_that_was_deleted_is_not_read_over_for_ever(emptied: Emptied) -> None:
    with emptied.lent() as first:
        do(
            first,
            "INSERT INTO marks SELECT n::text, repeat(n::text, 10), 'now' FROM generate_series(1, 90000) n",
        )
    with emptied.lent() as second:
        assert first != second
