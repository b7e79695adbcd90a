"""Harmless stand-ins for the address book and what ``app/directory_ports.py`` keeps.

The keyed hash of an address is the address spelled backwards, as in ``FakeDirectoryStore``.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from app.bulletin_ports import Entry
from app.domain.for_whom import ForWhom
from app.domain.mailbox_choice import Candidate, Reach, reach
from app.domain.school import School
from app.ports import DirectoryEntry


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
