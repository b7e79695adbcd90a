"""Which issue is being put together, and what stands in it?

An item stands in the issue that it says it is placed in; the issue holds their order.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from app.bulletin.desk import BulletinDesk, keep, named, plain
from app.bulletin.submit import closes_before
from app.domain.calendar import Break
from app.domain.errors import BulletinError
from app.domain.issue import Issue, IssueState
from app.domain.item import IssueKey, Item, ItemState, Move, MoveKind, Person

_WEEK = timedelta(weeks=1)
_PLACED = frozenset({ItemState.READY, ItemState.OUT})


@dataclass(frozen=True, slots=True)
class Week:
    """What the desk works on. `missing` says why no issue goes out this week, when none does.

    `issue` is None when the calendar has ended.
    """

    issue: Issue | None
    missing: Break | None


def week(desk: BulletinDesk) -> Week:
    """The issue that goes out next, with those that are late first."""
    issue, today = current_issue(desk), desk.today
    if issue and today <= issue.goes_out < today + _WEEK:
        return Week(issue, None)
    return Week(issue, desk.calendar().missing_this_week(desk.clock.now()))


def current_issue(desk: BulletinDesk) -> Issue | None:
    """The first issue that has not gone out; one whose day is past, only while there is something in it."""
    return next(desk.coming(), None)


def issue_for(desk: BulletinDesk, item: Item) -> Issue | None:
    """Where an item stands, or the first issue that takes it as it came; None when none is to come."""
    if item.issue:
        return desk.issue(item.issue)
    opened = (issue for issue in desk.coming() if issue.state is IssueState.OPEN)
    return next((issue for issue in opened if item.submitted_at < issue.cut_off), None)


def open_issue(desk: BulletinDesk) -> Issue | None:
    """The issue that goes out next, kept from now on as it is now; None when the calendar has ended."""
    issue = current_issue(desk)
    if issue is None or issue == desk.book.issue(issue.key):
        return issue
    try:
        return desk.book.keep_issue(issue)
    except BulletinError:  # another worker was quicker
        return desk.issue(issue.key)


def items_of(desk: BulletinDesk, issue: Issue) -> Sequence[Item]:
    """What stands in an issue, in its order."""
    order = {number: place for place, number in enumerate(issue.order)}
    items = desk.book.items(_PLACED, issue=issue.key)
    return sorted(items, key=lambda item: order.get(item.id, len(order)))


def place(desk: BulletinDesk, key: IssueKey, number: str, by: Person, *, even_late: bool = False) -> Issue:
    """An issue with a ready item at its end; as it is when the item stands in it already.

    Raises:
        BulletinError: the item is not ready, stands in another issue, came after the cut-off (unless
            `even_late`), or closes before the issue goes out; or the issue is published.
    """
    item, issue = desk.item(number), desk.issue(key)
    if item.issue == key:
        return issue
    if item.issue is not None:
        raise BulletinError(f"This item is placed in issue {item.issue.number}. Take it out there first.")
    if item.submitted_at >= issue.cut_off and not even_late:
        raise BulletinError("This item came after the cut-off: it waits for the next issue.", "late")
    if closes_before(item.text, issue):
        raise BulletinError("It closes before the issue goes out. Change its date, or decline it.", "closes")
    step = Move(MoveKind.PLACED, desk.clock.now(), named(by), into=str(key))
    return desk.book.keep_issue(issue.opened().placed(number), [(item.after(step), step)])


def take_out(desk: BulletinDesk, key: IssueKey, number: str, by: Person) -> Issue:
    """An issue without an item, which stays ready. Raises BulletinError when the issue is published."""
    item = desk.item(number)
    if item.issue == key:
        keep(desk, item, Move(MoveKind.TAKEN_OUT, desk.clock.now(), named(by)))
    return desk.issue(key)


def order(desk: BulletinDesk, key: IssueKey, number: str, at: int) -> Issue:
    """An issue with one of its items at another place, counted from 0; beyond the end is the end.

    Raises:
        BulletinError: the item is not in it, or the issue is published.
    """
    issue = desk.issue(key).opened()
    inside = [item.id for item in items_of(desk, issue)]
    if number not in inside:
        raise BulletinError("This item is not in the issue.")
    changed = issue.ordered(inside).placed(number, at)
    return issue if changed.order == issue.order else desk.book.keep_issue(changed)


def introduce(desk: BulletinDesk, key: IssueKey, seen: int, words: str) -> Issue:
    """An issue with other opening words. Raises BulletinError."""
    issue = desk.issue(key)
    if issue.version != seen:
        raise BulletinError("Somebody changed this issue meanwhile. Look at that first.")
    said = plain(words).strip()
    return issue if said == issue.introduction else desk.book.keep_issue(issue.introduced(said))
