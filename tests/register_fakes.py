"""Harmless stand-ins for everything in ``app/register_ports.py``."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from app.domain.calendar import in_london
from app.domain.errors import PostingError
from app.domain.posting import Champion, PermissionEntry
from app.domain.staff import Edition, Signature, StaffMember, Version


@dataclass
class FakeStaffList:
    kept: dict[str, StaffMember] = field(default_factory=dict)
    at: datetime | None = None

    def everyone(self) -> Sequence[StaffMember]:
        return tuple(self.kept[address] for address in sorted(self.kept))

    def imported_at(self) -> datetime | None:
        return self.at

    def replace(self, members: Sequence[StaffMember], at: datetime, by: str = "") -> None:  # noqa: ARG002 - the port's signature
        self.kept, self.at = {m.address: m for m in members}, at

    def forget_left(self, day: date) -> int:
        left = [m.address for m in self.kept.values() if m.has_left(day)]
        for address in left:
            del self.kept[address]
        return len(left)


@dataclass
class FakeSignatures:
    kept: list[Signature] = field(default_factory=list)
    editions: dict[str, Edition] = field(default_factory=dict)
    given: int = 0

    def add(self, address: str, name: str, version: Version, at: datetime) -> Signature:
        same = (s for s in self.kept if (s.address, s.version, s.stands) == (address, version, True))
        if held := next(same, None):
            return held
        self.given += 1
        self.kept.append(Signature(self.given, address, name, version, at))
        return self.kept[-1]

    def all(self) -> Sequence[Signature]:
        return tuple(reversed(self.kept))

    def of(self, address: str) -> Sequence[Signature]:
        return tuple(s for s in self.all() if s.address == address)

    def withdraw(self, number: int, at: datetime, by: str, why: str) -> Signature | None:
        for place, held in enumerate(self.kept):
            if held.number == number and held.stands:
                self.kept[place] = replace(held, withdrawn_at=at, withdrawn_by=by, why=why)
                return self.kept[place]
        return None

    def edition(self, cards: str, text: Sequence[tuple[str, str]], at: datetime) -> Edition:
        return self.editions.setdefault(cards, Edition(cards, tuple(text), at))

    def past_edition(self, cards: str) -> Edition | None:
        return self.editions.get(cards)

    def forget_before(self, moment: datetime, still_here: Iterable[str]) -> int:
        here, before = set(still_here), len(self.kept)
        self.kept = [s for s in self.kept if s.signed_at >= moment or s.address in here]
        newest = max(self.editions.values(), key=lambda e: e.since, default=None)
        named = {s.version.cards for s in self.kept}
        self.editions = {
            k: e for k, e in self.editions.items() if e is newest or e.since >= moment or k in named
        }
        return before - len(self.kept)


@dataclass
class FakePostingStore:
    kept: list[PermissionEntry] = field(default_factory=list)
    named: list[Champion] = field(default_factory=list)
    given: int = 0

    def entries(self) -> Sequence[PermissionEntry]:
        return tuple(self.kept)

    def add(self, entry: PermissionEntry) -> PermissionEntry:
        self.given += 1
        entry = replace(entry, number=self.given, key=entry.key or f"key{self.given}")
        if any((e.key, e.follows) == (entry.key, entry.follows) for e in self.kept):
            raise PostingError("Somebody changed this permission meanwhile.")
        self.kept.append(entry)
        return entry

    def champions(self) -> Sequence[Champion]:
        return tuple(self.named)

    def name_champion(self, champion: Champion) -> None:
        self.named.append(champion)

    def forget_before(self, moment: datetime) -> int:
        day, before = in_london(moment).date(), len(self.kept) + len(self.named)
        last = {e.key: e for e in self.kept}
        self.kept = [e for e in self.kept if last[e.key].permission.ends >= day]
        newest = {c.on_behalf_of: c for c in self.named}
        self.named = [c for c in self.named if c.at >= moment or newest[c.on_behalf_of] is c]
        return before - len(self.kept) - len(self.named)
