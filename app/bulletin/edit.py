"""What does an editor do with an item?

Each takes the version that the editor saw, so that nobody changes what they have not read.
"""

from app.bulletin.desk import BulletinDesk, keep, line, move, named
from app.bulletin.submit import checked
from app.domain.errors import BulletinError
from app.domain.item import AT_THE_DESK, Item, ItemState, Move, MoveKind, Person
from app.domain.item_text import ItemText


def claim(desk: BulletinDesk, number: str, by: Person, *, take_over: bool = False) -> Item:
    """An item that `by` works on now; with `take_over` also one that somebody else has.

    Raises:
        BulletinError: somebody else has it, or it is not at the desk any more.
    """
    item = desk.item(number)
    if item.editor and item.editor.address == by.address:
        return item
    if item.editor and not take_over:
        raise BulletinError(f"{item.editor.name} is working on this item.")
    return keep(desk, item, Move(MoveKind.CLAIMED, desk.clock.now(), named(by)))


def hand_over(desk: BulletinDesk, number: str, seen: int, by: Person, to: Person) -> Item:
    """An item that somebody else works on from now on. Raises BulletinError."""
    step = Move(MoveKind.HANDED_OVER, desk.clock.now(), named(by), to=named(to))
    return move(desk, number, seen, step)


def let_go(desk: BulletinDesk, number: str, seen: int, by: Person) -> Item:
    """An item that nobody works on. Raises BulletinError."""
    return move(desk, number, seen, Move(MoveKind.LET_GO, desk.clock.now(), named(by)))


def edit(  # noqa: PLR0913, PLR0917 - what is changed, by whom, and why
    desk: BulletinDesk, number: str, seen: int, text: ItemText, by: Person, why: str = ""
) -> Item:
    """An item with other words; as it is when nothing would change. `why` where a check asks for a reason.

    Raises:
        BulletinError: the text has faults (by field), somebody else works on it, or its issue is published.
    """
    right = checked(desk, text)
    item = desk.item(number)
    if item.version == seen and right == item.text and not why:
        return item
    return move(desk, number, seen, Move(MoveKind.EDITED, desk.clock.now(), named(by), line(why), right))


def send_back(desk: BulletinDesk, number: str, seen: int, by: Person, why: str) -> Item:
    """An item that its sender has to work on; taken out of its issue. Raises BulletinError."""
    return move(desk, number, seen, Move(MoveKind.SENT_BACK, desk.clock.now(), named(by), line(why)))


def make_ready(desk: BulletinDesk, number: str, seen: int, by: Person, why: str = "") -> Item:
    """An item that may be placed in an issue; `why` where a check asks for a reason. Raises BulletinError."""
    return move(desk, number, seen, Move(MoveKind.MADE_READY, desk.clock.now(), named(by), line(why)))


def decline(desk: BulletinDesk, number: str, seen: int, by: Person, why: str) -> Item:
    """An item that does not go out; taken out of its issue. Raises BulletinError."""
    return move(desk, number, seen, Move(MoveKind.DECLINED, desk.clock.now(), named(by), line(why)))


def merge(desk: BulletinDesk, number: str, seen: int, into: str, by: Person) -> Item:
    """An item told in another one, which its sender follows from now on; both are kept together.

    Raises:
        BulletinError: they are the same, or the other one will not go out and has not.
    """
    item, other, at = desk.item(number), desk.item(into), desk.clock.now()
    if item.state is ItemState.MERGED and item.merged_into == other.id:
        return item  # a second click
    if item.id == other.id or other.state not in AT_THE_DESK | {ItemState.OUT}:
        raise BulletinError("Choose another item, one that goes out or has gone out.", "into")
    if item.version != seen:
        raise BulletinError("Somebody changed this item meanwhile. Look at that first.")
    taken = Move(MoveKind.TOOK_IN, at, named(by), into=item.id)
    step = Move(MoveKind.MERGED, at, named(by), into=other.id)
    return keep(desk, item, step, (other.after(taken), taken))


def take_up(desk: BulletinDesk, number: str, seen: int, by: Person, why: str = "") -> Item:
    """An item that was declined or merged, at the desk again: `by` works on it, and its sender follows it.

    What it was merged into keeps its words, and tells in its history that the two stand alone again.

    Raises:
        BulletinError: it was neither declined nor merged, or somebody moved it meanwhile.
    """
    item, at = desk.item(number), desk.clock.now()
    step = Move(MoveKind.TAKEN_UP, at, named(by), line(why))
    other = desk.book.item(item.merged_into) if item.merged_into else None
    if other is None or item.version != seen:
        return move(desk, number, seen, step)
    gave = Move(MoveKind.GAVE_BACK, at, named(by), into=item.id)
    return keep(desk, item, step, (other.after(gave), gave))
