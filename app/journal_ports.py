"""Where is it written what happened, so that nobody can change it unnoticed?

The part of ``app/ports.py`` about the journal. Same rules: Protocols with their contracts, fakes in
``tests/journal_fakes.py``.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from app.domain.journal import Entry


@dataclass(frozen=True, slots=True)
class KeptEntry:
    """One entry as it is kept. `text` is None once it was forgotten; its hash stays, and proves the others.

    `hashes` are of the leaf and of each subtree that it completed. `signature` is there where a batch ended.
    """

    number: int
    text: str | None
    hashes: bytes
    signature: bytes | None


@dataclass(frozen=True, slots=True)
class Head:
    """What was signed: so many entries, and the root over them."""

    size: int
    root: bytes
    signature: bytes


@dataclass(frozen=True, slots=True)
class Verified:
    """That the verifier looked at the journal: when, how many entries, and whether all was as written."""

    at: datetime
    size: int
    is_well: bool


class Verifications(Protocol):
    """What was found when the journal was last verified, kept outside the database."""

    def newest(self) -> Verified | None:
        """The last one; None where nobody ever did, or what is kept cannot be read."""
        ...

    def keep(self, verified: Verified) -> None:
        """Keep this one instead. Raises SetupError when it cannot be written."""
        ...


class HeadSigner(Protocol):
    """Signs heads, with a key that is not in the database."""

    @property
    def name(self) -> str:
        """Whose journal it is; the first line of what is signed."""
        ...

    @property
    def verifier_key(self) -> str:
        """The public key as verifiers of C2SP notes take it: name, number and Ed25519 key."""
        ...

    def sign(self, size: int, root: bytes) -> bytes:
        """Signs the note of a tree head; for the same tree always the same signature."""
        ...


class Journal(Protocol):
    """Entries that are only ever added, in a hash tree; one writer at a time, however many there are."""

    def tell(self, *entries: Entry) -> None:
        """Write down what happened, all of it or nothing; durable, and signed, when it returns."""
        ...

    def head(self) -> Head | None:
        """The newest head; None while the journal is empty."""
        ...

    def entries(self, start: int = 0, stop: int | None = None) -> Iterator[KeptEntry]:
        """In order, some at a time, however many there are."""
        ...

    def inclusion(self, number: int, size: int) -> Sequence[bytes]:
        """Proves that an entry is in the tree of that size. Raises JournalError when there is none such."""
        ...

    def consistency(self, old: int, new: int) -> Sequence[bytes]:
        """Proves that the tree of `old` is the beginning of that of `new`. Raises JournalError likewise."""
        ...

    def forget_before(self, moment: datetime, spare: Collection[str] = ()) -> int:
        """Let go of what entries before `moment` said, and write that down; tells how many there were.

        Entries that tell of an id in `spare` keep what they say. The hashes stay, so everything that is left
        is proved as before.
        """
        ...


class Collector(Protocol):
    """A collector of logs, outside."""

    def send(self, lines: Iterable[tuple[datetime, str]]) -> int:
        """Hand over lines, each with its moment; how many. Raises JournalError unless all arrived."""
        ...
