"""What would the plainest calendar say about issues, cut-offs and working hours?

A second implementation, written from the product's rules and not from ``app/domain/calendar.py``: every day
is walked one by one, every moment is a point in UTC, and the clock changes are reckoned by hand. It is slow and
is there to be compared with.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache, cached_property

from app.domain.calendar import SchoolCalendar

_DAY, _HOUR = timedelta(days=1), timedelta(hours=1)
_AUTUMN = 9
_BEFORE_FIRST = timedelta(weeks=7)
_FORTNIGHT = 15


def _last_sunday(year: int, month: int) -> date:
    day = date(year, month, 31)
    while day.weekday() != 6:  # noqa: PLR2004 - Sunday
        day -= _DAY
    return day


@cache
def _summer(year: int) -> tuple[datetime, datetime]:
    """Summer time runs from 01:00 UTC on the last Sunday of March to that of October."""
    return (
        datetime.combine(_last_sunday(year, 3), time(1), UTC),
        datetime.combine(_last_sunday(year, 10), time(1), UTC),
    )


def wall(moment: datetime) -> datetime:
    """What a clock on a London wall shows, without a zone."""
    starts, ends = _summer(moment.year)
    shown = moment + _HOUR if starts <= moment < ends else moment
    return shown.replace(tzinfo=None)


def point(day: date, at: time) -> datetime:
    """The moment, in UTC, when the wall first shows this time, or would have."""
    shown = datetime.combine(day, at, UTC)
    starts, ends = _summer(day.year)
    is_summer = starts + _HOUR <= shown < ends + _HOUR
    return shown - _HOUR if is_summer else shown


@dataclass(frozen=True)
class PlainIssue:
    """An issue: its number in the school year, its day, and its cut-off in UTC."""

    number: int
    goes_out: date
    cut_off: datetime


@dataclass(frozen=True)
class PlainCalendar:
    """The same questions as a SchoolCalendar, asked of its data alone."""

    given: SchoolCalendar

    def is_open(self, day: date) -> bool:
        """Whether offices work."""
        return day.weekday() in self.given.working_days and day not in self.given.bank_holidays

    def is_half_term(self, day: date) -> bool:
        """Whether the day lies in a half term."""
        halves = [term.half_term for term in self.given.terms if term.half_term]
        return any(first <= day <= last for first, last in halves)

    def in_term(self, day: date) -> bool:
        """Whether the day lies in a term and not in its half term."""
        return any(t.start <= day <= t.end for t in self.given.terms) and not self.is_half_term(day)

    @cache  # noqa: B019 - a calendar lives as long as its comparison
    def is_away(self, day: date) -> bool:
        """Whether schools are surely on holiday: in half term, between two terms, or in a summer beside the terms."""
        terms = self.given.terms
        if any(t.start <= day <= t.end for t in terms):
            return self.is_half_term(day)
        is_after, is_before = any(t.end < day for t in terms), any(t.start > day for t in terms)
        if is_after and is_before:
            return True
        summers = [t.start - _DAY * n for t in terms[:1] if t.start.month in {8, 9} for n in range(36)]
        summers += [t.end + _DAY * n for t in terms[-1:] if t.end.month in {6, 7} for n in range(36)]
        return day in summers

    def walk(self, day: date, days: int) -> date:
        """The day so many working days on, or back."""
        step = _DAY if days > 0 else -_DAY
        left = abs(days)
        while left:
            day += step
            left -= self.is_open(day)
        return day

    @cached_property
    def issue_days(self) -> list[date]:
        """Each day the weekly rhythm falls on, in term or not, from long before the first term to long after."""
        first, last = self.given.terms[0].start - 80 * _DAY, self.given.terms[-1].end + 80 * _DAY
        days = (first + _DAY * n for n in range((last - first).days))
        return [
            self.walk(day, -1) if day in self.given.bank_holidays else day
            for day in days
            if day.weekday() == self.given.issue_weekday
        ]

    def cut_off(self, goes_out: date) -> datetime:
        """When an issue closes."""
        return point(self.walk(goes_out, -self.given.cut_off_days_before), self.given.cut_off_at)

    @cached_property
    def issues(self) -> list[PlainIssue]:
        """All issues, counted from one in each school year."""
        return list(self._count())

    def _count(self) -> Iterator[PlainIssue]:
        number, year = 0, 0
        for day in self.issue_days:
            if not (self.in_term(day) and self.is_open(day)):
                continue
            this_year = day.year if day.month >= _AUTUMN else day.year - 1
            number = number + 1 if this_year == year else 1
            year = this_year
            yield PlainIssue(number, day, self.cut_off(day))

    @cached_property
    def rhythm(self) -> list[tuple[date, datetime]]:
        """Each day of the rhythm with its cut-off."""
        return [(day, self.cut_off(day)) for day in self.issue_days]

    def next_issue(self, now: datetime) -> PlainIssue | None:
        """The first issue that is still open at `now` (in UTC)."""
        if wall(now).date() < self.given.terms[0].start - _BEFORE_FIRST:
            return None
        return next((issue for issue in self.issues if issue.cut_off > now), None)

    def missing(self, now: datetime) -> str | None:
        """Why the next day of the rhythm has no issue."""
        day = next((day for day, cut_off in self.rhythm if cut_off > now), None)
        if day is None:
            return "beyond-calendar"
        if self.in_term(day):
            return None
        if self.next_issue(now) is None:
            return "beyond-calendar"
        return "half-term" if self.is_half_term(day) else "holiday"

    def is_working(self, now: datetime) -> bool:
        """Whether offices are open at the moment."""
        shown = wall(now)
        return self.is_open(shown.date()) and self.given.opens <= shown.time() < self.given.closes

    def next_morning(self, now: datetime) -> datetime:
        """The first opening after the moment, in UTC."""
        day = wall(now).date()
        while not (self.is_open(day) and point(day, self.given.opens) > now):
            day += _DAY
        return point(day, self.given.opens)

    def fortnight(self, now: datetime) -> tuple[frozenset[date], frozenset[date]]:
        """The days of the coming fortnight on which offices are shut, and on which schools are away."""
        return self._fortnight(wall(now).date())

    @cache  # noqa: B019 - a calendar lives as long as its comparison
    def _fortnight(self, today: date) -> tuple[frozenset[date], frozenset[date]]:
        days = [today + _DAY * n for n in range(_FORTNIGHT)]
        return frozenset(d for d in days if not self.is_open(d)), frozenset(
            d for d in days if self.is_away(d)
        )
