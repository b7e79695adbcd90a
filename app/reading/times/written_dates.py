"""Which days do words such as "Thursday 12 November", "the 12th" and "next Friday" name?

A bare weekday is the next one, never today; "next Friday" is the Friday of next week (weeks start on
Monday). Weekdays that come every week ("every Friday", "Monday to Friday") are no dates.
"""

from datetime import date, timedelta

from app.reading.times.clock_times import CLOCK, clock
from app.reading.times.date_forms import (
    IS_CLOSED,
    IS_CUED,
    LEAD,
    WEEKDAY,
    Day,
    Form,
    Groups,
    Place,
    coming,
    follows_date,
    nearest,
    weekday_of,
    year_of,
)
from app.reading.times.date_words import (
    LATER_ORDINAL,
    LONG_WEEKDAYS,
    MON,
    MONTHS,
    ORD,
    ORDINAL,
    ORDINALS,
    WD,
    WEEKDAYS,
    W,
    add_months,
    day_or_none,
    pattern,
)

_DAY = timedelta(days=1)
_NEAR_YEARS = 5
_YEAR = r"(?P<y>(?:19|20)\d{2}|'?\d{2})"
_DM_YEAR = rf"(?:,?(?:{W}|-|/){_YEAR}\b)?"
_CASED = frozenset({"may", "march", "mar"})


def _is_month_word(words: str, groups: Groups, place: Place) -> bool:
    """Whether "may" or "march" in small letters is the month: only with more of a date around it."""
    if words not in _CASED:
        return True
    return bool(groups["wd"] or groups.get("y") or groups.get("ord") or place.clause.has_direct_cue())


_STREET = pattern(
    r"^[ ](?-i:Road|Rd|Lane|Ln|Street|St|Avenue|Ave|Drive|Crescent|Court|Gardens|Terrace|Place|Cottages?"
    r"|Hill|Grove|Way)\b"
)


def _day_month(groups: Groups, place: Place) -> tuple[Day, ...]:
    month = MONTHS.get(groups["m"].casefold())
    if not groups["wd"] and not groups["y"] and _STREET.search(place.clause.after):
        return ()
    if month is None or not _is_month_word(groups["m"], groups, place):
        return ()
    year = groups["y"]
    if year and len(year) == len("26") and not _is_short_year(year, groups["all"], place):
        year = ""
    said = weekday_of(groups)
    day = (
        day_or_none(year_of(year, place), month, int(groups["d"]))
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
    """The first day of "12 to 14 November" or "30 Nov - 4 Dec"; both ends carry their own weekday."""
    month = MONTHS[groups["m1"].casefold()] if groups.get("m1") else last.month
    start = day_or_none(last.year - (month > last.month), month, int(groups["d1"]))
    if start is None or start >= last:
        return None
    said = WEEKDAYS.get(groups["wd1"].casefold()) if groups["wd1"] else None
    return Day(start, said, bool(groups["y"]), stop=len(groups["first"].rstrip()), is_start=True)


_ALONE = pattern(
    r"^\s*(?:$|[.,;!?)\]-]|\n|(?:at|by|to|and|or|for|please|in|from|with|on|is|was|which|when)\b)"
)


def _is_short_year(words: str, whole: str, place: Place) -> bool:
    """Whether the two digits after a month are its year, and do not count something."""
    is_near = abs(year_of(words, place) - place.today.year) <= _NEAR_YEARS
    return is_near and f". {words}" not in whole and bool(_ALONE.search(place.clause.after))


def _day_of_month(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "the 12th" or "Friday 12th": the next such day, or the last one in a sentence about the past."""
    said, after = weekday_of(groups), place.clause.after
    is_cued = IS_CUED.search(place.clause.before) and (IS_CLOSED.search(after) or _MONTH_AHEAD.search(after))
    if _EACH.search(after) or (said is None and not (groups["ord"] and (groups["month"] or is_cued))):
        return ()
    found = _in_its_month(groups, place, said)
    if found is None:
        return ()
    if said is not None and not groups["ord"] and found.weekday() != said:
        return _weekday_alone(groups, place, len(groups["wd_all"]))
    return (Day(found, said),)


_SURE_CUE = pattern(r"\b(?:by|on|until|till?|before|due)[ ]$")


def _with_figures(groups: Groups) -> dict[str, str]:
    """The groups with the day in figures: "third" is 3."""
    return {**groups, "d": str(ORDINALS[groups["named"].casefold().replace("-", " ")]), "ord": "th"}


def _ordinal_of_month(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "the third of December"."""
    return _day_month(_with_figures(groups), place)


def _ordinal_alone(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "by the twelfth"; the first, second and third are mostly of something else."""
    if not _SURE_CUE.search(place.clause.before):
        return ()
    return _day_of_month({**_with_figures(groups), "wd": "", "rel": "", "month": "", "wd_all": ""}, place)


def _in_its_month(groups: Groups, place: Place, said: int | None) -> date | None:
    """The day in the month that is named, that a list ends with, or that comes next."""
    number, first = int(groups["d"]), place.today.replace(day=1)
    ahead_of = _MONTH_AHEAD.search(place.clause.after)
    if groups["month"]:
        month = add_months(first, {"this": 0, "next": 1, "last": -1}[groups["month"].lower()])
        return day_or_none(month.year, month.month, number)
    if ahead_of:
        return nearest(MONTHS[ahead_of["m"].casefold()], number, place, said)
    days = [day_or_none(m.year, m.month, number) for m in (add_months(first, n) for n in range(-1, 4))]
    known = [day for day in days if day is not None]
    ahead = next((day for day in known if day >= place.today), None)
    behind = next((day for day in reversed(known) if day <= place.today), None)
    fits = said is not None and behind is not None and behind.weekday() == said != (ahead or behind).weekday()
    return behind if behind is not None and (place.is_past or fits) else ahead


_MONTH_AHEAD = pattern(
    rf"^(?:[\s,&/(-]|\b(?:and|or|to|then|the|{WD}|\d{{1,2}} ?{ORD}?)\b\.?)*?"
    rf"\b\d{{1,2}} ?{ORD}?{W}(?:of{W})?(?P<m>{MON})\b"
)
_EACH = pattern(r"^\s+(?:of|in) (?:each|every|any)\b")
_EVERY = pattern(
    r"(?:\b(?:every|each|most|alternate|on an?|any|good|black|ash|shrove|palm|easter|casual"
    r"|bank holiday|red nose"
    r"|mrs?\.?|ms|miss|super|mothering|remembrance|sheffield|girl|man|late|per)|\b"
    + WD
    + r"(?:[ ]?(?:-|to|and|or|/|&|,|until|till)[ ]?))[ ]*$"
)
_SPREAD = pattern(
    rf"^(?:s\b|[ ]?(?:-|to|/|until|till|through)[ ]?{WD}\b"
    r"|[ ](?:morning|afternoon|evening|night|lunchtime)s\b)"
)
_OWN_CUE = pattern(
    r"\b(?:by|b4|on|until|till?|before|from|for|since|this|next|last|due|deadline)[ :]*"
    rf"(?:(?:cop|cob|eod|eop|noon|mid-?day|lunch ?time|{CLOCK})[ ,]*)?$"
)


def _may_be_weekday(words: str) -> bool:
    """Whether a short weekday is one: "by fri", but not "the sun", "sat" or "wed" in small letters."""
    return words[0].isupper() or words not in {"sun", "sat", "wed"}


def _weekday_alone(groups: Groups, place: Place, stop: int | None = None) -> tuple[Day, ...]:
    said, rel = WEEKDAYS.get(groups["wd"].casefold()), (groups["rel"] or "").lower()
    before, after = place.clause.before, place.clause.after
    if said is None or _EVERY.search(before) or (stop is None and _SPREAD.search(after)):
        return ()
    is_long = groups["wd"].casefold() in LONG_WEEKDAYS
    if not is_long and not ((rel or _OWN_CUE.search(before)) and _may_be_weekday(groups["wd"])):
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


def _clock_alone(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "by 3pm": today, or the next working day when that hour has gone."""
    at = clock(groups["t"])
    if at is None or follows_date(place.clause.after):
        return ()
    is_gone = place.now.time() >= at
    day = place.calendar.add_working_days(place.today, 1) if is_gone else place.today
    return (Day(day, at=at, skip=groups["all"].rindex(groups["t"])),)


FULL: tuple[Form, ...] = (
    Form(
        rf"(?P<first>(?:(?P<wd1>{WD})\b\.?,?{W})?(?:the{W})?(?P<d1>\d{{1,2}}) ?{ORD}?(?:{W}of)?{W}?"
        rf"(?P<m1>{MON})\b\.?(?:,?{W}20\d\d)?) ?- ?"
        rf"(?P<main>{LEAD}(?P<d>\d{{1,2}})(?: ?(?P<ord>{ORD}))?(?:{W}of)?{W}?(?P<m>{MON})\b\.?{_DM_YEAR})",
        _day_month,
    ),
    Form(
        rf"(?:(?P<first>(?:(?P<wd1>{WD})\b\.?,?{W})?(?:the{W})?(?P<d1>\d{{1,2}}) ?{ORD}?)"
        rf"(?: ?- ?| ?& ?|/|{W}to{W}|{W}and{W}|{W}or{W}|{W}until{W}))?"
        rf"(?P<main>{LEAD}(?P<d>\d{{1,2}})(?: ?(?P<ord>{ORD}))?(?:{W}of)?(?:{W}|-|/)?(?P<m>{MON})\b\.?"
        rf"{_DM_YEAR})",
        _day_month,
    ),
    Form(rf"{LEAD}(?P<named>{ORDINAL}){W}of{W}(?P<m>{MON})\b\.?{_DM_YEAR}", _ordinal_of_month),
    Form(
        rf"(?:(?:by|before|until|till?){W})?(?P<main>{LEAD}(?P<m>{MON})\b\.?{W}(?:the{W})?"
        rf"(?P<d>\d{{1,2}})(?: ?(?P<ord>{ORD}))?\b(?:,?{W}(?P<y>(?:19|20)\d{{2}})\b)?)",
        _day_month,
    ),
)
SHORT: tuple[Form, ...] = (
    Form(
        rf"(?:(?P<wd_all>{WEEKDAY})(?:,?{W}(?:the{W})?|{W}?\()|the{W})"
        rf"(?P<d>\d{{1,2}})(?: ?(?P<ord>{ORD})\b|\b)(?:{W}of{W}(?P<month>this|next|last){W}month)?",
        _day_of_month,
    ),
    Form(rf"the{W}(?P<named>{LATER_ORDINAL})", _ordinal_alone),
    Form(rf"(?:by|before|no{W}later{W}than){W}(?P<t>{CLOCK})", _clock_alone),
)
BARE = Form(WEEKDAY, _weekday_alone)
