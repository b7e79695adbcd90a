"""Which service is attacked, and as whom?

The whole application with its models behind uvicorn on loopback, on a database of its own that holds the sample
authority and some of everything: items, requests, a document, flagged sends. A sign-in stands in front of it, and
everybody who attacks brings a token, or a session as a browser of theirs would; there are two senders, so that one can
try what is the other's.
"""

import base64
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import httpx
import uvicorn
from fastapi import FastAPI
from fastapi.testclient import TestClient

from app.callers import caller_of
from app.domain.caller import Caller, Role
from app.main import create_app
from app.settings import load_settings
from app.web.people import COOKIE
from tests.sign_in_fakes import FakeSignIn, FakeTokens

HOME = "https://sendwell.example"
OURS = {"Sec-Fetch-Site": "same-origin", "Origin": HOME}
AS_BY_NGINX = {"Host": "sendwell.example", "X-Forwarded-Proto": "https", "X-Forwarded-For": "203.0.113.9"}
HANG_S = 30.0
"""Nothing may take as long as this, not even on a busy machine."""


def _person(name: str, *roles: Role) -> Caller:
    address = f"{name.lower().replace(' ', '.')}@wealdshire.example"
    return Caller(name, address, f"tenant {name}", frozenset(roles))


PEOPLE: Mapping[str, Caller | None] = {
    "nobody": None,
    "without a role": _person("Wim Roth"),
    "sender": _person("Sam Field", Role.SENDER),
    "another sender": _person("Ann Other", Role.SENDER),
    "editor": _person("Eve Shah", Role.SENDER, Role.EDITOR),
    "reviewer": _person("Omar Rees", Role.SENDER, Role.REVIEWER),
    "administrator": _person("Ada Hall", Role.SENDER, Role.ADMINISTRATOR),
}
"""Who attacks."""


SETTINGS: Mapping[str, Any] = {
    "sample": True,
    "sign_in": "oidc",
    "sign_in_authority": "https://login.example/realm",
    "sign_in_client": "sendwell",
    "sign_in_secret": "a secret of the attackers alone",
    "pages_url": HOME,
    "rate_per_minute": 1_000_000_000,
    "log_level": "error",
    "engine": False,
}
"""As for real use; a stand-in signs people in."""


@dataclass(frozen=True)
class Attacked:
    """The service, and what each person may bring to it."""

    app: FastAPI
    sessions: dict[str, str] = field(default_factory=dict)
    url: str = ""

    def token(self, name: str) -> dict[str, str]:
        """What the add-in of this person brings with each call."""
        return {"Authorization": f"Bearer {name}"} if PEOPLE[name] else {}

    def program(self, name: str) -> TestClient:
        """The add-in of this person; an error inside the service is an answer of 500."""
        return TestClient(self.app, HOME, headers=self.token(name), raise_server_exceptions=False)

    def browser(self, name: str) -> TestClient:
        """A browser in which this person is signed in; anew where somebody signed them out."""
        client = TestClient(
            self.app,
            HOME,
            client=("203.0.113.9", 5),
            headers={**OURS, "Accept": "text/html"},
            raise_server_exceptions=False,
            follow_redirects=False,
        )
        if PEOPLE[name]:
            client.cookies.set(COOKIE, self.session(name))
        return client

    def distant(self, name: str) -> httpx.Client:
        """The same browser, over the network and through nginx."""
        kept = {"Cookie": f"{COOKIE}={self.session(name)}"} if PEOPLE[name] else {}
        return httpx.Client(
            base_url=self.url,
            headers={**AS_BY_NGINX, **OURS, **kept, "Accept": "text/html"},
            timeout=HANG_S,
            follow_redirects=False,
            trust_env=False,
        )

    def session(self, name: str) -> str:
        """What the cookie of this person holds."""
        site, who = self.app.state.web, PEOPLE[name]
        if who and not site.door.sessions.find(self.sessions.get(name, ""), site.clock.now()):
            self.sessions[name] = site.door.sessions.start(who, site.clock.now())
        return self.sessions[name]


@contextmanager
def served(service: Attacked) -> Iterator[Attacked]:
    """On a port of its own, as `sendwell serve` serves it, until the end."""
    config = uvicorn.Config(
        service.app, port=0, log_level="error", access_log=False, server_header=False, lifespan="off"
    )
    server = uvicorn.Server(config)
    running = threading.Thread(target=server.run, daemon=True)
    running.start()
    while not server.started:
        if not running.is_alive():
            raise RuntimeError("The service did not start.")
        time.sleep(0.02)
    port = server.servers[0].sockets[0].getsockname()[1]
    try:
        yield replace(service, url=f"http://127.0.0.1:{port}")
    finally:
        server.should_exit = True
        running.join(10)


def attacked(folder: Path, **different: Any) -> Attacked:
    """The service in `folder`, with everybody's things in it."""
    app = create_app(load_settings({}, data=folder, **{**SETTINGS, **different}))
    site = app.state.web = replace(app.state.web, door=replace(app.state.web.door, provider=FakeSignIn()))
    tokens = FakeTokens({name: who for name, who in PEOPLE.items() if who})
    app.state.service = replace(app.state.service, caller=lambda request: caller_of(request, site, tokens))
    made = Attacked(app)
    for name, who in PEOPLE.items():
        if who and Role.SENDER in who.roles:
            _furnish(made.program(name), name)
    return made


def _furnish(client: TestClient, name: str) -> None:
    """An item, a request and a document of this person, and a send that reviewers look at."""
    key = base64.b32encode(name.encode()).decode().lower().strip("=").ljust(24, "x")
    item = {
        "key": key,
        "headline": f"News of {name}",
        "summary": "Book by phone.",
        "body": "Book by phone.",
        "consent": "none-shown",
    }
    request = {
        "key": key,
        "kind": "chosen",
        "subject": "Autumn",
        "body": "Come.",
        "for_whom": {"phases": ["primary"]},
        "reason": "Theirs alone.",
    }
    draft = {
        "subject": "About a child",
        "body": {"content": "The NHS number of Tom Ward is 943 476 5919. He lives with foster carers."},
        "to": [{"address": "office@oak.kent.sch.example"}, {"address": "somebody@gmail.com"}],
    }
    for path, body in (
        ("bulletin/items", item),
        ("bulk-requests", request),
        ("checks", {"moment": "send", "draft": draft}),
    ):
        told = client.post(f"/api/v1/{path}", json=body)
        if not told.is_success:
            raise RuntimeError(f"{path} of {name}: {told.status_code} {told.text[:300]}")
    client.post(
        "/api/v1/documents", files={"file": ("dates.txt", f"Dates of {name}".encode())}
    ).raise_for_status()
