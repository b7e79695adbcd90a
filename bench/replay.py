"""How long does a changed policy take to be tried on 100,000 past drafts?

    python -m bench.replay [RECORDS]

The drafts of ``tests/cases`` are checked once; their feature records are kept over and over in a SQLite
file. Then every rule that enforces is stepped back to warn, and the replay is timed, with one process.
"""

import argparse
import tempfile
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import yaml

from app.adapters.store.tables import check_records
from app.compose.check_draft import check_draft
from app.domain.draft import Moment
from app.domain.verdict import Mode
from app.policy.pack import Pack
from app.policy_owner.try_change import try_change
from app.settings import load_settings
from app.wiring.installation import Installation
from tests.drafts import draft_from

CASES = Path(__file__).parent.parent / "tests" / "cases"


def main() -> None:
    """Print how many records were replayed in how many seconds, and what changed."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("records", type=int, nargs="?", default=100_000)
    wanted = asked.parse_args().records
    with tempfile.TemporaryDirectory() as folder:
        made = Installation(load_settings({}, data=Path(folder)))
        _fill(made, wanted)
        started, worked = time.perf_counter(), time.process_time()
        told = try_change(
            made.policy.live(), _gentler(made.policy.packs), made.records.checks, Moment.SEND, wanted
        )
        took, cpu = time.perf_counter() - started, time.process_time() - worked
    print(
        f"{told.drafts} drafts replayed in {took:.1f} s, {cpu:.1f} s of CPU ({cpu / told.drafts * 1000:.2f} ms a draft)"
    )
    print(f"no longer held: {told.no_longer_held}; rules that say something else: {len(told.changed())}")


def _fill(made: Installation, wanted: int) -> None:
    made.import_sample()
    road = made.road(keeps_records=True)
    for case in (c for file in sorted(CASES.glob("*.yml")) for c in yaml.safe_load(file.read_text("utf-8"))):
        check_draft(draft_from(case["draft"]), Moment.SEND, road)
    with made.ground.engine.begin() as connection:
        held = [row._asdict() for row in connection.execute(check_records.select())]
        copies = [held[n % len(held)] | {"id": len(held) + 1 + n} for n in range(max(0, wanted - len(held)))]
        connection.execute(check_records.insert(), copies)


def _gentler(packs: Sequence[Pack]) -> Sequence[Pack]:
    return [
        replace(pack, rules=tuple(replace(rule, mode=Mode.WARN) for rule in pack.rules)) for pack in packs
    ]


if __name__ == "__main__":
    main()
