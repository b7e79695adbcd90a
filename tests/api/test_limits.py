"""How much one client may ask, and what it is told beyond that."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI, Request
from fastapi.testclient import TestClient

from app.api.headers import SecurityHeaders
from app.api.limits import BodyLimit, RateLimit
from app.settings import load_settings


@pytest.fixture
def small() -> Iterator[TestClient]:
    """A service that takes ten bytes, three times a minute."""
    app = FastAPI()

    @app.post("/api/echo")
    async def echo(request: Request) -> int:
        return len(await request.body())

    app.add_middleware(RateLimit, per_minute=3)
    app.add_middleware(BodyLimit, limit=10)
    app.add_middleware(SecurityHeaders, frame_ancestors=("https://outlook.office.com",))
    with TestClient(app) as client:
        yield client


def test_a_body_within_the_limit_passes_whole(small: TestClient) -> None:
    assert small.post("/api/echo", content=b"0123456789").json() == 10


def test_a_declared_body_over_the_limit_is_refused(small: TestClient) -> None:
    reply = small.post("/api/echo", content=b"01234567890")

    assert reply.status_code == 413
    assert reply.headers["content-type"] == "application/problem+json"


def test_a_streamed_body_over_the_limit_is_refused(small: TestClient) -> None:
    reply = small.post("/api/echo", content=iter([b"01234", b"56789", b"0"]))

    assert reply.status_code == 413


def test_too_many_say_when_to_come_back(small: TestClient) -> None:
    replies = [small.post("/api/echo", content=b"x") for _ in range(4)]

    assert [r.status_code for r in replies] == [200, 200, 200, 429]
    assert 1 <= int(replies[-1].headers["retry-after"]) <= 60


def test_pages_may_be_framed_by_outlook_only(small: TestClient) -> None:
    policy = small.post("/api/echo", content=b"").headers["content-security-policy"]

    assert "frame-ancestors 'self' https://outlook.office.com" in policy
    assert "'unsafe-eval'" not in policy


def test_the_default_hosts_are_outlooks(tmp_path: Path) -> None:
    assert "https://outlook.office.com" in load_settings({}, data=tmp_path).frame_ancestors
