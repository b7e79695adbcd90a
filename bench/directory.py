"""How long do the directory and its address book take with many addresses?

    python -m bench.directory [--schools 12500] [--database postgresql://…]

Makes as many schools, each with an office and a head; every fortieth belongs to a trust whose head office answers for
all of them. CPU time is told beside the clock's, because other programs may be running.
"""

import argparse
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from app.adapters.clock import SystemClock
from app.adapters.store.address_book import SqlAddressBook
from app.adapters.store.directory import SqlDirectory
from app.adapters.store.engine import open_engine
from app.adapters.store.school_book import SqlSchoolBook
from app.adapters.store.upgrade import upgrade
from app.domain.for_whom import EVERYBODY
from app.domain.school import Phase, School
from app.ports import DirectoryContents, DirectoryEntry

KEY = bytes(range(32))
BATCH, TRUST = 500, 40
Made = TypeVar("Made")


def contents(schools: int, at: datetime) -> DirectoryContents:
    """The directory of a large country."""
    phases = tuple(Phase)
    opened = tuple(
        School(
            f"{n:06}", f"School {n}", phases[n % len(phases)], f"Cluster {n % 60}", trust=f"Trust {n % 900}"
        )
        for n in range(schools)
    )
    return DirectoryContents(opened, frozenset(), tuple(_entries(schools)), at)


def _entries(schools: int) -> Iterator[DirectoryEntry]:
    for n in range(schools):
        domain = f"s{n}.county.sch.example"
        if n % TRUST == 0:
            yield DirectoryEntry(f"office@trust{n % 7}.example", f"{n:06}", "office")
        else:
            yield DirectoryEntry(f"office@{domain}", f"{n:06}", "office", domain)
        yield DirectoryEntry(f"head@{domain}", f"{n:06}", "head", domain)


def timed(what: str, act: Callable[[], Made]) -> Made:
    """Do it, and print how long it took."""
    began, cpu = time.perf_counter(), time.process_time()
    made = act()
    spent, used = time.perf_counter() - began, time.process_time() - cpu
    print(f"{what:44} {used:7.2f} s CPU {spent:8.2f} s")
    return made


@contextmanager
def database(url: str) -> Iterator[str]:
    """The one that was named, else an SQLite file of its own."""
    with tempfile.TemporaryDirectory() as folder:
        yield url or f"sqlite:///{Path(folder) / 'directory.db'}"


def main() -> None:
    """Measure."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--schools", type=int, default=12_500)
    asked.add_argument("--database", default="")
    given = asked.parse_args()
    with database(given.database) as url:
        engine = open_engine(url)
        upgrade(engine)
        directory, book = SqlDirectory(engine, KEY), SqlAddressBook(engine, KEY, SystemClock())
        held, now = contents(given.schools, datetime.now(UTC)), datetime.now(UTC)
        timed(f"import of {len(held.entries):,} addresses", lambda: directory.replace(held))
        timed("import again, the one before laid aside", lambda: directory.replace(held))
        print(dict(timed("count", lambda: book.count(EVERYBODY))))
        keys = [entry.key for entry in timed("entries", lambda: list(book.entries(EVERYBODY)))]
        batches = [keys[at : at + BATCH] for at in range(0, len(keys), BATCH)]
        opened = timed(f"addresses, {BATCH} at a time", lambda: [book.addresses(b, "bench") for b in batches])
        assert sum(map(len, opened)) == len(keys)  # noqa: S101 - nothing else would show it
        timed("schools in numbers, for the pages", SqlSchoolBook(engine).held)
        timed("undo", lambda: directory.undo(now))
        print(f"schools after undo: {SqlDirectory(engine, KEY).open_schools():,}")
        engine.dispose()


if __name__ == "__main__":
    main()
