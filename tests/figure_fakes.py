"""Harmless stand-ins for everything in ``app/figure_ports.py``."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from app.figure_ports import SentCount

QUARTER = 15 * 60


@dataclass
class FakeSentDrafts:
    """`sent` holds when, from whom, which draft, and the route that was named."""

    sent: list[tuple[datetime, str, str, str]] = field(default_factory=list)

    def counts(self, since: datetime, until: datetime) -> Sequence[SentCount]:
        drafts = {
            (int(at.timestamp()) // QUARTER * QUARTER, channel, draft)
            for at, _, draft, channel in self.sent
            if since <= at < until
        }
        counted = Counter((begins, channel) for begins, channel, _ in drafts)
        return [
            SentCount(datetime.fromtimestamp(begins, UTC), channel, counted[begins, channel])
            for begins, channel in sorted(counted)
        ]

    def people(self, since: datetime, until: datetime) -> int:
        return len({who for at, who, _, _ in self.sent if since <= at < until})


@dataclass
class FakeSchoolMails:
    """`got` holds the schools that each mailing reached."""

    got: dict[str, set[str]] = field(default_factory=dict)

    def spread(self, mailings: Collection[str]) -> Mapping[int, int]:
        schools = Counter(school for number in mailings for school in self.got.get(number, ()))
        return Counter(schools.values())

    def arrived(self, mailings: Collection[str]) -> int:
        return sum(bool(self.got.get(number)) for number in mailings)
