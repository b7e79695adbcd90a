"""How are many requests sent, and what was the answer to each?

At a rate: requests leave when they are due, whether or not the last was answered, and their time counts from then.
Side by side: so many at once, each sends its next when its last was answered.
"""

import asyncio
import time
from collections import Counter
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from random import Random

import httpx

from bench.served.drafts import HEADERS

_PATIENCE_S = 60


@dataclass
class Answers:
    """Milliseconds and statuses."""

    ms: list[float] = field(default_factory=list)
    statuses: Counter[str] = field(default_factory=Counter)
    seconds: float = 0

    def quantile(self, share: float) -> float:
        """So many of them were as quick."""
        ordered = sorted(self.ms)
        return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def at_rate(urls: Sequence[str], bodies: Iterator[bytes], per_second: float, seconds: float) -> Answers:
    """Requests that come by chance, so many a second."""
    return asyncio.run(_at_rate(urls, bodies, per_second, seconds))


def side_by_side(urls: Sequence[str], bodies: Iterator[bytes], many: int, seconds: float) -> Answers:
    """As many as can be answered."""
    return asyncio.run(_side_by_side(urls, bodies, many, seconds))


async def _at_rate(
    urls: Sequence[str], bodies: Iterator[bytes], per_second: float, seconds: float
) -> Answers:
    answers, random = Answers(), Random(1)  # noqa: S311 - moments, the same each time
    began = due = time.monotonic()
    async with _client() as client, asyncio.TaskGroup() as group:
        turn = 0
        while due < began + seconds:
            due += random.expovariate(per_second)
            await asyncio.sleep(due - time.monotonic())
            group.create_task(_one(client, urls[turn % len(urls)], next(bodies), answers, due))
            turn += 1
    answers.seconds = time.monotonic() - began
    return answers


async def _side_by_side(urls: Sequence[str], bodies: Iterator[bytes], many: int, seconds: float) -> Answers:
    answers, began = Answers(), time.monotonic()

    async def send(url: str) -> None:
        while time.monotonic() < began + seconds:
            await _one(client, url, next(bodies), answers, time.monotonic())

    async with _client() as client, asyncio.TaskGroup() as group:
        for number in range(many):
            group.create_task(send(urls[number % len(urls)]))
    answers.seconds = time.monotonic() - began
    return answers


async def _one(client: httpx.AsyncClient, url: str, body: bytes, answers: Answers, since: float) -> None:
    try:
        reply = await client.post(f"{url}/api/v1/checks", content=body, headers=HEADERS)
    except httpx.TransportError as error:
        answers.statuses[type(error).__name__] += 1
    else:
        answers.statuses[str(reply.status_code)] += 1
        answers.ms.append((time.monotonic() - since) * 1000)


@asynccontextmanager
async def _client() -> AsyncIterator[httpx.AsyncClient]:
    limits = httpx.Limits(max_connections=None, max_keepalive_connections=200)
    async with httpx.AsyncClient(timeout=_PATIENCE_S, limits=limits) as client:
        yield client
