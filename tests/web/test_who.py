"""Only somebody at this machine gets in, and nobody acts in another's name by accident."""

from datetime import timedelta
from http import HTTPStatus

import pytest

from app.web.people import LOCAL_COOKIE as COOKIE
from app.web.state import WebState
from tests.fakes import FakeClock
from tests.web.conftest import PRIYA, Browser, app_for, browser_at, site_for


def test_one_of_the_cast_is_picked_and_named_at_the_top(priya: Browser) -> None:
    assert "Priya Shah" in priya.open("/who").text
    assert "Not you?" in priya.open("/who").text


def test_somebody_else_writes_name_and_address(stranger: Browser) -> None:
    sent = {"name": "Dana <b>Reed</b>", "address": "D.Reed@wealdshire.example", "then": "/who"}
    told = stranger.send("/who", sent)

    assert "Dana &lt;b&gt;Reed&lt;/b&gt;" in told.text


@pytest.mark.parametrize(
    ("name", "address", "wrong"),
    [
        ("", "d.reed@wealdshire.example", "first and last name"),
        ("Dana Reed", "d.reed", "in full"),
        ("Dana Reed", "d.reed@gmail.com", "@wealdshire.example"),
        ("Dana Reed", "d.reed@evil-wealdshire.example", "@wealdshire.example"),
        ("d.reed@wealdshire.example", "d.reed@wealdshire.example", "first and last name"),
    ],
)
def test_what_is_wrong_stands_beside_the_field_and_nothing_is_lost(
    stranger: Browser, name: str, address: str, wrong: str
) -> None:
    told = stranger.send("/who", {"name": name, "address": address})

    assert told.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert wrong in told.text
    assert f'value="{address}"' in told.text
    assert COOKIE not in stranger.client.cookies


@pytest.mark.parametrize(
    "then", ["https://evil.example/", "//evil.example", "/\\evil.example", "policy", "/a\nb"]
)
def test_nobody_is_led_away(stranger: Browser, then: str) -> None:
    stranger.client.follow_redirects = False
    told = stranger.send("/who", {"chosen": PRIYA.address, "then": then})

    assert told.headers["location"] in {"/policy", "/a%20b"}


def test_leaving_forgets(priya: Browser) -> None:
    assert "Not you?" not in priya.send("/who/leave", {}).text


def test_after_half_a_day_we_ask_again(site: WebState, priya: Browser) -> None:
    assert isinstance(site.clock, FakeClock)
    site.clock.at += timedelta(hours=12, seconds=1)

    assert "Not you?" not in priya.open("/who").text


@pytest.mark.parametrize("cookie", ["", "x", "x.y", "e30=.0", "é.é"])
def test_a_cookie_that_is_not_ours_is_nobody(stranger: Browser, cookie: str) -> None:
    told = stranger.client.get("/who", headers={b"Cookie": f"{COOKIE}={cookie}".encode()})

    assert told.status_code == HTTPStatus.OK
    assert "Not you?" not in told.text


def test_a_cookie_of_another_installation_is_nobody(priya: Browser) -> None:
    elsewhere = browser_at(app_for(site_for(signing_key=b"z" * 32)))
    elsewhere.client.cookies = priya.client.cookies

    assert "Not you?" not in elsewhere.open("/who").text


def test_the_cookie_is_for_our_pages_only(stranger: Browser) -> None:
    stranger.client.follow_redirects = False
    cookie = stranger.send("/who", {"chosen": PRIYA.address}).headers["set-cookie"].lower()

    assert "httponly" in cookie
    assert "samesite=strict" in cookie


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8800", "127.0.0.1.evil.example", "10.0.0.5", "[", ""]
)
def test_another_name_for_this_machine_is_refused(stranger: Browser, host: str) -> None:
    told = stranger.client.get("/who", headers={"Host": host})

    assert told.status_code == HTTPStatus.FORBIDDEN
    assert "sign-in" in told.text


@pytest.mark.parametrize("host", ["localhost", "localhost:9000", "127.0.0.1", "[::1]:8800", "127.8.8.8:1"])
def test_this_machine_by_its_own_names(stranger: Browser, host: str) -> None:
    assert stranger.client.get("/who", headers={"Host": host}).status_code == HTTPStatus.OK


@pytest.mark.parametrize("header", ["X-Forwarded-For", "Forwarded", "X-Forwarded-Host", "X-Real-IP"])
def test_what_was_handed_on_is_refused(stranger: Browser, header: str) -> None:
    assert stranger.client.get("/who", headers={header: "127.0.0.1"}).status_code == HTTPStatus.FORBIDDEN


def test_another_machine_is_refused(site: WebState) -> None:
    far = browser_at(app_for(site), client=("10.0.0.7", 50000))

    assert far.open("/who").status_code == HTTPStatus.FORBIDDEN


def test_there_is_no_other_way_in_where_nobody_signs_people_in(stranger: Browser) -> None:
    assert stranger.open("/who/sign-in").status_code == HTTPStatus.NOT_FOUND
    assert (
        stranger.client.post("/who/back", data={"code": "c", "state": "s"}).status_code
        == HTTPStatus.NOT_FOUND
    )


def test_what_somebody_may_do_can_be_tried(stranger: Browser) -> None:
    someone = {"name": "Dana Reed", "address": "d.reed@wealdshire.example", "roles": ["editor"]}
    stranger.send("/who", someone)

    assert stranger.open("/desk").status_code == HTTPStatus.OK
    told = stranger.open("/policy")
    assert told.status_code == HTTPStatus.FORBIDDEN
    assert "say that you are somebody who may" in told.text


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "none"},
        {"Origin": "null"},
        {"Origin": "https://evil.example"},
        {"Sec-Fetch-Site": "cross-site", "Origin": "http://127.0.0.1:8800"},
    ],
)
def test_a_form_of_another_website_changes_nothing(priya: Browser, headers: dict[str, str]) -> None:
    priya.headers = headers
    told = priya.send("/who/leave", {})

    assert told.status_code == HTTPStatus.FORBIDDEN
    assert "Not you?" in priya.open("/who").text


def test_a_browser_that_names_only_the_origin_may_send(priya: Browser) -> None:
    priya.headers = {"Origin": "http://127.0.0.1:8800"}

    assert priya.send("/who/leave", {}).status_code == HTTPStatus.OK


def test_a_form_of_another_visit_changes_nothing(priya: Browser) -> None:
    told = priya.send("/who/leave", {"form_token": "0" * 64})

    assert told.status_code == HTTPStatus.FORBIDDEN
    assert "open too long" in told.text
