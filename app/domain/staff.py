"""Who works here, and who has signed the policy?

A StaffMember is one row of the organisation's own list. A Signature says that somebody read a Version of the
policy; it names them, because a register has to, and it is never changed: a wrong one is withdrawn and stays.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class StaffKind(StrEnum):
    """How somebody works for the organisation. The policy is for all of them, paid or not."""

    PERMANENT = "permanent"
    TEMPORARY = "temporary"
    AGENCY = "agency"
    UNPAID = "unpaid"
    VOLUNTEER = "volunteer"
    GOVERNOR = "governor"


@dataclass(frozen=True, slots=True)
class StaffMember:
    """One person on the list. `address` is in its normal spelling; `ends` is the last day."""

    address: str
    name: str
    kind: StaffKind = StaffKind.PERMANENT
    team: str = ""
    starts: date | None = None
    ends: date | None = None

    def has_left(self, day: date) -> bool:
        """Whether the last day is past."""
        return self.ends is not None and self.ends < day


@dataclass(frozen=True, slots=True)
class Version:
    """Which policy it was that somebody read, as three short hashes.

    `cards` stands for the words of the cards, `rules` for those of the rules behind them, `notice` for what
    is kept and how long. Only other cards ask for a new signature; another notice asks to be read again.
    """

    cards: str
    rules: str
    notice: str

    def __str__(self) -> str:
        """One word, as a form carries it."""
        return f"{self.cards}.{self.rules}.{self.notice}"


@dataclass(frozen=True, slots=True)
class Signature:
    """Somebody read a version of the policy. `withdrawn_at` marks one that was given by mistake."""

    number: int
    address: str
    name: str
    version: Version
    signed_at: datetime
    withdrawn_at: datetime | None = None
    withdrawn_by: str = ""
    why: str = ""

    @property
    def stands(self) -> bool:
        """Whether it was not withdrawn."""
        return self.withdrawn_at is None


@dataclass(frozen=True, slots=True)
class Edition:
    """The cards that one hash stands for, as people saw them, and since when they are in force."""

    cards: str
    text: tuple[tuple[str, str], ...]
    """Title and words of each card."""
    since: datetime
