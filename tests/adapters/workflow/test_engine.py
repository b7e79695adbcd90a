"""The engine: it looks, sends, takes over from the dead, and stops when it is told."""

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count

import pytest

from app.adapters.clock import SystemClock
from app.adapters.workflow.duties import Duties, Rhythm
from app.adapters.workflow.engine import Engine
from app.adapters.workflow.watch import Watch
from tests.mailing_fakes import FakeWorkers

PATIENCE = 10.0


@dataclass
class Work:
    """Duties that note what was done."""

    left: dict[str, list[float | None]] = field(default_factory=dict)
    planned: list[str] = field(default_factory=list)
    worked: list[tuple[str, str]] = field(default_factory=list)
    given_up: list[str] = field(default_factory=list)
    looks: int = 0
    fails: bool = False
    asides: int = 0

    def aside(self) -> None:
        self.asides += 1
        if self.fails:
            raise OSError("scanner is away")

    def look(self) -> None:
        self.looks += 1
        if self.fails:
            raise OSError("database is away")

    def work(self, mailing: str, worker: str, may_go_on: Callable[[], bool]) -> float | None:  # noqa: ARG002 - as the engine calls it
        self.worked.append((mailing, worker))
        wait = self.left[mailing].pop(0)
        if wait is None:
            del self.left[mailing]
        return wait

    def give_up(self, worker: str) -> int:
        self.given_up.append(worker)
        return 3

    def plan(self, mailing: str) -> int:
        self.planned.append(mailing)
        if self.fails and len(self.planned) == 1:
            raise OSError("database is away")
        return 1

    @property
    def duties(self) -> Duties:
        return Duties(self.look, lambda: list(self.left), self.plan, self.work, self.give_up, self.aside)


@pytest.fixture
def workers() -> FakeWorkers:
    return FakeWorkers()


@pytest.fixture
def running(workers: FakeWorkers) -> Iterator[Callable[..., Engine]]:
    begun: list[Engine] = []

    def run(work: Work, silence: float = 5) -> Engine:
        watch = Watch("me", workers, SystemClock(), Rhythm(look=0.01, silence=silence))
        begun.append(Engine(work.duties, watch))
        begun[-1].start()
        return begun[-1]

    yield run
    for engine in begun:
        engine.stop()


def until(is_so: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < end, "it never happens"
        time.sleep(0.005)


def test_a_mailing_is_planned_and_worked_on_to_its_end(running: Callable[..., Engine]) -> None:
    work = Work({"week": [0, 0, None]})
    running(work)
    until(lambda: not work.left)

    assert work.planned == ["week"] * 3
    assert work.worked == [("week", "me/week")] * 3


def test_two_mailings_go_on_beside_each_other(running: Callable[..., Engine]) -> None:
    both = threading.Barrier(2, timeout=PATIENCE)
    work = Work({"week": [None], "census": [None]})
    begin = work.work

    def wait_for_the_other(mailing: str, worker: str, may_go_on: Callable[[], bool]) -> float | None:
        both.wait()
        return begin(mailing, worker, may_go_on)

    work.work = wait_for_the_other  # type: ignore[method-assign]  # the barrier is the test
    running(work)
    until(lambda: not work.left)

    assert sorted(work.worked) == [("census", "me/census"), ("week", "me/week")]


def test_it_waits_as_long_as_it_is_told(running: Callable[..., Engine]) -> None:
    work = Work({"week": [60, None]})
    running(work)
    until(lambda: work.looks > 10)

    assert len(work.worked) == 1


def test_it_looks_again_when_something_broke(
    running: Callable[..., Engine], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.adapters.workflow.engine._TRY_AGAIN", 0.01)
    work = Work({"week": [None]}, fails=True)
    running(work)
    until(lambda: not work.left)

    assert work.planned == ["week", "week"]


def test_what_takes_long_is_done_beside_and_never_twice_at_once(running: Callable[..., Engine]) -> None:
    done, work = threading.Event(), Work()
    begin = work.aside

    def takes_long() -> None:
        begin()
        done.wait(PATIENCE)

    work.aside = takes_long  # type: ignore[method-assign]  # the waiting is the test
    running(work)
    until(lambda: work.looks > 10)
    was = work.asides
    done.set()
    until(lambda: work.asides > was)

    assert was == 1


def test_what_breaks_beside_is_tried_again(running: Callable[..., Engine]) -> None:
    work = Work(fails=True)
    running(work)
    until(lambda: work.asides > 2)

    assert work.looks > 2


def test_it_takes_over_from_who_fell_silent_once(
    running: Callable[..., Engine], workers: FakeWorkers
) -> None:
    workers.beat("dead", SystemClock().now())
    work, turns = Work(), count(1)

    def look() -> None:
        workers.beat("alive", datetime(2026, 1, next(turns) % 28 + 1, tzinfo=UTC))
        Work.look(work)

    work.look = look  # type: ignore[method-assign]  # others beat meanwhile
    running(work, silence=0.2)
    until(lambda: bool(work.given_up))
    seen = work.looks
    until(lambda: work.looks > seen + 5)

    assert work.given_up == ["dead"]
    assert set(workers.beats) == {"alive", "me"}


def test_it_does_not_take_over_from_itself(running: Callable[..., Engine], workers: FakeWorkers) -> None:
    workers.beat("me", SystemClock().now() - timedelta(minutes=1))
    work = Work()
    running(work)
    until(lambda: work.looks > 3)

    assert work.given_up == []


def test_stop_lets_a_portion_be_settled_and_begins_nothing_new() -> None:
    sending, work = threading.Event(), Work()

    def slowly(mailing: str, worker: str, may_go_on: Callable[[], bool]) -> float | None:
        while may_go_on():
            sending.set()
            time.sleep(0.05)
            work.worked.append((mailing, worker))
        return 0

    watch = Watch("me", FakeWorkers(), SystemClock(), Rhythm(look=0.01))
    engine = Engine(Duties(work.look, lambda: ["week"], work.plan, slowly, work.give_up), watch)
    engine.start()
    assert sending.wait(PATIENCE)
    engine.stop()
    done = len(work.worked)

    assert done
    assert not [t for t in threading.enumerate() if t.name.startswith("sendwell-")]
    assert len(work.worked) == done
