"""Which questions are asked of the service, and what is the answer in figures?"""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from statistics import median

import httpx

from app.domain.journal import Kind
from app.verifier.rows import of_database
from bench.hostile import bodies as hostile
from bench.served.drafts import HEADERS, people_typing, plain, sends, short_mails
from bench.served.load import Answers, at_rate, side_by_side
from bench.served.service import Process, Served

Row = tuple[str, str]
"""What was asked, and what came of it."""
_WARM = 100


def start(folder: Path, times: int = 5) -> Iterator[Row]:
    """From nothing to ready, with the data already there."""
    taken = []
    for _ in range(times + 1):
        with Served(folder) as service:
            taken.append(service.processes[0].ready_s)
    yield f"from start to ready, median of {times}, s", f"{median(taken[1:]):.2f}"
    yield "the first of all, which makes the database, s", f"{taken[0]:.2f}"


def rate(folder: Path, rates: tuple[float, ...] = (5, 10, 20, 30), seconds: float = 30) -> Iterator[Row]:
    """People who type, on one process."""
    typing = people_typing()
    with Served(folder) as service:
        (process,) = service.processes
        _warm(process, typing)
        for per_second in rates:
            before = process.cpu_s
            answers = at_rate([process.url], typing, per_second, seconds)
            yield f"{per_second:g} checks a second, one process", _times(answers, process.cpu_s - before)


def two(folder: Path, seconds: float = 30, at_once: int = 8) -> Iterator[Row]:
    """One process and two, by turns, in checks a second; the one that sends needs a core, too."""
    typing, per_second = people_typing(), dict[int, list[float]]()
    with Served(folder, 2) as service:
        urls = [process.url for process in service.processes]
        for process in service.processes:
            _warm(process, typing)
        for many in (1, 2, 1, 2):
            answers = side_by_side(urls[:many], typing, at_once, seconds / 2)
            per_second.setdefault(many, []).append(len(answers.ms) / answers.seconds)
    one, both = sum(per_second[1]) / 2, sum(per_second[2]) / 2
    yield (
        f"{at_once} at once, one process and two, checks a second",
        f"{one:.1f} and {both:.1f}: {both / one:.2f} times",
    )


def large(folder: Path) -> Iterator[Row]:
    """Bodies of two million characters that were made to hurt, one after the other."""
    with Served(folder) as service:
        (process,) = service.processes
        _warm(process, people_typing())
        slowest, unwell = ("", 0.0), 0.0
        for name, body in hostile().items():
            with _health(process.url) as taken:
                began = time.monotonic()
                reply = httpx.post(
                    f"{process.url}/api/v1/checks",
                    content=plain(body),
                    headers=HEADERS,
                    timeout=60,
                )
                spent = time.monotonic() - began
            if reply.is_server_error:
                yield f"2 MB of {name}", f"answered {reply.status_code}"
            slowest = max(slowest, (name, spent), key=lambda one: one[1])
            unwell = max(unwell, *taken, 0)
    yield f"2 MB, slowest answer of {len(hostile())}, s", f"{slowest[1]:.2f} ({slowest[0]})"
    yield "the slowest answer about health meanwhile, ms", f"{unwell * 1000:.0f}"


def growth(folder: Path, drafts: int = 100_000) -> Iterator[Row]:
    """What a process holds after so many drafts, none like another."""
    with Served(folder) as service:
        (process,) = service.processes
        short = short_mails()
        _send(process, islice(short, 2000))
        first = process.memory_mb
        _send(process, islice(short, drafts))
        yield "a process after 2,000 drafts, MB", f"{first:.0f}"
        yield f"the same after {drafts:,} more", f"{process.memory_mb - first:+.0f}"


def kills(folder: Path, times: int = 20) -> Iterator[Row]:
    """Is every Send that was answered in the journal, when the process is killed again and again?"""
    answered = cut_off = 0
    database = f"sqlite:///{folder / 'data' / 'sendwell.db'}"
    bodies = sends()
    for turn in range(times):
        with Served(folder) as service:
            if not turn:
                before = _told(database)
            (process,) = service.processes
            threading.Timer(1 + 0.13 * turn, process.running.kill).start()
            answers = side_by_side([process.url], bodies, 8, 5)
            process.running.wait(30)
            answered += answers.statuses["200"]
            cut_off += answers.statuses.total() - answers.statuses["200"]
    told = _told(database) - before
    yield f"sends answered, and told of in the journal, over {times} kills", f"{answered:,} and {told:,}"
    yield "answered and not told of", f"{max(0, answered - told)}"


TRIALS: dict[str, Callable[..., Iterator[Row]]] = {
    trial.__name__: trial for trial in (start, rate, two, large, growth, kills)
}


def _warm(process: Process, bodies: Iterator[bytes]) -> None:
    _send(process, islice(bodies, _WARM))


def _send(process: Process, bodies: Iterator[bytes]) -> None:
    with httpx.Client(base_url=process.url, timeout=60) as client:
        for body in bodies:
            client.post("/api/v1/checks", content=body, headers=HEADERS).raise_for_status()


@contextmanager
def _health(url: str) -> Iterator[list[float]]:
    """How long each answer about health took, in seconds, asked for every 20 ms."""
    taken, over = [], threading.Event()

    def ask() -> None:
        with httpx.Client(timeout=60) as client:
            while not over.wait(0.02):
                began = time.monotonic()
                client.get(f"{url}/healthz").raise_for_status()
                taken.append(time.monotonic() - began)

    asking = threading.Thread(target=ask)
    asking.start()
    try:
        yield taken
    finally:
        over.set()
        asking.join()


def _told(database: str) -> int:
    """How many checks at Send the journal tells of."""
    return sum(f'"{Kind.CHECK}"' in (row.text or "") for row in of_database(database))


def _times(answers: Answers, cpu_s: float) -> str:
    middle, high = answers.quantile(0.5), answers.quantile(0.99)
    wrong = {status: many for status, many in answers.statuses.items() if status != "200"}
    each = cpu_s / max(1, len(answers.ms)) * 1000
    return f"median {middle:.0f} ms, 99th {high:.0f} ms, CPU {each:.1f} ms each" + (
        f", {wrong}" if wrong else ""
    )
