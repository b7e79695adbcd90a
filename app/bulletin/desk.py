"""What does the bulletin's desk work with, and how is one step of an item made?

Every step goes through `move`: it is made on what the person saw, once however often they click, and together
with the issue the item is placed in, so that nothing changes in an issue that is published.
"""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from app.bulletin.coming import coming
from app.bulletin.named_here import nothing_unknown
from app.bulletin_ports import BulletinBook
from app.domain.address import normal_address
from app.domain.calendar import LONDON, SchoolCalendar, in_london
from app.domain.errors import BulletinError
from app.domain.issue import Issue, IssueState
from app.domain.item import IssueKey, Item, Move, MoveKind, Person
from app.domain.item_text import ItemText
from app.domain.verdict import NextIssue
from app.ports import Clock
from app.register_ports import PostingStore

KEY_MIN = 16
_NAME_MAX = 200
_WHOSE = frozenset({MoveKind.CLAIMED, MoveKind.HANDED_OVER, MoveKind.LET_GO})
"""Say who works on an item; what stands in an issue stays the same."""


@dataclass(frozen=True, slots=True)
class BulletinDesk:
    """The book, the register of who may post, the calendar as it is now, and the time.

    `unknown` says what a text names that is not there, by field.
    """

    book: BulletinBook
    postings: PostingStore
    calendar: Callable[[], SchoolCalendar]
    clock: Clock
    unknown: Callable[[ItemText], Mapping[str, str]] = nothing_unknown

    @property
    def today(self) -> date:
        """The day in London."""
        return in_london(self.clock.now()).date()

    def item(self, number: str) -> Item:
        """An item by its id. Raises BulletinError when there is none."""
        if (item := self.book.item(number)) is None:
            raise BulletinError("There is no such item.")
        return item

    def issue(self, key: IssueKey) -> Issue:
        """An issue as it is kept, or as it is to come. Raises BulletinError when it is neither."""
        kept = self.book.issue(key)
        if kept is not None and kept.state is not IssueState.OPEN:
            return kept
        found = next((issue for issue in self.coming() if issue.key == key), kept)
        if found is None:
            raise BulletinError("There is no such issue.")
        return found

    def coming(self) -> Iterator[Issue]:
        """The issues that have not gone out, in order."""
        return coming(self.book.issues(), self.calendar(), self.today)

    def next_issue(self, at: datetime | None = None) -> NextIssue | None:
        """The first issue that takes what comes in then; None when the calendar has ended, or is far off.

        Of a day that is past the calendar tells: the book knows what is still to come.
        """
        then = at or self.clock.now()
        planned = self.calendar().next_issue(then)
        if planned is None or in_london(then).date() < self.today:
            return planned
        opened = (issue for issue in self.coming() if issue.state is IssueState.OPEN)
        issue = next((issue for issue in opened if then < issue.cut_off.astimezone(UTC)), None)
        if issue is None:
            return None
        return NextIssue(issue.key.number, issue.goes_out, issue.cut_off.astimezone(LONDON))


def move(desk: BulletinDesk, number: str, seen: int, step: Move) -> Item:
    """The item after a step that somebody made on its version `seen`, kept.

    Raises:
        BulletinError: it cannot be made, its issue is published, or somebody moved the item meanwhile.
    """
    item = desk.item(number)
    if item.version != seen:
        last = desk.book.history(number)[-1]
        if item.version == seen + 1 and replace(last, at=step.at) == step:
            return item  # a second click
        raise BulletinError(f"{last.by.name} changed this item meanwhile. Look at that first.")
    return keep(desk, item, step)


def keep(desk: BulletinDesk, item: Item, step: Move, *others: tuple[Item, Move]) -> Item:
    """The item after a step, kept with `others` and with the issue that it is or was placed in.

    Raises:
        BulletinError: it cannot be made, the issue is published already, or somebody was quicker.
    """
    after = item.after(step)
    key = after.issue or item.issue
    if key is None or step.kind in _WHOSE:
        desk.book.keep(after, step, *others)
        return after
    issue = desk.issue(key).opened()
    if after.issue is None:
        issue = issue.without(item.id)
    desk.book.keep_issue(issue, [(after, step), *others])
    return after


def sender_of(person: Person) -> Person:
    """Somebody who submits or asks. Raises BulletinError without an address."""
    address = normal_address(person.address)
    if not address:
        said = "Only somebody with a work e-mail address can submit something."
        raise BulletinError(said, "from", {"from": said})
    return named(replace(person, address=address))


def new_id(sender: Person, key: str) -> str:
    """The id of what a sender calls `key`: the same again is the same, and no two senders share one.

    Raises:
        BulletinError: the key is too short to be random.
    """
    if len(key) < KEY_MIN:
        raise BulletinError(f"A submission needs a key of its own, at least {KEY_MIN} characters long.")
    said = f"{sender.address}\n{key}".encode("utf-8", "replace")
    return hashlib.sha256(said).hexdigest()[:32]


def named(person: Person) -> Person:
    """A person whose name fits into the book."""
    return replace(person, name=line(person.name)[:_NAME_MAX] or person.address)


def line(words: str) -> str:
    """On one line, without what a database cannot hold."""
    return " ".join(plain(words).split())


_LINE_ENDS = dict.fromkeys(map(ord, "\r\v\f\x85\u2028\u2029"), "\n")
"""Outlook and Word break a line with a vertical tab."""


def plain(words: str) -> str:
    """Without what a database cannot hold, with one kind of line end."""
    whole = words.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return whole.replace("\0", "").replace("\r\n", "\n").translate(_LINE_ENDS)
