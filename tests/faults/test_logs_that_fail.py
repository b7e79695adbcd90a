"""The disk for the logs is full, or whoever reads them is gone: nobody is held up by that."""

import io
import json
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
import structlog
from fastapi.testclient import TestClient

from app.api.logs import Unfailing, configure_logs
from app.main import create_app
from app.settings import load_settings

DRAFT = {
    "moment": "send",
    "draft": {"subject": "Term dates", "body": {"content": "School starts on Monday."}},
}


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    before = structlog.get_config()
    yield
    structlog.configure(**before)


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
    said = io.StringIO()

    class Sometimes:
        is_full = True

        def write(self, words: str) -> int:
            if self.is_full:
                raise OSError(28, "No space left on device")
            return said.write(words)

        def flush(self) -> None:
            return

    stream = Sometimes()
    monkeypatch.setattr(sys, "stderr", stream)
    configure_logs("info")
    log = structlog.get_logger("sendwell.test")
    for _ in range(3):
        log.info("one")
    stream.is_full = False
    log.info("two")
    log.info("three")
    lines = [json.loads(line) for line in said.getvalue().splitlines() if line]

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
