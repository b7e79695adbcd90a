"""People come in by the organisation's own sign-in, from anywhere, and only open what their roles open."""

import re
from datetime import timedelta
from html import unescape
from http import HTTPStatus
from typing import Any

import pytest
from fastapi.testclient import TestClient

from app.domain.caller import Caller, Role
from app.domain.errors import ProviderError
from app.sign_in_ports import Asking, Begun
from app.web.people import COOKIE
from app.web.sign_in.door import Door
from app.web.sign_in.provider import BEGUN
from app.web.state import WebState
from tests.fakes import FakeClock
from tests.sign_in_fakes import PRIYA, FakeSessions, FakeSignIn
from tests.web.conftest import Browser, app_for, site_for

HOME = "https://sendwell.example"
ROLES = {role: f"Sendwell.{role.value.capitalize()}" for role in Role} | {Role.SENDER: ""}
ANN = Caller("Ann Hall", "a.hall@wealdshire.example", "tenant ann", frozenset({Role.SENDER}))
FROM_FAR = ("203.0.113.9", 50000)


def door(**different: object) -> Door:
    sign_in = FakeSignIn({"priya": PRIYA, "ann": ANN, "ann again": ANN})
    known = {
        "sessions": FakeSessions(),
        "provider": sign_in,
        "address": HOME,
        "role_names": ROLES,
        "given_by": "the ICT service desk (1234)",
    }
    return Door(**known | different)  # type: ignore[arg-type]  # a test names fields as it needs


@pytest.fixture
def site() -> WebState:
    return site_for(door=door())


@pytest.fixture
def browser(site: WebState) -> Browser:
    return _browser(site)


def _browser(site: WebState) -> Browser:
    client = TestClient(
        app_for(site), HOME, client=FROM_FAR, raise_server_exceptions=False, follow_redirects=False
    )
    return Browser(client)


def begun(browser: Browser, then: str = "", asking: str = "usual") -> str:
    """The button is pressed; where the page leads that goes on by itself."""
    told = browser.send("/who/sign-in", {"then": then, "asking": asking}, on="/who")
    return led_to(told)


def led_to(told: Any) -> str:
    assert told.status_code == HTTPStatus.OK
    way = re.search(r'http-equiv="refresh" content="0; url=([^"]+)"', told.text)
    assert way
    return unescape(way[1])


def back(browser: Browser, code: str, state: str = "s1") -> Any:
    """What the provider's page makes the browser send, from another website."""
    return browser.client.post(
        "/who/back",
        data={"code": code, "state": state},
        headers={"Sec-Fetch-Site": "cross-site", "Origin": "https://provider.example"},
    )


def proved_now(site: WebState, ago: timedelta = timedelta()) -> None:
    """What the provider says of when people proved who they are."""
    assert isinstance(site.door.provider, FakeSignIn)
    site.door.provider.proved_at = site.clock.now() - ago


def signed_in(browser: Browser, code: str = "priya") -> Browser:
    begun(browser)
    assert back(browser, code).status_code == HTTPStatus.SEE_OTHER
    return browser


def test_a_page_leads_to_the_sign_in_and_back_to_itself(browser: Browser) -> None:
    first = browser.open("/policy/settings?a=1&b=2")
    assert first.headers["location"] == "/who?then=%2Fpolicy%2Fsettings%3Fa%3D1%26b%3D2"
    asked = browser.open(first.headers["location"]).text
    then = re.search(r'name="then" value="([^"]+)"', asked)
    assert then
    assert begun(browser, unescape(then[1])).startswith("https://provider.example/")
    after = back(browser, "priya")

    assert after.headers["location"] == "/policy/settings?a=1&b=2"
    assert browser.open("/policy").status_code == HTTPStatus.OK
    assert "Sign out" in browser.open("/policy").text


def test_cookies_are_safe_and_hold_nothing_to_read(browser: Browser) -> None:
    begun(browser)
    set_here = back(browser, "priya").headers.get_list("set-cookie")
    session = next(one for one in set_here if one.startswith(COOKIE))

    assert {"Secure", "HttpOnly", "SameSite=lax", "Path=/"} <= set(session.split("; "))
    assert "Domain" not in session
    assert "Priya" not in session
    assert any(one.startswith(f'{BEGUN}=""') for one in set_here)  # its beginning is forgotten


@pytest.mark.parametrize("then", ["https://evil.example/", "//evil.example", "/\\evil.example", "policy"])
def test_nobody_is_led_away(browser: Browser, then: str) -> None:
    begun(browser, then)

    assert back(browser, "ann").headers["location"] == "/staff"


def test_without_a_beginning_in_this_browser_nobody_comes_in(browser: Browser) -> None:
    told = back(browser, "priya")

    assert told.status_code == HTTPStatus.FORBIDDEN
    assert "Please sign in once more" in told.text
    assert COOKIE not in browser.client.cookies


@pytest.mark.parametrize(
    ("code", "state"), [("priya", "another"), ("priya", ""), ("nobody", "s1"), ("", "s1")]
)
def test_an_answer_that_does_not_fit_lets_nobody_in(browser: Browser, code: str, state: str) -> None:
    begun(browser)
    told = back(browser, code, state)

    assert told.status_code == HTTPStatus.FORBIDDEN
    assert "the ICT service desk (1234)" in told.text
    assert COOKIE not in browser.client.cookies


def test_an_answer_is_good_once(browser: Browser) -> None:
    begun(browser)
    kept = browser.client.cookies[BEGUN]
    assert back(browser, "priya").status_code == HTTPStatus.SEE_OTHER
    browser.client.cookies.clear()
    browser.client.cookies.set(BEGUN, kept, domain="sendwell.example")

    assert back(browser, "priya").status_code == HTTPStatus.FORBIDDEN


def test_a_beginning_is_good_for_ten_minutes(site: WebState, browser: Browser) -> None:
    begun(browser)
    assert isinstance(site.clock, FakeClock)
    site.clock.at += timedelta(minutes=10)

    assert back(browser, "priya").status_code == HTTPStatus.FORBIDDEN


def test_a_beginning_that_was_changed_is_none(browser: Browser) -> None:
    begun(browser)
    packed, _, signed = browser.client.cookies[BEGUN].rpartition(".")
    browser.client.cookies.clear()
    for cookie in (f"{packed}A.{signed}", f"{packed}.{'0' * 64}", "x", "."):
        told = browser.client.post(
            "/who/back", data={"code": "priya", "state": "s1"}, headers={"Cookie": f"{BEGUN}={cookie}"}
        )
        assert told.status_code == HTTPStatus.FORBIDDEN


def test_a_session_cookie_from_before_is_worth_nothing_after(browser: Browser) -> None:
    signed_in(browser, "ann")
    before = browser.client.cookies[COOKIE]
    signed_in(browser, "priya")
    assert browser.client.cookies[COOKIE] != before
    browser.client.cookies.clear()

    told = browser.client.get("/staff/me", headers={"Cookie": f"{COOKIE}={before}"})
    assert told.status_code == HTTPStatus.SEE_OTHER


def test_the_wrong_role_is_told_kindly_who_can_give_the_right_one(browser: Browser) -> None:
    told = signed_in(browser, "ann").open("/desk")

    assert told.status_code == HTTPStatus.FORBIDDEN
    assert "ask the ICT service desk (1234) for the role “Sendwell.Editor”" in told.text
    assert "You may have your mail checked." in told.text


def test_only_rooms_that_open_are_shown(browser: Browser) -> None:
    rooms = re.findall(r'<li><a href="(/\w+)"', signed_in(browser, "ann").open("/staff/me").text)

    assert rooms[:4] == ["/staff", "/bulletin", "/help", "/notice"]


def test_signing_out_ends_the_session_itself(browser: Browser) -> None:
    kept = signed_in(browser).client.cookies[COOKIE]
    assert browser.send("/who/leave", {}, on="/account").headers["location"] == "/who"

    assert COOKIE not in browser.client.cookies
    told = browser.client.get("/policy", headers={"Cookie": f"{COOKIE}={kept}"})
    assert told.status_code == HTTPStatus.SEE_OTHER
    assert "Sign in" in browser.open("/who").text  # and not straight in again


def test_signing_out_everywhere_ends_every_browser_of_theirs(site: WebState, browser: Browser) -> None:
    proved_now(site)
    other, anns = signed_in(_browser(site), "ann"), signed_in(browser, "ann again")
    assert "Another browser" in anns.open("/account").text
    anns.send("/account/sign-out-everywhere", {}, on="/account")

    assert other.open("/staff/me").status_code == HTTPStatus.SEE_OTHER


def test_the_page_of_an_account_says_what_it_may_do(browser: Browser) -> None:
    told = signed_in(browser, "ann").open("/account").text

    assert "Have your mail checked" in told
    assert "the role “Sendwell.Administrator”" in told
    assert "tenant ann" not in told


def test_an_hour_of_rest_is_the_end(site: WebState, browser: Browser) -> None:
    signed_in(browser)
    assert isinstance(site.clock, FakeClock)
    site.clock.at += timedelta(hours=1)

    assert browser.open("/policy").status_code == HTTPStatus.SEE_OTHER


def test_what_was_written_can_be_sent_after_signing_in_again(site: WebState, browser: Browser) -> None:
    """The session ended while somebody wrote; nothing of the form is lost, and its token still fits."""
    proved_now(site)
    page = signed_in(browser, "ann").open("/account").text
    token = re.search(r'name="form_token" value="(\w+)"', page)
    assert token
    site.door.sessions.end_all(ANN.key)
    form = {"form_token": token[1]}
    told = browser.client.post("/account/sign-out-everywhere", data=form, headers=browser.headers)
    assert told.status_code == HTTPStatus.UNAUTHORIZED
    assert "Back button" in told.text

    signed_in(browser, "ann again")
    assert browser.client.post("/account/sign-out-everywhere", data=form, headers=browser.headers).is_redirect


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Origin": "https://evil.example"},
        {},
        {"Origin": "http://sendwell.example"},
    ],
)
def test_a_form_of_another_website_changes_nothing(browser: Browser, headers: dict[str, str]) -> None:
    signed_in(browser).headers = headers

    assert browser.send("/who/leave", {}, on="/account").status_code == HTTPStatus.FORBIDDEN
    assert browser.open("/policy").status_code == HTTPStatus.OK


def test_behind_a_proxy_the_origin_is_that_of_the_settings(browser: Browser) -> None:
    signed_in(browser).headers = {"Origin": HOME, "Host": "10.0.0.5:8800", "X-Forwarded-For": "1.2.3.4"}

    assert browser.send("/who/leave", {}, on="/account").status_code == HTTPStatus.SEE_OTHER


def test_nobody_picks_who_they_are_where_people_sign_in(browser: Browser) -> None:
    told = signed_in(browser).send("/who", {"chosen": "p.shah@wealdshire.example"}, on="/account")

    assert told.status_code == HTTPStatus.NOT_FOUND
    assert "One of the sample people" not in browser.open("/who").text


def test_whoever_has_two_accounts_can_say_which(browser: Browser) -> None:
    assert 'name="asking" value="account"' in browser.open("/who?then=/desk").text

    assert "asking=account" in begun(browser, "/desk", "account")
    assert back(browser, "priya").headers["location"] == "/desk"


class AwaySignIn(FakeSignIn):
    """Cannot be reached."""

    def begin(self, asking: Asking = Asking.USUAL) -> Begun:  # noqa: ARG002 - as the port has it
        raise ProviderError("Nobody can sign in just now.")


def test_while_the_provider_is_away_the_page_says_so() -> None:
    away = _browser(site_for(door=door(provider=AwaySignIn())))
    told = away.send("/who/sign-in", {"then": "/desk"})

    assert told.status_code == HTTPStatus.SERVICE_UNAVAILABLE
    assert "Nobody can sign in just now." in told.text
    assert 'name="then" value="/desk"' in told.text


def test_a_link_signs_nobody_in(browser: Browser) -> None:
    """Whoever is known to the provider would otherwise be in by opening a mail's link."""
    told = browser.open("/who/sign-in?then=/desk")

    assert told.headers["location"] == "/who?then=%2Fdesk"
    assert BEGUN not in browser.client.cookies
    assert 'action="/who/sign-in"' in browser.open(told.headers["location"]).text


def test_another_website_presses_no_button(browser: Browser) -> None:
    browser.headers = {"Sec-Fetch-Site": "cross-site", "Origin": "https://evil.example"}

    assert browser.send("/who/sign-in", {}).status_code == HTTPStatus.FORBIDDEN
    assert BEGUN not in browser.client.cookies
