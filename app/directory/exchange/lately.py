"""What is remembered in memory alone, for a while?

Whether a group has a moderator for whoever asked, and whether it takes their mail: kept in the database it
would say who writes to whom. And about whom Exchange had nothing to say, so that it is not asked at every
keystroke.
"""

import threading
from collections import OrderedDict
from collections.abc import Hashable
from datetime import datetime
from typing import Generic, TypeVar

T = TypeVar("T")


class Lately(Generic[T]):
    """So many things at most, each until its moment; the oldest go first."""

    def __init__(self, most: int) -> None:
        """Nothing yet."""
        self._most, self._lock = most, threading.Lock()
        self._held: OrderedDict[Hashable, tuple[T, datetime]] = OrderedDict()

    def held(self, key: Hashable, at: datetime) -> T | None:
        """What is remembered; None when nothing is, or its time is over."""
        with self._lock:
            found = self._held.get(key)
            return found[0] if found is not None and found[1] > at else None

    def keep(self, key: Hashable, what: T, until: datetime) -> None:
        """Remember it until then."""
        with self._lock:
            self._held[key] = (what, until)
            self._held.move_to_end(key)
            while len(self._held) > self._most:
                self._held.popitem(last=False)

    def drop(self, key: Hashable) -> None:
        """Forget it."""
        with self._lock:
            self._held.pop(key, None)
