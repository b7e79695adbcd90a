"""The issue of the week: which it is, what is in it, in which order."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from app.bulletin.build_issue import (
    current_issue,
    introduce,
    items_of,
    open_issue,
    order,
    place,
    take_out,
    week,
)
from app.bulletin.desk import BulletinDesk
from app.bulletin.edit import edit
from app.bulletin.publish import go_out, gone_out, publish
from app.domain.calendar import LONDON, Break
from app.domain.errors import BulletinError
from app.domain.issue import Issue
from app.domain.item import IssueKey, ItemState
from tests.bulletin.desks import (
    EVE,
    FRIDAY,
    KEY,
    NEXT,
    TEXT,
    TOM,
    YES,
    a_desk,
    at,
    later,
    meanwhile,
    new,
    placed,
    ready,
)
from tests.domain.test_calendar import CALENDAR, SPRING


def moment(words: str) -> datetime:
    return datetime.fromisoformat(words).replace(tzinfo=LONDON)


@pytest.mark.parametrize(
    ("now", "key", "goes_out", "missing"),
    [
        ("2026-11-24T10:00", "2026-27-12", date(2026, 11, 27), None),
        ("2026-11-26T10:00", "2026-27-12", date(2026, 11, 27), None),
        ("2026-11-27T23:00", "2026-27-12", date(2026, 11, 27), None),
        ("2026-11-28T00:00", "2026-27-13", date(2026, 12, 4), None),
        ("2026-10-22T10:00", "2026-27-8", date(2026, 10, 23), None),
        ("2026-10-24T10:00", "2026-27-9", date(2026, 11, 6), Break.HALF_TERM),
        ("2026-10-27T10:00", "2026-27-9", date(2026, 11, 6), Break.HALF_TERM),
        ("2026-10-29T10:00", "2026-27-9", date(2026, 11, 6), Break.HALF_TERM),
        ("2026-10-30T18:00", "2026-27-9", date(2026, 11, 6), Break.HALF_TERM),
        ("2026-10-31T10:00", "2026-27-9", date(2026, 11, 6), None),
        ("2027-01-01T10:00", "2026-27-16", date(2027, 1, 8), Break.HOLIDAY),
        ("2026-12-22T10:00", "2026-27-16", date(2027, 1, 8), Break.HOLIDAY),
        ("2026-08-20T10:00", "2026-27-1", date(2026, 9, 4), Break.HOLIDAY),
    ],
)
def test_the_calendar_opens_the_issue_of_the_week(
    now: str, key: str, goes_out: date, missing: Break | None
) -> None:
    found = week(a_desk(moment(now)))

    assert found.issue is not None
    assert (str(found.issue.key), found.issue.goes_out, found.missing) == (key, goes_out, missing)


def test_beyond_the_calendar_there_is_no_issue() -> None:
    desk = a_desk(moment("2027-07-22T10:00"))

    assert (week(desk).issue, open_issue(desk), week(desk).missing) == (None, None, Break.BEYOND_CALENDAR)


def test_an_issue_is_opened_once() -> None:
    desk = a_desk()
    opened = open_issue(desk)

    assert opened == Issue(KEY, FRIDAY, moment("2026-11-25T12:00"), version=1)
    assert open_issue(desk) == opened
    assert desk.book.issues() == [opened]


def test_two_workers_open_the_same_issue() -> None:
    desk = a_desk()
    opened = open_issue(meanwhile(desk, lambda: open_issue(desk)))

    assert desk.book.issues() == [opened]


def test_a_late_issue_comes_first_while_something_is_in_it() -> None:
    desk = a_desk()
    placed(desk)
    late = at(desk, moment("2026-11-30T10:00"))

    assert current_issue(late) == desk.issue(KEY)
    take_out(late, KEY, items_of(late, desk.issue(KEY))[0].id, EVE)
    assert (current_issue(late) or desk.issue(KEY)).key == NEXT


def test_the_next_issue_follows_one_that_is_out() -> None:
    desk = a_desk()
    placed(desk)
    publish(desk, KEY, desk.issue(KEY).version, YES, EVE)
    desk = at(desk, moment("2026-11-27T08:30"))
    go_out(desk, KEY)
    gone_out(desk, KEY)

    assert (current_issue(desk) or desk.issue(KEY)).key == NEXT


def test_an_issue_keeps_its_number_when_the_calendar_changes() -> None:
    desk = a_desk()
    opened = open_issue(desk)
    fewer = replace(CALENDAR, terms=(replace(CALENDAR.terms[0], start=date(2026, 9, 14)), SPRING))
    moved = replace(desk, calendar=lambda: fewer)

    assert current_issue(moved) == opened
    following = current_issue(at(moved, moment("2026-12-07T10:00")))
    assert following is not None
    assert (following.key, following.goes_out) == (IssueKey(2026, 13), date(2026, 12, 11))


def test_items_stand_in_the_order_they_are_given() -> None:
    desk = a_desk()
    one, two, three = (placed(desk, name).id for name in ("one", "two", "three"))
    order(desk, KEY, three, 0)
    order(desk, KEY, one, 9)
    order(later(desk, seconds=1), KEY, one, 9)

    assert [item.id for item in items_of(desk, desk.issue(KEY))] == [three, two, one]
    assert desk.issue(KEY).version == 5


def test_only_what_is_in_it_is_put_in_order() -> None:
    desk = a_desk()
    with pytest.raises(BulletinError, match="not in the issue"):
        order(desk, KEY, ready(desk).id, 0)


def test_an_item_is_placed_once_and_taken_out_once() -> None:
    desk = a_desk()
    item = placed(desk)

    assert place(desk, KEY, item.id, TOM) == desk.issue(KEY)
    assert (item.issue, desk.issue(KEY).order) == (KEY, (item.id,))
    out = take_out(desk, KEY, item.id, TOM)
    assert take_out(desk, KEY, item.id, EVE) == out
    assert (desk.item(item.id).issue, desk.item(item.id).state, out.order) == (None, ItemState.READY, ())


def test_an_item_stands_in_one_issue() -> None:
    desk = a_desk()
    item = placed(desk)
    with pytest.raises(BulletinError, match="placed in issue 12"):
        place(desk, NEXT, item.id, EVE)


def test_only_what_is_ready_is_placed() -> None:
    desk = a_desk()
    with pytest.raises(BulletinError, match="the item is new"):
        place(desk, KEY, new(desk).id, EVE)
    assert desk.book.issues() == []


def test_what_comes_after_the_cut_off_waits_unless_the_editor_says_so() -> None:
    desk = a_desk(moment("2026-11-25T12:00"))
    item = ready(desk)
    with pytest.raises(BulletinError, match="waits for the next issue") as raised:
        place(desk, KEY, item.id, EVE)

    assert raised.value.field == "late"
    assert place(desk, KEY, item.id, EVE, even_late=True).order == (item.id,)


def test_what_came_before_the_cut_off_is_placed_after_it() -> None:
    desk = a_desk(moment("2026-11-25T11:59:59"))
    item = ready(desk)

    assert place(later(desk, days=1), KEY, item.id, EVE).order == (item.id,)


def test_what_closes_before_the_issue_goes_out_is_not_placed() -> None:
    desk = a_desk()
    early, same = (
        ready(desk, str(day), replace(TEXT, closes=day)) for day in (FRIDAY - timedelta(1), FRIDAY)
    )
    with pytest.raises(BulletinError, match="closes before") as raised:
        place(desk, KEY, early.id, EVE)

    assert raised.value.field == "closes"
    assert place(desk, KEY, same.id, EVE).order == (same.id,)


def test_an_introduction_is_not_overwritten_unseen() -> None:
    desk = a_desk()
    first = introduce(desk, KEY, 0, " Dear all\r\n")
    with pytest.raises(BulletinError, match="meanwhile"):
        introduce(desk, KEY, 0, "Hello")

    assert (first.introduction, introduce(desk, KEY, first.version, "Dear all")) == ("Dear all", first)


STEPS: dict[str, Callable[[BulletinDesk, str], object]] = {
    "place": lambda desk, _: place(desk, KEY, ready(desk, "more").id, EVE),
    "take out": lambda desk, inside: take_out(desk, KEY, inside, EVE),
    "order": lambda desk, inside: order(desk, KEY, inside, 0),
    "introduce": lambda desk, _: introduce(desk, KEY, desk.issue(KEY).version, "Dear all"),
}


@pytest.mark.parametrize("step", STEPS)
def test_a_published_issue_is_left_alone(step: str) -> None:
    desk = a_desk()
    inside = placed(desk).id
    held = publish(desk, KEY, desk.issue(KEY).version, YES, EVE)
    with pytest.raises(BulletinError, match="Stop it first"):
        STEPS[step](desk, inside)
    assert desk.issue(KEY) == held


def test_an_item_that_is_edited_while_it_is_placed_is_looked_at_again() -> None:
    desk = a_desk()
    item = ready(desk)
    race = meanwhile(
        desk, lambda: edit(desk, item.id, item.version, replace(TEXT, closes=date(2026, 1, 1)), TOM)
    )
    with pytest.raises(BulletinError, match="meanwhile"):
        place(race, KEY, item.id, EVE)
    assert (desk.item(item.id).issue, desk.issue(KEY).version) == (None, 0)


def test_there_is_such_an_issue() -> None:
    with pytest.raises(BulletinError, match="no such issue"):
        order(a_desk(), IssueKey(2031, 1), "one", 0)
