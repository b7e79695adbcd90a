"""What is written down about a request? Its route, status and time; never a word of its body.

A log that cannot be written (a full disk, a pipe whose reader is gone, or reads no more) holds nobody up: its
lines are lost, and the first one that gets through says how many.
"""

import json
import logging
import select
import sys
import time
import traceback
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TextIO, cast

import structlog
from starlette.types import ASGIApp, Message, Receive, Scope, Send

log = structlog.get_logger("sendwell.request")
_FRAMES = 3
_QUIET = frozenset({"/healthz", "/readyz", "/metrics"})


class Unfailing:
    """A stream for lines that may be lost, and that neither raises nor waits."""

    def __init__(self, stream: TextIO) -> None:
        """Nothing is lost yet."""
        self._stream, self.lost = stream, 0

    def write(self, line: str) -> int:
        """The whole line, or nothing of it."""
        told = {"level": "error", "event": "lines of the log were lost", "lost": self.lost}
        try:
            if not _has_room(self._stream):
                raise BlockingIOError
            self._stream.write(f"\n{json.dumps(told)}\n{line}" if self.lost else line)
            self._stream.flush()
            self.lost = 0
        except (OSError, ValueError):  # ValueError: it was closed
            self.lost += 1
        return len(line)

    def flush(self) -> None:
        """Each line is flushed as it is written."""


def _has_room(stream: TextIO) -> bool:
    """Whether a line can be written without waiting for who reads: a pipe has room for 4 KiB, or for none."""
    try:
        number = stream.fileno()
    except OSError:  # it is in memory
        return True
    poll = select.poll()
    poll.register(number, select.POLLOUT)
    return bool(poll.poll(0))


def configure_logs(level: str) -> None:
    """One JSON object a line on standard error, from `level` up; what libraries say stands among them."""
    stream = cast("TextIO", Unfailing(sys.stderr))
    others = [handler for handler in logging.root.handlers if not isinstance(handler, OfLibraries)]
    logging.root.handlers = [*others, OfLibraries(stream)]
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.JSONRenderer(),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelNamesMapping()[level.upper()]),
        logger_factory=structlog.WriteLoggerFactory(stream),
        cache_logger_on_first_use=False,
    )


class OfLibraries(logging.StreamHandler[TextIO]):
    """What the server and other libraries say, as lines of ours.

    Of a message its first line, and of an exception its kind and place: its words may be those of a draft.
    """

    def format(self, record: logging.LogRecord) -> str:
        """One JSON object."""
        kind, _, trace = record.exc_info or (None, None, None)
        told = {
            "event": record.getMessage().partition("\n")[0],
            "of": record.name,
            "failed": kind.__name__ if kind else "",
            "at": [f"{frame.filename}:{frame.lineno}" for frame in traceback.extract_tb(trace)[-_FRAMES:]],
            "level": record.levelname.lower(),
            "timestamp": datetime.fromtimestamp(record.created, UTC).isoformat(),
        }
        return json.dumps(told)


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
