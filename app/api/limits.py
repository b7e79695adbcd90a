"""How much may one client ask?

A body that is too large is refused while it streams in, before anything is parsed; too many checks
in a minute get 429 with ``Retry-After``.
"""

import time
from http import HTTPStatus

from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.api.problems import problem

REQUEST_BYTES = 40 * 1024 * 1024
"""25 MiB of attachments in base64, a 2 MiB body with every character escaped, and some air."""


class BodyLimit:
    """ASGI middleware: stops reading a request body at `limit` bytes."""

    def __init__(self, app: ASGIApp, limit: int = REQUEST_BYTES) -> None:
        """Wrap `app`."""
        self._app = app
        self._limit = limit

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, counting what streams in."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        declared = dict(scope["headers"]).get(b"content-length", b"0")
        if declared.isdigit() and int(declared) > self._limit:
            await self._refuse(scope, receive, send)
            return
        chunks = await self._read(receive)
        if chunks is None:
            await self._refuse(scope, receive, send)
            return
        await self._app(scope, _replay(chunks, receive), send)

    async def _read(self, receive: Receive) -> list[Message] | None:
        """Every message of the body; None when it is too large."""
        messages, size = [], 0
        while True:
            message = await receive()
            messages.append(message)
            size += len(message.get("body", b""))
            if size > self._limit:
                return None
            if message["type"] != "http.request" or not message.get("more_body", False):
                return messages

    async def _refuse(self, scope: Scope, receive: Receive, send: Send) -> None:
        detail = "The request is too large: 2 MiB of body, 25 MiB with attachments."
        await problem(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, detail)(scope, receive, send)


def _replay(messages: list[Message], receive: Receive) -> Receive:
    waiting = iter(messages)

    async def replay() -> Message:
        return next(waiting, None) or await receive()

    return replay


class RateLimit:
    """ASGI middleware: at most `per_minute` API requests a minute from one address."""

    def __init__(self, app: ASGIApp, per_minute: int) -> None:
        """Wrap `app`."""
        self._app = app
        self._item = RateLimitItemPerMinute(per_minute)
        self._limiter = MovingWindowRateLimiter(MemoryStorage())

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or say when to come back."""
        if scope["type"] != "http" or not scope["path"].startswith("/api/"):
            await self._app(scope, receive, send)
            return
        client = scope["client"][0] if scope.get("client") else "unknown"
        if self._limiter.hit(self._item, client):
            await self._app(scope, receive, send)
            return
        reset = self._limiter.get_window_stats(self._item, client).reset_time
        wait = max(1, round(reset - time.time()))
        reply = problem(
            HTTPStatus.TOO_MANY_REQUESTS,
            f"Too many requests. Try again in {wait} s.",
            headers={"Retry-After": str(wait)},
        )
        await reply(scope, receive, send)
