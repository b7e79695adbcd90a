"""Which days do "last week", "the month after next", "this quarter", "next year" and "2028" hold?

All days of it, counted from the day of sending. By themselves they are no date, except a week that is
neither this one nor beside it ("the week after next"): that is told by its Monday.
"""

from datetime import date, timedelta

from app.reading.times.date_words import W, add_months, end_of_month, pattern
from app.reading.times.school_terms import Span

_DAY, _WEEK = timedelta(days=1), timedelta(weeks=1)
_WEDNESDAY, _FRIDAY, _HALF_A_MONTH = 2, 4, timedelta(days=14)
_MONTHS = {"month": 1, "quarter": 3, "year": 12}
_AWAY = {"last": -1, "previous": -1, "past": -1, "this": 0, "current": 0, "next": 1, "coming": 1}
_LATER = {"after next": 2, "before last": -2}
PERIOD = (
    rf"(?:(?:the{W})?(?:week|month|year){W}(?:after{W}next|before{W}last)"
    rf"|(?:the{W})?(?:this|current|next|last|coming|previous){W}(?:week|month|quarter|year)"
    rf"|(?:the|each|every|any){W}(?:week|month|quarter|year))"
)
_PARTS = pattern(
    r"(?:the )?(?:(?P<way>[a-z]+) )?(?P<unit>week|month|quarter|year)(?: (?P<later>after next|before last))?"
)
_REGULAR = frozenset({"each", "every", "any"})
_WEEK_AWAY = pattern(rf"^(?:the{W})?week{W}(?:after{W}next|before{W}last)$")


def is_week_away(words: str | None) -> bool:
    """Whether the words of a period name a week that is a date by itself."""
    return words is not None and _WEEK_AWAY.search(words) is not None


def period(words: str, today: date) -> list[Span]:
    """The days that the words of a period may mean, in order: of "the month" this one and the next."""
    told = _PARTS.fullmatch(" ".join(words.casefold().split()))
    way, unit = told["way"] or "", told["unit"]
    if way in _REGULAR or (way in {"last", "previous"} and words.casefold().startswith("the")):
        return []  # "the last week" ends something else
    away = [_LATER[told["later"]]] if told["later"] else [_AWAY[way]] if way else [0, 1]
    return [_at(unit, count, today) for count in away]


def _at(unit: str, away: int, today: date) -> Span:
    """The period so many of its kind away."""
    if unit == "week":
        monday = today - _DAY * today.weekday() + _WEEK * away
        return monday, monday + _DAY * _FRIDAY
    length = _MONTHS[unit]
    first = today.replace(day=1)
    first = add_months(first, length * away - (first.month - 1) % length)
    return first, end_of_month(add_months(first, length - 1))


def middle(span: Span) -> date:
    """The Wednesday of a week, the 15th of a month, the day halfway through what is longer."""
    first, last = span
    if last - first < _WEEK:
        return first + _DAY * (_WEDNESDAY - first.weekday())
    return first + (_HALF_A_MONTH if last.month == first.month else (last - first) // 2)


def year(words: str) -> Span:
    """The days of a year by its number."""
    return date(int(words), 1, 1), date(int(words), 12, 31)
