"""Now and then the provider is asked whether somebody may still be here; who may not is out."""

from dataclasses import replace
from datetime import timedelta
from http import HTTPStatus

import pytest

from app.domain.caller import Caller, Role
from app.domain.errors import SignInError
from app.web.people import COOKIE
from app.web.state import WebState
from tests.fakes import FakeClock
from tests.sign_in_fakes import FakeSessions, FakeSignIn
from tests.web.conftest import Browser, site_for
from tests.web.test_sign_in import ANN, _browser, back, door, led_to, signed_in

HALF = timedelta(minutes=30)
LATER = "/who/ask-again?then=%2Fstaff%2Fme%3Fa%3D1"


@pytest.fixture
def site() -> WebState:
    return site_for(door=door(asks_every=HALF, sessions=FakeSessions(unasked=2 * HALF)))


@pytest.fixture
def ann(site: WebState) -> Browser:
    """Half an hour after she came in."""
    browser = signed_in(_browser(site), "ann")
    wait(site, HALF)
    return browser


def wait(site: WebState, time: timedelta) -> None:
    assert isinstance(site.clock, FakeClock)
    site.clock.at += time


def people(site: WebState) -> dict[str, Caller]:
    assert isinstance(site.door.provider, FakeSignIn)
    return site.door.provider.people


def test_before_its_time_nobody_is_asked(site: WebState) -> None:
    browser = signed_in(_browser(site), "ann")
    wait(site, HALF - timedelta(seconds=1))

    assert browser.open("/staff/me").status_code == HTTPStatus.OK
    assert browser.open(LATER).headers["location"] == "/staff/me?a=1"


def test_round_by_the_provider_and_back_with_the_roles_of_now(site: WebState, ann: Browser) -> None:
    assert ann.open("/staff/me?a=1").headers["location"] == LATER
    assert "asking=silent" in led_to(ann.open(LATER))
    people(site)["ann again"] = replace(ANN, roles=frozenset({Role.SENDER, Role.EDITOR}))
    before = ann.client.cookies[COOKIE]

    assert back(ann, "ann again").headers["location"] == "/staff/me?a=1"
    assert ann.client.cookies[COOKIE] == before
    assert ann.open("/desk").status_code == HTTPStatus.OK
    wait(site, HALF)
    assert ann.open("/desk").headers["location"].startswith("/who/ask-again")


def test_whose_account_was_closed_is_out(ann: Browser, site: WebState) -> None:
    """The provider wants to see them; nothing is kept of the session."""
    ann.open(LATER)
    told = ann.client.post("/who/back", data={"error": "interaction_required", "state": "s1"})

    assert told.status_code == HTTPStatus.FORBIDDEN
    assert "Please sign in again" in told.text
    assert not site.door.sessions.of(ANN.key, site.clock.now())
    assert ann.open("/staff/me").headers["location"].startswith("/who?then=")


def test_a_session_becomes_nobody_elses(ann: Browser, site: WebState) -> None:
    ann.open(LATER)

    assert back(ann, "priya").status_code == HTTPStatus.FORBIDDEN
    assert not site.door.sessions.of(ANN.key, site.clock.now())
    assert ann.open("/policy").status_code == HTTPStatus.SEE_OTHER


def test_silently_nobody_comes_in(site: WebState) -> None:
    """A beginning without a session asks on a page, and one that ended meanwhile does not come back."""
    stranger = _browser(site)
    assert stranger.open(LATER).headers["location"] == "/who?then=%2Fstaff%2Fme%3Fa%3D1"
    ann = signed_in(_browser(site), "ann")
    wait(site, HALF)
    ann.open(LATER)
    site.door.sessions.end_all(ANN.key)

    assert back(ann, "ann again").status_code == HTTPStatus.FORBIDDEN
    assert not site.door.sessions.of(ANN.key, site.clock.now())


def test_a_form_is_taken_meanwhile_and_what_scripts_fetch_too(ann: Browser) -> None:
    told = ann.client.get("/staff/me", headers={"Sec-Fetch-Mode": "cors"})

    assert told.status_code == HTTPStatus.OK
    assert ann.send("/who/leave", {}, on="/who").headers["location"] == "/who"


def test_of_whom_nobody_was_asked_for_an_hour_is_out(ann: Browser, site: WebState) -> None:
    wait(site, HALF)

    assert ann.open("/staff/me").headers["location"].startswith("/who?then=")


def test_where_it_is_not_wished_nobody_is_asked() -> None:
    site = site_for(door=door())
    ann = signed_in(_browser(site), "ann")
    wait(site, timedelta(minutes=59))

    assert ann.open("/staff/me").status_code == HTTPStatus.OK


def test_what_breaks_at_the_provider_ends_the_session_too(ann: Browser, site: WebState) -> None:
    """Nothing is guessed: without its word nobody goes on."""

    class Unsure(FakeSignIn):
        def complete(self, *_: object) -> object:  # type: ignore[override]  # it only refuses
            raise SignInError("no", "server_error")

    ann.open(LATER)
    object.__setattr__(site.door, "provider", Unsure())

    assert back(ann, "ann").status_code == HTTPStatus.FORBIDDEN
    assert not site.door.sessions.of(ANN.key, site.clock.now())
