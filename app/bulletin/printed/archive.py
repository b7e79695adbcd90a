"""What of the bulletin can anybody read on the website?

Issues that went out, and their items. Whatever has not gone out is not there, in the same words as what never
was; nobody who wrote, edited or published it is named.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time
from urllib.parse import quote

from app.bulletin.printed.layout import (
    LANGUAGE,
    NO_WEBSITE,
    Entry,
    LaidOut,
    LaidOutLink,
    Masthead,
    NoWebsite,
    Website,
    lay_out,
)
from app.bulletin.printed.said_for_whom import NO_LISTS, ListNames
from app.bulletin_ports import BulletinBook
from app.domain.calendar import LONDON, in_london
from app.domain.errors import BulletinError
from app.domain.issue import Issue, IssueState
from app.domain.item import IssueKey, Item, ItemState
from app.ports import Clock
from app.website_ports import DocumentFacts, Scan

ROOT = "/bulletin"
DOCUMENTS = "/documents"
_GONE_OUT = frozenset({IssueState.GOING_OUT, IssueState.OUT})
_KEY_MAX, _NUMBER_MAX = 12, 64
_KB, _MB = 1_000, 1_000_000


def _not_kept(_number: str) -> DocumentFacts | None:
    return None


def large(size: int) -> str:
    """``120 KB``, ``1.4 MB``."""
    return f"{size / _MB:.1f} MB" if size >= _MB else f"{max(1, round(size / _KB))} KB"


class ArchiveWebsite(NoWebsite):
    """The pages of the archive, seen from where `base` is: empty on the website itself."""

    def __init__(self, base: str = "", find: Callable[[str], DocumentFacts | None] = _not_kept) -> None:
        """`base` is a web address without a path; `find` knows the documents."""
        self._base, self._find = base.rstrip("/"), find

    def issue(self, key: IssueKey) -> str:
        """Where an issue stays."""
        return f"{self._base}{ROOT}/{key}"

    def item(self, number: str) -> str:
        """Where an item stays."""
        return f"{self._base}{ROOT}/items/{number}"

    def document(self, number: str) -> LaidOutLink | None:
        """Where a document is, as long as it is kept."""
        facts = self._find(number)
        if facts is None or facts.scan is Scan.INFECTED:
            return None
        stem, _, kind = facts.name.rpartition(".")
        href = f"{self._base}{DOCUMENTS}/{facts.id}/{quote(facts.name, safe='')}"
        return LaidOutLink(stem, href, f"{kind.upper()}, {large(facts.size)}")


class _InFull(NoWebsite):
    """An item on its own page tells everything itself."""

    def __init__(self, website: Website) -> None:
        self._website = website

    def document(self, number: str) -> LaidOutLink | None:
        return self._website.document(number)


@dataclass(frozen=True, slots=True)
class Listed:
    """An issue in the list of a year."""

    issue: Issue
    href: str
    items: int


@dataclass(frozen=True, slots=True)
class PublicItem:
    """An item that went out. `at` is when; `has_closed` when the day by which to act is over."""

    number: str
    entry: Entry
    issue: Issue
    at: datetime
    has_closed: bool


def _no_lists() -> ListNames:
    return NO_LISTS


@dataclass(frozen=True, slots=True)
class Archive:
    """What the public pages are made from."""

    book: BulletinBook
    clock: Clock
    masthead: Masthead
    lists: Callable[[], ListNames] = _no_lists
    website: Website = NO_WEBSITE
    """Where its links lead."""
    language: str = LANGUAGE

    def years(self) -> Sequence[int]:
        """The school years of which something went out, by the year they began in; newest first."""
        return sorted({issue.key.year for issue in self.issues()}, reverse=True)

    def of_year(self, year: int) -> Sequence[Listed]:
        """The issues of a school year, newest first."""
        return [
            Listed(issue, self.website.issue(issue.key), len(self._items(issue)))
            for issue in self.issues()
            if issue.key.year == year
        ]

    def issue(self, name: str) -> LaidOut | None:
        """An issue as it went out, by its name in addresses; None when none of that name did."""
        if len(name) > _KEY_MAX:
            return None
        try:
            issue = self.book.issue(IssueKey.parse(name))
        except BulletinError:
            return None
        if issue is None or issue.state not in _GONE_OUT:
            return None
        return lay_out(issue, self._items(issue), self.masthead, website=self.website, lists=self.lists())

    def item(self, number: str) -> PublicItem | None:
        """An item that went out, in full; None when none with this id did."""
        if len(number) > _NUMBER_MAX or not (number.isascii() and number.isalnum()):
            return None
        item = self.book.item(number)
        if item is None or item.state is not ItemState.OUT or item.issue is None:
            return None
        issue = self.book.issue(item.issue)
        if issue is None or issue.state not in _GONE_OUT:
            return None
        return self._public(item, issue)

    def newest(self, most: int) -> Sequence[PublicItem]:
        """The items that went out last, newest issue first and in its order."""
        found: list[PublicItem] = []
        for issue in self.issues():
            found += (self._public(item, issue) for item in self._items(issue))
            if len(found) >= most:
                break
        return found[:most]

    def issues(self) -> Iterator[Issue]:
        """Those that went out, newest first."""
        return (issue for issue in self.book.issues() if issue.state in _GONE_OUT)

    def _items(self, issue: Issue) -> Sequence[Item]:
        order = {number: place for place, number in enumerate(issue.order)}
        items = self.book.items({ItemState.OUT}, issue=issue.key)
        return sorted((item for item in items if item.id in order), key=lambda item: order[item.id])

    def _public(self, item: Item, issue: Issue) -> PublicItem:
        laid_out = lay_out(issue, [item], self.masthead, website=_InFull(self.website), lists=self.lists())
        closes, today = item.text.closes, in_london(self.clock.now()).date()
        return PublicItem(
            item.id, laid_out.entries[0], issue, went_out(issue), closes is not None and closes < today
        )


def went_out(issue: Issue) -> datetime:
    """When its hold was over: the same moment however long the mail took."""
    day = datetime.combine(issue.goes_out, time(), LONDON)
    return (issue.held_until or day).astimezone(UTC)
