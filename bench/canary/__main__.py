"""Is anything of a draft left anywhere after many checks and crashes?

    python -m bench.canary [--checks 50000] [--crashes 200] [--processes 2] [--minutes N] [--folder F] [--database URL]

Drafts with canaries in every place that can hold words go to the service, one request in twenty broken; it is
killed again and again at random moments. Then every file that it left is looked through: the database with its
write-ahead log, the logs, temporary files, core dumps, the journal's export, a backup. With `--minutes` it ends
early and says how far it came; with the same `--folder` it goes on where it ended.
"""

import argparse
import json
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from bench.canary.crashing import Sending, Service
from bench.canary.search import WORD, search, size_of

PROJECT = Path(__file__).parents[2]
_WHOLE_EVERY = 20


@dataclass(frozen=True)
class Plan:
    """How much is sent, how often the service is crashed, and when it ends at the latest."""

    checks: int
    crashes: int
    processes: int = 2
    minutes: float = 1e6
    database: str = ""


def run(folder: Path, plan: Plan) -> dict[str, Any]:
    """Send, crash and look; what was done so far in this folder, and where canaries were found."""
    kept, environ = folder / "so-far.json", _environ(folder, plan.database)
    so_far: dict[str, Any] = (
        json.loads(kept.read_text()) if kept.exists() else {"crashes": 0, "cores": 0, "statuses": {}}
    )
    before, found = Counter[str](so_far["statuses"]), dict[str, list[str]]()
    with Service(folder, _free_port(), plan.processes, environ) as service:
        with Sending(service.port, before.total()) as sending:
            left = Plan(plan.checks - before.total(), plan.crashes - so_far["crashes"], minutes=plan.minutes)
            found |= _crash_and_look(folder, left, service, sending)
        _wait_for_deaths(service)
    so_far["statuses"] = before + sending.statuses
    so_far["crashes"] += len(service.deaths)
    so_far["cores"] += sum(core for _, core in service.deaths)
    kept.write_text(json.dumps(so_far))
    _leave_more(folder, environ)
    return {**so_far, "bytes": size_of([folder]), "found": found | search([folder])}


def _crash_and_look(folder: Path, plan: Plan, service: Service, sending: Sending) -> dict[str, list[str]]:
    """Until the plan is done, its time is over, or a canary was found, of which the next crash might leave nothing."""
    random, until = Random(sending.start), time.monotonic() + plan.minutes * 60  # noqa: S311 - moments, not secrets
    found: dict[str, list[str]] = {}
    quick = [folder / "cores", folder / "tmp", folder / "data" / "sendwell.db-wal"]
    while sending.answered < plan.checks and time.monotonic() < until and not found:
        aim = min(plan.checks, sending.answered + random.randint(1, 2 * plan.checks // max(1, plan.crashes)))
        while sending.answered < aim and time.monotonic() < until:
            time.sleep(random.random() / 50)
        if service.alive and len(service.deaths) < plan.crashes:
            service.crash(random)
            time.sleep(0.05)
        found = search([folder] if len(service.deaths) % _WHOLE_EVERY == 0 else quick)
    return found


def control(folder: Path) -> bool:
    """Whether a crash without our protection leaves a core here, and whether the search finds what is in it."""
    folder.mkdir(parents=True, exist_ok=True)
    program = f'import os; held = "{WORD[:4]}" + "{WORD[4:]}control"; os.abort()'
    subprocess.run(
        ["/bin/sh", "-c", f"ulimit -c unlimited; exec {sys.executable} -c '{program}'"],
        cwd=folder, env={k: v for k, v in os.environ.items() if WORD not in v}, check=False, capture_output=True,
    )  # fmt: skip
    return bool(search([folder]))


def _environ(folder: Path, database: str) -> dict[str, str]:
    ours = {name: value for name, value in os.environ.items() if not name.startswith("SENDWELL_")}
    ours |= {"PYTHONPATH": str(PROJECT), "SENDWELL_RATE_PER_MINUTE": "1000000", "SENDWELL_LOG_LEVEL": "debug"}
    ours |= {"SENDWELL_SAMPLE": "true", "SENDWELL_DATA": str(folder / "data")}
    return ours | ({"SENDWELL_DATABASE_URL": database} if database else {})


def _leave_more(folder: Path, environ: dict[str, str]) -> None:
    """What people make of what is kept: the journal as others take it, and a backup."""
    for name, words in (
        ("journal.jsonl", ("journal", "export")),
        ("journal.ocsf", ("journal", "export", "--as", "ocsf")),
        ("doctor.txt", ("doctor",)),
        ("backup.txt", ("backup", "--overwrite", str(folder / "backup.tar"))),
    ):
        command = [sys.executable, "-c", "from app.cli import main; main()", *words]
        with (folder / name).open("wb") as out:
            done = subprocess.run(command, env=environ, cwd=folder, stdout=out, stderr=out, check=False)
        if done.returncode and name != "doctor.txt":
            raise RuntimeError(f"sendwell {' '.join(words)} failed: see {folder / name}")


def _wait_for_deaths(service: Service) -> None:
    """A process that was killed a moment ago is told of a moment later."""
    time.sleep(1)
    while len(service.alive) < service.processes:
        time.sleep(0.1)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def main() -> int:
    """Print what was done and found; 1 when a canary was found or nothing could have been."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--checks", type=int, default=50_000)
    parser.add_argument("--crashes", type=int, default=200)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--minutes", type=float, default=1e6)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--database", default="", help="PostgreSQL, for example postgresql://user@host/name")
    asked = parser.parse_args()
    folder = asked.folder or Path(tempfile.mkdtemp(prefix="sendwell-birds-"))
    with tempfile.TemporaryDirectory() as aside:
        shows = control(Path(aside))
    plan = Plan(asked.checks, asked.crashes, asked.processes, asked.minutes, asked.database)
    done = run(folder, plan)
    print(
        f"a core of an unprotected process is written here, and the search finds it: {'yes' if shows else 'NO'}"
    )
    for name, value in done.items():
        print(f"{name}: {value or 0}")
    return 0 if shows and not done["found"] else 1


if __name__ == "__main__":
    sys.exit(main())
