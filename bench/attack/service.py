"""Which service is attacked, and as whom?

The whole application in this process, with its models, on a database of its own that holds the sample authority and
some of everything: items, requests, a document, flagged sends. A sign-in stands in front of it, and everybody who
attacks brings a token, or a session as a browser of theirs would; there are two senders, so that one can try what is
the other's.
"""

import base64
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from fastapi import FastAPI
from fastapi.testclient import TestClient

from app.callers import caller_of
from app.domain.caller import Caller, Role
from app.main import create_app
from app.settings import load_settings
from app.web.people import COOKIE
from tests.sign_in_fakes import FakeTokens

HOME = "https://sendwell.example"
OURS = {"Sec-Fetch-Site": "same-origin"}


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
"""As for real use; the provider is never asked."""


@dataclass(frozen=True)
class Attacked:
    """The service, and what each person may bring to it."""

    app: FastAPI
    sessions: dict[str, str] = field(default_factory=dict)

    def token(self, name: str) -> dict[str, str]:
        """What the add-in of this person brings with each call."""
        return {"Authorization": f"Bearer {name}"} if PEOPLE[name] else {}

    def program(self, name: str) -> TestClient:
        """The add-in of this person; an error inside the service is an answer of 500."""
        return TestClient(self.app, HOME, headers=self.token(name), raise_server_exceptions=False)

    def browser(self, name: str) -> TestClient:
        """A browser in which this person is signed in."""
        client = TestClient(
            self.app,
            HOME,
            client=("203.0.113.9", 5),
            headers={**OURS, "Accept": "text/html"},
            raise_server_exceptions=False,
            follow_redirects=False,
        )
        if who := PEOPLE[name]:
            site = self.app.state.web
            if name not in self.sessions:
                self.sessions[name] = site.door.sessions.start(who, site.clock.now())
            client.cookies.set(COOKIE, self.sessions[name])
        return client


def attacked(folder: Path, **different: Any) -> Attacked:
    """The service in `folder`, with everybody's things in it."""
    app = create_app(load_settings({}, data=folder, **{**SETTINGS, **different}))
    site = app.state.web
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
