"""Over which stretch of time are the figures told?

A term with the holiday after it, so that nothing falls between two; and the weeks in it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from app.domain.calendar import LONDON, SchoolCalendar, in_london, school_year

_WEEK = timedelta(weeks=1)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Stretch:
    """From its first to its last day, both included."""

    name: str
    first: date
    last: date

    def holds(self, at: datetime) -> bool:
        """Whether a moment lies in it, by the day in London."""
        return self.first <= in_london(at).date() <= self.last

    def weeks(self, today: date) -> Iterator["Stretch"]:
        """Its weeks from Monday to Sunday, as far as they have begun; the first and last may be short."""
        day = self.first
        while day <= min(self.last, today):
            sunday = day + _DAY * (6 - day.weekday())
            yield Stretch(f"Week of {day.day} {day:%B}", day, min(sunday, self.last))
            day = sunday + _DAY

    def weeks_over(self, today: date) -> Iterator["Stretch"]:
        """Those of its weeks that have ended before today."""
        return (week for week in self.weeks(today) if week.last < today)

    def since(self, day: date) -> "Stretch":
        """What of it is not before a day: what is older may be deleted."""
        return replace(self, first=max(self.first, day))

    @property
    def moments(self) -> tuple[datetime, datetime]:
        """When it begins, and when it is over."""
        return _midnight(self.first), _midnight(self.last + _DAY)


def stretches(calendar: SchoolCalendar, today: date) -> Sequence[Stretch]:
    """Every term that has begun, newest first. Each lasts until the next one of the calendar begins."""
    begun, terms = [], calendar.terms
    for place, term in enumerate(terms):
        if term.start <= today:
            last = terms[place + 1].start - _DAY if place + 1 < len(terms) else max(term.end, today)
            year = school_year(term.start)
            begun.append(Stretch(f"{term.name} {year}–{(year + 1) % 100:02}", term.start, last))
    return begun[::-1]


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), LONDON)
