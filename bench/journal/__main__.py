"""Is every change of the journal found, and what does the journal cost as it grows?

    python -m bench.journal [--changes 20000] [--entries 1000000] [--only NAME]

Changes: edits, removals, reorders, cuts and forks in turn, each of a journal of 60 entries, some with every hash
made right or signed with another key. Cost: one entry told at a time, at several sizes, each in a transaction of
its own, and inclusion and consistency proofs at the last size, read from the database and verified; on SQLite.
"""

import argparse
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random

from app.adapters.clock import SystemClock
from app.adapters.files.journal_key import JournalKey
from app.adapters.store.engine import open_engine
from app.adapters.store.journal import SqlJournal
from app.adapters.store.upgrade import upgrade
from app.domain.journal import Entry, Kind
from app.verifier.notes import read_key
from app.verifier.rows import of_database
from app.verifier.tree import is_continued, is_included, of_leaf
from app.verifier.verify import verify
from bench.journal.tampering import WAYS, a_journal, tampered

_LENGTH = 60
_AT_ONCE = 2_000
_TOLD = 200


def main() -> int:
    """Print the figures; 1 when a change was missed or a proof did not lead to the head."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--changes", type=int, default=20_000)
    parser.add_argument("--entries", type=int, default=1_000_000)
    parser.add_argument("--only", choices=("changes", "cost"), default="")
    given = parser.parse_args()
    fine = True
    if given.only != "cost":
        fine = _changes(given.changes) and fine
    if given.only != "changes":
        fine = _cost(given.entries) and fine
    return 0 if fine else 1


def _changes(many: int) -> bool:
    random, found, missed = Random(2026), Counter[str](), Counter[str]()  # noqa: S311 - the same trial each time
    with tempfile.TemporaryDirectory() as folder:
        made = a_journal(Path(folder), random, _LENGTH)
        assert not verify(made.rows, made.key, made.heads).faults  # noqa: S101 - else all would count as found
        for turn in range(many):
            way = list(WAYS)[turn % len(WAYS)]
            report = verify(tampered(made, way, random), made.key, made.heads)
            (found if report.faults else missed)[way] += 1
    for way in WAYS:
        print(f"{way}: {found[way]} of {found[way] + missed[way]} found")
    print(f"all: {found.total()} of {many} found", flush=True)
    return not missed


def _cost(entries: int) -> bool:
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/journal.db"
        engine, signer = open_engine(url), JournalKey(Path(folder))
        upgrade(engine)
        journal, size = SqlJournal(engine, signer, SystemClock(), bytes(32)), 0
        for target in sorted({size for size in (1_000, 10_000, 100_000) if size < entries} | {entries}):
            while size < target:
                batch = min(_AT_ONCE, target - size)
                journal.tell(*[_entry(n) for n in range(size, size + batch)])
                size += batch
            told = [_ms(lambda: journal.tell(_entry(0))) for _ in range(_TOLD)]
            size += _TOLD
            print(f"at {target:,} entries one more takes {_said(told)}", flush=True)
        fine = _proofs(journal, size)
        started = time.perf_counter()
        report = verify(of_database(url), read_key(signer.verifier_key))
        print(f"{report.size:,} entries verified in {time.perf_counter() - started:.0f} s")
        size_mb = sum(file.stat().st_size for file in Path(folder).glob("journal.db*")) / 1e6
        print(f"the database has {size_mb:.0f} MB")
        engine.dispose()
        return fine and not report.faults


def _proofs(journal: SqlJournal, size: int) -> bool:
    random, took, grew, fine = Random(9), list[float](), list[float](), True  # noqa: S311 - the same trial each time
    head = journal.head()
    assert head is not None  # noqa: S101 - it was told to a moment ago
    for _ in range(_TOLD):
        number = random.randrange(size)
        started = time.perf_counter()
        proof = journal.inclusion(number, size)
        took.append((time.perf_counter() - started) * 1000)
        text = next(journal.entries(number, number + 1)).text or ""
        fine = fine and is_included(of_leaf(text.encode()), number, size, proof, head.root)
        grew.append(_ms(lambda: journal.consistency(random.randint(1, size), size)))
    print(f"an inclusion proof at {size:,} entries takes {_said(took)}")
    print(f"a consistency proof takes {_said(grew)}", flush=True)
    whole = journal.consistency(size, size)
    return fine and is_continued(size, head.root, size, head.root, whole)


def _entry(number: int) -> Entry:
    return Entry(Kind.LOOKUP, {"addresses": number, "purpose": "bulletin", "by": ""})


def _ms(what: Callable[[], object]) -> float:
    started = time.perf_counter()
    what()
    return (time.perf_counter() - started) * 1000


def _said(times: list[float]) -> str:
    times = sorted(times)
    return (
        f"{statistics.median(times):.2f} ms (95th {times[int(len(times) * 0.95)]:.2f}, most {times[-1]:.2f})"
    )


if __name__ == "__main__":
    sys.exit(main())
