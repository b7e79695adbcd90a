"""How long does the website's search take over ten years of the bulletin?

    python -m bench.search [--items 8000]

Made-up items of some 150 words go out; the first search reads them all, then words, phrases and rare words are
looked for. On SQLite, and on PostgreSQL from the programs that the system has.
"""

import argparse
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import insert

from app.adapters.store.bulletin_rows import item_row
from app.adapters.store.bulletin_tables import bulletin_items
from app.adapters.store.engine import open_engine, writing
from app.adapters.store.upgrade import upgrade
from app.adapters.store.word_index import SqlWordIndex
from app.bulletin.searching.asked import understood
from app.bulletin.searching.search import bring_up_to_date
from app.compose.rewording.ordinary import ORDINARY
from app.domain.item import IssueKey, Item, ItemState, Move, MoveKind, Person
from app.domain.item_text import ItemText
from bench.mailing.postgres import a_database, a_server
from tests.website_fakes import FakeDocuments

_AT = datetime(2026, 11, 21, tzinfo=UTC)
_ANN = Person("Ann Hall", "ann@council.example")
_ASKED = ("school", "census", '"free school meals"', "music places primary", "volcano")
_WORDS = [*sorted(ORDINARY), "primary", "music", "places"]
_RUNS = 20


def main() -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--items", type=int, default=8_000)
    items = parser.parse_args().items
    with tempfile.TemporaryDirectory() as folder:
        _measure("SQLite", f"sqlite:///{Path(folder) / 'sendwell.db'}", items)
    with a_server() as server, a_database(server) as url:
        _measure("PostgreSQL", url, items)
    return 0


def _measure(name: str, url: str, items: int) -> None:
    engine = open_engine(url)
    upgrade(engine)
    luck = random.Random(7)  # noqa: S311 (a seed makes it the same each time)
    with writing(engine) as connection:
        rows = [item_row(_item(n, luck), Move(MoveKind.WENT_OUT, _AT, _ANN)) for n in range(items)]
        connection.execute(insert(bulletin_items), rows)
    index, documents = SqlWordIndex(engine), FakeDocuments()
    print(f"{name}: {items:,} items read in {_seconds(lambda: bring_up_to_date(index, documents)):.1f} s")
    for words in _ASKED:
        phrases = understood(words).phrases
        took = [_seconds(lambda: (index.unread(), index.find(phrases, 10))) for _ in range(_RUNS)]  # noqa: B023 - used at once
        print(f"  {words}: {index.count(phrases):,} items, {statistics.median(took) * 1000:.1f} ms")
    engine.dispose()


def _item(number: int, luck: random.Random) -> Item:
    words = luck.choices(_WORDS, k=150)
    if number % 50 == 0:
        words[20:23] = ["free", "school", "meals"]
    if number % 400 == 0:
        words[40] = "census"
    text = ItemText(" ".join(words[:6])[:60], " ".join(words[6:18])[:100], " ".join(words[18:]))
    key = IssueKey(2016 + number // 800, number % 800 // 20 + 1)
    return Item(f"{number:032x}", text, _ANN, _AT, ItemState.OUT, issue=key)


def _seconds(do: Callable[[], object]) -> float:
    started = time.perf_counter()
    do()
    return time.perf_counter() - started


if __name__ == "__main__":
    sys.exit(main())
