"""Which schools does an address belong to, without anybody being able to list the addresses?

The directory in the database, answered from memory: one small question to the database now and then
tells whether another worker imported a new one.
"""

import logging
import math
import threading
import time
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Engine, Result, bindparam, delete, insert, select, update

from app.adapters.store import directory_shelf as shelf
from app.adapters.store import told
from app.adapters.store.address_book import ADDRESSES
from app.adapters.store.directory_rows import DirectoryRows, school_of
from app.adapters.store.directory_tables import refused_addresses
from app.adapters.store.engine import reading, writing
from app.adapters.store.keyed_hash import KeyedHash
from app.adapters.store.sealed import Seal, ring_of
from app.adapters.store.tables import addresses, directory_state, mail_domains, schools
from app.adapters.store.told import UNTOLD, Telling
from app.domain.address import normal_address
from app.domain.errors import ImportFileError, StoreError
from app.domain.held_directory import DirectorySummary, LastImport
from app.domain.listing import domains_to_try, listing_by_domain
from app.domain.school import Listing, School
from app.key_ports import KeyRing
from app.ports import DirectoryContents

_LOG = logging.getLogger(__name__)
_NOTHING = Listing()
_CLOSED = Listing(is_exact=True, is_closed=True)


@dataclass(frozen=True, slots=True)
class _Snapshot:
    """The directory of one version, ready to answer."""

    version: int
    open_schools: int
    by_address: Mapping[str, Listing]
    by_domain: Mapping[str, Listing]
    others: Sequence[Listing]
    """Looked at for an address that is not held, so that the time tells nobody which it was."""


class SqlDirectory:
    """The directory in a database; safe to use from several threads.

    `refresh_seconds` is how old an answer may be after another worker's import.
    """

    def __init__(
        self,
        engine: Engine,
        key: KeyRing | bytes,
        refresh_seconds: float = 2.0,
        journal: Telling = UNTOLD,
    ) -> None:
        """Opens nothing yet; `key` never reaches the database."""
        self._engine, self._hash, self._journal = engine, KeyedHash(ring_of(key).codes), journal
        self._seal, self._shelf_seal = Seal(key, ADDRESSES), shelf.shelf_seal(key)
        self._refresh_seconds = refresh_seconds
        self._lock = threading.Lock()
        self._held: _Snapshot | None = None
        self._looked_at = -math.inf

    def look_up(self, addresses: Iterable[str]) -> Mapping[str, Listing]:
        """What is known of each address. An address that is not known gets ``Listing()``."""
        snapshot = self._current()
        domains: dict[str, Listing] = {}
        return {address: self._find(snapshot, address, domains) for address in addresses}

    def open_schools(self) -> int:
        """How many open schools there are."""
        return self._current().open_schools

    def hash_address(self, address: str) -> str:
        """The keyed hash under which an address is stored."""
        return self._hash.address(address)

    def summary(self) -> DirectorySummary:
        """What is held now."""
        with reading(self._engine) as connection:
            state = connection.execute(select(directory_state)).one()
            rows = [row for row in connection.execute(select(schools)) if row.is_open]
            pairs = connection.execute(select(addresses.c.address_hash, addresses.c.urn))
            return DirectorySummary(
                tuple(map(school_of, rows)),
                frozenset((p.address_hash, p.urn) for p in pairs),
                state.imported_at,
                {
                    row.urn: (row.listed_cluster, row.listed_officer)
                    for row in rows
                    if (row.listed_cluster, row.listed_officer) != (row.cluster, row.officer)
                },
                state.version,
            )

    def replace(self, contents: DirectoryContents) -> None:
        """Replace the whole directory in one transaction; until it ends the old one answers."""
        rows = DirectoryRows(contents, self._hash, self._seal)
        with writing(self._engine) as connection:
            version = _count_up(connection)
            if contents.follows is not None and version != contents.follows + 1:
                raise ImportFileError(
                    "The directory was changed since this import was looked at. Nothing was imported: look "
                    "again."
                )
            shelf.keep_before(connection, self._shelf_seal, contents)
            rows.keep(connection.execute(select(addresses)), contents.keeps)
            for table in (addresses, mail_domains, schools):
                connection.execute(delete(table))
            for table, values in (
                (schools, rows.schools),
                (addresses, rows.addresses),
                (mail_domains, rows.domains),
            ):
                if values:
                    connection.execute(insert(table), values)
            connection.execute(update(directory_state).values(imported_at=contents.imported_at))
            _forget_refusals(connection, rows.keys)
            about = ("directory-imported", "", len(rows.schools), contents.imported_by)
            self._journal.write(connection, told.administered(*about, self._journal))
        self._looked_at = -math.inf

    def last_import(self, at: datetime) -> LastImport | None:
        """The one whose directory before is still on the shelf."""
        with reading(self._engine) as connection:
            return shelf.last_import(connection, at)

    def undo(self, at: datetime, by: str = "") -> None:
        """In one transaction; until it ends the directory in force answers."""
        with writing(self._engine) as connection:
            _count_up(connection)
            shelf.bring_back(connection, self._shelf_seal, at)
            about = ("directory-import-undone", "", 1, by)
            self._journal.write(connection, told.administered(*about, self._journal))
        self._looked_at = -math.inf

    def forget_old(self, at: datetime) -> int:
        """Delete directories that were laid aside too long ago; the number of them."""
        with writing(self._engine) as connection:
            return shelf.forget_old(connection, at)

    def _find(self, snapshot: _Snapshot, address: str, domains: dict[str, Listing]) -> Listing:
        normal = normal_address(address)
        if not normal:
            return _NOTHING
        key = self._hash.of_normal("address", normal)
        other = snapshot.others[int(key[:8], 16) % len(snapshot.others)]
        exact, is_held = snapshot.by_address.get(key, other), key in snapshot.by_address
        has_schools = bool(exact.schools) and is_held
        domain = normal.rpartition("@")[2]
        if (
            domain not in domains
        ):  # looked for whether it is needed or not: the time tells nobody what is held
            hashes = [self._hash.of_normal("domain", d) for d in domains_to_try(domain)]
            listed = [snapshot.by_domain[h] for h in hashes if h in snapshot.by_domain]
            domains[domain] = listed[0] if listed else _NOTHING
        by_domain = domains[domain]
        if has_schools or not by_domain.schools:
            return exact if is_held else _NOTHING
        return by_domain

    def _current(self) -> _Snapshot:
        """The snapshot, read anew when the database says that there was an import."""
        held = self._held
        if held is not None and time.monotonic() - self._looked_at < self._refresh_seconds:
            return held
        with self._lock:
            try:
                self._held = held = self._read_unless(self._held)
            except StoreError:
                if held is None:
                    raise
                _LOG.warning("The directory could not be read again; the one in memory answers.")
            self._looked_at = time.monotonic()
            return held

    def _read_unless(self, held: _Snapshot | None) -> _Snapshot:
        with reading(self._engine) as connection:
            version = connection.execute(select(directory_state.c.version)).scalar_one()
            return held if held and held.version == version else _snapshot(connection, version)


def _count_up(connection: Connection) -> int:
    """The new version; the row is locked until the transaction ends, so imports follow each other."""
    version = directory_state.c.version
    counted = update(directory_state).values(version=version + 1).returning(version)
    return int(connection.execute(counted).scalar_one())


def _forget_refusals(connection: Connection, still_held: frozenset[str]) -> None:
    """What an address refused is forgotten when it leaves the directory: if it comes back, it starts anew."""
    key = refused_addresses.c.address_hash
    gone = set(connection.execute(select(key)).scalars()) - still_held
    if gone:
        connection.execute(
            delete(refused_addresses).where(key == bindparam("gone")), [{"gone": k} for k in gone]
        )


def _snapshot(connection: Connection, version: int) -> _Snapshot:
    opened = {row.urn: school_of(row) for row in connection.execute(select(schools)) if row.is_open}
    of_address = _grouped(connection.execute(select(addresses.c.address_hash, addresses.c.urn)))
    of_domain = _grouped(connection.execute(select(mail_domains.c.domain_hash, mail_domains.c.urn)))
    listed = {h: _listed([opened[u] for u in sorted(urns) if u in opened]) for h, urns in of_address.items()}
    by_domain = {
        h: listing_by_domain([opened[u] for u in sorted(urns) if u in opened])
        for h, urns in of_domain.items()
    }
    return _Snapshot(version, len(opened), listed, by_domain, tuple(listed.values()) or (_NOTHING,))


def _grouped(pairs: Result[str, str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for key, urn in pairs:
        found[key].append(urn)
    return found


def _listed(found: list[School]) -> Listing:
    return Listing(tuple(found), is_exact=True) if found else _CLOSED
