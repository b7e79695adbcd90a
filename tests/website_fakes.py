"""Harmless stand-ins for everything in ``app/website_ports.py``."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from hashlib import sha256

from app.bulletin_ports import BulletinBook
from app.domain.item import IssueKey, Item, ItemState
from app.website_ports import DocumentFacts, IndexedItem, Phrase, Scan, Words


@dataclass
class FakeWordIndex:
    book: BulletinBook
    held: dict[str, IndexedItem] = field(default_factory=dict)

    def unread(self) -> Sequence[Item]:
        return [item for item in self._out() if self._version(item.id) != item.version]

    def put(self, items: Sequence[IndexedItem]) -> None:
        self.held |= {item.id: item for item in items}

    def count(self, phrases: Collection[Phrase]) -> int:
        return len(self._found(phrases))

    def find(self, phrases: Collection[Phrase], most: int, skip: int = 0) -> Sequence[str]:
        return self._found(phrases)[skip : skip + most]

    def _found(self, phrases: Collection[Phrase]) -> list[str]:
        def order(item: Item) -> tuple[bool, int, int, str]:
            key = item.issue or IssueKey(0, 0)
            return not _says(self.held[item.id].headline, phrases), -key.year, -key.number, item.id

        held = [item for item in self._out() if item.id in self.held]
        return [i.id for i in sorted(held, key=order) if _says(self.held[i.id].words, phrases)]

    def _out(self) -> Sequence[Item]:
        return [item for item in self.book.items({ItemState.OUT}) if item.issue]

    def _version(self, number: str) -> int:
        return self.held[number].version if number in self.held else 0


def _says(words: str, phrases: Collection[Phrase]) -> bool:
    return all(f" {' '.join(phrase)} " in f" {words} " for phrase in phrases)


@dataclass
class FakeScanner:
    """Says what it is told to."""

    says: Scan = Scan.NONE

    def scan(self, content: bytes) -> Scan:
        return self.says if content else Scan.WAITING


@dataclass
class FakeReader:
    """Reads the same in every file of the kinds that it knows."""

    found: dict[str, Words] = field(default_factory=dict)

    def read(self, kind: str, content: bytes) -> Words:
        return self.found.get(kind, Words()) if content else Words()


@dataclass
class FakeDocuments:
    """`out` are the ids of those that something tells of that went out."""

    kept: dict[str, tuple[DocumentFacts, bytes]] = field(default_factory=dict)
    read: dict[str, str] = field(default_factory=dict)
    out: set[str] = field(default_factory=set)

    def add(self, facts: DocumentFacts, content: bytes, words: str = "") -> DocumentFacts:
        number = sha256(content).hexdigest()
        held, _ = self.kept.get(number, (replace(facts, id=number, size=len(content)), b""))
        later = max(held.expires_at, facts.expires_at)
        lasting = replace(held, expires_at=later, scan=facts.scan, read=facts.read)
        self.kept[number], self.read[number] = (lasting, content), words
        return lasting

    def facts(self, number: str) -> DocumentFacts | None:
        return self.kept[number][0] if number in self.kept else None

    def words(self, number: str) -> str:
        return self.read.get(number, "")

    def content(self, number: str) -> bytes | None:
        return self.kept[number][1] if number in self.kept else None

    def is_out(self, number: str) -> bool:
        return number in self.out

    def told(self, number: str) -> None:
        self.out |= {number} & self.kept.keys()

    def all(self) -> Sequence[DocumentFacts]:
        return tuple(facts for facts, _ in self.kept.values())

    def scanned(self, number: str, scan: Scan) -> None:
        facts, content = self.kept[number]
        self.kept[number] = replace(facts, scan=scan), b"" if scan is Scan.INFECTED else content

    def forget_before(self, moment: datetime) -> int:
        gone = [number for number, (facts, _) in self.kept.items() if facts.expires_at < moment]
        for number in gone:
            del self.kept[number]
        return len(gone)
