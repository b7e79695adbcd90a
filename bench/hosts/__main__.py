"""What do several hosts do when one is cut off, one is killed, and the database's host is gone?

Two Sendwell hosts and two of PostgreSQL, the second following the first. ``python -m bench.hosts`` prints a table
and ends with 1 where a promise is broken; ``--write`` keeps it under ``bench/results``.
"""

import argparse
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Self

from sqlalchemy import text

from app.adapters.store.engine import open_engine
from app.domain.verdict import Mode
from app.policy_owner.change_policy import Signed, step_back
from app.settings import load_settings
from app.wiring.installation import Installation
from bench.hosts.host import Host, Told, until
from bench.hosts.network import Place, places, why_not
from tests.faults.postgres_server import PostgresServer, postgres_server

RESULTS = Path(__file__).parents[1] / "results" / "hosts.md"
AGREE_S = 5.0
RULE = "no-personal-data-external"


@dataclass
class Found:
    """The table: what was done, what was seen, and whether that is as promised."""

    rows: list[tuple[str, str, bool]] = field(default_factory=list)

    def row(self, done: str, seen: str, *, is_fine: bool = True) -> None:
        """Told at once."""
        self.rows.append((done, seen, is_fine))
        print("  " if is_fine else "! ", done, ": ", seen, sep="", flush=True)


class Sending:
    """Mails are sent at a host, one after the other, until the end."""

    def __init__(self, host: Host) -> None:
        """Nothing is sent yet."""
        self.told: list[tuple[float, Told]] = []
        self._host, self._over = host, threading.Event()
        self._thread = threading.Thread(target=self._send)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def _send(self) -> None:
        while not self._over.is_set():
            self.told.append((time.monotonic(), self._host.check()))
            time.sleep(0.05)

    def kept_since(self, moment: float) -> bool:
        """Whether one that was sent later was recorded."""
        return any(began > moment and told.is_kept for began, told in self.told)


def rehearse(found: Found, folder: Path) -> None:
    """From two that agree to a database that is gone."""
    with places("one", "two", "first", "second") as (one, two, first, second), ExitStack() as up:
        databases = [up.enter_context(postgres_server(None, first.address, first.do))]
        databases.append(up.enter_context(postgres_server(databases[0], second.address, second.do)))
        first.do(
            databases[0].administer,
            "ALTER SYSTEM SET synchronous_standby_names = '*'",
            "SELECT pg_reload_conf()",
        )
        hosts_at = ",".join(d.host for d in databases)
        ports = ",".join(str(d.port) for d in databases)
        url = f"postgresql://sendwell@/postgres?host={hosts_at}&port={ports}&target_session_attrs=read-write"
        hosts = [Host(place, folder, url) for place in (one, two)]
        for host in hosts:
            up.callback(host.kill)
            found.row("a host starts", f"ready after {host.start():.1f} s")
        desk = Changes(hosts[0])
        desk.agreed(found, "a rule's mode is changed on one", hosts)
        cut_off(found, desk, *hosts)
        killed(found, *hosts)
        taken_over(found, hosts, databases, (first, second))
        desk.agreed(found, "a rule's mode is changed afterwards", hosts)


class Changes:
    """Somebody changes how loud a rule is, at the machine of a host."""

    def __init__(self, host: Host) -> None:
        """Nothing is changed yet."""
        self._host, self._modes = host, [Mode.TRIAL, Mode.WARN] * 5
        settings = load_settings(
            {},
            data=Path(host.environ["SENDWELL_DATA"]),
            database_url=host.environ["SENDWELL_DATABASE_URL"],
            sample=True,
        )
        self._desk = host.place.do(lambda: Installation(settings).policy.desk)

    def change(self) -> float:
        """When it was kept."""
        self._host.place.do(
            step_back, self._desk, RULE, self._modes.pop(), Signed("rehearsal", "To see who hears of it.")
        )
        return time.monotonic()

    def agreed(self, found: Found, done: str, hosts: Sequence[Host]) -> None:
        """A change is made, and every host is asked until it judges by it."""
        before = hosts[0].check().policy
        seconds = agreement(hosts, before, self.change())
        found.row(done, f"all judge by it after {seconds:.1f} s", is_fine=seconds <= AGREE_S)


def agreement(hosts: Sequence[Host], before: str, since: float) -> float:
    """Seconds until all judge by the same policy, which is another than `before`."""

    def agree() -> bool:
        theirs = {host.check().policy for host in hosts}
        return len(theirs) == 1 and not theirs & {before, ""}

    until(agree)
    return time.monotonic() - since


def cut_off(found: Found, changes: Changes, one: Host, other: Host) -> None:
    """The other's cable is pulled, while people sit there and here; a rule is changed meanwhile."""
    before = one.check().policy
    other.place.pull()
    with Sending(one) as here:
        there = [other.check() for _ in range(5)]
        alive, ready = other.status("/healthz"), other.status("/readyz")
        changes.change()
    longest = max(told.seconds for told in there)
    said = sum(told.is_said for told in there)
    is_honest = said == len(there) and (alive, ready) == (200, 503)
    found.row(
        "one is cut off: 5 mails are sent there",
        f"{said} of 5 times it said that the send was not recorded; after {longest:.1f} s at the longest, "
        f"{there[-1].seconds:.1f} s the last; alive {alive}, ready {ready}",
        is_fine=is_honest,
    )
    found.row(
        "meanwhile the other host",
        of_all([told for _, told in here.told]),
        is_fine=all(t.is_kept for _, t in here.told),
    )
    other.place.plug()
    since = time.monotonic()
    kept = until(lambda: other.check().is_kept)
    seconds = agreement([one, other], before, since)
    found.row(
        "the cable is plugged in again",
        f"it records after {kept:.1f} s and judges by the change after {seconds:.1f} s",
        is_fine=seconds <= AGREE_S,
    )


def killed(found: Found, one: Host, other: Host) -> None:
    """All of the other dies at once."""
    with Sending(one) as here:
        time.sleep(1)
        other.kill()
        time.sleep(2)
        seconds = other.start()
    found.row(
        "one is killed: meanwhile the other host",
        of_all([t for _, t in here.told]),
        is_fine=all(t.is_kept for _, t in here.told),
    )
    found.row("it is started again", f"ready after {seconds:.1f} s")


def taken_over(
    found: Found, hosts: Sequence[Host], databases: Sequence[PostgresServer], at: Sequence[Place]
) -> None:
    """The host of the database is gone without a word; after three seconds the second is told to lead."""
    with ExitStack() as sends:
        sending = [sends.enter_context(Sending(host)) for host in hosts]
        time.sleep(3)
        at[0].pull()
        databases[0].kill()
        gone = time.monotonic()
        time.sleep(3)
        at[1].do(databases[1].promote)
        leads = time.monotonic()
        until(lambda: all(one.kept_since(leads) for one in sending))
        back = time.monotonic() - gone
        time.sleep(1)
    told = [answer for one in sending for _, answer in one.told]
    unsaid = sum(not (t.is_kept or t.is_said) for t in told)
    found.row(
        "the database's host is gone, and another takes over after 3 s",
        f"both hosts record again {back:.1f} s after it was gone; the longest answer took {max(t.seconds for t in told):.1f} s",
    )
    found.row("meanwhile both hosts", of_all(told), is_fine=not unsaid)
    promised, rows = sum(len(host.kept) for host in hosts), at[1].do(count, databases[1].url)
    found.row(
        "sends since the beginning that were said to be recorded",
        f"{promised}; rows at the one that took over: {rows}",
        is_fine=rows >= promised,
    )


def of_all(told: Sequence[Told]) -> str:
    """In words."""
    kept, said = sum(t.is_kept for t in told), sum(not t.is_kept and t.is_said for t in told)
    return f"{len(told)} sends: {kept} recorded, {said} said that they were not, {len(told) - kept - said} said nothing"


def count(url: str) -> int:
    """The rows of sends."""
    engine = open_engine(url)
    with engine.connect() as connection:
        found = int(connection.execute(text("SELECT count(*) FROM check_records")).scalar_one())
    engine.dispose()
    return found


def page(found: Found) -> str:
    """What is kept."""
    asks = ["git", "rev-parse", "--short", "HEAD"]
    commit = subprocess.run(asks, capture_output=True, text=True, check=False).stdout
    head = f"# Several hosts, {datetime.now(UTC):%d %B %Y}\n\n`python -m bench.hosts --write`, commit {commit.strip()}: network namespaces of one machine of two cores, load {Path('/proc/loadavg').read_text().split()[0]} at the end.\n"
    rows = [f"| {done} | {seen} | {'' if is_fine else '**missed**'} |" for done, seen, is_fine in found.rows]
    return "\n".join([head, "| what is done | what is seen | |", "| --- | --- | --- |", *rows, ""])


def main() -> int:
    """The table."""
    parser = argparse.ArgumentParser(prog="python -m bench.hosts", description=__doc__)
    parser.add_argument("--write", action="store_true", help="keep the table in bench/results/hosts.md")
    asked = parser.parse_args()
    if why := why_not():
        print(why)
        return 2
    found = Found()
    with TemporaryDirectory() as folder:
        rehearse(found, Path(folder))
    if asked.write:
        RESULTS.write_text(page(found), "utf-8")
    return 0 if all(is_fine for _, _, is_fine in found.rows) else 1


if __name__ == "__main__":
    sys.exit(main())
