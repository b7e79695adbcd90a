"""Where are the registers about staff kept?

The part of ``app/ports.py`` that is about people who work here: who is on the list, who signed the policy,
and who may post on behalf of whom. Same rules: Protocols with their contracts, fakes in ``tests/fakes.py``.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Protocol

from app.domain.posting import Champion, PermissionEntry
from app.domain.staff import Edition, Signature, StaffMember, Version


class StaffList(Protocol):
    """The organisation's own list of its people; there is never a second one."""

    def everyone(self) -> Sequence[StaffMember]:
        """All rows, by address; also those who have not started, or have left since the import."""
        ...

    def imported_at(self) -> datetime | None:
        """When the list was last replaced; None before the first time."""
        ...

    def replace(self, members: Sequence[StaffMember], at: datetime, by: str = "") -> None:
        """Put a whole list in place of the one before, in one transaction; `by` is whoever does."""
        ...

    def forget_left(self, day: date) -> int:
        """Delete everybody whose last day was before `day`, and tell how many there were."""
        ...


class Signatures(Protocol):
    """Who signed which version of the policy. None is changed; one that was a mistake is marked."""

    def add(self, address: str, name: str, version: Version, at: datetime) -> Signature:
        """Keep one, durably. An address that has one for this version already gets that one back."""
        ...

    def all(self) -> Sequence[Signature]:
        """Every signature, withdrawn ones too, newest first."""
        ...

    def of(self, address: str) -> Sequence[Signature]:
        """Those of one person (an address in its normal spelling), withdrawn ones too, newest first."""
        ...

    def withdraw(self, number: int, at: datetime, by: str, why: str) -> Signature | None:
        """Mark one as given by mistake; it stays. None when there is none that still stands."""
        ...

    def edition(self, cards: str, text: Sequence[tuple[str, str]], at: datetime) -> Edition:
        """The cards of this hash: kept with `at` when they were never met before, else as first kept."""
        ...

    def past_edition(self, cards: str) -> Edition | None:
        """The cards that a hash stands for; None when it was never met."""
        ...

    def forget_before(self, moment: datetime, still_here: Iterable[str]) -> int:
        """Delete what was signed before `moment` by anybody not in `still_here`; tell how many there were.

        Editions that no signature names and that are older than `moment` go too, but not the newest.
        """
        ...


class PostingStore(Protocol):
    """The register of who may post on behalf of whom. Entries are only ever added."""

    def entries(self) -> Sequence[PermissionEntry]:
        """Every entry, oldest first. The last of each key is in force."""
        ...

    def add(self, entry: PermissionEntry) -> PermissionEntry:
        """Keep an entry, durably; its number is given here, and its key when it is empty.

        Raises PostingError when another entry follows the same one already.
        """
        ...

    def champions(self) -> Sequence[Champion]:
        """Everybody who was ever named, oldest first. The last for each school or trust is in force."""
        ...

    def name_champion(self, champion: Champion) -> None:
        """Keep who the digital champion is from now on; durable when it returns."""
        ...

    def forget_before(self, moment: datetime) -> int:
        """Delete permissions that ended before `moment`, with their history, and tell how many.

        Champions who were replaced before `moment` go too, and are counted.
        """
        ...
