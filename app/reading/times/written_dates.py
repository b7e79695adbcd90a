"""Which days do words such as "Thursday 12 November", "the 12th" and "the third of December" name?

The day comes before the month or after it; a day of the month alone is the next such day, or the last one in
a sentence about the past.
"""

from datetime import date

from app.reading.times.bare_weekdays import clock_alone, weekday_alone
from app.reading.times.clock_times import CLOCK
from app.reading.times.date_forms import (
    IS_CLOSED,
    IS_CUED,
    LEAD,
    WEEKDAY,
    Day,
    Form,
    Groups,
    Place,
    nearest,
    weekday_of,
    year_of,
)
from app.reading.times.date_words import (
    LATER_ORDINAL,
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
        return weekday_alone(groups, place, len(groups["wd_all"]))
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


_FIGURE_CUE = pattern(
    r"(?:\b(?:by|until|till?|before|due|deadline|w/c|wc|w/b|w/e|week (?:commencing|beginning|ending))[ :]+"
    r"|\bon )$"
)


def _figure_alone(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "by 7th" and "w/c 7th", where "the" is left out."""
    if not _FIGURE_CUE.search(place.clause.before) or not IS_CLOSED.search(place.clause.after):
        return ()
    found = _in_its_month({**groups, "month": ""}, place, None)
    return () if found is None else (Day(found),)


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
    Form(rf"(?P<d>\d{{1,2}})(?P<ord>{ORD})\b", _figure_alone),
    Form(rf"(?:by|before|no{W}later{W}than){W}(?P<t>{CLOCK})", clock_alone),
)
BARE = Form(WEEKDAY, weekday_alone)
