"""What does it add to a check that Exchange is asked who reads the draft?

    python -m bench.exchange [--rounds N]

A draft to 20 groups, told by the desk as the service does it, before the check itself: real HTTP to a Graph
stand-in on this machine that takes its time, real shelf (SQLite, sealed), the wait of 150 ms that is the
default. Milliseconds: *first* look at groups that nobody asked about, *next* look at the same draft a moment
later; median and 95th percentile of the clock, and the median of the CPU that the asking thread itself spent.
`known` is the share of groups whose size was known then. Every round has groups of its own.
"""

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import httpx

from app.adapters.clock import SystemClock
from app.adapters.graph.mail_tips import GraphMailTips
from app.adapters.store.engine import open_engine
from app.adapters.store.exchange import SqlFactShelf
from app.adapters.store.upgrade import upgrade
from app.directory.exchange.ask import ExchangeDesk
from app.directory.exchange.fetch import Line
from app.directory.exchange.known import Known
from app.domain.draft import Body, Draft, Mailbox, Recipient, RecipientKind
from app.exchange_ports import Asker
from tests.exchange_fakes import FakeTokenExchange
from tests.graph_stand_in import Reply, Seen, error, graph, tip, told

GROUPS, WAIT_S = 20, 0.15
OWN = ("council.example",)
KEY = b"a key of thirty-two bytes length"


@dataclass
class Looks:
    """Milliseconds, and the share of groups that were known."""

    times: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    known: list[float] = field(default_factory=list)


def draft_to_groups(turn: int) -> Draft:
    """To groups that no other turn has."""
    groups = (Mailbox(f"group-{turn}-{n}@council.example") for n in range(GROUPS))
    recipients = tuple(Recipient(mailbox, kind=RecipientKind.GROUP) for mailbox in groups)
    return Draft("", Body(""), SystemClock().now(), Mailbox("p@council.example"), recipients)


def answering(after_s: float) -> Callable[[Seen, int], Reply]:
    """A Graph that knows every group, after a while."""

    def reply(seen: Seen, _turn: int) -> Reply:
        time.sleep(after_s)
        return told(
            *(tip(a, totalMemberCount=60, externalMemberCount=2, isModerated=False) for a in seen.asked)
        )

    return reply


def measure(desk: ExchangeDesk | None, rounds: int, asker: Asker) -> tuple[Looks, Looks]:
    """Each round looks twice."""
    first, following = Looks(), Looks()
    for turn in range(rounds):
        draft = draft_to_groups(turn)
        for looks in (first, following):
            started, spent = time.perf_counter(), time.thread_time()
            seen = draft if desk is None else desk.tell(draft, asker, OWN)
            looks.cpu.append((time.thread_time() - spent) * 1000)
            looks.times.append((time.perf_counter() - started) * 1000)
            looks.known.append(sum(r.facts.members is not None for r in seen.recipients) / GROUPS)
            time.sleep(0.4)  # somebody types
    return first, following


def line_of(name: str, both: tuple[Looks, Looks]) -> str:
    """One line of the table."""
    cells = []
    for looks in both:
        high = statistics.quantiles(looks.times, n=20)[-1]
        middle, cpu = statistics.median(looks.times), statistics.median(looks.cpu)
        cells.append(f"{middle:8.1f} {high:8.1f} {cpu:6.1f} {statistics.mean(looks.known):6.0%}")
    return f"{name:34}{cells[0]}   {cells[1]}"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=20)
    rounds = parser.parse_args().rounds
    scenes: dict[str, Callable[[Seen, int], Reply]] = {
        "Graph answers at once": answering(0),
        "Graph answers in 100 ms": answering(0.1),
        "Graph answers in 300 ms": answering(0.3),
        "Graph answers in 5 s": answering(5),
        "Graph answers 503": lambda _seen, _turn: error(503, "serviceNotAvailable"),
        "Graph answers 429, Retry-After 60": lambda _seen, _turn: error(429, "Throttled", Retry_After="60"),
    }
    head = f"{'95 %':>8} {'CPU':>6} {'known':>6}"
    print(f"{'':34}{'first':>8} {head}   {'next':>8} {head}")
    print(line_of("not asked", measure(None, rounds, Asker("tenant nobody"))))
    clock = SystemClock()
    for name, reply in scenes.items():
        with (
            tempfile.TemporaryDirectory() as folder,
            graph(reply) as office,
            httpx.Client(trust_env=False) as web,
        ):
            engine = open_engine(f"sqlite:///{Path(folder) / 'sendwell.db'}")
            upgrade(engine)
            line = Line(GraphMailTips(web, clock, office.url), FakeTokenExchange())
            desk = ExchangeDesk(Known(SqlFactShelf(engine, KEY), timedelta(hours=24)), line, clock, WAIT_S)
            print(line_of(name, measure(desk, rounds, Asker("tenant priya", "hers"))), flush=True)
            desk.close()
            engine.dispose()


if __name__ == "__main__":
    main()
