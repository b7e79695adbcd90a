"""What do words make of the stretch of days behind them: "the second week of", "the end of", "INSET in"?

Each piece is a pattern of words that end where the words of a stretch begin, and what they come to for
each of the stretches of its name; None where they belong to something else.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, TypeAlias

from app.domain.calendar import SchoolCalendar
from app.reading.times.anchors import WEEK_NUMBER, WHO
from app.reading.times.counting import (
    BUT,
    COUNT,
    FROM_END,
    FROM_START,
    counted,
    week_of,
    weekday_of_span,
)
from app.reading.times.date_forms import IS_CLOSED, Place, number
from app.reading.times.date_words import NUM, WD, WEEKDAYS, W
from app.reading.times.periods import middle
from app.reading.times.school_spans import INSET
from app.reading.times.school_terms import Span
from app.reading.times.stretches import Kind, Stretch, days

_DAY, _WEEK, _FORTNIGHT = timedelta(days=1), timedelta(weeks=1), timedelta(weeks=2)
_SATURDAY, FRIDAY = 5, 4
Match: TypeAlias = Any
Piece: TypeAlias = Callable[[Match, Stretch, Place], Stretch | None]

UNIT = (
    rf"(?:(?P<kind>full|whole|complete|working|school|teaching|staff|pupil){W})?"
    rf"(?P<unit>week|wk|weekend|weekday|day|{WD})"
)
_COUNTED = (
    rf"\b(?:(?:the|our|their){W})?(?:(?:(?P<whose>{WHO})|staff)(?:'s|s')?'?{W})?{COUNT}{W}{UNIT}{BUT}{W}"
    rf"(?:(?P<in>of|in|into|from){W}(?:the{W}|our{W})?)?$"
)
_NUMBERED = (
    rf"\b(?:in{W}|during{W})?(?:week|wk){W}(?P<n>{WEEK_NUMBER}){W}(?:of|in|into){W}(?:the{W}|our{W})?$"
)
_INTO = rf"\b(?P<n>{NUM}){W}(?P<unit>days?|weeks?|wks?){W}into{W}(?:the{W}|our{W})?$"
_OF_WEEK = (
    rf"\b(?:the{W})?(?P<wd>{WD})\.?(?:{W}(?:morning|afternoon|evening|night))?{W}(?:of|in|at){W}(?:the{W})?$"
)
_EDGE = (
    rf"\b(?:the{W})?(?:very{W})?(?P<edge>start|beginning|commencement|end|close|conclusion|middle){W}of{W}"
    rf"(?:the{W}|our{W})?$"
)
_SEVERAL = (
    rf"\b(?:the{W}|our{W}|their{W})?(?P<count>first|opening|last|final|closing){W}"
    rf"(?:(?P<n>{NUM}){W}(?P<unit>(?:(?:working|school){W})?days?|weeks?|wks?|(?:{WD})s)|(?P<fortnight>fortnight)){W}"
    rf"(?:(?P<in>of|in|into|from){W}(?:the{W}|our{W})?)?$"
)
_TWO = (
    rf"\b(?:the{W})?(?P<count>{FROM_START}|{FROM_END}){W}(?:and|or|&){W}(?:the{W})?(?P<other>{FROM_START}|{FROM_END})"
    rf"{W}(?P<unit>week|wk|day|{WD})s?{W}(?P<in>of|in){W}(?:the{W}|our{W})?$"
)
_INSET = (
    rf"\b(?:the{W}|our{W})?(?:{COUNT}{W}|next{W})?{INSET}{W}(?P<way>of|in|during|after|before){W}(?:the{W})?$"
)


@dataclass(frozen=True, slots=True)
class Counted:
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
    which = counted(match["count"], match["but"] or "")
    if of.kind is Kind.AWAY and unit == "day" and (which >= 0 or not of.taught):
        step = 1 if which >= 0 else -1
        passed = _DAY * (which if step > 0 else which + 1)
        return days(Kind.DAY, ((first if step > 0 else last) + passed for first, last in of.spans))
    kind = "pupil" if match["whose"] or of.is_pupils else (match["kind"] or "").casefold()
    if unit == "weekday":
        unit, kind = "day", "working"
    told = Counted(unit, kind, which)
    found = (_one_of(span, told, of, place) for span in _counted_in(told, of))
    return Stretch(told.makes, tuple(one for one in found if one is not None))


def _counted_in(told: Counted, of: Stretch) -> Iterable[Span]:
    """The days that it is one of: of "half term" those of teaching, but a Saturday is one of the week off."""
    if of.kind is Kind.AWAY and of.taught and (told.weekday or 0) >= _SATURDAY:
        return tuple((first - 2 * _DAY, last + 2 * _DAY) for first, last in of.spans)
    return of.taught or of.spans


def _several(match: Match, of: Stretch, place: Place) -> Stretch | None:
    """For "the first two days of", "the last three weeks of" and "the first fortnight" back."""
    if (of.kind is Kind.BACK) is bool(match["in"]) or of.kind in {
        Kind.EVENT,
        Kind.DAY,
        Kind.WEEK,
        Kind.SEVERAL,
    }:
        return None
    count, step = number(match["n"] or "two"), 1 if counted(match["count"]) >= 0 else -1
    *kind, unit = (match["unit"] or "weeks").casefold().removesuffix("s").split()
    ends = (0, count - 1) if step > 0 else (-count, -1)
    told = [Counted(unit, "".join(kind) or "working" * (unit == "day"), which) for which in ends]
    spans = of.spans if unit == "day" and step > 0 else of.taught or of.spans
    found = [(_one_of(span, told[0], of, place), _one_of(span, told[1], of, place), span) for span in spans]
    whole = ((a[0], min(b[1], span[1])) for a, b, span in found if a is not None and b is not None)
    return Stretch(Kind.SEVERAL, tuple(whole))


def _two(match: Match, of: Stretch, place: Place) -> Stretch | None:
    """For "the second and fourth Tuesdays in"."""
    if of.kind in {Kind.BACK, Kind.EVENT, Kind.DAY, Kind.WEEK, Kind.SEVERAL}:
        return None
    told = [Counted(match["unit"].casefold(), "", counted(match[one])) for one in ("count", "other")]
    pairs = [[_one_of(span, one, of, place) for one in told] for span in of.taught or of.spans]
    return Stretch(Kind.SEVERAL, tuple((a[0], b[0]) for a, b in pairs if a is not None and b is not None))


def _one_of(span: Span, told: Counted, of: Stretch, place: Place) -> Span | None:
    first, last = span
    if told.weekday is not None:
        day, _ = weekday_of_span(span, told.weekday, told.which)
        found = told.from_day(day)
    elif told.unit == "day":
        day = _counted_day(span, told, of, place.calendar)
        found = (day, day)
    else:
        is_off = of.kind is Kind.AWAY and not of.taught
        is_late = of.kind is Kind.MONTH and told.which >= 0 and first.weekday() >= FRIDAY
        is_full = told.kind in {"full", "whole", "complete"}
        found = week_of(span, told.which, is_full=is_full or is_off or is_late)
    return found if found[1] >= first and found[0] <= last else None


def _counted_day(span: Span, told: Counted, of: Stretch, calendar: SchoolCalendar) -> date:
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
    return days(Kind.DAY, (first + _DAY * ((weekday - first.weekday()) % 7) for first, _ in of.spans))


def _edge(match: Match, of: Stretch, place: Place) -> Stretch | None:
    """For "the end of" and "the middle of"."""
    if of.kind in {Kind.EVENT, Kind.BACK} or (of.kind is Kind.DAY and not of.taught):
        return None
    if of.kind is Kind.AWAY and not IS_CLOSED.search(place.clause.after):
        return None  # "the end of the holidays blues"
    edge, found = match["edge"].casefold(), of.taught or of.spans
    if edge == "middle":
        return days(Kind.DAY, (middle(span) for span in found)) if of.kind in _WITH_MIDDLE else None
    is_end = edge in {"end", "close", "conclusion"}
    return Stretch(Kind.DAY, tuple((last, last) if is_end else (first, first) for first, last in found))


_WITH_MIDDLE = frozenset({Kind.WEEK, Kind.MONTH})


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


def _numbered(match: Match, of: Stretch, _place: Place) -> Stretch | None:
    """For "week 3 of"."""
    if of.kind not in {Kind.TAUGHT, Kind.AWAY}:
        return None
    count, is_off = number(match["n"]) - 1, of.kind is Kind.AWAY and not of.taught
    weeks = (week_of(span, count, is_full=is_off) for span in of.taught or of.spans)
    return Stretch(Kind.WEEK, tuple(weeks))


def _into(match: Match, of: Stretch, _place: Place) -> Stretch | None:
    """For "two weeks into"."""
    if of.kind not in {Kind.TAUGHT, Kind.AWAY}:
        return None
    length = (_DAY if match["unit"].casefold().startswith("d") else _WEEK) * number(match["n"])
    return days(Kind.DAY, (first + length for first, _ in of.taught or of.spans))


WITHIN: tuple[tuple[str, Piece], ...] = (
    (_NUMBERED, _numbered),
    (_INTO, _into),
    (_TWO, _two),
    (_COUNTED, _in_span),
    (_SEVERAL, _several),
    (_OF_WEEK, _of_week),
    (_EDGE, _edge),
    (_INSET, _inset),
)
