"""What the log says of a request, and what it never says."""

import json
import logging
from collections.abc import Iterator

import pytest
import structlog
from fastapi.testclient import TestClient

from app.api.logs import configure_logs


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    """Leave logging as it was."""
    before, handlers = structlog.get_config(), logging.root.handlers
    yield
    structlog.configure(**before)
    logging.root.handlers = handlers


def test_a_line_names_route_and_status_only(client: TestClient, capsys: pytest.CaptureFixture[str]) -> None:
    configure_logs("info")
    client.post(
        "/api/v1/checks?word=zanzibar",
        json={"draft": {"subject": "zanzibar", "body": {"content": "zanzibar"}}},
    )
    lines = capsys.readouterr().err.splitlines()
    said = json.loads(lines[-1])

    assert (said["route"], said["status"], said["method"]) == ("/api/v1/checks", 200, "POST")
    assert "zanzibar" not in "".join(lines)


def test_a_higher_level_is_quieter(client: TestClient, capsys: pytest.CaptureFixture[str]) -> None:
    configure_logs("error")
    client.get("/api/v1/bulletin/next")

    assert capsys.readouterr().err == ""


def test_what_breaks_in_the_server_is_told_by_kind_and_place_and_never_in_its_words(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("uvicorn", "uvicorn.error"):  # as the command starts it, whatever ran before
        monkeypatch.setattr(logging.getLogger(name), "handlers", [])
        monkeypatch.setattr(logging.getLogger(name), "propagate", True)
    configure_logs("info")
    try:
        int("zanzibar")
    except ValueError:
        logging.getLogger("uvicorn.error").exception("It broke\nfor zanzibar")
    line = capsys.readouterr().err
    said = json.loads(line)

    assert (said["event"], said["failed"], said["level"]) == ("It broke", "ValueError", "error")
    assert "test_logs.py" in said["at"][0]
    assert "zanzibar" not in line
