"""Which schools asked for something that the others do not get?

A subscription list is never changed: every change is a new entry that follows the one before, so the list
tells its own history.
"""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class SubscriptionList:
    """Schools that subscribed to a service, by their URNs. `ends` is the last day, if there is one."""

    name: str
    schools: frozenset[str] = frozenset()
    ends: date | None = None

    def has_ended(self, day: date) -> bool:
        """Whether its last day is past."""
        return self.ends is not None and self.ends < day


@dataclass(frozen=True, slots=True)
class ListEntry:
    """One line in a list's history. `follows` is the number of the entry before; 0 for the first."""

    number: int
    key: str
    """Tells lists apart; the same in every entry of one."""
    subscription: SubscriptionList
    at: datetime
    by: str
    why: str
    follows: int = 0
