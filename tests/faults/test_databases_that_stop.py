"""The database is stopped, cut off, or cut short in the middle of a write: what was acknowledged is there."""

import shutil
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Self

import pytest
from sqlalchemy import Engine, text

from app.adapters.files.journal_key import JournalKey
from app.adapters.store.engine import open_engine
from app.adapters.store.journal import SqlJournal
from app.adapters.store.upgrade import upgrade
from app.domain.errors import StoreError
from app.domain.journal import Entry, Kind
from app.verifier.notes import read_key
from app.verifier.rows import Row, of_database
from app.verifier.verify import verify
from tests.conftest import opened
from tests.fakes import FakeClock
from tests.faults.postgres_server import PostgresServer, postgres_server

KEY = b"k" * 32
PROJECT = Path(__file__).parents[2]
CUT_OFF = text("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = :name")
WRITERS, TURNS, LIFE = 3, 2, 0.6


@pytest.fixture(scope="module")
def server(postgres: str) -> Iterator[PostgresServer]:  # noqa: ARG001 - where those tests are left out, this is too
    with postgres_server() as made:
        yield made


def told(number: int) -> Entry:
    return Entry(Kind.LOOKUP, {"addresses": number, "purpose": "bulletin", "by": ""})


class Telling:
    """Several who tell the journal something again and again, and note what they were promised."""

    def __init__(self, engine: Engine, folder: Path) -> None:
        self.journal = SqlJournal(engine, JournalKey(folder), FakeClock(), KEY)
        self.promised: list[int] = []
        self.refused = 0
        self._over = threading.Event()
        self._threads = [threading.Thread(target=self._tell, args=(n,)) for n in range(WRITERS)]

    def __enter__(self) -> Self:
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        for thread in self._threads:
            thread.join(60)

    def wait_for(self, many: int) -> None:
        end = time.monotonic() + 60
        while len(self.promised) < many:
            assert time.monotonic() < end, "nobody is told anything"
            time.sleep(0.01)

    def _tell(self, writer: int) -> None:
        number = writer * 1_000_000
        while not self._over.is_set():
            number += 1
            try:
                self.journal.tell(told(number))
            except StoreError:
                self.refused += 1
                time.sleep(0.02)
            else:
                self.promised.append(number)


def numbers(rows: list[Row]) -> set[int]:
    """What the journal tells, as those who told it numbered it."""
    return {int((row.text or "").partition('"addresses":')[2].partition(",")[0]) for row in rows}


@pytest.mark.parametrize("how", ["stop", "kill"])
def test_what_was_acknowledged_outlives_a_server_that_is_stopped_under_load(
    how: str, server: PostgresServer, tmp_path: Path
) -> None:
    engine = open_engine(server.url)
    upgrade(engine)
    with engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM journal_entries")
    with Telling(engine, tmp_path) as telling:
        for turn in range(TURNS):
            telling.wait_for(10 * (turn + 1))
            time.sleep(LIFE * (turn + 1) / TURNS)
            getattr(server, how)()
            server.start()
        telling.wait_for(len(telling.promised) + 10)
    engine.dispose()

    rows = list(of_database(server.url))
    assert verify(iter(rows), read_key((tmp_path / "journal.pub").read_text("ascii"))).faults == ()
    assert set(telling.promised) <= numbers(rows)
    assert len(numbers(rows)) == len(rows) <= len(telling.promised) + telling.refused


def test_connections_that_are_cut_off_lose_nothing_and_come_back(
    postgresql_url: str, postgres: str, tmp_path: Path
) -> None:
    with opened(postgresql_url) as engine, Telling(engine, tmp_path) as telling:
        administrator = open_engine(f"{postgres}/postgres").execution_options(isolation_level="AUTOCOMMIT")
        for turn in range(4):
            telling.wait_for(5 * (turn + 1))
            with administrator.connect() as connection:
                connection.execute(CUT_OFF, {"name": postgresql_url.rpartition("/")[2]})
        telling.wait_for(len(telling.promised) + 5)
        administrator.dispose()

    rows = list(of_database(postgresql_url))
    assert verify(iter(rows), read_key((tmp_path / "journal.pub").read_text("ascii"))).faults == ()
    assert set(telling.promised) <= numbers(rows)


def test_whoever_waits_too_long_for_a_lock_is_told_and_nothing_is_kept(
    postgresql_url: str, tmp_path: Path
) -> None:
    with opened(postgresql_url) as engine, engine.connect() as holding:
        holding.exec_driver_sql("LOCK TABLE journal_entries IN ACCESS EXCLUSIVE MODE")
        impatient = open_engine(f"{postgresql_url}?options=-c%20lock_timeout%3D100")
        with pytest.raises(StoreError):
            SqlJournal(impatient, JournalKey(tmp_path), FakeClock(), KEY).tell(told(1))
        holding.rollback()
        impatient.dispose()

    assert list(of_database(postgresql_url)) == []


@pytest.fixture(scope="module")
def with_a_log(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A database of SQLite whose writer was killed: forty entries, many of them in its write-ahead log."""
    folder = tmp_path_factory.mktemp("with a log")
    writes = (
        "import os, signal, sys; from pathlib import Path\n"
        "from tests.faults.test_databases_that_stop import *\n"
        "engine = open_engine(sys.argv[1]); upgrade(engine)\n"
        "journal = SqlJournal(engine, JournalKey(Path(sys.argv[2])), FakeClock(), KEY)\n"
        "for number in range(1, 41): journal.tell(told(number))\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    url = f"sqlite:///{folder / 'sendwell.db'}"
    done = subprocess.run([sys.executable, "-c", writes, url, str(folder)], cwd=PROJECT, check=False)  # noqa: S603 (our own script)
    assert done.returncode == -9
    return folder, folder / "sendwell.db-wal"


def test_a_log_that_was_cut_short_anywhere_is_a_journal_that_ends_sooner(
    with_a_log: tuple[Path, Path], tmp_path: Path
) -> None:
    """As after a power cut on a disk that lied: what is left is whole, and in order."""
    folder, log = with_a_log
    key, whole = read_key((folder / "journal.pub").read_text("ascii")), log.read_bytes()
    assert len(whole) > 50_000
    cuts = sorted(Random(7).sample(range(32, len(whole)), 25))  # noqa: S311 - places, the same each time
    sizes = set()
    for turn, cut in enumerate([*cuts, len(whole)]):
        place = tmp_path / str(turn)
        place.mkdir()
        shutil.copy(folder / "sendwell.db", place)
        (place / "sendwell.db-wal").write_bytes(whole[:cut])
        with sqlite3.connect(place / "sendwell.db") as connection:
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            begun = connection.execute(
                "SELECT 1 FROM sqlite_master WHERE name = 'journal_entries'"
            ).fetchone()
        connection.close()
        rows = list(of_database(f"sqlite:///{place / 'sendwell.db'}")) if begun else []
        assert verify(iter(rows), key).faults == ()
        assert sorted(numbers(rows)) == list(range(1, len(rows) + 1))
        sizes.add(len(rows))

    assert max(sizes) == 40
    assert len(sizes) > 5


_FILLS = """
import resource, sys
from pathlib import Path
from tests.faults.test_databases_that_stop import *
engine = open_engine(sys.argv[1]); upgrade(engine)
journal = SqlJournal(engine, JournalKey(Path(sys.argv[2])), FakeClock(), KEY)
signal_of_the_kernel = __import__("signal"); signal_of_the_kernel.signal(signal_of_the_kernel.SIGXFSZ, signal_of_the_kernel.SIG_IGN)
most = (Path(sys.argv[2]) / "sendwell.db").stat().st_size + 200_000
resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
for number in range(1, 5000):
    try:
        journal.tell(told(number))
    except StoreError as error:
        print(error)
        break
    print(number, flush=True)
"""


def test_a_file_that_may_not_grow_any_more_loses_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'sendwell.db'}"
    done = subprocess.run(  # noqa: S603 (our own script)
        [sys.executable, "-c", _FILLS, url, str(tmp_path)],
        cwd=PROJECT,
        check=True,
        capture_output=True,
        text=True,
    )
    *promised, said = done.stdout.splitlines()
    rows = list(of_database(url))

    assert "disk" in said
    assert len(promised) > 5
    assert numbers(rows) == set(map(int, promised))
    assert verify(iter(rows), read_key((tmp_path / "journal.pub").read_text("ascii"))).faults == ()
