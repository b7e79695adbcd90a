"""Every route, asked by everybody: who gets in is what the table says, and nobody else does."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.routing import APIRoute
from fastapi.testclient import TestClient

from app.callers import caller_of
from app.domain.caller import Caller, Role
from app.main import create_app
from app.settings import load_settings
from app.web.people import COOKIE
from app.web.sign_in.door import Door
from app.web.signed_words import signature
from tests.sign_in_fakes import FakeSessions, FakeSignIn, FakeTokens

HOME = "https://sendwell.example"
OURS = {"Sec-Fetch-Site": "same-origin"}
EVERYBODY = None
OPENS: Mapping[str, Role | None] = {
    "/": EVERYBODY,
    "/.well-known": EVERYBODY,
    "/account": Role.SENDER,
    "/addin": EVERYBODY,
    "/api/v1": Role.SENDER,
    "/api/v1/sign-in": EVERYBODY,
    "/bulletin": EVERYBODY,
    "/desk": Role.EDITOR,
    "/desk/directory/import": Role.ADMINISTRATOR,
    "/documents": EVERYBODY,
    "/healthz": EVERYBODY,
    "/help": EVERYBODY,
    "/leave": EVERYBODY,
    "/manifest.json": EVERYBODY,
    "/manifest.xml": EVERYBODY,
    "/metrics": EVERYBODY,
    "/notice": EVERYBODY,
    "/paste": Role.SENDER,
    "/policy": Role.ADMINISTRATOR,
    "/readyz": EVERYBODY,
    "/review": Role.REVIEWER,
    "/staff": Role.SENDER,
    "/staff/access": Role.ADMINISTRATOR,
    "/staff/deleted": Role.ADMINISTRATOR,
    "/staff/impact": Role.ADMINISTRATOR,
    "/staff/journal": Role.ADMINISTRATOR,
    "/staff/list": Role.ADMINISTRATOR,
    "/staff/postings": Role.ADMINISTRATOR,
    "/staff/register": Role.ADMINISTRATOR,
    "/try": EVERYBODY,
    "/who": EVERYBODY,
}
"""Who opens what lies at a path and under it; the longest path that fits decides."""
WHO: Mapping[str, Caller | None] = {
    "nobody": None,
    "without a role": Caller("Ann Hall", "a.hall@wealdshire.example", "tenant none"),
    **{
        role.value: Caller("Ann Hall", "a.hall@wealdshire.example", f"tenant {role}", frozenset({Role.SENDER, role}))
        for role in Role
    },
}  # fmt: skip


@dataclass
class Service:
    """The whole application with a sign-in in front of it; no route is left out by hand."""

    app: FastAPI
    sessions: FakeSessions

    def ask(self, method: str, path: str, who: Caller | None, **more: Any) -> Any:
        """As a browser of theirs would, with a form of ours."""
        site = self.app.state.web
        client = TestClient(
            self.app, HOME, client=("203.0.113.9", 5), raise_server_exceptions=False, follow_redirects=False
        )
        if who:
            client.cookies.set(COOKIE, self.sessions.start(who, site.clock.now()))
        if path == "/api/v1/documents":
            more["files"] = {"file": ("a.txt", b"Hello")}
        elif path.startswith("/api/"):
            more["json"] = {}
        elif method == "POST":
            more["data"] = {"form_token": signature(site.signing_key, "form", who.key if who else "nobody")}
        return client.request(method, path, headers=OURS | {"Accept": "text/html"}, **more)


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Service:
    data = tmp_path_factory.mktemp("callers")
    app = create_app(load_settings({}, data=data, sample=True, rate_per_minute=100_000, engine=False))
    sessions = FakeSessions()
    site = replace(app.state.web, door=Door(sessions, FakeSignIn(), HOME))
    tokens = FakeTokens({name: caller for name, caller in WHO.items() if caller})
    app.state.web = site
    app.state.service = replace(app.state.service, caller=lambda request: caller_of(request, site, tokens))
    return Service(app, sessions)


def needs(path: str) -> Role | None:
    inside = [known for known in OPENS if path == known or (known != "/" and path.startswith(f"{known}/"))]
    assert inside, f"say in OPENS who opens {path}"
    return OPENS[max(inside, key=len)]


def outcome(told: Any) -> str:
    """Sent to the sign-in, told that it is for other people, or let in."""
    if told.status_code == 401 or told.headers.get("location", "").startswith("/who?then="):
        return "sign in"
    is_for_others = "This page is for other people" in told.text or "may not have mail checked" in told.text
    return "not with that role" if told.status_code == 403 and is_for_others else "in"


def expected(role: Role | None, who: Caller | None) -> str:
    if role is EVERYBODY:
        return "in"
    if who is None:
        return "sign in"
    return "in" if role in who.roles else "not with that role"


def all_routes(app: Any) -> Iterator[APIRoute]:
    """Those of its routers too."""
    for route in app.routes:
        if isinstance(route, APIRoute):
            yield route
        elif inside := getattr(route, "original_router", None):
            yield from all_routes(inside)


def routes(app: FastAPI) -> list[tuple[str, str]]:
    """Every method of every route, with made-up names in its path."""
    made_up = {"number": "0" * 32, "key": "2026-27-1", "urn": "100001"}
    found = all_routes(app)
    return [
        (method, re.sub(r"{(\w+)[^}]*}", lambda part: made_up.get(part[1], "x"), route.path))
        for route in found
        for method in sorted(route.methods or ())
    ]


@pytest.mark.parametrize("name", WHO)
def test_every_route_opens_for_whom_the_table_says(service: Service, name: str) -> None:
    who, asked = WHO[name], routes(service.app)
    wrong = []
    for method, path in asked:
        told = service.ask(method, path, who)
        if outcome(told) != expected(needs(path), who) or told.status_code >= 500:
            wrong.append((method, path, told.status_code, outcome(told)))

    assert wrong == []
    assert len(asked) > 90


def test_the_table_names_nothing_that_is_not_there(service: Service) -> None:
    paths = [route.path for route in all_routes(service.app)]

    assert [known for known in OPENS if not any(p == known or p.startswith(f"{known}/") for p in paths)] == []


def test_whoever_has_one_room_has_no_other(service: Service) -> None:
    """The rooms of the roles are apart: what only one of them opens, no other does."""
    doors = {role: path for path, role in OPENS.items() if role not in {EVERYBODY, Role.SENDER}}

    assert doors.keys() == {Role.EDITOR, Role.REVIEWER, Role.ADMINISTRATOR}
    for role, path in doors.items():
        let_in = {name for name, who in WHO.items() if outcome(service.ask("GET", path, who)) == "in"}
        assert let_in == {role.value}


@pytest.mark.parametrize("name", [name for name, who in WHO.items() if who])
def test_a_token_opens_the_api_and_no_page(service: Service, name: str) -> None:
    client = TestClient(
        service.app, HOME, follow_redirects=False, headers={"Authorization": f"Bearer {name}"}
    )

    assert client.get("/api/v1/me").status_code == (403 if name == "without a role" else 200)
    for path in ("/policy", "/desk", "/staff", "/account"):
        assert outcome(client.get(path)) == "sign in"


@pytest.mark.parametrize("given", ["Bearer forged", "Bearer ", "Bearer", "Basic c2VuZGVy", "sender", ""])
def test_a_token_that_is_not_right_is_refused_even_beside_a_session(service: Service, given: str) -> None:
    client = TestClient(service.app, HOME, headers={"Authorization": given})
    client.cookies.set(
        COOKIE, service.sessions.start(WHO["sender"] or Caller("", ""), service.app.state.web.clock.now())
    )
    told = client.get("/api/v1/me")

    assert told.status_code == 401
    assert told.headers["www-authenticate"] == "Bearer"
    assert told.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("path", ["/api/v1/checks", "/api/v1/bulletin/items", "/api/v1/documents"])
def test_nothing_is_read_of_whoever_may_not_call(service: Service, path: str) -> None:
    """Whoever is not signed in hears nothing of how a body must look, and costs us no reading of it."""
    client = TestClient(service.app, HOME)
    for sent in ({"content": b"{" * 100_000}, {"data": {"a": "b"}}, {"content": b""}):
        assert client.post(path, **sent).status_code == 401


def test_another_website_cannot_use_somebodys_session_for_the_api(service: Service) -> None:
    client = TestClient(service.app, HOME)
    client.cookies.set(
        COOKIE, service.sessions.start(WHO["sender"] or Caller("", ""), service.app.state.web.clock.now())
    )
    for headers in ({"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://evil.example"}, {}):
        told = client.post(
            "/api/v1/checks", json={"draft": {"subject": "", "body": {"content": ""}}}, headers=headers
        )
        assert told.status_code == 403
