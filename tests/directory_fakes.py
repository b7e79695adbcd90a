"""Harmless stand-ins for the address book and what ``app/directory_ports.py`` keeps.

The keyed hash of an address is the address spelled backwards, as in ``FakeDirectoryStore``.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from app.bulletin_ports import Entry
from app.directory_ports import HeldSchool, Lookups, Placement
from app.domain.errors import UpkeepError
from app.domain.for_whom import ForWhom
from app.domain.mailbox_choice import Candidate, Reach, reach
from app.domain.school import School
from app.domain.subscription import ListEntry
from app.ports import DirectoryContents, DirectoryEntry
from tests.fakes import FakeDirectoryStore


@dataclass
class FakeAddressBook:
    """Schools and their addresses in memory; `on_lists` gives the lists in force that a school is on."""

    schools: tuple[School, ...] = ()
    held: tuple[DirectoryEntry, ...] = ()
    on_lists: Mapping[str, Collection[str]] = field(default_factory=dict)
    lookups: list[tuple[str, str, int]] = field(default_factory=list)
    """Who, what for, how many."""
    refusals: dict[str, list[tuple[str, bool]]] = field(default_factory=dict)

    def count(self, for_whom: ForWhom) -> Mapping[str, int]:
        found = self._reach(for_whom)
        return {
            "schools": found.reached,
            "addresses": len(found.mailboxes),
            "unreachable": len(found.unreachable),
        }

    def entries(self, for_whom: ForWhom) -> Iterable[Entry]:
        chosen = self._reach(for_whom).mailboxes.items()
        return [Entry(c.key, school.urn, school.phase, c.role) for c, school in chosen]

    def addresses(self, keys: Collection[str], purpose: str, by: str = "") -> Mapping[str, str]:
        usable = {e.address[::-1]: e.address for e in self.held if not self._is_gone(e.address[::-1])}
        found = {key: usable[key] for key in keys if key in usable}
        if keys:
            self.lookups.append((by, purpose, len(found)))
        return found

    def refused(self, key: str, reason: str, at: datetime, *, for_good: bool) -> None:  # noqa: ARG002 - the port's signature
        if any(e.address[::-1] == key for e in self.held):
            self.refusals.setdefault(key, []).append((reason, for_good))

    def _is_gone(self, key: str) -> bool:
        return any(for_good for _, for_good in self.refusals.get(key, ()))

    def _reach(self, for_whom: ForWhom) -> Reach:
        held: dict[str, list[Candidate]] = {}
        for entry in self.held:
            if not self._is_gone(entry.address[::-1]):
                held.setdefault(entry.urn, []).append(Candidate(entry.address[::-1], entry.role))
        return reach(for_whom, self.schools, held, self.on_lists)


@dataclass
class FakeSchoolBook:
    """Reads and moves the schools of a directory in memory; refusals are counted by school."""

    directory: FakeDirectoryStore
    refusals: dict[str, tuple[int, int]] = field(default_factory=dict)
    """URN to how many of its addresses refused for a while, and for good."""
    kept: list[Placement] = field(default_factory=list)
    opened: list[Lookups] = field(default_factory=list)

    def held(self) -> Sequence[HeldSchool]:
        found = [self._one(school) for school in self._contents.schools] if self.directory.held else []
        return sorted(found, key=lambda one: (one.school.name.casefold(), one.school.urn))

    def stale(self) -> int:
        held = self.directory.held
        return sum(e.urn in held.closed for e in held.entries) if held else 0

    def move(self, moves: Sequence[Placement]) -> None:
        listed = {one.school.urn: one.listed for one in self.held()}
        schools = {school.urn: school for school in self._contents.schools}
        for move in moves:
            if move.urn in schools:
                moved = replace(schools[move.urn], cluster=move.cluster, officer=move.officer)
                schools[move.urn] = moved
                self.kept.append(move)
        contents = replace(self._contents, schools=tuple(schools.values()), listed=listed)
        self.directory.held, self.directory.version = contents, self.directory.version + 1

    def moves(self, urn: str) -> Sequence[Placement]:
        return tuple(move for move in reversed(self.kept) if move.urn == urn)

    def try_again(self, urn: str) -> int:
        return sum(self.refusals.pop(urn, (0, 0)))

    def lookups(self, most: int) -> Sequence[Lookups]:
        return self.opened[:most]

    def forget_before(self, moment: datetime) -> int:
        before = len(self.kept)
        self.kept = [move for move in self.kept if move.at >= moment]
        return before - len(self.kept)

    @property
    def _contents(self) -> DirectoryContents:
        assert self.directory.held
        return self.directory.held

    def _one(self, school: School) -> HeldSchool:
        roles: dict[str, int] = {}
        for entry in self._contents.entries:
            if entry.urn == school.urn:
                roles[entry.role] = roles.get(entry.role, 0) + 1
        listed = self._contents.listed.get(school.urn, (school.cluster, school.officer))
        refused, gone = self.refusals.get(school.urn, (0, 0))
        return HeldSchool(school, listed, roles, refused=refused, gone=gone)


@dataclass
class FakeSubscriptions:
    kept: list[ListEntry] = field(default_factory=list)

    def entries(self) -> Sequence[ListEntry]:
        return tuple(self.kept)

    def add(self, entry: ListEntry) -> ListEntry:
        number = len(self.kept) + 1
        key = entry.key or f"list-{number}"
        if any((held.key, held.follows) == (key, entry.follows) for held in self.kept):
            raise UpkeepError("Somebody changed this list meanwhile.")
        self.kept.append(replace(entry, number=number, key=key))
        return self.kept[-1]

    def forget_before(self, day: date) -> int:
        last = {entry.key: entry.subscription for entry in self.kept}
        ended = {key for key, held in last.items() if held.has_ended(day)}
        before = len(self.kept)
        self.kept = [entry for entry in self.kept if entry.key not in ended]
        return before - len(self.kept)


@dataclass
class FakeImportShelf:
    kept: dict[str, DirectoryContents] = field(default_factory=dict)

    def lay(self, contents: DirectoryContents) -> str:
        number = f"import-{len(self.kept) + 1}"
        self.kept[number] = contents
        return number

    def waiting(self, number: str, at: datetime) -> DirectoryContents | None:
        found = self.kept.get(number)
        return found if found and at < found.imported_at + timedelta(days=1) else None

    def clear(self, number: str) -> None:
        self.kept.pop(number, None)
