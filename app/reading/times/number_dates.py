"""Which days do figures such as 12/11/26, 12.11.2026 and 2026-11-12 name?

Versions, clauses, scores, references, telephone numbers and sort codes look alike: they are told by
the words around them. 12/11 without a year is read in ``short_figures``.
"""

from datetime import date

from app.reading.times.clock_times import clock
from app.reading.times.date_forms import (
    LEAD,
    Day,
    Form,
    Groups,
    Place,
    weekday_of,
    year_of,
)
from app.reading.times.date_words import DIGITS, day_or_none, figures, pattern
from app.reading.times.day_series import PLAIN_ROW, days_before


def _numeric(groups: Groups, place: Place) -> tuple[Day, ...]:
    if groups["s1"].strip() != groups["s2"].strip() or _is_other_number(groups, place):
        return ()
    day = day_or_none(year_of(groups["y"], place), figures(groups["m"]), figures(groups["d"]))
    return with_row(day, groups, has_year=True)


def _slipped(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "28,01,28" and "21/.01/28", of a year beside this one."""
    year = year_of(groups["y"], place)
    if abs(year - place.today.year) > _NEAR or IS_REFERENCE.search(place.clause.before):
        return ()
    day = day_or_none(year, int(groups["m"]), int(groups["d"]))
    return () if day is None else (Day(day, weekday_of(groups), has_year=True),)


_NEAR, _SLIP = 2, r"(?:,|\.,?|/[/.]?)"


def with_row(day: date | None, groups: Groups, *, has_year: bool) -> tuple[Day, ...]:
    """The day in figures, after those of a row before it ("7, 8 and 10/12"); no day where it is None."""
    if day is None:
        return ()
    row = groups.get("row") or ""
    before = days_before(row, day, has_year=has_year) if row else ()
    skip = len(row) if row else 0
    return (*before, Day(day, weekday_of(groups), has_year=has_year, skip=skip))


def _is_other_number(groups: Groups, place: Place) -> bool:
    """Whether the figures are a version, a clause, an account or the like."""
    before, after, mark = place.clause.before, place.clause.after, groups["s1"].strip()
    if mark == "/":
        return bool(_IS_NUMBER.search(before))  # no version or clause is written with strokes
    if IS_REFERENCE.search(before):
        return True
    if mark == ".":
        is_heading = len(groups["d"]) == 1 and _IS_HEADING.search(before) and _IS_TITLE.search(after)
        return bool(is_heading or _OF.search(after))
    if mark not in _RARE:
        return False
    is_told = any(p.search(before) for p in (_LONG_NUMBER, _SORT_CODE, _IS_NUMBER_TOLD)) or _ACCOUNT.search(
        after
    )
    return bool(is_told) or (groups["s1"] != mark and not _NAMES_A_DATE.search(before))


_IS_NUMBER_TOLD = pattern(r"\b(?:number|no|ref|code|account)\b[^.\n]{0,20}$")
_RARE = frozenset({"", "-"})
_OF = pattern(
    r"^[ ](?:gaskets?|bolts?|screws?|filters?|valves?|hinges?|seals?|fittings?|brackets?|washers?|fuses?"
    r"|cables?|releases?|builds?|updates?|patch(?:es)?|firmware|drivers?|code)\b"
    r"|^[^.!?\n]{0,60}\bpart (?:number|no)\b"
    r"|^[ ](?:of\b|(?:is|as) (?:the|our|an?) (?:\w+ ){0,2}(?:number|version|build|release)\b)"
)
_NAMES_A_DATE = pattern(
    r"\b(?:dates?(?: of [a-z]+)?|dated|due|by|on|until|before|deadline|expir(?:es|y)|starts?|ends?|from|to)"
    r"[ :=]*$"
)
IS_REFERENCE = pattern(
    r"(?:\b(?:v|ver|version|release|sections?|clauses?|para(?:graph)?s?|ref(?:erence)?|no|number|room"
    r"|chapter|table|figure"
    r"|appendix|annexe?|item|account|rule|standard|part|page|isbn|invoice|order|score|grade|ofsted|ratio|tel"
    r"|telephone|phone|fax"
    r"|mobile|ip|error|code|(?:number|pin|code|card) ends)\.?:?[ ]?|§[ ]?|[#£$€+])$"
)
_IS_NUMBER = pattern(
    r"(?:\b(?:ref(?:erence)?|no|number|invoice|order|tel|telephone|phone|fax)\.?:?[ ]?|[#£$€+])$"
)
_LONG_NUMBER = pattern(r"\d{3,}[ ]?$")
_IS_HEADING = pattern(r"(?:^|\n)[ \t]*$")
_IS_TITLE = pattern(r"^[ \t]+(?-i:[A-Z][a-z])")
_SORT_CODE = pattern(r"\b(?:sort|s/c|sc|bank|account|acct?|a/c|iban)\b[^.\n]{0,40}$")
_ACCOUNT = pattern(r"^[^.\n]{0,40}\b(?:account|acct?|a/c|sort code)\b")


def _iso(groups: Groups, place: Place) -> tuple[Day, ...]:
    if _IS_NUMBER.search(place.clause.before):
        return ()
    day = day_or_none(int(groups["y"]), int(groups["m"]), int(groups["d"]))
    at = clock(groups["t"]) if groups["t"] else None
    return () if day is None else (Day(day, has_year=True, at=at),)


FORMS: tuple[Form, ...] = (
    Form(
        r"(?P<y>(?:19|20)\d{2})[-/](?P<m>\d{2})[-/](?P<d>\d{2})"
        r"(?:T(?P<t>\d{2}:\d{2})(?::\d{2}(?:\.\d{1,6})?)?(?:Z|[+-]\d{2}:?\d{2})?)?",
        _iso,
    ),
    *(
        Form(
            rf"{PLAIN_ROW}?(?P<main>{LEAD}(?P<d>{DIGITS})(?P<s1>{mark})(?P<m>{DIGITS})(?P<s2>{mark}))"
            r"(?P<y>(?:19|20)\d{2}|\d{2})\b",
            _numeric,
        )
        for mark in (" ?/ ?", "-", r"[.|\x{00b7}\\]")
    ),
    Form(
        rf"{LEAD}(?P<d>[0-3]?\d){_SLIP}(?P<m>[01]?\d){_SLIP}(?P<y>20\d{{2}}|\d{{2}})\b",
        _slipped,
    ),
    Form(
        rf"{LEAD}(?P<d>\d{{2}})(?P<s1> |[ ]-[ ])(?P<m>[01]\d)(?P<s2> |[ ]-[ ])(?P<y>(?:19|20)?\d{{2}})\b",
        _numeric,
    ),
)
