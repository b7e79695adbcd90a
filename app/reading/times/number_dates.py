"""Which days do figures such as 12/11/26, 12.11.2026 and 2026-11-12 name?

Versions, clauses, scores, references, telephone numbers and sort codes look alike: they are told by
the words around them, and 12/11 without a year is a date only where the words ask for one.
"""

from app.reading.times.clock_times import clock
from app.reading.times.date_forms import (
    IS_CLOSED,
    IS_CUED,
    LEAD,
    Day,
    Form,
    Groups,
    Place,
    nearest,
    weekday_of,
    year_of,
)
from app.reading.times.date_words import day_or_none, pattern


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
    day = day_or_none(year_of(groups["y"], place), int(groups["m"]), int(groups["d"]))
    return () if day is None else (Day(day, weekday_of(groups), has_year=True),)


_IS_REFERENCE = pattern(
    r"(?:\b(?:v|ver|version|release|sections?|clauses?|para(?:graph)?s?|ref(?:erence)?|no|number|room|chapter|table|figure"
    r"|appendix|annexe?|item|rule|standard|part|page|isbn|invoice|order|score|grade|ofsted|ratio|tel|telephone|phone|fax"
    r"|mobile|ip)\.?:?[ ]?|§[ ]?|[#£$€+])$"
)
_IS_NUMBER = pattern(
    r"(?:\b(?:ref(?:erence)?|no|number|invoice|order|tel|telephone|phone|fax)\.?:?[ ]?|[#£$€+])$"
)
_LONG_NUMBER = pattern(r"\d{3,}[ ]?$")
_IS_HEADING = pattern(r"(?:^|\n)[ \t]*$")
_SORT_CODE = pattern(r"\b(?:sort|s/c|sc|bank|account|acct?|a/c|iban)\b[^.\n]{0,40}$")
_ACCOUNT = pattern(r"^[^.\n]{0,40}\b(?:account|acct?|a/c|sort code)\b")


def _iso(groups: Groups, place: Place) -> tuple[Day, ...]:
    if _IS_NUMBER.search(place.clause.before):
        return ()
    day = day_or_none(int(groups["y"]), int(groups["m"]), int(groups["d"]))
    at = clock(groups["t"]) if groups["t"] else None
    return () if day is None else (Day(day, has_year=True, at=at),)


def _short_numeric(groups: Groups, place: Place) -> tuple[Day, ...]:
    """12/11 without a year: beside a weekday, after a word that asks for a date, or in the shape of one."""
    before, after = place.clause.before, place.clause.after
    is_cued = (IS_CUED.search(before) or _HAPPENS.search(before)) and IS_CLOSED.search(after)
    is_cued = is_cued and not _IS_NUMBERED.search(before)
    if not groups["wd"] and (
        (int(groups["d"]), int(groups["m"])) == _ROUND_THE_CLOCK
        or not (is_cued or _is_shaped(groups["d"], groups["m"], place))
    ):
        return ()
    day = nearest(int(groups["m"]), int(groups["d"]), place, weekday_of(groups))
    return () if day is None else (Day(day, weekday_of(groups)),)


_HAPPENS = pattern(
    r"\b(?:(?:starts?|begins?|opens?|reopens?|closes?|ends?|shuts?|finish(?:es)?|moved?|say)"
    r"|(?:day|date|deadline|meeting|visit|session|appointment|training) is"
    r"|back (?:in|at)(?: the)? (?:office|school|work))(?: on| from)?[ ]$"
)
_IS_NUMBERED = pattern(
    r"(?:\b(?:flats?|units?|bus(?:es)?|class(?:es)?|years?|slides?|minutes?|resolutions?|sizes?|ext(?:ension)?|lots?|wards?"
    r"|bays?|rotas?|levels?|questions?|ks|plots?|boxe?s?|gates?|platforms?|rooms?|groups?|sets?|bands?|forms?|streams?"
    r"|circulars?|wins?|won|lost|out of|odds of|about|nearly|only|over|all|open)|[/%])[ ]?$"
)
_COUNTS = pattern(
    r"^[ ]*(?:%|(?:of|in|per|pupils?|schools?|children|staff|cases?|families|responses?|marks?|places"
    r"|split)\b)"
)
_ROUND_THE_CLOCK = (24, 7)
_MONTHS_IN_YEAR = 12


def _is_shaped(day: str, month: str, place: Place) -> bool:
    """Whether 02/12 or 26/3 looks like a date by itself: a leading nought, or a day above twelve."""
    before = place.clause.before
    if _IS_REFERENCE.search(before) or _IS_NUMBERED.search(before) or _COUNTS.search(place.clause.after):
        return False
    return day[0] == "0" or month[0] == "0" or int(day) > _MONTHS_IN_YEAR


FORMS: tuple[Form, ...] = (
    Form(
        r"(?P<y>(?:19|20)\d{2})[-/](?P<m>\d{2})[-/](?P<d>\d{2})"
        r"(?:T(?P<t>\d{2}:\d{2})(?::\d{2}(?:\.\d{1,6})?)?(?:Z|[+-]\d{2}:?\d{2})?)?",
        _iso,
    ),
    Form(
        rf"{LEAD}(?P<d>\d{{1,2}})(?P<s1> ?/ ?|[.-])(?P<m>\d{{1,2}})(?P<s2> ?/ ?|[.-])"
        r"(?P<y>(?:19|20)\d{2}|\d{2})\b",
        _numeric,
    ),
    Form(rf"{LEAD}(?P<d>\d{{1,2}})/(?P<m>\d{{1,2}})\b", _short_numeric),
)
