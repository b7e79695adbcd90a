"""What the log says of a request, and what it never says."""

import json
from collections.abc import Iterator

import pytest
import structlog
from fastapi.testclient import TestClient

from app.api.logs import configure_logs


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    """Leave logging as it was."""
    before = structlog.get_config()
    yield
    structlog.configure(**before)


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
