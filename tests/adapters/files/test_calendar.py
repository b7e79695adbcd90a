"""The calendar file: the sample is right, and every mistake is named with its line."""

from datetime import date, datetime, time
from pathlib import Path

import pytest

from app.adapters.files.calendar import read_calendar
from app.domain.calendar import LONDON
from app.domain.errors import PackError

SAMPLE = Path(__file__).parents[3] / "app/adapters/files/sample/calendar.yml"
TEXT = SAMPLE.read_text(encoding="utf-8")


def test_sample_holds_three_school_years() -> None:
    calendar = read_calendar(TEXT, "calendar.yml")

    assert len(calendar.terms) == 9
    assert len(calendar.inset_days) == 15
    assert (calendar.issue_weekday, calendar.cut_off_days_before, calendar.cut_off_at) == (4, 2, time(12))
    assert (calendar.opens, calendar.closes) == (time(8, 30), time(17))
    assert date(2026, 12, 28) in calendar.bank_holidays


def test_sample_has_195_days_a_year() -> None:
    calendar = read_calendar(TEXT, "calendar.yml")
    every = [date.fromordinal(n) for n in range(date(2026, 8, 1).toordinal(), date(2029, 8, 31).toordinal())]

    for year in (2026, 2027, 2028):
        days = [d for d in every if date(year, 8, 1) <= d < date(year + 1, 8, 1)]
        assert sum(map(calendar.is_term_day, days)) == 195
        assert sum(map(calendar.is_pupil_day, days)) == 190


def test_sample_next_issue() -> None:
    issue = read_calendar(TEXT, "calendar.yml").next_issue(datetime(2026, 11, 20, 17, 0, tzinfo=LONDON))

    assert issue is not None
    assert issue.goes_out == date(2026, 11, 27)
    assert issue.cut_off == datetime(2026, 11, 25, 12, 0, tzinfo=LONDON)


def line_of(words: str) -> int:
    return next(n for n, line in enumerate(TEXT.splitlines(), 1) if words in line)


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("starts: 2026-09-01", "starts: 01/09/2026", "starts"),
        ("starts: 2026-09-01", "starts: 2026-13-01", "starts"),
        ("starts: 2026-09-01", "starts: 20260901", "starts"),
        ("ends: 2026-12-18", "ends: 2026-08-18", "ends"),
        ("ends: 2026-12-18", "ends: 2062-12-18", "ends"),
        ("half_term: {starts: 2026-10-26", "half_term: {starts: 2026-08-26", "half_term"),
        ("issue_day: Friday", "issue_day: Sunday", "issue_day"),
        ("issue_day: Friday", "issue_day: Fryday", "issue_day"),
        ("at: 12:00", "at: noon", "at"),
        ("at: 12:00", "at: 25:00", "at"),
        ("at: 12:00", "at: [12]", "at"),
        ("working_days_before: 2", "working_days_before: two", "working_days_before"),
        ("working_days_before: 2", "working_days_before: 99", "working_days_before"),
        ("closes: 17:00", "closes: 07:00", "closes"),
        ("opens: 08:30", "open: 08:30", "open"),
        ("name: 2026-27", "name: 2026-28", "name"),
        ("name: 2026-27", "name: next", "name"),
        ("inset_days: [2026-09-01, 2026-09-02", "inset_days: [2026-09-05, 2026-09-02", "inset_days"),
        ("inset_days: [2026-09-01, 2026-09-02", "inset_days: [2026-09-02, 2026-09-02", "inset_days"),
        ("extra_bank_holidays: []", "extra_bank_holidays: coronation", "extra_bank_holidays"),
        ("days: [Monday, Tuesday, Wednesday, Thursday, Friday]", "days: []", "days"),
        ("authority: Wealdshire", "authority: ''", "authority"),
    ],
)
def test_a_mistake_is_named_with_its_line(old: str, new: str, field: str) -> None:
    assert old in TEXT

    with pytest.raises(PackError) as caught:
        read_calendar(TEXT.replace(old, new, 1), "ours.yml")

    assert str(caught.value).startswith(f"ours.yml:{line_of(old)}: {field}: ")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "empty"),
        ("authority: [", "not YAML"),
        ("\x00", "not YAML"),
        ("[" * 5000, "not YAML"),
        ("- one\n- two\n", "fields with their values"),
        ("authority: A\nauthority: B\n", "twice"),
        ("authority: A\n", "bulletin is missing"),
        (TEXT.replace("starts: 2027-01-04", "starts: 2026-12-14"), "before the one from"),
        (TEXT.partition("  - name: 2026-27")[0] + "  []\n", "no school year"),
    ],
)
def test_a_broken_file_is_refused(text: str, words: str) -> None:
    with pytest.raises(PackError, match=words):
        read_calendar(text, "ours.yml")


def test_an_extra_bank_holiday_counts() -> None:
    calendar = read_calendar(
        TEXT.replace("extra_bank_holidays: []", "extra_bank_holidays: [2027-05-10]"), "ours.yml"
    )

    assert not calendar.is_working_day(date(2027, 5, 10))


def test_a_term_may_have_no_half_term() -> None:
    text = TEXT.replace("        half_term: {starts: 2026-10-26, ends: 2026-10-30}\n", "", 1)

    assert read_calendar(text, "ours.yml").terms[0].half_term is None
