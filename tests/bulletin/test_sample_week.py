"""Do the sample drafts sit well on every day of the year?"""

from datetime import date, datetime, timedelta

import pytest

from app.bulletin.samples.sample_week import SampleWeek, sample_week
from app.domain.calendar import LONDON
from tests.road import calendar

DAY = timedelta(days=1)
KNOWN = calendar()
NAMED = 4


def week_on(year: int, month: int, day: int, hour: int = 9) -> SampleWeek:
    now = datetime(year, month, day, hour, tzinfo=LONDON)
    issue = KNOWN.next_issue(now)
    return sample_week(KNOWN, issue.goes_out if issue else None, now.date())


@pytest.mark.parametrize(
    ("now", "monday"),
    [
        ((2026, 11, 16, 10), "2026-11-16T10:00:00+00:00"),
        ((2026, 11, 18, 13), "2026-11-23T10:00:00+00:00"),  # after the cut-off
        ((2026, 11, 22, 9), "2026-11-23T10:00:00+00:00"),  # a Sunday
        ((2026, 12, 25, 9), "2027-01-04T10:00:00+00:00"),  # Christmas
        ((2027, 2, 17, 9), "2027-02-22T10:00:00+00:00"),  # half term
        ((2027, 4, 29, 9), "2027-05-10T10:00:00+01:00"),  # a bank holiday is the Monday of the next one
        ((2027, 8, 10, 9), "2027-09-06T10:00:00+01:00"),  # term begins on a Wednesday
    ],
)
def test_the_week_is_that_of_the_issue_that_takes_what_comes_in(
    now: tuple[int, int, int, int], monday: str
) -> None:
    assert week_on(*now).monday.isoformat() == monday


def test_on_every_day_of_two_years_its_first_four_days_are_term_days() -> None:
    day = date(2026, 9, 1)
    for n in range(730):
        week = week_on(*(day + n * DAY).timetuple()[:3])
        start = week.monday.date()
        assert start.weekday() == 0
        assert week.term_days[:NAMED] == tuple(start + k * DAY for k in range(NAMED))
        assert all(map(KNOWN.is_term_day, week.term_days))
        assert {week.term, week.next_term} <= {"autumn", "spring", "summer"}


def test_it_names_this_term_and_the_next() -> None:
    week = week_on(2026, 11, 22)
    assert (week.term, week.next_term, week.next_term_from) == ("autumn", "spring", "January")
    week = week_on(2027, 6, 21)
    assert (week.term, week.next_term, week.next_term_from) == ("summer", "autumn", "September")


def test_beyond_the_calendar_it_is_this_week() -> None:
    week = week_on(2031, 3, 6)
    assert (week.monday.isoformat(), week.term_days, week.term) == ("2031-03-03T10:00:00+00:00", (), "")
