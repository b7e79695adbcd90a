"""Which days are told in a row with one date that gives them all their month?

"7, 9 and 14 December", "Tues 8th or Weds 9th Dec", "the 3rd to the 5th of May", "7-11/12/26" and, with the
month first, "Dec 3, 10 and 17". The days go up; of a row that does not, only its last part is one.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import re2

from app.reading.times.date_forms import Day, Groups
from app.reading.times.date_words import DIGITS, ORD, WD, WEEKDAYS, W, day_or_none, figures, pattern

_DAY = timedelta(days=1)
_LONGEST_ROW, _LONGEST_TURN = 31, timedelta(days=14)
_WEEKDAY = rf"(?:(?:{WD})\b\.?,?{W}(?:\(?)?)?"
_ITEM = rf"{_WEEKDAY}(?:the{W})?{DIGITS} ?{ORD}?"
_WEEK = rf"(?:(?:w/?[cb]|(?:week|wk){W}(?:commencing|beginning|beg|comm)){W})?"
_OR = rf",?{W}(?:to|and|or|until|till|thru|through|then|&){W}(?:on{W}|from{W}|either{W})?{_WEEK}"
_BETWEEN = rf"(?: ?[-&+] ?|{_OR}|,{W})"
ROW = rf"(?P<row>(?:{_ITEM}{_BETWEEN})+|{_ITEM} ?/ ?)"
"""Days before the date that they take their month from."""
PLAIN_ROW = rf"(?P<row>(?:{_ITEM}{_BETWEEN})+)"
"""The same before figures, where a stroke is part of the date."""
TOLD_ROW = rf"(?P<row>(?:{_WEEKDAY}(?:the{W})?\d{{1,2}}{ORD}(?:{_BETWEEN}| ?/ ?|{W}))+)"
"""The same before a day without a month: each is told as the so-many-eth."""
WEEKDAY_ROW = rf"(?P<row>(?:{WD}\b\.?,?{W}(?:the{W})?\d{{1,2}}(?:{ORD})?{_BETWEEN})+)"
"""The same with a weekday before each, so that figures alone may be days."""
LATER = rf"(?P<later>(?:(?: ?[-&+/] ?|{_OR}|,{W})(?:the{W})?\d{{1,2}}(?: ?{ORD})?\b)+)"
"""Days after the date."""
_ONE = pattern(rf"(?:(?P<wd>{WD})\b\.?,?{W}(?:\(?)?)?(?:the{W})?\b(?P<d>{DIGITS})(?: ?(?P<ord>{ORD})\b|\b)")
_JOINS = pattern(r"[-&+/]|\b(?:to|and|or|until|till|thru|through|then)\b")


@dataclass(frozen=True, slots=True)
class _Told:
    day: date
    said: int | None
    start: int
    stop: int
    is_plain: bool


def days_before(row: str, last: date, *, has_year: bool) -> tuple[Day, ...]:
    """The days of a row that runs up to `last`; none when the row is no row of days."""
    told: list[_Told] = []
    after = last
    for one in reversed([*_ONE.finditer(row)][-_LONGEST_ROW:]):
        before = _before(one, after)
        if before is None:
            break
        told.insert(0, before)
        after = before.day
    is_sure = _JOINS.search(row) or len(told) > 1 or (told and not told[0].is_plain)
    if not is_sure and not (told and told[0].day == last - _DAY):
        return ()
    return tuple(
        Day(one.day, one.said, has_year, skip=one.start, stop=one.stop, is_start=True) for one in told
    )


def _before(one: "re2._Match[str]", after: date) -> _Told | None:
    """A day of a row in the month of the one after it, or late in the month before: "28th and 4th"."""
    said = _as_told(one, after)
    if said is not None and said.day < after:
        return said
    said = _as_told(one, after.replace(day=1) - _DAY)
    is_turn = said is not None and not said.is_plain and after - said.day <= _LONGEST_TURN
    return said if is_turn else None


def is_label(groups: Groups, before: str) -> bool:
    """Whether the figure before a date numbers something: "Year 6 - 12 May", "Evening 1 - Weds 27 Jan"."""
    if _FIGURE.fullmatch(groups["row"]) is None:
        return False
    return bool(_IS_CLASS.search(before) or (groups["wd"] and _NUMBERED.search(before)))


_FIGURE = pattern(r"\d{1,2} - ")
_IS_CLASS = pattern(
    r"\b(?:years?|yr|class|group|option|set|room|form|part|phase|round|stage|module|lesson|unit|lot|ks)[ ]$"
)
_NUMBERED = pattern(
    r"\b(?:evening|day|session|week|group|part|phase|round|stage|meeting|workshop|module|option|year|set|class"
    r"|visit|trip|wave|cohort|tranche|drop|performance|show|night|panel|lot|paper|room|deadline"
    r"|collection)[ ]$"
)


def days_after(later: str, at: int, first: date, *, has_year: bool) -> tuple[Day, ...]:
    """The days of a row that goes on after `first`, whose words begin `at` so many characters on."""
    if not _JOINS.search(later):
        return ()
    found: list[Day] = []
    for one in _told(later, first):
        if one.day <= (found[-1].day if found else first):
            return ()
        found.append(Day(one.day, one.said, has_year, skip=at + one.start, stop=at + one.stop))
    return tuple(found)


def _told(row: str, beside: date) -> Iterator[_Told]:
    for match in _ONE.finditer(row):
        told = _as_told(match, beside)
        if told is not None:
            yield told


def _as_told(match: "re2._Match[str]", beside: date) -> _Told | None:
    """A day of a row, in the month of the day beside it; None where that month has no such day."""
    day = day_or_none(beside.year, beside.month, figures(match["d"]))
    if day is None:
        return None
    said = WEEKDAYS.get((match["wd"] or "").casefold())
    return _Told(day, said, match.start(), match.end(), not (match["ord"] or match["wd"]))
