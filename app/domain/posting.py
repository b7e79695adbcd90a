"""Who may post on behalf of whom, where, about what, and until when?

A Permission is one entry of the register of posters. It is never changed: every change is a new entry that
follows the one before, so the register tells its own history.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from app.domain.address import normal_address

ENDING_SOON = timedelta(days=30)


class Outlet(StrEnum):
    """Where something is posted. A mailing list counts: the trust's policy lists it as social media."""

    BULLETIN = "bulletin"
    MAILING_LIST = "mailing-list"
    WEBSITE = "website"
    SOCIAL_ACCOUNT = "social-account"


class PermissionState(StrEnum):
    """How a permission stands on a day."""

    NOT_YET = "not-yet"
    IN_FORCE = "in-force"
    ENDING_SOON = "ending-soon"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Permission:
    """Leave to post. `ends` is the last day; `place` names the list, site or account."""

    address: str
    name: str
    on_behalf_of: str
    outlet: Outlet
    place: str
    capacity: str
    """As what the person posts: "as SENCO"."""
    scope: str
    """What may be posted: "dates and reminders, no pictures of pupils"."""
    subject: str
    """About what: "the SEN discussion group"."""
    given_by: str
    starts: date
    ends: date

    def state(self, day: date) -> PermissionState:
        """How it stands on `day`."""
        if day > self.ends or self.ends < self.starts:
            return PermissionState.ENDED
        if day < self.starts:
            return PermissionState.NOT_YET
        is_soon = self.ends - day <= ENDING_SOON
        return PermissionState.ENDING_SOON if is_soon else PermissionState.IN_FORCE

    def covers(self, day: date) -> bool:
        """Whether it is in force on `day`."""
        return self.starts <= day <= self.ends


@dataclass(frozen=True, slots=True)
class PermissionEntry:
    """One line in a permission's history. `follows` is the number of the entry before; 0 for the first."""

    number: int
    key: str
    """Tells permissions apart; the same in every entry of one."""
    permission: Permission
    at: datetime
    by: str
    why: str
    follows: int = 0


@dataclass(frozen=True, slots=True)
class Champion:
    """The trained digital champion of a school or trust, and who named them. An empty name: nobody is."""

    on_behalf_of: str
    address: str
    name: str
    at: datetime
    by: str


def in_force(entries: Iterable[PermissionEntry]) -> tuple[Permission, ...]:
    """The permissions as the last entry of each says, whenever they begin and end. Entries: oldest first."""
    return tuple({entry.key: entry.permission for entry in entries}.values())


def may_post(register: Iterable[Permission], person: str, outlet: Outlet, at: date) -> bool:
    """Whether the register lets `person` (an address, in any spelling) post there on that day."""
    return any(True for _ in permissions_of(register, person, outlet, at))


def permissions_of(
    register: Iterable[Permission], person: str, outlet: Outlet, at: date
) -> Iterable[Permission]:
    """What lets `person` post there on that day: on whose behalf, and within which scope."""
    wanted = normal_address(person)
    return (p for p in register if p.address == wanted and wanted and p.outlet is outlet and p.covers(at))
