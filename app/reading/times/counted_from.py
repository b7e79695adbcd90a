"""Is a day counted from the date beside it: "two days before 12 March", "the Friday after the 20th"?

Then the words before a date belong to it, and it is the day they count to. "For two weeks from 12 March" and
"the day after Thursday's concert" leave it as it is.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, time, timedelta

import re2

from app.domain.calendar import SchoolCalendar
from app.domain.reading import DateMention, DateRole
from app.reading.times.clock_times import CLOCK
from app.reading.times.counting import counted_on
from app.reading.times.date_forms import coming, gone, in_week, number
from app.reading.times.date_words import NUM, WD, WEEKDAYS, W, pattern
from app.reading.times.deadlines import clause_around

_DAY = timedelta(days=1)
_FARTHEST = 80
_WAY = rf"(?P<way>before|after|following|from|of|prior{W}to|ahead{W}of|preceding)"
_EVENT = rf"(?P<event>(?:[a-z][a-z'-]*{W}){{1,6}}(?:on|of|dated){W})?"
"""As in "two days after the meeting on 1 December"."""
_REST = rf"{W}(?:the{W}date{W}of{W})?{_EVENT}(?:the{W})?(?:{CLOCK}{W}on{W}(?:the{W})?)?$"
_COUNTED = pattern(
    rf"\b(?:(?P<within>within|in|no{W}(?:later|more){W}than){W})?(?P<n>{NUM}){W}(?P<clear>clear{W})?"
    rf"(?:(?P<kind>working|school|business|calendar){W})?"
    rf"(?P<unit>hours?|hrs?|days?|weeks?|wks?|fortnights?|months?){W}{_WAY}{_REST}"
)
_BESIDE = pattern(
    rf"\bthe{W}(?:(?P<wd>{WD})|(?P<unit>(?:(?:very|next|working|school){W})*day|night|evening)){W}{_WAY}{_REST}"
)
_IN_WEEK = pattern(
    rf"\b(?:the{W})?(?P<wd>{WD})\.?,?{W}(?:(?:of|in){W})?(?:the{W})?(?:w/c|wc|w/b|week{W}(?:commencing|beginning|starting|of))"
    rf":?{W}(?:the{W})?$"
)
_LASTS = pattern(
    r"\b(?:for|of|lasts?|lasting|runs?|takes?|spend|spent|over|about|only|next|last|first|all|another|any|every)"
    r"(?: the)?\s*$"
)
_OWNS = pattern(r"^'s?\b")


def counted_from(text: str, found: Iterable[DateMention], calendar: SchoolCalendar) -> list[DateMention]:
    """The dates in order; those that words before them count from are the day that is meant."""
    told: list[DateMention] = []
    for mention in found:
        start, day, at = _told(text, mention, calendar)
        if day is None or (told and told[-1].start < start < told[-1].end):  # "the last | two days" are told
            told.append(mention)
            continue
        while told and told[-1].end > start:
            told.pop()
        clause = clause_around(text, start, mention.end)
        is_deadline = clause.is_deadline(asks=True) or text[start : mention.end].casefold().startswith(
            "within"
        )
        role = DateRole.DEADLINE if is_deadline else DateRole.MENTION
        if _IN_WEEK.search(text[max(0, mention.start - _FARTHEST) : mention.start]):
            told = _row_in_week(text, told, start, day)
        told.append(replace(mention, start=start, day=day, at=at, role=role, weekday_said=None))
    return told


def _row_in_week(text: str, told: list[DateMention], start: int, day: date) -> list[DateMention]:
    """The dates before "Friday, w/c 28 June", whose weekdays in a row with it lie in that week as well."""
    last = told[-1] if told else None
    weekday = None if last is None else WEEKDAYS.get(text[last.start : last.end].casefold())
    if last is None or weekday is None or _IN_A_ROW.search(text[last.end : start]) is None:
        return told
    return [*_row_in_week(text, told[:-1], last.start, day), replace(last, day=in_week(weekday, day, 0))]


_IN_A_ROW = pattern(r"^(?: ?[-/,&+] ?|,? (?:and|or|to|until|till?) )(?:the )?$")


def _told(text: str, mention: DateMention, calendar: SchoolCalendar) -> tuple[int, date | None, time | None]:
    """Where the words that count begin, and the day and time they count to; None when there are none."""
    nothing = (0, None, mention.at)
    opens = max(0, mention.start - _FARTHEST)
    before = text[opens : mention.start]
    if _OWNS.search(text[mention.end : mention.end + 3]):
        return nothing
    within = _IN_WEEK.search(before)
    if within is not None:
        return opens + within.start(), in_week(WEEKDAYS[within["wd"].casefold()], mention.day, 0), mention.at
    beside = _BESIDE.search(before)
    if beside is not None and beside["way"].casefold() not in {"from", "of"} and _is_event(beside):
        return opens + beside.start(), _beside(beside, mention.day, calendar), mention.at
    counted = _COUNTED.search(before)
    if counted is None or not _counts(counted, before):
        return nothing
    return (opens + counted.start(), *_counted(counted, mention, calendar))


def _counts(counted: "re2._Match[str]", before: str) -> bool:
    """Whether so many days are counted, and not how long something lasts."""
    way, is_within = counted["way"].casefold(), bool(counted["within"])
    if not _is_event(counted):
        return False
    if way == "of":
        return is_within
    return way != "from" or is_within or not _LASTS.search(before[: counted.start()])


def _is_back(way: str) -> bool:
    return way.casefold().startswith(("before", "prior", "ahead", "preceding"))


def _beside(match: "re2._Match[str]", day: date, calendar: SchoolCalendar) -> date:
    is_back, unit = _is_back(match["way"]), (match["unit"] or "").casefold()
    if match["wd"]:
        weekday = WEEKDAYS[match["wd"].casefold()]
        return gone(weekday, day) if is_back else coming(weekday, day)
    if "working" in unit or "school" in unit:
        return calendar.add_working_days(day, -1 if is_back else 1)
    return day + _DAY * (-1 if is_back else 1)


def _is_event(match: "re2._Match[str]") -> bool:
    """Whether nothing, or only what happens on it, parts the words that count from the date."""
    return not match["event"] or _GOES_ON.search(match["event"]) is None


_GOES_ON = pattern(
    r"\b(?:and|but|so|or|please|then|if|unless|because|as|which|who|that|where|is|are|was|were|will|be|can|could"
    r"|should|must|would|has|have|had|i|to|not|no|now|until|by|from)\b"
)


def _counted(
    match: "re2._Match[str]", mention: DateMention, calendar: SchoolCalendar
) -> tuple[date | None, time | None]:
    sign, unit = -1 if _is_back(match["way"]) else 1, match["unit"].casefold()
    count = sign * (
        number(match["n"]) + bool(match["clear"] and unit.startswith("d"))
    )  # clear days leave out both ends
    try:
        if unit.startswith("h"):
            return _hours_on(mention, count)
        return counted_on(mention.day, count, unit, calendar, match["kind"] or ""), mention.at
    except (OverflowError, ValueError):  # a day beyond the years that can be written
        return None, mention.at


def _hours_on(mention: DateMention, count: int) -> tuple[date | None, time | None]:
    """For "48 hours before": whole days, unless the hour is told."""
    if mention.at is None:
        days, odd = divmod(count, 24)
        return (None if odd else mention.day + _DAY * days), None
    moment = datetime.combine(mention.day, mention.at) + timedelta(hours=count)
    return moment.date(), moment.time()
