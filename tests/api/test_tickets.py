"""The ticket for the Send event: it has drafts checked for some minutes, and opens nothing else."""

import base64
import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from structlog.testing import capture_logs

from app.api.state import PaneSignIn
from app.callers import caller_of, ticket_of
from app.domain.caller import Caller, Role
from app.main import create_app
from app.settings import load_settings
from app.web.sign_in.door import Door
from app.web.sign_in.tickets import LASTS, new_ticket
from app.web.signed_words import parcel
from tests.fakes import FakeClock
from tests.house.test_callers import routes
from tests.sign_in_fakes import FakeSessions, FakeSignIn, FakeTokens

HOME = "https://sendwell.example"
ANN = Caller("Ann Hall", "a.hall@wealdshire.example", "tenant ann", frozenset({Role.SENDER, Role.EDITOR}))
DRAFT = {"draft": {"subject": "Hello", "body": {"content": "Please send the form by Friday."}}}


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> FastAPI:
    data = tmp_path_factory.mktemp("tickets")
    app = create_app(load_settings({}, data=data, sample=True, rate_per_minute=100_000, engine=False))
    site = replace(app.state.web, clock=FakeClock(), door=Door(FakeSessions(), FakeSignIn(), HOME))
    tokens = FakeTokens({"ann": ANN, "guest": replace(ANN, roles=frozenset())})
    app.state.web = site
    app.state.service = replace(
        app.state.service,
        caller=lambda request: caller_of(request, site, tokens),
        ticket=lambda caller: ticket_of(caller, site),
        pane_sign_in=PaneSignIn("https://login.example/t", "pane", "api/Draft.Check", is_entra=True),
    )
    return app


@pytest.fixture(autouse=True)
def clock(app: FastAPI) -> FakeClock:
    clock: FakeClock = app.state.web.clock
    clock.at = FakeClock().at
    return clock


def ask(app: FastAPI, authorization: str, path: str = "/api/v1/checks", method: str = "POST") -> Any:
    headers = {"Authorization": authorization} if authorization else {}
    return TestClient(app, HOME, follow_redirects=False).request(method, path, json=DRAFT, headers=headers)


def left(app: FastAPI) -> str:
    """The ticket that the pane leaves, signed in as Ann."""
    reply = ask(app, "Bearer ann", "/api/v1/tickets")
    assert reply.status_code == 200
    return str(reply.json()["ticket"])


def test_what_the_pane_leaves_has_a_draft_checked_as_its_person(app: FastAPI) -> None:
    def held() -> int:
        return int(ask(app, "Bearer ann", "/api/v1/me", "GET").json()["held"]["checks"])

    before = held()
    told = ask(app, f"Ticket {left(app)}")

    assert told.status_code == 200
    assert told.json()["route"]["channel"]
    assert held() == before + 1


def test_it_is_good_for_minutes(app: FastAPI, clock: FakeClock) -> None:
    ticket = left(app)
    clock.at += LASTS - timedelta(seconds=1)
    assert ask(app, f"Ticket {ticket}").status_code == 200

    clock.at += timedelta(seconds=1)
    assert ask(app, f"Ticket {ticket}").status_code == 401


def test_it_opens_nothing_but_checks(app: FastAPI) -> None:
    """Not even another ticket: it cannot be kept alive by itself."""
    ticket, opened = left(app), []
    for method, path in routes(app):
        if path.startswith("/api/") and path not in {"/api/v1/sign-in", "/api/v1/checks"}:
            told = ask(app, f"Ticket {ticket}", path, method)
            opened += [(method, path, told.status_code)] if told.status_code != 401 else []

    assert opened == []
    assert ask(app, f"Bearer {ticket}").status_code == 401


def forged(app: FastAPI) -> dict[str, str]:
    site = app.state.web
    ticket, until = new_ticket(ANN, site)
    packed, _, signed = ticket.partition(".")
    said = json.loads(base64.urlsafe_b64decode(packed))
    later = {**said, "until": said["until"] + 3600}
    other = {**said, "values": {**said["values"], "key": "tenant priya"}}
    repacked = [base64.urlsafe_b64encode(json.dumps(one).encode()).decode() for one in (later, other)]
    elsewhere = replace(site, door=replace(site.door, address="https://other.example"))
    return {
        "a later end": f"{repacked[0]}.{signed}",
        "another person": f"{repacked[1]}.{signed}",
        "no signature": packed,
        "an empty signature": f"{packed}.",
        "nothing": "",
        "not ASCII": "\xe9.\xe9",
        "far too long": "a" * 100_000 + "." + signed,
        "another key": new_ticket(ANN, replace(site, signing_key=b"x" * 32))[0],
        "another address": new_ticket(ANN, elsewhere)[0],
        "another use": parcel(site.signing_key, "sign-in", said["values"], until),
        "a form's token": parcel(site.signing_key, "form", said["values"], until),
    }


@pytest.mark.parametrize(
    "which",
    ["a later end", "another person", "no signature", "an empty signature", "nothing", "not ASCII",
     "far too long", "another key", "another address", "another use", "a form's token"],
)  # fmt: skip
def test_a_forged_ticket_is_refused(app: FastAPI, which: str) -> None:
    word = forged(app)[which]
    with capture_logs() as lines:
        told = TestClient(app, HOME).post(
            "/api/v1/checks", json=DRAFT, headers={b"Authorization": f"Ticket {word}".encode("latin-1")}
        )

    assert told.status_code == 401
    assert told.headers["content-type"] == "application/problem+json"
    assert {"event": "token refused", "reason": "ticket", "log_level": "warning"} in lines
    assert not word or word not in str(lines)


@pytest.mark.parametrize("authorization", ["", "Bearer forged", "Ticket forged"])
def test_nobody_unknown_is_given_one(app: FastAPI, authorization: str) -> None:
    assert ask(app, authorization, "/api/v1/tickets").status_code == 401


def test_whoever_has_no_role_is_given_none(app: FastAPI) -> None:
    assert ask(app, "Bearer guest", "/api/v1/tickets").status_code == 403


def test_nothing_of_a_draft_is_in_it_and_it_is_no_secret_of_ours(app: FastAPI) -> None:
    said = json.loads(base64.urlsafe_b64decode(left(app).partition(".")[0]))

    assert said["values"] == {
        "key": ANN.key, "name": ANN.name, "address": ANN.address, "roles": ["editor", "sender"]
    }  # fmt: skip


def test_the_pane_is_told_with_whom_to_sign_in_before_anybody_is_known(app: FastAPI) -> None:
    assert TestClient(app, HOME).get("/api/v1/sign-in").json() == {
        "authority": "https://login.example/t",
        "client": "pane",
        "scope": "api/Draft.Check",
        "is_entra": True,
        "closed_at_send": [],
    }


def test_where_people_pick_who_they_are_neither_is_needed(client: TestClient) -> None:
    nothing = {"authority": "", "client": "", "scope": "", "is_entra": False, "closed_at_send": []}
    assert client.get("/api/v1/sign-in").json() == nothing
    assert client.post("/api/v1/tickets").json() == {"ticket": "", "until": None}
