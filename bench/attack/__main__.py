"""Does anything break when the service is attacked at length?

    python -m bench.attack [--cases 100000] [--minutes 600] [--seed N] [--only api|pages|machines] [--write]

Round after round: everybody asks the API what Schemathesis thinks of, along its links too, and wanders over the pages
with forms that hurt; then the machines of the bulletin, the cases and the journal are let run. It ends by itself when
the cases are done or the time is over, and says how far it came. What breaks is told with who did what. `--write`
leaves the result in `bench/results/attack.md`.
"""

import argparse
import os
import platform
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.attack.api import Round, Tally, attack
from bench.attack.machines import STEPS, machines, run
from bench.attack.pages import wander
from bench.attack.service import PEOPLE, Attacked, attacked

RESULTS = Path(__file__).parents[1] / "results" / "attack.md"
PARTS = ("api", "pages", "machines")
_EXAMPLES, _CHAINS, _STEPS, _MACHINES = 40, 40, 400, 25


@dataclass
class Done:
    """What came of it. `machines` is by name: how many ended well, and what the first other one said."""

    api: Tally = field(default_factory=Tally)
    pages: Tally = field(default_factory=Tally)
    machines: dict[str, tuple[int, str]] = field(default_factory=dict)
    seconds: float = 0.0
    cpu_seconds: float = 0.0

    @property
    def cases(self) -> int:
        """Requests, and machines that were let run."""
        return self.api.total + self.pages.total + sum(many for many, _ in self.machines.values())

    @property
    def faults(self) -> Counter[str]:
        """Everything that broke."""
        broken = Counter({f"{name}: {said}": 1 for name, (_, said) in self.machines.items() if said})
        return self.api.faults + self.pages.faults + broken


def go(cases: int, seconds: float, seed: int, parts: tuple[str, ...] = PARTS) -> Done:
    """Until so many cases are done, or the time is over."""
    done, began, cpu = Done(), time.monotonic(), time.process_time()
    with TemporaryDirectory(prefix="sendwell-attack-") as folder:
        service = attacked(Path(folder)) if {"api", "pages"} & set(parts) else None
        for _ in _turns(service, seed, parts, done):
            if done.cases >= cases or time.monotonic() - began > seconds:
                break
    done.seconds, done.cpu_seconds = time.monotonic() - began, time.process_time() - cpu
    return done


def _turns(service: Attacked | None, seed: int, parts: tuple[str, ...], done: Done) -> Iterator[None]:
    """One part by one person after another, for ever; the edges of every field once for everybody."""
    turn = 0
    while True:
        for name in PEOPLE:
            if service and "api" in parts:
                plan = Round(seed + turn, _EXAMPLES, _CHAINS, edges=turn < len(PEOPLE))
                attack(service, name, plan, done.api)
                yield
            if service and "pages" in parts:
                wander(service, name, _STEPS, done.pages, seed + turn)
                yield
            turn += 1
        if "machines" in parts:
            yield from _machines(done)


def _machines(done: Done) -> Iterator[None]:
    with machines() as made:
        for name, make in made.items():
            many, said = run(make, _MACHINES)
            before, first = done.machines.get(name, (0, ""))
            done.machines[name] = before + many, first or said
            yield


def told(done: Done, asked: int) -> str:
    """The result, as it is written down."""
    lines = [
        f"# The service attacked, {datetime.now(UTC):%-d %B %Y}",
        "",
        (
            f"`python -m bench.attack --cases {asked}`, commit {_commit()}, {_machine()}. It took {done.seconds / 60:.0f} minutes "
            f"({done.cpu_seconds / 60:.1f} of processor time)."
        ),
        "",
        f"**{done.cases:,} of {asked:,} cases; {done.faults.total():,} faults.**"
        + ("" if done.cases >= asked else " Its time was over before the rest."),
        "",
        "| who | cases |",
        "| --- | ---: |",
        *(f"| {name}, API | {many:,} |" for name, many in done.api.cases.items()),
        *(f"| {name} | {many:,} |" for name, many in done.pages.cases.items()),
        *(
            f"| {name}, weeks of up to {STEPS} steps | {many:,} |"
            for name, (many, _) in done.machines.items()
        ),
        "",
        "Answers: "
        + ", ".join(
            f"{status}: {n:,}" for status, n in sorted((done.api.answers + done.pages.answers).items())
        )
        + ".",
        "",
    ]
    for said, many in done.faults.most_common(50):
        lines.append(f"- {many} times {said}".replace("\n", " "))
    return "\n".join(lines).rstrip() + "\n"


def _commit() -> str:
    asked = ["git", "rev-parse", "--short=8", "HEAD"]
    return (
        subprocess.run(asked, cwd=RESULTS.parent, capture_output=True, text=True, check=False).stdout.strip()
        or "unknown"
    )


def _machine() -> str:
    load = f"load {os.getloadavg()[0]:.0f} at its end"
    return f"{os.cpu_count()} processors ({platform.machine()}, {load}), CPython {platform.python_version()}, SQLite"


def main() -> int:
    """Print what was done; 1 when anything broke."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--cases", type=int, default=100_000)
    parser.add_argument("--minutes", type=float, default=600)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--only", choices=PARTS)
    parser.add_argument("--write", action="store_true", help=f"into {RESULTS.name}")
    asked = parser.parse_args()
    done = go(asked.cases, asked.minutes * 60, asked.seed, (asked.only,) if asked.only else PARTS)
    said = told(done, asked.cases)
    print(said)
    print(f"seed {asked.seed}")
    if asked.write:
        RESULTS.write_text(said, "utf-8")
    return 1 if done.faults else 0


if __name__ == "__main__":
    sys.exit(main())
