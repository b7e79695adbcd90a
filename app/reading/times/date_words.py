"""Which words make a date?

Weekdays and months with their abbreviations (slips of the finger are put right before, see
``misspelt``), number words, and the
fragments from which ``date_forms`` builds its patterns. All matching is done on a flattened copy of
the text: one character for one character, dashes, quotes and odd spaces made plain.
"""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

import re2

from app import linear

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_SHORT_WEEKDAYS = {
    "mon": 0,
    "tue": 1,
    "tues": 1,
    "wed": 2,
    "weds": 2,
    "thu": 3,
    "thur": 3,
    "thurs": 3,
    "fri": 4,
}
_SHORT_WEEKDAYS |= {"sat": 5, "sun": 6}
_SHORT_MONTHS = {month[:3]: number for number, month in enumerate(_MONTHS, 1)} | {"sept": 9}
_COUNTED = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
NUMBERS: Mapping[str, int] = {
    **{word: n for n, word in enumerate(_COUNTED.split(" "), 1)},
    "twenty": 20,
    "twenty-one": 21,
    "twenty-eight": 28,
    "thirty": 30,
    "a": 1,
    "an": 1,
    "a couple of": 2,
}
LONG_WEEKDAYS: Mapping[str, int] = {word: n for n, word in enumerate(_WEEKDAYS)}
WEEKDAYS: Mapping[str, int] = {**LONG_WEEKDAYS, **_SHORT_WEEKDAYS}
LONG_MONTHS: Mapping[str, int] = {word: n for n, word in enumerate(_MONTHS, 1)}
MONTHS: Mapping[str, int] = {**LONG_MONTHS, **_SHORT_MONTHS}
_ENOUGH = 6
"""Of a shorter word hardly a letter may be wrong without its being another word."""
LONG_NAMES = (
    *(word for word in (*_WEEKDAYS, *_MONTHS) if len(word) >= _ENOUGH or word == "april"),
    "tomorrow",
    "yesterday",
    "fortnight",
)
SHORT_NAMES = ("june", "july", "march", "today")


def _any_of(words: Iterable[str]) -> str:
    return "(?:" + "|".join(sorted(words, key=lambda word: (-len(word), word))) + ")"


_UNITS = "first second third fourth fifth sixth seventh eighth ninth"
_TEENS = "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
ORDINALS: Mapping[str, int] = {
    **{word: n for n, word in enumerate(f"{_UNITS} {_TEENS} twentieth".split(), 1)},
    **{f"twenty {word}": 20 + n for n, word in enumerate(_UNITS.split(), 1)},
    "thirtieth": 30,
    "thirty first": 31,
}


def _any_ordinal(least: int) -> str:
    words = (word.replace(" ", "[ -]") for word, n in ORDINALS.items() if n >= least)
    return _any_of(words)


DIGITS = r"(?:\d{1,2}|\d[lIoO]|[lIoO]\d)"
"""A day in figures; a scanner or a hurried hand takes "l" for 1 and "O" for 0."""
W = r"(?:[ \t]{1,3}|[ \t]{0,2}\r?\n[ \t]{0,2})"
WD = _any_of(WEEKDAYS)
MON = _any_of(MONTHS)
LONG_MON = _any_of(LONG_MONTHS)
NUM = r"(?:\d{1,3}|" + "|".join(sorted((w.replace(" ", W) for w in NUMBERS), key=len, reverse=True)) + ")"
GAP = rf"(?:{W}|-)?"
"""Between a number and what it counts: "3 weeks", "3-week", "3wks"."""
ABOUT = (
    rf"(?:(?:exactly|precisely|about|around|roughly|approx(?:imately|\.)?|just{W}(?:over|under)|(?:no|not){W}more{W}than"
    rf"|less{W}than|under|another|a{W}further|at{W}most|maybe|perhaps|say){W})?"
)
"""What may stand before a number that is not meant to the day."""
ORD = r"(?:st|nd|rd|th)"
ORDINAL, LATER_ORDINAL = _any_ordinal(1), _any_ordinal(4)
_FLAT = {
    **dict.fromkeys("\u00a0\u1680\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000", " "),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
    **dict.fromkeys("\u2018\u2019\u02bc\u2032", "'"),
    "\u017f": "s",
    "\u212a": "k",
}


def flatten(text: str) -> str:
    """`text` with plain dashes, quotes and spaces; every offset stays as it is."""
    for odd, plain in _FLAT.items():  # `str.translate` takes fifty times as long where not all is ASCII
        text = text.replace(odd, plain)
    return text.encode("utf-8", "replace").decode("utf-8")


def pattern(expression: str) -> "re2._Regexp":
    """A compiled pattern that ignores case."""
    return linear.compile(expression, _options(1 << 26))


def without_names(expression: str) -> str:
    """The expression with its groups unnamed, to stand beside others of the same names."""
    return str(_NAMES.sub("(?:", expression))


_NAMES = re2.compile(r"\(\?P<\w+>")


def all_of(expressions: Iterable[str]) -> "re2.Set":
    """Several, asked at once which of them the whole of some words is: their positions."""
    together = re2.Set.FullMatchSet(_options(1 << 28))
    for expression in expressions:
        together.Add(expression)
    together.Compile()
    return together


def _options(most_memory: int) -> "re2.Options":
    options = re2.Options()
    options.case_sensitive = False
    options.max_mem = most_memory
    return options


_MISREAD = str.maketrans("lIoO", "1100")


def figures(digits: str) -> int:
    """The number that DIGITS mean."""
    return int(digits.translate(_MISREAD))


def day_or_none(year: int, month: int, day: int) -> date | None:
    """The day, or None when the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def end_of_month(day: date) -> date:
    """The last day of the month that `day` lies in."""
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def add_months(day: date, months: int) -> date:
    """The same day `months` later, or the last day of a shorter month."""
    first = date(day.year + (day.month - 1 + months) // 12, (day.month - 1 + months) % 12 + 1, 1)
    return first.replace(day=min(day.day, end_of_month(first).day))


def easter_sunday(year: int) -> date:
    """Easter in the Western church (Meeus, Jones and Butcher's rule)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)
