"""One issue at a time, under the next number of the book, whatever becomes of the calendar."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.bulletin.build_issue import current_issue, introduce, open_issue, place
from app.bulletin.coming import coming, moved_by
from app.bulletin.desk import BulletinDesk
from app.bulletin.publish import go_out, gone_out, publish
from app.domain.calendar import LONDON, SchoolCalendar
from app.domain.issue import Issue, IssueState
from app.domain.item import IssueKey
from tests.bulletin.desks import EVE, FRIDAY, KEY, NEXT, YES, a_desk, at, placed, ready
from tests.domain.test_calendar import CALENDAR

SATURDAYS = replace(CALENDAR, issue_weekday=5, working_days=frozenset(range(6)))
THURSDAYS = replace(CALENDAR, issue_weekday=3)
NOTHING_LEFT = replace(CALENDAR, terms=(replace(CALENDAR.terms[0], end=date(2026, 11, 20)),))
SATURDAY = datetime(2026, 11, 21, 17, tzinfo=LONDON)


def under(desk: BulletinDesk, calendar: SchoolCalendar) -> BulletinDesk:
    return replace(desk, calendar=lambda: calendar)


def out(desk: BulletinDesk) -> BulletinDesk:
    """The morning on which issue 12 has gone out."""
    placed(desk)
    publish(desk, KEY, desk.issue(KEY).version, YES, EVE)
    desk = at(desk, datetime(2026, 11, 27, 8, 30, tzinfo=LONDON))
    go_out(desk, KEY)
    gone_out(desk, KEY)
    return desk


def days(desk: BulletinDesk, many: int = 3) -> list[tuple[int, date]]:
    return [(issue.key.number, issue.goes_out) for issue, _ in zip(desk.coming(), range(many), strict=False)]


def test_an_open_issue_moves_to_the_nearest_day_with_its_number_and_what_is_in_it() -> None:
    desk = a_desk(SATURDAY)
    item = placed(desk)
    moved = under(desk, SATURDAYS)

    assert days(moved) == [(12, date(2026, 11, 28)), (13, date(2026, 12, 5)), (14, date(2026, 12, 12))]
    assert moved.issue(KEY).order == (item.id,)
    kept = open_issue(moved)
    assert kept == moved.issue(KEY) == moved.book.issue(KEY)
    assert open_issue(moved) == kept
    assert kept.cut_off == datetime(2026, 11, 26, 12, tzinfo=LONDON)


def test_an_open_issue_keeps_the_day_that_the_calendar_has_and_takes_its_cut_off() -> None:
    desk = a_desk()
    open_issue(desk)
    sooner = under(desk, replace(CALENDAR, cut_off_days_before=1))

    assert days(sooner, 1) == [(12, FRIDAY)]
    assert sooner.issue(KEY).cut_off == datetime(2026, 11, 26, 12, tzinfo=LONDON)


def test_the_day_that_comes_nearest_may_be_an_earlier_one() -> None:
    desk = a_desk()
    open_issue(desk)
    assert days(under(desk, THURSDAYS), 2) == [(12, date(2026, 11, 26)), (13, date(2026, 12, 3))]


def test_no_issue_follows_the_day_after_another() -> None:
    desk = out(a_desk())
    assert days(under(desk, SATURDAYS), 2) == [(13, date(2026, 12, 5)), (14, date(2026, 12, 12))]


def test_no_key_is_given_twice() -> None:
    desk = out(a_desk())
    fewer = replace(
        CALENDAR, terms=(replace(CALENDAR.terms[0], start=date(2026, 9, 21)), *CALENDAR.terms[1:])
    )
    found = [issue.key for issue in under(desk, fewer).coming()]

    assert found[0] == NEXT
    assert KEY not in found
    assert len(set(found)) == len(found)


def test_a_published_issue_goes_out_on_the_day_that_was_told() -> None:
    desk = a_desk()
    placed(desk)
    held = publish(desk, KEY, desk.issue(KEY).version, YES, EVE)
    moved = under(desk, SATURDAYS)

    assert current_issue(moved) == held
    assert days(moved, 2) == [(12, FRIDAY), (13, date(2026, 12, 5))]


def test_a_later_issue_in_which_something_stands_follows_the_one_before_it() -> None:
    desk = a_desk()
    open_issue(desk)
    place(desk, NEXT, ready(desk).id, EVE)

    assert days(under(desk, SATURDAYS), 2) == [(12, date(2026, 11, 28)), (13, date(2026, 12, 5))]


def test_an_open_issue_stays_before_a_later_one_that_is_published_already() -> None:
    desk = a_desk()
    open_issue(desk)
    place(desk, NEXT, ready(desk).id, EVE)
    publish(desk, NEXT, desk.issue(NEXT).version, YES, EVE)

    assert days(desk) == [(12, FRIDAY), (13, date(2026, 12, 4)), (14, date(2026, 12, 11))]
    assert days(under(desk, SATURDAYS)) == [
        (12, date(2026, 11, 28)),
        (13, date(2026, 12, 4)),
        (14, date(2026, 12, 12)),
    ]


def test_an_issue_for_which_no_day_is_left_keeps_its_own() -> None:
    desk = a_desk()
    opened = open_issue(desk)
    assert list(under(desk, NOTHING_LEFT).coming()) == [opened]


def test_the_new_school_year_begins_with_the_number_of_the_calendar() -> None:
    desk = out(a_desk())
    next_year = tuple(
        replace(term, start=term.start.replace(year=2027), end=term.end.replace(year=2027), half_term=None)
        for term in CALENDAR.terms[:1]
    )
    desk = at(under(desk, replace(CALENDAR, terms=next_year)), datetime(2027, 9, 1, 9, tzinfo=LONDON))

    assert (current_issue(desk) or desk.issue(KEY)).key == IssueKey(2027, 1)


@pytest.mark.parametrize(
    ("now", "number"),
    [(datetime(2026, 11, 25, 11, 59, tzinfo=LONDON), 12), (datetime(2026, 11, 25, 12, tzinfo=LONDON), 13)],
)
def test_what_comes_after_the_cut_off_goes_into_the_issue_after(now: datetime, number: int) -> None:
    desk = a_desk(now)
    introduce(desk, KEY, 0, "Dear all")
    found = desk.next_issue()
    assert found is not None
    assert found.number == number


def test_what_another_calendar_would_move_is_known_before() -> None:
    desk = a_desk()
    opened = open_issue(desk)
    assert opened is not None
    kept = desk.book.issues()

    assert moved_by(kept, CALENDAR, CALENDAR, desk.today) == []
    assert moved_by(kept, CALENDAR, replace(CALENDAR, inset_days=frozenset()), desk.today) == []
    [moved] = moved_by(kept, CALENDAR, SATURDAYS, desk.today)
    assert (moved.before, moved.after.goes_out) == (opened, date(2026, 11, 28))
    [stays] = moved_by(kept, CALENDAR, NOTHING_LEFT, desk.today)
    assert stays.before == stays.after == opened


def test_a_published_issue_is_told_of_though_it_stays() -> None:
    held = Issue(KEY, FRIDAY, datetime(2026, 11, 25, 12, tzinfo=LONDON), IssueState.HELD, order=("i",))
    today = date(2026, 11, 26)

    [stays] = moved_by([held], CALENDAR, SATURDAYS, today)
    assert stays.after == held
    assert moved_by([held], CALENDAR, CALENDAR, today) == []


WEEKDAYS = st.integers(0, 6).map(
    lambda day: replace(CALENDAR, issue_weekday=day, working_days=frozenset(range(7)))
)


@given(st.lists(st.tuples(WEEKDAYS, st.integers(0, 9), st.sampled_from(IssueState)), max_size=12))
def test_whatever_the_calendar_does_issues_follow_each_other(
    steps: list[tuple[SchoolCalendar, int, IssueState]],
) -> None:
    kept: dict[IssueKey, Issue] = {}
    out: list[Issue] = []
    today = date(2026, 9, 7)
    for calendar, days, state in steps:
        today += timedelta(days)
        issue = next(coming(kept.values(), calendar, today))
        kept[issue.key] = replace(issue, order=("i",))
        if state is IssueState.OUT:
            kept[issue.key] = replace(kept[issue.key], state=state)
            assert issue.key not in {one.key for one in out}
            out.append(issue)

    ahead = list(coming(kept.values(), CALENDAR, today))
    following = [*out, *ahead]
    assert [issue.key for issue in following] == sorted({issue.key for issue in following})
    assert all(
        after.goes_out - before.goes_out >= timedelta(3)
        for before, after in pairwise(following)
        if after.goes_out >= today and before.goes_out >= today
    )
