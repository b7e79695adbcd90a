"""What would an import make of the directory, what would that change, and is there anything odd about it?

Register, address list and cluster file in; the directory that would be, a Difference and the Doubts out.
Nothing is written. A school that somebody moved by hand stays there until the cluster file says something new
about it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from app.directory.difference import Difference, compare
from app.directory.read_addresses import Addresses, read_addresses
from app.directory.read_clusters import Clusters, read_clusters
from app.directory.read_register import Register, read_register
from app.domain.address import SCHOOL_SUFFIXES
from app.domain.held_directory import DirectorySummary
from app.domain.school import School
from app.ports import DirectoryContents, DirectoryStore
from app.reading.table_file import ImportFile, Refusal, first_of

_SUSPICIOUS = 0.5
_Place = tuple[str, str]


@dataclass(frozen=True, slots=True)
class DirectoryFiles:
    """What to import, and how to read it.

    With `authority` (its code, as text) only its schools are kept. Below `school_suffixes` a mail
    domain is taken to be one that a school registered.
    """

    register: ImportFile
    emails: ImportFile | None = None
    clusters: ImportFile | None = None
    authority: str = ""
    school_suffixes: Sequence[str] = SCHOOL_SUFFIXES


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something about a file that somebody has to mean: what it would do, why, and where to look."""

    file: str
    said: str
    why: str
    look: str

    def __str__(self) -> str:
        """For a page, where nothing was changed yet."""
        return f"{self.file}: {self.said}.{self.why} {self.look}."


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """An import that was looked at."""

    contents: DirectoryContents
    difference: Difference
    doubts: tuple[Doubt, ...]


def plan_import(store: DirectoryStore, files: DirectoryFiles, *, now: datetime, by: str = "") -> ImportPlan:
    """What the files would make of the directory.

    Without an address list or a cluster file, what is held of them stays with its schools.

    Raises:
        ImportFileError: a file is wrong.
    """
    held = store.summary()
    new = _read(files, held, store.hash_address)
    doubts = (*_unusable_lists(files, new), *_losses(files, held, new))
    contents = DirectoryContents(
        new.schools,
        new.closed,
        tuple(new.listed.kept),
        now,
        new.homes,
        listed=new.moved,
        successors=new.register.successors,
        imported_by=by,
        follows=held.version,
    )
    return ImportPlan(contents, _difference(held, new), doubts)


@dataclass(frozen=True, slots=True)
class _New:
    """The directory that is to be. `hashes` are its addresses with their schools."""

    register: Register
    listed: Addresses
    placed: Clusters
    schools: tuple[School, ...]
    hashes: frozenset[tuple[str, str]]
    homes: Mapping[str, str]
    """School whose addresses are held to the one that keeps them; empty when a list was given."""
    homeless: int
    """How many held addresses go because their school is not in the register; 0 when a list was given."""
    moved: Mapping[str, _Place] = field(default_factory=dict)
    """Where the cluster file has schools that somebody moved by hand and that stay there."""
    moved_back: int = 0

    @property
    def closed(self) -> frozenset[str]:
        """Closed schools that still have addresses."""
        return self.register.closed & {urn for _, urn in self.hashes}


def _read(files: DirectoryFiles, held: DirectorySummary, hashed: Callable[[str], str]) -> _New:
    read = read_register(files.register, files.authority)
    listed = read_addresses(files.emails, read, files.school_suffixes) if files.emails else Addresses()
    homes = {} if files.emails else _homes(held, read)
    places = _Places(held, read)
    placed = read_clusters(files.clusters, read) if files.clusters else places.as_held
    hashes = {(hashed(entry.address), entry.urn) for entry in listed.kept}
    hashes |= {(address, homes[urn]) for address, urn in held.address_hashes if urn in homes}
    moved = places.moved_by_hand(placed) if files.clusters else places.as_listed
    hand = places.as_held if files.clusters else placed
    schools = tuple(_in_cluster(s, hand if s.urn in moved else placed) for s in read.schools.values())
    homeless = 0 if files.emails else sum(urn not in homes for _, urn in held.address_hashes)
    back = len(places.as_listed.keys() & read.schools.keys()) - len(moved)
    return _New(read, listed, placed, schools, frozenset(hashes), homes, homeless, moved, back)


def _homes(held: DirectorySummary, read: Register) -> dict[str, str]:
    """Addresses stay with their school, open or closed, or go to the one that took its place."""
    homes = {urn: read.successors.get(urn, urn) for _, urn in held.address_hashes}
    return {urn: home for urn, home in homes.items() if home in read.schools or home in read.closed}


class _Places:
    """Where the schools stand now, by the number that each has in the new register."""

    def __init__(self, held: DirectorySummary, read: Register) -> None:
        now = {read.successors.get(s.urn, s.urn): (s.cluster, s.officer) for s in held.schools}
        self.as_held = Clusters(now)
        of_file = {read.successors.get(urn, urn): place for urn, place in held.listed.items()}
        self.as_listed = {urn: place for urn, place in of_file.items() if urn in read.schools}
        """What the last cluster file said of those that were moved by hand."""

    def moved_by_hand(self, placed: Clusters) -> dict[str, _Place]:
        """Those of which the new cluster file says nothing new."""
        return {
            urn: place
            for urn, place in self.as_listed.items()
            if placed.of_school.get(urn, ("", "")) == place
        }


def _in_cluster(school: School, placed: Clusters) -> School:
    cluster, officer = placed.of_school.get(school.urn, ("", ""))
    return replace(school, cluster=cluster, officer=officer)


def _difference(held: DirectorySummary, new: _New) -> Difference:
    changes, read = compare(held.schools, new.schools), new.register
    before = read.at_home(held.address_hashes)
    return Difference(
        schools=len(new.schools),
        schools_before=len(held.schools),
        clusters=len({s.cluster for s in new.schools if s.cluster}),
        new=changes.new,
        closed=tuple(name for urn, name in changes.lost.items() if urn in read.closed),
        gone=tuple(name for urn, name in changes.lost.items() if urn not in read.closed),
        renamed=changes.renamed,
        phases=changes.phases,
        moved=changes.moved,
        officers=changes.officers,
        details=changes.details,
        addresses=len(new.hashes),
        addresses_added=len(new.hashes - before),
        addresses_removed=len(before - new.hashes),
        drift=read.drift,
        refused=(*read.refused, *new.listed.refused, *new.placed.refused),
        notes=tuple(_notes(held, new)),
    )


def _notes(held: DirectorySummary, new: _New) -> Iterable[str]:
    homes, listed = new.homes, new.listed
    reached = {urn for _, urn in new.hashes}
    if homes or new.homeless:
        yield "No address list was given: the addresses that are held stay with their schools"
    for count, text in (
        (sum(s.urn not in reached for s in new.schools), "Open schools without an address"),
        (sum(not s.cluster for s in new.schools), "Open schools in no cluster"),
        (len(new.closed), "Closed schools that still have an address"),
        (
            listed.moved + sum(homes.get(urn, urn) != urn for _, urn in held.address_hashes),
            "Addresses that went from a closed school to the one in its place",
        ),
        (len(new.moved), "Schools that stay where somebody moved them by hand"),
        (new.moved_back, "Schools moved by hand that go where the new cluster file has them"),
        (new.homeless, "Addresses removed because their school is no longer in the register"),
        (listed.repeats, "Addresses that were there twice"),
        (listed.elsewhere + new.placed.elsewhere, "Rows about schools of other authorities"),
    ):
        if count:
            yield f"{text}: {count}"
    if len(new.register.authorities) > 1:
        yield f"Authorities in the register: {len(new.register.authorities)}; --la CODE keeps one"


def _unusable_lists(files: DirectoryFiles, new: _New) -> Iterator[Doubt]:
    for file, used, refused in (
        (files.emails, len(new.listed.kept), new.listed.refused),
        (files.clusters, len(new.placed.of_school), new.placed.refused),
    ):
        if file and not used:
            nothing = " Nothing below line 1 is about a school of the register."
            why = first_of(refused) or nothing
            yield Doubt(file.name, "no row of it can be used", why, "Look whether the right file was named")


def _losses(files: DirectoryFiles, held: DirectorySummary, new: _New) -> Iterator[Doubt]:
    """A cut-off download or the wrong file must not empty the directory."""
    schools = {school.urn for school in held.schools}
    lost = schools - new.register.schools.keys() - new.register.successors.keys()
    yield from _loss(files.register, "schools", len(lost), len(schools), new.register.refused)
    before = new.register.at_home(held.address_hashes)
    dropped, file = before - new.hashes, files.emails or files.register
    refused = new.listed.refused if files.emails else new.register.refused
    yield from _loss(file, "addresses", len(dropped), len(before), refused)
    if files.clusters:
        placed = {new.register.successors.get(s.urn, s.urn) for s in held.schools if s.cluster}
        bare = {s.urn for s in new.schools if not s.cluster}
        lost_places = len(placed & bare)
        yield from _loss(
            files.clusters, "schools from their clusters", lost_places, len(placed), new.placed.refused
        )


def _loss(file: ImportFile, what: str, lost: int, of: int, refused: Sequence[Refusal]) -> Iterator[Doubt]:
    if lost > of * _SUSPICIOUS:
        said = f"this import would remove {lost} of {of} {what}"
        yield Doubt(file.name, said, first_of(refused), "Look whether the file is whole and the right one")
