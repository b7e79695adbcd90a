"""The service is told to stop while a client that never ends its request is in hand: it stops all the same."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import _free_port
from tests.road import PROJECT

BEGUN = b"POST /api/v1/checks HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{"
PATIENCE = 90


@pytest.fixture
def serving(tmp_path: Path) -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    """As `sendwell serve`, but that it waits for a second only, and the port."""
    port, log = _free_port(), tmp_path / "log"
    hurried = "import sys, app.cli as cli; cli.DRAIN_S = 1; sys.argv = ['sendwell', 'serve']; cli.main()"
    theirs = {**os.environ, "SENDWELL_DATA": str(tmp_path / "data"), "SENDWELL_PORT": str(port)}
    with log.open("wb") as said:
        running = subprocess.Popen([sys.executable, "-c", hurried], cwd=PROJECT, env=theirs, stderr=said)  # noqa: S603 (our own)
    end = time.monotonic() + PATIENCE
    while b"Uvicorn running" not in log.read_bytes():
        assert running.poll() is None, log.read_text("utf-8")
        assert time.monotonic() < end, "it does not start"
        time.sleep(0.1)
    yield running, port
    running.kill()
    running.wait()


def test_it_stops_though_a_client_never_ends(serving: tuple[subprocess.Popen[bytes], int]) -> None:
    running, port = serving
    with (
        socket.create_connection(("127.0.0.1", port)) as endless,
        socket.create_connection(("127.0.0.1", port)) as idle,
    ):
        endless.sendall(BEGUN)
        idle.sendall(b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n")
        assert idle.recv(12) == b"HTTP/1.1 200"
        running.send_signal(signal.SIGTERM)

        assert running.wait(PATIENCE) in {0, -signal.SIGTERM}
