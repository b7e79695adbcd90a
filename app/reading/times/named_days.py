"""Which days do "Boxing Day", "the first Monday of January" and "the next INSET day" name?

Feasts and bank holidays are the next ones, or the last ones in a sentence about the past; those that the
state may move come from the calendar. A weekday counted without its month ("the first Tuesday") is no
date. Days beside a holiday are read in ``beside_holidays``.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from app.reading.times.counting import FROM_END, FROM_START
from app.reading.times.date_forms import ENDS_HERE, Day, Form, Groups, Place
from app.reading.times.date_words import (
    MON,
    MONTHS,
    ORD,
    WD,
    W,
    day_or_none,
    easter_sunday,
    pattern,
)
from app.reading.times.times_beside import time_near

_DAY, _WEEK = timedelta(days=1), timedelta(weeks=1)
_LONG_AGO = timedelta(days=60)
_FIXED = {"christmas eve": (12, 24), "christmas day": (12, 25), "boxing day": (12, 26)}
_FIXED |= {"new year's eve": (12, 31), "new year's day": (1, 1), "halloween": (10, 31)}
_FIXED |= {"bonfire night": (11, 5), "twelfth night": (1, 5)}
_FIXED |= {"remembrance day": (11, 11), "armistice day": (11, 11), "burns night": (1, 25)}
_FIXED |= {"st andrew's day": (11, 30), "st patrick's day": (3, 17), "april fool's day": (4, 1)}
_FIXED |= {"international women's day": (3, 8), "leap day": (2, 29), "midsummer's day": (6, 24)}
_FIXED |= {"valentine's day": (2, 14), "st george's day": (4, 23), "st david's day": (3, 1)}
_FIXED |= {"hogmanay": (12, 31), "ne'erday": (1, 1), "all saints' day": (11, 1)}
_FIXED |= {"all souls' day": (11, 2), "st stephen's day": (12, 26)}
_FIXED |= {"ve day": (5, 8), "vj day": (8, 15), "d-day": (6, 6), "windrush day": (6, 22), "candlemas": (2, 2)}
_FIXED |= {"holocaust memorial day": (1, 27), "lady day": (3, 25), "michaelmas day": (9, 29)}
_SHORT = {"nye": "new year's eve", "nyd": "new year's day", "new year's": "new year's day"}
_SHORT |= {
    "valentine's": "valentine's day",
    "fireworks night": "bonfire night",
    "midsummer day": "midsummer's day",
}
_SHORT |= {
    "guy fawkes": "bonfire night",
    "guy fawkes day": "bonfire night",
    "guy fawkes night": "bonfire night",
}
_SHORT |= {"easter bank holiday monday": "easter monday"}
_SHORT |= {"easter bank holiday": "easter monday"}
"""What else feasts are called."""
_FROM_EASTER = {"shrove tuesday": -47, "ash wednesday": -46, "palm sunday": -7, "maundy thursday": -3}
_FROM_EASTER |= {"good friday": -2, "easter sunday": 0, "easter monday": 1, "mothering sunday": -21}
_FROM_EASTER |= {"mother's day": -21, "pancake day": -47, "ascension day": 39, "whit sunday": 49}
_FROM_EASTER |= {
    "pentecost": 49,
    "whit monday": 50,
    "trinity sunday": 56,
    "holy saturday": -1,
    "easter saturday": -1,
    "easter tuesday": 2,
}
_SUNDAY = 6
_SUNDAYS = {"remembrance sunday": (11, 8), "father's day": (6, 15), "advent sunday": (11, 27)}
"""Feasts on the first Sunday from a day of the year on."""
_IS_NAME = pattern(
    r"^ (?:agreement|sales?|celebrations?|fayre|assembly|disco|party|rotas?|rates?|surcharges?|pay"
    r"|lunch(?:es)?|breakfasts?|cards?|gifts?|stalls?|crafts?|shop|teas?|wishes|greetings|resolutions?)\b"
    rf"|^(?: this year)? is (?:on )?(?:the )?(?:{WD}\b\.? )?\d"
)
_OF_WEEK, _EVENT = (
    pattern(rf"\b{WD}$"),
    pattern(r"^ (?:lunch|breakfast|assembly|disco|party|celebrations?)\b"),
)
"""What is held on a feast that has its weekday in its name: "Shrove Tuesday lunch"."""
_IS_WEEKEND = pattern(r"\bhol(?:iday)? weekend\b")
_IS_KIND = pattern(r"\ban? $")
_NEERDAY, _ALL_DAY = pattern("ne'?er'? ?day"), pattern("all (saint|soul)s'? day")
_OWNER = pattern(
    "(valentine|stephen|mother|father|george|david|andrew|patrick|fool|women|midsummer)(?:'s|s'|s)( |$)"
)
_MAY, _AUGUST, _MIDDLE, _NOON = 5, 8, 15, 12


def _named(groups: Groups, place: Place) -> tuple[Day, ...]:
    """A feast, or a bank holiday by its name."""
    is_held = _OF_WEEK.search(groups["name"]) and _EVENT.search(place.clause.after)
    if (_IS_NAME.search(place.clause.after) and not is_held) or _IS_KIND.search(place.clause.before):
        return ()
    if _IS_WEEKEND.search(groups["name"] + place.clause.after[:10]):
        return ()  # told from its Saturday on in ``breaks``
    name = called(groups["name"])
    is_short = groups["name"].casefold().endswith("'s")
    if is_short and (not ENDS_HERE.search(place.clause.after) or _IS_GREETED.search(place.clause.before)):
        return ()
    day, at = _nearest(days_called(name, place), place), None
    if day is not None and _is_told(day, place.clause.after):
        return ()
    if name.endswith("night"):
        at = time_near(place.clause.before, place.clause.after, place.calendar)
        at = at.replace(hour=at.hour + _NOON) if at is not None and at.hour < _NOON else at
    return () if day is None else (Day(day, skip=groups["all"].rindex(groups["name"]), at=at),)


_IS_GREETED = pattern(r"\b(?:happy|merry) $")
_TOLD = pattern(
    rf"^(?:,? | ?\()(?:on )?(?:the )?(?:{WD}\b\.?,? )?(?:the )?"
    rf"(?P<d>\d{{1,2}})(?:{ORD})?(?: of)? (?P<m>{MON})\b"
)


def _is_told(day: date, after: str) -> bool:
    """Whether the feast is told by its date next: "Holocaust Memorial Day, 27 January"."""
    told = _TOLD.search(after)
    return told is not None and (int(told["d"]), MONTHS[told["m"].casefold()]) == (day.day, day.month)


def called(words: str) -> str:
    """The name of a feast as ``days_called`` knows it: with its apostrophe, and nothing shortened."""
    name = " ".join(words.casefold().split())
    name = name.replace("hallowe'en", "halloween").replace("years", "year's").replace("year'ss", "year's")
    name = _NEERDAY.sub("ne'erday", _ALL_DAY.sub(r"all \1s' day", name))
    name = _OWNER.sub(r"\1's\2", name).replace("saint ", "st ")
    name = str(name.replace("xmas", "christmas").replace("hol monday", "holiday monday"))
    return _SHORT.get(name, name)


def days_called(name: str, place: Place) -> list[date]:
    """The days of that name in the years around today."""
    years = range(place.today.year - 1, place.today.year + 2)
    if name in _FIXED:
        month, number = _FIXED[name]
        span = range(years.start, years.stop + 3 * (name == "leap day"))
        return [day for year in span if (day := day_or_none(year, month, number)) is not None]
    if name in _SUNDAYS:
        firsts = [date(year, *_SUNDAYS[name]) for year in years]
        return [first + _DAY * ((_SUNDAY - first.weekday()) % 7) for first in firsts]
    if name in _FROM_EASTER:
        return [easter_sunday(year) + _DAY * _FROM_EASTER[name] for year in years]
    holidays = sorted(place.calendar.bank_holidays)
    if name == "bank holiday monday":
        return [day for day in holidays if day.weekday() == 0]
    if "aug" in name or "summer" in name:
        return [day for day in holidays if day.month == _AUGUST]
    is_early = "may day" in name or name.startswith(("early", "first", "may "))
    return [day for day in holidays if day.month == _MAY and (day.day < _MIDDLE) is is_early]


def _nearest(days: Iterable[date], place: Place) -> date | None:
    days = sorted(days)
    ahead = next((day for day in days if day >= place.today), None)
    behind = next((day for day in reversed(days) if day < place.today), None)
    if behind is not None and place.is_past and place.today - behind <= _LONG_AGO:
        return behind
    return ahead


def _no_day(_groups: Groups, _place: Place) -> tuple[Day, ...]:
    """For "the first Tuesday" of something else: it is counted, and not the coming one."""
    return ()


def _inset_day(_groups: Groups, place: Place) -> tuple[Day, ...]:
    if place.is_past:
        return ()
    ahead = sorted(day for day in place.calendar.inset_days if day > place.today)
    return (Day(ahead[0]),) if ahead else ()


def _between_feasts(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "between Christmas and New Year": from Christmas Day, or its eve, to New Year's Day, or its eve."""
    year = place.today.year - ((place.today.month, place.today.day) == (1, 1))
    first = date(year, 12, 24 if groups["first"].casefold().endswith("eve") else 25)
    last = date(year, 12, 31) + _DAY * (not groups["last"].casefold().endswith("eve"))
    at = len(groups["all"]) - len(groups["last"])
    return Day(
        first, stop=len(groups["lead"] + groups["first"]), skip=len(groups["lead"]), is_start=True
    ), Day(last, skip=at)


FORMS: tuple[Form, ...] = (
    Form(
        rf"(?:(?:by|before|until|till?){W})?(?:the{W})?(?P<name>(?:christmas|xmas){W}(?:eve|day)|hallowe'?en"
        rf"|(?:mother|father|april{W}fool|international{W}women)(?:'s|s'|s){W}day"
        rf"|valentine'?s{W}day|midsummer(?:'?s)?{W}day|nye|nyd"
        rf"|(?:bonfire|burns|twelfth|fireworks){W}night|guy{W}fawkes(?:{W}(?:night|day))?"
        rf"|(?:remembrance|armistice|leap|lady|michaelmas|vj|holocaust{W}memorial){W}day|d-day"
        rf"|hogmanay|ne'?er'?{W}?day|candlemas|pentecost|(?:ve|ascension|windrush){W}day"
        rf"|all{W}(?:saints|souls)'?{W}day|st\.?{W}stephen'?s{W}day|holy{W}saturday"
        rf"|(?:whit|trinity|advent){W}sunday|whit{W}monday"
        rf"|(?:st|saint)\.?{W}(?:george|david|andrew|patrick)'?s{W}day"
        rf"|mothering{W}sunday|remembrance{W}sunday|pancake{W}day|may{W}day"
        rf"|boxing{W}day"
        rf"|new{W}year'?s'?{W}(?:eve|day)|shrove{W}tuesday|ash{W}wednesday|palm{W}sunday"
        rf"|maundy{W}thursday|good{W}friday|easter{W}(?:saturday|sunday|monday|tuesday)"
        rf"|(?:(?:(?:early|late|first|second|end{W}of){W})?may(?:{W}day)?|spring|whit(?:sun)?|late{W}spring"
        rf"|(?:late{W})?(?:summer|august|aug)|easter)"
        rf"{W}bank{W}hol(?:iday)?(?:{W}monday)?|(?:first|early|second|late|last){W}bank{W}hol(?:iday)?{W}in{W}may"
        rf"|bank{W}hol(?:iday)?{W}monday|valentine's|new{W}year's)",
        _named,
    ),
    Form(
        rf"(?P<lead>between{W})(?P<first>(?:christmas|xmas)(?:{W}(?:day|eve))?){W}(?:and|&){W}(?:the{W})?"
        rf"(?P<last>new{W}year(?:'?s(?:{W}(?:day|eve))?)?)\b",
        _between_feasts,
    ),
    Form(rf"(?:(?:the{W})?(?:{FROM_START}|penultimate)|the{W}{FROM_END}){W}(?:{WD})\b", _no_day),
    Form(
        rf"(?:(?:the|our){W})?(?:next|first|coming){W}(?:inset|in-?service|non-pupil|baker)(?:{W}day)?",
        _inset_day,
    ),
)
