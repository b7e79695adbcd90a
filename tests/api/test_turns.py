"""Do drafts wait their turn, and is whoever would wait too long told so?"""

import asyncio
import threading
from http import HTTPStatus

import pytest
from fastapi import HTTPException

from app.api.turns import Turns


async def crowd(turns: Turns, many: int) -> tuple[int, list[object]]:
    """How many were read at once at most, and what became of each."""
    lock, gate, now, most = threading.Lock(), threading.Event(), 0, 0

    def read() -> str:
        nonlocal now, most
        with lock:
            now += 1
            most = max(most, now)
        gate.wait(10)
        with lock:
            now -= 1
        return "read"

    waiting = [asyncio.ensure_future(turns.take(read)) for _ in range(many)]
    await asyncio.sleep(0.1)
    gate.set()
    return most, await asyncio.gather(*waiting, return_exceptions=True)


def test_a_few_are_read_at_once_and_the_others_wait() -> None:
    most, became = asyncio.run(crowd(Turns(at_once=2, most_waiting=5), 7))
    assert most <= 2
    assert became == ["read"] * 7


def test_whoever_would_wait_too_long_is_told_at_once_and_the_next_is_read() -> None:
    turns = Turns(at_once=1, most_waiting=2)
    _, became = asyncio.run(crowd(turns, 5))
    refused = [one for one in became if isinstance(one, HTTPException)]
    assert became[:3] == ["read"] * 3
    assert [(one.status_code, one.headers) for one in refused] == [
        (HTTPStatus.SERVICE_UNAVAILABLE, {"Retry-After": "1"})
    ] * 2
    assert asyncio.run(turns.take(lambda: "the next")) == "the next"


def test_an_error_gives_the_turn_back() -> None:
    turns = Turns(at_once=1, most_waiting=0)

    def fails() -> None:
        raise ValueError("of the reading")

    for _ in range(3):
        with pytest.raises(ValueError, match="of the reading"):
            asyncio.run(turns.take(fails))
