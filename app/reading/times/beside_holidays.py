"""Which days do "after half term", "the Friday before Christmas" and "two weeks before the end of term" mean?

A day beside a holiday is the working day next to it, or the weekday that is named; so many days or weeks are
counted from its nearer end; a whole week is told by its Monday, as "w/c" is.
"""

from datetime import date, timedelta

from app.domain.calendar import SchoolCalendar
from app.reading.times.counting import COUNT, counted, counted_on, school_days_on
from app.reading.times.date_forms import Day, Form, Groups, Place, coming, gone, number
from app.reading.times.date_words import NUM, WD, WEEKDAYS, W, pattern
from app.reading.times.named_days import days_called
from app.reading.times.school_spans import HALF, HOLIDAYS, is_half, plain, spans
from app.reading.times.school_terms import half_terms, season
from app.reading.times.term_days import ROW, in_week_of
from app.reading.times.term_events import BREAKS_UP, IS_BACK, back, break_ups

_DAY, _WEEK = timedelta(days=1), timedelta(weeks=1)
_INSET = pattern(r"\binset[ ]$")
_ENDS = pattern(r"^\s*(?:$|[.,;:!?)]|(?:and|or|if|so|please|to|as|but|at|for|then)\b)")


def _first_day_back(groups: Groups, place: Place) -> tuple[Day, ...]:
    """The first working day after the next half term, or of the term after a holiday."""
    if "half" in groups["rest"].casefold():
        return _after_half_term({"half": ""}, place)
    term = place.calendar.term_after(place.today)
    return () if term is None else (Day(term.start),)


def _after_half_term(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "after half term": the working day after it; after the last one in a sentence about the past."""
    calendar: SchoolCalendar = place.calendar
    words = " ".join(groups["half"].casefold().replace("-", " ").split())
    ends = [last for _, last in half_terms(words, calendar)]
    if place.is_past:
        last = next((end for end in reversed(ends) if end < place.today), None)
    else:
        last = next((end for end in ends if end >= place.today), None)
    return () if last is None else (Day(calendar.add_working_days(last, 1)),)


def _around_holiday(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "before the bank holiday" and "after the bank holiday": the working day next to it."""
    ahead = next((day for day in sorted(place.calendar.bank_holidays) if day > place.today), None)
    if ahead is None or _ENDS.search(place.clause.after) is None:
        return ()
    way = groups["way"].casefold()
    if way in {"on", "for"}:
        return (Day(ahead),)
    step = 1 if way == "after" else -1
    return (Day(place.calendar.add_working_days(ahead, step)),)


def _beside(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "the Friday before Christmas" and "the last day before half term"."""
    is_after = _is_after(groups)
    anchor = _anchor(groups, is_after, place)
    if anchor is None or _INSET.search(place.clause.before):
        return ()
    if not is_after and groups["count"].casefold() in {"last", "final"} and _BREAKS_UP.search(groups["what"]):
        anchor += _DAY  # the last day before they break up is the one on which they do
    weekday, count = WEEKDAYS.get(groups["wd"].casefold()), _steps(groups)
    if weekday is None and is_after and not groups["count"] and _IS_FEAST.fullmatch(plain(groups["what"])):
        return (Day(anchor + _DAY),)
    if weekday is None and _IS_LITERAL.search(("after " if is_after else "before ") + groups["what"]):
        return (Day(anchor + _DAY * (count + 1 if is_after else -count - 1)),)
    if weekday is None:
        steps = count + 1 if is_after else -count - 1
        return (
            Day(
                school_days_on(anchor, steps, place.calendar)
                if groups["school"]
                else _at_work(anchor, steps, place)
            ),
        )
    day = coming(weekday, anchor) + _WEEK * count if is_after else gone(weekday, anchor) - _WEEK * count
    return (Day(day),)


def _at_work(day: date, steps: int, place: Place) -> date:
    return place.calendar.add_working_days(day, steps)


def _is_after(groups: Groups) -> bool:
    return groups["way"].casefold() in {"after", "following"}


def _steps(groups: Groups) -> int:
    """How many are passed over: none for "the last Friday before it", one for "the second week after it"."""
    if not groups["count"]:
        return 0
    count = counted(groups["count"])
    return count if count >= 0 else -count - 1


def _row_beside(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "the Monday and Tuesday after half term": in the week of the first of them."""
    first = _WEEKDAY.search(groups["row"])
    found = _beside({**groups, "wd": first.group() if first else "", "count": "", "school": ""}, place)
    return in_week_of(groups, found[0].day) if found else ()


def _week_beside(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "the week before half term" and "the first week after the Easter hols": its Monday."""
    monday = _monday_beside(groups, place)
    return () if monday is None else (Day(monday),)


def _weekdays_beside(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "the Monday of the second week after half term"."""
    return in_week_of(groups, _monday_beside(groups, place))


def _monday_beside(groups: Groups, place: Place) -> date | None:
    is_after = _is_after(groups)
    anchor = _anchor(groups, is_after, place)
    if anchor is None:
        return None
    monday, count = anchor - _DAY * anchor.weekday(), _steps(groups)
    if is_after:
        return monday + _WEEK * (count + 1)
    return monday - _WEEK * (count + (anchor == monday or anchor.weekday() < _MIDDLE))


_MIDDLE = 3


def _counted(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "two weeks before Christmas" and "five working days before the end of term"."""
    is_after = _is_after(groups)
    anchor = _anchor(groups, is_after, place)
    if anchor is None:
        return ()
    count = number(groups["n"]) * (1 if is_after else -1)
    *kind, unit = groups["unit"].casefold().split()
    return (Day(counted_on(anchor, count, unit, place.calendar, " ".join(kind))),)


def _counted_weekday(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "two Fridays before Christmas"."""
    return _beside({**groups, "count": f"{number(groups['n'])}th", "school": ""}, place)


def _anchor(groups: Groups, is_after: bool, place: Place) -> date | None:
    """The first day of what a day lies before, or the last of what it lies after."""
    what, today, calendar = plain(groups["what"]), place.today, place.calendar
    if _BREAKS_UP.search(what):
        days = [last for _, last in break_ups(what, place)]
    elif _IS_BACK.search(what):
        days = back(what, place)
    elif is_half(what) or _IS_HOLIDAY.fullmatch(what):
        days = [span[1 if is_after else 0] for span in spans(what, place)]
    elif what.removeprefix("next ").startswith("bank"):
        days = sorted(calendar.bank_holidays)
    elif "term" in what:
        named = next((name for name in ("autumn", "spring", "summer") if name in what), "")
        terms = [t for t in calendar.terms if named in {"", season(t)}]
        days = [t.end if "end" in what or "finish" in what else t.start for t in terms]
    else:
        what = what.replace("hol", "holiday") if what.endswith("hol") else what
        name = {"xmas": "christmas day", "christmas": "christmas day", "easter": "easter sunday"}
        days = days_called("new year's day" if what.startswith("new year") else name.get(what, what), place)
    if place.is_past:
        return next((day for day in reversed(days) if day <= today), None)
    return next((day for day in days if day >= today), None)


_WEEKDAY = pattern(rf"^{WD}\b")
_BREAKS_UP = pattern(rf"^{BREAKS_UP}")
_IS_BACK = pattern(rf"^{IS_BACK}")
_IS_LITERAL = pattern(rf"^(?:after {BREAKS_UP}|before {IS_BACK})")
"""A day off beside what schools do: "the day before we go back" may be a Sunday."""
_IS_HOLIDAY = pattern(HOLIDAYS)
_IS_FEAST = pattern(r"(?:christmas|xmas|boxing day|new year|good friday)")
_SEASON = rf"(?:(?:autumn|spring|summer){W})?"
_SCHOOL = (
    rf"{BREAKS_UP}|{IS_BACK}|{HOLIDAYS}|{HALF}|(?:end|start|beginning){W}of{W}(?:the{W})?{_SEASON}term"
    rf"|(?:the{W})?{_SEASON}term{W}(?:starts|begins|ends|finishes)"
)
_WHAT = (
    rf"(?:the{W})?(?:next{W})?(?P<what>{_SCHOOL}|(?:(?:august|summer|may{W}day|(?:early{W})?may|spring|whit){W})?bank{W}hol(?:iday)?|easter"
    rf"|christmas|xmas|may{W}day"
    rf"|new{W}year|good{W}friday|boxing{W}day)\b"
)
_WAY = rf"(?:(?:immediately|directly|straight|right|just){W})?(?P<way>before|after|following|b4|preceding)"
_WEEK_BESIDE = (
    rf"(?:the{W})?(?:{COUNT}{W})?(?:full{W})?(?:week|wk){W}{_WAY}{W}(?:the{W})?(?P<what>{_SCHOOL})\b"
)
FORMS: tuple[Form, ...] = (
    Form(
        rf"(?:the{W})?(?:{COUNT}{W})?(?:(?:very|working|(?P<school>school|teaching)){W})?(?:(?P<wd>{WD})"
        rf"|day|night|evening|morning){W}{_WAY}{W}{_WHAT}",
        _beside,
    ),
    Form(rf"(?P<way>before|by|after|on|for){W}the{W}(?:next{W})?bank{W}hol(?:iday)?\b", _around_holiday),
    Form(rf"(?:the{W})?{ROW}{W}{_WAY}{W}{_WHAT}", _row_beside),
    Form(rf"(?P<n>{NUM}){W}(?P<wd>{WD})s{W}{_WAY}{W}{_WHAT}", _counted_weekday),
    Form(
        rf"(?:in{W}|during{W})?{_WEEK_BESIDE}",
        _week_beside,
    ),
    Form(rf"(?:the{W})?{ROW}{W}(?:of|in){W}{_WEEK_BESIDE}", _weekdays_beside),
    Form(
        rf"(?P<n>{NUM}){W}(?P<unit>(?:(?:working|school){W})?days?|weeks?|fortnights?|wks?){W}{_WAY}{W}{_WHAT}",
        _counted,
    ),
    Form(
        rf"(?:the{W})?(?:first|1st){W}(?:school{W}|working{W})?(?:day"
        rf"|morning)(?:{W}back)?{W}after{W}(?:the{W})?"
        rf"(?P<rest>half[ -]?term|(?:christmas|easter|summer)(?:{W}(?:holidays?|break))?)",
        _first_day_back,
    ),
    Form(rf"after{W}(?:the{W})?(?P<half>{HALF})\b", _after_half_term),
)
