"""What does somebody who answers for security see of the journal, without a terminal and without people?

The newest entries by kind, each field that stands for a person covered; the signed head; and when it was last
verified, by whom it can be: a program that shares nothing with what writes it.
"""

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from app.domain.journal import FIELDS, Fact, Kind, Shape
from app.journal.checkpoint import note_of
from app.journal.told_entry import ToldEntry, told_of
from app.journal_ports import HeadSigner, Journal, Verifications, Verified

NEWEST = 50
LOOKED_AT = 5_000
"""So many entries are looked through, the newest first, for those of one kind."""
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class JournalDesk:
    """The journal, whose key signs it, and what was found when it was last verified."""

    journal: Journal
    signer: HeadSigner
    verifications: Verifications


@dataclass(frozen=True, slots=True)
class Standing:
    """The journal as it stands: `note` is its signed head, empty while nothing was written."""

    name: str
    size: int
    note: str
    verified: Verified | None

    @property
    def since(self) -> int:
        """How many entries were written after it was last verified."""
        return self.size - (self.verified.size if self.verified else 0)


@dataclass(frozen=True, slots=True)
class CoveredEntry:
    """One entry with nobody in it. `facts` go by the name of the field, in the order of its kind."""

    number: int
    at: datetime
    kind: Kind
    facts: Mapping[str, Fact]
    is_of_somebody: bool


def standing(desk: JournalDesk) -> Standing:
    """How the journal stands now."""
    head, name = desk.journal.head(), desk.signer.name
    if head is None:
        return Standing(name, 0, "", desk.verifications.newest())
    return Standing(name, head.size, note_of(head, desk.signer), desk.verifications.newest())


def newest(desk: JournalDesk, kind: Kind | None = None) -> Sequence[CoveredEntry]:
    """The newest entries that still say something, newest first; of one kind if it is named."""
    head = desk.journal.head()
    stop = head.size if head else 0
    last, found = max(0, stop - LOOKED_AT), deque[CoveredEntry]()
    while stop > last and len(found) < NEWEST:
        start = max(last, stop - _AT_ONCE)
        told = [told_of(entry) for entry in desk.journal.entries(start, stop)]
        found.extend(_covered(one) for one in reversed(told) if one and kind in {None, one.kind})
        stop = start
    return tuple(found)[:NEWEST]


def _covered(entry: ToldEntry) -> CoveredEntry:
    """Without codes: who it was, and which draft or text, is not for this page."""
    shapes = FIELDS[entry.kind]
    facts = {
        name: entry.facts[name]
        for name, shape in shapes.items()
        if shape is not Shape.HASH and entry.facts.get(name) not in {"", (), None}
    }
    return CoveredEntry(entry.number, entry.at, entry.kind, facts, is_of_somebody=bool(entry.person))
