"""PostgreSQL is stopped, killed, cut off or taken over from under load: what was acknowledged is there."""

import sqlite3
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

import pytest
from sqlalchemy import text

from app.adapters.store import engine as store_engine
from app.adapters.store.engine import open_engine
from app.domain.errors import StoreError
from app.verifier.rows import of_database
from tests.conftest import opened
from tests.faults.postgres_server import PostgresServer, postgres_server
from tests.faults.telling import Telling, journal_of, numbers, sound, told

CUT_OFF = text("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = :name")
STOPS: dict[str, Callable[[PostgresServer], None]] = {
    "stopped at once": PostgresServer.stop,
    "killed": PostgresServer.kill,
}


@pytest.mark.parametrize("stop", STOPS.values(), ids=STOPS)
def test_what_was_acknowledged_outlives_a_server_that_is_stopped_under_load(
    stop: Callable[[PostgresServer], None], server: PostgresServer, tmp_path: Path
) -> None:
    url = server.fresh()
    with opened(url) as engine, Telling(engine, tmp_path) as telling:
        telling.go_on(20)
        stop(server)
        server.start()
        telling.go_on(20)

    rows = sound(url, tmp_path)
    assert telling.refused
    assert set(telling.promised) <= numbers(rows)
    assert len(numbers(rows)) == len(rows) <= len(telling.promised) + telling.refused


def test_what_was_acknowledged_is_there_when_another_server_takes_over(
    postgres: str,  # noqa: ARG001 - where those tests are left out, this is too
    tmp_path: Path,
) -> None:
    """The first waits for the second before it promises; the second takes over, and the first never comes back."""
    with postgres_server() as first, postgres_server(beside=first) as second:
        first.administer("ALTER SYSTEM SET synchronous_standby_names = '*'", "SELECT pg_reload_conf()")
        both = f"postgresql://sendwell@/postgres?host={first.host},{second.host}&port={first.port},{second.port}&target_session_attrs=read-write"
        with opened(both) as engine, Telling(engine, tmp_path) as telling:
            telling.go_on(20)
            first.kill()
            second.promote()
            telling.go_on(20)

        rows = sound(both, tmp_path)
        assert telling.refused
        assert set(telling.promised) <= numbers(rows)
        assert rows == sound(second.url, tmp_path)


def test_connections_that_are_cut_off_lose_nothing_and_come_back(
    postgresql_url: str, postgres: str, tmp_path: Path
) -> None:
    administrator = open_engine(f"{postgres}/postgres").execution_options(isolation_level="AUTOCOMMIT")
    with opened(postgresql_url) as engine, Telling(engine, tmp_path) as telling:
        for _ in range(4):
            telling.go_on(5)
            with administrator.connect() as connection:
                connection.execute(CUT_OFF, {"name": postgresql_url.rpartition("/")[2]})
        telling.go_on(5)
    administrator.dispose()

    assert set(telling.promised) <= numbers(sound(postgresql_url, tmp_path))


def test_whoever_waits_too_long_for_a_lock_is_told_and_nothing_is_kept(
    postgresql_url: str, tmp_path: Path
) -> None:
    with opened(postgresql_url) as engine, engine.connect() as holding:
        holding.exec_driver_sql("LOCK TABLE journal_entries IN ACCESS EXCLUSIVE MODE")
        impatient = open_engine(f"{postgresql_url}?options=-c%20lock_timeout%3D100")
        with pytest.raises(StoreError, match="keeping the database busy"):
            journal_of(impatient, tmp_path).tell(told(1))
        holding.rollback()
        impatient.dispose()

    assert list(of_database(postgresql_url)) == []


def test_when_all_lines_are_in_use_the_next_is_told_and_comes_through_later(
    postgresql_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store_engine, "_QUEUE_S", 0.05)
    with opened(postgresql_url) as engine:
        journal = journal_of(engine, tmp_path)
        with ExitStack() as others:
            for _ in range(15):
                others.enter_context(engine.connect())
            with pytest.raises(StoreError, match="Everybody asks the database at once"):
                journal.tell(told(1))
        journal.tell(told(2))

    assert numbers(sound(postgresql_url, tmp_path)) == {2}


class Away:
    """A database that answers nobody until a test says so."""

    loaded_dbapi = sqlite3

    def __init__(self) -> None:
        self.asked, self.is_back, self.ends = 0, False, threading.Event()

    def connect(self) -> str:
        self.asked += 1
        if self.is_back:
            return "a line"
        self.ends.wait(30)
        raise sqlite3.OperationalError


def test_while_it_is_away_one_asks_and_the_others_are_told_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    away, asks = Away(), store_engine.OneAsks()

    def ask() -> object:
        return asks(away, None, (), {})  # type: ignore[arg-type]  # as SQLAlchemy does

    away.ends.set()
    with pytest.raises(sqlite3.OperationalError):
        ask()
    with pytest.raises(sqlite3.OperationalError, match="a moment ago"):
        ask()

    monkeypatch.setattr(asks, "_not_before", 0.0)
    away.ends.clear()
    with ThreadPoolExecutor(1) as hands:
        one = hands.submit(ask)
        while away.asked < 2:
            time.sleep(0.01)
        with pytest.raises(sqlite3.OperationalError, match="a moment ago"):
            ask()
        away.ends.set()
        assert isinstance(one.exception(30), sqlite3.OperationalError)

    away.is_back = True
    monkeypatch.setattr(asks, "_not_before", 0.0)
    assert [ask() for _ in range(3)] == ["a line"] * 3
    assert away.asked == 5
