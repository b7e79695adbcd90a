"""Which days do figures without a year name: 12/11, 20.07, 24-03?

Only where the words ask for a date, or the figures have the shape of one: fractions, marks, scores and hours
look alike.
"""

from datetime import date, timedelta

from app.reading.times.bare_weekdays import weekday_alone
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
from app.reading.times.day_series import PLAIN_ROW
from app.reading.times.number_dates import IS_REFERENCE, with_row
from app.reading.times.times_beside import time_near


def _short_numeric(groups: Groups, place: Place) -> tuple[Day, ...]:
    """12/11 without a year: beside a weekday, after a word that asks for a date, or in the shape of one."""
    before, after = place.clause.before, place.clause.after
    is_cued = (IS_CUED.search(before) or _HAPPENS.search(before)) and IS_CLOSED.search(after)
    is_counted = _IS_NUMBERED.search(before) or _COUNTS.search(after) or _IS_MARK.search(before)
    is_cued = (is_cued and not is_counted) or _IN_A_LIST.search(before) or place.is_joined
    is_cued = is_cued or (
        place.previous is not None and bool(_AFTER_ANOTHER.search(before)) and not _IS_NUMBERED.search(before)
    )
    is_cued = is_cued or time_near("", after, place.calendar) is not None or _WEEK_OF.search(before)
    is_cued = is_cued or _is_beside_a_date(groups["m"], place)
    day = nearest(int(groups["m"]), int(groups["d"]), place, weekday_of(groups))
    if day is None or (
        not groups["wd"]
        and (
            (int(groups["d"]), int(groups["m"])) == _ROUND_THE_CLOCK
            or not (is_cued or _is_shaped(groups["d"], groups["m"], place) or _is_soon(day, groups, place))
        )
    ):
        return ()
    return with_row(day, groups, has_year=False)


_SOON, _SOON_FOR_MARKS = timedelta(days=45), timedelta(days=21)
_MARKS = frozenset({"2", "3", "4", "5", "10"})
_IS_SCORE = pattern(
    r"(?:\b(?:a|an|the top|got|gets?|scor(?:e|es|ed|ing)|rat(?:e|es|ed|ing)|ratio|marks?|gave|give|given"
    r"|grade|results?|achiev\w+|by|of|with|x|up|down|some|just|was|were|is|are|at|voted|pass(?:ed)?"
    r"|full|tables?)"
    r"|\d|[-+=*])[ ]?$"
)
_GOES_ON = pattern(
    r"^(?:\s*[-&@]|[ ](?:now|x|in|ok|okay|fine|any|then|possible|instead|is|at|good|works?|suits|session"
    r"|meeting|visit|training|date|slot|appointment"
    r"|deadline|one|event|show)\b)"
)
_IS_BULLET = pattern(r"\s*[-*\x{2022}\x{00b7}] *")
_IS_MARK = pattern(
    r"(?:\b(?:scores?|marks?|ratings?|grades?|results?|average|total|ratio)(?: was| is)? (?:of|to|from|for)"
    r"|\b(?:give|gave) (?:it|you|him|her|them|this|that)|\ban? (?:solid|good|strong|clear|perfect)"
    r"|\b(?:spellings?|maths|reading|homework|effort|marks?|scored?|test|quiz)(?::| was| is)?) $"
)
_IS_EQUAL = pattern(r"[a-z][ ][=-][ ]$")


def _is_soon(day: date, groups: Groups, place: Place) -> bool:
    """Whether 5/2 is a day of the next weeks that ends its clause, and looks like no mark or fraction."""
    before, after = place.clause.before, place.clause.after
    if (
        (groups["d"], groups["m"]) in _FRACTIONS
        or _COUNTS.search(after)
        or not (IS_CLOSED.search(after) or _GOES_ON.search(after))
    ):
        return False
    if _counts_something(before) and not _IS_EQUAL.search(before):
        return False
    is_like_marks = groups["m"] in _MARKS and int(groups["d"]) <= int(groups["m"])
    return _is_within(_SOON_FOR_MARKS if is_like_marks else _SOON, day, place)


_ASKS_FOR = pattern(r"(?:\b(?:what|how) about|\bwe'?(?:re| are) (?:only |all )?open) $")


def _counts_something(before: str) -> bool:
    if _ASKS_FOR.search(before) or _IS_BULLET.fullmatch(before):
        return False
    return _is_numbered(before) or _IS_SCORE.search(before) is not None


def _is_numbered(before: str) -> bool:
    return any(sign.search(before) for sign in (IS_REFERENCE, _IS_NUMBERED, _IS_MARK))


def _is_within(stretch: timedelta, day: date, place: Place) -> bool:
    return place.today <= day <= place.today + stretch


_FRACTIONS = frozenset({("1", "2"), ("1", "3"), ("2", "3"), ("1", "4"), ("3", "4"), ("1", "1")})


def _from_to(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "4/7-11/7" and "14.12 - 18.12": two days that go up, and no fractions, hours or marks."""
    year = year_of(groups["y"], place) if groups["y"] else 0
    first, last = (
        day_or_none(year, int(m), int(d)) if year else nearest(int(m), int(d), place, None)
        for d, m in ((groups["d"], groups["m"]), (groups["d2"], groups["m2"]))
    )
    is_hours = groups["s"] == "." and {groups["m"][-1], groups["m2"][-1]} <= {"0", "5"}
    is_other = is_hours or (groups["d"], groups["m"]) in _FRACTIONS
    if first is None or last is None or is_other or _is_numbered(place.clause.before):
        return ()
    if not first < last <= first + _LONGEST:
        return ()
    dated = bool(year)
    stop = len(groups["first"]) if groups["s"] == "/" else None  # "- 18.12" is no hour of the first day
    return Day(first, has_year=dated, stop=stop, is_start=True), Day(
        last, has_year=dated, skip=len(groups["lead"])
    )


_LONGEST = timedelta(days=100)


def _short_dotted(groups: Groups, place: Place) -> tuple[Day, ...]:
    """20.07 and 24-03 without a year: only in the shape of a date, or after a word that names one."""
    before = place.clause.before
    is_shaped = int(groups["d"]) > _MONTHS_IN_YEAR and groups["m"][0] == "0" and len(groups["m"]) > 1
    is_shaped = is_shaped or (int(groups["d"]) > _LAST_HOUR and bool(_BY.search(before)))
    is_told = is_shaped or _DOTTED_CUE.search(before)
    day = nearest(int(groups["m"]), int(groups["d"]), place, weekday_of(groups))
    is_hours = day is not None and day < place.today and int(groups["d"]) <= _MONTHS_IN_YEAR
    if groups["wd"] and day is not None and day.weekday() == weekday_of(groups) and not is_hours:
        return (Day(day, weekday_of(groups)),)
    if groups["wd"]:  # "Friday 2-3" and "Thursday 3.10" tell an hour
        stop = groups["all"].casefold().index(groups["wd"].casefold()) + len(groups["wd"])
        return weekday_alone(groups, place, stop)
    counts = _counts_something(before) and not (is_shaped and _BY.search(before))
    if not is_told or counts or not _AT_AN_END.search(place.clause.after):
        return ()
    return () if day is None or not _is_within(_SOON, day, place) else (Day(day, weekday_of(groups)),)


_BY = pattern(r"\b(?:by|before|until|till?|due)[ ]$")
_DOTTED_CUE = pattern(
    r"\b(?:due|back|mtg|meeting|handover|visit|say|w/?[bc]|w/e|starts?|ends?|deadline"
    r"|date)[ :]*$"
)
_AT_AN_END = pattern(r"^\.?\s*(?:$|for\b|[,;:!?)-]|\n|x\b|cancelled\b|moved\b|please\b|pls\b)")


def _is_beside_a_date(month: str, place: Place) -> bool:
    """Whether figures that are surely a date of the same month follow: "results 12/8 and 19/8"."""
    another = _ANOTHER.search(place.clause.after)
    return another is not None and int(another["m"]) == int(month)


_ANOTHER = pattern(r"^[^.!?\n\d]{0,40}[ ](?:1[3-9]|2\d|3[01])/(?P<m>\d{1,2})\b")
_WEEK_OF = pattern(r"\b(?:w/?c|w/b|w/e|wk beg|week (?:commencing|beginning|ending|of))[ :]+(?:the )?$")
_AFTER_ANOTHER = pattern(r"\d/\d{1,2}\b[^.!?\n]{0,30}[,;][ ][a-z ]{0,20}$")
_IN_A_LIST = pattern(r"\b(?:dates?|on)\b[^.\n]{0,60}\d{1,2}/\d{1,2}(?:,| and| or| &) ?$")
_HAPPENS = pattern(
    r"\b(?:(?:starts?|begins?|opens?|reopens?|closes?|ends?|shuts?|finish(?:es)?|moved?|say)"
    r"|(?:day|date|deadline|meeting|visit|session|appointment|training) is"
    r"|back (?:in|at)(?: the)? (?:office|school|work)"
    r"|actioned|chased|e-?mailed|rang|phoned|sent|paid|received|rec'd|posted|raised|logged|ordered|reported"
    r"|submitted|signed|issued|visited|booked|updated|reviewed|checked|approved|inspected|delivered"
    r"|installed|cancelled)(?: on| from)?[ ]$"
)
_IS_NUMBERED = pattern(
    r"(?:\b(?:pages?|ages?|aged|shoes in|tasks?|steps?|tickets?|grids?|teams?|batch(?:es)?"
    r"|flats?|units?|lessons?|chapters?|topics?|weeks?|vot(?:es?|ed)|(?:votes? )?split|bus(?:es)?"
    r"|aisles?|yrs?|rows?|lanes?|lockers?|seats?|courts?|pitch(?:es)?"
    r"|class(?:es)?|years?|slides?|minute|resolutions?|sizes?"
    r"|ext(?:ension)?|lots?|wards?"
    r"|bays?|rotas?|levels?|questions?|ks|plots?|boxe?s?|gates?|platforms?|rooms?|groups?|sets?|bands?"
    r"|forms?|streams?"
    r"|hymns?|songs?|psalms?|circulars?|(?:tables?|teams?|batches) of|wins?|won|lost|out of|odds of"
    r"|about|nearly|only|over|all"
    r"|open|asked|surveyed|polled)|[/%]"
    r"|\b(?:fractions?|decimals?|ratios?|proportions?|sums)\b[^.\d\n]{0,20})[ ]?$"
)
_COUNTS = pattern(
    r"^[ ]*(?:%|for (?:effort|spelling|behaviour)|from me"
    r"|in (?:every|ten|the (?:class|year|group|set|room))\b|(?:of|per|pupils?|schools?|children"
    r"|staff|cases?|families|responses?|marks?|places"
    r"|split)\b)"
)
_ROUND_THE_CLOCK = (24, 7)
_MONTHS_IN_YEAR, _LAST_HOUR = 12, 23


def _is_shaped(day: str, month: str, place: Place) -> bool:
    """Whether 02/12 or 26/3 looks like a date by itself: a leading nought, or a day above twelve."""
    before = place.clause.before
    if (
        IS_REFERENCE.search(before)
        or (_IS_NUMBERED.search(before) and not _ASKS_FOR.search(before))
        or _COUNTS.search(place.clause.after)
    ):
        return False
    return day[0] == "0" or month[0] == "0" or int(day) > _MONTHS_IN_YEAR


FORMS: tuple[Form, ...] = (
    *(
        Form(
            rf"(?P<lead>(?P<first>(?P<d>[0-3]?\d)(?P<s>{mark})(?P<m>[01]?\d)) ?- ?)"
            rf"(?P<d2>[0-3]?\d){mark}(?P<m2>[01]?\d)(?:{mark}(?P<y>20\d\d|\d\d))?\b",
            _from_to,
        )
        for mark in ("/", r"\.")
    ),
    Form(rf"{PLAIN_ROW}?(?P<main>{LEAD}(?P<d>\d{{1,2}})/(?P<m>\d{{1,2}}))\b", _short_numeric),
    Form(rf"{LEAD}(?P<d>[1-3]?\d)[.-](?P<m>0?[1-9]|1[0-2])\b", _short_dotted),
)
