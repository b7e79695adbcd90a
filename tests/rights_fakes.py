"""Harmless stand-ins for everything in ``app/rights_ports.py``."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from app.domain.address import normal_address
from app.domain.errors import AccessError
from app.domain.rights import AccessRequest, Found, Way, Whoever
from app.rights_ports import Deletion, HeldRow

Row = Mapping[str, object]


@dataclass
class FakeHeldRows:
    """`kept` holds the rows of each table, in the order of their keys."""

    kept: Mapping[str, Sequence[Row]] = field(default_factory=dict)

    def rows(
        self, table: str, columns: Collection[str], ways: Sequence[Way], who: Whoever
    ) -> Sequence[HeldRow]:
        found = []
        for row in self.kept.get(table, []):
            led = [way.is_subject for way in ways if self._leads(way, row, who)]
            if led:
                found.append(HeldRow({name: row.get(name) for name in columns}, any(led)))
        return tuple(found)

    def _leads(self, way: Way, row: Row, who: Whoever) -> bool:
        if way.via is None:
            return is_named(way.found, str(row.get(way.column) or ""), who)
        table, its, found = way.via
        through = {r[its] for r in self.kept.get(table, []) if is_named(way.found, str(r[found] or ""), who)}
        return row.get(way.column) in through


def is_named(found: Found, said: str, who: Whoever) -> bool:
    if found is Found.CODE:
        return said in who.codes
    if found is Found.TOLD:
        return any(code in said for code in who.codes)
    if found is Found.KEY:
        return bool(who.key) and said == who.key
    small = said.strip().lower()
    is_address = bool(who.address) and small == who.address
    return is_address or (found is Found.SAID and bool(who.address) and small.endswith(f"({who.address})"))


@dataclass
class FakeAccountCodes:
    kept: dict[str, tuple[str, date]] = field(default_factory=dict)

    def link(self, account: str, address: str, day: date) -> None:
        if account not in self.kept or self.kept[account][1] <= day:
            self.kept[account] = (address, day)

    def accounts(self, address: str) -> frozenset[str]:
        return frozenset(account for account, (known, _) in self.kept.items() if known == address)

    def addresses(self) -> Mapping[str, str]:
        return {account: address for account, (address, _) in self.kept.items()}

    def forget_before(self, day: date) -> int:
        old = [account for account, (_, last) in self.kept.items() if last < day]
        for account in old:
            del self.kept[account]
        return len(old)


@dataclass
class FakeAccessRequests:
    kept: dict[str, AccessRequest] = field(default_factory=dict)

    def begin(self, request: AccessRequest) -> None:
        self.kept[request.id] = request

    def request(self, number: str) -> AccessRequest | None:
        return self.kept.get(number)

    def all(self) -> Sequence[AccessRequest]:
        return tuple(sorted(self.kept.values(), key=lambda r: (-r.at.timestamp(), r.id)))

    def about(self, address: str) -> Sequence[AccessRequest]:
        return tuple(r for r in self.all() if r.about.address == normal_address(address))

    def keep(self, request: AccessRequest) -> None:
        if self.kept[request.id].version != request.version - 1:
            raise AccessError("Somebody changed this request meanwhile. Look at it again.")
        self.kept[request.id] = request

    def forget_before(self, moment: datetime) -> int:
        old = [r.id for r in self.kept.values() if r.at < moment]
        for number in old:
            del self.kept[number]
        return len(old)


@dataclass
class FakeDeletions:
    kept: dict[tuple[str, date], Deletion] = field(default_factory=dict)

    def keep(self, deletion: Deletion) -> None:
        this = (deletion.kind, deletion.day)
        before = self.kept[this].gone if this in self.kept else 0
        self.kept[this] = replace(deletion, gone=deletion.gone + before)

    def of_day(self, day: date) -> Mapping[str, Deletion]:
        return {kind: one for (kind, on), one in self.kept.items() if on == day}

    def recent(self, since: date) -> Sequence[Deletion]:
        found = [one for one in self.kept.values() if one.day >= since]
        return tuple(sorted(found, key=lambda one: (-one.day.toordinal(), one.kind)))

    def forget_before(self, day: date) -> int:
        old = [key for key in self.kept if key[1] < day]
        for key in old:
            del self.kept[key]
        return len(old)
