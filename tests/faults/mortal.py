"""Somebody who dies at the n-th write: just before it is kept, or just after, before anybody hears that it was.

Whatever was being done is broken off there as by ``kill -9``, and what is held in memory is gone; only what the
store kept is left to whoever comes next.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

WRITES = frozenset(
    {"begin", "begin_request", "end", "give_up", "halt", "keep", "keep_issue", "keep_request", "plan", "settle", "take"}
)  # fmt: skip


class Killed(BaseException):
    """Nobody catches this."""


@dataclass
class Life:
    """How many writes are left; for ever while `left` is None."""

    left: int | None = None
    is_kept: bool = False
    """Whether the write at which it ends is kept."""
    lived: int = 0
    """How many writes there were."""

    def write(self, do: Callable[[], Any]) -> Any:
        """Do it, unless this is the end."""
        self.lived += 1
        if self.left is None:
            return do()
        self.left -= 1
        if self.left > 0:
            return do()
        self.left = None
        if self.is_kept:
            do()
        raise Killed


class Mortal:
    """A store as somebody sees it who may die."""

    def __init__(self, store: Any, life: Life) -> None:
        self._store, self._life = store, life

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._store, name)
        if name not in WRITES:
            return found
        return lambda *given, **named: self._life.write(lambda: found(*given, **named))
