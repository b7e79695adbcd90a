"""In which month do days without one ("Wed 24th, Mon 29th, Fri 2nd") all fall on their weekdays?

The month after the one they were first read in is tried, and the next; a day with a smaller number than the
one before it lies a month further on. Several days must agree, or the text names a feast of that month: one
day alone fits some month by chance.
"""

from collections.abc import Sequence
from datetime import date, timedelta

from app import linear
from app.checks.dated import words_around
from app.checks.words import whole_any
from app.domain.reading import DateMention, Reading

_BARE = linear.compile(r"(?i)^\pL+\.?,?\s+(?:the\s+)?(\d{1,2})(?:st|nd|rd|th)?$")
_MONTHS_AHEAD = 3
_SEVERAL = 3
_FEASTS = {12: whole_any("christmas|xmas|advent|nativity|carols?|panto"), 1: whole_any("new year|epiphany")}


def is_bare(reading: Reading, mention: DateMention) -> bool:
    """Whether a date is a weekday and a number, with no month."""
    return mention.weekday_said is not None and _number(reading, mention) is not None


def fits_a_month_ahead(reading: Reading, dates: Sequence[DateMention]) -> bool:
    """Whether all the days without a month fall on their weekdays from some month ahead on."""
    told = [(number, d.weekday_said) for d in dates if (number := _number(reading, d)) is not None]
    days = [(number, weekday) for number, weekday in dict.fromkeys(told) if weekday is not None]
    first = reading.draft.sending_at.date().replace(day=1)
    for _ in range(_MONTHS_AHEAD):
        if days and _all_agree(days, first) and (len(days) >= _SEVERAL or _names_feast(reading, first.month)):
            return True
        first = _next_month(first)
    return False


def _number(reading: Reading, mention: DateMention) -> int | None:
    match = _BARE.search(words_around(reading, mention)[mention.start : mention.end])
    return None if match is None else int(match[1])


def _all_agree(days: Sequence[tuple[int, int]], first: date) -> bool:
    month, last = first, 0
    for number, weekday in days:
        if number < last:
            month = _next_month(month)
        last = number
        day = month + timedelta(days=number - 1)
        if number < 1 or day.month != month.month or day.weekday() != weekday:
            return False
    return True


def _next_month(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1)


def _names_feast(reading: Reading, month: int) -> bool:
    feast = _FEASTS.get(month)
    return feast is not None and any(map(feast.search, (reading.subject.clean, reading.own)))
