"""The doctor looks at the clock, by what else tells the time."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.adapters.clock import SystemClock
from app.doctor import Mark, diagnose
from app.domain.journal import Entry, Kind
from app.ports import Clock
from app.settings import load_settings
from app.wiring.installation import Installation
from app.wiring.retention import look_through
from tests.fakes import FakeClock

LOOKUP = Entry(Kind.LOOKUP, {"addresses": 1, "purpose": "bulletin", "by": ""})


@pytest.fixture
def at(database_url: str, tmp_path: Path) -> Iterator[Callable[[Clock], Installation]]:
    """The installation by a clock."""
    url = {} if database_url.startswith("sqlite") else {"database_url": database_url}
    begun: list[Installation] = []

    def by(clock: Clock) -> Installation:
        begun.append(Installation(load_settings({}, data=tmp_path / "data", **url), clock))
        return begun[-1]

    yield by
    for one in begun:
        one.ground.engine.dispose()


def clock(**off: int) -> FakeClock:
    """Of now, or wrong by so much."""
    return FakeClock(datetime.now(UTC) + timedelta(**off))


def looked(made: Installation) -> tuple[Mark, str]:
    return next((one.mark, one.said) for one in diagnose(made) if one.part == "clock")


def test_one_that_the_database_agrees_with(at: Callable[[Clock], Installation]) -> None:
    assert looked(at(SystemClock())) == (Mark.WELL, "as the database has it")


@pytest.mark.parametrize(("minutes", "how"), [(5, "behind"), (-5, "ahead of")])
def test_one_that_differs_from_the_databases(
    at: Callable[[Clock], Installation], minutes: int, how: str
) -> None:
    mark, said = looked(at(clock(minutes=minutes)))

    assert mark is Mark.MEND
    assert f"seconds {how} this machine’s" in said


def test_one_that_was_set_back(at: Callable[[Clock], Installation]) -> None:
    at(clock(days=3)).ground.journal.tell(LOOKUP)

    assert "which is to come" in looked(at(SystemClock()))[1]


def test_one_that_may_have_leapt(at: Callable[[Clock], Installation]) -> None:
    look_through(at(clock(days=-40))).at_start()

    assert "more than a month" in looked(at(SystemClock()))[1]
