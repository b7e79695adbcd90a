"""Which days do "after half term", "the Friday before Christmas" and "two weeks before the end of term" mean?

A day beside a holiday is the working day next to it, or the weekday that is named; so many days or weeks are
counted from its nearer end; a whole week is told by its Monday, as "w/c" is.
"""

from datetime import date, timedelta

from app.domain.calendar import SchoolCalendar
from app.reading.times.date_forms import Day, Form, Groups, Place, coming, gone, number
from app.reading.times.date_words import NUM, WD, WEEKDAYS, W, pattern
from app.reading.times.named_days import days_called
from app.reading.times.school_terms import half_terms

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
    """For "the Friday before Christmas", "the day after the bank holiday", "the Monday before half term"."""
    is_after = groups["way"].casefold() == "after"
    anchor = _anchor(groups, is_after, place)
    if anchor is None or _INSET.search(place.clause.before):
        return ()
    weekday = WEEKDAYS.get(groups["wd"].casefold())
    if weekday is None:
        return (Day(place.calendar.add_working_days(anchor, 1 if is_after else -1)),)
    return (Day(coming(weekday, anchor) if is_after else gone(weekday, anchor)),)


def _week_beside(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "the week before half term" and "the first week after Easter": its Monday."""
    is_after = groups["way"].casefold() == "after"
    anchor = _anchor(groups, is_after, place)
    if anchor is None:
        return ()
    monday = anchor - _DAY * anchor.weekday()
    if is_after:
        return (Day(monday + _WEEK),)
    return (Day(monday - _WEEK * (anchor == monday or anchor.weekday() < _MIDDLE)),)


_MIDDLE = 3


def _counted(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "two weeks before Christmas" and "five working days before the end of term"."""
    is_after = groups["way"].casefold() == "after"
    anchor = _anchor(groups, is_after, place)
    if anchor is None:
        return ()
    count = number(groups["n"]) * (1 if is_after else -1)
    unit = groups["unit"].casefold()
    if "working" in unit or "school" in unit:
        return (Day(place.calendar.add_working_days(anchor, count)),)
    return (Day(anchor + _DAY * count * {"d": 1, "w": 7, "f": 14}[unit[0]]),)


def _anchor(groups: Groups, is_after: bool, place: Place) -> date | None:
    """The first day of what a day lies before, or the last of what it lies after."""
    what = " ".join(groups["what"].casefold().replace("-", " ").split())
    today, calendar = place.today, place.calendar
    if "half" in what:
        days = [half[1] if is_after else half[0] for half in half_terms(what, calendar)]
    elif "bank" in what:
        days = sorted(calendar.bank_holidays)
    elif "term" in what:
        days = [t.end if "end" in what or "finish" in what else t.start for t in calendar.terms]
    else:
        name = {"xmas": "christmas day", "christmas": "christmas day", "easter": "easter sunday"}
        days = days_called("new year's day" if what.startswith("new year") else name.get(what, what), place)
    if place.is_past:
        return next((day for day in reversed(days) if day <= today), None)
    return next((day for day in days if day >= today), None)


_HALF = rf"(?:(?:october|oct|february|feb|may|autumn|spring|summer|whitsun|whit){W})?half[ -]?term"
_WHAT = (
    rf"(?:the{W})?(?:next{W})?(?P<what>{_HALF}|(?:(?:august|may|spring){W})?bank{W}hol(?:iday)?|easter"
    rf"|christmas|xmas"
    rf"|new{W}year|good{W}friday|boxing{W}day|(?:end|start|beginning){W}of{W}(?:the{W})?term"
    rf"|term{W}(?:starts|begins|ends|finishes))\b"
)
FORMS: tuple[Form, ...] = (
    Form(
        rf"(?:(?:the|first|last){W}){{0,2}}(?:(?P<wd>{WD})|(?:(?:working|school){W})?day){W}(?P<way>before"
        rf"|after){W}{_WHAT}",
        _beside,
    ),
    Form(rf"(?P<way>before|by|after|on|for){W}the{W}(?:next{W})?bank{W}hol(?:iday)?\b", _around_holiday),
    Form(
        rf"(?:in{W}|during{W})?(?:the{W})?(?:(?:first|last){W})?week{W}(?P<way>before|after){W}(?:the{W})?"
        rf"(?P<what>{_HALF}|(?:end|start|beginning){W}of{W}(?:the{W})?term)\b",
        _week_beside,
    ),
    Form(
        rf"(?P<n>{NUM}){W}(?P<unit>(?:(?:working|school){W})?days?|weeks?|fortnights?){W}(?P<way>before"
        rf"|after){W}{_WHAT}",
        _counted,
    ),
    Form(
        rf"(?:the{W})?(?:first|1st){W}(?:school{W}|working{W})?(?:day"
        rf"|morning)(?:{W}back)?{W}after{W}(?:the{W})?"
        rf"(?P<rest>half[ -]?term|(?:christmas|easter|summer)(?:{W}(?:holidays?|break))?)",
        _first_day_back,
    ),
    Form(rf"after{W}(?:the{W})?(?P<half>{_HALF})(?:{W}(?:holidays?|break|week))?\b", _after_half_term),
)
