"""Who tells the journal something again and again, and notes what they were promised.

As a program (``python -m tests.faults.telling URL FOLDER MANY [BYTES]``) one teller prints each number that was
promised, until there are so many, or a file would grow beyond so many bytes more; and then dies.
"""

import os
import resource
import signal
import sys
import threading
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Self

from sqlalchemy import Engine

from app.adapters.files.journal_key import JournalKey
from app.adapters.store.engine import open_engine
from app.adapters.store.journal import SqlJournal
from app.adapters.store.upgrade import upgrade
from app.domain.errors import StoreError
from app.domain.journal import Entry, Kind
from app.verifier.notes import read_key
from app.verifier.rows import Row, of_database
from app.verifier.verify import verify
from tests.fakes import FakeClock

KEY = b"k" * 32
PATIENCE = 60
WRITERS = 3


def told(number: int) -> Entry:
    return Entry(Kind.LOOKUP, {"addresses": number, "purpose": "bulletin", "by": ""})


def numbers(rows: Iterable[Row]) -> set[int]:
    """What the journal tells, as those who told it numbered it."""
    return {int((row.text or "").partition('"addresses":')[2].partition(",")[0]) for row in rows}


def sound(url: str, folder: Path) -> list[Row]:
    """All of the journal, which is whole and in order."""
    rows = list(of_database(url))
    assert verify(iter(rows), read_key((folder / "journal.pub").read_text("ascii"))).faults == ()
    return rows


def journal_of(engine: Engine, folder: Path) -> SqlJournal:
    return SqlJournal(engine, JournalKey(folder), FakeClock(), KEY)


class Telling:
    """Several who tell, each by numbers of their own."""

    def __init__(self, engine: Engine, folder: Path) -> None:
        self.promised: list[int] = []
        self.refused = 0
        self._journal = journal_of(engine, folder)
        self._over = threading.Event()
        self._threads = [threading.Thread(target=self._tell, args=(n,)) for n in range(WRITERS)]

    def __enter__(self) -> Self:
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        for thread in self._threads:
            thread.join(PATIENCE)
            assert not thread.is_alive(), "somebody waits for ever"

    def go_on(self, many: int) -> None:
        """Until so many more were promised something."""
        wanted, end = len(self.promised) + many, time.monotonic() + PATIENCE
        while len(self.promised) < wanted:
            assert time.monotonic() < end, "nobody is promised anything"
            time.sleep(0.01)

    def _tell(self, writer: int) -> None:
        number = writer * 1_000_000
        while not self._over.is_set():
            number += 1
            try:
                self._journal.tell(told(number))
            except StoreError:
                self.refused += 1
                time.sleep(0.02)
            else:
                self.promised.append(number)


def main(url: str, folder: Path, many: int, more: int | None) -> None:
    engine = open_engine(url)
    upgrade(engine)
    if more is not None:
        most = more + max(file.stat().st_size for file in folder.iterdir())
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
    journal = journal_of(engine, folder)
    for number in range(1, many + 1):
        try:
            journal.tell(told(number))
        except StoreError as error:
            print(error, flush=True)  # noqa: T201 - for whoever began this
            break
        print(number, flush=True)  # noqa: T201 - likewise
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]) if sys.argv[4:] else None)
