"""Which days do words such as "tomorrow", "within five working days" or "Thursday next week" mean?

Everything is counted from the moment of sending in London; midnight and tonight are the end of their day.
"""

from datetime import date, datetime, time, timedelta

from app.domain.calendar import LONDON
from app.reading.times.date_forms import ENDS_HERE, Day, Form, Groups, Place, coming, gone, in_week, number
from app.reading.times.date_words import (
    NUM,
    WD,
    WEEKDAYS,
    W,
    add_months,
    pattern,
)
from app.reading.times.times_beside import time_near

_DAY, _WEEK = timedelta(days=1), timedelta(weeks=1)
_TONIGHT, _NOON = time(23, 59), 12
_TOMORROW = r"(?:tom+or+ow|tomm?orr?ows?|tomoz|2moro?w?|tmrw?|2mrw)"


def _named_day(groups: Groups, place: Place) -> tuple[Day, ...]:
    words = " ".join(groups["all"].casefold().split())
    words = {"yday": "yesterday", "2day": "today", "tonite": "tonight", "2nite": "tonight"}.get(words, words)
    if "day before" in words:
        return (Day(place.today - 2 * _DAY, is_start=True),)
    if words.startswith(("yesterday", "last night")):
        return (Day(place.today - _DAY, is_start=True),)
    if words.startswith(("the day after", "day after")):
        return (Day(place.today + 2 * _DAY),)
    if words in {"tonight", "this evening", "this afternoon", "this morning", "today"}:
        ends = {"tonight": _TONIGHT, "this evening": _TONIGHT, "this afternoon": place.calendar.closes}
        at = time_near(place.clause.before, place.clause.after, place.calendar)
        if at is not None and at.hour < _NOON and ends.get(words):
            at = at.replace(hour=at.hour + _NOON)
        return (Day(place.today, at=at or ends.get(words)),)
    return (Day(place.today + _DAY),)


_MORNING_WILL = pattern(r"\b(?:will|shall|i'll|we'll|ill|gonna|needed|wanted|due)\b[^.!?\n]{0,60}$")
_ENDS = pattern(r"^\s*(?:$|[.,;!?)]|(?:is|and|at|for|if)\b)")


def _next_morning(_groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "will send in the morning", written after noon."""
    is_told = _MORNING_WILL.search(place.clause.before) and _ENDS.search(place.clause.after)
    return (Day(place.today + _DAY),) if is_told and place.now.hour >= _NOON else ()


def _next_working_day(_groups: Groups, place: Place) -> tuple[Day, ...]:
    return (Day(place.calendar.add_working_days(place.today, 1)),)


def _after_next(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "the Tuesday after next" and "next Tuesday but one"."""
    weekday = WEEKDAYS[(groups["wd"] or groups["wd2"]).casefold()]
    return (Day(in_week(weekday, place.today, 2)),)


def _this_time(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "by this time next week" and "this time tomorrow"."""
    if groups["wd"]:
        return (Day(coming(WEEKDAYS[groups["wd"].casefold()], place.today)),)
    unit = groups["unit"].casefold()
    if unit in {"month", "year"}:
        return (Day(add_months(place.today, 12 if unit == "year" else 1)),)
    return (Day(place.today + (_WEEK if unit == "week" else _DAY)),)


def _months_on(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "a month today" and "three months from tomorrow"."""
    start = place.today + _DAY * (not groups["from"].casefold().startswith(("tod", "now")))
    return (Day(add_months(start, number(groups["n"]) * (12 if groups["unit"][0] in "yY" else 1))),)


def _weekday_next(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "Monday next"; "Monday next to the hall" is another."""
    if not _ENDS.search(place.clause.after):
        return ()
    return (Day(in_week(WEEKDAYS[groups["wd"].casefold()], place.today, 1)),)


def _weekday_last(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "Tuesday last"."""
    if "gone" not in groups["all"].casefold() and not _ENDS.search(place.clause.after):
        return ()
    return (Day(gone(WEEKDAYS[groups["wd"].casefold()], place.today), is_start=True),)


def _ago(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "two weeks ago"."""
    count, unit = number(groups["n"]), groups["unit"].casefold()
    if unit.startswith("month"):
        return (Day(add_months(place.today, -count), is_start=True),)
    days = count * {"d": 1, "w": 7, "f": 14}[unit[0]]
    return (Day(place.today - _DAY * days, is_start=True),)


def _weekdays_ago(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "two Fridays ago" and "two Fridays from now"."""
    weekday, count = WEEKDAYS[groups["wd"].casefold()], number(groups["n"]) - 1
    if groups["on"]:
        return (Day(coming(weekday, place.today) + _WEEK * count),)
    return (Day(gone(weekday, place.today) - _WEEK * count, is_start=True),)


def _weeks_back(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "a week yesterday" and "two weeks last Tuesday"."""
    weekday = WEEKDAYS.get((groups["wd"] or "").casefold())
    last = place.today - _DAY if weekday is None else gone(weekday, place.today)
    return (Day(last - _WEEK * _weeks(groups), is_start=True),)


def _weekday_of_week(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "Thursday next week", "Tuesday of this week"; the week following something else is not known."""
    which = (groups["which"] or groups["later"]).casefold() or "next"
    if "following" in which:
        return ()
    weekday = WEEKDAYS[(groups["wd"] or groups["wd2"]).casefold()]
    weeks = {"this": 0, "last": -1, "week after next": 2}.get(" ".join(which.split()), 1)
    return (Day(in_week(weekday, place.today, weeks)),)


def _weeks_on(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "Friday week", "a week on Friday", "a fortnight today", "two weeks tomorrow"."""
    start = _start_day((groups["from"] or groups["from2"]).casefold(), place)
    weekday = WEEKDAYS.get(groups["from"].casefold())
    if groups["rel"].casefold() == "next" and weekday is not None:
        start = in_week(weekday, place.today, 1)
    is_so_far = groups["from2"] == "now" and "from" not in groups["all"].casefold()
    return () if start is None or is_so_far else (Day(start + _WEEK * _weeks(groups)),)


def _start_day(words: str, place: Place) -> date | None:
    if words in {"today", "tonight", "now"}:
        return place.today
    if words.startswith(("tom", "2m", "tm")):
        return place.today + _DAY
    weekday = WEEKDAYS.get(words)
    return None if weekday is None else coming(weekday, place.today)


def _weeks(groups: Groups) -> int:
    count = number(groups["n"]) if groups["n"] else 1
    return count * (2 if (groups["span"] or groups["span2"]).casefold().startswith("fortnight") else 1)


_LAW = pattern(r"^[ \t]*\n?[ \t]*(?:of|from|after|following|before|prior)\b")
_FROM_NOW = pattern(
    r"^\s*(?:of|from|after|following) (?:today|now|(?:the )?(?:date|receipt) of"
    r" (?:this|the) (?:e-?mail|letter|message)"
    r"|(?:receiving|receipt of|reading) this|this (?:e-?mail|letter|message))\b"
)


def _length_of_time(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "within five working days": counted from now, unless it is counted from something else."""
    after = place.clause.after
    if place.clause.is_past() or (_LAW.search(after) and not _FROM_NOW.search(after)):
        return ()
    is_one = groups["n"].casefold() in {"the", ""}
    if is_one and not ENDS_HERE.search(after):
        return ()
    count = 1 if is_one else number(groups["n"])
    kind, unit = (
        (groups["kind"] or "").casefold(),
        groups["unit"].casefold().rstrip("s").replace("wk", "week"),
    )
    if unit in {"hour", "hr"}:
        moment = place.now.astimezone(LONDON) if kind else _hours_on(place.now, count)
        return (Day(moment.date(), at=moment.time().replace(second=0, microsecond=0)),)
    if unit == "day":
        is_working = kind in {"working", "school", "business", "clear working"}
        last = (
            place.calendar.add_working_days(place.today, count) if is_working else place.today + _DAY * count
        )
        return (Day(last),)
    if unit == "month":
        return (Day(add_months(place.today, count)),)
    return (Day(place.today + _WEEK * count * (2 if unit == "fortnight" else 1)),)


def _hours_on(now: datetime, hours: int) -> datetime:
    """`hours` of elapsed time later: over a change of the clocks the wall clock shifts."""
    return datetime.fromtimestamp(now.timestamp() + 3600 * hours, tz=LONDON)


FORMS: tuple[Form, ...] = (
    Form(rf"(?:the{W})?(?P<wd>{WD}){W}after{W}next|next{W}(?P<wd2>{WD}){W}but{W}one", _after_next, asks=True),
    Form(
        rf"(?:(?P<n>{NUM}){W})?(?P<span>weeks?|fortnights?){W}(?:ago{W}(?:on{W})?)?(?:yesterday"
        rf"|last{W}(?P<wd>{WD}))",
        _weeks_back,
    ),
    Form(
        rf"(?:by{W})?this{W}time{W}(?:{_TOMORROW}|next{W}(?P<unit>week|month|year)|(?:on{W}"
        rf"|next{W})?(?P<wd>{WD}))",
        _this_time,
    ),
    Form(
        rf"(?P<n>{NUM}){W}(?P<unit>months?|years?)(?:'s?)?(?:{W}time)?{W}(?:from{W})?(?P<from>today|now"
        rf"|{_TOMORROW})",
        _months_on,
        asks=True,
    ),
    Form(rf"(?:the{W})?next{W}(?:working|school|business){W}day", _next_working_day, asks=True),
    Form(rf"in{W}the{W}morning", _next_morning),
    Form(
        rf"(?:(?:on|coming){W})?(?:(?P<wd>{WD})\.?,?{W}(?:of{W}|in{W})?(?:the{W})?(?:(?P<which>next|this"
        rf"|coming|following|last){W}week|(?P<later>week{W}after{W}next))"
        rf"|next{W}week,?{W}(?:on{W})?(?P<wd2>{WD}))",
        _weekday_of_week,
        asks=True,
    ),
    Form(
        rf"(?:(?:(?P<rel>next|this|on){W})?(?P<from>today|{_TOMORROW}|{WD}){W}(?P<span>week|fortnight)"
        rf"|(?:in{W})?(?:(?P<n>{NUM}){W})?(?P<span2>weeks?|fortnights?)(?:'s)?(?:{W}time)?{W}(?:(?:on"
        rf"|from){W})?(?:this{W}(?:coming{W})?|come{W})?(?P<from2>today|tonight|now|{_TOMORROW}|{WD}))",
        _weeks_on,
        asks=True,
    ),
    Form(
        rf"(?:the{W})?day{W}after{W}{_TOMORROW}|(?:the{W})?day{W}before{W}yesterday|last{W}night"
        rf"|2day|today|tonight|tonite|2nite|this{W}(?:morning|afternoon|evening)|{_TOMORROW}"
        rf"|yesterday(?:{W}(?:morning|afternoon|evening))?|yday",
        _named_day,
        asks=True,
    ),
    Form(
        rf"(?:within|inside|in{W}the{W}next|in){W}(?:(?:the{W}next{W})?(?P<n>{NUM}|the)(?:{W}|-)"
        rf"|the{W}(?P<next>next){W})"
        rf"(?:(?P<kind>(?:clear{W})?working|school|clear|calendar|business|full){W})?"
        rf"(?P<unit>hours?|hrs?|days?|weeks?|wks?|fortnights?|months?)\b'?(?:{W}time|{W}(?:of"
        rf"|from){W}(?:today|now))?",
        _length_of_time,
        asks=True,
    ),
    Form(
        rf"(?P<n>{NUM}){W}(?:(?P<kind>working|school|calendar|clear){W})?(?P<unit>days?"
        rf"|months?){W}from{W}(?:today|now)",
        _length_of_time,
    ),
    Form(rf"(?P<wd>{WD}){W}next\b", _weekday_next, asks=True),
    Form(rf"(?P<wd>{WD}){W}(?:last|(?:just{W})?gone)\b", _weekday_last),
    Form(rf"(?P<n>{NUM}){W}(?P<unit>days?|weeks?|fortnights?|months?){W}ago\b", _ago),
    Form(rf"(?P<n>{NUM}){W}(?P<wd>{WD})s{W}(?:ago|(?P<on>from{W}now))\b", _weekdays_ago),
)
