"""How does an item reach the desk, and what does its sender see of it afterwards?

The same submission twice (a double click, a reply that got lost) is one item. The sender is told at once when
the closing date lies before the issue that the item can go out in.
"""

from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum

from app.bulletin.desk import BulletinDesk, line, move, new_id, plain, sender_of
from app.domain.errors import BulletinError
from app.domain.issue import Issue
from app.domain.item import Item, ItemState, Move, MoveKind, Person
from app.domain.item_text import ItemText
from app.domain.verdict import NextIssue

CLOSES_WITHIN = timedelta(days=2 * 365)


class Stage(StrEnum):
    """How far an item has come, for whoever submitted it."""

    SUBMITTED = "submitted"
    CLAIMED = "claimed"
    """An editor has it."""
    SENT_BACK = "sent-back"
    READY = "ready"
    PLACED = "placed"
    OUT = "out"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class OwnItem:
    """An item as its sender sees it. `told_in` is the item that tells it too, when it was merged.

    `stage`, `why` and `issue` are then those of that one. `why` is the reason it came back, or was declined.
    """

    item: Item
    stage: Stage
    why: str = ""
    issue: Issue | None = None
    told_in: Item | None = None


@dataclass(frozen=True, slots=True)
class Fit:
    """Which issue a text can go out in, None when none is to come, and whether that is too late."""

    issue: NextIssue | None
    is_too_late: bool


def tidied(text: ItemText) -> ItemText:
    """With nothing in it that the book cannot hold: one line where one is meant, no empty links."""
    return replace(
        text,
        headline=line(text.headline),
        summary=line(text.summary),
        body=plain(text.body).strip(),
        contact=line(text.contact),
        links=tuple(dict.fromkeys(found for link in text.links if (found := line(link)))),
    )


def checked(desk: BulletinDesk, text: ItemText) -> ItemText:
    """Tidied. Raises BulletinError with everything that is wrong, by field."""
    tidy = tidied(text)
    if faults := {**_closes_never(desk, tidy), **desk.unknown(tidy), **tidy.faults()}:
        field, first = next(iter(faults.items()))
        raise BulletinError(first, field, faults)
    return tidy


def _closes_never(desk: BulletinDesk, text: ItemText) -> dict[str, str]:
    if text.closes is None or text.closes <= desk.today + CLOSES_WITHIN:
        return {}
    return {"closes": f"Give a closing date within two years, not in {text.closes.year}."}


def submit(desk: BulletinDesk, key: str, text: ItemText, sender: Person) -> Item:
    """A new item at the desk. `key` is the sender's own name for this submission, random and long.

    Raises:
        BulletinError: something is missing or too long (by field), or the key stands for another text.
    """
    who = sender_of(sender)
    number, right, at = new_id(who, key), checked(desk, text), desk.clock.now()
    desk.book.begin(Item(number, right, who, at), Move(MoveKind.SUBMITTED, at, who, text=right))
    return desk.item(number)


def fit(desk: BulletinDesk, text: ItemText) -> Fit:
    """When a text that is submitted now can go out, and whether it closes before that."""
    issue = desk.next_issue()
    is_past = text.closes is not None and text.closes < desk.today
    return Fit(issue, is_past or (issue is not None and closes_before(text, issue)))


def closes_before(text: ItemText, issue: Issue | NextIssue) -> bool:
    """Whether schools would read it after its closing date."""
    return text.closes is not None and text.closes < issue.goes_out


def resubmit(desk: BulletinDesk, number: str, seen: int, text: ItemText, sender: Person) -> Item:
    """An item that was sent back, with another text.

    Raises:
        BulletinError: it was not sent back, is another person's, or the text has faults (by field).
    """
    own_item(desk, number, sender)
    step = Move(MoveKind.RESUBMITTED, desk.clock.now(), sender_of(sender), text=checked(desk, text))
    return move(desk, number, seen, step)


def withdraw(desk: BulletinDesk, number: str, seen: int, sender: Person) -> Item:
    """An item taken back by its sender.

    Raises:
        BulletinError: it is another person's, is being published, or has gone out.
    """
    own_item(desk, number, sender)
    return move(desk, number, seen, Move(MoveKind.WITHDRAWN, desk.clock.now(), sender_of(sender)))


def own_item(desk: BulletinDesk, number: str, sender: Person) -> OwnItem:
    """One item, for its sender. Raises BulletinError when there is none, or it is another person's."""
    item = desk.book.item(number)
    if item is None or item.sender.address != sender_of(sender).address:
        raise BulletinError("There is no such item of yours.")
    return _as_seen(desk, item)


def _as_seen(desk: BulletinDesk, item: Item) -> OwnItem:
    last = item
    while last.merged_into:
        last = desk.item(last.merged_into)
    stage = _STAGES.get(last.state) or (Stage.PLACED if last.issue else Stage.READY)
    if stage is Stage.SUBMITTED and last.editor:
        stage = Stage.CLAIMED
    why = ""
    if stage in {Stage.SENT_BACK, Stage.DECLINED}:
        why = next((m.why for m in reversed(desk.book.history(last.id)) if m.kind in _TELL_WHY), "")
    issue = desk.issue(last.issue) if last.issue else None
    return OwnItem(item, stage, why, issue, None if last is item else last)


_TELL_WHY = frozenset({MoveKind.SENT_BACK, MoveKind.DECLINED})
_STAGES = {
    ItemState.NEW: Stage.SUBMITTED,
    ItemState.NEEDS_WORK: Stage.SENT_BACK,
    ItemState.OUT: Stage.OUT,
    ItemState.DECLINED: Stage.DECLINED,
    ItemState.WITHDRAWN: Stage.WITHDRAWN,
    ItemState.TURNED_BACK: Stage.WITHDRAWN,  # its sender follows the request again
}
