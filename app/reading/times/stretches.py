"""Which stretches of days does an anchor name: all half terms, the days on which schools break up, each May?

All from the calendar, in order and not yet chosen from: "a week before half term" may lie ahead when the half
term after it does, and which one is meant shows only when all words are read.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum, auto

import re2

from app.domain.calendar import SchoolCalendar
from app.reading.times.anchors import WHO
from app.reading.times.counting import week_of
from app.reading.times.date_forms import Place, number
from app.reading.times.date_words import (
    MONTHS,
    WEEKDAYS,
    day_or_none,
    easter_sunday,
    end_of_month,
    pattern,
)
from app.reading.times.named_days import called, days_called
from app.reading.times.periods import is_week_away, period, year
from app.reading.times.school_spans import is_away, is_half, plain, spans
from app.reading.times.school_terms import Span
from app.reading.times.term_events import break_ups, returns_told

_DAY = timedelta(days=1)
_YEARS = range(-1, 3)


class Kind(StrEnum):
    """What a stretch is, for what is counted in it."""

    TAUGHT = auto()
    AWAY = auto()
    MONTH = auto()
    WEEK = auto()
    DAY = auto()
    BACK = auto()
    """The teaching after a break, whose weeks and days "back" are counted."""
    SEVERAL = auto()
    """Days from the first to the last, told by both: "the first two weeks of term"."""
    EVENT = auto()
    """A day that is told by what happens on it, so that "the Friday term ends" is in its week."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Stretches of one name, in order; the one that is meant lies ahead (or behind, when told as past)."""

    kind: Kind
    spans: tuple[Span, ...]
    taught: tuple[Span, ...] = ()
    """What "half term" is when weeks are counted in it."""
    is_date: bool = False
    """Whether it is a date without more words."""
    is_weeks: bool = False
    """Whether it is a day so many weeks away, whose week may be meant: "the Monday a week before"."""
    is_known: bool = False
    """Whether it is an event of the whole school: "when pupils return", but not "when we're back"."""
    is_off: bool = False
    """Whether offices are closed on it, so that the day beside it is one at work."""
    is_end: bool = False
    """Whether it is an event that ends the teaching before it."""
    is_pupils: bool = False
    """Whether its days are told of pupils, who are not there on INSET days."""


_SCHOOL = pattern(rf"\b(?:{WHO}|schools?|(?:after|from|following|in) \w+)\b")
_PUPILS = pattern(rf"\b{WHO}\b")


def stretch(words: "re2._Match[str]", place: Place) -> Stretch | None:
    """What an anchor names; None where that is nothing that can be counted from."""
    told = {**words.groupdict(""), "whole": words.group()}
    told["of"] = told["of"] or (told["sign"] and "half term")
    for group, name in _NAMES:
        if told[group]:
            return name(told, place)
    is_known = told["up"] or told["turned"] or _SCHOOL.search(told["whole"])
    happens = days(Kind.EVENT, _happens(told, place))
    return replace(happens, is_known=bool(is_known), is_end=bool(told["up"]))


def days(kind: Kind, found: Iterable[date]) -> Stretch:
    """Stretches of a day each."""
    return Stretch(kind, tuple((day, day) for day in found))


def _named(told: Mapping[str, str], place: Place) -> Stretch | None:
    """A term, a holiday or a half term; "spring 1, week 4" is a week of it."""
    words = plain(told["of"])
    taught = tuple(spans(words, place, is_counted=True))
    if told["week"]:
        return Stretch(
            Kind.WEEK, tuple(week_of(span, number(told["week"]) - 1) for span in taught), is_date=True
        )
    if told["wd"]:
        weekday = WEEKDAYS[told["wd"].casefold()]
        weeks = spans(words, place) if is_half(words) else []
        mondays = (first - _DAY * first.weekday() for first, _ in weeks)
        told_days = (monday + _DAY * weekday for monday in mondays)
        return replace(days(Kind.DAY, told_days), is_date=True)
    if is_away(words):
        return Stretch(Kind.AWAY, tuple(spans(words, place)), taught if words == "half term" else ())
    return Stretch(Kind.TAUGHT, taught, is_pupils=_PUPILS.search(told["whole"]) is not None)


def _month(told: Mapping[str, str], place: Place) -> Stretch:
    """The months of a name around today: of "last May" the one that is over."""
    rel, today = told["rel"].casefold(), place.today
    years = [int(told["y"])] if told["y"] else [today.year + n for n in _YEARS]
    firsts = (day_or_none(year, MONTHS[told["m"].casefold()], 1) for year in years)
    months = [(first, end_of_month(first)) for first in firsts if first is not None]
    if rel == "last":
        months = [span for span in months if span[1] < today][-1:]
    elif rel:
        months = [span for span in months if span[1] >= today][:1]
    return Stretch(Kind.MONTH, tuple(months))


def _period(told: Mapping[str, str], place: Place) -> Stretch:
    """This week, the month after next, last year."""
    found, is_week = period(told["period"], place.today), "week" in told["period"].casefold()
    return Stretch(Kind.WEEK if is_week else Kind.MONTH, tuple(found), is_date=is_week_away(told["period"]))


def _year(told: Mapping[str, str], _place: Place) -> Stretch:
    """A year by its number, in which weeks and days are counted as in a month."""
    return Stretch(Kind.MONTH, (year(told["year"]),))


def _back(told: Mapping[str, str], place: Place) -> Stretch:
    """The teaching that begins with a return, for "the first week back"."""
    return Stretch(Kind.BACK, tuple(returns_told(plain(told["first"]), place)))


def _inset(told: Mapping[str, str], place: Place) -> Stretch:
    """All INSET days, or those of a month: "the June INSET day"."""
    month = MONTHS[told["inset_in"].casefold()] if told["inset_in"] else 0
    found = (day for day in sorted(place.calendar.inset_days) if month in {0, day.month})
    return replace(days(Kind.DAY, found), is_date=bool(month))


def _numbered_week(told: Mapping[str, str], place: Place) -> Stretch | None:
    """Week 3 of this term, or of this half of it where that of the term is over."""
    if _OF_ELSE.search(place.clause.after):
        return None
    count = number(told["nth"]) - 1
    weeks = (week_of(span, count) for span in (*_now("this term", place), *_now("this half term", place)))
    meant = next((week for week in weeks if week[1] >= place.today), None)
    return None if meant is None else Stretch(Kind.WEEK, (meant,))


def _now(words: str, place: Place) -> list[Span]:
    """The term, or its half, that today lies in."""
    return [span for span in spans(words, place, is_counted=True) if span[0] <= place.today <= span[1]]


_OF_ELSE = pattern(r"^ (?:of|in|on|menu|timetable)\b")
_BANK_MONTHS = {"bank": None, "chri": 12, "new ": 1}
_ITS_DAY = {"easter": "easter sunday", "christmas": "christmas day"}


def _bank_holiday(told: Mapping[str, str], place: Place) -> Stretch:
    """A bank holiday by its name, or the next of all."""
    name = plain(told["bank"]).removesuffix(" weekend").removesuffix(" monday")
    if told["bank"].casefold().endswith("weekend"):
        return _weekend(_bank_holiday({**told, "bank": name}, place))
    if name[:4] in _BANK_MONTHS:
        month = _BANK_MONTHS[name[:4]]
        found = (d for d in sorted(place.calendar.bank_holidays) if month in {None, d.month})
        return replace(days(Kind.DAY, found), is_off=True)
    if name.startswith("easter"):
        name = "easter monday"
    return days(Kind.DAY, sorted(days_called(f"{name}iday" if name.endswith(" hol") else name, place)))


def _weekend(holidays: Stretch) -> Stretch:
    """The days off that end with each holiday: from the Saturday, or from Good Friday."""
    lengths = ((day, 3 if day - easter_sunday(day.year) == _DAY else 2) for day, _ in holidays.spans)
    return Stretch(Kind.AWAY, tuple((day - length * _DAY, day) for day, length in lengths))


def _feast(told: Mapping[str, str], place: Place) -> Stretch:
    """A feast; in the new year weeks are counted too."""
    name = called(plain(told["feast"]))
    if name in {"advent", "lent"}:
        opens = days_called("advent sunday" if name == "advent" else "ash wednesday", place)
        closes = (
            (date(d.year, 12, 24) for d in opens) if name == "advent" else days_called("holy saturday", place)
        )
        return Stretch(Kind.MONTH, tuple(zip(opens, closes, strict=False)))
    if name == "new year":
        years = tuple((date(y, 1, 1), date(y, 12, 31)) for y in (place.today.year + n for n in _YEARS))
        return Stretch(Kind.DAY, tuple((first, first) for first, _ in years), taught=years)
    return days(Kind.DAY, sorted(days_called(_ITS_DAY.get(name, name), place)))


def _happens(told: Mapping[str, str], place: Place) -> list[date]:
    """The days on which schools do that, in order; pupils are not there on an INSET day."""
    calendar = place.calendar
    is_end, words = bool(told["up"]), plain(told["up"] or told["back"] or told["going"])
    if told["turned"]:
        is_end = told["turn"].casefold().startswith(("end", "finish", "clos", "is", "are"))
        found = spans(told["turned"], place)
        month = MONTHS[told["turns_in"].split()[-1].casefold()] if told["turns_in"] else 0
        edges = [span[1 if is_end else 0] for span in found]
        return [day for day in edges if month in {0, day.month}]
    edges = (
        [last for _, last in break_ups(words, place)]
        if is_end
        else [first for first, _ in returns_told(words, place)]
    )
    return (
        [pupil_day(day, calendar, -1 if is_end else 1) for day in edges] if _PUPILS.search(words) else edges
    )


def pupil_day(day: date, calendar: SchoolCalendar, step: int) -> date:
    """The day itself, or the next one (the one before, for -1) on which pupils are in school as well."""
    for _ in range(_LONGEST_INSET):
        if day not in calendar.inset_days:
            break
        day = calendar.add_working_days(day, step)
    return day


_LONGEST_INSET = 5
_NAMES = (
    ("of", _named),
    ("first", _back),
    ("m", _month),
    ("period", _period),
    ("year", _year),
    ("inset", _inset),
    ("numbered", _numbered_week),
    ("bank", _bank_holiday),
    ("feast", _feast),
)
