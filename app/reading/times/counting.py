"""Which one of many do "the second" and "the last but one" mean, and which day lies so many weeks on?

A week of a stretch is told from its Monday, as "w/c" is, or from the first day of its stretch in it.
"""

from datetime import date, timedelta

from app.domain.calendar import SchoolCalendar
from app.reading.times.date_words import W, add_months
from app.reading.times.school_terms import Span

_DAY, _WEEK = timedelta(days=1), timedelta(weeks=1)
_FRIDAY = 4

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_COUNTED = {word: n for n, word in enumerate(_ORDINALS)} | {"opening": 0, "1st": 0, "2nd": 1, "3rd": 2}
_COUNTED |= {f"{n}th": n - 1 for n in range(4, 20)}
_FROM_END = {"second": -2, "2nd": -2, "third": -3, "3rd": -3, "next": -2, "penultimate": -2}

FROM_START = rf"(?:opening|{'|'.join(_ORDINALS)}|1st|2nd|3rd|1?\dth)"
FROM_END = (
    rf"(?:last(?:-|{W})but(?:-|{W})(?:one|two)|(?:(?:second|2nd|third|3rd|next)(?:-|{W})(?:to(?:-|{W}))?)?last|penultimate"
    rf"|final|closing)"
)
COUNT = rf"(?P<count>{FROM_END}|{FROM_START})"
BUT = rf"(?P<but>{W}but{W}(?:one|two))?"
"""For "the last week but one"."""


def counted(words: str, but: str = "") -> int:
    """Which one is meant: 0 is the first and -1 the last."""
    words = " ".join(words.casefold().replace("-", " ").split())
    if words in _COUNTED:
        return _COUNTED[words]
    words, _, told = words.partition(" but ")
    but = but or told
    return _FROM_END.get(words.split(" ", maxsplit=1)[0], -1) - {"one": 1, "two": 2}.get(
        but[-3:].casefold(), 0
    )


def school_days_on(day: date, count: int, calendar: SchoolCalendar) -> date:
    """So many days of term on, or back; working days where the calendar knows no term."""
    way = 1 if count > 0 else -1
    if not _knows(calendar, day):
        return calendar.add_working_days(day, count)
    for _ in range(abs(count)):
        day = calendar.add_working_days(day, way)
        while not calendar.is_term_day(day) and _knows(calendar, day):
            day = calendar.add_working_days(day, way)
    return day


def _knows(calendar: SchoolCalendar, day: date) -> bool:
    """Whether the calendar has terms around a day; before the first and after the last it has none."""
    return calendar.term_after(day) is not None and day >= calendar.terms[0].start


_AT_WORK = frozenset({"working", "business"})
_DAYS = {"d": 1, "w": 7, "f": 14}


def counted_on(start: date, count: int, unit: str, calendar: SchoolCalendar, kind: str = "") -> date:
    """The day so many days, weeks, fortnights, months or years on; back where `count` is negative.

    `kind` is what is said of the days: "working", "school", "calendar" or the like.

    Raises OverflowError or ValueError for a day beyond the years that can be written.
    """
    if unit.startswith(("month", "y")):
        return add_months(start, count * (12 if unit.startswith("y") else 1))
    kind = kind.casefold().removeprefix("clear").strip()
    if kind == "school":
        return school_days_on(start, count, calendar)
    if kind in _AT_WORK and unit.startswith("d"):
        return calendar.add_working_days(start, count)
    return start + timedelta(days=count * _DAYS[unit[0]])


def week_of(span: Span, count: int, *, is_full: bool = False) -> Span:
    """A counted week of a stretch, from its Monday (or the first day of the stretch) to its Friday."""
    first, last = span
    if count >= 0:
        monday = first - _DAY * first.weekday()
        monday += _WEEK * (count + ((is_full and monday < first) or first.weekday() >= _FRIDAY))
    else:
        monday = last - _DAY * last.weekday()
        monday += _WEEK * (count + 1 - (is_full and monday + 4 * _DAY > last))
    return max(monday, first), monday + 4 * _DAY


def weekday_of_span(span: Span, weekday: int, count: int) -> Span:
    """A counted weekday of a stretch, as a stretch of one day."""
    first, last = span
    if count >= 0:
        day = first + _DAY * ((weekday - first.weekday()) % 7) + _WEEK * count
    else:
        day = last - _DAY * ((last.weekday() - weekday) % 7) + _WEEK * (count + 1)
    return day, day
