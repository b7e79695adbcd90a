"""From the seven questions to the last delivery, with everybody at it at once."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from app.bulletin.build_issue import introduce, place, take_out
from app.bulletin.desk import BulletinDesk
from app.bulletin.edit import claim, decline, edit
from app.bulletin.publish import go_out, gone_out, may_publish, publish, stop
from app.domain.calendar import LONDON
from app.domain.errors import BulletinError
from app.domain.issue import Issue, IssueState
from app.domain.item import ItemState, MoveKind, Person
from app.domain.posting import Outlet
from tests.bulletin.desks import (
    ANN,
    EVE,
    FRIDAY,
    KEY,
    TEXT,
    TOM,
    TUESDAY,
    YES,
    a_desk,
    at,
    later,
    leave,
    meanwhile,
    placed,
    ready,
)

MORNING = datetime(2026, 11, 27, 8, 30, tzinfo=LONDON)


def published(desk: BulletinDesk, by: Person = EVE) -> Issue:
    return publish(desk, KEY, desk.issue(KEY).version, YES, by)


@pytest.mark.parametrize("person", [ANN, TOM, Person("Eve Shah", "eve.shah@council.example"), Person("", "")])
def test_nobody_publishes_without_leave(person: Person) -> None:
    desk = a_desk()
    placed(desk)
    with pytest.raises(BulletinError, match="register of posters"):
        published(desk, person)

    assert desk.issue(KEY).state is IssueState.OPEN


def test_leave_is_for_the_outlet_and_its_time() -> None:
    desk = a_desk()
    desk.postings.add(leave(TOM, Outlet.WEBSITE))

    assert may_publish(desk, EVE)
    assert may_publish(desk, Person("E. Shah", "Eve@Council.example"))
    assert not may_publish(desk, TOM)
    assert not may_publish(at(desk, TUESDAY + timedelta(days=365)), EVE)


def test_leave_that_was_ended_is_over_at_once() -> None:
    desk = a_desk()
    first = desk.postings.entries()[0]
    ended = replace(first.permission, ends=date(2026, 11, 23))
    desk.postings.add(replace(first, permission=ended, follows=first.number))

    assert not may_publish(desk, EVE)


def test_an_issue_is_held_until_the_morning_of_its_day() -> None:
    desk = a_desk()
    placed(desk)
    held = published(desk)

    assert (held.state, held.held_until, held.published_by) == (IssueState.HELD, MORNING, EVE)
    with pytest.raises(BulletinError, match="held for some minutes"):
        go_out(at(desk, MORNING - timedelta(seconds=1)), KEY)


@pytest.mark.parametrize("on", [MORNING + timedelta(hours=2), MORNING + timedelta(days=3)])
def test_on_its_day_and_after_it_is_held_ten_minutes(on: datetime) -> None:
    desk = a_desk()
    placed(desk, "one")
    desk = at(desk, on)
    edit(desk, item_id(desk), 3, replace(TEXT, closes=date(2026, 12, 11)), EVE)

    assert published(desk).held_until == on + timedelta(minutes=10)


def item_id(desk: BulletinDesk) -> str:
    return desk.issue(KEY).order[0]


def test_a_second_click_publishes_once() -> None:
    desk = a_desk()
    placed(desk)
    seen = desk.issue(KEY).version
    held = publish(desk, KEY, seen, YES, EVE)

    assert publish(later(desk, seconds=2), KEY, seen, YES, EVE) == held
    desk.postings.add(leave(TOM))
    with pytest.raises(BulletinError, match="meanwhile"):
        publish(desk, KEY, seen, YES, TOM)


def test_what_was_not_seen_is_not_published() -> None:
    desk = a_desk()
    placed(desk)
    seen = desk.issue(KEY).version
    introduce(desk, KEY, seen, "Dear all")
    with pytest.raises(BulletinError, match="meanwhile"):
        publish(desk, KEY, seen, YES, EVE)


def test_a_question_without_a_yes_is_asked_again() -> None:
    desk = a_desk()
    placed(desk)
    with pytest.raises(BulletinError) as raised:
        publish(desk, KEY, desk.issue(KEY).version, {**YES, "permission": False}, EVE)

    assert (raised.value.field, desk.issue(KEY).state) == ("permission", IssueState.OPEN)


def test_an_issue_with_nothing_in_it_is_not_published() -> None:
    desk = a_desk()
    item = placed(desk)
    decline(desk, item.id, item.version, EVE, "It was in last week's.")
    with pytest.raises(BulletinError, match="nothing in this issue"):
        published(desk)


@pytest.mark.parametrize(
    ("closes", "now"), [(date(2026, 11, 26), TUESDAY), (FRIDAY, MORNING + timedelta(days=3))]
)
def test_what_closes_before_it_goes_out_is_named(closes: date, now: datetime) -> None:
    desk = a_desk()
    item = placed(desk)
    desk = at(desk, now)
    edit(desk, item.id, item.version, replace(TEXT, closes=closes), EVE)
    with pytest.raises(BulletinError, match="“Free music places” closes before") as raised:
        published(desk)
    assert raised.value.field == "closes"


def test_an_item_declined_at_the_moment_of_publishing_is_not_published() -> None:
    desk = a_desk()
    item = placed(desk)
    placed(desk, "two")
    race = meanwhile(desk, lambda: decline(desk, item.id, item.version, TOM, "It was in last week's."))
    with pytest.raises(BulletinError, match="meanwhile"):
        published(race)
    assert desk.issue(KEY).state is IssueState.OPEN


def test_anybody_stops_it_until_the_last_second_and_it_can_be_changed_again() -> None:
    desk = a_desk()
    item = placed(desk)
    published(desk)
    last = at(desk, MORNING - timedelta(microseconds=1))
    stopped = stop(last, KEY)

    assert (stopped.state, stopped.answers, stopped.held_until) == (IssueState.OPEN, {}, None)
    assert stop(last, KEY) == stopped
    with pytest.raises(BulletinError, match="Only an issue that is held"):
        go_out(at(desk, MORNING), KEY)
    assert take_out(desk, KEY, item.id, TOM).order == ()


def test_stopping_and_going_out_at_the_same_moment_is_one_of_both() -> None:
    for first, second in ((stop, go_out), (go_out, stop)):
        desk = a_desk()
        item = placed(desk)
        published(desk)
        desk = at(desk, MORNING)
        with pytest.raises(BulletinError):
            second(meanwhile(desk, lambda desk=desk, first=first: first(desk, KEY)), KEY)  # type: ignore[misc]  # bound now

        is_stopped = desk.issue(KEY).state is IssueState.OPEN
        assert is_stopped is (desk.item(item.id).state is ItemState.READY) is (first is stop)


def test_it_goes_out_once_however_often_the_engine_asks() -> None:
    desk = a_desk()
    item = placed(desk)
    waits = ready(desk, "waits")
    published(desk)
    desk = at(desk, MORNING)
    going = go_out(desk, KEY)
    assert go_out(later(desk, minutes=1), KEY) == going
    out = gone_out(later(desk, minutes=5), KEY)

    assert gone_out(later(desk, minutes=9), KEY) == go_out(desk, KEY) == out
    assert (going.state, out.state, out.went_out_at) == (
        IssueState.GOING_OUT, IssueState.OUT, MORNING + timedelta(minutes=5),
    )  # fmt: skip
    assert [move.kind for move in desk.book.history(item.id)].count(MoveKind.WENT_OUT) == 1
    assert (desk.item(item.id).state, desk.item(item.id).issue) == (ItemState.OUT, KEY)
    assert desk.item(waits.id).state is ItemState.READY


def test_it_goes_out_although_somebody_claims_an_item_at_that_moment() -> None:
    desk = a_desk()
    item = placed(desk)
    published(desk)
    desk = at(desk, MORNING)
    race = meanwhile(desk, lambda: claim(desk, item.id, TOM))

    assert go_out(race, KEY).state is IssueState.GOING_OUT
    assert desk.item(item.id).state is ItemState.OUT


def test_a_clock_that_goes_back_lets_nothing_out_early() -> None:
    desk = a_desk()
    placed(desk)
    published(desk)
    with pytest.raises(BulletinError, match="held"):
        go_out(at(desk, TUESDAY - timedelta(hours=1)), KEY)

    assert go_out(at(desk, MORNING), KEY).state is IssueState.GOING_OUT
    assert gone_out(at(desk, TUESDAY), KEY).state is IssueState.OUT


@pytest.mark.parametrize("state", [IssueState.GOING_OUT, IssueState.OUT])
def test_what_goes_out_is_not_stopped(state: IssueState) -> None:
    desk = a_desk()
    placed(desk)
    published(desk)
    desk = at(desk, MORNING)
    go_out(desk, KEY)
    if state is IssueState.OUT:
        gone_out(desk, KEY)
    with pytest.raises(BulletinError, match="too late"):
        stop(desk, KEY)
    with pytest.raises(BulletinError):
        place(desk, KEY, ready(desk, "more").id, EVE, even_late=True)
    assert desk.issue(KEY).state is state


def test_only_what_goes_out_has_gone_out() -> None:
    desk = a_desk()
    placed(desk)
    with pytest.raises(BulletinError):
        gone_out(desk, KEY)
