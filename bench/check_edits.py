"""What does a check cost after one sentence changed, and what did it cost in another version of Sendwell?

    python -m bench.check_edits [--drafts N] [--beside CHECKOUT]

Office drafts of 300 words; in each, lines are put in the place of others one after the other, and only those
checks are counted: CPU time of the process, as the service runs it (what was loaded is left alone by the
garbage collector). ``--beside`` names a checkout of another commit: it makes the same checks in a process of its
own, those of a draft right after ours of that draft, so that whatever else the machine does is shared alike.
"""

import argparse
import gc
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

from app.compose.check_draft import Road, check_draft
from app.domain.draft import Moment
from app.settings import load_settings
from app.wiring.installation import Installation
from bench.check import RECIPIENTS, WORDS, cpu_ms, draft, office_mail

DRAFTS, EDITS, STEP = 30, 3, 4
ASKED, EDIT = "check", "edit"


def edits(drafts: int) -> Iterator[tuple[str, list[str]]]:
    """The lines of each draft, first as they are and then as they are after each edit."""
    mails = office_mail(WORDS)
    for number, lines in enumerate(mails[:drafts]):
        said, other = list(lines), mails[(number + drafts) % len(mails)]
        yield ASKED, said
        for edit in range(EDITS):
            new = other[edit] if edit % 2 else f"This sentence is new, number {number} and {edit}."
            place = min(1 + edit * STEP, len(said) - 1)
            said = [*said[:place], new, *said[place + 1 :]]
            yield EDIT, said


def warm_road(data: Path) -> Road:
    """The service's road with the sample authority in this folder, past its first checks."""
    made = Installation(load_settings({}, data=data, own_domains=("wealdshire.example",)))
    made.import_sample()
    road = made.road(keeps_records=True)
    for lines in office_mail(WORDS)[-2:]:
        check_draft(draft(lines), Moment.COMPOSE, road)
    gc.collect()
    gc.freeze()
    return road


def each_cost(drafts: int, data: Path) -> Iterator[tuple[str, float]]:
    """What was done, and its cost in ms, whenever the next is asked for."""
    road = warm_road(data)
    for what, lines in edits(drafts):
        yield what, cpu_ms(_checking(lines, road))


def _checking(lines: list[str], road: Road) -> Callable[[], object]:
    said = draft(lines)
    return lambda: check_draft(said, Moment.COMPOSE, road)


def _answer(drafts: int, data: Path) -> None:
    """Be the other version: one line in, one cost out."""
    costs = each_cost(drafts, data)
    for _ in sys.stdin:
        print(next(costs)[1], flush=True)


def _beside(checkout: Path, drafts: int) -> subprocess.Popen[str]:
    """The other version, waiting to be asked. It runs this file over its own `app` and model."""
    command = [sys.executable, __file__, "--answer", "--drafts", str(drafts)]
    return subprocess.Popen(
        command,
        cwd=checkout,
        env={**os.environ, "PYTHONPATH": str(checkout)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def _ask(other: "subprocess.Popen[str] | None") -> float:
    assert other and other.stdin and other.stdout  # noqa: S101, PT018 - it was started, and both are pipes
    other.stdin.write("next\n")
    other.stdin.flush()
    return float(other.stdout.readline())


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--drafts", type=int, default=DRAFTS)
    parser.add_argument("--beside", type=Path, help="a checkout of another commit")
    parser.add_argument("--answer", action="store_true", help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    other = _beside(chosen.beside, chosen.drafts) if chosen.beside else None
    ours: dict[str, list[float]] = {ASKED: [], EDIT: []}
    theirs: dict[str, list[float]] = {ASKED: [], EDIT: []}
    with tempfile.TemporaryDirectory() as data:
        if chosen.answer:
            _answer(chosen.drafts, Path(data))
            return
        costs = each_cost(chosen.drafts, Path(data))
        while of_a_draft := list(islice(costs, 1 + EDITS)):
            for what, cost in of_a_draft:
                ours[what].append(cost)
            for what, _ in of_a_draft if other else ():
                theirs[what].append(_ask(other))
    if other and other.stdin:
        other.stdin.close()
        other.wait()
    print(f"Office drafts of {WORDS} words, {RECIPIENTS} recipients; CPU ms of one check, median (95th)\n")
    print("| | checks | this version | the other | ratio |\n| --- | ---: | ---: | ---: | ---: |")
    for what, name in ((ASKED, "Not seen before"), (EDIT, "One sentence changed")):
        print(_row(name, ours[what], theirs[what]))


def _row(name: str, ours: list[float], theirs: list[float]) -> str:
    one = f"| {name} | {len(ours)} | {_told(ours)}"
    if not theirs:
        return f"{one} | | |"
    ratio = statistics.median(a / b for a, b in zip(ours, theirs, strict=True))
    return f"{one} | {_told(theirs)} | {ratio:.2f} |"


def _told(costs: list[float]) -> str:
    return f"{statistics.median(costs):.1f} ({statistics.quantiles(costs, n=20)[-1]:.1f})"


if __name__ == "__main__":
    main()
