"""People get a page in plain words, programs go on getting a problem document."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus

import pytest

from app.domain.errors import StoreError
from app.ports import PackVersion
from app.web.pages import HEADERS
from tests.fakes import FakePackStore
from tests.web.conftest import Browser, app_for, browser_at, policy_room, site_for

PERSON = {"Accept": "text/html,application/xhtml+xml"}


def test_a_wrong_address_is_told_in_plain_words(priya: Browser) -> None:
    told = priya.client.get("/nowhere", headers=PERSON)

    assert told.status_code == HTTPStatus.NOT_FOUND
    assert "This page is not here" in told.text


def test_a_program_is_told_as_before(priya: Browser) -> None:
    told = priya.client.get("/api/v1/nowhere", headers=PERSON)

    assert told.headers["content-type"] == "application/problem+json"
    assert priya.client.get("/nowhere", headers={"Accept": "*/*"}).json()["status"] == HTTPStatus.NOT_FOUND


def test_a_page_runs_nothing_of_its_own_and_is_in_no_frame(priya: Browser) -> None:
    told = priya.open("/who")

    assert {name: told.headers[name] for name in HEADERS} == dict(HEADERS)
    assert "unsafe" not in told.headers["content-security-policy"]
    assert "frame-ancestors 'none'" in told.headers["content-security-policy"]
    assert "<script" not in told.text
    assert "style=" not in told.text
    assert "onclick" not in told.text


def test_the_style_sheet_is_there(priya: Browser) -> None:
    path = priya.open("/who").text.split('rel="stylesheet" href="')[1].split('"')[0]

    assert priya.open(path).headers["content-type"].startswith("text/css")


@dataclass
class BrokenStore(FakePackStore):
    """A store that cannot be asked, or that has a mistake in it."""

    error: Exception = field(default_factory=lambda: StoreError("The disk /secret/place is full."))

    def newest(self) -> Mapping[str, PackVersion]:
        raise self.error


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (StoreError("The disk /secret/place is full."), HTTPStatus.SERVICE_UNAVAILABLE),
        (RuntimeError("/secret/place"), HTTPStatus.INTERNAL_SERVER_ERROR),
    ],
)
def test_what_breaks_is_told_kindly_and_gives_nothing_away(error: Exception, status: HTTPStatus) -> None:
    room = policy_room(store=BrokenStore(error=error))
    told = browser_at(app_for(site_for(policy=room))).come_in().open("/policy")

    assert told.status_code == status
    assert "Nothing was changed" in told.text
    assert "secret" not in told.text
    assert {name: told.headers[name] for name in HEADERS} == dict(HEADERS)


def test_what_breaks_says_what_to_do_next_and_when() -> None:
    room = policy_room(store=BrokenStore())
    told = browser_at(app_for(site_for(policy=room))).come_in().open("/policy")

    assert told.headers["Retry-After"] == "60"
    assert '<a class="button main" href="/policy">Try again</a>' in told.text
    assert "“Sendwell, /policy, 16 November 2026, 10:00”" in told.text


def test_what_was_written_when_it_broke_is_sent_again_from_its_form() -> None:
    room = policy_room(store=BrokenStore())
    told = browser_at(app_for(site_for(policy=room))).come_in().send("/policy/step-back", {"why": "x"})

    assert told.status_code == HTTPStatus.SERVICE_UNAVAILABLE
    assert "Back button" in told.text
    assert "Try again" not in told.text
