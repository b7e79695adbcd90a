"""People get a page in plain words, programs go on getting a problem document."""

from http import HTTPStatus

from app.web.pages import HEADERS
from tests.web.conftest import Browser

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
