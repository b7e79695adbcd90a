"""The disk for the logs is full, or whoever reads them is gone: nobody is held up by that."""

import io
import json
import logging
import os
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from types import SimpleNamespace
from typing import TextIO

import pytest
import structlog
from fastapi.testclient import TestClient

from app.api.logs import Unfailing, configure_logs
from app.cli import serve
from app.main import create_app
from app.settings import load_settings

DRAFT = {
    "moment": "send",
    "draft": {"subject": "Term dates", "body": {"content": "School starts on Monday."}},
}


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    before, handlers = structlog.get_config(), logging.root.handlers
    yield
    structlog.configure(**before)
    logging.root.handlers = handlers


def test_a_full_disk_for_logs_holds_no_check_and_no_engine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    full = open("/dev/full", "w", encoding="utf-8", buffering=1)  # noqa: PTH123, SIM115 - a device, whose end fails
    try:
        monkeypatch.setattr(sys, "stderr", full)
        app = create_app(load_settings({}, data=tmp_path, sample=True, log_level="debug"))
        with TestClient(app, raise_server_exceptions=False) as client:
            assert client.post("/api/v1/checks", json=DRAFT).status_code == 200
            assert client.post("/api/v1/checks", json={}).status_code == 422
        structlog.get_logger("sendwell.engine").warning("watch broke off")
    finally:
        monkeypatch.undo()
        with suppress(OSError):
            full.close()


def test_what_was_lost_is_counted_and_told_once_it_can_be(monkeypatch: pytest.MonkeyPatch) -> None:
    class Sometimes(io.StringIO):
        is_full = True

        def write(self, words: str) -> int:
            if self.is_full:
                raise OSError(28, "No space left on device")
            return super().write(words)

    stream = Sometimes()
    monkeypatch.setattr(sys, "stderr", stream)
    configure_logs("info")
    log = structlog.get_logger("sendwell.test")
    for _ in range(3):
        log.info("one")
    stream.is_full = False
    log.info("two")
    log.info("three")
    lines = [json.loads(line) for line in stream.getvalue().splitlines() if line]

    assert [(line["event"], line.get("lost")) for line in lines] == [
        ("lines of the log were lost", 3), ("two", None), ("three", None),
    ]  # fmt: skip


def test_a_stream_that_was_closed_is_no_matter() -> None:
    closed = io.StringIO()
    closed.close()
    stream = Unfailing(closed)

    stream.write("one\n")
    stream.flush()
    assert stream.lost == 1


@pytest.fixture
def stalled() -> Iterator[tuple[TextIO, int]]:
    """A pipe that is full, because whoever reads it reads no more, and the end that could be read."""
    reads, writes = os.pipe()
    os.set_blocking(writes, False)
    with suppress(BlockingIOError):
        while True:
            os.write(writes, b"x" * 4096)
    os.set_blocking(writes, True)
    with open(writes, "w", encoding="utf-8", buffering=1) as stream:  # noqa: PTH123 - a number, no path
        yield stream, reads
        os.close(reads)
        with suppress(BrokenPipeError):
            stream.flush()


def test_a_reader_that_stops_reading_is_not_waited_for(stalled: tuple[TextIO, int]) -> None:
    stream, reads = stalled
    log = Unfailing(stream)
    writes = threading.Thread(target=lambda: [log.write("one\n") for _ in range(5)], daemon=True)
    writes.start()
    writes.join(20)
    assert not writes.is_alive()
    assert log.lost == 5

    os.set_blocking(reads, False)
    with suppress(BlockingIOError):
        while True:
            os.read(reads, 65536)
    log.write("two\n")
    assert os.read(reads, 65536).decode().split("\n")[1:] == [
        '{"level": "error", "event": "lines of the log were lost", "lost": 5}', "two", "",
    ]  # fmt: skip


def test_what_the_server_says_is_not_waited_for_either(
    stalled: tuple[TextIO, int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It tells of each request that is none, in the thread that answers everybody."""
    given: dict[str, object] = {}
    monkeypatch.setenv("SENDWELL_DATA", str(tmp_path))
    monkeypatch.setattr("uvicorn.run", lambda *_, **how: given.update(how))
    monkeypatch.setattr("app.cli.Installation", lambda _: SimpleNamespace(check_setup=lambda: None))
    monkeypatch.setattr("app.cli.err.print", lambda *_: None)
    monkeypatch.setattr(sys, "stderr", stalled[0])
    serve(host=None, port=0, workers=1, sample=False)
    server = logging.getLogger("uvicorn.error")
    told = threading.Thread(target=server.warning, args=("Invalid HTTP request received.",), daemon=True)
    told.start()
    told.join(10)

    assert not told.is_alive()
    assert given["log_config"] is None


def test_a_reader_that_is_gone_is_no_matter() -> None:
    reads, writes = os.pipe()
    os.close(reads)
    stream = open(writes, "w", encoding="utf-8", buffering=1)  # noqa: PTH123, SIM115 - a number, whose end fails
    log = Unfailing(stream)

    log.write("one\n")
    assert log.lost == 1
    with suppress(BrokenPipeError):
        stream.close()
