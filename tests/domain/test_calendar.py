"""Issues, cut-offs, working hours and school days over awkward weeks of the year."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from app.domain.calendar import LONDON, Break, SchoolCalendar, Term

EASTER_MONDAY, EARLY_MAY, GOOD_FRIDAY = date(2027, 3, 29), date(2027, 5, 3), date(2027, 3, 26)
AUTUMN = Term("Autumn term", date(2026, 9, 1), date(2026, 12, 18), (date(2026, 10, 26), date(2026, 10, 30)))
SPRING = Term("Spring term", date(2027, 1, 4), date(2027, 4, 1), (date(2027, 2, 15), date(2027, 2, 19)))
SUMMER = Term("Summer term", date(2027, 4, 19), date(2027, 7, 21), (date(2027, 5, 31), date(2027, 6, 4)))
CALENDAR = SchoolCalendar(
    terms=(AUTUMN, SPRING, SUMMER),
    inset_days=frozenset({date(2026, 10, 23)}),
    bank_holidays=frozenset(
        {GOOD_FRIDAY, EASTER_MONDAY, EARLY_MAY, date(2026, 12, 25), date(2026, 12, 28), date(2027, 1, 1)}
    ),
    issue_weekday=4,
    cut_off_days_before=2,
    cut_off_at=time(12),
    working_days=frozenset(range(5)),
    opens=time(8, 30),
    closes=time(17),
)


def at(words: str) -> datetime:
    return datetime.fromisoformat(words).replace(tzinfo=LONDON)


@pytest.mark.parametrize(
    ("now", "number", "goes_out", "cut_off"),
    [
        ("2026-11-20T17:00", 12, "2026-11-27", "2026-11-25T12:00"),
        ("2026-11-25T11:59", 12, "2026-11-27", "2026-11-25T12:00"),
        ("2026-11-25T12:00", 13, "2026-12-04", "2026-12-02T12:00"),
        ("2026-08-20T09:00", 1, "2026-09-04", "2026-09-02T12:00"),
        ("2026-10-22T10:00", 9, "2026-11-06", "2026-11-04T12:00"),
        ("2026-12-17T10:00", 16, "2027-01-08", "2027-01-06T12:00"),
        ("2027-03-18T10:00", 26, "2027-03-25", "2027-03-23T12:00"),
    ],
    ids=[
        "an ordinary week",
        "just before the cut-off",
        "at the cut-off",
        "before the year",
        "half term",
        "Christmas",
        "Good Friday",
    ],
)
def test_next_issue(now: str, number: int, goes_out: str, cut_off: str) -> None:
    issue = CALENDAR.next_issue(at(now))

    assert issue is not None
    assert (issue.number, issue.goes_out) == (number, date.fromisoformat(goes_out))
    assert issue.cut_off == at(cut_off)


def test_numbers_start_again_in_september() -> None:
    later = Term("Autumn term", date(2027, 9, 1), date(2027, 12, 17))
    calendar = replace(CALENDAR, terms=(*CALENDAR.terms, later))

    issue = calendar.next_issue(at("2027-07-22T10:00"))

    assert issue is not None
    assert (issue.number, issue.goes_out) == (1, date(2027, 9, 3))


def test_a_bank_holiday_moves_the_issue_and_its_cut_off() -> None:
    calendar = replace(CALENDAR, issue_weekday=0)

    issue = calendar.next_issue(at("2027-04-28T11:00"))

    assert issue is not None
    assert issue.goes_out == date(2027, 4, 30)
    assert issue.cut_off == at("2027-04-28T12:00")


@pytest.mark.parametrize("now", ["2027-07-20T10:00", "2030-01-01T00:00", "2020-11-20T10:00"])
def test_no_issue_beyond_the_calendar(now: str) -> None:
    assert CALENDAR.next_issue(at(now)) is None
    assert CALENDAR.missing_issue(at(now)) is Break.BEYOND_CALENDAR


@pytest.mark.parametrize(
    ("now", "why"),
    [
        ("2026-11-20T17:00", None),
        ("2026-10-22T10:00", Break.HALF_TERM),
        ("2026-10-28T13:00", None),
        ("2026-12-17T10:00", Break.HOLIDAY),
        ("2026-08-05T10:00", Break.HOLIDAY),
        ("2027-03-18T10:00", None),
    ],
)
def test_why_an_issue_is_missing(now: str, why: Break | None) -> None:
    assert CALENDAR.missing_issue(at(now)) is why


def test_a_calendar_without_terms_has_no_issue() -> None:
    empty = replace(CALENDAR, terms=())

    assert empty.next_issue(at("2026-11-20T10:00")) is None
    assert empty.last_day is None
    assert not empty.is_holiday(date(2026, 11, 20))


@pytest.mark.parametrize(
    ("day", "is_term", "is_pupil"),
    [
        ("2026-11-20", True, True),
        ("2026-10-23", True, False),
        ("2026-10-28", False, False),
        ("2026-11-21", False, False),
        ("2027-05-03", False, False),
        ("2027-08-10", False, False),
    ],
    ids=["a Friday", "an INSET day", "half term", "a Saturday", "a bank holiday", "August"],
)
def test_school_days(day: str, is_term: bool, is_pupil: bool) -> None:
    assert CALENDAR.is_term_day(date.fromisoformat(day)) is is_term
    assert CALENDAR.is_pupil_day(date.fromisoformat(day)) is is_pupil


@pytest.mark.parametrize(
    ("now", "is_working", "is_term", "next_morning"),
    [
        ("2026-11-20T16:59", True, True, "2026-11-23T08:30"),
        ("2026-11-20T17:00", False, True, "2026-11-23T08:30"),
        ("2026-11-20T23:30", False, True, "2026-11-23T08:30"),
        ("2026-11-23T07:00", False, True, "2026-11-23T08:30"),
        ("2026-10-24T10:00", False, True, "2026-10-26T08:30"),
        ("2027-03-27T10:00", False, True, "2027-03-30T08:30"),
        ("2026-10-28T10:00", True, False, "2026-10-29T08:30"),
        ("2026-12-24T17:30", False, False, "2026-12-29T08:30"),
        ("2035-11-20T10:00", True, True, "2035-11-21T08:30"),
    ],
)
def test_hours(now: str, is_working: bool, is_term: bool, next_morning: str) -> None:
    hours = CALENDAR.hours(at(now))

    assert (hours.is_working, hours.is_term) == (is_working, is_term)
    assert hours.next_morning == at(next_morning)


def test_the_hour_is_told_in_london() -> None:
    assert CALENDAR.hours(datetime(2026, 7, 10, 7, 45, tzinfo=UTC)).is_working
    assert not CALENDAR.hours(datetime(2026, 11, 20, 7, 45, tzinfo=UTC)).is_working


@pytest.mark.parametrize(
    ("now", "offset"), [("2027-03-27T10:00", 1), ("2026-10-24T10:00", 0)], ids=["spring", "autumn"]
)
def test_the_clocks_change_over_a_weekend(now: str, offset: int) -> None:
    morning = CALENDAR.hours(at(now)).next_morning

    assert morning.hour == 8
    assert morning.utcoffset() == timedelta(hours=offset)


@pytest.mark.parametrize("year", [1, 9999])
def test_no_year_is_too_far(year: int) -> None:
    moment = datetime(year, 6, 1, tzinfo=UTC)

    assert CALENDAR.next_issue(moment) is None
    assert CALENDAR.hours(moment).next_morning.hour == 8


@pytest.mark.parametrize(
    ("day", "days", "result"),
    [
        ("2026-11-20", 5, "2026-11-27"),
        ("2026-12-24", 2, "2026-12-30"),
        ("2026-11-23", -1, "2026-11-20"),
        ("2026-11-21", 0, "2026-11-21"),
    ],
)
def test_working_days_are_counted(day: str, days: int, result: str) -> None:
    assert CALENDAR.add_working_days(date.fromisoformat(day), days) == date.fromisoformat(result)


def test_terms_are_found_by_day() -> None:
    assert CALENDAR.term_of(date(2026, 10, 28)) is AUTUMN
    assert CALENDAR.term_of(date(2026, 12, 25)) is None
    assert CALENDAR.term_after(date(2026, 12, 25)) is SPRING
    assert CALENDAR.last_day == SUMMER.end


def test_the_coming_fortnight_is_told() -> None:
    hours = CALENDAR.hours(at("2026-10-19T10:00"))

    assert date(2026, 10, 24) in hours.closed_days
    assert date(2026, 10, 28) in hours.school_holidays
    assert date(2026, 10, 20) not in hours.closed_days | hours.school_holidays
