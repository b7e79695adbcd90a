"""A send that a rule flags is in the review room, and its sender reads so."""

from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI

from app.domain.caller import Caller
from app.domain.errors import StoreError
from app.main import create_app
from app.settings import load_settings
from tests.web.conftest import PRIYA, TOM, Browser, browser_at

WORDS = ("Zebediah", "943 476 5919", "5919", "zeb-mum")
CANARIES = ("Zebediah", "943 476 5919", "9434765919", "zeb-mum", "Sam Wexcombe")
DRAFT = {
    "id": "draft-1",
    "from": {"address": PRIYA.address, "name": "Sam Wexcombe"},
    "to": [{"address": "zeb-mum@gmail.com"}],
    "subject": "Zebediah",
    "body": {"content": "Zebediah's NHS number is 943 476 5919."},
}


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("flagged")


@pytest.fixture(scope="module")
def app(data: Path) -> FastAPI:
    return create_app(load_settings({}, data=data, sample=True, rate_per_minute=100_000, engine=False))


@pytest.fixture
def priya(app: FastAPI) -> Browser:
    return browser_at(app).come_in(PRIYA)


def check(browser: Browser, moment: str = "send", **different: object) -> Any:
    asked = {"draft": DRAFT | different, "moment": moment}
    return browser.client.post("/api/v1/checks", json=asked, headers=browser.headers)


def reviewer(app: FastAPI, person: Caller) -> Browser:
    """Has come into the review room."""
    browser = browser_at(app).come_in(person)
    assert "You are here for" in browser.send("/review/enter", {"purpose": "abuse"}, on="/review/enter").text
    return browser


def test_from_send_to_the_senders_own_page(app: FastAPI, priya: Browser) -> None:
    assert check(priya, "compose").json()["verdict"] == "block"
    tom = reviewer(app, TOM)
    assert "No cases" in tom.open("/review").text

    for _ in range(2):
        assert check(priya).status_code == 200
    queue = tom.open("/review").text
    assert queue.count('id="case-') == 1
    assert not [word for word in (*WORDS, PRIYA.name) if word in queue.replace("Your account", "")]
    page = queue.partition('href="/review/cases/')[2].partition('"')[0]
    opened = tom.send(
        f"/review/cases/{page}", {"do": "open", "purpose": "abuse"}, on=f"/review/cases/{page}"
    ).text
    assert PRIYA.address in opened
    assert not [word for word in WORDS if word in opened]

    own = priya.open("/staff/me").text
    assert "Personal details should not be sent like this: stopped. Nobody has decided on it yet." in own
    assert "by Tom Aldous, to look for abuse of the mail system" in own
    assert "Personal details should not be sent like this: stopped" not in tom.open("/staff/me").text


def test_mail_in_confidence_is_never_there(app: FastAPI, priya: Browser) -> None:
    priya = reviewer(app, PRIYA)
    before = priya.open("/review").text.count('id="case-')
    check(priya, id="draft-2", cc=[{"address": "safeguarding@wealdshire.example"}])
    check(priya, id="draft-3", subject="Protected disclosure")

    assert priya.open("/review").text.count('id="case-') == before


def test_nothing_in_the_data_folder_holds_a_word_of_the_mail(
    app: FastAPI, priya: Browser, data: Path
) -> None:
    check(priya, id="draft-5")
    assert 'id="case-' in reviewer(app, TOM).open("/review").text
    kept = {
        file.name: file.read_bytes()
        for file in data.rglob("*")
        if file.is_file() and "builds" not in file.parts
    }

    assert "sendwell.db" in kept
    assert [(name, word) for name, said in kept.items() for word in CANARIES if word.encode() in said] == []


def test_a_store_that_fails_holds_no_send_and_is_said(
    priya: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> bool:
        raise StoreError("away")

    monkeypatch.setattr("app.adapters.store.cases.SqlCases.begin", broken)
    told = check(priya, id="draft-4")

    assert told.status_code == 200
    assert "record" in {one["check"] for one in told.json()["not_checked"]}


ANSWERED: dict[str, Any] = {
    "id": "draft-9",
    "to": [{"address": "zeb-mum@gmail.com"}],
    "subject": "Zebediah",
    "body": {
        "content": "Thank you for the call. The password for the parents' portal is Kestrel-Sparrow-77. See you on Monday."
    },
}


def answer(priya: Browser, **different: object) -> Any:
    """Answer the first card that may be attached to, and press Send."""
    card = next(c for c in check(priya, "compose", **ANSWERED).json()["advice"] if c["attach_key"])
    said = {"rule": card["rule"], "finding": card["finding"], "chosen": "overrode", "reason": "agreed"}
    said |= {"answer_key": card["answer_key"], "attach_key": card["attach_key"], **different}
    return priya.client.post("/api/v1/choices", json=said, headers=priya.headers)


def test_what_a_sender_attaches_with_an_answer_is_sealed_at_send(priya: Browser, data: Path) -> None:
    assert answer(priya, attach="excerpt", attach_key="").status_code == 404
    assert answer(priya, attach="words").status_code == 404
    assert answer(priya, attach="excerpt").status_code == 204
    assert "Kestrel-Sparrow-77" not in str([file.read_bytes() for file in data.rglob("*") if file.is_file()])
    check(priya, **ANSWERED)
    own = priya.open("/staff/me").text
    page = own.partition("/staff/me/cases/")[2].partition('"')[0]
    told = priya.open(f"/staff/me/cases/{page}").text

    assert "The sentences that the card is about" in told
    assert "Kestrel-Sparrow-77" in told
    assert "See you on Monday" not in told
    kept = [file for file in data.rglob("*.db*") if b"Kestrel-Sparrow-77" in file.read_bytes()]
    assert kept == []
