"""A body that is too large, or of nobody who may call: is it ever held?"""

import asyncio
from collections.abc import AsyncIterator
from http import HTTPStatus

import httpx
import pytest

from app.api.limits import REQUEST_BYTES
from app.domain.caller import Role
from app.web.people import COOKIE
from tests.security.whole_service import HOME, OURS, Whole

MIB = 1024 * 1024


class Poured:
    """A body that goes on for as long as somebody reads it, up to `most` bytes."""

    def __init__(self, most: int) -> None:
        self.most, self.read = most, 0

    async def __aiter__(self) -> AsyncIterator[bytes]:
        while self.read < self.most:
            self.read += MIB
            yield b" " * MIB


def poured(whole: Whole, path: str, most: int, **more: str) -> tuple[httpx.Response, int]:
    """The answer, and how much of the body was read for it."""
    body = Poured(most)

    async def ask() -> httpx.Response:
        carrier = httpx.ASGITransport(whole.app, raise_app_exceptions=False, client=("203.0.113.9", 5))
        async with httpx.AsyncClient(transport=carrier, base_url=HOME) as web:
            return await web.post(path, content=body, headers={"Content-Type": "application/json", **more})

    return asyncio.run(ask()), body.read


@pytest.mark.parametrize("path", ["/api/v1/checks", "/api/v1/documents", "/api/v1/bulletin/items"])
@pytest.mark.parametrize("given", [{}, {"Authorization": "Bearer forged"}, {"Authorization": "Ticket x"}])
def test_nothing_is_read_of_whoever_may_not_call(whole: Whole, path: str, given: dict[str, str]) -> None:
    told, read = poured(whole, path, 64 * MIB, **given)

    assert told.status_code == HTTPStatus.UNAUTHORIZED
    assert read <= MIB


def test_it_ends_at_the_limit_for_whoever_may(whole: Whole) -> None:
    session = {"Cookie": f"{COOKIE}={whole.sessions[Role.SENDER]}", **OURS}
    told, read = poured(whole, "/api/v1/checks", 200 * MIB, **session)

    assert told.status_code == HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    assert "2 MiB of body" in told.json()["detail"]
    assert read <= REQUEST_BYTES + 2 * MIB


def test_a_form_ends_there_too(whole: Whole) -> None:
    session = {"Cookie": f"{COOKIE}={whole.sessions[Role.ADMINISTRATOR]}", **OURS}
    kind = {"Content-Type": "multipart/form-data; boundary=x"}
    told, read = poured(whole, "/staff/list", 200 * MIB, **{**session, **kind})

    assert told.status_code in {HTTPStatus.REQUEST_ENTITY_TOO_LARGE, HTTPStatus.BAD_REQUEST}
    assert read <= REQUEST_BYTES + 2 * MIB
