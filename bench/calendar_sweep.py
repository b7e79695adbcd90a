"""Do the calendar and a second, plain one agree at every moment of three school years?

    python -m bench.calendar_sweep [--step N]

Six calendars: other issue days, cut-offs from the same day to five working days before, academies' and six-term
years, INSET days, bank holidays on the issue day, a four-day week, a week that works on Sundays with a cut-off in
the hour that the clocks change, extra bank holidays. Each is asked at every minute around each cut-off, at every minute of the days on which
the clocks change, and else at every half hour. ``--step`` thins the minutes out.
"""

import argparse
import sys
import time as clock
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from app.adapters.files.calendar import read_calendar
from app.domain.calendar import LONDON, SchoolCalendar, Term
from bench.plain_calendar import PlainCalendar

_SAMPLE = Path(__file__).parent.parent / "app/adapters/files/sample/calendar.yml"
_DAY, _MINUTE, _HALF_HOUR = timedelta(days=1), timedelta(minutes=1), timedelta(minutes=30)
_DAY_MINUTES = 1440
_CHANGES = [
    date(2027, 3, 28),
    date(2027, 10, 31),
    date(2028, 3, 26),
    date(2028, 10, 29),
    date(2029, 3, 25),
    date(2026, 10, 25),
]


def calendars() -> dict[str, SchoolCalendar]:
    """The six, by what is odd about them."""
    council = read_calendar(_SAMPLE.read_text(encoding="utf-8"), _SAMPLE.name)
    academy = replace(
        council,
        terms=tuple(_longer_half_term(term) for term in council.terms),
        issue_weekday=0,
        cut_off_days_before=5,
        cut_off_at=time(17),
    )
    return {
        "council, Friday": council,
        "academy, Monday (bank holidays), five days before": academy,
        "four-day week, Thursday, the day before": replace(
            council,
            working_days=frozenset(range(4)),
            issue_weekday=3,
            cut_off_days_before=1,
            cut_off_at=time(9),
        ),
        "six terms, Wednesday, the same day, more bank holidays": replace(
            council,
            terms=tuple(_six_terms(council.terms)),
            bank_holidays=council.bank_holidays
            | {date(2027, 5, 12), date(2027, 5, 11), date(2028, 6, 14), date(2028, 11, 1)},
            issue_weekday=2,
            cut_off_days_before=0,
            cut_off_at=time(8, 30),
        ),
        "August start, Tuesday, one minute to midnight, INSET on the issue day": replace(
            council,
            terms=tuple(_august(term) for term in council.terms),
            inset_days=council.inset_days | {date(2026, 9, 8), date(2027, 1, 5), date(2028, 2, 29)},
            issue_weekday=1,
            cut_off_days_before=3,
            cut_off_at=time(23, 59),
        ),
        "works on Sundays, Monday, 01:30 the day before": replace(
            council,
            terms=tuple(replace(term, half_term=None) for term in council.terms),
            working_days=frozenset({6, 0, 1, 2, 3}),
            issue_weekday=0,
            cut_off_days_before=1,
            cut_off_at=time(1, 30),
        ),
    }


def _longer_half_term(term: Term) -> Term:
    """An academy's: two weeks off in autumn, and a later start."""
    start = term.start + _DAY * 2
    if term.half_term is None or not term.name.startswith("Autumn"):
        return replace(term, start=start)
    return replace(term, start=start, half_term=(term.half_term[0] - _DAY * 7, term.half_term[1]))


def _six_terms(terms: tuple[Term, ...]) -> Iterator[Term]:
    for term in terms:
        if term.half_term is None:
            yield term
        else:
            yield Term(f"{term.name} 1", term.start, term.half_term[0] - _DAY * 3)
            yield Term(f"{term.name} 2", term.half_term[1] + _DAY * 3, term.end)


def _august(term: Term) -> Term:
    """A year that begins in the last week of August, as in the Midlands."""
    return (
        replace(term, start=term.start.replace(month=8, day=24)) if term.name.startswith("Autumn") else term
    )


def moments(plain: PlainCalendar, step: int) -> Iterator[datetime]:
    """Every moment to ask at, in UTC; with a step, only every so many minutes and half hours."""
    first = datetime.combine(plain.given.terms[0].start - _DAY * 70, time(0), UTC)
    last = datetime.combine(plain.given.terms[-1].end + _DAY * 40, time(0), UTC)
    halves = int((last - first) / _HALF_HOUR)
    asked = {first + _HALF_HOUR * n for n in range(0, halves, step)}
    for _, cut_off in plain.rhythm:
        asked |= {cut_off + _MINUTE * n for n in range(-30, 31, step)} | {
            cut_off - _MINUTE,
            cut_off,
            cut_off + _MINUTE,
        }
    for day in _CHANGES:
        begins = datetime.combine(day - _DAY, time(23), UTC)
        asked |= {begins + _MINUTE * n for n in range(0, _DAY_MINUTES + 120, step)}
    return iter(sorted(asked))


def differences(calendar: SchoolCalendar, step: int = 1) -> Iterator[str | None]:
    """For each moment None, or what the two calendars say."""
    plain = PlainCalendar(calendar)
    for now in moments(plain, step):
        yield _differs(calendar, plain, now)


def _differs(calendar: SchoolCalendar, plain: PlainCalendar, now: datetime) -> str | None:
    issue, meant = calendar.next_issue(now.astimezone(LONDON)), plain.next_issue(now)
    said = (issue.number, issue.goes_out, issue.cut_off.astimezone(UTC)) if issue else None
    missing, hours = calendar.missing_issue(now.astimezone(LONDON)), calendar.hours(now.astimezone(LONDON))
    pairs = {
        "next issue": (said, (meant.number, meant.goes_out, meant.cut_off) if meant else None),
        "missing issue": (missing and missing.value, plain.missing(now)),
        "working": (hours.is_working, plain.is_working(now)),
        "term": (not hours.is_term, plain.is_away(now.astimezone(LONDON).date())),
        "next morning": (hours.next_morning.astimezone(UTC), plain.next_morning(now)),
        "fortnight": ((hours.closed_days, hours.school_holidays), plain.fortnight(now)),
    }
    wrong = [f"{name}: {ours} for {theirs}" for name, (ours, theirs) in pairs.items() if ours != theirs]
    return f"{now:%Y-%m-%d %H:%M} UTC: {'; '.join(wrong)}" if wrong else None


def walked_wrong(calendar: SchoolCalendar, step: int = 1) -> Iterator[str | None]:
    """For each day and number of working days None, or where the two calendars come out."""
    plain = PlainCalendar(calendar)
    first, last = calendar.terms[0].start, calendar.terms[-1].end
    for n in range(0, (last - first).days, step):
        day = first + _DAY * n
        for count in range(-22, 23):
            ours, theirs = calendar.add_working_days(day, count), plain.walk(day, count)
            yield None if ours == theirs else f"{day} and {count} working days: {ours} for {theirs}"


def main() -> None:
    """Sweep each calendar; end with 1 when there is any difference."""
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--step", type=int, default=1)
    step = arguments.parse_args().step
    began, total = clock.process_time(), 0
    for name, calendar in calendars().items():
        said = [*differences(calendar, step), *walked_wrong(calendar, step)]
        wrong = [line for line in said if line is not None]
        total += len(wrong)
        print(f"{name}: {len(said):,} comparisons, {len(wrong):,} differences")
        for line in wrong[:5]:
            print(f"  {line}")
    print(f"{clock.process_time() - began:.0f} s of CPU")
    sys.exit(total > 0)


if __name__ == "__main__":
    main()
