"""Does a look-up do the same work for an address that is held as for one that is not?

No time is measured here (`bench/oracle` does): what is compared are the steps that were taken.
"""

import gc
import sys
from collections.abc import Callable, Iterator
from types import FrameType
from typing import Any

import pytest
from sqlalchemy import Engine

from app.adapters.store.directory import SqlDirectory
from app.adapters.store.directory_snapshot import Steady
from app.domain.school import Listing, School
from tests.adapters.store.conftest import KEY
from tests.adapters.store.test_directory import CONTENTS
from tests.conftest import opened

Step = tuple[str, str, int]


@pytest.fixture
def directory(sqlite_url: str) -> Iterator[SqlDirectory]:
    """Read already, and not looked at again."""
    with opened(sqlite_url) as engine:
        yield _filled(engine)


def _filled(engine: Engine) -> SqlDirectory:
    made = SqlDirectory(engine, KEY, refresh_seconds=3600)
    made.replace(CONTENTS)
    made.open_schools()
    return made


def _steps(directory: SqlDirectory, address: str) -> list[Step]:
    """Every line that runs, every call of a function and of what is written in C, in turn.

    Without the collector of garbage: it comes when it pleases, and what listens to it would be counted too.
    """
    taken: list[Step] = []

    def line(frame: FrameType, event: str, _: Any) -> Callable[..., Any]:
        taken.append((event, frame.f_code.co_name, frame.f_lineno))
        return line

    def call(frame: FrameType, event: str, called: Any) -> None:
        if event == "c_call":
            taken.append((event, str(getattr(called, "__qualname__", "")), frame.f_lineno))

    before = sys.gettrace(), sys.getprofile()
    gc.disable()
    sys.settrace(line)
    sys.setprofile(call)
    try:
        directory.look_up([address])
    finally:
        sys.settrace(before[0])
        sys.setprofile(before[1])
        gc.enable()
    return [step for step in taken if step[1] not in {"settrace", "setprofile"}]


@pytest.mark.parametrize(
    ("held", "other"),
    [
        ("office@oak.weald.sch.uk", "bursar@oak.weald.sch.uk"),
        ("office@oak.weald.sch.uk", "zzzzzz@oak.weald.sch.uk"),
        ("oldoffice@oak.weald.sch.uk", "newoffice@oak.weald.sch.uk"),
        ("office@gone.weald.sch.uk", "bursar@gone.weald.sch.uk"),
        ("yew@gmail.com", "elm@gmail.com"),
    ],
)
def test_the_same_steps_for_a_hit_and_a_miss(directory: SqlDirectory, held: str, other: str) -> None:
    """Of one length each: what is done for every letter of a question tells nothing that the asker lacks."""
    hit, miss = _steps(directory, held), _steps(directory, other)
    assert hit == miss
    assert {"hexdigest", "bisect_left", "compare_digest"} <= {name.rpartition(".")[2] for _, name, _ in hit}


def test_steps_that_differ_would_be_seen(directory: SqlDirectory) -> None:
    assert _steps(directory, "office@oak.weald.sch.uk") != _steps(directory, "no address")


class _Counted(str):
    """A key that counts with how many it was compared."""

    __slots__ = ("times",)
    times: int

    def __gt__(self, other: str) -> bool:
        self.times += 1
        return str(self) > other


@pytest.mark.parametrize("many", [0, 1, 2, 3, 6, 7, 8, 100])
def test_every_question_takes_as_many_comparisons(many: int) -> None:
    held = {f"{n * 997:064x}": Listing((School(str(n), ""),), is_exact=True) for n in range(many)}
    steady, taken = Steady(held), set()
    for asked in [*held, *(f"{n:064x}" for n in range(0, 110_000, 101)), "f" * 64]:
        key = _Counted(asked)
        key.times = 0
        listing, is_held = steady.nearest(key)
        taken.add(key.times)
        assert is_held == (asked in held)
        assert not is_held or listing is held[asked]
        assert not many or listing.schools  # a miss opens a row as well
    assert len(taken) == 1
