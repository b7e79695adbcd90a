"""What is written down of those who come in, are refused, or break something?"""

import json
from collections.abc import Iterator
from datetime import datetime

import pytest
import structlog
from fastapi.testclient import TestClient
from structlog.testing import capture_logs

from app.api.logs import configure_logs
from app.domain.caller import Role
from tests.security.whole_service import HOME, PEOPLE, Whole
from tests.web.conftest import Browser, app_for, site_for
from tests.web.test_sign_in import FROM_FAR, back, begun, door


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    """Leave logging as it was."""
    before = structlog.get_config()
    yield
    structlog.configure(**before)


def test_coming_in_and_going_out_are_logged_without_a_name() -> None:
    browser = Browser(
        TestClient(app_for(site_for(door=door())), HOME, client=FROM_FAR, follow_redirects=False)
    )
    with capture_logs() as lines:
        begun(browser)
        back(browser, "ann")
        browser.send("/who/leave", {}, on="/account")

    assert [line["event"] for line in lines] == ["signed in", "signed out"]
    assert lines[0]["roles"] == ["sender"]
    assert lines[0]["session"]
    assert not any(word in str(lines) for word in ("Ann", "a.hall", "tenant ann"))


def test_whoever_is_not_let_in_is_logged_and_told_to_the_journal() -> None:
    told: list[tuple[str, str]] = []
    made = door(refused=lambda where, why: told.append((where, why)))
    browser = Browser(TestClient(app_for(site_for(door=made)), HOME, client=FROM_FAR, follow_redirects=False))
    begun(browser)
    back(browser, "ann")
    with capture_logs() as lines:
        assert browser.open("/policy").status_code == 403

    assert [(line["event"], line["needs"], line["log_level"]) for line in lines] == [
        ("not let in", "administrator", "warning")
    ]
    assert told == [("page", "not administrator")]


def test_a_line_has_its_moment_in_utc(whole: Whole, capsys: pytest.CaptureFixture[str]) -> None:
    configure_logs("info")
    whole.client(None).get("/bulletin")
    said = json.loads(capsys.readouterr().err.splitlines()[-1])
    moment = datetime.fromisoformat(said["timestamp"])

    assert moment.utcoffset() is not None
    assert said["timestamp"].endswith(("Z", "+00:00"))


def test_what_breaks_is_logged_by_its_kind(
    whole: Whole, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(*_: object, **__: object) -> None:
        raise ZeroDivisionError("zanzibar stood in a draft")

    configure_logs("info")
    monkeypatch.setattr("app.web.help_index.page", breaks)
    told = whole.client(PEOPLE[Role.SENDER]).get("/help", headers={"Accept": "text/html"})
    lines = capsys.readouterr().err

    assert told.status_code == 500
    assert json.loads(lines.splitlines()[-1])["failed"] == "ZeroDivisionError"
    assert "zanzibar" not in lines + told.text


def test_nobody_writes_lines_of_their_own(whole: Whole, capsys: pytest.CaptureFixture[str]) -> None:
    configure_logs("info")
    forged = 'x\r\n{"event": "forged"}'
    whole.client(None).get(
        "/nowhere", params={"a": forged}, headers={"X-Forwarded-For": "1", "User-Agent": "{}"}
    )
    whole.client(None).request("GET", "/nowhere%0d%0a%7b%22event%22%3a%22forged%22%7d")
    whole.client(None).get("/api/v1/me", headers={"Authorization": 'Bearer x"}{"event": "forged'})
    lines = [json.loads(line) for line in capsys.readouterr().err.splitlines()]

    assert len(lines) >= 3
    assert {line["event"] for line in lines} <= {"request", "token refused", "keys not fetched"}
