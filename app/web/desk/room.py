"""What is in the bulletin desk's room?

The book, the calendar, and what the pages ask of others: how many schools something reaches, what the checks
say of an item, which items are like it, and how far a mail-out has come. No page sees an address of a school.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from app.bulletin.layout import NO_WEBSITE, Masthead, Website
from app.bulletin_ports import DeliveryState
from app.domain.for_whom import ForWhom
from app.domain.item import IssueKey, Item, Person
from app.web.desk.item_form import Audiences


@dataclass(frozen=True, slots=True)
class Gate:
    """One thing that the checks say of an item. `is_stop`: it may not go out like this.

    `badge` is how loud it looks and `said` the word on it; `clause` says where that is written.
    """

    title: str
    message: str
    said: str = "Look"
    badge: str = "info"
    clause: str = ""
    is_stop: bool = False


@dataclass(frozen=True, slots=True)
class Gates:
    """What the checks say of an item, and which of them could not look."""

    found: tuple[Gate, ...] = ()
    not_checked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Alike:
    """An item that tells nearly the same."""

    item: Item


@dataclass(frozen=True, slots=True)
class HowFar:
    """How far a mail-out has come; `stuck` says why nothing can be sent at present."""

    states: Mapping[DeliveryState, int] = field(default_factory=dict)
    stuck: str = ""


@dataclass(frozen=True, slots=True)
class Reach:
    """How many it goes to, as numbers."""

    schools: int
    addresses: int
    unreachable: int = 0
