"""What does one version of the directory answer about an address, at the same cost whether it is held or not?

Addresses lie sorted, in a list whose length is a power of two less one: every question takes the same number
of comparisons, ends at a row, and opens that row. Only then is the row's key compared, in constant time, and
one of two answers taken that both lie ready.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Mapping
from hmac import compare_digest
from itertools import cycle, islice

from sqlalchemy import Connection, Result, select

from app.adapters.store.directory_rows import school_of
from app.adapters.store.tables import addresses, mail_domains, schools
from app.domain.address import normal_address
from app.domain.listing import domains_to_try, listing_by_domain
from app.domain.school import Listing, School

_NOTHING = Listing()
_CLOSED = Listing(is_exact=True, is_closed=True)
_BEYOND = "~" * 64
"""Sorts behind every hash, and equals none."""


class Steady:
    """Listings by keyed hash. A question looks at as many rows whether its key is held or not."""

    def __init__(self, held: Mapping[str, Listing]) -> None:
        """The keys are hashes in hex; none of them is given away by how long an answer takes."""
        length = (1 << (len(held) + 1).bit_length()) - 1
        self._keys = [*sorted(held), *[_BEYOND] * (length - len(held))]
        listings = [held[key] for key in self._keys[: len(held)]] or [_NOTHING]
        self._listings = [*listings, *islice(cycle(listings), length - len(listings))]

    def nearest(self, key: str) -> tuple[Listing, bool]:
        """The row that is next to `key`, and whether it is the one that was asked for."""
        place = bisect_left(self._keys, key)
        return self._listings[place], compare_digest(self._keys[place], key)


class Snapshot:
    """The directory of one version, ready to answer."""

    def __init__(
        self,
        version: int,
        open_schools: int,
        by_address: Mapping[str, Listing],
        by_domain: Mapping[str, Listing],
    ) -> None:
        """Listings by the keyed hashes of addresses and of domains."""
        self.version, self.open_schools = version, open_schools
        self._by_address, self._by_domain = Steady(by_address), by_domain

    def find(self, address: str, hashed: Callable[[str, str], str], domains: dict[str, Listing]) -> Listing:
        """What is known of an address. `domains` keeps what was found for others of the same question.

        The domain is looked for whether it is needed or not: the time tells nobody what is held.
        """
        normal = normal_address(address)
        if not normal:
            return _NOTHING
        exact, is_held = self._by_address.nearest(hashed("address", normal))
        by_domain = self._at_domain(normal.rpartition("@")[2], hashed, domains)
        has_own, has_domain = bool(exact.schools), bool(by_domain.schools)
        without = (_NOTHING, by_domain)[has_domain]
        held = ((exact, by_domain)[has_domain], exact)[has_own]
        return (without, held)[is_held]

    def _at_domain(
        self, domain: str, hashed: Callable[[str, str], str], domains: dict[str, Listing]
    ) -> Listing:
        if domain not in domains:
            hashes = [hashed("domain", one) for one in domains_to_try(domain)]
            listed = [self._by_domain[one] for one in hashes if one in self._by_domain]
            domains[domain] = listed[0] if listed else _NOTHING
        return domains[domain]


def read_snapshot(connection: Connection, version: int) -> Snapshot:
    """The directory as it lies in the database."""
    opened = {row.urn: school_of(row) for row in connection.execute(select(schools)) if row.is_open}
    of_address = _grouped(connection.execute(select(addresses.c.address_hash, addresses.c.urn)))
    of_domain = _grouped(connection.execute(select(mail_domains.c.domain_hash, mail_domains.c.urn)))
    listed = {h: _listed([opened[u] for u in sorted(urns) if u in opened]) for h, urns in of_address.items()}
    by_domain = {
        h: listing_by_domain([opened[u] for u in sorted(urns) if u in opened])
        for h, urns in of_domain.items()
    }
    return Snapshot(version, len(opened), listed, by_domain)


def _grouped(pairs: Result[str, str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for key, urn in pairs:
        found[key].append(urn)
    return found


def _listed(found: list[School]) -> Listing:
    return Listing(tuple(found), is_exact=True) if found else _CLOSED
