"""The whole service as it is reached: by https, with people who sign in, and a page's own forms."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from fastapi import FastAPI
from fastapi.routing import APIRoute
from fastapi.testclient import TestClient

from app.domain.caller import Caller, Role
from app.main import create_app
from app.settings import load_settings
from app.web.people import COOKIE
from app.web.signed_words import signature
from tests.house.test_callers import OPENS, all_routes, needs
from tests.sign_in_fakes import FakeSignIn

HOME = "https://sendwell.example"
FROM_FAR = ("203.0.113.9", 50000)
OURS = {"Sec-Fetch-Site": "same-origin", "Origin": HOME}
PEOPLE: Mapping[Role, Caller] = {
    role: Caller("Ann Hall", "a.hall@wealdshire.example", f"tenant {role}", frozenset({Role.SENDER, role}))
    for role in Role
}
MADE_UP = {
    "number": "0" * 32,
    "key": "2026-27-1",
    "urn": "100001",
    "pack": "kent-schools",
    "document": "calendar",
}
KNOWN = {
    "/desk/issues/{key}": "2026-27-1",
    "/policy/rules/{rule}": "no-personal-data-external",
    "/staff/postings/{key}": "x",
}


@dataclass(frozen=True)
class Whole:
    """The application, and one session a role."""

    app: FastAPI
    sessions: Mapping[Role, str]

    @property
    def routes(self) -> list[APIRoute]:
        """Every route of pages and API, also those inside routers."""
        return list(all_routes(self.app))

    def paths(self, method: str) -> list[str]:
        """Every path that takes a method, with made-up names in it."""
        return [filled(route.path) for route in self.routes if method in (route.methods or ())]

    def who(self, path: str) -> Caller | None:
        """Somebody who may open it."""
        role = needs(path) if any(path.startswith(known) for known in OPENS if known != "/") else None
        return PEOPLE[role] if role else None

    def client(self, who: Caller | None) -> TestClient:
        """A browser of theirs."""
        client = TestClient(
            self.app, HOME, client=FROM_FAR, raise_server_exceptions=False, follow_redirects=False
        )
        role = next((role for role, one in PEOPLE.items() if one is who), None)
        if role:
            client.cookies.set(COOKIE, self.sessions[role])
        return client

    def ask(self, method: str, path: str, **more: Any) -> Any:
        """As a page of ours would, signed in as somebody who may."""
        headers = {**OURS, "Accept": "text/html", **more.pop("headers", {})}
        return self.client(self.who(path)).request(method, path, headers=headers, **more)

    def token(self, who: Caller | None) -> str:
        """What a form of theirs holds."""
        key: bytes = self.app.state.web.signing_key
        return signature(key, "form", who.key if who else "nobody")


def filled(path: str) -> str:
    """A path with names in it that could be."""
    return re.sub(r"{(\w+)[^}]*}", lambda part: KNOWN.get(path) or MADE_UP.get(part[1], "x"), path)


def whole_service(folder: Path) -> Whole:
    """With sign-in, as for real use; the provider is never asked."""
    settings = load_settings(
        {},
        data=folder,
        sample=True,
        sign_in="oidc",
        sign_in_authority="https://login.example/realm",
        sign_in_client="sendwell",
        sign_in_secret="a secret of the tests alone",  # noqa: S106  of nobody
        pages_url=HOME,
        engine=False,
        rate_per_minute=1_000_000,
    )
    app = create_app(settings)
    site = app.state.web = replace(app.state.web, door=replace(app.state.web.door, provider=FakeSignIn()))
    sessions = {role: site.door.sessions.start(who, site.clock.now()) for role, who in PEOPLE.items()}
    return Whole(app, sessions)
