"""How is it told that somebody could not sign in, so that nobody can fill the journal with nonsense?

The first of a sort is told at once; those after it within a minute are counted, and told with the next.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from threading import Lock

from app.domain.errors import SendwellError
from app.domain.journal import Entry, Fact, Kind, as_id
from app.journal_ports import Journal
from app.ports import Clock

_A_WHILE = timedelta(minutes=1)
_MOST_SORTS = 50


class Refusals:
    """What was refused at the doors of this process."""

    def __init__(self, journal: Callable[[], Journal], clock: Clock) -> None:
        """Opens nothing yet."""
        self._journal, self._clock, self._lock = journal, clock, Lock()
        self._told_at: dict[tuple[str, str], datetime] = {}
        self._untold: dict[tuple[str, str], int] = {}

    def tell(self, door: str, reason: str) -> None:
        """A few words of ours, as ids. Whoever is refused is answered, also when nothing can be told."""
        sort = (as_id(door), as_id("-".join(reason.split())))
        with self._lock:
            if sort not in self._untold and len(self._untold) >= _MOST_SORTS:
                sort = (sort[0], "other")
            times = self._untold[sort] = self._untold.get(sort, 0) + 1
            now, before = self._clock.now(), self._told_at.get(sort)
            if before is not None and now - before < _A_WHILE:
                return
            self._told_at[sort], self._untold[sort] = now, 0
        facts: dict[str, Fact] = {"door": sort[0], "reason": sort[1], "times": times}
        try:
            self._journal().tell(Entry(Kind.SIGN_IN_FAILURE, facts))
        except SendwellError:
            with self._lock:
                self._untold[sort] += times
