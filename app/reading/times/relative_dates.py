"""Which days do words such as "tomorrow", "within five working days" or "Thursday next week" mean?

Everything is counted from the moment of sending in London; a part of a day ("tonight") is no time.
"""

from datetime import datetime, timedelta

from app.domain.calendar import LONDON
from app.reading.times.counting import counted_on
from app.reading.times.date_forms import ENDS_HERE, Day, Form, Groups, Place, coming, number
from app.reading.times.date_words import (
    ABOUT,
    GAP,
    NUM,
    WD,
    WEEKDAYS,
    W,
    add_months,
    pattern,
)
from app.reading.times.times_beside import time_near
from app.reading.times.weekdays_on import ENDS, TOMORROW

_DAY, _WEEK = timedelta(days=1), timedelta(weeks=1)
_NOON = 12
_WRITTEN = {"yday": "yesterday", "2day": "today", "tonite": "tonight", "2night": "tonight"}
_WRITTEN |= {"this aft": "this afternoon", "this arvo": "this afternoon"}


def _named_day(groups: Groups, place: Place) -> tuple[Day, ...]:
    words = " ".join(groups["all"].casefold().split())
    words = _WRITTEN.get(words, words)
    if "day before" in words or "before last" in words:
        return (Day(place.today - 2 * _DAY, is_start=True),)
    if words.startswith(("yesterday", "last night")):
        return (Day(place.today - _DAY, is_start=True),)
    if words.startswith(("the day after", "day after")):
        return (Day(place.today + 2 * _DAY),)
    if words in {"tonight", "this evening", "this afternoon", "this morning", "today"}:
        at = time_near(place.clause.before, place.clause.after, place.calendar)
        if at is not None and at.hour < _NOON and words in {"tonight", "this evening", "this afternoon"}:
            at = at.replace(hour=at.hour + _NOON)
        return (Day(place.today, at=at),)
    return (Day(place.today + _DAY),)


_MORNING_WILL = pattern(r"\b(?:will|shall|i'll|we'll|ill|gonna|needed|wanted|due)\b[^.!?\n]{0,60}$")


def _next_morning(_groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "will send in the morning", written after noon."""
    is_told = _MORNING_WILL.search(place.clause.before) and ENDS.search(place.clause.after)
    return (Day(place.today + _DAY),) if is_told and place.now.hour >= _NOON else ()


def _next_working_day(_groups: Groups, place: Place) -> tuple[Day, ...]:
    return (Day(place.calendar.add_working_days(place.today, 1)),)


def _this_time(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "by this time next week" and "this time tomorrow"."""
    if groups["wd"]:
        return (Day(coming(WEEKDAYS[groups["wd"].casefold()], place.today)),)
    unit = groups["unit"].casefold()
    if unit in {"month", "year"}:
        return (Day(add_months(place.today, 12 if unit == "year" else 1)),)
    return (Day(place.today + (_WEEK if unit == "week" else _DAY)),)


def _months_on(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "a month today", "three months from tomorrow" and "a month on Friday"."""
    words = (groups["from"] or groups["later"] or groups["weekday"]).casefold()
    weekday = WEEKDAYS.get(words)
    start = place.today + _DAY * (not words.startswith(("tod", "now")))
    start = start if weekday is None else coming(weekday, place.today)
    return (Day(add_months(start, number(groups["n"]) * (12 if groups["unit"][0] in "yY" else 1))),)


def _ago(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "two weeks ago", "three working days ago", "a year ago today" and "a month ago yesterday"."""
    count, unit, base = number(groups["n"]), groups["unit"].casefold(), groups["base"].casefold()
    if unit.startswith("y") and not base:
        return ()
    start = place.today + _DAY * (0 if base in {"", "today"} else -1 if base == "yesterday" else 1)
    day = counted_on(start, -count, unit, place.calendar, groups["kind"])
    return (Day(day, is_start=True),)


_LAW = pattern(r"^[ \t]*\n?[ \t]*(?:of|from|after|following|before|prior|past|last|ago)\b")
_MAIL = r"(?:e-?mail|letter|message|notice|note|date)"
_THIS_MAIL = rf"(?:(?:the{W})?(?:date|receipt){W}of{W}(?:this|the){W}{_MAIL}|this{W}{_MAIL})"
_IS_SPAN = pattern(
    r"\b(?:times?|once|twice|first|second|third|fourth|fifth|\d(?:st|nd|rd|th)|best|worst|most|highest|lowest"
    r"|only|learn(?:t|ed)|got|grew|rose|fell|dropped|raised|sold|lost|won|wrote|read|gained"
    r"|made)\b(?: [\w'-]+){0,4} $"
)
"""What was done, or how often, in so long a time: "the third absence in six months"."""
_FROM_NOW = pattern(
    rf"^\s*(?:of|from|after|following){W}(?:today|now|{_THIS_MAIL}|(?:receiving|receipt{W}of|reading){W}this)\b"
)


def _length_of_time(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "within five working days": counted from now, unless it is counted from something else."""
    after = place.clause.after
    if place.clause.is_past() or (_LAW.search(after) and not _FROM_NOW.search(after)):
        return ()
    words = groups["all"].casefold()
    if words.startswith("in ") and not words.endswith("time") and _IS_SPAN.search(place.clause.before):
        return ()
    is_one = groups["n"].casefold() in {"another", ""}
    if not groups["n"] and not ENDS_HERE.search(after):
        return ()
    if groups["unit"][0] in "yY" and not words.endswith("time"):
        return ()  # "in a year of change"
    count = 1 if is_one else number(groups["n"])
    kind, unit = (groups["kind"] or "").casefold(), groups["unit"].casefold()
    if unit.startswith("h"):
        moment = place.now.astimezone(LONDON) if kind else _hours_on(place.now, count)
        return (Day(moment.date(), at=moment.time().replace(second=0, microsecond=0)),)
    return (Day(counted_on(place.today, count, unit, place.calendar, kind)),)


def _hours_on(now: datetime, hours: int) -> datetime:
    """`hours` of elapsed time later: over a change of the clocks the wall clock shifts."""
    return datetime.fromtimestamp(now.timestamp() + 3600 * hours, tz=LONDON)


FORMS: tuple[Form, ...] = (
    Form(
        rf"(?:by{W})?(?:this|(?:the{W})?same){W}(?:time|day){W}(?:{TOMORROW}|next{W}(?P<unit>week|month|year)|(?:on{W}"
        rf"|next{W})?(?P<wd>{WD}))",
        _this_time,
    ),
    Form(
        rf"(?P<n>{NUM}){W}(?P<unit>months?|years?)(?:'s?)?(?:{W}time)?{W}(?:(?P<from>today|{TOMORROW})|from{W}(?P<later>today|now"
        rf"|{TOMORROW})|(?:on|from){W}(?P<weekday>{WD}))",
        _months_on,
        asks=True,
    ),
    Form(rf"(?:the{W})?next{W}(?:working|school|business){W}day", _next_working_day, asks=True),
    Form(rf"in{W}the{W}morning", _next_morning),
    Form(
        rf"(?:the{W})?day{W}after{W}{TOMORROW}|(?:the{W})?day{W}before{W}yesterday"
        rf"|the{W}(?:night|evening){W}before{W}last|last{W}night"
        rf"|2day|today|tonight|tonite|2night|this{W}(?:morning|afternoon|aft|arvo|evening)|{TOMORROW}"
        rf"|yesterday(?:{W}(?:morning|afternoon|evening))?|yday",
        _named_day,
        asks=True,
    ),
    Form(
        rf"(?:(?:within|inside){W}the{W}|(?:within|inside|in{W}the{W}next|in){W}{ABOUT}"
        rf"(?:(?:the{W}next{W})?(?P<n>{NUM}|another){GAP}|the{W}next{W}))"
        rf"(?:(?P<kind>(?:clear{W})?working|school|clear|calendar|business|full){W})?"
        rf"(?P<unit>hours?|hrs?|h|days?|weeks?|wks?|fortnights?|months?|years?)\b(?:'s?)?(?:{W}time|{W}(?:of"
        rf"|from){W}(?:today|now))?",
        _length_of_time,
        asks=True,
    ),
    Form(
        rf"(?P<n>{NUM}){GAP}(?:(?P<kind>(?:clear{W})?working|school|business|calendar|clear){W})?(?P<unit>hours?|hrs?"
        rf"|days?|weeks?|wks?|fortnights?|months?)(?:'s?{W}time|{W}(?:from|after){W}(?:today(?:'s{W}date)?|now|{_THIS_MAIL})|{W}hence)\b",
        _length_of_time,
    ),
    Form(
        rf"(?P<n>{NUM}){W}(?P<kind>(?:working|school){W})?(?P<unit>days?|weeks?|wks?|fortnights?|months?|years?)"
        rf"{W}ago(?:{W}(?P<base>today|yesterday|{TOMORROW}))?\b",
        _ago,
    ),
)
