"""A PostgreSQL server for a while, from the programs that the system has."""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.adapters.store.engine import open_engine


@contextmanager
def a_server() -> Iterator[str]:
    """Its URL, without the name of a database."""
    folder = Path(tempfile.mkdtemp(prefix="sendwell-pg-"))
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres", "postgres")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    data = str(folder / "data")
    options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1"
    try:
        _run("initdb", "-A", "trust", "-U", "sendwell", "-E", "UTF8", "-D", data)
        _run("pg_ctl", "-w", "-D", data, "-l", str(folder / "log"), "-o", options, "start")
        yield f"postgresql://sendwell@127.0.0.1:{port}"
    finally:
        _run("pg_ctl", "-w", "-m", "immediate", "-D", data, "stop")
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def a_database(server: str) -> Iterator[str]:
    """An empty one."""
    engine = open_engine(f"{server}/postgres").execution_options(isolation_level="AUTOCOMMIT")
    name = f"bench_{os.urandom(6).hex()}"
    with engine.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name} TEMPLATE template0")
    engine.dispose()
    yield f"{server}/{name}"


def _run(program: str, *arguments: str) -> None:
    """PostgreSQL refuses to be run by root."""
    found = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{program}"))
    path = str(found[-1]) if found else str(shutil.which(program))
    as_whom = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    subprocess.run(
        [*as_whom, path, *arguments],
        cwd=tempfile.gettempdir(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=True,
    )
