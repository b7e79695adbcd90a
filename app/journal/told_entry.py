"""What does an entry tell, once it is read again? For the forms in which other systems take it."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from app.domain.journal import Fact, Kind
from app.journal_ports import Journal, KeptEntry

TITLES: Mapping[Kind, str] = {
    Kind.CHECK: "A draft was checked at Send",
    Kind.OVERRIDE: "A card was answered",
    Kind.DECISION: "Somebody decided",
    Kind.REVEAL: "Something attached was shown",
    Kind.LOOKUP: "Sealed addresses were opened",
    Kind.POLICY_CHANGE: "The policy was changed",
    Kind.PUBLISH: "Something was published",
    Kind.SIGN_IN_FAILURE: "A sign-in failed",
    Kind.ADMINISTRATION: "A register was changed",
    Kind.FORGETTING: "The journal let go of old entries",
}


@dataclass(frozen=True, slots=True)
class ToldEntry:
    """One entry, read again."""

    number: int
    at: datetime
    kind: Kind
    facts: Mapping[str, Fact]

    @property
    def person(self) -> str:
        """The code of whoever did it; empty when nobody is known."""
        return str(self.facts.get("sender") or self.facts.get("by") or "")

    @property
    def milliseconds(self) -> int:
        """When, since 1970."""
        return int(self.at.timestamp() * 1000)


def told_entries(journal: Journal, since: int = 0) -> Iterator[ToldEntry]:
    """Every entry from number `since` on that still says something."""
    for entry in journal.entries(since):
        told = told_of(entry)
        if told is not None:
            yield told


def told_of(entry: KeptEntry) -> ToldEntry | None:
    """What one entry says; None once that is forgotten."""
    if entry.text is None:
        return None
    told = json.loads(entry.text)
    facts = {name: tuple(fact) if isinstance(fact, list) else fact for name, fact in told["facts"].items()}
    return ToldEntry(entry.number, datetime.fromisoformat(told["at"]), Kind(told["kind"]), facts)
