"""Where does this installation keep the bulletin?"""

from collections.abc import Callable
from functools import cached_property

from app.adapters.documents.clamd import ClamdScanner
from app.adapters.documents.no_scanner import NoScanner
from app.adapters.files.document_shelf import FileShelf
from app.adapters.store.address_book import SqlAddressBook
from app.adapters.store.bulletin import SqlBook
from app.adapters.store.documents import SqlDocuments
from app.adapters.store.word_index import SqlWordIndex
from app.bulletin.desk import BulletinDesk
from app.domain.calendar import SchoolCalendar
from app.register_ports import PostingStore
from app.website_ports import VirusScanner
from app.wiring.ground import Ground


class Bulletin:
    """The book of items, issues and requests, and the address book of a mail-out."""

    def __init__(self, ground: Ground) -> None:
        """Nothing is opened yet."""
        self._ground = ground

    @cached_property
    def book(self) -> SqlBook:
        """Items with their moves, issues and requests."""
        return SqlBook(self._ground.engine, self._ground.journal)

    @cached_property
    def address_book(self) -> SqlAddressBook:
        """The sealed addresses of schools: counted for pages, opened for a mail-out alone."""
        ground = self._ground
        return SqlAddressBook(ground.engine, ground.keys, ground.clock, ground.journal)

    @cached_property
    def documents(self) -> SqlDocuments:
        """Documents of the website; their files lie in the data folder."""
        ground = self._ground
        shelf = FileShelf(ground.settings.data / "documents")
        return SqlDocuments(ground.engine, shelf, ground.clock)

    @cached_property
    def scanner(self) -> VirusScanner:
        """Looks for viruses, where a scanner is set."""
        place = self._ground.settings.clamd
        return ClamdScanner(place) if place else NoScanner()

    @cached_property
    def word_index(self) -> SqlWordIndex:
        """Finds what went out by its words."""
        return SqlWordIndex(self._ground.engine)

    def desk(self, postings: PostingStore, calendar: Callable[[], SchoolCalendar]) -> BulletinDesk:
        """What the use cases of the bulletin work with."""
        return BulletinDesk(self.book, postings, calendar, self._ground.clock)
