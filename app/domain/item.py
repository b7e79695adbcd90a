"""What becomes of an item for the bulletin?

Somebody submits an Item; an editor claims it, edits it, sends it back or makes it ready; it goes out in an
Issue. Every step is a Move that is kept, so an item tells its own history and an editor sees what changed.
This page holds the nouns and the legal moves between their states; arithmetic only.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any, NamedTuple

from app.domain.errors import BulletinError
from app.domain.item_text import ItemText

WHY_MAX = 500
_YEARS, _NUMBERS = range(1900, 9000), range(1, 1000)
"""What an issue can be of and be called: databases hold no number of any length, and dates end with 9999."""


class IssueKey(NamedTuple):
    """Which issue: the year in which the school year began, and the issue's number in it."""

    year: int
    number: int

    def __str__(self) -> str:
        """As in addresses of pages: ``2026-27-12``."""
        return f"{self.year}-{(self.year + 1) % 100:02}-{self.number}"

    @classmethod
    def parse(cls, text: str) -> "IssueKey":
        """From `str(key)`. Raises BulletinError."""
        year, _, rest = text.partition("-")
        after, _, number = rest.partition("-")
        try:
            key = cls(int(year), int(number))
        except ValueError:
            raise BulletinError("There is no such issue.") from None
        if str(key) != text or not after or key.year not in _YEARS or key.number not in _NUMBERS:
            raise BulletinError("There is no such issue.")
        return key


class ItemState(StrEnum):
    """Where an item stands."""

    NEW = "new"
    NEEDS_WORK = "needs-work"
    """Sent back to whoever submitted it, with a reason."""
    READY = "ready"
    """May be placed in an issue."""
    OUT = "out"
    DECLINED = "declined"
    MERGED = "merged"
    """Told in another item."""
    WITHDRAWN = "withdrawn"
    """Taken back by whoever submitted it."""
    TURNED_BACK = "turned-back"
    """The request for a mail that it was made of is one again."""


AT_THE_DESK = frozenset({ItemState.NEW, ItemState.NEEDS_WORK, ItemState.READY})
PUT_ASIDE = frozenset({ItemState.DECLINED, ItemState.MERGED})
"""By an editor, and so an editor can take it up again."""
ENDED = frozenset({ItemState.NEEDS_WORK, *PUT_ASIDE, ItemState.WITHDRAWN, ItemState.TURNED_BACK})
"""Those that are deleted when nobody touched them for long. What nobody came back to has ended too."""


@dataclass(frozen=True, slots=True)
class Person:
    """A member of staff as a desk names one."""

    name: str
    address: str


class MoveKind(StrEnum):
    """What somebody did with an item."""

    SUBMITTED = "submitted"
    RESUBMITTED = "resubmitted"
    CLAIMED = "claimed"
    HANDED_OVER = "handed-over"
    LET_GO = "let-go"
    EDITED = "edited"
    SENT_BACK = "sent-back"
    MADE_READY = "made-ready"
    PLACED = "placed"
    TAKEN_OUT = "taken-out"
    """Taken out of the issue it was placed in."""
    DECLINED = "declined"
    MERGED = "merged"
    TOOK_IN = "took-in"
    """Another item was merged into this one: its sender follows this one from now on."""
    GAVE_BACK = "gave-back"
    """An item that was merged into this one stands alone again."""
    TAKEN_UP = "taken-up"
    """Back at the desk, after it was declined or merged."""
    WITHDRAWN = "withdrawn"
    TURNED_BACK = "turned-back"
    WENT_OUT = "went-out"


@dataclass(frozen=True, slots=True)
class Move:
    """One step in an item's life. `text` is what it said afterwards, when the step changed that.

    `to` is the editor it was handed to; `into` the issue it was placed in, or the item it was merged into,
    took in or gave back.
    """

    kind: MoveKind
    at: datetime
    by: Person
    why: str = ""
    text: ItemText | None = None
    to: Person | None = None
    into: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """An item as it stands. `version` counts its moves, so that nobody overwrites a move unseen."""

    id: str
    text: ItemText
    sender: Person
    submitted_at: datetime
    state: ItemState = ItemState.NEW
    editor: Person | None = None
    """Who has claimed it."""
    issue: IssueKey | None = None
    """Where it is placed, or went out."""
    merged_into: str = ""
    version: int = 1

    def after(self, move: Move) -> "Item":
        """The item once `move` is made.

        Raises:
            BulletinError: it cannot be made from here, or not by this person; the message says why.
        """
        if self.state not in _FROM[move.kind] or (move.kind in _NEEDS_ISSUE and self.issue is None):
            raise BulletinError(f"That cannot be done: the item {_SAID[self.state]}.")
        if move.kind in _BY_ITS_EDITOR and self.editor and self.editor.address != move.by.address:
            raise BulletinError(f"{self.editor.name} is working on this item.")
        if move.kind in _BY_ITS_SENDER and move.by.address != self.sender.address:
            raise BulletinError("Only the person who submitted an item can do that.")
        if move.kind in _NEEDS_WHY and not move.why.strip():
            raise BulletinError("Say why, in a sentence.", "why")
        if len(move.why) > WHY_MAX:
            raise BulletinError(f"Say why in at most {WHY_MAX} characters.", "why")
        if move.kind is MoveKind.HANDED_OVER and move.to is None:
            raise BulletinError("Say to whom.", "to")
        text = self.text if move.text is None else move.text
        return replace(self, text=text, version=self.version + 1, **_EFFECT[move.kind](move))


# What a move changes beside the text.
_EFFECT: Mapping[MoveKind, Callable[[Move], Mapping[str, Any]]] = {
    MoveKind.SUBMITTED: lambda _: {},
    MoveKind.RESUBMITTED: lambda _: {"state": ItemState.NEW},
    MoveKind.CLAIMED: lambda move: {"editor": move.by},
    MoveKind.HANDED_OVER: lambda move: {"editor": move.to},
    MoveKind.LET_GO: lambda _: {"editor": None},
    MoveKind.EDITED: lambda _: {},
    MoveKind.SENT_BACK: lambda _: {"state": ItemState.NEEDS_WORK, "issue": None},
    MoveKind.MADE_READY: lambda _: {"state": ItemState.READY},
    MoveKind.PLACED: lambda move: {"issue": IssueKey.parse(move.into)},
    MoveKind.TAKEN_OUT: lambda _: {"issue": None},
    MoveKind.DECLINED: lambda _: {"state": ItemState.DECLINED, "issue": None},
    MoveKind.MERGED: lambda move: {"state": ItemState.MERGED, "issue": None, "merged_into": move.into},
    MoveKind.TOOK_IN: lambda _: {},
    MoveKind.GAVE_BACK: lambda _: {},
    MoveKind.TAKEN_UP: lambda move: {"state": ItemState.NEW, "editor": move.by, "merged_into": ""},
    MoveKind.WITHDRAWN: lambda _: {"state": ItemState.WITHDRAWN, "issue": None},
    MoveKind.TURNED_BACK: lambda _: {"state": ItemState.TURNED_BACK, "issue": None},
    MoveKind.WENT_OUT: lambda _: {"state": ItemState.OUT},
}
_FROM: Mapping[MoveKind, frozenset[ItemState]] = {
    MoveKind.SUBMITTED: frozenset(),  # an item begins with it
    MoveKind.RESUBMITTED: frozenset({ItemState.NEEDS_WORK}),
    MoveKind.CLAIMED: AT_THE_DESK,
    MoveKind.HANDED_OVER: AT_THE_DESK,
    MoveKind.LET_GO: AT_THE_DESK,
    MoveKind.EDITED: AT_THE_DESK,
    MoveKind.SENT_BACK: frozenset({ItemState.NEW, ItemState.READY}),
    MoveKind.MADE_READY: frozenset({ItemState.NEW, ItemState.NEEDS_WORK}),
    MoveKind.PLACED: frozenset({ItemState.READY}),
    MoveKind.TAKEN_OUT: frozenset({ItemState.READY}),
    MoveKind.DECLINED: AT_THE_DESK,
    MoveKind.MERGED: AT_THE_DESK,
    MoveKind.TOOK_IN: AT_THE_DESK | {ItemState.OUT},
    MoveKind.GAVE_BACK: frozenset(ItemState),
    MoveKind.TAKEN_UP: PUT_ASIDE,
    MoveKind.WITHDRAWN: AT_THE_DESK,
    MoveKind.TURNED_BACK: AT_THE_DESK,
    MoveKind.WENT_OUT: frozenset({ItemState.READY}),
}
_BY_ITS_EDITOR = frozenset(
    {
        MoveKind.HANDED_OVER,
        MoveKind.LET_GO,
        MoveKind.EDITED,
        MoveKind.SENT_BACK,
        MoveKind.MADE_READY,
        MoveKind.DECLINED,
        MoveKind.MERGED,
        MoveKind.TURNED_BACK,
    }
)
_BY_ITS_SENDER = frozenset({MoveKind.RESUBMITTED, MoveKind.WITHDRAWN})
_NEEDS_ISSUE = frozenset({MoveKind.TAKEN_OUT, MoveKind.WENT_OUT})
_NEEDS_WHY = frozenset({MoveKind.SENT_BACK, MoveKind.DECLINED})
_SAID = {
    ItemState.NEW: "is new",
    ItemState.NEEDS_WORK: "was sent back and waits for its sender",
    ItemState.READY: "is ready",
    ItemState.OUT: "has gone out",
    ItemState.DECLINED: "was declined",
    ItemState.MERGED: "was merged into another",
    ItemState.WITHDRAWN: "was taken back by its sender",
    ItemState.TURNED_BACK: "is a request for a mail again",
}
