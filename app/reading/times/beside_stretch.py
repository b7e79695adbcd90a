"""What do words make of a stretch of days that they count away from: "two weeks before", "the Monday after"?

Pieces like those of ``within_stretch``; "the Friday that", before what schools do, is in the same week.
"""

from dataclasses import replace
from datetime import timedelta

from app.reading.times.counting import BUT, COUNT, counted, counted_on, school_days_on
from app.reading.times.date_forms import Place, coming, gone, number
from app.reading.times.date_words import NUM, WD, WEEKDAYS, W
from app.reading.times.school_terms import Span
from app.reading.times.stretches import Kind, Stretch, days
from app.reading.times.within_stretch import FRIDAY, UNIT, Counted, Match, Piece

_DAY, _WEEK = timedelta(days=1), timedelta(weeks=1)
_MIDDLE = 2

_WAY = (
    rf"(?:(?:immediately|directly|straight|right|just){W})?"
    rf"(?P<way>before|after|following|b4|preceding|prior{W}to|ahead{W}of|(?:leading|running){W}up{W}to|from|of|off)"
)
_OFFSET = (
    rf"\b(?:(?P<within>within){W})?(?P<n>{NUM}){W}(?:(?P<kind>working|school|business|calendar|clear|full|whole){W})?"
    rf"(?P<unit>days?|weeks?|wks?|fortnights?|months?|(?:{WD})s){W}{_WAY}{W}(?:the{W}|our{W})?$"
)
_ALL_BESIDE = (
    rf"\b(?:the{W}(?:(?:last|final|first|next){W})?|(?:last|final){W})(?P<n>two|three|four|five|[2-5]){W}(?:(?P<kind>working|school|full|whole){W})?"
    rf"(?P<unit>days|weeks|wks|weekends|(?:{WD})s){W}{_WAY}{W}(?:the{W}|our{W})?$"
)
_BESIDE = (
    rf"\b(?:the{W})?(?:{COUNT}{W})?(?:very{W}|next{W}|(?P<inset>inset|in-?service|non-pupil|baker){W})?"
    rf"(?:{UNIT}|night|evening|morning|afternoon){BUT}{W}{_WAY}{W}(?:the{W}|our{W})?$"
)
_WEEKDAY = rf"\b(?:the{W})?(?P<wd>{WD}),?{W}$"
_NEAREST = rf"\b(?:the{W})?(?P<wd>{WD})\.?{W}(?:nearest|closest){W}(?:to{W})?(?:the{W})?$"
_WHEN = (
    rf"\b(?:before|by{W}the{W}time|until|till?|when|once|after|as{W}soon{W}as|following|by){W}(?:the{W})?$"
)
_ON_EVENT = (
    rf"\b(?:the{W}|that{W})(?P<unit>week|wk|weekend|day|morning|afternoon|evening|night|{WD})"
    rf"(?:{W}(?:that|when|of|on{W}which))?{W}$"
)


def _is_back(way: str) -> bool:
    return way.casefold().startswith(("before", "b4", "preceding", "prior", "ahead", "lead", "run"))


def _offset(match: Match, of: Stretch, place: Place) -> Stretch | None:
    """For "three weeks before" and "within a week of"."""
    way, unit = match["way"].casefold(), match["unit"].casefold()
    if of.kind in {Kind.MONTH, Kind.BACK} or way == "off" or (way == "of") is not bool(match["within"]):
        return None
    sign = -1 if _is_back(way) else 1
    kind = (match["kind"] or "").casefold()
    count = sign * (number(match["n"]) + (kind == "clear" and unit.startswith("d")))
    starts = [first if sign < 0 else last for first, last in of.spans]
    weekday = WEEKDAYS.get(unit.removesuffix("s"))
    if weekday is not None:
        near = (coming(weekday, day) if sign > 0 else gone(weekday, day) for day in starts)
        return days(Kind.DAY, (day + _WEEK * (count - sign) for day in near))
    found = days(Kind.DAY, (counted_on(day, count, unit, place.calendar, kind) for day in starts))
    return replace(found, is_weeks=unit.startswith(("w", "f")))


def _all_beside(match: Match, of: Stretch, place: Place) -> Stretch | None:
    """For "the two Tuesdays before" and "the three weeks after": all of them, from the first to the last."""
    if of.kind in {Kind.MONTH, Kind.BACK} or match["way"].casefold() in {"of", "from", "off"}:
        return None
    unit, kind = match["unit"].casefold().removesuffix("s"), (match["kind"] or "").casefold()
    sign, most = -1 if _is_back(match["way"]) else 1, number(match["n"]) - 1
    first, last = (Counted(unit, kind, count) for count in ((most, 0) if sign < 0 else (0, most)))
    edges = (
        (_one_beside(span, first, sign, of, place), _one_beside(span, last, sign, of, place))
        for span in of.spans
    )
    return Stretch(Kind.SEVERAL, tuple((begins[0], ends[1]) for begins, ends in edges))


def _beside(match: Match, of: Stretch, place: Place) -> Stretch | None:
    """For "the Monday after", "the week before" and "the second weekend after"."""
    is_of = match["way"].casefold() in {"of", "from", "off"}
    if of.kind in {Kind.MONTH, Kind.BACK} or is_of or match["inset"]:
        return None
    which = counted(match["count"], match["but"] or "") if match["count"] else 0
    told = Counted((match["unit"] or "day").casefold(), (match["kind"] or "").casefold(), which)
    sign = -1 if _is_back(match["way"]) else 1
    if of.kind is Kind.EVENT and of.is_end and sign < 0 and match["count"] and told.unit == "day":
        spans = tuple((last + _DAY, last + _DAY) for _, last in of.spans)
        of = replace(of, spans=spans)  # the last day before they break up is the one on which they do
    return Stretch(told.makes, tuple(_one_beside(span, told, sign, of, place) for span in of.spans))


def _one_beside(span: Span, told: Counted, sign: int, of: Stretch, place: Place) -> Span:
    start = span[0] if sign < 0 else span[1]
    if told.weekday is not None:
        day = coming(told.weekday, start) if sign > 0 else gone(told.weekday, start)
        return told.from_day(day + _WEEK * sign * told.passed)
    if told.makes is Kind.WEEK:
        monday = start - _DAY * start.weekday()
        is_within = sign < 0 and of.kind is Kind.AWAY and start.weekday() > _MIDDLE
        monday += _WEEK * sign * (told.passed + 1 - is_within)
        return monday, monday + _DAY * FRIDAY
    steps = sign * (told.passed + 1)
    if told.kind == "school":
        day = school_days_on(start, steps, place.calendar)
        return day, day
    is_at_work = told.kind == "working" or of.is_off or of.kind in {Kind.AWAY, Kind.TAUGHT}
    day = place.calendar.add_working_days(start, steps) if is_at_work else start + _DAY * steps
    return day, day


def _on_event(match: Match, of: Stretch, _place: Place) -> Stretch | None:
    """For "the Friday that", "the week", before what schools do."""
    if of.kind is not Kind.EVENT:
        return None
    told = Counted(match["unit"].casefold(), "", 0)
    mondays = ((first, first - _DAY * first.weekday()) for first, _ in of.spans)
    if told.weekday is not None:
        weekday = told.weekday
        return Stretch(told.makes, tuple(told.from_day(monday + _DAY * weekday) for _, monday in mondays))
    if told.makes is Kind.DAY:
        return Stretch(Kind.DAY, of.spans)
    return Stretch(Kind.WEEK, tuple((monday, monday + _DAY * FRIDAY) for _, monday in mondays))


def _weekday(match: Match, of: Stretch, _place: Place) -> Stretch | None:
    """For "the Monday", before "a week before half term"."""
    if not of.is_weeks:
        return None
    weekday = WEEKDAYS[match["wd"].casefold()]
    return days(Kind.DAY, (day + _DAY * (weekday - day.weekday()) for day, _ in of.spans))


def _nearest(match: Match, of: Stretch, _place: Place) -> Stretch | None:
    """For "the Saturday nearest", before a day."""
    if of.kind is not Kind.DAY:
        return None
    weekday, middle = WEEKDAYS[match["wd"].casefold()], 3 * _DAY
    return days(Kind.DAY, (coming(weekday, day - middle - _DAY) for day, _ in of.spans))


def _when(_match: Match, of: Stretch, _place: Place) -> Stretch | None:
    """For "before" and "by the time", before what all know the day of."""
    return replace(of, kind=Kind.DAY) if of.kind is Kind.EVENT and of.is_known else None


BESIDE: tuple[tuple[str, Piece], ...] = (
    (_ALL_BESIDE, _all_beside),
    (_OFFSET, _offset),
    (_BESIDE, _beside),
    (_ON_EVENT, _on_event),
    (_WEEKDAY, _weekday),
    (_NEAREST, _nearest),
    (_WHEN, _when),
)
