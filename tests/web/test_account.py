"""Sessions are ended one by one, by whoever proved just now who they are."""

import re
from datetime import timedelta
from http import HTTPStatus
from typing import Any

import pytest

from app.web.people import COOKIE
from app.web.state import WebState
from tests.fakes import FakeClock
from tests.web.conftest import Browser, site_for
from tests.web.test_sign_in import ANN, _browser, back, begun, door, proved_now, signed_in

MINUTE = timedelta(minutes=1)
HANDLE = r'name="session" value="([\w-]+)"'


@pytest.fixture
def site() -> WebState:
    made = site_for(door=door())
    proved_now(made)
    return made


@pytest.fixture
def anns(site: WebState) -> tuple[Browser, Browser]:
    """Her own computer, and one in a library."""
    return signed_in(_browser(site), "ann"), signed_in(_browser(site), "ann again")


def end(browser: Browser, handle: str) -> Any:
    return browser.send("/account/sign-out", {"session": handle}, on="/account")


def test_one_browser_is_signed_out_and_the_other_stays(anns: tuple[Browser, Browser]) -> None:
    own, library = anns
    handles = re.findall(HANDLE, own.open("/account").text)
    assert len(handles) == 2
    other = next(one for one in handles if one != own_handle(own))

    assert end(own, other).headers["location"] == "/account"
    assert library.open("/account").status_code == HTTPStatus.SEE_OTHER
    assert own.open("/account").status_code == HTTPStatus.OK


def own_handle(browser: Browser) -> str:
    here = browser.open("/account").text.split("<strong>Here</strong>")[1]
    found = re.search(HANDLE, here)
    assert found
    return found[1]


def test_ones_own_is_left_like_any_other(anns: tuple[Browser, Browser]) -> None:
    own, library = anns

    assert end(own, own_handle(own)).headers["location"] == "/who"
    assert COOKIE not in own.client.cookies
    assert library.open("/account").status_code == HTTPStatus.OK


def test_nobody_ends_anybody_elses(site: WebState, anns: tuple[Browser, Browser]) -> None:
    proved_now(site)
    priya, handle = signed_in(_browser(site), "priya"), own_handle(anns[0])

    for said in (handle, "", "%", "*", handle[:3]):
        end(priya, said)
    assert anns[0].open("/account").status_code == HTTPStatus.OK
    assert priya.open("/account").status_code == HTTPStatus.OK


@pytest.mark.parametrize("ago", [10 * MINUTE, 600 * MINUTE, None])
def test_who_did_not_prove_it_lately_ends_nothing(site: WebState, ago: timedelta | None) -> None:
    """As somebody who sits down at a browser that was left open; None where the provider says nothing."""
    proved_now(site, ago or timedelta())
    if ago is None:
        site.door.provider.proved_at = None  # type: ignore[union-attr]  # the fake has one
    ann = signed_in(_browser(site), "ann")
    (held,) = site.door.sessions.of(ANN.key, site.clock.now())

    assert "Sign in again to end sessions" in ann.open("/account").text
    assert not re.search(HANDLE, ann.open("/account").text)
    for told in (end(ann, held.handle), ann.send("/account/sign-out-everywhere", {}, on="/account")):
        assert told.status_code == HTTPStatus.FORBIDDEN
        assert "Sign in again first" in told.text
    assert site.door.sessions.of(ANN.key, site.clock.now())


def test_who_proves_it_may_for_ten_minutes(site: WebState) -> None:
    proved_now(site, 600 * MINUTE)
    ann = signed_in(_browser(site), "ann")
    assert "asking=again" in begun(ann, "/account", "again")
    proved_now(site)
    assert back(ann, "ann again").headers["location"] == "/account"

    assert len(site.door.sessions.of(ANN.key, site.clock.now())) == 1  # the one before has ended
    assert own_handle(ann)
    assert isinstance(site.clock, FakeClock)
    site.clock.at += 10 * MINUTE
    assert not re.search(HANDLE, ann.open("/account").text)


@pytest.mark.parametrize("ago", [2 * MINUTE, None])
def test_a_provider_that_did_not_ask_is_not_believed(site: WebState, ago: timedelta | None) -> None:
    """Whoever cuts the wish out of the address comes back with a proof of this morning."""
    ann = signed_in(_browser(site), "ann")
    begun(ann, "/account", "again")
    proved_now(site, ago or timedelta())
    if ago is None:
        site.door.provider.proved_at = None  # type: ignore[union-attr]  # the fake has one
    told = back(ann, "ann again")

    assert told.status_code == HTTPStatus.FORBIDDEN
    assert "auth_time" in told.text
