"""What waits at the desk, and how do items get into the issue at hand?"""

from collections.abc import Sequence
from dataclasses import dataclass

from app.bulletin.build_issue import current_issue, place
from app.bulletin.desk import BulletinDesk
from app.domain.errors import BulletinError
from app.domain.issue import Issue, IssueState
from app.domain.item import IssueKey, Item, ItemState, Person


@dataclass(frozen=True, slots=True)
class Placed:
    """How many items were placed, and what was said of the others."""

    number: int
    said: tuple[str, ...] = ()


def new_items(desk: BulletinDesk, person: Person) -> Sequence[Item]:
    """New items that nobody else works on, those that came first at the head."""
    found = desk.book.items({ItemState.NEW})
    free = (item for item in found if item.editor is None or item.editor.address == person.address)
    return sorted(free, key=lambda item: (item.submitted_at, item.id))


def ready_items(desk: BulletinDesk) -> Sequence[Item]:
    """Those that are ready and in no issue, those that came first at the head."""
    waiting = (item for item in desk.book.items({ItemState.READY}) if item.issue is None)
    return sorted(waiting, key=lambda item: (item.submitted_at, item.id))


def open_issue(desk: BulletinDesk) -> Issue | None:
    """The issue that is being put together, unless it is published already."""
    issue = current_issue(desk)
    return issue if issue is not None and issue.state is IssueState.OPEN else None


def place_each(desk: BulletinDesk, key: IssueKey, items: Sequence[Item], by: Person) -> Placed:
    """Place what can be placed; an item that cannot be does not keep the others out."""
    number, said = 0, []
    for item in items:
        try:
            place(desk, key, item.id, by)
            number += 1
        except BulletinError as error:
            said.append(f"{item.text.headline}: {error}")
    return Placed(number, tuple(said))
