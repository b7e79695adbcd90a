"""How does the directory of schools come to be, and what did the last import change?

Register, address list and cluster file in; the whole directory replaced in one transaction; a
Difference out. There is never a second list, and nothing is written when something looks wrong.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from app.directory.difference import Difference, compare
from app.directory.read_addresses import Addresses, read_addresses
from app.directory.read_clusters import Clusters, read_clusters
from app.directory.read_register import Register, read_register
from app.directory.table_file import ImportFile
from app.domain.errors import ImportFileError
from app.domain.school import School
from app.ports import DirectoryContents, DirectoryStore, DirectorySummary

_SUSPICIOUS = 0.5


@dataclass(frozen=True, slots=True)
class DirectoryFiles:
    """What to import. With `authority` (its code, as text) only its schools are kept."""

    register: ImportFile
    emails: ImportFile | None = None
    clusters: ImportFile | None = None
    authority: str = ""


def import_register(
    store: DirectoryStore,
    files: DirectoryFiles,
    *,
    now: datetime,
    is_forced: bool = False,
    is_trial: bool = False,
) -> Difference:
    """Replace the directory by what the files say, and tell what that changed.

    Without a cluster file the clusters that are held stay. `is_trial` writes nothing. Raises
    ImportFileError when a file is wrong, or when the import would lose more than half of the
    schools or addresses and is not forced.
    """
    held = store.summary()
    read = read_register(files.register, files.authority)
    addresses = read_addresses(files.emails, read) if files.emails else Addresses()
    placed = read_clusters(files.clusters, read) if files.clusters else _clusters_held(held, read)
    schools = tuple(_in_cluster(school, placed) for school in read.schools.values())
    hashes = {(store.hash_address(e.address), e.urn) for e in addresses.kept}
    difference = replace(
        _difference(held, schools, hashes, read),
        refused=(*read.refused, *addresses.refused, *placed.refused),
        notes=tuple(_notes(read, addresses, placed, schools)),
    )
    if not is_forced:
        _refuse_a_loss(files, held, read, hashes)
    if not is_trial:
        closed = frozenset(addresses.of_closed)
        store.replace(DirectoryContents(schools, closed, tuple(addresses.kept), imported_at=now))
    return difference


def _clusters_held(held: DirectorySummary, read: Register) -> Clusters:
    return Clusters({read.successors.get(s.urn, s.urn): (s.cluster, s.officer) for s in held.schools})


def _in_cluster(school: School, placed: Clusters) -> School:
    cluster, officer = placed.of_school.get(school.urn, ("", ""))
    return replace(school, cluster=cluster, officer=officer)


def _difference(
    held: DirectorySummary, schools: Sequence[School], hashes: set[tuple[str, str]], read: Register
) -> Difference:
    changes = compare(held.schools, schools)
    return Difference(
        schools=len(schools),
        schools_before=len(held.schools),
        clusters=len({s.cluster for s in schools if s.cluster}),
        new=changes.new,
        closed=tuple(name for urn, name in changes.lost.items() if urn in read.closed),
        gone=tuple(name for urn, name in changes.lost.items() if urn not in read.closed),
        renamed=changes.renamed,
        phases=changes.phases,
        moved=changes.moved,
        officers=changes.officers,
        details=changes.details,
        addresses=len(hashes),
        addresses_added=len(hashes - held.address_hashes),
        addresses_removed=len(held.address_hashes - hashes),
        drift=read.drift,
    )


def _notes(
    read: Register, addresses: Addresses, placed: Clusters, schools: Sequence[School]
) -> Iterable[str]:
    reached = {e.urn for e in addresses.kept}
    without_address = sum(s.urn not in reached for s in schools)
    without_cluster = sum(not s.cluster for s in schools)
    for count, text in (
        (without_address, "Open schools without an address in the list"),
        (without_cluster, "Open schools in no cluster"),
        (len(addresses.of_closed), "Closed schools that still have an address in the list"),
        (addresses.moved, "Addresses that went from a closed school to the one in its place"),
        (addresses.repeats, "Addresses that were there twice"),
        (addresses.elsewhere + placed.elsewhere, "Rows about schools of other authorities"),
    ):
        if count:
            yield f"{text}: {count}"
    if len(read.authorities) > 1:
        yield f"Authorities in the register: {len(read.authorities)}; --la CODE keeps one"


def _refuse_a_loss(
    files: DirectoryFiles, held: DirectorySummary, read: Register, hashes: set[tuple[str, str]]
) -> None:
    """A cut-off download or the wrong file must not empty the directory."""
    schools = {school.urn for school in held.schools}
    lost = schools - read.schools.keys() - read.successors.keys()
    addresses = {address for address, _ in held.address_hashes}
    dropped = addresses - {address for address, _ in hashes}
    if len(lost) > len(schools) * _SUSPICIOUS:
        raise _too_much(files.register, f"{len(lost)} of {len(schools)} schools", "it is the whole register")
    if files.emails is None and addresses:
        look = "the address list was named (--emails FILE)"
        raise _too_much(files.register, f"all {len(addresses)} addresses", look)
    if files.emails and len(dropped) > len(addresses) * _SUSPICIOUS:
        raise _too_much(files.emails, f"{len(dropped)} of {len(addresses)} addresses", "it is the whole list")


def _too_much(file: ImportFile, loss: str, look: str) -> ImportFileError:
    return ImportFileError(
        f"{file.name}: this import would remove {loss}, so nothing was changed. "
        f"Look whether {look}; if it is right, import again with --force."
    )
