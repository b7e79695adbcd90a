"""How does an issue go out, and who may let it?

Writing needs no leave, publishing does: a permission for the bulletin that is in force in the register of
posters. Then come the questions, and a hold in which anybody at the desk can stop it; after that the engine
takes the issue, once, and not before its day.
"""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import datetime

from app.bulletin.build_issue import items_of
from app.bulletin.desk import BulletinDesk, named
from app.domain.calendar import LONDON
from app.domain.errors import BulletinError
from app.domain.issue import Issue, IssueState
from app.domain.item import IssueKey, ItemState, Move, MoveKind, Person
from app.domain.posting import Outlet, in_force, may_post, permissions_of

_TRIES = 5
_BEING_SENT = frozenset({IssueState.GOING_OUT, IssueState.OUT})


def may_publish(desk: BulletinDesk, person: Person, outlet: Outlet = Outlet.BULLETIN) -> bool:
    """Whether the register of posters lets somebody publish there today."""
    return may_post(in_force(desk.postings.entries()), person.address, outlet, desk.today)


def publishers(desk: BulletinDesk, outlet: Outlet = Outlet.BULLETIN) -> Sequence[str]:
    """The names of those who may publish there today."""
    register, day = in_force(desk.postings.entries()), desk.today
    return sorted({leave.name for leave in register if leave.outlet is outlet and leave.covers(day)})


def publisher(desk: BulletinDesk, address: str) -> Person | None:
    """Who has this address and may publish the bulletin today, as the register calls them."""
    leave = permissions_of(in_force(desk.postings.entries()), address, Outlet.BULLETIN, desk.today)
    return next((Person(one.name, one.address) for one in leave), None)


def publish(desk: BulletinDesk, key: IssueKey, seen: int, answers: Mapping[str, bool], by: Person) -> Issue:
    """An issue on hold, which goes out by itself when that is over.

    Raises:
        BulletinError: `by` may not publish, a question is not answered with yes, something in it closes
            before it goes out, or somebody changed the issue, or an item in it, since `by` saw it.
    """
    if not may_publish(desk, by):
        raise BulletinError("You may not publish the bulletin. The register of posters says who may.", "by")
    issue = desk.issue(key)
    if issue.state is IssueState.HELD and issue.version == seen + 1 and _is_by(issue, by):
        return issue  # a second click
    if issue.version != seen:
        raise BulletinError("Somebody changed this issue meanwhile. Look at it again before you publish.")
    inside = items_of(desk, issue)
    goes_out = max(issue.goes_out, desk.today)
    for item in inside:
        if item.text.closes and item.text.closes < goes_out:
            raise BulletinError(f"“{item.text.headline}” closes before this issue goes out.", "closes")
    issue = issue.ordered(item.id for item in inside)
    morning = datetime.combine(issue.goes_out, desk.calendar().opens, LONDON)
    return desk.book.keep_issue(issue.published(answers, named(by), desk.clock.now(), morning))


def stop(desk: BulletinDesk, key: IssueKey) -> Issue:
    """An issue open again; whoever stops it twice has stopped it.

    Raises:
        BulletinError: it is going out already.
    """
    issue = desk.issue(key)
    return issue if issue.state is IssueState.OPEN else desk.book.keep_issue(issue.stopped())


def go_out(desk: BulletinDesk, key: IssueKey) -> Issue:
    """An issue whose hold is over, on its way with everything in it; for the engine, as often as it likes.

    Raises:
        BulletinError: it is not held, or not long enough.
    """
    for _ in range(_TRIES - 1):
        with suppress(BulletinError):  # somebody stopped it, or claimed an item, at that very moment
            return _go_out(desk, key)
    return _go_out(desk, key)


def gone_out(desk: BulletinDesk, key: IssueKey) -> Issue:
    """An issue of which every delivery was tried to its end; for the engine, as often as it likes.

    Raises:
        BulletinError: it is not going out.
    """
    issue = desk.issue(key)
    return issue if issue.state is IssueState.OUT else desk.book.keep_issue(issue.out(desk.clock.now()))


def _go_out(desk: BulletinDesk, key: IssueKey) -> Issue:
    issue, now = desk.issue(key), desk.clock.now()
    if issue.state in _BEING_SENT:
        return issue
    going = issue.going_out(now)
    gone = Move(MoveKind.WENT_OUT, now, issue.published_by or _NOBODY, into=str(key))
    ready = (item for item in items_of(desk, issue) if item.state is ItemState.READY)
    return desk.book.keep_issue(going, [(item.after(gone), gone) for item in ready])


def _is_by(issue: Issue, by: Person) -> bool:
    return issue.published_by is not None and issue.published_by.address == by.address


_NOBODY = Person("Sendwell", "")
