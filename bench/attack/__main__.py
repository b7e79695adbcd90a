"""Does anything break when the service is attacked at length?

    python -m bench.attack [--cases 100000] [--minutes 60] [--seed N] [--only api|pages|machines] [--keep FILE]
        [--database URL] [--write]

Round after round: everybody asks the API what Schemathesis thinks of, along its links too, and wanders over the pages
with forms that hurt; then the machines of the bulletin, the cases and the journal are let run. It ends by itself when
the cases are done or the time is over, and says how far it came. What breaks is told with who did what. With `--keep`
the next run adds to what this one did; `--write` leaves the result in `bench/results/attack.md`.
"""

import argparse
import os
import platform
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.attack.api import Round, attack
from bench.attack.kept import Sitting, read, write
from bench.attack.machines import STEPS, machines, run
from bench.attack.pages import wander
from bench.attack.service import PEOPLE, Attacked, attacked, served

RESULTS = Path(__file__).parents[1] / "results" / "attack.md"
PARTS = ("api", "pages", "machines")
_EXAMPLES, _CHAINS, _STEPS, _MACHINES = 40, 40, 400, 25


def go(done: Sitting, seconds: float, parts: Sequence[str], database: str = "") -> Iterator[None]:
    """Round after round into `done`, until the time is over or nobody asks for more."""
    began = time.monotonic()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory(prefix="sendwell-attack-")))
        is_served = {"api", "pages"} & set(parts)
        kept = {"database_url": database} if database else {}
        service = stack.enter_context(served(attacked(folder, **kept))) if is_served else None
        for _ in _turns(service, parts, done):
            done.seconds = time.monotonic() - began
            yield
            if done.seconds > seconds:
                return


def _turns(service: Attacked | None, parts: Sequence[str], done: Sitting) -> Iterator[None]:
    """One part by one person after another, for ever; the edges of every field once for everybody."""
    turn = 0
    while True:
        for name in PEOPLE:
            if service and "api" in parts:
                plan = Round(done.seed + turn, _EXAMPLES, _CHAINS, edges=turn < len(PEOPLE))
                attack(service, name, plan, done.api)
                yield
            if service and "pages" in parts:
                wander(service, name, _STEPS, done.pages, done.seed + turn)
                yield
            turn += 1
        if "machines" in parts:
            yield from _machines(done)


def _machines(done: Sitting) -> Iterator[None]:
    with machines() as made:
        for name, make in made.items():
            many, said = run(make, _MACHINES)
            before, first = done.machines.get(name, (0, ""))
            done.machines[name] = before + many, first or said
            yield


def told(sittings: Sequence[Sitting], asked: int) -> str:
    """The result, as it is written down."""
    cases, worst = sum(one.cases for one in sittings), sum(one.worst for one in sittings)
    answers = sum((one.answers for one in sittings), Counter[str]())
    lines = [
        f"# The service attacked, {sittings[-1].day}",
        "",
        f"`python -m bench.attack --cases {asked}`, {_machine()}, commit {sittings[-1].commit}.",
        "",
        f"**{cases:,} of {asked:,} cases; {worst:,} of them an error of ours or no answer.**"
        + ("" if cases >= asked else " The time was over before the rest."),
        "",
        "| sitting | commit | database | minutes | cases | errors of ours, no answer | other broken promises |",
        "| --- | --- | --- | ---: | ---: | ---: | ---: |",
        *(_line(number, one) for number, one in enumerate(sittings, 1)),
        "",
        "| who | cases |",
        "| --- | ---: |",
        *(f"| {who} | {many:,} |" for who, many in _who(sittings).items()),
        "",
        "Answers: " + ", ".join(f"{status}: {many:,}" for status, many in sorted(answers.items())) + ".",
        "",
    ]
    for number, one in enumerate(sittings, 1):
        lines += [
            f"- sitting {number}, {n} times: {' '.join(said.split())}"
            for said, n in one.faults.most_common(40)
        ]
    return "\n".join(lines).rstrip() + "\n"


def _line(number: int, one: Sitting) -> str:
    others = max(one.faults.total() - one.worst, 0)
    return f"| {number} | {one.commit} | {one.database} | {one.seconds / 60:.0f} | {one.cases:,} | {one.worst:,} | {others:,} |"


def _who(sittings: Sequence[Sitting]) -> Counter[str]:
    who: Counter[str] = Counter()
    for one in sittings:
        who.update({f"{name}, API": many for name, many in one.api.cases.items()})
        who.update(one.pages.cases)
        who.update({f"{name}, runs of up to {STEPS} steps": n for name, (n, _) in one.machines.items()})
    return who


def _commit() -> str:
    asked = ["git", "rev-parse", "--short=8", "HEAD"]
    found = subprocess.run(asked, cwd=RESULTS.parent, capture_output=True, text=True, check=False)
    return found.stdout.strip() or "unknown"


def _machine() -> str:
    load = f"load {os.getloadavg()[0]:.0f} at its end"
    return f"{os.cpu_count()} processors ({platform.machine()}, {load}), CPython {platform.python_version()}"


def main() -> int:
    """Print what was done; 1 when anything broke in this sitting."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--cases", type=int, default=100_000)
    parser.add_argument("--minutes", type=float, default=600)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--only", choices=PARTS)
    parser.add_argument("--keep", type=Path, help="a file that this run adds to")
    parser.add_argument(
        "--database", default="", help="the address of an empty one; SQLite in a folder of its own otherwise"
    )
    parser.add_argument("--write", action="store_true", help=f"into {RESULTS.name}")
    asked = parser.parse_args()
    before = read(asked.keep) if asked.keep else []
    kind = asked.database.partition(":")[0] or "sqlite"
    done = Sitting(f"{datetime.now(UTC):%-d %B %Y}", _commit(), asked.seed, database=kind)
    for _ in go(done, asked.minutes * 60, (asked.only,) if asked.only else PARTS, asked.database):
        if asked.keep:
            write(asked.keep, [*before, done])
        if sum(one.cases for one in (*before, done)) >= asked.cases:
            break
    said = told([*before, done], asked.cases)
    print(said)
    if asked.write:
        RESULTS.write_text(said, "utf-8")
    return 1 if done.faults else 0


if __name__ == "__main__":
    sys.exit(main())
