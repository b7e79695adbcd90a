"""Kill those who write to the journal: what was kept is told, what was told is kept, and all of it is in order."""

import multiprocessing
import time
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import func, select

from app.adapters.files.journal_key import JournalKey
from app.adapters.store.engine import open_engine, reading
from app.adapters.store.journal import SqlJournal
from app.adapters.store.records import SqlCheckRecords
from app.adapters.store.tables import check_records
from app.verifier.notes import read_key
from app.verifier.rows import of_database
from app.verifier.verify import verify
from tests.adapters.store.test_records import RECORD
from tests.conftest import DATABASES, opened
from tests.fakes import FakeClock

KEY = b"k" * 32
ROUNDS, WRITERS, LIFE = 3, 2, 0.4


def write_for_ever(url: str, folder: Path, began: "multiprocessing.synchronize.Event") -> None:
    """What a worker does at each Send."""
    engine = open_engine(url)
    records = SqlCheckRecords(engine, KEY, SqlJournal(engine, JournalKey(folder), FakeClock(), KEY))
    for number in count():
        records.add(replace(RECORD, moment="send", sender_hash=f"{number:064x}", draft_hash=f"{number:064x}"))
        began.set()


@pytest.mark.parametrize("database", DATABASES)
def test_it_is_in_order_whenever_they_are_killed(
    database: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    url, signer = request.getfixturevalue(f"{database}_url"), JournalKey(tmp_path)
    with opened(url):
        pass
    fork = multiprocessing.get_context("fork")
    for turn in range(ROUNDS):
        began = [fork.Event() for _ in range(WRITERS)]
        workers = [fork.Process(target=write_for_ever, args=(url, tmp_path, event)) for event in began]
        for worker in workers:
            worker.start()
        assert all(event.wait(60) for event in began)
        time.sleep(LIFE * (turn + 1) / ROUNDS)
        for worker in workers:
            worker.kill()
            worker.join()
            worker.close()

    report = verify(of_database(url), read_key(signer.verifier_key))
    with opened(url) as engine, reading(engine) as connection:
        kept = connection.execute(select(func.count()).select_from(check_records)).scalar_one()
    assert report.faults == ()
    assert report.size == kept >= ROUNDS * WRITERS
