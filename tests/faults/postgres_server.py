"""A PostgreSQL server of a test's own, which it may stop, kill, start again, and stand another beside."""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from app.adapters.store.engine import open_engine
from tests.conftest import _free_port, _programs

PATIENCE = 60
LOCAL = "127.0.0.1"


Do = Callable[..., Any]


def _here(do: Do, *given: object) -> Any:
    return do(*given)


class PostgresServer:
    """As it is run in the field, but that the machine's own disk is not waited for: nobody pulls its plug here."""

    def __init__(
        self, folder: Path, beside: "PostgresServer | None" = None, host: str = LOCAL, do: Do = _here
    ) -> None:
        """`beside` is the server that this one follows until it is promoted; `do` does things where it runs."""
        self.folder, self.host, self.port, self._do = folder, host, _free_port(), do
        self._data = folder / "data"
        if beside is None:
            self._run("initdb", "--no-sync", "-A", "trust", "-U", "sendwell", "-E", "UTF8", "-D", self._data)
            if host != LOCAL:
                with (self._data / "pg_hba.conf").open("a", encoding="ascii") as rules:
                    rules.write("host all,replication all samenet trust\n")
        else:
            whence = ("-h", beside.host, "-p", beside.port, "-U", "sendwell")
            self._run(
                "pg_basebackup", *whence, "-D", self._data, "-R", "-X", "stream", "-c", "fast", "--no-sync"
            )

    @property
    def url(self) -> str:
        return f"postgresql://sendwell@{self.host}:{self.port}/postgres"

    def administer(self, *statements: str) -> None:
        engine = open_engine(self.url).execution_options(isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            for statement in statements:
                connection.exec_driver_sql(statement)
        engine.dispose()

    def fresh(self) -> str:
        """The address of a new database on it."""
        name = f"test_{os.urandom(6).hex()}"
        self.administer(f"CREATE DATABASE {name}")
        return self.url.replace("/postgres", f"/{name}")

    def start(self) -> None:
        """As a supervisor does: again, until what a killed one left behind is gone."""
        options = f"-F -p {self.port} -k {self.folder} -c listen_addresses={self.host}"
        log, end = self.folder / "log", time.monotonic() + PATIENCE
        while not self._do(_does_run, "pg_ctl", "-w", "-D", self._data, "-l", log, "-o", options, "start"):
            assert time.monotonic() < end, log.read_text("utf-8")[-2000:]
            time.sleep(0.1)

    def stop(self) -> None:
        """At once, whatever is under way: what it does next is recover."""
        self._run("pg_ctl", "-w", "-m", "immediate", "-D", self._data, "stop")

    def kill(self) -> None:
        """The postmaster dies by ``kill -9``; those that it started end when they notice."""
        os.kill(int((self._data / "postmaster.pid").read_text("ascii").split("\n", 1)[0]), signal.SIGKILL)

    def promote(self) -> None:
        """It followed; from here on it leads."""
        self._run("pg_ctl", "-w", "-D", self._data, "promote")

    def _run(self, program: str, *arguments: object) -> None:
        if not self._do(_does_run, program, *arguments):
            pytest.fail(f"{program} failed")

    def put_away(self) -> None:
        """Where it still runs."""
        if (self._data / "postmaster.pid").exists():
            self._do(_does_run, "pg_ctl", "-w", "-m", "immediate", "-D", self._data, "stop")


@contextmanager
def postgres_server(
    beside: PostgresServer | None = None, host: str = LOCAL, do: Do = _here
) -> Iterator[PostgresServer]:
    """One that runs."""
    folder = Path(tempfile.mkdtemp(prefix="sendwell-pg-"))
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres", "postgres")
    server = PostgresServer(folder, beside, host, do)
    try:
        server.start()
        yield server
    finally:
        server.put_away()
        shutil.rmtree(folder, ignore_errors=True)


def _does_run(program: str, *arguments: object) -> bool:
    """PostgreSQL refuses to be run by root; a pipe would stay open as long as the server runs."""
    as_whom = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    done = subprocess.run(  # noqa: S603 (programs of the system with our own arguments)
        [*as_whom, str(_programs() / program), *map(str, arguments)],
        cwd=tempfile.gettempdir(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=False,
    )
    return not done.returncode
