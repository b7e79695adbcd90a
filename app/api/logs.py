"""What is written down about a request? Its route, status and time; never a word of its body.

A log that cannot be written (a full disk, a pipe whose reader is gone) holds nobody up: its lines are lost,
and the first one after it says how many.
"""

import json
import logging
import sys
import time
from collections.abc import Callable
from typing import TextIO, cast

import structlog
from starlette.types import ASGIApp, Message, Receive, Scope, Send

log = structlog.get_logger("sendwell.request")
_QUIET = frozenset({"/healthz", "/readyz", "/metrics"})


class Unfailing:
    """A stream for lines that may be lost, and that never raises."""

    def __init__(self, stream: TextIO) -> None:
        """Nothing is lost yet."""
        self._stream, self.lost = stream, 0

    def write(self, words: str) -> int:
        """The words, or nothing."""
        try:
            if self.lost:
                lost = {"level": "error", "event": "lines of the log were lost", "lost": self.lost}
                self._stream.write(f"\n{json.dumps(lost)}\n")
            self._stream.write(words)
            if words.endswith("\n"):
                self._stream.flush()
            self.lost = 0
        except (OSError, ValueError):  # ValueError: it was closed
            self.lost += words.count("\n")
        return len(words)

    def flush(self) -> None:
        """Each line is flushed as it is written."""


def configure_logs(level: str) -> None:
    """One JSON object a line on standard error, from `level` up."""
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.JSONRenderer(),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelNamesMapping()[level.upper()]),
        logger_factory=structlog.PrintLoggerFactory(cast("TextIO", Unfailing(sys.stderr))),
        cache_logger_on_first_use=False,
    )


class RequestLog:
    """ASGI middleware: one line a request, and a number for the metrics."""

    def __init__(self, app: ASGIApp, count: Callable[[str, int, float], None]) -> None:
        """Wrap `app`; `count` is told route, status and seconds."""
        self._app = app
        self._count = count

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and log its outcome; an exception is logged by type only."""
        if scope["type"] != "http" or scope["path"] in _QUIET:
            await self._app(scope, receive, send)
            return
        started, status = time.perf_counter(), 500

        async def noting_status(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        failed = ""
        try:
            await self._app(scope, receive, noting_status)
        except Exception as error:
            failed = type(error).__name__
            raise
        finally:
            route = getattr(scope.get("route"), "path", "unknown")
            seconds = time.perf_counter() - started
            self._count(route, status, seconds)
            ms = round(seconds * 1000, 1)
            log.info("request", method=scope["method"], route=route, status=status, ms=ms, failed=failed)
