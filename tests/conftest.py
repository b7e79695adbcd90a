"""What several rooms' tests share: the databases, each as an empty one of the newest schema for every test.

PostgreSQL is started by the test run itself, in a temporary folder, from the programs that the
system has. ``SENDWELL_TEST_POSTGRES=off`` leaves its tests out knowingly; otherwise missing programs fail.
"""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from pathlib import Path

import pytest
from sqlalchemy import Engine

from app.adapters.store.engine import open_engine
from app.adapters.store.upgrade import upgrade
from tests.emptied import Emptied

DATABASES = ("sqlite", "postgresql")


@pytest.fixture(scope="session", autouse=True)
def loaded_once() -> Iterator[None]:
    """What is shipped of language is loaded once for all services that the tests of this run make."""
    with pytest.MonkeyPatch.context() as patch:
        if language := sys.modules.get("app.wiring.language"):
            for name in ("SpacyReader", "NetworkMeanings", "DictionarySpeller"):
                patch.setattr(language, name, cache(getattr(language, name)))
        yield


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The URL of a private PostgreSQL server, without the name of a database."""
    if os.environ.get("SENDWELL_TEST_POSTGRES") == "off":
        pytest.skip("SENDWELL_TEST_POSTGRES=off leaves the PostgreSQL tests out")
    programs = _programs()
    folder = Path(tempfile.mkdtemp(prefix="sendwell-pg-"))
    data, port = folder / "data", _free_port()
    options = f"-F -p {port} -k {folder} -c listen_addresses=127.0.0.1"  # -F: nobody pulls this one's plug
    try:
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres", "postgres")
        _run(programs / "initdb", "--no-sync", "-A", "trust", "-U", "sendwell", "-E", "UTF8", "-D", str(data))
        _run(programs / "pg_ctl", "-w", "-D", str(data), "-l", str(folder / "log"), "-o", options, "start")
        yield f"postgresql://sendwell@127.0.0.1:{port}"
    finally:
        if (data / "postmaster.pid").exists():
            _run(programs / "pg_ctl", "-w", "-m", "immediate", "-D", str(data), "stop")
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def newest_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with the newest schema, to be copied: the migrations are many."""
    file = tmp_path_factory.mktemp("newest") / "sendwell.db"
    with opened(f"sqlite:///{file}"):
        return file


@pytest.fixture(scope="session")
def newest_postgresql(postgres: str) -> str:
    """The name of a database with the newest schema, to be copied."""
    _administer(postgres, "CREATE DATABASE newest TEMPLATE template0")
    with opened(f"{postgres}/newest"):
        return "newest"


@pytest.fixture
def sqlite_url(tmp_path: Path, newest_sqlite: Path) -> str:
    """A SQLite database in a file, with the newest schema and nothing in it."""
    return f"sqlite:///{shutil.copy(newest_sqlite, tmp_path / 'sendwell.db')}"


@pytest.fixture(scope="session")
def emptied(postgres: str, newest_postgresql: str) -> Emptied:
    """PostgreSQL databases, each emptied after a test for the next."""
    return Emptied(partial(_copy, postgres, newest_postgresql), _drop)


@pytest.fixture
def postgresql_url(emptied: Emptied) -> Iterator[str]:
    """A PostgreSQL database with the newest schema and nothing in it."""
    with emptied.lent() as url:
        yield url


@pytest.fixture(params=DATABASES)
def bare_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A database without any schema, once for each kind."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'bare.db'}"
        return
    url = _copy(request.getfixturevalue("postgres"), "template0")
    yield url
    _drop(url)


@pytest.fixture(params=DATABASES)
def database_url(request: pytest.FixtureRequest) -> str:
    """A database with the newest schema and nothing in it, once for each kind."""
    return str(request.getfixturevalue(f"{request.param}_url"))


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    """A database with the newest schema, once for each kind."""
    with opened(database_url) as engine:
        yield engine


@contextmanager
def opened(url: str) -> Iterator[Engine]:
    """The database at `url`, brought to the newest schema."""
    engine = open_engine(url)
    try:
        upgrade(engine)
        yield engine
    finally:
        engine.dispose()


def _programs() -> Path:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda p: float(p.parts[-3]))
    on_path = shutil.which("initdb")
    if not found and not on_path:
        pytest.fail(
            "PostgreSQL's programs (initdb, pg_ctl) are not on this machine. Install the package "
            "`postgresql`; no service is needed. Or set SENDWELL_TEST_POSTGRES=off to leave these tests out."
        )
    return found[-1].parent if found else Path(str(on_path)).resolve().parent


def _run(program: Path, *arguments: str) -> None:
    """Run a program of PostgreSQL, which refuses to be run by root."""
    as_whom = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    done = subprocess.run(  # noqa: S603 (programs of the system with our own arguments)
        [*as_whom, str(program), *arguments],
        cwd=tempfile.gettempdir(),
        stdout=subprocess.PIPE if program.name == "initdb" else subprocess.DEVNULL,
        stderr=subprocess.STDOUT,
        check=False,
    )
    if done.returncode:
        pytest.fail(f"{program.name} failed: {(done.stdout or b'').decode(errors='replace')[-2000:]}")


def _copy(server: str, copied: str) -> str:
    name = f"test_{os.urandom(6).hex()}"
    _administer(server, f"CREATE DATABASE {name} TEMPLATE {copied}")
    return f"{server}/{name}"


def _drop(url: str) -> None:
    server, _, name = url.rpartition("/")
    _administer(server, f"DROP DATABASE {name} WITH (FORCE)")


def _administer(server: str, statement: str) -> None:
    engine = open_engine(f"{server}/postgres").execution_options(isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.exec_driver_sql(statement)
    engine.dispose()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
