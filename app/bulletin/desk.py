"""What does the bulletin's desk work with, and how is one step of an item made?

Every step goes through `move`: it is made on what the person saw, once however often they click, and together
with the issue the item is placed in, so that nothing changes in an issue that is published.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from app.bulletin_ports import BulletinBook
from app.domain.address import normal_address
from app.domain.calendar import SchoolCalendar, in_london, school_year
from app.domain.errors import BulletinError
from app.domain.issue import Issue
from app.domain.item import IssueKey, Item, Move, MoveKind, Person
from app.ports import Clock
from app.register_ports import PostingStore

KEY_MIN = 16
_NAME_MAX = 200
_WHOSE = frozenset({MoveKind.CLAIMED, MoveKind.HANDED_OVER, MoveKind.LET_GO})
"""Say who works on an item; what stands in an issue stays the same."""


@dataclass(frozen=True, slots=True)
class BulletinDesk:
    """The book, the register of who may post, the calendar as it is now, and the time."""

    book: BulletinBook
    postings: PostingStore
    calendar: Callable[[], SchoolCalendar]
    clock: Clock

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
        """An issue as it is kept, or as the calendar has it. Raises BulletinError when neither knows it."""
        if (kept := self.book.issue(key)) is not None:
            return kept
        for known in self.calendar().issues():
            if IssueKey(school_year(known.goes_out), known.number) == key:
                return Issue(key, known.goes_out, known.cut_off)
        raise BulletinError("There is no such issue.")


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
        raise BulletinError("Only somebody with a work e-mail address can submit something.")
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


def plain(words: str) -> str:
    """Without what a database cannot hold, with one kind of line end."""
    whole = words.encode("utf-8", "replace").decode("utf-8")
    return whole.replace("\0", "").replace("\r\n", "\n").replace("\r", "\n")
