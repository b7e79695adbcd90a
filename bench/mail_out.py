"""Does mail go out to everybody once, how fast, and what if those who send it are killed?

    python -m bench.mail_out [--addresses 25000] [--kills 50] [--engine plain|dbos] [--only NAME]

A mail server that takes everything runs beside it and writes down each message. The mail-out sends through the
service's own SMTP publisher, with and without a DKIM signature; the bare client of the standard library sends the
same letters in a loop. Then the mail-out is killed (SIGKILL) at random moments and begun again. On PostgreSQL
(from the programs that the system has) two workers share a mailing, once with kills and once with one of them
dead for good.
"""

import argparse
import shutil
import sys
import tempfile
import time
from pathlib import Path

from bench.mailing.postgres import a_database, a_server
from bench.mailing.sink import sink, taken
from bench.mailing.trial import Plan, Trial, run
from bench.mailing.worker import bare_loop, signer


def main() -> int:
    """Print the figures; 1 when somebody was missed or written to too often."""
    given = _arguments()
    fine = True
    for name, plan, is_postgres in _plans(given):
        if given.only and given.only not in name:
            continue
        folder = Path(tempfile.mkdtemp(prefix="sendwell-mail-out-"))
        try:
            if is_postgres:
                with a_server() as server, a_database(server) as url:
                    trial = run(plan, url, folder)
            else:
                trial = run(plan, f"sqlite:///{folder / 'sendwell.db'}", folder)
            print(f"{name}: {_said(trial)}", flush=True)
            fine = fine and trial.is_fine
        finally:
            shutil.rmtree(folder, ignore_errors=True)
    for name, signs in (("bare loop", False), ("bare loop, signed", True)):
        if not given.only or given.only in name:
            print(f"{name}: {_bare(given.addresses, signs=signs):.0f} messages a second", flush=True)
    return 0 if fine else 1


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("--addresses", type=int, default=25_000)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--life", type=float, default=6.0, help="seconds that a worker lives at most")
    parser.add_argument("--engine", choices=("plain", "dbos"), default="plain")
    parser.add_argument("--only", default="", help="only what has this in its name")
    return parser.parse_args()


def _plans(given: argparse.Namespace) -> list[tuple[str, Plan, bool]]:
    kinds = {
        "SQLite, no kill": (Plan(given.addresses, 0, engine=given.engine), False),
        "SQLite, no kill, signed": (Plan(given.addresses, 0, signs=True, engine=given.engine), False),
        "SQLite, kills": (
            Plan(given.addresses, given.kills, life=(0.1, given.life), engine=given.engine),
            False,
        ),
        "PostgreSQL, two workers, kills": (
            Plan(given.addresses, given.kills, 2, (0.1, given.life), engine=given.engine, once_sending=True),
            True,
        ),
        "PostgreSQL, two workers, one dies": (
            Plan(given.addresses, 1, 2, (5.0, 15.0), stays_dead=True, engine=given.engine, once_sending=True),
            True,
        ),
    }
    return [(name, plan, is_postgres) for name, (plan, is_postgres) in kinds.items()]


def _said(trial: Trial) -> str:
    return (
        f"{trial.reached:,} of {trial.addresses:,} reached, {trial.kills} kills with {trial.in_flight} messages"
        f" in flight, {trial.twice} came again ({trial.too_often} more often than that explains,"
        f" {trial.other_ids} with another Message-ID); {trial.seconds:.0f} s,"
        f" {(trial.addresses + trial.twice) / trial.seconds:.0f} messages a second,"
        f" longest pause {trial.longest_gap:.1f} s"
    )


def _bare(addresses: int, *, signs: bool) -> float:
    """Messages a second of the client alone."""
    folder = Path(tempfile.mkdtemp(prefix="sendwell-mail-out-"))
    try:
        with sink(folder / "taken") as port:
            sign = signer(folder) if signs else None
            started = time.perf_counter()
            bare_loop(port, addresses, sign)
            seconds = time.perf_counter() - started
        assert len(taken(folder / "taken")) == addresses, "the sink missed some"  # noqa: S101 - a bench says so
        return addresses / seconds
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
