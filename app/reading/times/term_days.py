"""Which days do "the second week of term", "the Monday of half term" and "week 3 of term" mean?

Counted from either end of a stretch that ``school_spans`` knows. A week is told by its Monday, as "w/c"
is, or by the first day of its stretch that lies in it.
"""

from datetime import date, timedelta

from app.reading.times.counting import BUT, COUNT, counted
from app.reading.times.date_forms import IS_CLOSED, Day, Form, Groups, Place, number
from app.reading.times.date_words import MON, MONTHS, NUM, WD, WEEKDAYS, W, pattern
from app.reading.times.school_spans import (
    HALF,
    HALF_OF_TERM,
    HOLIDAYS,
    TERM,
    ahead,
    is_away,
    plain,
    spans,
)
from app.reading.times.school_terms import Span

_DAY, _WEEK = timedelta(days=1), timedelta(weeks=1)
_SATURDAY = 5
_NUMBER = r"(?:\d|1[0-5]|one|two|three|four|five|six|seven|eight|nine|ten)"
UNIT = (
    rf"(?:(?:(?P<full>full|whole|complete)|school|working|teaching){W})?"
    rf"(?P<unit>week|wk|(?:day|morning|afternoon|evening)|weekend|{WD}){BUT}"
)


def week_of(span: Span, count: int, *, is_full: bool = False) -> Span:
    """A counted week of a stretch, from its Monday (or the first day of the stretch) to its Friday."""
    first, last = span
    if count >= 0:
        monday = first - _DAY * first.weekday()
        monday += _WEEK * (count + ((is_full and monday < first) or first.weekday() >= _SATURDAY))
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


def counted_unit(groups: Groups, span: Span, place: Place, *, is_full: bool = False) -> Span | None:
    """The counted week, day or weekday of a stretch; None where it has no so many."""
    count, unit = counted(groups["count"], groups["but"]), groups["unit"].casefold()
    weekday = _SATURDAY if unit == "weekend" else WEEKDAYS.get(unit)
    if unit in {"week", "wk"}:
        found = week_of(span, count, is_full=is_full or bool(groups["full"]))
    elif weekday is not None:
        found = weekday_of_span(span, weekday, count)
    else:
        edge, steps = (span[0], count) if count >= 0 else (span[1], count + 1)
        day = place.calendar.add_working_days(edge, steps) if steps else edge
        found = (day, day)
    return found if found[1] >= span[0] and found[0] <= span[1] else None


def _in_span(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "the second week of the summer term" and "the final Friday of term"."""
    is_day = groups["unit"].casefold() in {"day", "morning", "afternoon", "evening"}
    if _EACH.search(place.clause.before):
        return ()
    of = spans(groups["of"], place, is_counted=not is_day)
    is_full = _is_off(groups["of"])
    return _told(ahead((counted_unit(groups, span, place, is_full=is_full) for span in of), place))


def _is_off(words: str) -> bool:
    """Whether weeks counted in it are weeks off; those of a plain half term are taught."""
    return is_away(plain(words)) and plain(words) != "half term"


_EACH = pattern(r"\b(?:every|each|alternate)[ ]+(?:the[ ]+)?$")


def _told(day: date | None) -> tuple[Day, ...]:
    return () if day is None else (Day(day),)


_ONE = pattern(rf"\b{WD}\b")


def in_week_of(groups: Groups, week: date | None) -> tuple[Day, ...]:
    """The weekdays of a row ("the Tues and Weds of half term") in the week of a day."""
    if week is None:
        return ()
    told = [(m.start(), m.end(), WEEKDAYS[m.group().casefold()]) for m in _ONE.finditer(groups["row"])]
    monday, opens = week - _DAY * week.weekday(), groups["all"].index(groups["row"])
    stops = [*(opens + end for _, end, _ in told[:-1]), len(groups["all"])]
    starts = [0, *(opens + start for start, _, _ in told[1:])]
    return tuple(
        Day(monday + _DAY * weekday, skip=start, stop=stop)
        for (_, _, weekday), start, stop in zip(told, starts, stops, strict=True)
    )


def _weekdays_of_half(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "the Monday of half term": of the week off."""
    return in_week_of(groups, ahead(spans(groups["of"], place), place))


def _weekdays_of_week(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "the Wednesday of the last week of term", "Thursday of week 2 of term"."""
    return in_week_of(groups, _numbered(groups, place))


def _week_in_span(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "week 3 of term"."""
    return _told(_numbered(groups, place))


def _numbered(groups: Groups, place: Place) -> date | None:
    """The first day of a week of a stretch, counted or by its number."""
    of, told = spans(groups["of"], place, is_counted=True), groups["n"].casefold()
    if told:
        count = number(told) - 1
        weeks = (week_of(span, count) for span in of)
    else:
        count = counted(groups["count"], groups["but"])
        is_full = bool(groups["full"]) or _is_off(groups["of"])
        weeks = (week_of(span, count, is_full=is_full) for span in of)
    return ahead(weeks, place)


def _edge_of_holiday(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "the start of the summer holidays", "the first day of the hols"."""
    if not IS_CLOSED.search(place.clause.after):
        return ()
    is_end = groups["edge"].casefold().startswith(("end", "last", "final", "close", "conclusion"))
    found = [(last, last) if is_end else (first, first) for first, last in spans(groups["of"], place)]
    return _told(ahead(found, place))


def _into_span(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "two weeks into next term"."""
    days = number(groups["n"]) * (1 if groups["unit"].casefold().startswith("d") else 7)
    return _told(ahead([(day := first + _DAY * days, day) for first, _ in spans(groups["of"], place)], place))


def _inset_beside(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "the first INSET of the spring term" and "the INSET day after half term"."""
    days, way = sorted(place.calendar.inset_days), groups["way"].casefold()
    of = spans(groups["of"], place, is_counted=way in {"of", "in", "during"})
    found: list[date] = []
    for first, last in of:
        within = [day for day in days if first <= day <= last and (day >= place.today or place.is_past)]
        if way == "after":
            within = [day for day in days if last < day <= last + _WEEK and last >= place.today]
        elif way == "before":
            within = [day for day in days if first - _WEEK <= day < first]
        found += within[-1:] if groups["which"].casefold() in {"last", "final"} else within[:1]
    return _told(ahead([(day, day) for day in found], place))


def _inset_of(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "the June INSET day" and "the INSET day in June"."""
    month = MONTHS[(groups["m"] or groups["m2"]).casefold()]
    days = sorted(day for day in place.calendar.inset_days if day >= place.today and day.month == month)
    return (Day(days[0]),) if days else ()


_PART_OF_DAY = rf"(?:{W}(?:morning|afternoon|evening))?"
ROW = rf"(?P<row>{WD}(?:\.?(?:{W}?[,/&-]{W}?|{W}(?:and|or|to){W}){WD})*)\.?"
INSET = rf"(?:inset|in-?service|non-pupil|baker)(?:{W}day)?"
_OF = rf"{W}(?:of|in|into|from){W}(?:the{W}|our{W})?"
_ANY = rf"(?P<of>{HOLIDAYS}|{HALF}|{TERM})\b"
_WEEK_OF = (
    rf"(?:(?:the{W})?{COUNT}{W}(?:(?P<full>full|whole|complete){W})?(?P<unit>week|wk)"
    rf"{BUT}|(?:week|wk){W}(?P<n>{_NUMBER})){_OF}{_ANY}"
)
FORMS: tuple[Form, ...] = (
    Form(
        rf"(?:the{W}|our{W})?{COUNT}{W}{UNIT}{_OF}(?P<of>{TERM}|{HOLIDAYS})\b",
        _in_span,
    ),
    Form(
        rf"(?:the{W}|our{W})?{COUNT}{W}(?:(?P<full>full){W})?(?P<unit>week|wk|{WD})"
        rf"{BUT}{_OF}(?P<of>{HALF})\b",
        _in_span,
    ),
    Form(rf"(?:on{W})?(?:the{W})?{ROW}{_PART_OF_DAY}{_OF}{_WEEK_OF}", _weekdays_of_week),
    Form(rf"(?:the{W})?{ROW}{_PART_OF_DAY}{_OF}(?P<of>{HALF})\b", _weekdays_of_half),
    Form(_WEEK_OF, _week_in_span),
    Form(rf"(?P<n>{NUM}){W}(?P<unit>days?|weeks?|wks?){W}into{W}(?:the{W})?{_ANY}", _into_span),
    Form(
        rf"(?:(?:the|our){W})?(?:(?P<which>first|last|final|next){W})?{INSET}{W}(?P<way>of|in|during|after|before)"
        rf"{W}(?:the{W})?{_ANY}",
        _inset_beside,
    ),
    Form(
        rf"(?:the{W})?(?P<edge>start|beginning|commencement|end|close|conclusion|(?:last|first|final){W}(?:day"
        rf"|weekend)){W}of{W}(?:the{W}|our{W})?(?P<of>{HOLIDAYS}|{HALF_OF_TERM})\b",
        _edge_of_holiday,
    ),
    Form(
        rf"(?:the{W})?(?:(?P<m>{MON}){W}{INSET}|{INSET}{W}in{W}(?P<m2>{MON}))\b",
        _inset_of,
    ),
)
