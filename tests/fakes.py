"""Harmless stand-ins for everything in ``app/ports.py``, and the cast that tests write to.

``FakeDirectory`` knows a school from its made-up domain: ``s03.c02.primary.sch.example`` is the
third school of the second cluster, a primary school.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from app.domain.reading import Sentence, Tone
from app.domain.school import Listing, Phase, School
from app.ports import CheckRecord

LONDON = ZoneInfo("Europe/London")
MONDAY_MORNING = datetime(2026, 11, 16, 10, 0, tzinfo=LONDON)
OWN_DOMAIN = "council.example"

_SCHOOL = re.compile(r"^(?P<role>[^@]+)@s(?P<school>\d+)\.c(?P<cluster>\d+)\.(?P<phase>[a-z-]+)\.sch\.example$")


def school_address(number: int, cluster: int, phase: Phase = Phase.PRIMARY, role: str = "office") -> str:
    return f"{role}@s{number:02}.c{cluster:02}.{phase.value}.sch.example"


@dataclass
class FakeClock:
    at: datetime = MONDAY_MORNING

    def now(self) -> datetime:
        return self.at


@dataclass
class FakeDirectory:
    """Knows every ``sNN.cNN.phase.sch.example``, plus the listings a test adds."""

    listings: dict[str, Listing] = field(default_factory=dict)
    schools: int = 60

    def look_up(self, addresses: Iterable[str]) -> Mapping[str, Listing]:
        return {address: self._one(address) for address in addresses}

    def open_schools(self) -> int:
        return self.schools

    def _one(self, address: str) -> Listing:
        if address.lower() in self.listings:
            return self.listings[address.lower()]
        match = _SCHOOL.match(address.lower())
        if match is None:
            return Listing()
        number, cluster = int(match["school"]), int(match["cluster"])
        school = School(
            urn=f"9{cluster:02}{number:03}",
            name=f"School {number}",
            phase=Phase(match["phase"]),
            cluster=f"Cluster {cluster}",
            officer=f"officer{cluster}@{OWN_DOMAIN}",
            domain=address.rpartition("@")[2],
        )
        return Listing((school,), is_exact=match["role"] == "office")


@dataclass
class FakeReader:
    """One sentence a line; `tones` gives the scores of lines that a test cares about."""

    tones: dict[str, dict[Tone, float]] = field(default_factory=dict)
    version: str = "fake"

    def read(self, text: str) -> tuple[Sentence, ...]:
        found, at = [], 0
        for line in text.splitlines(keepends=True):
            words = line.strip()
            if words:
                start = at + line.index(words[0])
                found.append(Sentence(start, start + len(words), self.tones.get(words, {})))
            at += len(line)
        return tuple(found)


@dataclass
class FakeRecords:
    kept: list[CheckRecord] = field(default_factory=list)

    def add(self, record: CheckRecord) -> None:
        self.kept.append(record)

    def recent(self, limit: int) -> Sequence[CheckRecord]:
        return tuple(reversed(self.kept[-limit:]))

    def keyed_hash(self, value: str) -> str:
        return f"h{hash(value):x}"
