"""How does a school leave a subscription list by the link in a mail?

The link names the mailing, and its reader by a code that only this installation can make. Only mail to one
subscription list has such a link: what every school must know has no way out. The same link again does no
harm.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from app.bulletin.mailing.message_id import MessageIds
from app.bulletin_ports import AddressBook, Mailings
from app.domain.mailing import Mailing

LEAVE = "/leave"
"""Where on the website it is done."""
_SCHOOLS_MAX = 100


@dataclass(frozen=True, slots=True)
class LeaveDesk:
    """What is needed for it. `take_off` takes a school off a list, if it is on it."""

    mailings: Mailings
    book: AddressBook
    ids: MessageIds
    take_off: Callable[[str, str], bool]
    name_of: Callable[[str], str]
    """What a list is called; empty when it has ended."""


@dataclass(frozen=True, slots=True)
class Leaving:
    """A link that is ours, and the list that it leaves."""

    mailing: Mailing
    reader: str
    subscription: str


def leaving(desk: LeaveDesk, number: str, code: str) -> Leaving | None:
    """What a link means; None when it is not one of ours, or its mailing is forgotten. Looks nobody up."""
    reader = desk.ids.reader_of_leave_code(number, code)
    mailing = desk.mailings.mailing(number) if reader else None
    lists = mailing.for_whom.lists if mailing else frozenset()
    return Leaving(mailing, reader, min(lists)) if mailing and len(lists) == 1 else None


def leave(desk: LeaveDesk, link: Leaving) -> int:
    """Take off every school that this reader's address stands for; how many there were."""
    whom = replace(link.mailing.for_whom, lists=frozenset({link.subscription}))
    left = 0
    while left < _SCHOOLS_MAX:  # an address of several schools comes in the name of one
        mine = (e for e in desk.book.entries(whom) if desk.ids.token(link.mailing.id, e.key) == link.reader)
        entry = next(mine, None)
        if entry is None or not desk.take_off(link.subscription, entry.urn):
            break
        left += 1
    return left
