"""Which schools does an address belong to, without anybody being able to list the addresses?

The directory in the database, answered from memory: one small question to the database now and then
tells whether another worker imported a new one.
"""

import logging
import math
import threading
import time
from collections.abc import Iterable, Mapping
from datetime import datetime

from sqlalchemy import Connection, Engine, bindparam, delete, insert, select, update

from app.adapters.store import directory_shelf as shelf
from app.adapters.store import told
from app.adapters.store.address_book import ADDRESSES
from app.adapters.store.directory_rows import DirectoryRows, school_of
from app.adapters.store.directory_snapshot import Snapshot, read_snapshot
from app.adapters.store.directory_tables import refused_addresses
from app.adapters.store.engine import reading, writing
from app.adapters.store.keyed_hash import KeyedHash
from app.adapters.store.sealed import Seal, ring_of
from app.adapters.store.tables import addresses, directory_state, mail_domains, schools
from app.adapters.store.told import UNTOLD, Telling
from app.domain.errors import ImportFileError, StoreError
from app.domain.held_directory import DirectorySummary, LastImport
from app.domain.school import Listing
from app.key_ports import KeyRing
from app.ports import DirectoryContents

_LOG = logging.getLogger(__name__)


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
        self._held: Snapshot | None = None
        self._looked_at = -math.inf

    def look_up(self, addresses: Iterable[str]) -> Mapping[str, Listing]:
        """What is known of each address. An address that is not known gets ``Listing()``."""
        snapshot = self._current()
        domains: dict[str, Listing] = {}
        return {address: snapshot.find(address, self._hash.of_normal, domains) for address in addresses}

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

    def _current(self) -> Snapshot:
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

    def _read_unless(self, held: Snapshot | None) -> Snapshot:
        with reading(self._engine) as connection:
            version = connection.execute(select(directory_state.c.version)).scalar_one()
            return held if held and held.version == version else read_snapshot(connection, version)


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
