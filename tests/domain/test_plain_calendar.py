"""Does the calendar say what a second, plain one says, by another road?

The thin cut of ``python -m bench.calendar_sweep``: six calendars, three school years, some minutes around each
cut-off and on the days when the clocks change.
"""

from datetime import UTC, date, datetime

import pytest

from app.domain.calendar import LONDON, SchoolCalendar
from bench.calendar_sweep import calendars, differences, walked_wrong

SIX = calendars()


@pytest.mark.parametrize("calendar", SIX.values(), ids=SIX)
def test_the_calendar_agrees_with_a_plain_one(calendar: SchoolCalendar) -> None:
    said = [*differences(calendar, step=97), *walked_wrong(calendar, step=97)]

    assert len(said) > 1_000
    assert [line for line in said if line is not None] == []


@pytest.mark.parametrize("minute", [15, 30, 45])
def test_an_hour_that_comes_twice_is_still_two_hours(minute: int) -> None:
    """A cut-off at 01:30 on a working Sunday is over in the second hour of that name, whatever the zone."""
    calendar = SIX["works on Sundays, Monday, 01:30 the day before"]
    again = datetime(2027, 10, 31, 1, minute, tzinfo=UTC)

    for now in (again, again.astimezone(LONDON)):
        issue = calendar.next_issue(now)
        assert issue is not None
        assert issue.goes_out == date(2027, 11, 8)


@pytest.mark.parametrize(
    ("day", "is_away"),
    [("2026-07-20", False), ("2026-08-10", True), ("2029-08-10", True), ("2029-09-03", False)],
)
def test_the_summer_beside_the_years_entered_is_sure_for_five_weeks(day: str, is_away: bool) -> None:
    assert SIX["council, Friday"].is_holiday(date.fromisoformat(day)) is is_away
