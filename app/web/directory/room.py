"""What is in the room about the directory of schools?

The directory as the import sees it, its schools in numbers, the subscription lists, and imports that wait to
be made. No page sees an address of a school.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from app.bulletin_ports import AddressBook
from app.directory.move_schools import UpkeepDesk
from app.directory.subscription_lists import SubscriptionDesk
from app.directory_ports import ImportShelf, SchoolBook
from app.domain.address import SCHOOL_SUFFIXES
from app.ports import Clock, DirectoryStore


@dataclass(frozen=True, slots=True)
class DirectoryRoom:
    """Built once."""

    clock: Clock
    store: DirectoryStore
    book: SchoolBook
    lists: SubscriptionDesk
    shelf: ImportShelf
    addresses: AddressBook
    school_suffixes: Sequence[str] = SCHOOL_SUFFIXES

    @property
    def upkeep(self) -> UpkeepDesk:
        """Where schools are moved."""
        return UpkeepDesk(self.book, self.clock)
