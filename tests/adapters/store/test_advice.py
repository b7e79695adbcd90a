"""Whoever set the database up wrongly is told what to mend."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import Engine

from app.adapters.store.engine import open_engine, reading, writing
from app.domain.errors import StoreError

Change = Callable[[str], str]


@contextmanager
def engine_at(url: str) -> Iterator[Engine]:
    engine = open_engine(url)
    yield engine
    engine.dispose()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda url: url.replace("sendwell@", "stranger@"), "know this user"),
        (lambda url: url.rpartition("/")[0] + "/nothing", "no database of that name"),
        (lambda url: f"{url}?sslmode=require", "speaks no TLS"),
        (lambda url: f"{url}?options=-cdefault_transaction_read_only%3Don", "is read-only"),
    ],
    ids=["user", "database", "tls", "read-only"],
)
def test_what_is_wrong_with_its_address_is_said(postgres: str, change: Change, said: str) -> None:
    with (
        engine_at(change(f"{postgres}/postgres")) as engine,
        pytest.raises(StoreError, match=said),
        writing(engine) as connection,
    ):
        connection.exec_driver_sql("CREATE TABLE nothing (number int)")


def test_a_server_without_a_free_line_is_not_called_away(postgres: str) -> None:
    """Raising what it takes mends that; looking whether it runs does not."""
    url = f"{postgres}/postgres"
    with engine_at(url) as owner, engine_at(url.replace("sendwell@", "narrow@")) as narrow:
        with writing(owner) as connection:
            connection.exec_driver_sql("CREATE ROLE narrow LOGIN CONNECTION LIMIT 0")
        try:
            with pytest.raises(StoreError, match="max_connections"), reading(narrow):
                pass
        finally:
            with writing(owner) as connection:
                connection.exec_driver_sql("DROP ROLE narrow")
