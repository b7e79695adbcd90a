"""What is held of the schools, in numbers, and who moved which? No address is ever opened here."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date, datetime

from sqlalchemy import Engine, delete, func, insert, select, update

from app.adapters.store import told
from app.adapters.store.directory_rows import school_of
from app.adapters.store.directory_tables import address_lookups, placements, refused_addresses
from app.adapters.store.engine import reading, writing
from app.adapters.store.tables import addresses, directory_state, schools
from app.adapters.store.told import UNTOLD, Telling
from app.directory_ports import HeldSchool, Lookups, Placement
from app.domain.calendar import in_london

_LOOKUPS_READ = 20_000


class SqlSchoolBook:
    """The schools of the directory in a database."""

    def __init__(self, engine: Engine, journal: Telling = UNTOLD) -> None:
        """Opens nothing yet."""
        self._engine, self._journal = engine, journal

    def held(self) -> Sequence[HeldSchool]:
        """By name."""
        roles: dict[str, Counter[str]] = defaultdict(Counter)
        marks: dict[str, Counter[str]] = defaultdict(Counter)
        sealed = addresses.c.sealed.is_not(None).label("is_sealed")
        of_address = select(addresses.c.urn, addresses.c.role, sealed, refused_addresses.c.for_good)
        refusals = refused_addresses.c.address_hash == addresses.c.address_hash
        with reading(self._engine) as connection:
            rows = connection.execute(
                of_address.join_from(addresses, refused_addresses, refusals, isouter=True)
            )
            for urn, role, is_sealed, for_good in rows:
                roles[urn][role] += 1
                mark = "gone" if for_good else "" if is_sealed else "unsealed"
                marks[urn][mark or ("refused" if for_good is not None else "")] += 1
            opened = connection.execute(select(schools).where(schools.c.is_open))
            found = (
                HeldSchool(
                    school_of(row),
                    (row.listed_cluster, row.listed_officer),
                    roles[row.urn],
                    *(marks[row.urn][mark] for mark in ("unsealed", "refused", "gone")),
                )
                for row in opened
            )
            return sorted(found, key=lambda held: (held.school.name.casefold(), held.school.urn))

    def stale(self) -> int:
        """Addresses of schools that are not open."""
        closed = select(schools.c.urn).where(~schools.c.is_open)
        held = select(func.count()).select_from(addresses).where(addresses.c.urn.in_(closed))
        with reading(self._engine) as connection:
            return connection.execute(held).scalar_one()

    def move(self, moves: Sequence[Placement]) -> None:
        """In one transaction; every worker reads the directory again."""
        with writing(self._engine) as connection:
            version = directory_state.c.version
            connection.execute(update(directory_state).values(version=version + 1))
            for move in moves:
                place = {"cluster": move.cluster, "officer": move.officer}
                theirs = (schools.c.urn == move.urn) & schools.c.is_open
                if connection.execute(update(schools).where(theirs).values(place)).rowcount:
                    connection.execute(insert(placements).values(asdict(move)))
            entries = (told.administered("school-moved", m.urn, 1, m.by, self._journal) for m in moves)
            self._journal.write(connection, *entries)

    def moves(self, urn: str) -> Sequence[Placement]:
        """Newest first."""
        theirs = select(placements).where(placements.c.urn == urn).order_by(placements.c.id.desc())
        with reading(self._engine) as connection:
            return tuple(
                Placement(r.urn, r.cluster, r.officer, r.at, r.by, r.why) for r in connection.execute(theirs)
            )

    def try_again(self, urn: str) -> int:
        """Forgets the refusals of its addresses, also where other schools have them too."""
        theirs = select(addresses.c.address_hash).where(addresses.c.urn == urn)
        with writing(self._engine) as connection:
            known = refused_addresses.c.address_hash.in_(theirs)
            return connection.execute(delete(refused_addresses).where(known)).rowcount

    def lookups(self, most: int) -> Sequence[Lookups]:
        """Those of a day, a purpose and a person are one line."""
        newest = select(address_lookups).order_by(address_lookups.c.id.desc()).limit(_LOOKUPS_READ)
        times: Counter[tuple[date, str, str]] = Counter()
        opened: Counter[tuple[date, str, str]] = Counter()
        with reading(self._engine) as connection:
            for row in connection.execute(newest):
                line = (in_london(row.at).date(), row.by, row.purpose)
                times[line] += 1
                opened[line] += row.addresses
        return [Lookups(*line, times[line], opened[line]) for line in list(times)[:most]]

    def forget_before(self, moment: datetime) -> int:
        """Both tables."""
        with writing(self._engine) as connection:
            old = [delete(table).where(table.c.at < moment) for table in (address_lookups, placements)]
            return sum(connection.execute(statement).rowcount for statement in old)
