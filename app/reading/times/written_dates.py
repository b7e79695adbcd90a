"""Which days do words such as "Thursday 12 November", "the 12th" and "the third of December" name?

The day comes before the month or after it; a day of the month alone is the next such day, or the last one in
a sentence about the past.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from app.reading.times.bare_weekdays import weekday_alone
from app.reading.times.date_forms import (
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
    DIGITS,
    LATER_ORDINAL,
    MON,
    MONTHS,
    ORD,
    ORDINAL,
    WD,
    WEEKDAYS,
    W,
    day_or_none,
    figures,
    pattern,
)
from app.reading.times.day_series import LATER, ROW, days_after, days_before, is_label
from app.reading.times.days_of_month import with_figures
from app.reading.times.deadlines import Clause
from app.reading.times.times_beside import time_near

_NEAR_YEARS = 5
_ORD = rf"(?:{ORD}|ht|h|t|tth|thh|rst|cnd)"
"""With what is left of "th" in a hurry."""
_YEAR = r"(?P<y>(?:19|20)\d{2}|'?\d{2})"
_DM_YEAR = rf"(?:(?:\.?,?(?:{W}|[-/])|\.){_YEAR}\b|\.)?"
_CASED = frozenset({"may", "march", "mar"})


def _is_month_word(words: str, groups: Groups, place: Place) -> bool:
    """Whether "may" or "march" in small letters is the month: only with more of a date around it."""
    if words not in _CASED:
        return True
    is_told = groups["wd"] or groups.get("y") or groups.get("ord") or place.clause.has_direct_cue()
    is_last = groups["all"].rstrip(".").endswith(words)
    return bool(is_told or (is_last and _STOPS.search(place.clause.after)))


_STOPS = pattern(r"^\s*(?:$|[.,;:!?)]|\n|- |(?:please|pls|plz|thanks|thx|ta|at|from|latest)\b)")


_HAS = pattern(
    r"\b(?:has|have|had|got|need|only|with|are|were|of(?: the)?|another|all|our|these|those|had the)[ ]$"
)
_MANY = pattern(
    r"^ (?:(?:new|late|early) )?(?:[a-z]+(?:ers|ees|ors|ants)|births?|birthdays|intakes|starts|interviews"
    r"|places|babies|slots|spaces|tickets|dates|forms|clubs|deadlines|invoices|bookings|exams|papers|meetings|sessions|events|visits|issues|admissions|enquir\w+|requests|referrals|responses|complaints|calls|orders|leavers)\b"
)
"""What is counted by the figure before a month: "we have 3 January starters"."""
_STREET = pattern(
    r"^[ ](?-i:Road|Rd|Lane|Ln|Street|St|Avenue|Ave|Drive|Crescent|Court|Gardens|Terrace|Place|Cottages?"
    r"|Hill|Grove|Way|Close|Mews|Row|Square|Rise|View|Park|places)\b"
)


_LENGTH = pattern(r"^ (?:years?|months?|weeks?|days?|hours?|minutes?)'")
"""As in "20 years' service"."""


def _is_other(groups: Groups, clause: Clause) -> bool:
    """Whether a day and a month are the name of a street, or a number of something of that month."""
    is_counted = not groups.get("ord") and _HAS.search(clause.before) and _MANY.search(clause.after)
    return bool(is_counted or _STREET.search(clause.after) or _LENGTH.search(clause.after))


def _day_month(groups: Groups, place: Place) -> tuple[Day, ...]:
    month = MONTHS.get(groups["m"].casefold())
    if not groups["wd"] and not groups["y"] and _is_other(groups, place.clause):
        return ()
    if month is None or not _is_month_word(groups["m"], groups, place):
        return ()
    year = groups["y"]
    if year and len(year) == len("26") and not _is_short_year(year, groups["all"], place):
        year = ""
    said = weekday_of(groups)
    day = (
        day_or_none(year_of(year, place), month, figures(groups["d"]))
        if year
        else nearest(month, figures(groups["d"]), place, said)
    )
    if day is None:
        return ()
    length = len(groups["all"]) if year or not groups["y"] else groups["all"].rindex(groups["y"])
    skip = len(groups["all"]) - len(groups.get("main") or groups["all"])
    found = Day(day, said, bool(year), skip=skip, stop=len(groups["all"][:length].rstrip(" .,-/\r\n\t")))
    if groups.get("later") and not _IS_MINUTE.search(place.clause.after):
        later = days_after(groups["later"], groups["all"].rindex(groups["later"]), day, has_year=bool(year))
        stop = groups["all"].rindex(groups["later"])
        return (replace(found, stop=stop, is_start=True), *later) if later else (replace(found, stop=stop),)
    if groups.get("row") and not is_label(groups, place.clause.before):
        return (*days_before(groups["row"], day, has_year=bool(year)), found)
    return (*_days_before(groups, day), found)


_IS_MINUTE = pattern(r"^[.:]\d\d")


def _days_before(groups: Groups, last: date) -> Iterator[Day]:
    """The first day of "30 Nov - 4 Dec"."""
    if not groups.get("d1"):
        return
    month = MONTHS[groups["m1"].casefold()]
    start = day_or_none(last.year - (month > last.month), month, figures(groups["d1"]))
    if start is None or start >= last:
        return
    said = WEEKDAYS.get(groups["wd1"].casefold()) if groups["wd1"] else None
    yield Day(start, said, bool(groups["y"]), stop=len(groups["first"].rstrip()), is_start=True)


_ALONE = pattern(
    r"^\s*(?:$|[.,;!?)\]-]|\n|(?:at|by|to|and|or|for|please|in|from|with|on|is|was|which|when)\b)"
)


def _is_short_year(words: str, whole: str, place: Place) -> bool:
    """Whether the two digits after a month are its year, and do not count something."""
    is_near = abs(year_of(words, place) - place.today.year) <= _NEAR_YEARS
    is_alone = _ALONE.search(place.clause.after) or time_near("", place.clause.after, place.calendar)
    return is_near and f". {words}" not in whole and bool(is_alone)


def _first_of_month(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "lst July", as a scanner reads "1st"."""
    return _day_month({**groups, "d": "1", "ord": "st"}, place)


def _ordinal_of_month(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "the third of December" and "July the third"."""
    return _day_month(with_figures(groups), place)


def _ordinal_before_month(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "Fifth November"."""
    return _ordinal_of_month(groups, place) if groups["m"][0].isupper() else ()


FULL: tuple[Form, ...] = (
    Form(
        rf"(?P<first>(?:(?P<wd1>{WD})\b\.?,?{W})?(?:the{W})?(?P<d1>{DIGITS}) ?{ORD}?(?:{W}o[f'])?{W}?"
        rf"(?P<m1>{MON})\b\.?(?:,?{W}(?:20\d\d|'?[23]\d))?) ?- ?"
        rf"(?P<main>{LEAD}(?P<d>{DIGITS})(?: ?(?P<ord>{ORD}))?(?:{W}o[f'])?{W}?(?P<m>{MON})\b{_DM_YEAR})",
        _day_month,
    ),
    Form(
        rf"{ROW}?(?P<main>{LEAD}(?P<d>{DIGITS})(?: ?(?P<ord>{_ORD}))?(?:{W}day)?(?:{W}o[f'])?"
        rf"(?:\.?{W}|[-/.,])?(?P<m>{MON})\b{_DM_YEAR})",
        _day_month,
    ),
    Form(rf"{LEAD}(?P<named>{ORDINAL})(?:{W}day)?{W}o[f']{W}(?P<m>{MON})\b{_DM_YEAR}", _ordinal_of_month),
    Form(rf"{LEAD}(?P<named>{LATER_ORDINAL}){W}(?P<m>{MON})\b{_DM_YEAR}", _ordinal_before_month),
    Form(
        rf"{LEAD}(?P<m>{MON})\b\.?{W}the{W}(?P<named>{ORDINAL})\b(?:,?{W}(?P<y>(?:19|20)\d{{2}})\b)?",
        _ordinal_of_month,
    ),
    Form(rf"{LEAD}[lI]st{W}(?:of{W})?(?P<m>{MON})\b{_DM_YEAR}", _first_of_month),
    Form(
        rf"(?:(?:by|before|until|till?){W})?(?P<main>{LEAD}(?P<m>{MON})\b(?:\.[ \t]{{1,2}}|{W})(?:the{W})?"
        rf"(?P<d>\d{{1,2}})(?: ?(?P<ord>{ORD}))?\b{LATER}?"
        rf"(?:,?{W}(?P<y>(?:19|20)\d{{2}})\b)?)",
        _day_month,
    ),
)
BARE = Form(WEEKDAY, weekday_alone)
