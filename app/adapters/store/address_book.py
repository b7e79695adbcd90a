"""Whom does a message for schools reach, and what are their addresses?

Chooses by keyed hash and counts; opens the sealed addresses of one batch at a time, and writes down each time
how many it opened, when, for whom and what for.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime

from sqlalchemy import Connection, Engine, Executable, Select, func, insert, or_, select
from sqlalchemy.dialects import postgresql, sqlite

from app.adapters.store import told
from app.adapters.store.directory_rows import school_of
from app.adapters.store.directory_tables import address_lookups, list_entries, refused_addresses
from app.adapters.store.engine import reading, writing
from app.adapters.store.sealed import Seal
from app.adapters.store.tables import addresses, schools
from app.adapters.store.told import UNTOLD, Telling
from app.bulletin_ports import Entry
from app.domain.calendar import in_london
from app.domain.for_whom import ForWhom
from app.domain.mailbox_choice import Candidate, Reach, reach
from app.key_ports import KeyRing
from app.ports import Clock

ADDRESSES = "addresses"
"""What the addresses of schools are sealed for."""
_AT_ONCE = 500
_REASON_MAX = 200


class SqlAddressBook:
    """The addresses of schools in a database. The keys never reach the database."""

    def __init__(self, engine: Engine, key: KeyRing | bytes, clock: Clock, journal: Telling = UNTOLD) -> None:
        """Opens nothing yet."""
        self._engine, self._clock, self._journal = engine, clock, journal
        self._seal = Seal(key, ADDRESSES)

    def count(self, for_whom: ForWhom) -> Mapping[str, int]:
        """Schools reached, addresses, and schools that cannot be reached."""
        found = self._reach(for_whom)
        return {
            "schools": found.reached,
            "addresses": len(found.mailboxes),
            "unreachable": len(found.unreachable),
        }

    def entries(self, for_whom: ForWhom) -> Iterable[Entry]:
        """By keyed hash, each once."""
        chosen = self._reach(for_whom).mailboxes.items()
        return [Entry(c.key, school.urn, school.phase, c.role) for c, school in chosen]

    def addresses(self, keys: Collection[str], purpose: str, by: str = "") -> Mapping[str, str]:
        """Opens those that are held, and may be written to; the number is noted in the same transaction."""
        wanted = sorted(set(keys))
        if not wanted:
            return {}
        with writing(self._engine) as connection:
            sealed: dict[str, bytes] = {}
            for start in range(0, len(wanted), _AT_ONCE):
                rows = connection.execute(_usable().where(_KEY.in_(wanted[start : start + _AT_ONCE])))
                sealed |= {row.address_hash: row.sealed for row in rows}
            opened = {key: self._seal.open_address(sealed[key], key) for key in wanted if key in sealed}
            row = {"at": self._clock.now(), "by": by, "purpose": purpose[:_REASON_MAX]}
            connection.execute(insert(address_lookups).values(row | {"addresses": len(opened)}))
            self._journal.write(connection, told.opened(len(opened), purpose, by, self._journal))
        return opened

    def refused(self, key: str, reason: str, at: datetime, *, for_good: bool) -> None:
        """Counted against the address, if the directory still holds it."""
        held = select(_KEY).where(_KEY.in_([key])).limit(1)
        words = " ".join(word for word in reason.split() if "@" not in word)[:_REASON_MAX]
        with writing(self._engine) as connection:
            if connection.execute(held).first():
                connection.execute(self._noted(key, words, at, for_good=for_good))

    def _noted(self, key: str, reason: str, at: datetime, *, for_good: bool) -> Executable:
        """One statement, so that two workers may hear of the same address at once."""
        is_postgres = self._engine.dialect.name == "postgresql"
        row = {"address_hash": key, "times": 1, "last_at": at, "reason": reason, "for_good": for_good}
        made = (postgresql if is_postgres else sqlite).insert(refused_addresses).values(row)
        known = refused_addresses.c
        later = {"times": known.times + 1, "last_at": at, "reason": reason}
        later["for_good"] = or_(known.for_good, made.excluded.for_good)
        noted: Executable = made.on_conflict_do_update(index_elements=["address_hash"], set_=later)
        return noted

    def _reach(self, for_whom: ForWhom) -> Reach:
        with reading(self._engine) as connection:
            opened = [school_of(row) for row in connection.execute(select(schools).where(schools.c.is_open))]
            held: dict[str, list[Candidate]] = defaultdict(list)
            usable = _usable().with_only_columns(_KEY, addresses.c.urn, addresses.c.role)
            for key, urn, role in connection.execute(usable):
                held[urn].append(Candidate(key, role))
            on_lists = _on_lists(connection, for_whom.lists, in_london(self._clock.now()).date())
        return reach(for_whom, opened, held, on_lists)


_KEY = addresses.c.address_hash


def _usable() -> Select[tuple[str, bytes]]:
    """Addresses that are sealed, and that have not refused a message for good."""
    gone = select(refused_addresses.c.address_hash).where(refused_addresses.c.for_good)
    sealed = addresses.c.sealed
    return select(_KEY, sealed).where(sealed.is_not(None), _KEY.not_in(gone))


def _on_lists(connection: Connection, wanted: Collection[str], day: date) -> Mapping[str, Collection[str]]:
    """The wanted subscription lists that each school is on; a list that has ended holds nobody."""
    found: dict[str, set[str]] = defaultdict(set)
    if not wanted:
        return found
    last = select(func.max(list_entries.c.id)).group_by(list_entries.c.key)
    lists = select(list_entries).where(list_entries.c.id.in_(last), list_entries.c.key.in_(sorted(wanted)))
    for row in connection.execute(lists):
        if row.ends is None or row.ends >= day:
            for urn in row.schools:
                found[urn].add(row.key)
    return found
