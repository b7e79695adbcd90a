"""Who is taken for dead: whoever is, however the clocks differ and whatever else is away, and nobody who lives."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Self

import pytest

from app.adapters.workflow.duties import Rhythm
from app.adapters.workflow.watch import Watch
from app.bulletin_ports import Workers
from app.domain.errors import StoreError
from tests.adapters.workflow.test_engine import until
from tests.fakes import FakeClock
from tests.mailing_fakes import FakeWorkers

MINUTES = [timedelta(minutes=-7), timedelta(minutes=7), timedelta(hours=-3), timedelta(hours=3)]
SAID = ["7 minutes behind", "7 minutes ahead", "3 hours behind", "3 hours ahead"]


@dataclass
class Host:
    """A machine with a clock of its own, which somebody turns by hand."""

    name: str
    workers: Workers
    skew: timedelta = timedelta()
    seconds: float = 0.0
    took: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.clock = FakeClock()
        self.clock.at += self.skew
        self.watch = Watch(self.name, self.workers, self.clock, Rhythm(silence=20), lambda: self.seconds)

    def waits(self, seconds: float) -> Self:
        self.seconds += seconds
        self.clock.at += timedelta(seconds=seconds)
        return self

    def _takes(self, dead: str) -> bool:
        self.took.append(dead)
        return True

    def looks(self) -> None:
        self.watch._signs_of_life(self._takes)  # noqa: SLF001 - one turn of it


class Away:
    """The store while the database is stopped."""

    def __getattr__(self, name: str) -> None:
        raise StoreError(name)


def go_on(*hosts: Host, turns: int = 12) -> None:
    """For a minute, unless told otherwise."""
    for _ in range(turns):
        for host in hosts:
            host.waits(5).looks()


@pytest.mark.parametrize("skew", MINUTES, ids=SAID)
def test_clocks_that_differ_make_nobody_dead_and_keep_no_dead_alive(
    workers: Workers, skew: timedelta
) -> None:
    one, other = Host("one", workers), Host("other", workers, skew)
    go_on(one, other)
    assert (one.took, other.took) == ([], [])

    go_on(one, turns=6)
    assert one.took == ["other"]
    assert set(workers.signs()) == {"one"}


@pytest.mark.parametrize("jump", MINUTES, ids=SAID)
def test_a_clock_that_is_set_right_makes_nobody_dead(workers: Workers, jump: timedelta) -> None:
    one, other = Host("one", workers), Host("other", workers)
    go_on(one, other)
    one.clock.at += jump
    assert one.watch.may_work() == (jump < timedelta()), "it may have slept: it says first that it lives"
    go_on(one, other)
    other.clock.at += jump
    go_on(one, other)

    assert (one.took, other.took) == ([], [])
    assert one.watch.may_work()
    assert other.watch.may_work()


@pytest.mark.parametrize("minutes", [0.4, 1, 30])
def test_a_database_that_was_away_from_both_makes_nobody_dead(minutes: float) -> None:
    workers = FakeWorkers()
    one, other = Host("one", workers), Host("other", workers)
    go_on(other, one)
    for host in (one, other):
        host.watch._workers = Away()  # type: ignore[assignment]  # noqa: SLF001 - it is away
        host.waits(minutes * 60)
        with pytest.raises(StoreError):
            host.looks()
        assert not host.watch.may_work()
        host.watch._workers = workers  # noqa: SLF001 - it is back
    go_on(one, turns=2)
    go_on(one, other)

    assert (one.took, other.took) == ([], [])


def test_who_slept_starts_counting_anew(workers: Workers) -> None:
    one, other = Host("one", workers), Host("other", workers)
    go_on(other, one)
    one.waits(3600).looks()
    go_on(one, turns=4)
    assert one.took == [], "the other may have slept as well"
    go_on(one, turns=1)
    assert one.took == ["other"]


def test_who_could_not_say_that_it_lives_does_not_go_on() -> None:
    clock, workers = FakeClock(), FakeWorkers()
    elapsed = lambda: clock.at.timestamp()  # noqa: E731, PLW0108 - of the moment that it is then
    watch = Watch("me", workers, clock, Rhythm(look=0.01, silence=20), elapsed)
    assert not watch.may_work(), "nobody heard of it yet"
    watch.start(lambda: None, lambda _: True)
    until(watch.may_work)
    watch.stop()
    assert not watch.may_work(), "it stops"

    watch = Watch("me", workers, clock, Rhythm(look=1000, silence=20), elapsed)
    watch.start(lambda: None, lambda _: True)
    until(watch.may_work)
    clock.at += timedelta(seconds=9)
    assert watch.may_work()
    clock.at += timedelta(seconds=2)
    assert not watch.may_work(), "the machine slept, or the database was away"
    watch.stop()
