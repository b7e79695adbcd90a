"""Which rows does a directory become, and what do they say when they are read?"""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Row

from app.adapters.store.keyed_hash import KeyedHash
from app.adapters.store.sealed import Seal
from app.domain.address import normal_address
from app.domain.listing import mail_domains
from app.domain.school import Phase, School
from app.ports import DirectoryContents, DirectoryEntry


class DirectoryRows:
    """The rows of a new directory; an address is a row of its own for each of its schools."""

    def __init__(self, contents: DirectoryContents, hashed: KeyedHash, seal: Seal) -> None:
        """Every address is hashed and sealed here; nothing else of it is kept."""
        self._hashed, self._seal = hashed, seal
        opened = {s.urn: s for s in contents.schools}
        self.schools = [row_of(school, contents.listed.get(school.urn)) for school in opened.values()]
        self.schools += [row_of(School(urn, ""), is_open=False) for urn in contents.closed - opened.keys()]
        self._opened = opened.keys()
        self._of_web = [(hashed.domain(s.domain), s.urn) for s in opened.values() if s.domain]
        self._addresses: dict[tuple[str, str], dict[str, object]] = {}
        sealed: dict[str, bytes] = {}
        for entry in contents.entries:
            self._take(entry, sealed)

    def keep(self, held: Iterable[Row[Any]], homes: Mapping[str, str]) -> None:
        """Take over the addresses held for a school that `homes` names."""
        for row in held:
            if row.urn in homes:
                self._add(row.address_hash, homes[row.urn], row.role, row.domain_hash, row.sealed)

    @property
    def addresses(self) -> list[dict[str, object]]:
        """Rows of `addresses`."""
        return list(self._addresses.values())

    @property
    def keys(self) -> frozenset[str]:
        """The keyed hashes of all addresses."""
        return frozenset(key for key, _ in self._addresses)

    @property
    def domains(self) -> list[dict[str, object]]:
        """Rows of `mail_domains`."""
        of_mail = (
            (str(row["domain_hash"]), str(row["urn"]))
            for row in self._addresses.values()
            if row["domain_hash"] and row["urn"] in self._opened
        )
        return [{"domain_hash": domain, "urn": urn} for domain, urn in mail_domains(self._of_web, of_mail)]

    def _take(self, entry: DirectoryEntry, sealed: dict[str, bytes]) -> None:
        address = normal_address(entry.address) or entry.address.strip().lower()
        key = self._hashed.address(address)
        if key not in sealed:
            sealed[key] = self._seal.close_address(address, key)
        domain = self._hashed.domain(entry.school_domain) if entry.school_domain else None
        self._add(key, entry.urn, entry.role, domain, sealed[key])

    def _add(self, key: str, urn: str, role: str, domain: str | None, sealed: bytes | None) -> None:
        row: dict[str, object] = {"address_hash": key, "urn": urn, "role": role, "domain_hash": domain}
        self._addresses.setdefault((key, urn), row | {"sealed": sealed})


def row_of(
    school: School, listed: tuple[str, str] | None = None, *, is_open: bool = True
) -> dict[str, object]:
    """A row of `schools`. `listed` is where the cluster file has it, where that is not where it stands."""
    cluster, officer = listed or (school.cluster, school.officer)
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
        "type": school.type,
        "listed_cluster": cluster,
        "listed_officer": officer,
    }


def school_of(row: Row[Any]) -> School:
    """The school that a row of `schools` is about."""
    return School(
        urn=row.urn,
        name=row.name,
        phase=Phase(row.phase),
        cluster=row.cluster,
        officer=row.officer,
        trust=row.trust,
        federation=row.federation,
        domain=row.domain,
        type=row.type,
    )
