"""What only a real database can show: secrecy, other workers, a kill half-way, and plain errors."""

import re
import sqlite3
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import Engine, event, inspect, text

from app.adapters.store.directory import SqlDirectory
from app.adapters.store.engine import open_engine, reading, writing
from app.domain.errors import StoreError
from app.domain.school import Listing, School
from app.ports import DirectoryContents, DirectoryEntry
from tests.adapters.store.conftest import KEY
from tests.adapters.store.test_directory import CONTENTS, OAK
from tests.conftest import opened
from tests.steps import counted

OFFICE = "office@oak.weald.sch.uk"


def test_without_the_key_no_address_can_be_read_or_tried(engine: Engine) -> None:
    SqlDirectory(engine, KEY).replace(CONTENTS)
    with engine.connect() as connection:
        tables = inspect(engine).get_table_names()
        rows = [row for t in tables for row in connection.execute(text(f"SELECT * FROM {t}"))]  # noqa: S608 (our own names)
    cells = [cell for row in rows for cell in row]
    sealed = b"".join(bytes(cell) for cell in cells if isinstance(cell, bytes | memoryview))
    kept = str([cell for cell in cells if not isinstance(cell, bytes | memoryview)])
    assert set(re.findall(r"[\w.+-]+@[\w.-]+", kept)) == {"jo@council.example"}
    for private in ("trees.example", "gone.weald", "ash-mail"):
        assert private not in kept
        assert private.encode() not in sealed
    assert SqlDirectory(engine, KEY[::-1]).look_up([OFFICE]) == {OFFICE: Listing()}


def test_a_short_key_is_refused(engine: Engine) -> None:
    with pytest.raises(StoreError, match="needs 16 or more"):
        SqlDirectory(engine, b"short")


def test_other_workers_see_an_import_and_ask_little(engine: Engine) -> None:
    here, there = SqlDirectory(engine, KEY), SqlDirectory(engine, KEY, refresh_seconds=0.2)
    assert there.open_schools() == 0
    asked: list[str] = []
    event.listen(engine, "before_cursor_execute", lambda *a: asked.append(a[2]))
    for _ in range(50):
        there.look_up([OFFICE] * 100)
    assert len(asked) <= 20
    here.replace(CONTENTS)
    time.sleep(0.25)
    assert there.open_schools() == len(CONTENTS.schools)


def test_an_import_is_seen_at_once_where_it_was_made(engine: Engine) -> None:
    directory = SqlDirectory(engine, KEY, refresh_seconds=3600)
    assert directory.open_schools() == 0
    directory.replace(CONTENTS)
    assert directory.open_schools() == len(CONTENTS.schools)


def test_a_database_that_goes_away_does_not_take_the_directory_along(
    sqlite_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    with opened(sqlite_url) as engine:
        directory = SqlDirectory(engine, KEY, refresh_seconds=0)
        directory.replace(CONTENTS)
        assert directory.look_up([OFFICE])[OFFICE].schools == (OAK,)
        with writing(engine) as connection:
            connection.exec_driver_sql("DROP TABLE directory_state")
        assert directory.look_up([OFFICE])[OFFICE].schools == (OAK,)
    assert "the one in memory answers" in caplog.text


_IMPORT_THAT_IS_KILLED = """
import os, signal, sys
from dataclasses import replace
from sqlalchemy import event
from app.adapters.store.directory import SqlDirectory
from app.adapters.store.engine import open_engine
from tests.adapters.store.conftest import KEY
from tests.adapters.store.test_directory import CONTENTS
engine = open_engine(sys.argv[1])
@event.listens_for(engine, "before_cursor_execute")
def dies(conn, cursor, statement, *rest):
    if statement.startswith("INSERT INTO addresses"):
        os.kill(os.getpid(), signal.SIGKILL)
contents = replace(CONTENTS, schools=CONTENTS.schools[:3])
if sys.argv[2] == "keeps":
    contents = replace(contents, entries=(), keeps={s.urn: s.urn for s in contents.schools})
SqlDirectory(engine, KEY).replace(contents)
"""


@pytest.mark.parametrize("how", ["lists", "keeps"])
def test_an_import_that_is_killed_leaves_the_old_directory(database_url: str, how: str) -> None:
    with opened(database_url) as engine:
        SqlDirectory(engine, KEY).replace(CONTENTS)
        root = Path(__file__).parents[3]
        script = [sys.executable, "-c", _IMPORT_THAT_IS_KILLED, database_url, how]
        done = subprocess.run(script, cwd=root, check=False)  # noqa: S603 (our own script)
        assert done.returncode == -9
        after = SqlDirectory(engine, KEY)
        assert after.open_schools() == len(CONTENTS.schools)
        assert after.look_up([OFFICE])[OFFICE].schools == (OAK,)
        assert len(after.summary().address_hashes) == len(CONTENTS.entries)


def test_imports_at_once_wait_for_each_other(engine: Engine) -> None:
    with ThreadPoolExecutor(4) as several:
        imports = [several.submit(SqlDirectory(engine, KEY).replace, CONTENTS) for _ in range(4)]
    assert [done.exception() for done in imports] == [None] * 4
    with engine.connect() as connection:
        assert connection.execute(text("SELECT version FROM directory_state")).all() == [(4,)]
    assert SqlDirectory(engine, KEY).summary().schools


def test_many_schools_are_looked_up_in_as_many_steps_as_few(sqlite_url: str) -> None:
    asked = [f"office@s{n}.sch.uk" for n in range(100)]
    statements: list[str] = []
    steps = []
    with opened(sqlite_url) as engine:
        directory = SqlDirectory(engine, KEY, refresh_seconds=3600)
        event.listen(engine, "before_cursor_execute", lambda *a: statements.append(a[2]))
        for many in (100, 2_000):
            schools = tuple(School(f"{n:06}", f"School {n}", domain=f"s{n}.sch.uk") for n in range(many))
            entries = tuple(DirectoryEntry(f"office@s{n}.sch.uk", f"{n:06}") for n in range(many))
            directory.replace(DirectoryContents(schools, frozenset(), entries, CONTENTS.imported_at))
            assert directory.open_schools() == many
            statements.clear()
            with counted() as taken:
                answers = directory.look_up(asked)
            steps.append(taken.count)
            assert statements == []
            assert all(listing.is_exact for listing in answers.values())
    assert steps[0] == steps[1]


@pytest.mark.parametrize(
    ("url", "advice"),
    [
        ("sqlite:////nowhere/at/all/sendwell.db", "cannot be opened"),
        ("postgresql://sendwell@127.0.0.1:1/sendwell", "cannot be reached"),
        ("mysql://root@127.0.0.1/x", "cannot be used"),
        ("not a url", "cannot be used"),
    ],
)
def test_what_cannot_be_reached_is_said_with_what_to_do(url: str, advice: str) -> None:
    with pytest.raises(StoreError, match=advice):
        SqlDirectory(open_engine(url), KEY).open_schools()


def test_a_damaged_file_and_a_missing_schema_are_said(tmp_path: Path) -> None:
    broken = tmp_path / "broken.db"
    broken.write_bytes(b"this is not a database, whatever its name says" * 100)
    with pytest.raises(StoreError, match="damaged"):
        SqlDirectory(open_engine(f"sqlite:///{broken}"), KEY).open_schools()
    with pytest.raises(StoreError, match="no tables yet"):
        SqlDirectory(open_engine(f"sqlite:///{tmp_path / 'new.db'}"), KEY).open_schools()


def test_a_line_to_sqlite_is_told_only_what_changes(sqlite_url: str) -> None:
    said: list[str] = []
    with opened(sqlite_url) as engine:
        with reading(engine) as connection:
            line = connection.connection.dbapi_connection
            assert isinstance(line, sqlite3.Connection)
            line.set_trace_callback(said.append)
        for is_lasting in (False, False, True, True):
            with writing(engine, is_lasting=is_lasting):
                pass
    told = [statement for statement in said if statement.startswith("PRAGMA")]
    assert told == ["PRAGMA busy_timeout=5000", "PRAGMA synchronous=FULL"]


def test_sqlite_is_set_for_durability(sqlite_url: str) -> None:
    with opened(sqlite_url) as engine, engine.connect() as connection:
        settings = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
    assert settings == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 5000}
