"""How does the directory of schools come to be, and what did the last import change?

Register, address list and cluster file in; the whole directory replaced in one transaction; a
Difference out. There is never a second list, and nothing is written when something looks wrong.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from app.directory.difference import Difference, compare
from app.directory.read_addresses import Addresses, read_addresses
from app.directory.read_clusters import Clusters, read_clusters
from app.directory.read_register import Register, read_register
from app.domain.address import SCHOOL_SUFFIXES
from app.domain.errors import ImportFileError
from app.domain.school import School
from app.ports import DirectoryContents, DirectoryStore, DirectorySummary
from app.reading.table_file import ImportFile, Refusal, first_of

_SUSPICIOUS = 0.5


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


def import_register(
    store: DirectoryStore,
    files: DirectoryFiles,
    *,
    now: datetime,
    is_forced: bool = False,
    is_trial: bool = False,
) -> Difference:
    """Replace the directory by what the files say, and tell what that changed.

    Without an address list or a cluster file, what is held of them stays with its schools.
    `is_trial` writes nothing. Raises ImportFileError when a file is wrong and, unless it `is_forced`,
    when a list has no row of use or more than half of the schools, addresses or clusters would be lost.
    """
    held = store.summary()
    new = _read(files, held, store.hash_address)
    if not is_forced:
        _refuse_an_unusable_list(files, new)
        _refuse_a_loss(files, held, new)
    if not is_trial:
        store.replace(DirectoryContents(new.schools, new.closed, tuple(new.listed.kept), now, new.homes))
    return _difference(held, new)


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

    @property
    def closed(self) -> frozenset[str]:
        """Closed schools that still have addresses."""
        return self.register.closed & {urn for _, urn in self.hashes}


def _read(files: DirectoryFiles, held: DirectorySummary, hashed: Callable[[str], str]) -> _New:
    read = read_register(files.register, files.authority)
    listed = read_addresses(files.emails, read, files.school_suffixes) if files.emails else Addresses()
    homes = {} if files.emails else _homes(held, read)
    placed = read_clusters(files.clusters, read) if files.clusters else _clusters_held(held, read)
    hashes = {(hashed(entry.address), entry.urn) for entry in listed.kept}
    hashes |= {(address, homes[urn]) for address, urn in held.address_hashes if urn in homes}
    schools = tuple(_in_cluster(school, placed) for school in read.schools.values())
    homeless = 0 if files.emails else sum(urn not in homes for _, urn in held.address_hashes)
    return _New(read, listed, placed, schools, frozenset(hashes), homes, homeless)


def _homes(held: DirectorySummary, read: Register) -> dict[str, str]:
    """Addresses stay with their school, open or closed, or go to the one that took its place."""
    homes = {urn: read.successors.get(urn, urn) for _, urn in held.address_hashes}
    return {urn: home for urn, home in homes.items() if home in read.schools or home in read.closed}


def _clusters_held(held: DirectorySummary, read: Register) -> Clusters:
    return Clusters({read.successors.get(s.urn, s.urn): (s.cluster, s.officer) for s in held.schools})


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
        (new.homeless, "Addresses removed because their school is no longer in the register"),
        (listed.repeats, "Addresses that were there twice"),
        (listed.elsewhere + new.placed.elsewhere, "Rows about schools of other authorities"),
    ):
        if count:
            yield f"{text}: {count}"
    if len(new.register.authorities) > 1:
        yield f"Authorities in the register: {len(new.register.authorities)}; --la CODE keeps one"


def _refuse_an_unusable_list(files: DirectoryFiles, new: _New) -> None:
    for file, used, refused in (
        (files.emails, len(new.listed.kept), new.listed.refused),
        (files.clusters, len(new.placed.of_school), new.placed.refused),
    ):
        if file and not used:
            raise ImportFileError(
                f"{file.name}: no row of it can be used, so nothing was changed."
                f"{first_of(refused) or ' Nothing below line 1 is about a school of the register.'} "
                "Look whether the right file was named; if it is right, import again with --force."
            )


def _refuse_a_loss(files: DirectoryFiles, held: DirectorySummary, new: _New) -> None:
    """A cut-off download or the wrong file must not empty the directory."""
    schools = {school.urn for school in held.schools}
    lost = schools - new.register.schools.keys() - new.register.successors.keys()
    _refuse_if(files.register, "schools", len(lost), len(schools), new.register.refused)
    before = new.register.at_home(held.address_hashes)
    dropped, file = before - new.hashes, files.emails or files.register
    refused = new.listed.refused if files.emails else new.register.refused
    _refuse_if(file, "addresses", len(dropped), len(before), refused)
    if files.clusters:
        placed = {new.register.successors.get(s.urn, s.urn) for s in held.schools if s.cluster}
        bare = {s.urn for s in new.schools if not s.cluster}
        _refuse_if(
            files.clusters, "schools from their clusters", len(placed & bare), len(placed), new.placed.refused
        )


def _refuse_if(file: ImportFile, what: str, lost: int, of: int, refused: Sequence[Refusal]) -> None:
    if lost > of * _SUSPICIOUS:
        raise ImportFileError(
            f"{file.name}: this import would remove {lost} of {of} {what}, so nothing was changed."
            f"{first_of(refused)} Look whether the file is whole and the right one; "
            "if it is, import again with --force."
        )
