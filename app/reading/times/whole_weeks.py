"""When is a week or a weekend told whole: "shut all next week", "this weekend and next"?

Its first and its last day, of a week those at work: a stretch (``DateRole.PERIOD``), by which nothing is
asked for. Where its sentence names a day, that day is meant; a week that belongs to other words ("next
week's menu", "this time last week") is none.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import islice

from app.domain.calendar import SchoolCalendar
from app.domain.reading import DateMention, DateRole
from app.reading.times.date_words import W, pattern
from app.reading.times.deadlines import Clause, clause_around
from app.reading.times.school_terms import Span

_DAY, _WEEK = timedelta(days=1), timedelta(weeks=1)
_SATURDAY, _MOST, _LATE = 5, 50, timedelta(days=3)
_WAYS = {"last": -1, "this": 0, "next": 1}
_TOLD = pattern(
    rf"\b(?P<lead>(?:over|at|on|during|for|across|throughout|(?:all|whole)(?:{W}of)?){W})?"
    rf"(?:the|(?P<way>this|next|last)){W}(?:(?P<coming>coming){W}|whole{W})?(?P<unit>week|weekend|wk)"
    rf"(?P<more>,?{W}(?:and|or|&){W}(?:the{W})?(?:next(?:{W}(?:one|week|weekend))?|week{W}after|following(?:{W}week)?|one{W}after))?\b"
)
_OF_ELSE = pattern(
    r"\b(?:not|of|the|time|days?|once|twice|times|hours|per|ago|every|each|first|second|third|half|work|school"
    r"|\d|early|earlier|late|later|mid|into|my|your|his|her|our|their)[ -]$|[\w'][-/]$|'s $"
)
_GOES_ON = pattern(
    r"^(?:'|s\b|-| (?:\d|of|in|before|after|away|end|ending|commencing|beginning|jobs?|clubs?|rota|break"
    r"|shifts?|teams?|work|cover)\b)"
)


def with_weeks(
    text: str, today: date, calendar: SchoolCalendar, found: Iterable[DateMention]
) -> list[DateMention]:
    """The dates in order, with the first and the last day of each week that is told whole."""
    told = list(found)
    for match in islice(_TOLD.finditer(text), _MOST):
        clause = clause_around(text, match.start(), match.end())
        opens, ends = match.start() - len(clause.before), match.end() + len(clause.after)
        if any(d.start < ends and d.end > opens for d in told) or not _is_whole(
            match["lead"], match["way"], match["unit"], clause
        ):
            continue
        first, last = _span(match["way"], match["unit"], clause, today, calendar)
        is_next = match["coming"] and match["way"] and first <= today - _LATE
        first, last = first + _WEEK * bool(is_next), last + _WEEK * bool(is_next or match["more"])
        told += [DateMention(match.start(), match.end(), day, DateRole.PERIOD) for day in (first, last)]
    return sorted(told, key=lambda d: d.start)


def _is_whole(lead: str | None, way: str | None, unit: str, clause: Clause) -> bool:
    """Whether the words stand for the days themselves; "the weekend" does where something happens in it."""
    is_named = bool(way) or (bool(lead) and unit.casefold() == "weekend")
    return is_named and not _OF_ELSE.search(clause.before) and not _GOES_ON.search(clause.after)


def _span(way: str | None, unit: str, clause: Clause, today: date, calendar: SchoolCalendar) -> Span:
    """The days of the week so many ahead; "the weekend" is the next one, or the last where told as past."""
    monday = today - _DAY * today.weekday()
    away = _WAYS[way.casefold()] if way else -(clause.is_past() and today.weekday() < _SATURDAY)
    first = monday + _WEEK * away
    if unit.casefold() == "weekend":
        return first + _DAY * _SATURDAY, first + _DAY * (_SATURDAY + 1)
    days = calendar.working_days
    return first + _DAY * min(days, default=0), first + _DAY * max(days, default=4)
