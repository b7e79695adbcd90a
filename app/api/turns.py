"""How many drafts are read at once, and when are there too many?

Reading a draft is work for the processor, in Python and in the network. Forty at a time take it from one
another: measured, each then costs twice as much, and all are late. So a few are read at once, the next wait
their turn, and whoever would wait too long is told at once.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from http import HTTPStatus
from typing import TypeVar

from fastapi import HTTPException

AT_ONCE = 3
"""One in Python, one in the network, which needs no lock of Python's, and one that writes to the database."""
MOST_WAITING = 40
"""Some two seconds of reading; the add-in waits no longer."""
_BUSY = "Many drafts are being checked at this moment. Try again in a moment; your mail is not blocked."

_Result = TypeVar("_Result")


class Turns:
    """The threads of a process in which drafts are read."""

    def __init__(self, at_once: int = AT_ONCE, most_waiting: int = MOST_WAITING) -> None:
        """Threads are begun when they are needed."""
        self._readers = ThreadPoolExecutor(at_once, "sendwell-reading")
        self._most, self._taken = at_once + most_waiting, 0

    async def take(self, read: Callable[[], _Result]) -> _Result:
        """What it gives, when it was its turn; raises HTTPException (503) when too many wait already."""
        if self._taken >= self._most:
            raise HTTPException(HTTPStatus.SERVICE_UNAVAILABLE, _BUSY, {"Retry-After": "1"})
        self._taken += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self._readers, read)
        finally:
            self._taken -= 1


TURNS = Turns()
"""Of this process."""
