"""The contract of deliveries: nobody twice, nobody missed, whatever a worker does."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from app.adapters.store.deliveries import SqlDeliveries
from app.adapters.store.mailings import SqlMailings
from app.bulletin_ports import Deliveries, Delivery, DeliveryState, Entry
from app.domain.for_whom import EVERYBODY
from app.domain.mailing import Mailing, MailingText, Pace
from app.domain.school import Phase
from tests.conftest import DATABASES, opened
from tests.mailing_fakes import FakeDeliveries

AT = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
LATER = AT + timedelta(minutes=5)
WEEK, OTHER = "issue-2026-27-12", "request-7"
SENT, WAITING = DeliveryState.SENT, DeliveryState.WAITING


@pytest.fixture(params=["fake", *DATABASES])
def deliveries(request: pytest.FixtureRequest) -> Iterator[Deliveries]:
    if request.param == "fake":
        yield FakeDeliveries()
        return
    with opened(request.getfixturevalue(f"{request.param}_url")) as engine:
        for number in (WEEK, OTHER):
            SqlMailings(engine).begin(Mailing(number, EVERYBODY, {"": MailingText("Week 12", "Hello")}, AT))
        yield SqlDeliveries(engine)


def entries(count: int) -> list[tuple[Entry, str]]:
    return [(Entry(f"{n:064}", f"{100000 + n}", Phase.PRIMARY, "office"), "primary") for n in range(count)]


def as_sent(taken: Delivery) -> Delivery:
    return replace(taken, state=SENT)


def test_a_plan_is_made_once(deliveries: Deliveries) -> None:
    assert deliveries.plan(WEEK, entries(3)) == 3
    first = deliveries.take(WEEK, "a", AT, 10)
    deliveries.settle([as_sent(d) for d in first])

    assert deliveries.plan(WEEK, entries(4)) == 4
    assert deliveries.progress(WEEK)[SENT] == 3
    assert deliveries.progress(OTHER) == dict.fromkeys(DeliveryState, 0)


def test_a_great_plan_is_one(deliveries: Deliveries) -> None:
    assert deliveries.plan(WEEK, entries(2500)) == 2500


def test_taken_is_in_flight_and_not_given_to_another(deliveries: Deliveries) -> None:
    deliveries.plan(WEEK, entries(5))
    mine, theirs = deliveries.take(WEEK, "a", AT, 3), deliveries.take(WEEK, "b", AT, 3)

    assert (len(mine), len(theirs)) == (3, 2)
    assert {d.key for d in mine}.isdisjoint(d.key for d in theirs)
    assert {(d.state, d.worker, d.tries, d.variant) for d in mine} == {
        (DeliveryState.IN_FLIGHT, "a", 1, "primary")
    }
    assert not deliveries.take(WEEK, "c", AT, 3)


def test_what_waits_for_its_next_try_comes_when_it_is_due(deliveries: Deliveries) -> None:
    deliveries.plan(WEEK, entries(1))
    (taken,) = deliveries.take(WEEK, "a", AT, 1)
    deliveries.settle([replace(taken, state=WAITING, reason="greylisted", next_try=LATER)])

    assert deliveries.next_due(WEEK) == LATER
    assert not deliveries.take(WEEK, "a", LATER - timedelta(seconds=1), 1)
    (again,) = deliveries.take(WEEK, "a", LATER, 1)
    assert (again.tries, again.reason) == (2, "greylisted")


def test_new_ones_go_before_those_that_are_tried_again(deliveries: Deliveries) -> None:
    deliveries.plan(WEEK, entries(2))
    (taken,) = deliveries.take(WEEK, "a", AT, 1)
    deliveries.settle([replace(taken, state=WAITING, next_try=AT)])

    (first,) = deliveries.take(WEEK, "a", LATER, 1)
    assert first.key != taken.key


def test_settled_is_never_taken_again(deliveries: Deliveries) -> None:
    deliveries.plan(WEEK, entries(2))
    sent, refused = deliveries.take(WEEK, "a", AT, 2)
    assert deliveries.settle([as_sent(sent), replace(refused, state=DeliveryState.REFUSED)]) == 2

    assert not deliveries.take(WEEK, "a", LATER, 2)
    assert deliveries.next_due(WEEK) is None
    assert deliveries.progress(WEEK)[DeliveryState.REFUSED] == 1


def test_why_messages_wait_or_are_refused_is_counted_most_first(deliveries: Deliveries) -> None:
    deliveries.plan(WEEK, entries(5))
    sent, *others, untried = deliveries.take(WEEK, "a", AT, 5)
    later = [replace(one, state=DeliveryState.WAITING, reason="Busy.", next_try=LATER) for one in others[:2]]
    gone = replace(others[2], state=DeliveryState.REFUSED, reason="No such mailbox.")
    deliveries.settle([as_sent(sent), *later, gone, replace(untried, state=DeliveryState.WAITING)])

    waits, refused = (DeliveryState.WAITING, "Busy.", 2), (DeliveryState.REFUSED, "No such mailbox.", 1)
    assert [(s.state, s.reason, s.messages) for s in deliveries.reasons(WEEK)] == [waits, refused]
    assert list(deliveries.reasons(OTHER)) == []


def test_what_a_dead_worker_had_in_flight_is_due_at_once(deliveries: Deliveries) -> None:
    deliveries.plan(WEEK, entries(5))
    settled, *_left = deliveries.take(WEEK, "dead", AT, 3)
    deliveries.settle([as_sent(settled)])
    alive = deliveries.take(WEEK, "alive", AT, 1)

    assert deliveries.give_up("dead") == 2
    assert deliveries.give_up("dead") == 0
    again = deliveries.take(WEEK, "alive", AT, 10)
    assert len(again) == 3
    assert {d.key for d in alive}.isdisjoint(d.key for d in again)


def test_what_a_worker_took_with_each_hand_is_given_up_with_it(deliveries: Deliveries) -> None:
    deliveries.plan(WEEK, entries(4))
    for name in ("w1/0/issue", "w1/1/issue", "w12/0/issue"):
        deliveries.take(WEEK, name, AT, 1)

    assert deliveries.give_up("w1/1/issue") == 1
    assert deliveries.give_up("w1") == 1
    assert deliveries.progress(WEEK)[DeliveryState.IN_FLIGHT] == 1


def test_a_late_worker_does_not_settle_what_another_took_over(deliveries: Deliveries) -> None:
    deliveries.plan(WEEK, entries(1))
    (late,) = deliveries.take(WEEK, "late", AT, 1)
    deliveries.give_up("late")
    (taken,) = deliveries.take(WEEK, "other", AT, 1)

    assert deliveries.settle([replace(late, state=WAITING)]) == 0
    assert deliveries.settle([as_sent(taken)]) == 1
    assert deliveries.settle([as_sent(taken)]) == 0
    assert deliveries.progress(WEEK)[SENT] == 1


def test_nothing_settles_nothing(deliveries: Deliveries) -> None:
    assert deliveries.settle([]) == 0


def test_two_mailings_do_not_mix(deliveries: Deliveries) -> None:
    deliveries.plan(WEEK, entries(2))
    deliveries.plan(OTHER, entries(3))

    assert {d.mailing for d in deliveries.take(OTHER, "a", AT, 9)} == {OTHER}
    assert deliveries.progress(WEEK)[WAITING] == 2


def test_all_mailings_together_keep_to_the_pace(deliveries: Deliveries) -> None:
    pace = Pace(a_minute=4, a_day=6)
    deliveries.plan(WEEK, entries(9))
    deliveries.plan(OTHER, entries(9))

    assert len(deliveries.take(WEEK, "a", AT, 3, pace)) == 3
    assert len(deliveries.take(OTHER, "b", AT + timedelta(seconds=30), 3, pace)) == 1
    assert not deliveries.take(WEEK, "a", AT + timedelta(seconds=59), 3, pace)
    assert len(deliveries.take(WEEK, "a", AT + timedelta(seconds=61), 3, pace)) == 2
    assert not deliveries.take(WEEK, "a", AT + timedelta(hours=23), 3, pace)
    assert len(deliveries.take(WEEK, "a", AT + timedelta(hours=25), 3, pace)) == 3


def test_workers_at_the_same_moment_get_each_row_once(database_url: str) -> None:
    with opened(database_url) as engine:
        SqlMailings(engine).begin(Mailing(WEEK, EVERYBODY, {"": MailingText("Week 12", "Hello")}, AT))
        store = SqlDeliveries(engine)
        store.plan(WEEK, entries(120))

        def work(worker: str) -> list[str]:
            keys: list[str] = []
            while taken := store.take(WEEK, worker, AT, 7):
                keys += [d.key for d in taken]
                store.settle([as_sent(d) for d in taken])
            return keys

        with ThreadPoolExecutor(4) as pool:
            keys = [key for found in pool.map(work, "abcd") for key in found]

        assert sorted(keys) == [entry.key for entry, _ in entries(120)]
        assert store.progress(WEEK)[SENT] == 120
