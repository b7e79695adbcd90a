"""What does the upkeep of the directory need from outside the process?

The part of ``app/ports.py`` that is about the desk's pages on schools: what is held in numbers, where schools
stand, subscription lists, and imports that are looked at. Nothing here gives an address. The fakes are in
``tests/directory_fakes.py``.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Protocol

from app.domain.school import School
from app.domain.subscription import ListEntry
from app.ports import DirectoryContents


@dataclass(frozen=True, slots=True)
class HeldSchool:
    """An open school, and its addresses in numbers."""

    school: School
    listed: tuple[str, str] = ("", "")
    """Cluster and officer as the cluster file has them."""
    roles: Mapping[str, int] = field(default_factory=dict)
    """How many addresses there are of each role."""
    unsealed: int = 0
    """Addresses of an older import: a mail to them is recognised, and none can be sent."""
    refused: int = 0
    """Addresses that refused a message lately and will be tried again."""
    gone: int = 0
    """Addresses that refused a message for good and are left out."""

    @property
    def addresses(self) -> int:
        """How many it has."""
        return sum(self.roles.values())

    @property
    def can_be_reached(self) -> bool:
        """Whether a message can be sent to at least one."""
        return self.addresses > self.unsealed + self.gone

    @property
    def was_moved(self) -> bool:
        """Whether somebody moved it by hand."""
        return (self.school.cluster, self.school.officer) != self.listed


@dataclass(frozen=True, slots=True)
class Placement:
    """A school moved by hand to a cluster and a local officer."""

    urn: str
    cluster: str
    officer: str
    at: datetime
    by: str
    why: str


@dataclass(frozen=True, slots=True)
class Lookups:
    """The times that addresses were opened on one day for one purpose: never which."""

    day: date
    by: str
    purpose: str
    times: int
    addresses: int


class SchoolBook(Protocol):
    """The schools of the directory, for the pages. No function of it gives an address."""

    def held(self) -> Sequence[HeldSchool]:
        """Every open school, by name."""
        ...

    def stale(self) -> int:
        """How many addresses are held of schools that have closed."""
        ...

    def move(self, moves: Sequence[Placement]) -> None:
        """Put schools elsewhere, durably, all of them or none; those that are not open stay as they are."""
        ...

    def moves(self, urn: str) -> Sequence[Placement]:
        """The moves of one school, newest first."""
        ...

    def try_again(self, urn: str) -> int:
        """Forget what the addresses of a school refused; the number of addresses."""
        ...

    def lookups(self, most: int) -> Sequence[Lookups]:
        """When addresses were opened, newest day first, at most so many lines."""
        ...

    def forget_before(self, moment: datetime) -> int:
        """Delete lookups and moves from before `moment`, and tell how many; schools stay where they are."""
        ...


class SubscriptionStore(Protocol):
    """The subscription lists. Entries are only ever added."""

    def entries(self) -> Sequence[ListEntry]:
        """Every entry, oldest first. The last of each key is in force."""
        ...

    def add(self, entry: ListEntry) -> ListEntry:
        """Keep an entry, durably; its number is given here, and its key when it is empty.

        Raises UpkeepError when another entry follows the same one already.
        """
        ...

    def forget_before(self, day: date) -> int:
        """Delete lists that ended before `day`, with their history, and tell how many entries that were."""
        ...


class ImportShelf(Protocol):
    """Imports that somebody looks at, before they are made. Nobody can read them there."""

    def lay(self, contents: DirectoryContents) -> str:
        """Keep one for a day; it comes back by the id that this gives."""
        ...

    def waiting(self, number: str, at: datetime) -> DirectoryContents | None:
        """The one of that id; None when there is none, or its day is over."""
        ...

    def clear(self, number: str) -> None:
        """Forget it."""
        ...
