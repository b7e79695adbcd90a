"""What does the bulletin need from outside the process?

The part of ``app/ports.py`` that is about the bulletin: its book of items, issues and requests, the address
book of a mail-out, what becomes of each delivery, and who carries a message.
Protocols with their contracts; the fakes are in ``tests/bulletin_fakes.py``.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from enum import StrEnum
from typing import Protocol

from app.domain.bulk_request import BulkRequest, RequestState
from app.domain.for_whom import ForWhom
from app.domain.issue import Issue
from app.domain.item import IssueKey, Item, ItemState, Move
from app.domain.mailing import UNLIMITED, Mailing, Pace
from app.domain.school import Phase


@dataclass(frozen=True, slots=True)
class Read:
    """What a text means: in `vector` all of it, in `words` each word where it stands; each of length one.

    The nearer two meanings are, the nearer to 1 is the product of their vectors. `places` are those of the
    words, in code points of the text, the end left out; what is over the network's limit has none.
    """

    vector: Sequence[float]
    places: Sequence[tuple[int, int]]
    words: Sequence[Sequence[float]]


class Meanings(Protocol):
    """What texts mean, in numbers. The same text always means the same; no text is kept."""

    def read(self, text: str) -> Read:
        """What a text means.

        Raises ModelError when what reads it is not there.
        """
        ...


class BulletinBook(Protocol):
    """Items with their moves, issues and requests. Nothing accepted is ever lost, or overwritten unseen."""

    def item(self, number: str) -> Item | None:
        """One item by its id."""
        ...

    def items(
        self, states: Collection[ItemState] = (), issue: IssueKey | None = None, sender: str = ""
    ) -> Sequence[Item]:
        """Items in any of the states (all when none is named), of an issue, of a sender; newest first."""
        ...

    def moved_last(self, states: Collection[ItemState], most: int) -> Sequence[tuple[Item, Move]]:
        """Items in any of the states, each with its last move: at most so many, the last moved first."""
        ...

    def history(self, number: str) -> Sequence[Move]:
        """The moves of an item, oldest first."""
        ...

    def begin(self, item: Item, move: Move) -> None:
        """Keep a new item with its first move; durable when it returns. The same again changes nothing.

        Raises BulletinError when another item (of another sender, or with another text) has this id.
        """
        ...

    def keep(self, item: Item, move: Move, *others: tuple[Item, Move]) -> None:
        """Keep an item after a move, durably, and others after theirs in the same transaction.

        Raises BulletinError when somebody moved one meanwhile (`item.version` is not the next).
        """
        ...

    def issue(self, key: IssueKey) -> Issue | None:
        """One issue, if anybody ever changed it."""
        ...

    def issues(self) -> Sequence[Issue]:
        """Every issue that is kept, newest first."""
        ...

    def keep_issue(self, issue: Issue, moved: Sequence[tuple[Item, Move]] = ()) -> Issue:
        """Keep an issue as it now stands, durably; it comes back with its next version.

        Items that moved with it are kept in the same transaction: all of it, or nothing.
        Raises BulletinError when somebody changed it, or moved one of the items, meanwhile.
        """
        ...

    def request(self, number: str) -> BulkRequest | None:
        """One request by its id."""
        ...

    def requests(self, states: Collection[RequestState] = (), sender: str = "") -> Sequence[BulkRequest]:
        """Requests in any of the states (all when none is named), of a sender; newest first."""
        ...

    def begin_request(self, request: BulkRequest) -> None:
        """Keep a new request; durable when it returns. The same again changes nothing.

        Raises BulletinError when another request (of another sender, or for something else) has this id.
        """
        ...

    def keep_request(self, request: BulkRequest, moved: tuple[Item, Move] | None = None) -> None:
        """Keep a request after a decision, durably; with it the new item that it was turned into.

        Or the one (from its second version on) that is a request again.
        Raises BulletinError when one was moved meanwhile; nothing is kept then.
        """
        ...

    def forget_before(self, moment: datetime) -> int:
        """Delete items and requests that ended before `moment` and never went out; tell how many.

        An item that its sender was asked to work on, and did not, has ended too. Of what went out before,
        the text as it went out stays; what it said on the way there goes.
        """
        ...


@dataclass(frozen=True, slots=True)
class Entry:
    """One address of the directory, known by its keyed hash."""

    key: str
    urn: str
    phase: Phase
    role: str = ""


class AddressBook(Protocol):
    """The addresses of schools, for the mail-out alone: no page and no command ever lists them.

    They are kept sealed, under a key that is not in the database, and opened for one batch at a time.
    """

    def count(self, for_whom: ForWhom) -> Mapping[str, int]:
        """How many it would reach: `schools`, `addresses`, `unreachable` schools (none, or bounced)."""
        ...

    def entries(self, for_whom: ForWhom) -> Iterable[Entry]:
        """Every entry that it would reach, by its key; an address of two schools comes once."""
        ...

    def addresses(self, keys: Collection[str], purpose: str, by: str = "") -> Mapping[str, str]:
        """Key to address, for those still held and not refused for good.

        The lookup is recorded: how many, when, what for, and for whom (`by`; empty: the service itself).
        """
        ...

    def refused(self, key: str, reason: str, at: datetime, *, for_good: bool) -> None:
        """Note that an address refused a message, or bounced; it is left out once it has for good."""
        ...


class DeliveryState(StrEnum):
    """What became of one message to one address."""

    WAITING = "waiting"
    IN_FLIGHT = "in-flight"
    """Handed to the carrier, which has not said what became of it."""
    SENT = "sent"
    REFUSED = "refused"
    """For good: no further try is made."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """One message to one address of one mailing. `mailing` and `key` (the address's) are unique together."""

    mailing: str
    key: str
    variant: str
    """Which of the mailing's texts it gets: the phase whose items come first."""
    state: DeliveryState = DeliveryState.WAITING
    tries: int = 0
    reason: str = ""
    next_try: datetime | None = None
    worker: str = ""
    """In whose name it is in flight."""


class Mailings(Protocol):
    """The mailings that went out or are going out, each with its texts as they were when it began."""

    def begin(self, mailing: Mailing) -> None:
        """Keep a new mailing; durable when it returns. One that was begun already stays as it is."""
        ...

    def mailing(self, number: str) -> Mailing | None:
        """One mailing by its id."""
        ...

    def going(self) -> Sequence[Mailing]:
        """Those that have not ended, oldest first."""
        ...

    def halt(self, number: str, why: str) -> None:
        """Note why none of it can be sent at present, in words for the desk; empty when it can again."""
        ...

    def end(self, number: str, at: datetime) -> None:
        """Every delivery of it has been tried to its end. The first time that is said counts."""
        ...

    def forget_before(self, moment: datetime) -> int:
        """Delete mailings that ended before `moment`, with their deliveries; the number of mailings."""
        ...


class Workers(Protocol):
    """Which processes are at work: each says so every few seconds."""

    def beat(self, worker: str, at: datetime) -> None:
        """This worker lives."""
        ...

    def signs(self) -> Mapping[str, datetime]:
        """The last sign of each, by its own clock: it tells whether there was another, and no more."""
        ...

    def bury(self, worker: str) -> None:
        """What this one left behind has been given to others."""
        ...


@dataclass(frozen=True, slots=True)
class Said:
    """What a carrier said of some messages that wait for another try, or are refused, and of how many."""

    state: DeliveryState
    reason: str
    messages: int


class Deliveries(Protocol):
    """What becomes of each message of each mailing: the truth about a mail-out, whatever else crashes."""

    def plan(self, mailing: str, planned: Iterable[tuple[Entry, str]]) -> int:
        """Write a row for each entry and its variant, once: rows that are there stay. The number of rows."""
        ...

    def take(
        self, mailing: str, worker: str, at: datetime, most: int, pace: Pace = UNLIMITED
    ) -> Sequence[Delivery]:
        """Up to `most` deliveries that are due, those that waited longest first; one more try of each.

        They are now in flight in this worker's name. No two workers are given the same one, and all workers
        together keep to the pace. What a dead worker had in flight is due again (`give_up`).
        """
        ...

    def settle(self, settled: Sequence[Delivery]) -> int:
        """Keep, durably, what became of those that were taken: sent, refused, or waiting for the next try.

        Only for those that are still in flight in the same worker's name; the number of those.
        """
        ...

    def give_up(self, worker: str) -> int:
        """Make everything due again that a worker, now gone, had in flight; the number of rows.

        Those in the names of its hands too: ``worker/anything``.
        """
        ...

    def next_due(self, mailing: str) -> datetime | None:
        """When the first of those that wait is due; None when none waits. Long ago is at once."""
        ...

    def progress(self, mailing: str) -> Mapping[DeliveryState, int]:
        """How many are in each state."""
        ...

    def reasons(self, mailing: str) -> Sequence[Said]:
        """Why messages wait for another try or are refused: at most ten reasons, the commonest first."""
        ...


class Refusal(StrEnum):
    """Why a carrier did not take a message."""

    LATER = "later"
    """Greylisted, throttled, down: the same message may be tried again."""
    THIS_ADDRESS = "this-address"
    """No such mailbox, or it will not have it."""
    EVERYTHING = "everything"
    """Nothing can be sent (credentials, sender refused): somebody must mend it; all waits."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a carrier said of one address. `refusal` is None when it was taken.

    `retry_after` is in seconds, where the carrier asked for it. `reason` is short and names no address.
    """

    refusal: Refusal | None = None
    reason: str = ""
    retry_after: float | None = None


class Publisher(Protocol):
    """Carries messages: SMTP or Microsoft Graph."""

    @property
    def most_at_once(self) -> int:
        """How many addresses one call may be given."""
        ...

    def send(self, messages: Sequence[tuple[str, EmailMessage]]) -> Sequence[Outcome]:
        """Hand over pairs of address and message; one outcome each, in order.

        Raises nothing for a fault of the carrier's.
        """
        ...
