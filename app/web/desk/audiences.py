"""Which audiences can an editor choose from?

The types, clusters and trusts of the open schools, and the subscription lists in force. It is asked several
times for every page, so the answer is kept for a minute.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime, timedelta

from app.bulletin.printed.said_for_whom import ListNames
from app.domain.school import School
from app.ports import Clock
from app.web.desk.room import Audiences

KEPT = timedelta(minutes=1)


class HeldAudiences:
    """Asks the directory at most once a minute."""

    def __init__(
        self, schools: Callable[[], Iterable[School]], lists: Callable[[], Mapping[str, str]], clock: Clock
    ) -> None:
        """Nothing is asked yet. `lists` gives the names of those in force by their ids."""
        self._schools, self._lists, self._clock = schools, lists, clock
        self._known, self._until = Audiences(), datetime.min.replace(tzinfo=UTC)

    def __call__(self, *, anew: bool = False) -> Audiences:
        """What there is, as of a minute ago or later; `anew` as of now."""
        now = self._clock.now()
        if anew or not now < self._until <= now + KEPT:  # clocks are set back, too
            schools = tuple(self._schools())
            self._known = Audiences(
                types=_named(school.type for school in schools),
                clusters=_named(school.cluster for school in schools),
                trusts=_named(school.trust for school in schools),
                lists=ListNames(dict(self._lists())),
                schools={school.urn: school.name for school in schools},
            )
            self._until = now + KEPT
        return self._known


def _named(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({name for name in names if name}, key=str.casefold))
