"""In which week are the sample drafts written?

In the week of the issue that takes what comes in now, on its Monday morning: so a sample names the same
issue as the desk and the form do, whatever day it is, and shows the same every day. A week with a day off
among its first four is passed over.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from app.domain.calendar import LONDON, SchoolCalendar

_MORNING = time(10)
_DAY, _WEEK = timedelta(days=1), timedelta(weeks=1)
_NAMED = 4
"""Days of the week that samples name."""
_WEEKS_LOOKED_AT = 60
_WEEKS_TOLD = 26
"""Samples name days of the next term too."""


@dataclass(frozen=True, slots=True)
class SampleWeek:
    """`monday` is the moment of writing, `term_days` are those from then on; terms are told in words."""

    monday: datetime
    term_days: tuple[date, ...] = ()
    term: str = ""
    next_term: str = ""
    next_term_from: str = ""

    def in_json(self) -> Mapping[str, object]:
        """As the compose window takes it."""
        return {
            "monday": self.monday.isoformat(),
            "term_days": [day.isoformat() for day in self.term_days],
            "term": self.term,
            "next_term": self.next_term,
            "next_term_from": self.next_term_from,
        }


def sample_week(calendar: SchoolCalendar, goes_out: date | None, today: date) -> SampleWeek:
    """The week of the issue that goes out on `goes_out`; this week where none is to come."""
    first = _monday_of(goes_out or today)
    weeks = (first + n * _WEEK for n in range(_WEEKS_LOOKED_AT))
    monday = next((week for week in weeks if _is_whole(calendar, week)), None) if goes_out else None
    if monday is None:
        return SampleWeek(datetime.combine(_monday_of(today), _MORNING, LONDON))
    days = (monday + n * _DAY for n in range(_WEEKS_TOLD * 7))
    term, following = calendar.term_of(monday), calendar.term_after(monday)
    return SampleWeek(
        datetime.combine(monday, _MORNING, LONDON),
        tuple(day for day in days if calendar.is_term_day(day)),
        _season(term.name) if term else "",
        _season(following.name) if following else "",
        f"{following.start:%B}" if following else "",
    )


def _monday_of(day: date) -> date:
    return day - day.weekday() * _DAY


def _is_whole(calendar: SchoolCalendar, monday: date) -> bool:
    return all(calendar.is_term_day(monday + n * _DAY) for n in range(_NAMED))


def _season(name: str) -> str:
    """``autumn`` of ``Autumn term``; a term may be called anything."""
    return name.casefold().removesuffix("term").strip()
