"""Where is it looked up what is held about one person, who asked for it, and what was deleted when?

The part of ``app/ports.py`` about people's rights. Same rules: Protocols with their contracts, fakes in
``tests/rights_fakes.py``.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from app.domain.rights import AccessRequest, Way, Whoever


@dataclass(frozen=True, slots=True)
class HeldRow:
    """One row in which a person is found, as it stands. `is_about` them, or else they only wrote it."""

    values: Mapping[str, object]
    is_about: bool


class HeldRows(Protocol):
    """Every row of every table in which one person can be found."""

    def rows(
        self, table: str, columns: Collection[str], ways: Sequence[Way], who: Whoever
    ) -> Sequence[HeldRow]:
        """The rows of a table that any of the ways leads to, each once, oldest first by its key."""
        ...


class AccountCodes(Protocol):
    """Which code of an account belongs to which code of an address: checks are kept under the former."""

    def link(self, account: str, address: str, day: date) -> None:
        """Keep that both are one person's, and the day; codes only."""
        ...

    def accounts(self, address: str) -> frozenset[str]:
        """The codes of the accounts that belong to the code of an address."""
        ...

    def addresses(self) -> Mapping[str, str]:
        """The code of the address that belongs to each code of an account."""
        ...

    def forget_before(self, day: date) -> int:
        """Delete those last met before `day`, and tell how many there were."""
        ...


class AccessRequests(Protocol):
    """Every request for what is held about somebody."""

    def begin(self, request: AccessRequest) -> None:
        """Keep a new one, durably."""
        ...

    def request(self, number: str) -> AccessRequest | None:
        """One of them."""
        ...

    def all(self) -> Sequence[AccessRequest]:
        """Every one, newest first."""
        ...

    def about(self, address: str) -> Sequence[AccessRequest]:
        """Those about one person (an address in its normal spelling), newest first."""
        ...

    def keep(self, request: AccessRequest) -> None:
        """Keep one as it stands after a step, durably.

        Raises AccessError when it is not the version after the one that is held.
        """
        ...

    def forget_before(self, moment: datetime) -> int:
        """Delete those that were made before `moment`, and tell how many there were."""
        ...


@dataclass(frozen=True, slots=True)
class Deletion:
    """That a kind of data was looked through for what is past its time.

    `gone` rows were deleted, and `held` were past their time and stay all the same. `failed` names what went
    wrong; empty when it was done.
    """

    kind: str
    day: date
    at: datetime
    before: datetime
    gone: int
    held: int = 0
    failed: str = ""


class Deletions(Protocol):
    """What was deleted when its time was over."""

    def keep(self, deletion: Deletion) -> None:
        """Keep one, durably, in place of that of the same kind and day; what went is added up."""
        ...

    def of_day(self, day: date) -> Mapping[str, Deletion]:
        """What was looked through on one day, by kind."""
        ...

    def recent(self, since: date) -> Sequence[Deletion]:
        """From a day on, newest first."""
        ...

    def forget_before(self, day: date) -> int:
        """Delete what is noted of days before `day`, and tell how much there was."""
        ...
