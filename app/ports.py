"""What does Sendwell need from outside its own process?

Every such thing is a Protocol on this page, with its contract. Adapters implement them; the fakes
in ``tests/fakes.py`` do too and pass the same contract tests.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from app.domain.choice import Choice, Chosen
from app.domain.reading import Sentence
from app.domain.school import Listing, School


class Clock(Protocol):
    """The time."""

    def now(self) -> datetime:
        """The present moment, timezone-aware, in Europe/London."""
        ...


class Reader(Protocol):
    """The language models: one pass over a text gives its sentences."""

    def read(self, text: str) -> tuple[Sentence, ...]:
        """Sentences of `text` in order, each read alone: the same sentence always scores the same.

        `text` may hold long runs of spaces where quoted history was blanked out. Raises nothing
        for any text; safe to call from several threads.
        """
        ...

    def cut(self, text: str) -> tuple[Sentence, ...]:
        """The same sentences without any score or name: nothing of `text` is judged or kept."""
        ...

    @property
    def version(self) -> str:
        """Package version and hash of the weights."""
        ...


@dataclass(frozen=True, slots=True)
class Correction:
    """What a word was meant to be.

    `is_known_slip` tells a misspelling that is on record from one that was worked out.
    """

    meant: str
    is_american: bool = False
    is_known_slip: bool = False


class Speller(Protocol):
    """A dictionary of British English. Words are given in small letters a to z."""

    def knows(self, word: str) -> bool:
        """Whether this is a word, or a form of one. American spellings are known."""
        ...

    def correct(self, word: str) -> Correction | None:
        """What `word` was surely meant to be; None when it is right, or when that is not sure.

        Takes bounded time for a word of any length.
        """
        ...


class Directory(Protocol):
    """The private directory of schools: it answers about an address, and cannot be listed."""

    def look_up(self, addresses: Iterable[str]) -> Mapping[str, Listing]:
        """What is known of each address (any case). An address that is not known gets ``Listing()``."""
        ...

    def open_schools(self) -> int:
        """How many open schools the directory holds."""
        ...


@dataclass(frozen=True, slots=True)
class DirectoryEntry:
    """One address of one school as the import hands it over, before it is hashed."""

    address: str
    urn: str
    role: str = ""
    school_domain: str = ""
    """The domain that a school registered, when the address is at one; others at it are known by it."""


@dataclass(frozen=True, slots=True)
class DirectoryContents:
    """A whole directory: replaces the one before; there is never a second list."""

    schools: tuple[School, ...]
    closed: frozenset[str]
    """URNs of closed schools that still have addresses."""
    entries: tuple[DirectoryEntry, ...]
    imported_at: datetime
    keeps: Mapping[str, str] = field(default_factory=dict)
    """URN to the URN that has its addresses from now on: those held for it stay, beside the entries."""


@dataclass(frozen=True, slots=True)
class DirectorySummary:
    """What is held now, for the difference report; addresses are keyed hashes only."""

    schools: tuple[School, ...]
    address_hashes: frozenset[tuple[str, str]]
    """Pairs of keyed address hash and URN."""
    imported_at: datetime | None


class DirectoryStore(Directory, Protocol):
    """The directory as the import sees it."""

    def summary(self) -> DirectorySummary:
        """What is held now."""
        ...

    def hash_address(self, address: str) -> str:
        """The keyed hash under which an address is stored (HMAC-SHA-256, hex)."""
        ...

    def replace(self, contents: DirectoryContents) -> None:
        """Replace the whole directory in one transaction.

        Raises StoreError when an address would belong to no school of `contents`; nothing changes then.
        """
        ...


@dataclass(frozen=True, slots=True)
class CheckRecord:
    """What a check leaves behind for later replay: counts, rules and keyed hashes, never text.

    `findings` holds finding id, confidence and its facts; `rules` holds rule id and severity; `circumstances`
    the readers in numbers and how the draft came about.
    """

    at: datetime
    moment: str
    sender_hash: str
    draft_hash: str
    verdict: str
    channel: str
    findings: Sequence[Mapping[str, object]]
    rules: Sequence[Mapping[str, str]]
    circumstances: Mapping[str, object]
    not_checked: Sequence[str]
    versions: Mapping[str, str]
    elapsed_ms: float


class CheckRecords(Protocol):
    """Where feature records are kept."""

    def add(self, record: CheckRecord) -> None:
        """Keep one record; durable when it returns."""
        ...

    def recent(self, limit: int, moment: str = "") -> Iterator[CheckRecord]:
        """The newest records, newest first, a page at a time; with `moment`, only those of that moment."""
        ...

    def forget_before(self, moment: datetime) -> int:
        """Delete every record from before `moment` (timezone-aware), and tell how many there were."""
        ...

    def keyed_hash(self, value: str) -> str:
        """HMAC-SHA-256 of `value` under the installation's key, hex."""
        ...


class Choices(Protocol):
    """Where it is kept what senders did with advice."""

    def add(self, choice: Choice) -> None:
        """Keep one; durable when it returns."""
        ...

    def counts(self, since: datetime) -> Mapping[tuple[str, Chosen], int]:
        """How often each was chosen about each rule since a moment; nobody is told apart."""
        ...

    def forget_before(self, moment: datetime) -> int:
        """Delete every choice from before `moment` (timezone-aware), and tell how many there were."""
        ...


@dataclass(frozen=True, slots=True)
class PackChange:
    """A new text of one pack. `follows` is the number of the version it was made from; 0 is as shipped."""

    pack: str
    text: str
    follows: int


@dataclass(frozen=True, slots=True)
class PackVersion:
    """A text of one pack that somebody saved, and why. `text` is YAML."""

    number: int
    pack: str
    text: str
    saved_at: datetime
    saved_by: str
    why: str
    follows: int


class PackStore(Protocol):
    """Where the packs that the organisation changed are kept; every version stays."""

    def stamp(self) -> int:
        """The number of the newest version of any pack; 0 when none was ever saved. Cheap: asked often."""
        ...

    def newest(self) -> Mapping[str, PackVersion]:
        """The version in force of each pack that was ever changed."""
        ...

    def history(self, limit: int) -> Sequence[PackVersion]:
        """The newest versions of all packs, newest first."""
        ...

    def version(self, number: int) -> PackVersion | None:
        """One version by its number."""
        ...

    def save(self, changes: Sequence[PackChange], at: datetime, by: str, why: str) -> Sequence[PackVersion]:
        """Keep new versions of several packs: all of them, durably, or none.

        Raises PolicyChangeError when somebody saved one of these packs meanwhile.
        """
        ...
