"""A PostgreSQL server of a test's own, which it may stop, kill and start again."""

import os
import shutil
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

from tests.conftest import _free_port, _programs, _run


class PostgresServer:
    """As it is run in the field: what it says is committed is on the disk."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._programs, self._port = folder, _programs(), _free_port()
        self._data = str(folder / "data")
        _run(self._programs / "initdb", "-A", "trust", "-U", "sendwell", "-E", "UTF8", "-D", self._data)

    @property
    def url(self) -> str:
        return f"postgresql://sendwell@127.0.0.1:{self._port}/postgres"

    def start(self) -> None:
        options = f"-p {self._port} -k {self._folder} -c listen_addresses=127.0.0.1"
        log = str(self._folder / "log")
        _run(self._programs / "pg_ctl", "-w", "-D", self._data, "-l", log, "-o", options, "start")

    def stop(self) -> None:
        """At once, whatever is under way: what it does next is recover."""
        _run(self._programs / "pg_ctl", "-w", "-m", "immediate", "-D", self._data, "stop")

    def kill(self) -> None:
        """The postmaster dies by ``kill -9``; those that it started end when they notice, which is waited for."""
        process = int((Path(self._data) / "postmaster.pid").read_text("ascii").split("\n", 1)[0])
        begun = [place for place in Path("/proc").glob("[0-9]*") if _parent(place) == process]
        os.kill(process, signal.SIGKILL)
        end = time.monotonic() + 60
        while any(map(_lives, begun)):
            assert time.monotonic() < end, "a process of PostgreSQL outlives its postmaster"
            time.sleep(0.02)

    @property
    def is_running(self) -> bool:
        return (Path(self._data) / "postmaster.pid").exists()


@contextmanager
def postgres_server() -> Iterator[PostgresServer]:
    folder = Path(mkdtemp(prefix="sendwell-pg-"))
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres", "postgres")
    server = PostgresServer(folder)
    server.start()
    try:
        yield server
    finally:
        if server.is_running:
            server.stop()
        shutil.rmtree(folder, ignore_errors=True)


def _parent(place: Path) -> int:
    """Of a process that may be gone."""
    try:
        return int((place / "stat").read_text("utf-8").rpartition(")")[2].split()[1])
    except OSError:
        return 0


def _lives(place: Path) -> bool:
    try:
        return (place / "stat").read_text("utf-8").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
