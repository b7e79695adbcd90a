"""What does Sendwell need from outside its own process?

Every such thing is a Protocol on this page, with its contract. Adapters implement them; the fakes
in ``tests/fakes.py`` do too and pass the same contract tests.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Protocol

from app.domain.accuracy import Step
from app.domain.choice import Choice, Chosen
from app.domain.held_directory import DirectorySummary, LastImport
from app.domain.reading import Sentence
from app.domain.school import Listing, School
from app.domain.sent import NO_FINGERPRINT, Fingerprint, Gist


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

    def odd(self, words: Iterable[str]) -> frozenset[str]:
        """Those of many words that the others have to be asked of; the rest are plainly right.

        Every word that is not known, or that `correct` has an answer for; it may hold more.
        """
        ...

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
    """A whole directory: replaces the one before; there is never a second list.

    `successors` are closed schools with the open one in their place. `follows` is the version of the
    directory that it was made for, where nothing else may have changed meanwhile.
    """

    schools: tuple[School, ...]
    closed: frozenset[str]
    """URNs of closed schools that still have addresses."""
    entries: tuple[DirectoryEntry, ...]
    imported_at: datetime
    keeps: Mapping[str, str] = field(default_factory=dict)
    """URN to the URN that has its addresses from now on: those held for it stay, beside the entries."""
    listed: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """URN to cluster and officer as the cluster file has them, where somebody moved the school by hand."""
    successors: Mapping[str, str] = field(default_factory=dict)
    imported_by: str = ""
    follows: int | None = None


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

        Raises StoreError when an address would belong to no school, and ImportFileError when the directory
        is no longer the one that `contents` follows; nothing changes then.
        """
        ...

    def last_import(self, at: datetime) -> LastImport | None:
        """What `undo` would take back at that moment; None when there is nothing, or it is too long ago."""
        ...

    def undo(self, at: datetime, by: str = "") -> None:
        """Put the directory back as it was before the last import, once; what was moved by hand stays.

        Raises ImportFileError when there is nothing to take back.
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


@dataclass(frozen=True, slots=True)
class SenderRecord:
    """What a person is shown of one record about them."""

    at: datetime
    moment: str
    verdict: str
    channel: str
    rules: Sequence[str]


class CheckRecords(Protocol):
    """Where feature records are kept."""

    def add(self, record: CheckRecord) -> None:
        """Keep one record. At Send it is durable when this returns; before, it outlives the process."""
        ...

    def recent(self, limit: int, moment: str = "") -> Iterator[CheckRecord]:
        """The newest records, newest first, a page at a time; with `moment`, only those of that moment."""
        ...

    def of_sender(self, sender_hash: str) -> Sequence[SenderRecord]:
        """What is kept of one sender's checks, newest first: for that person to see."""
        ...

    def forget_before(self, moment: datetime) -> int:
        """Delete every record from before `moment` (timezone-aware), and tell how many there were."""
        ...

    def shown_to(self, since: date, rule: str = "") -> Mapping[str, int]:
        """To how many different senders a card of each rule was shown since a day; with `rule`, that one."""
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

    def called_wrong(self, since: datetime, rule: str = "") -> Mapping[str, int]:
        """How many senders called each rule wrong since a moment and stand by it; with `rule`, that one."""
        ...

    def of_sender(self, sender_hash: str) -> Sequence[Choice]:
        """What one sender chose, newest first: for that person to see."""
        ...

    def forget_before(self, moment: datetime) -> int:
        """Delete every choice from before `moment` (timezone-aware), and tell how many there were."""
        ...


class Steps(Protocol):
    """Where it is kept which rules stepped themselves down, and which a person let be; every step stays."""

    def stamp(self) -> int:
        """The number of the newest step; 0 when there is none. Cheap: asked often."""
        ...

    def all(self) -> Sequence[Step]:
        """Every step, oldest first."""
        ...

    def add(self, step: Step) -> Step:
        """Keep one, durably; it gets its number here.

        Raises PolicyChangeError when the rule's newest step is not the one that it follows.
        """
        ...


@dataclass(frozen=True, slots=True)
class SentMail:
    """What is remembered of one mail to schools: keyed hashes and numbers, never a word, name or address.

    `draft_hash` is the same for the very same draft. `may_be_held` when a card stood between it and Send, so
    that it may not have gone. `reached` is how many schools the text is for when it is for many, else 0.
    """

    draft_hash: str
    sender_hash: str
    schools: frozenset[str]
    fingerprint: Fingerprint = NO_FINGERPRINT
    may_be_held: bool = False
    reached: int = 0


@dataclass(frozen=True, slots=True)
class AlikeMail:
    """A mail of the same sender, not a day old, whose text is like the one asked about."""

    schools: frozenset[str]
    likeness: float
    may_be_held: bool


@dataclass(frozen=True, slots=True)
class AlikeForMany:
    """A text for many schools that is like the one asked about; whose it was is not kept."""

    at: datetime
    reached: int
    likeness: float


@dataclass(frozen=True, slots=True)
class Recollection:
    """What is known beside one mail to schools; `this_week` counts mails to the busiest of its schools."""

    own: tuple[AlikeMail, ...] = ()
    for_many: tuple[AlikeForMany, ...] = ()
    this_week: int = 0


class SentMails(Protocol):
    """The mails to schools that were sent lately, by its own clock.

    A sender's mails are kept for 24 hours and then deleted, at the next call of any kind: what is older is
    never told. Texts for many schools are kept for some days, without sender and schools; counts by school
    for a week. What is dated over an hour ahead (the clock was wrong) is deleted too.
    """

    def fingerprint(self, gist: Gist) -> Fingerprint:
        """The fingerprint under the installation's key."""
        ...

    def keyed_hash(self, value: str) -> str:
        """HMAC-SHA-256 of `value` under the installation's key, hex."""
        ...

    def recall(self, asked: SentMail) -> Recollection:
        """What was sent before. A text for many that its own sender wrote within the day is left out."""
        ...

    def remember(self, sent: SentMail) -> None:
        """Keep one mail; durable when it returns. The very same one again changes nothing."""
        ...

    def forget_old(self) -> int:
        """Delete what is too old, and tell how many mails and texts there were."""
        ...


class Marks(Protocol):
    """Keyed hashes that are remembered for a while: cards a sender answered, drafts that interrupted them.

    Each stands under an owner, which is a keyed hash too: nobody reads or sets another's.
    """

    def held(self, owner: str, at: datetime) -> frozenset[str]:
        """The owner's marks that last beyond `at`."""
        ...

    def keep(self, owner: str, marks: Iterable[str], at: datetime, until: datetime) -> None:
        """Hold them until a moment, or longer where they were already; what is over by `at` is forgotten."""
        ...

    def drop(self, owner: str, marks: Iterable[str]) -> None:
        """Forget them; those that are not held are no matter."""
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
