"""Harmless stand-ins for everything in ``app/ports.py``, and the cast that tests write to.

``FakeDirectory`` knows the made-up schools of the example drafts: ``s03.c02.primary.sch.example`` is the
third school of the second cluster, a primary school.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from threading import Lock
from zoneinfo import ZoneInfo

from app.domain.accuracy import Step
from app.domain.address import normal_address
from app.domain.choice import Choice, Chosen, callers_of_wrong
from app.domain.errors import ImportFileError, PolicyChangeError, StoreError
from app.domain.held_directory import DirectorySummary, LastImport
from app.domain.listing import domains_to_try, listing_by_domain, mail_domains
from app.domain.reading import Act, Matter, Name, NameKind, Sentence, Tone
from app.domain.school import Listing, Phase
from app.domain.sent import LEAST_ALIKE, Fingerprint, Gist, fingerprint_of
from app.policy_owner.example_drafts import ExampleDirectory
from app.ports import (
    AlikeForMany,
    AlikeMail,
    CheckRecord,
    Correction,
    DirectoryContents,
    PackChange,
    PackVersion,
    Recollection,
    SenderRecord,
    SentMail,
)

LONDON = ZoneInfo("Europe/London")
MONDAY_MORNING = datetime(2026, 11, 16, 10, 0, tzinfo=LONDON)
OWN_DOMAIN = "council.example"

CLOSED = Listing(is_exact=True, is_closed=True)


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
        return ExampleDirectory().look_up([address])[address]


@dataclass
class FakeDirectoryStore:
    """A directory in memory; its keyed hash is the address spelled backwards."""

    held: DirectoryContents | None = None
    before: DirectoryContents | None = None
    version: int = 0

    def look_up(self, addresses: Iterable[str]) -> Mapping[str, Listing]:
        return {address: self._one(normal_address(address)) for address in addresses}

    def open_schools(self) -> int:
        return len(self.held.schools) if self.held else 0

    def hash_address(self, address: str) -> str:
        return normal_address(address)[::-1]

    def summary(self) -> DirectorySummary:
        if self.held is None:
            return DirectorySummary((), frozenset(), None)
        hashes = frozenset((self.hash_address(e.address), e.urn) for e in self.held.entries)
        schools = {s.urn: (s.cluster, s.officer) for s in self.held.schools}
        moved = {u: at for u, at in self.held.listed.items() if schools.get(u, at) != at}
        return DirectorySummary(self.held.schools, hashes, self.held.imported_at, moved, self.version)

    def last_import(self, at: datetime) -> LastImport | None:
        if self.held is None or self.before is None or at >= self.held.imported_at + timedelta(days=14):
            return None
        return LastImport(self.held.imported_at, self.held.imported_by, self.before.imported_at)

    def undo(self, at: datetime, by: str = "") -> None:  # noqa: ARG002 - the port's signature
        if self.last_import(at) is None:
            raise ImportFileError("nothing to take back")
        self.held, self.before, self.version = self.before, None, self.version + 1

    def replace(self, contents: DirectoryContents) -> None:
        if contents.follows is not None and contents.follows != self.version:
            raise ImportFileError("the directory was changed meanwhile")
        known = {s.urn for s in contents.schools} | contents.closed
        held = self.held.entries if self.held else ()
        kept = (replace(e, urn=contents.keeps[e.urn]) for e in held if e.urn in contents.keeps)
        entries = (*contents.entries, *kept)
        if any(e.urn not in known for e in entries):
            raise StoreError("an address of a school that is not there")
        self.before = self.held
        self.held, self.version = replace(contents, entries=entries, keeps={}), self.version + 1

    def _one(self, address: str) -> Listing:
        if self.held is None or not address:
            return Listing()
        schools = {s.urn: s for s in self.held.schools}
        pairs = [(normal_address(e.address), e.urn) for e in self.held.entries]
        urns = sorted({urn for known, urn in pairs if known == address})
        if found := tuple(schools[u] for u in urns if u in schools):
            return Listing(found, is_exact=True)
        domains = mail_domains(
            [(s.domain, s.urn) for s in schools.values() if s.domain],
            [(e.school_domain, e.urn) for e in self.held.entries if e.school_domain and e.urn in schools],
        )
        for domain in domains_to_try(address.rpartition("@")[2]):
            if at_it := [schools[urn] for d, urn in sorted(domains) if d == domain]:
                by_domain = listing_by_domain(at_it)
                return by_domain if by_domain.schools or not urns else CLOSED
        return CLOSED if urns else Listing()


@dataclass
class FakeReader:
    """One sentence a line.

    `scores` gives those of lines that a test cares about, by the label's own word ("anger", "health", "story",
    "casework"); `names` are people, told wherever they stand as they are spelled here.
    """

    scores: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    names: Sequence[str] = ()
    version: str = "fake"

    def read(self, text: str) -> tuple[Sentence, ...]:
        found, at = [], 0
        for line in text.splitlines(keepends=True):
            words = line.strip()
            if words:
                found.append(self._sentence(words, at + line.index(words[0])))
            at += len(line)
        return tuple(found)

    def cut(self, text: str) -> tuple[Sentence, ...]:
        return tuple(Sentence(s.start, s.end, {}) for s in self.read(text))

    def _sentence(self, words: str, start: int) -> Sentence:
        given = self.scores.get(words, {})
        unknown = set(given) - {*Tone, *Matter, *Act, "story"}
        if unknown:
            raise ValueError(f"no such labels: {sorted(unknown)}")
        names = (
            match.span() for name in self.names for match in re.finditer(rf"\b{re.escape(name)}\b", words)
        )
        return Sentence(
            start,
            start + len(words),
            {tone: given[tone] for tone in Tone if tone in given},
            {matter: given[matter] for matter in Matter if matter in given},
            given.get("story", 0.0),
            {act: given[act] for act in Act if act in given},
            tuple(Name(NameKind.PERSON, start + a, start + b, 0.9) for a, b in sorted(names)),
        )


@dataclass
class FakeSpeller:
    """Knows every word but those in `slips` and `unknown`."""

    slips: dict[str, Correction] = field(default_factory=dict)
    unknown: frozenset[str] = frozenset()

    def odd(self, words: Iterable[str]) -> frozenset[str]:
        return frozenset(words) & (self.unknown | self.slips.keys())

    def knows(self, word: str) -> bool:
        slip = self.slips.get(word)
        return word not in self.unknown and (slip is None or slip.is_american)

    def correct(self, word: str) -> Correction | None:
        return self.slips.get(word)


@dataclass
class FakeRecords:
    kept: list[CheckRecord] = field(default_factory=list)

    def add(self, record: CheckRecord) -> None:
        self.kept.append(record)

    def recent(self, limit: int, moment: str = "") -> Iterator[CheckRecord]:
        return iter([r for r in reversed(self.kept) if moment in {"", r.moment}][:limit])

    def of_sender(self, sender_hash: str) -> Sequence[SenderRecord]:
        return tuple(
            SenderRecord(r.at, r.moment, r.verdict, r.channel, tuple(rule["rule"] for rule in r.rules))
            for r in reversed(self.kept)
            if r.sender_hash == sender_hash
        )

    def forget_before(self, moment: datetime) -> int:
        before = len(self.kept)
        self.kept = [r for r in self.kept if r.at >= moment]
        return before - len(self.kept)

    def shown_to(self, since: date, rule: str = "") -> Mapping[str, int]:
        met = {
            (said["rule"], record.sender_hash)
            for record in self.kept
            for said in record.rules
            if record.at.date() >= since and said.get("mode") != "trial" and rule in {"", said["rule"]}
        }
        return Counter(name for name, _ in met)

    def keyed_hash(self, value: str) -> str:
        return f"h{hash(value):x}"


@dataclass
class FakeChoices:
    kept: list[Choice] = field(default_factory=list)

    def add(self, choice: Choice) -> None:
        self.kept.append(choice)

    def counts(self, since: datetime) -> Mapping[tuple[str, Chosen], int]:
        return Counter((c.rule, c.chosen) for c in self.kept if c.at >= since)

    def called_wrong(self, since: datetime, rule: str = "") -> Mapping[str, int]:
        return callers_of_wrong(c for c in self.kept if c.at >= since and rule in {"", c.rule})

    def of_sender(self, sender_hash: str) -> Sequence[Choice]:
        return tuple(c for c in reversed(self.kept) if c.sender_hash == sender_hash)

    def forget_before(self, moment: datetime) -> int:
        before = len(self.kept)
        self.kept = [c for c in self.kept if c.at >= moment]
        return before - len(self.kept)


@dataclass
class FakeMarks:
    kept: dict[tuple[str, str], datetime] = field(default_factory=dict)
    is_broken: bool = False

    def held(self, owner: str, at: datetime) -> frozenset[str]:
        self._look()
        return frozenset(mark for (whose, mark), until in self.kept.items() if whose == owner and until > at)

    def keep(self, owner: str, marks: Iterable[str], at: datetime, until: datetime) -> None:
        self._look()
        self.kept = {mark: lasts for mark, lasts in self.kept.items() if lasts > at}
        for mark in marks:
            self.kept[owner, mark] = max(until, self.kept.get((owner, mark), until))

    def drop(self, owner: str, marks: Iterable[str]) -> None:
        self._look()
        for mark in marks:
            self.kept.pop((owner, mark), None)

    def _look(self) -> None:
        if self.is_broken:
            raise StoreError("The database cannot be reached.")


@dataclass
class FakeSteps:
    kept: list[Step] = field(default_factory=list)
    is_broken: bool = False

    def stamp(self) -> int:
        if self.is_broken:
            raise StoreError("The database cannot be reached.")
        return len(self.kept)

    def all(self) -> Sequence[Step]:
        return tuple(self.kept)

    def add(self, step: Step) -> Step:
        newest = max((s.number for s in self.kept if s.rule == step.rule), default=0)
        if step.follows != newest:
            raise PolicyChangeError(f"{step.rule} stepped meanwhile.")
        self.kept.append(replace(step, number=len(self.kept) + 1))
        return self.kept[-1]


@dataclass
class FakePackStore:
    kept: list[PackVersion] = field(default_factory=list)
    is_broken: bool = False
    lock: Lock = field(default_factory=Lock)

    def stamp(self) -> int:
        if self.is_broken:
            raise StoreError("The database cannot be reached.")
        return len(self.kept)

    def newest(self) -> Mapping[str, PackVersion]:
        return {version.pack: version for version in self.kept}

    def history(self, limit: int) -> Sequence[PackVersion]:
        return tuple(reversed(self.kept))[:limit]

    def version(self, number: int) -> PackVersion | None:
        return self.kept[number - 1] if 0 < number <= len(self.kept) else None

    def save(self, changes: Sequence[PackChange], at: datetime, by: str, why: str) -> Sequence[PackVersion]:
        with self.lock:
            followed = {(version.pack, version.follows) for version in self.kept}
            if taken := [c.pack for c in changes if (c.pack, c.follows) in followed]:
                raise PolicyChangeError(f"Somebody changed {taken[0]} meanwhile.")
            first = len(self.kept) + 1
            new = [
                PackVersion(first + n, c.pack, c.text, at, by, why, c.follows) for n, c in enumerate(changes)
            ]
            self.kept += new
            return tuple(new)


@dataclass
class FakeSentMails:
    """In memory, one list a table; tests move the clock."""

    clock: FakeClock = field(default_factory=FakeClock)
    days_for_many: int = 14
    mails: list[tuple[datetime, SentMail]] = field(default_factory=list)
    texts: list[tuple[datetime, SentMail]] = field(default_factory=list)
    counted: Counter[tuple[date, str]] = field(default_factory=Counter)
    is_broken: bool = False

    def fingerprint(self, gist: Gist) -> Fingerprint:
        return fingerprint_of(gist, lambda text: hash(text) % 2**64)

    def keyed_hash(self, value: str) -> str:
        return f"h{hash(value):x}"

    def recall(self, asked: SentMail) -> Recollection:
        self.forget_old()
        own = [
            (at, mail, likeness)
            for at, mail in self.mails
            if mail.sender_hash == asked.sender_hash
            and (likeness := asked.fingerprint.likeness(mail.fingerprint)) >= LEAST_ALIKE
        ]
        many = [
            AlikeForMany(at, mail.reached, likeness)
            for at, mail in self.texts
            if (likeness := asked.fingerprint.likeness(mail.fingerprint)) >= LEAST_ALIKE
            and not any(at == when and mail.fingerprint == kept.fingerprint for when, kept, _ in own)
        ]
        weeks = Counter[str]()
        for (_, school), mails in self.counted.items():
            weeks[school] += mails
        alike = (AlikeMail(mail.schools, likeness, mail.may_be_held) for _, mail, likeness in own)
        return Recollection(tuple(alike), tuple(many), max((weeks[s] for s in asked.schools), default=0))

    def remember(self, sent: SentMail) -> None:
        self.forget_old()
        now = self.clock.now()
        if any(mail.draft_hash == sent.draft_hash for _, mail in self.mails):
            return
        replaced = [(at, mail) for at, mail in self.mails if self._is_replaced(mail, sent)]
        self.mails = [kept for kept in self.mails if kept not in replaced]
        self.texts = [kept for kept in self.texts if kept not in replaced]
        self.mails.append((now, sent))
        if sent.reached and sent.fingerprint.marks:
            self.texts.append((now, sent))
        before = frozenset[str]().union(*(mail.schools for _, mail in replaced))
        self.counted.update((now.date(), school) for school in sent.schools - before)

    def forget_old(self) -> int:
        if self.is_broken:
            raise StoreError("The database cannot be reached.")
        now, before = self.clock.now(), len(self.mails) + len(self.texts)
        latest = now + timedelta(hours=1)
        oldest = now - timedelta(days=self.days_for_many)
        self.mails = [kept for kept in self.mails if now - timedelta(hours=24) < kept[0] <= latest]
        self.texts = [kept for kept in self.texts if oldest < kept[0] <= latest]
        week = (now - timedelta(days=7)).date()
        self.counted = Counter({k: n for k, n in self.counted.items() if week < k[0] <= latest.date()})
        return before - len(self.mails) - len(self.texts)

    def _is_replaced(self, mail: SentMail, sent: SentMail) -> bool:
        return (
            mail.may_be_held
            and mail.sender_hash == sent.sender_hash
            and not mail.schools.isdisjoint(sent.schools)
            and sent.fingerprint.likeness(mail.fingerprint) >= LEAST_ALIKE
        )
