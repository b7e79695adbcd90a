"""Is anybody missed, or written to twice, when those who send are killed again and again?"""

import random
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Engine, select

from app.adapters.store.engine import open_engine, reading
from app.adapters.store.mailing_tables import deliveries
from app.adapters.store.mailings import SqlMailings
from app.bulletin_ports import DeliveryState
from bench.mailing.sink import sink, taken
from bench.mailing.worker import Setup, Worker, begin_worker, prepare


@dataclass(frozen=True, slots=True)
class Trial:
    """What there was. `in_flight` counts messages in flight at the kills, `twice` how many came once more."""

    addresses: int
    kills: int
    reached: int
    in_flight: int
    twice: int
    too_often: int
    """Of those, how many came more often than they were in flight at a kill."""
    other_ids: int
    """Addresses that saw more than one Message-ID."""
    seconds: float
    longest_gap: float
    """The longest time between two messages."""

    @property
    def is_fine(self) -> bool:
        """Nobody missed, and nobody oftener than the kills explain."""
        return self.reached == self.addresses and not self.too_often and not self.other_ids


@dataclass(frozen=True, slots=True)
class Plan:
    """How many addresses, workers and kills; `life` is between which seconds the next worker is killed.

    `stays_dead`: a killed worker does not come back. `once_sending`: no kill before the first message.
    `signs`: each message is signed (DKIM).
    """

    addresses: int
    kills: int
    workers: int = 1
    life: tuple[float, float] = (0.1, 6.0)
    stays_dead: bool = False
    once_sending: bool = False
    signs: bool = False
    engine: str = "plain"
    limit: float = 3600.0
    seed: int = 20261121


def run(plan: Plan, url: str, folder: Path) -> Trial:
    """Send to all of them, with kills."""
    keys = prepare(url, plan.addresses)
    log = folder / "taken"
    with sink(log) as port:
        setup = Setup(url, port, folder, plan.engine, plan.signs)
        started = time.monotonic()
        flying, gap = _send_with_kills(plan, setup, log, started + plan.limit)
        seconds = time.monotonic() - started
    came = Counter(taken(log))
    copies = Counter(address for _, address in came.elements())
    allowed = {keys[key]: times for key, times in flying.items()}
    extra = {address: times - 1 for address, times in copies.items() if times > 1}
    return Trial(
        addresses=plan.addresses,
        kills=plan.kills,
        reached=len(copies.keys() & set(keys.values())),
        in_flight=flying.total(),
        twice=sum(extra.values()),
        too_often=sum(max(times - allowed.get(address, 0), 0) for address, times in extra.items()),
        other_ids=len(came) - len(copies),
        seconds=seconds,
        longest_gap=gap,
    )


def _send_with_kills(plan: Plan, setup: Setup, log: Path, end: float) -> tuple[Counter[str], float]:
    """How often each key was in flight at a kill; and the longest time in which nothing came."""
    luck = random.Random(plan.seed)  # noqa: S311 (a seed makes it the same each time)
    flying: Counter[str] = Counter()
    quiet = _Quiet(log)
    workers = [begin_worker(setup) for _ in range(plan.workers)]
    try:
        while plan.once_sending and not taken(log):
            quiet.wait(0.2)
        for _ in range(plan.kills):
            quiet.wait(luck.uniform(*plan.life))
            place = luck.randrange(len(workers))
            flying += _kill(workers.pop(place), setup)
            if not plan.stays_dead:
                workers.append(begin_worker(setup))
        while not _is_done(setup) and time.monotonic() < end:
            quiet.wait(0.5)
    finally:
        for worker in workers:
            worker.process.kill()
            worker.process.join()
    return flying, quiet.longest


class _Quiet:
    """Waits, and notices how long nothing came."""

    def __init__(self, log: Path) -> None:
        self._log = log
        self._size = 0
        self._since = time.monotonic()
        self.longest = 0.0

    def wait(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        while (now := time.monotonic()) < end:
            size = self._log.stat().st_size if self._log.exists() else 0
            if size != self._size or not size:
                self._size, self._since = size, now
            self.longest = max(self.longest, now - self._since)
            time.sleep(min(0.05, max(end - now, 0)))


def _kill(worker: Worker, setup: Setup) -> Counter[str]:
    """SIGKILL; what was in flight in its name then."""
    worker.process.kill()
    worker.process.join()
    theirs = deliveries.c.worker.startswith(worker.name) & (
        deliveries.c.state == DeliveryState.IN_FLIGHT.value
    )
    with _database(setup) as engine, reading(engine) as connection:
        return Counter(connection.execute(select(deliveries.c.address_hash).where(theirs)).scalars())


def _is_done(setup: Setup) -> bool:
    with _database(setup) as engine:
        return not SqlMailings(engine).going()


@contextmanager
def _database(setup: Setup) -> Iterator[Engine]:
    """Closed at once: a fork must not carry a connection along."""
    engine = open_engine(setup.url)
    try:
        yield engine
    finally:
        engine.dispose()
