"""In which forms do people in British offices write dates?

Each form is a pattern and a function that works out the day. The day comes before the month, always.
A date without a year is the next such day, unless it lies no more than 30 days back (60 in a
sentence about the past, or when its weekday fits). A bare weekday is the next one, never today;
"next Friday" is the Friday of next week (weeks start on Monday). A form answers None when its words
are no date after all.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from app.domain.calendar import SchoolCalendar
from app.reading.date_words import (
    CLOCK,
    LONG_WEEKDAYS,
    MON,
    MONTHS,
    NUMBERS,
    ORD,
    WD,
    WEEKDAYS,
    W,
    add_months,
    clock,
    day_or_none,
    pattern,
)
from app.reading.deadlines import Clause

_DAY = timedelta(days=1)
_RECENT, _PAST = timedelta(days=30), timedelta(days=60)
_HALF_YEAR = 183
_FARTHEST, _NEAR_YEARS = 20, 5


@dataclass(frozen=True, slots=True)
class Place:
    """What surrounds the words of a possible date, and the moment of sending in London."""

    clause: Clause
    now: datetime
    calendar: SchoolCalendar
    is_deadline: bool

    @property
    def today(self) -> date:
        """The day of sending."""
        return self.now.date()

    @property
    def is_past(self) -> bool:
        """Whether the date is told as past, and is none to act by."""
        return not self.is_deadline and self.clause.is_past()


@dataclass(frozen=True, slots=True)
class Day:
    """One day that a form names. `skip` and `stop` narrow the matched words down to the date."""

    day: date
    weekday_said: int | None = None
    has_year: bool = False
    at: time | None = None
    skip: int = 0
    stop: int | None = None
    is_start: bool = False
    """The first day of a stretch, or a day gone by: it is never the deadline."""


Groups = Mapping[str, str]
Resolve = Callable[[Groups, Place], tuple[Day, ...]]


@dataclass(frozen=True, slots=True)
class Form:
    """A way of writing dates. `asks` lets a request without a preposition make it a deadline."""

    expression: str
    resolve: Resolve
    asks: bool = False


_WDP = rf"(?:(?P<rel>this{W}coming|this|next|last|coming){W})?(?P<wd>{WD})\b\.?"
_LEAD = rf"(?:{_WDP}(?:,?{W}\(?|{W}?[-,/(]{W}?))?(?:the{W})?"
_YEAR = r"(?P<y>(?:19|20)\d{2}|'?\d{2})"
_DM_YEAR = rf"(?:,?(?:{W}|-|/){_YEAR}\b)?"
_CASED = frozenset({"may", "march", "mar"})


def nearest(month: int, day: int, place: Place, weekday: int | None) -> date | None:
    """The day meant by a date without a year (see the head of this file)."""
    today = place.today
    years = [day_or_none(year, month, day) for year in range(today.year - 1, today.year + 9)]
    known = [d for d in years if d is not None]
    ahead = next((d for d in known if d >= today), None)
    behind = next((d for d in reversed(known) if d < today), None)
    if behind is None or today - behind > timedelta(days=_HALF_YEAR):
        return ahead
    gone = today - behind
    fits = (
        weekday is not None and behind.weekday() == weekday and (ahead is None or ahead.weekday() != weekday)
    )
    if gone <= _RECENT or fits or (gone <= _PAST and place.is_past):
        return behind
    return ahead


def _year(words: str, place: Place) -> int:
    """A year of four digits, or of two: then no more than twenty years ahead ("75" is 1975)."""
    digits = words.lstrip("'")
    if len(digits) > len("26"):
        return int(digits)
    year = place.today.year // 100 * 100 + int(digits)
    return year if year <= place.today.year + _FARTHEST else year - 100


def _is_month_word(words: str, groups: Groups, place: Place) -> bool:
    """Whether "may" or "march" in small letters is the month: only with more of a date around it."""
    if words not in _CASED:
        return True
    return bool(groups["wd"] or groups.get("y") or groups.get("ord") or place.clause.has_direct_cue())


def _weekday(groups: Groups) -> int | None:
    return WEEKDAYS.get(groups["wd"].casefold()) if groups["wd"] else None


def _day_month(groups: Groups, place: Place) -> tuple[Day, ...]:
    month = MONTHS.get(groups["m"].casefold())
    if month is None or not _is_month_word(groups["m"], groups, place):
        return ()
    year = groups["y"]
    if year and len(year) == len("26") and not _is_short_year(year, groups["all"], place):
        year = ""
    said = _weekday(groups)
    day = (
        day_or_none(_year(year, place), month, int(groups["d"]))
        if year
        else nearest(month, int(groups["d"]), place, said)
    )
    if day is None:
        return ()
    length = len(groups["all"]) if year or not groups["y"] else groups["all"].rindex(groups["y"])
    skip = len(groups["all"]) - len(groups.get("main") or groups["all"])
    found = Day(day, said, bool(year), skip=skip, stop=len(groups["all"][:length].rstrip(" .,-/\r\n\t")))
    first = _range_start(groups, day) if groups.get("d1") else None
    return (found,) if first is None else (first, found)


def _range_start(groups: Groups, last: date) -> Day | None:
    """The first day of "12 to 14 November"; both ends carry their own weekday."""
    start = day_or_none(last.year, last.month, int(groups["d1"]))
    if start is None or start >= last:
        return None
    said = WEEKDAYS.get(groups["wd1"].casefold()) if groups["wd1"] else None
    return Day(start, said, bool(groups["y"]), stop=len(groups["first"].rstrip()), is_start=True)


_ALONE = pattern(
    r"^\s*(?:$|[.,;!?)\]-]|\n|(?:at|by|to|and|or|for|please|in|from|with|on|is|was|which|when)\b)"
)


def _is_short_year(words: str, whole: str, place: Place) -> bool:
    """Whether the two digits after a month are its year, and do not count something."""
    is_near = abs(_year(words, place) - place.today.year) <= _NEAR_YEARS
    return is_near and f". {words}" not in whole and bool(_ALONE.search(place.clause.after))


def _numeric(groups: Groups, place: Place) -> tuple[Day, ...]:
    if groups["s1"] != groups["s2"] or _IS_REFERENCE.search(place.clause.before):
        return ()
    if groups["s1"] != "/" and _IS_HEADING.search(place.clause.before) and len(groups["d"]) == 1:
        return ()
    if groups["s1"] == "-" and (
        _LONG_NUMBER.search(place.clause.before)
        or _SORT_CODE.search(place.clause.before)
        or _ACCOUNT.search(place.clause.after)
    ):
        return ()
    day = day_or_none(_year(groups["y"], place), int(groups["m"]), int(groups["d"]))
    return () if day is None else (Day(day, _weekday(groups), has_year=True),)


_IS_REFERENCE = pattern(
    r"(?:\b(?:v|ver|version|release|sections?|clauses?|para(?:graph)?s?|ref(?:erence)?|no|number|room|chapter|table|figure"
    r"|appendix|annexe?|item|rule|standard|part|page|isbn|invoice|order|score|grade|ofsted|ratio|tel|telephone|phone|fax"
    r"|mobile|ip)\.?:?[ ]?|§[ ]?|[#£$€+])$"
)
_LONG_NUMBER = pattern(r"\d{3,}[ ]?$")
_IS_HEADING = pattern(r"(?:^|\n)[ \t]*$")
_SORT_CODE = pattern(r"\b(?:sort|s/c|sc|bank|account|acct?|a/c|iban)\b[^.\n]{0,40}$")
_ACCOUNT = pattern(r"^[^.\n]{0,40}\b(?:account|acct?|a/c|sort code)\b")


def _iso(groups: Groups, place: Place) -> tuple[Day, ...]:
    if _IS_REFERENCE.search(place.clause.before):
        return ()
    day = day_or_none(int(groups["y"]), int(groups["m"]), int(groups["d"]))
    return () if day is None else (Day(day, has_year=True),)


_CUED = pattern(
    r"\b(?:by|on|before|until|til+|from|after|since|w/c|wc|commencing|beginning|starting|ending|between|due|deadlines?|dates?"
    r"|dated|latest|than|to|and|for|back|of)(?:[ ]+the)?[\s:,(|-]*$"
)
_CLOSED_CLASS = pattern(
    rf"^\s*(?:$|[.,;:!?)\]|-]|\n|{CLOCK}|(?:at|and|or|to|so|if|for|please|in|with|as|but|is|are|was|we|you|i|because|when"
    r"|then|will|the|by|from|of|on|until|before|this|next|latest|morning|afternoon|evening)\b)"
)


def _short_numeric(groups: Groups, place: Place) -> tuple[Day, ...]:
    """12/11 without a year: only beside a weekday or right after a word that asks for a date."""
    before, after = place.clause.before, place.clause.after
    if not groups["wd"] and not (_CUED.search(before) and _CLOSED_CLASS.search(after)):
        return ()
    day = nearest(int(groups["m"]), int(groups["d"]), place, _weekday(groups))
    return () if day is None else (Day(day, _weekday(groups)),)


def _day_of_month(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "the 12th" or "Friday 12th": the next such day, or the last one in a sentence about the past."""
    said, number = _weekday(groups), int(groups["d"])
    is_cued = _CUED.search(place.clause.before) and _CLOSED_CLASS.search(place.clause.after)
    if _EACH.search(place.clause.after):
        return ()
    if said is None and not (groups["ord"] and (groups["month"] or is_cued)):
        return ()
    month = place.today.replace(day=1)
    if groups["month"]:
        month = add_months(month, {"this": 0, "next": 1, "last": -1}[groups["month"].lower()])
        found = day_or_none(month.year, month.month, number)
    else:
        days = [day_or_none(m.year, m.month, number) for m in (add_months(month, n) for n in range(-1, 4))]
        known = [day for day in days if day is not None]
        ahead = next((day for day in known if day >= place.today), None)
        behind = next((day for day in reversed(known) if day <= place.today), None)
        fits = (
            said is not None
            and behind is not None
            and behind.weekday() == said != (ahead or behind).weekday()
        )
        found = behind if behind is not None and (place.is_past or fits) else ahead
    if found is None:
        return ()
    if said is not None and not groups["ord"] and found.weekday() != said:
        return _weekday_alone(groups, place, len(groups["wd_all"]))
    return (Day(found, said),)


_EACH = pattern(r"^\s+(?:of|in) (?:each|every|any)\b")
_EVERY = pattern(
    r"(?:\b(?:every|each|most|alternate|on an?|any|good|black|ash|shrove|palm|easter|casual"
    r"|bank holiday|red nose"
    r"|super|mothering|remembrance|sheffield|girl|man|late|per)|\b"
    + WD
    + r"(?:[ ]?(?:-|to|and|or|/|&|,|until|till)[ ]?))[ ]*$"
)
_SPREAD = pattern(
    rf"^(?:s\b|[ ]?(?:-|to|/|until|till|through)[ ]?{WD}\b"
    r"|[ ](?:morning|afternoon|evening|night|lunchtime)s\b)"
)
_OWN_CUE = pattern(r"\b(?:by|on|until|before|from|since|this|next|last|due|deadline)[ :]*$")


def _weekday_alone(groups: Groups, place: Place, stop: int | None = None) -> tuple[Day, ...]:
    said, rel = WEEKDAYS.get(groups["wd"].casefold()), (groups["rel"] or "").lower()
    before, after = place.clause.before, place.clause.after
    if said is None or _EVERY.search(before) or (stop is None and _SPREAD.search(after)):
        return ()
    is_long = groups["wd"].casefold() in LONG_WEEKDAYS
    if not is_long and not (groups["wd"][0].isupper() and (rel or _OWN_CUE.search(before))):
        return ()
    monday = place.today - _DAY * place.today.weekday()
    if rel == "next":
        day = monday + _DAY * (7 + said)
    elif rel == "last" or (not rel and place.is_past):
        day = place.today - _DAY * ((place.today.weekday() - said - 1) % 7 + 1)
    elif rel == "this":
        day = place.today + _DAY * ((said - place.today.weekday()) % 7)
    else:
        day = coming(said, place.today)
    return (Day(day, stop=stop),)


def coming(weekday: int, today: date) -> date:
    """The next such weekday after today."""
    return today + _DAY * ((weekday - today.weekday() - 1) % 7 + 1)


def number(words: str) -> int:
    """A number in digits or words."""
    return int(words) if words.isdigit() else NUMBERS[" ".join(words.casefold().split())]


def _clock_alone(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "by 3pm": today, or the next working day when that hour has gone."""
    at = clock(groups["t"])
    if at is None or _DATE_FOLLOWS.search(place.clause.after):
        return ()
    is_gone = place.now.time() >= at
    day = place.calendar.add_working_days(place.today, 1) if is_gone else place.today
    return (Day(day, at=at, skip=groups["all"].rindex(groups["t"])),)


_DATE_FOLLOWS = pattern(
    rf"^[\s,(-]*(?:(?:on|of|the|this|next|coming)[ ]+)*(?:{WD}\b|{MON}\b|today|tonight|tom+or+ow"
    rf"|\d{{1,2}}(?:st|nd|rd|th|[./ -]\d|[ ]{MON}))"
)


def follows_date(after: str) -> bool:
    """Whether a date comes next, so that the words before only give its time."""
    return bool(_DATE_FOLLOWS.search(after))


FORMS: tuple[Form, ...] = (
    Form(
        rf"(?:(?P<first>(?:(?P<wd1>{WD})\b\.?,?{W})?(?:the{W})?(?P<d1>\d{{1,2}}) ?{ORD}?)"
        rf"(?: ?- ?| ?& ?|{W}to{W}|{W}and{W}|{W}until{W}))?"
        rf"(?P<main>{_LEAD}(?P<d>\d{{1,2}})(?: ?(?P<ord>{ORD}))?(?:{W}of)?(?:{W}|-|/)?(?P<m>{MON})\b\.?"
        rf"{_DM_YEAR})",
        _day_month,
    ),
    Form(
        rf"(?:(?:by|before|until|till?){W})?(?P<main>{_LEAD}(?P<m>{MON})\b\.?{W}(?:the{W})?"
        rf"(?P<d>\d{{1,2}})(?: ?(?P<ord>{ORD}))?\b(?:,?{W}(?P<y>(?:19|20)\d{{2}})\b)?)",
        _day_month,
    ),
    Form(r"(?P<y>(?:19|20)\d{2})[-/](?P<m>\d{2})[-/](?P<d>\d{2})", _iso),
    Form(
        rf"{_LEAD}(?P<d>\d{{1,2}})(?P<s1> ?/ ?|[.-])(?P<m>\d{{1,2}})(?P<s2> ?/ ?|[.-])"
        r"(?P<y>(?:19|20)\d{2}|\d{2})\b",
        _numeric,
    ),
    Form(rf"{_LEAD}(?P<d>\d{{1,2}})/(?P<m>\d{{1,2}})\b", _short_numeric),
    Form(
        rf"(?:(?P<wd_all>{_WDP}),?{W}(?:the{W})?|the{W})(?P<d>\d{{1,2}})(?: ?(?P<ord>{ORD})\b|\b)"
        rf"(?:{W}of{W}(?P<month>this|next|last){W}month)?",
        _day_of_month,
    ),
    Form(rf"(?:by|before|no{W}later{W}than){W}(?P<t>{CLOCK})", _clock_alone),
)
WEEKDAY_FORM = Form(rf"{_WDP}", _weekday_alone)
