"""What does one line of a list at the desk say of an item?"""

from collections.abc import Sequence
from dataclasses import dataclass

from app.bulletin.printed.said_for_whom import ListNames, said
from app.bulletin.submit import closes_before
from app.domain.issue import Issue
from app.domain.item import Item, ItemState, Move, MoveKind
from app.web.desk.room import DeskRoom


@dataclass(frozen=True, slots=True)
class Row:
    """One item in a list. `focus` is the button that was pressed, so that the keyboard stays where it was."""

    item: Item
    for_whom: str
    is_mine: bool = False
    is_late: bool = False
    """It closes before the issue goes out."""
    came_late: bool = False
    """It came after the cut-off."""
    can_place: bool = False
    is_held_back: bool = False
    """A check does not let it out as it is now."""
    alike: Sequence[Item] = ()
    focus: str = ""
    back: Move | None = None
    """How it was sent back to its sender."""


def sent_back(room: DeskRoom, item: Item) -> Move | None:
    """Who sent it back last, and why, while it waits for its sender."""
    if item.state is not ItemState.NEEDS_WORK:
        return None
    moves = reversed(room.desk.book.history(item.id))
    return next((move for move in moves if move.kind is MoveKind.SENT_BACK), None)


def row(item: Item, lists: ListNames, issue: Issue | None = None, person: str = "") -> Row:
    """The line for an item, as `person` sees it beside `issue`."""
    is_late = issue is not None and closes_before(item.text, issue)
    return Row(
        item,
        said(item.text.for_whom, lists),
        is_mine=item.editor is not None and item.editor.address == person,
        is_late=is_late,
        came_late=issue is not None and item.submitted_at >= issue.cut_off,
        can_place=item.state is ItemState.READY and item.issue is None and not is_late,
    )
