"""Which schools does an address belong to, without anybody being able to list the addresses?

The directory in the database, answered from memory: one small question to the database now and then
tells whether another worker imported a new one.
"""

import logging
import math
import threading
import time
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Engine, Result, Row, delete, insert, select, update

from app.adapters.store.engine import reading, writing
from app.adapters.store.keyed_hash import KeyedHash
from app.adapters.store.tables import addresses, directory_state, mail_domains, schools
from app.domain.address import normal_address
from app.domain.errors import StoreError
from app.domain.listing import domains_to_try, listing_by_domain
from app.domain.listing import mail_domains as mail_domains_of
from app.domain.school import Listing, Phase, School
from app.ports import DirectoryContents, DirectorySummary

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


class SqlDirectory:
    """The directory in a database; safe to use from several threads.

    `refresh_seconds` is how old an answer may be after another worker's import.
    """

    def __init__(self, engine: Engine, key: bytes, refresh_seconds: float = 2.0) -> None:
        """Opens nothing yet; `key` never reaches the database."""
        self._engine, self._hash = engine, KeyedHash(key)
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
            imported_at: datetime | None = connection.execute(
                select(directory_state.c.imported_at)
            ).scalar_one()
            held = tuple(_school(row) for row in connection.execute(select(schools)) if row.is_open)
            pairs = connection.execute(select(addresses.c.address_hash, addresses.c.urn))
            return DirectorySummary(held, frozenset((p.address_hash, p.urn) for p in pairs), imported_at)

    def replace(self, contents: DirectoryContents) -> None:
        """Replace the whole directory in one transaction; until it ends the old one answers."""
        rows = _Rows(contents, self._hash)
        with writing(self._engine) as connection:
            _count_up(connection, contents.imported_at)
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
        self._looked_at = -math.inf

    def _find(self, snapshot: _Snapshot, address: str, domains: dict[str, Listing]) -> Listing:
        normal = normal_address(address)
        if not normal:
            return _NOTHING
        exact = snapshot.by_address.get(self._hash.of_normal("address", normal), _NOTHING)
        if exact.schools:
            return exact
        domain = normal.rpartition("@")[2]
        if domain not in domains:
            hashes = (self._hash.of_normal("domain", d) for d in domains_to_try(domain))
            domains[domain] = next(
                (snapshot.by_domain[h] for h in hashes if h in snapshot.by_domain), _NOTHING
            )
        return domains[domain] if domains[domain].schools else exact

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


class _Rows:
    """The rows of a new directory; an address is a row of its own for each of its schools."""

    def __init__(self, contents: DirectoryContents, hashed: KeyedHash) -> None:
        opened = {s.urn: s for s in contents.schools}
        self.schools = [_row(school) for school in opened.values()]
        self.schools += [_row(School(urn, ""), is_open=False) for urn in contents.closed - opened.keys()]
        self._opened = opened.keys()
        self._of_web = [(hashed.domain(s.domain), s.urn) for s in opened.values() if s.domain]
        self._addresses: dict[tuple[object, object], dict[str, object]] = {}
        for entry in contents.entries:
            domain = hashed.domain(entry.school_domain) if entry.school_domain else None
            self._add(hashed.address(entry.address), entry.urn, entry.role, domain)

    def keep(self, held: Iterable[Row[tuple[object, ...]]], homes: Mapping[str, str]) -> None:
        """Take over the addresses held for a school that `homes` names."""
        for row in held:
            if row.urn in homes:
                self._add(row.address_hash, homes[row.urn], row.role, row.domain_hash)

    @property
    def addresses(self) -> list[dict[str, object]]:
        return list(self._addresses.values())

    @property
    def domains(self) -> list[dict[str, object]]:
        of_mail = (
            (str(row["domain_hash"]), str(row["urn"]))
            for row in self._addresses.values()
            if row["domain_hash"] and row["urn"] in self._opened
        )
        found = mail_domains_of(self._of_web, of_mail)
        return [{"domain_hash": domain, "urn": urn} for domain, urn in found]

    def _add(self, address: str, urn: str, role: str, domain: str | None) -> None:
        row: dict[str, object] = {"address_hash": address, "urn": urn, "role": role, "domain_hash": domain}
        self._addresses.setdefault((address, urn), row)


def _row(school: School, *, is_open: bool = True) -> dict[str, object]:
    return {
        "urn": school.urn,
        "is_open": is_open,
        "name": school.name,
        "phase": school.phase.value,
        "cluster": school.cluster,
        "officer": school.officer,
        "trust": school.trust,
        "federation": school.federation,
        "domain": school.domain,
    }


def _school(row: Row[tuple[object, ...]]) -> School:
    return School(
        urn=row.urn,
        name=row.name,
        phase=Phase(row.phase),
        cluster=row.cluster,
        officer=row.officer,
        trust=row.trust,
        federation=row.federation,
        domain=row.domain,
    )


def _count_up(connection: Connection, imported_at: datetime) -> None:
    """A new version; the row is locked until the transaction ends, so imports follow each other."""
    values = {"version": directory_state.c.version + 1, "imported_at": imported_at}
    connection.execute(update(directory_state).values(values))


def _snapshot(connection: Connection, version: int) -> _Snapshot:
    opened = {row.urn: _school(row) for row in connection.execute(select(schools)) if row.is_open}
    of_address = _grouped(connection.execute(select(addresses.c.address_hash, addresses.c.urn)))
    of_domain = _grouped(connection.execute(select(mail_domains.c.domain_hash, mail_domains.c.urn)))
    return _Snapshot(
        version,
        len(opened),
        {h: _listed([opened[u] for u in sorted(urns) if u in opened]) for h, urns in of_address.items()},
        {
            h: listing_by_domain([opened[u] for u in sorted(urns) if u in opened])
            for h, urns in of_domain.items()
        },
    )


def _grouped(pairs: Result[str, str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for key, urn in pairs:
        found[key].append(urn)
    return found


def _listed(found: list[School]) -> Listing:
    return Listing(tuple(found), is_exact=True) if found else _CLOSED
