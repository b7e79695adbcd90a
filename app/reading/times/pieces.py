"""What do words before a stretch make of it: "the second week of", "the Monday after", "a week before"?

Each piece is a pattern of words that end where the words of the stretch begin, and what they come to for each
of the stretches of its name; None where they belong to something else.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, TypeAlias

import re2

from app.domain.calendar import SchoolCalendar
from app.reading.times.anchors import WHO, Kind, Stretch, days
from app.reading.times.counting import BUT, COUNT, counted, counted_on
from app.reading.times.date_forms import IS_CLOSED, Place, coming, gone, number
from app.reading.times.date_words import NUM, WD, WEEKDAYS, W, pattern
from app.reading.times.school_terms import Span
from app.reading.times.term_days import INSET, week_of, weekday_of_span

_DAY, _WEEK, _FORTNIGHT = timedelta(days=1), timedelta(weeks=1), timedelta(weeks=2)
_SATURDAY, _FRIDAY, _MIDDLE = 5, 4, 2
Match: TypeAlias = Any
Piece: TypeAlias = Callable[[Match, Stretch, Place], Stretch | None]

_UNIT = (
    rf"(?:(?P<kind>full|whole|complete|working|school|teaching|staff|pupil){W})?"
    rf"(?P<unit>week|wk|weekend|day|{WD})"
)
_COUNTED = pattern(
    rf"\b(?:(?:the|our|their){W})?(?:(?:(?P<whose>{WHO})|staff)(?:'s|s')?'?{W})?{COUNT}{W}{_UNIT}{BUT}{W}"
    rf"(?:(?P<in>of|in|into|from){W}(?:the{W}|our{W})?)?$"
)
_OF_WEEK = pattern(
    rf"\b(?:the{W})?(?P<wd>{WD})\.?(?:{W}(?:morning|afternoon|evening|night))?{W}(?:of|in|at){W}(?:the{W})?$"
)
_EDGE = pattern(
    rf"\b(?:the{W})?(?:very{W})?(?P<edge>start|beginning|commencement|end|close|conclusion){W}of{W}(?:the{W}|our{W})?$"
)
_WAY = (
    rf"(?:(?:immediately|directly|straight|right|just){W})?"
    rf"(?P<way>before|after|following|b4|preceding|prior{W}to|ahead{W}of|from|of|off)"
)
_OFFSET = pattern(
    rf"\b(?:(?P<within>within){W})?(?P<n>{NUM}){W}(?:(?P<kind>working|school|business|calendar|clear|full|whole){W})?"
    rf"(?P<unit>days?|weeks?|wks?|fortnights?|months?|(?:{WD})s){W}{_WAY}{W}(?:the{W}|our{W})?$"
)
_BESIDE = pattern(
    rf"\b(?:the{W})?(?:{COUNT}{W})?(?:very{W}|next{W}|(?P<inset>inset|in-?service|non-pupil|baker){W})?(?:{_UNIT}|night|evening|morning|afternoon){BUT}{W}{_WAY}{W}"
    rf"(?:the{W}|our{W})?$"
)
_INSET = pattern(
    rf"\b(?:the{W}|our{W})?(?:{COUNT}{W}|next{W})?{INSET}{W}(?P<way>of|in|during|after|before){W}(?:the{W})?$"
)
_WHEN = pattern(
    rf"\b(?:before|by{W}the{W}time|until|till?|when|once|after|as{W}soon{W}as|following|by){W}(?:the{W})?$"
)
_ON_EVENT = pattern(
    rf"\b(?:the{W}|that{W})(?P<unit>week|wk|weekend|day|morning|afternoon|evening|night|{WD})(?:{W}(?:that|when|of|on{W}which))?{W}$"
)


@dataclass(frozen=True, slots=True)
class _Counted:
    """One of many: `which` is 0 for the first and -1 for the last; `kind` is "full", "working" and so on."""

    unit: str
    kind: str
    which: int

    @property
    def passed(self) -> int:
        """How many are passed over on the way to it."""
        return self.which if self.which >= 0 else -self.which - 1

    @property
    def weekday(self) -> int | None:
        """The weekday that is counted; a weekend is told by its Saturday."""
        return _SATURDAY if self.unit == "weekend" else WEEKDAYS.get(self.unit)

    @property
    def makes(self) -> Kind:
        """What one of them is."""
        return Kind.WEEK if self.unit in {"week", "wk", "weekend"} else Kind.DAY

    def from_day(self, day: date) -> Span:
        """The weekday, or the weekend that begins with it."""
        return day, day + _DAY * (self.unit == "weekend")


def _in_span(match: Match, of: Stretch, place: Place) -> Stretch | None:
    """For "the second week of" and, before "back", "the first Friday"."""
    unit = match["unit"].casefold()
    if (of.kind is Kind.BACK) is bool(match["in"]) or (of.kind in {Kind.EVENT, Kind.DAY} and not of.taught):
        return None
    if of.kind is Kind.AWAY and unit == "day":
        return None
    which = counted(match["count"], match["but"] or "")
    kind = "pupil" if match["whose"] or of.is_pupils else (match["kind"] or "").casefold()
    told = _Counted(unit, kind, which)
    found = (_one_of(span, told, of, place) for span in of.taught or of.spans)
    return Stretch(told.makes, tuple(one for one in found if one is not None))


def _one_of(span: Span, told: _Counted, of: Stretch, place: Place) -> Span | None:
    first, last = span
    if told.weekday is not None:
        day, _ = weekday_of_span(span, told.weekday, told.which)
        found = told.from_day(day)
    elif told.unit == "day":
        day = _counted_day(span, told, of, place.calendar)
        found = (day, day)
    else:
        is_off = of.kind is Kind.AWAY and not of.taught
        is_late = of.kind is Kind.MONTH and told.which >= 0 and first.weekday() >= _FRIDAY
        is_full = told.kind in {"full", "whole", "complete"}
        found = week_of(span, told.which, is_full=is_full or is_off or is_late)
    return found if found[1] >= first and found[0] <= last else None


def _counted_day(span: Span, told: _Counted, of: Stretch, calendar: SchoolCalendar) -> date:
    """The counted day of a stretch from either end: of a month all days, or those at work or at school."""
    step, day = (1, span[0]) if told.which >= 0 else (-1, span[1])
    is_in = calendar.is_working_day
    if told.kind in {"school", "staff"}:
        is_in = calendar.is_term_day
    elif told.kind in {"teaching", "pupil"}:
        is_in = calendar.is_pupil_day
    elif of.kind is Kind.MONTH and told.kind != "working":
        return day + _DAY * (told.passed * step)
    left = told.passed
    while span[0] <= day <= span[1] and (left or not is_in(day)):
        left -= is_in(day)
        day += _DAY * step
    return day


def _of_week(match: Match, of: Stretch, _place: Place) -> Stretch | None:
    """For "the Wednesday of", before a week."""
    weekday = WEEKDAYS[match["wd"].casefold()]
    if of.kind is not Kind.WEEK and not (of.kind is Kind.AWAY and all(b - a < _WEEK for a, b in of.spans)):
        return None
    return days(Kind.DAY, (first + _DAY * (weekday - first.weekday()) for first, _ in of.spans))


def _edge(match: Match, of: Stretch, place: Place) -> Stretch | None:
    """For "the end of"."""
    if of.kind in {Kind.DAY, Kind.EVENT, Kind.BACK}:
        return None
    if of.kind is Kind.AWAY and not IS_CLOSED.search(place.clause.after):
        return None  # "the end of the holidays blues"
    is_end = match["edge"].casefold() in {"end", "close", "conclusion"}
    return Stretch(
        Kind.DAY, tuple((last, last) if is_end else (first, first) for first, last in of.taught or of.spans)
    )


def _is_back(way: str) -> bool:
    return way.casefold().startswith(("before", "b4", "preceding", "prior", "ahead"))


def _offset(match: Match, of: Stretch, place: Place) -> Stretch | None:
    """For "three weeks before" and "within a week of"."""
    way, unit = match["way"].casefold(), match["unit"].casefold()
    if of.kind in {Kind.MONTH, Kind.BACK} or way == "off" or (way == "of") is not bool(match["within"]):
        return None
    sign = -1 if _is_back(way) else 1
    count = sign * number(match["n"])
    starts = [first if sign < 0 else last for first, last in of.spans]
    weekday = WEEKDAYS.get(unit.removesuffix("s"))
    if weekday is not None:
        near = (coming(weekday, day) if sign > 0 else gone(weekday, day) for day in starts)
        return days(Kind.DAY, (day + _WEEK * (count - sign) for day in near))
    kind = (match["kind"] or "").casefold()
    return days(Kind.DAY, (counted_on(day, count, unit, place.calendar, kind) for day in starts))


def _beside(match: Match, of: Stretch, place: Place) -> Stretch | None:
    """For "the Monday after", "the week before" and "the second weekend after"."""
    is_of = match["way"].casefold() in {"of", "from", "off"}
    if of.kind in {Kind.MONTH, Kind.BACK} or is_of or match["inset"]:
        return None
    which = counted(match["count"], match["but"] or "") if match["count"] else 0
    told = _Counted((match["unit"] or "day").casefold(), (match["kind"] or "").casefold(), which)
    sign = -1 if _is_back(match["way"]) else 1
    return Stretch(told.makes, tuple(_one_beside(span, told, sign, of, place) for span in of.spans))


def _one_beside(span: Span, told: _Counted, sign: int, of: Stretch, place: Place) -> Span:
    start = span[0] if sign < 0 else span[1]
    if told.weekday is not None:
        day = coming(told.weekday, start) if sign > 0 else gone(told.weekday, start)
        return told.from_day(day + _WEEK * sign * told.passed)
    if told.makes is Kind.WEEK:
        monday = start - _DAY * start.weekday()
        is_within = sign < 0 and of.kind is Kind.AWAY and start.weekday() > _MIDDLE
        monday += _WEEK * sign * (told.passed + 1 - is_within)
        return monday, monday + _DAY * _FRIDAY
    steps = sign * (told.passed + 1)
    is_at_work = told.kind in {"working", "school"} or of.kind in {Kind.AWAY, Kind.TAUGHT}
    day = place.calendar.add_working_days(start, steps) if is_at_work else start + _DAY * steps
    return day, day


def _on_event(match: Match, of: Stretch, _place: Place) -> Stretch | None:
    """For "the Friday that", "the week", before what schools do."""
    if of.kind is not Kind.EVENT:
        return None
    told = _Counted(match["unit"].casefold(), "", 0)
    mondays = ((first, first - _DAY * first.weekday()) for first, _ in of.spans)
    if told.weekday is not None:
        weekday = told.weekday
        return Stretch(told.makes, tuple(told.from_day(monday + _DAY * weekday) for _, monday in mondays))
    if told.makes is Kind.DAY:
        return Stretch(Kind.DAY, of.spans)
    return Stretch(Kind.WEEK, tuple((monday, monday + _DAY * _FRIDAY) for _, monday in mondays))


def _inset(match: Match, of: Stretch, place: Place) -> Stretch | None:
    """For "the second INSET in" and "the INSET day after"."""
    way, which = match["way"].casefold(), counted(match["count"]) if match["count"] else 0
    insets, found = sorted(place.calendar.inset_days), []
    for first, last in of.taught or of.spans:
        within = [day for day in insets if first <= day <= last]
        if way == "after":
            within = [day for day in insets if last < day <= last + _FORTNIGHT]
        elif way == "before":
            within = [day for day in insets if first - _FORTNIGHT <= day < first][::-1]
        if not match["count"]:
            within = [day for day in within if day >= place.today] or within
        found += within[which:][:1]
    return days(Kind.DAY, found)


def _when(_match: Match, of: Stretch, _place: Place) -> Stretch | None:
    """For "before" and "by the time", before what all know the day of."""
    return replace(of, kind=Kind.DAY) if of.kind is Kind.EVENT and of.is_known else None


PIECES: tuple[tuple["re2._Regexp", Piece], ...] = (
    (_COUNTED, _in_span),
    (_OF_WEEK, _of_week),
    (_EDGE, _edge),
    (_OFFSET, _offset),
    (_BESIDE, _beside),
    (_ON_EVENT, _on_event),
    (_INSET, _inset),
    (_WHEN, _when),
)
