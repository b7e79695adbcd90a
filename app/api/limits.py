"""How much may one client ask?

A body that is too large is refused while it streams in, before anything is parsed; too many checks
in a minute get 429 with ``Retry-After``.
"""

import time
from http import HTTPStatus

from fastapi import HTTPException
from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.api.problems import problem

REQUEST_BYTES = 40 * 1024 * 1024
"""25 MiB of attachments in base64, a 2 MiB body with every character escaped, and some air."""
TOO_LARGE = "The request is too large: 2 MiB of body, 25 MiB with attachments."


class BodyLimit:
    """ASGI middleware: a request body ends at `limit` bytes.

    It is counted as it is read, and gathered nowhere: nothing is held for somebody who may not call, as their
    route answers before it reads.
    """

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
            await problem(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, TOO_LARGE)(scope, receive, send)
            return
        size = 0

        async def counted() -> Message:
            nonlocal size
            message = await receive()
            size += len(message.get("body", b""))
            if size > self._limit:
                raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, TOO_LARGE)
            return message

        await self._app(scope, counted, send)


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
