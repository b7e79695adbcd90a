"""What does the public website need from outside the process?

The part of ``app/ports.py`` that is about the website: its documents, what reads and scans them, and the
index that its search looks into. Protocols with their contracts; fakes are in ``tests/website_fakes.py``.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol, TypeAlias

from app.domain.item import IssueKey, Item

Phrase: TypeAlias = tuple[str, ...]
"""Words that must stand together, each as texts are compared: ASCII letters and digits."""


@dataclass(frozen=True, slots=True)
class IndexedItem:
    """An item of the archive as the search reads it: its words in order, with single spaces."""

    id: str
    version: int
    issue: IssueKey
    headline: str
    words: str
    """All of them, the headline's first."""


class WordIndex(Protocol):
    """Finds items that went out by their words; made from them, so that it can be made again."""

    def unread(self) -> Sequence[Item]:
        """Some of the items that went out and are not in here as they now stand; none when all are."""
        ...

    def put(self, items: Sequence[IndexedItem]) -> None:
        """Take these in, in place of what was here of them."""
        ...

    def count(self, phrases: Collection[Phrase]) -> int:
        """How many items that went out say all of these."""
        ...

    def find(self, phrases: Collection[Phrase], most: int, skip: int = 0) -> Sequence[str]:
        """Their ids: those first that say all in the headline, then those of the newest issue."""
        ...


class Scan(StrEnum):
    """What a virus scanner said of a file."""

    NONE = "none"
    """There is no scanner here."""
    WAITING = "waiting"
    """It could not be asked, or gave no answer."""
    CLEAN = "clean"
    INFECTED = "infected"


class VirusScanner(Protocol):
    """Looks for viruses."""

    def scan(self, content: bytes) -> Scan:
        """What it says of a file. Raises nothing: one that cannot be asked leaves the file waiting."""
        ...


class Read(StrEnum):
    """How much of a file's words could be read."""

    NONE = "none"
    PART = "part"
    WHOLE = "whole"


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a file, as far as they could be read."""

    text: str = ""
    read: Read = Read.NONE


class WordsReader(Protocol):
    """Reads the words of Office files and PDFs."""

    def read(self, kind: str, content: bytes) -> Words:
        """Those of a file of this kind (``pdf``, ``docx``). Raises nothing, whatever the file is."""
        ...


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """A document of the website. `id` is the SHA-256 of its bytes, hex: the same file is kept once."""

    id: str
    name: str
    media_type: str
    size: int
    added_at: datetime
    added_by: str
    expires_at: datetime
    scan: Scan = Scan.NONE
    read: Read = Read.NONE


class Documents(Protocol):
    """Files put on the website instead of being attached."""

    def add(self, facts: DocumentFacts, content: bytes, words: str = "") -> DocumentFacts:
        """Keep a file with its words, durably. One that is there already keeps its name, and the later end.

        What was read and scanned now counts.
        """
        ...

    def facts(self, number: str) -> DocumentFacts | None:
        """What is known of one; None when it is not kept or its time is over."""
        ...

    def words(self, number: str) -> str:
        """The words that were read of one; empty when none were, or it is not kept."""
        ...

    def content(self, number: str) -> bytes | None:
        """The file itself, unchanged to the byte; None when it is not kept, or is damaged."""
        ...

    def is_out(self, number: str) -> bool:
        """Whether something that went out tells of it: an item, or mail to schools."""
        ...

    def told(self, number: str) -> None:
        """Note that a mail tells of it: whoever has its link may open it."""
        ...

    def all(self) -> Sequence[DocumentFacts]:
        """Every document, newest first."""
        ...

    def scanned(self, number: str, scan: Scan) -> None:
        """Note what a scanner said. The file of one that is infected is deleted."""
        ...

    def forget_before(self, moment: datetime) -> int:
        """Delete what expired before `moment`, and tell how many there were."""
        ...
