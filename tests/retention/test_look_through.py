"""Each kind once a day, whatever happens to the others, and whoever was killed."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from app.retention.look_through import AGAIN, LookThrough
from app.retention.periods import Period
from app.retention.tell_kept import tell_kept
from tests.fakes import FakeClock
from tests.rights_fakes import FakeDeletions

DAY = timedelta(days=1)


@dataclass
class Store:
    """Holds moments; the newest of those that are past their time stays when something holds it."""

    held: list[datetime]
    asked: list[datetime] = field(default_factory=list)
    breaks: int = 0

    def forget(self, before: datetime) -> int:
        self.asked.append(before)
        if self.breaks:
            self.breaks -= 1
            raise OSError("disk")
        old = [at for at in self.held if at < before]
        self.held = [at for at in self.held if at >= before]
        return len(old)


def room(
    *stores: Store, clock: FakeClock | None = None, deletions: FakeDeletions | None = None
) -> LookThrough:
    periods = [period(f"kind-{n}", store.forget) for n, store in enumerate(stores)]
    return LookThrough(periods, deletions or FakeDeletions(), clock or FakeClock())


def period(kind: str, forget: Callable[[datetime], int]) -> Period:
    return Period(kind, kind, "keep_records_days", 30 * DAY, forget, lambda _: 1)


def test_what_is_past_its_time_goes_once_a_day() -> None:
    clock = FakeClock()
    store = Store([clock.at - 31 * DAY, clock.at - 29 * DAY])
    look = room(store, clock=clock)

    assert [(one.gone, one.held, one.failed) for one in look.look()] == [(1, 1, "")]
    assert look.look() == ()
    clock.at += DAY
    look.look()
    assert store.asked == [clock.at - 31 * DAY, clock.at - 30 * DAY]


def test_one_that_fails_keeps_no_other_and_is_tried_again_in_an_hour() -> None:
    clock = FakeClock()
    bad, good = Store([], breaks=1), Store([clock.at - 31 * DAY])
    look = room(bad, good, clock=clock)

    assert [one.failed for one in look.look()] == ["OSError", ""]
    clock.at += timedelta(minutes=6)
    assert look.look() == ()
    clock.at += AGAIN
    assert [(one.kind, one.failed) for one in look.look()] == [("kind-0", "")]
    assert (len(bad.asked), len(good.asked)) == (2, 1)


def test_a_process_that_was_killed_is_followed_by_one_that_goes_on() -> None:
    """The first did one kind and died; the next does what is left, and nothing twice."""
    clock, noted = FakeClock(), FakeDeletions()
    done, left = Store([]), Store([clock.at - 31 * DAY])
    room(done, clock=clock, deletions=noted).look()
    look = room(done, left, clock=clock, deletions=noted)

    assert [one.kind for one in look.look()] == ["kind-1"]
    assert len(done.asked) == 1


def test_a_start_looks_at_everything_because_a_setting_may_be_new() -> None:
    store = Store([])
    look = room(store)
    look.look()
    look.at_start()

    assert len(store.asked) == 2


def test_what_was_not_looked_through_lately_is_told_first() -> None:
    clock = FakeClock()
    look = room(Store([clock.at - 31 * DAY]), Store([], breaks=9), clock=clock)
    assert [one.is_late for one in tell_kept(look).kinds] == [True, True]
    look.look()
    told = tell_kept(look)

    assert [(one.period.kind, one.is_late, one.gone) for one in told.kinds] == [
        ("kind-1", True, 0),
        ("kind-0", False, 1),
    ]
    assert [one.period.kind for one in told.wrong] == ["kind-1"]


def test_a_clock_that_leapt_deletes_nothing_for_a_day() -> None:
    """A machine that started in a wrong year; its clock is set right within the day."""
    clock, noted = FakeClock(), FakeDeletions()
    store = Store([clock.at])
    room(store, clock=clock, deletions=noted).at_start()
    right = clock.at + DAY
    clock.at += 4000 * DAY
    look = room(store, clock=clock, deletions=noted)

    assert (look.has_leapt(clock.at), look.at_start(), look.look()) == (True, (), ())
    clock.at = right
    assert [(one.day, one.gone) for one in look.look()] == [(right.date(), 0)]
    assert len(store.held) == 1


def test_a_long_rest_is_believed_after_a_day() -> None:
    clock, noted = FakeClock(), FakeDeletions()
    store = Store([clock.at])
    room(store, clock=clock, deletions=noted).at_start()
    clock.at += 60 * DAY
    look = room(store, clock=clock, deletions=noted)

    assert look.look() == ()
    clock.at += DAY
    assert [one.gone for one in look.look()] == [1]
    assert not look.has_leapt(clock.at)
