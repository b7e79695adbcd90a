"""On which days and at what times, by the words of an item?

Days with their month, wherever a year is said with it; days alone ("the 18th", "12, 19 and 26 January") that
may be one of another's days; times in figures or words ("half past one"). Days of the week move with the day
of writing and say nothing here.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

import re2

from app.domain.calendar import SchoolCalendar
from app.reading.dates import find_dates, without_breaks
from app.reading.times.clock_times import CLOCK, clock
from app.reading.times.date_words import LONG_MON, MON, MONTHS, ORD, ORDINALS

MonthDay = tuple[int, int]
"""A month and a day in it: the year is often left unsaid."""

_AFTERNOON_BEFORE = 8

_MONTH = re2.compile(rf"(?i)\b{MON}\b|/")
_MONTH_NAME = re2.compile(rf"(?i)\b{LONG_MON}\b")
_PLAIN_DAY = re2.compile(rf"(?i)\b([12]?\d|3[01]){ORD}? ({MON})\b")
_TIME = re2.compile(rf"(?i){CLOCK}|\b\d{{1,2}}\.\d\d\b")
_HOURS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_SPOKEN = re2.compile(
    rf"(?i)\b(?:(half (?:{_HOURS}))|(?:at|from|until|till|to|by|between|than) ({_HOURS}))\b((?: \w+){{0,2}})"
)
_COUNTED = re2.compile(
    r"(?i)\b(?:schools?|days?|weeks?|places?|pupils?|children|heads|people|staff|years?|months?|hours?|times"
    r"|of|per|more|other)\b"
)
_NTH_DAY = re2.compile(rf"(?i)\b(?:(\d{{1,2}}){ORD}|the ({'|'.join(ORDINALS)}) of)\b")
_LISTED = re2.compile(rf"(?i)\b((?:\d{{1,2}}{ORD}?(?:, | and | & | or | to | ?- ?))+)\d{{1,2}}{ORD}? {MON}\b")
_NUMBER = re2.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Moments:
    """The days and times of a text. `days` maps a day to the year that is said with it."""

    days: Mapping[MonthDay, int | None]
    days_alone: frozenset[int]
    months: frozenset[int]
    times: frozenset[str]


def moments_of(text: str, at: datetime, calendar: SchoolCalendar) -> tuple[Moments, str]:
    """The moments that a text names, and the text with blanks where they stood. Written `at`."""
    days: dict[MonthDay, int | None] = {}
    mentions = without_breaks(find_dates(text, at, calendar))
    for mention in mentions:
        words = text[mention.start : mention.end]
        if any(map(str.isdigit, words)) and _MONTH.search(words):
            place = (mention.day.month, mention.day.day)
            days[place] = mention.day.year if mention.has_year else days.get(place)
    rest = blanked(text, ((m.start, m.end) for m in mentions))
    plain = list(_PLAIN_DAY.finditer(rest))  # what the dates reader leaves: "13 November, 10-2.30"
    for match in plain:
        days.setdefault((MONTHS[match[2].casefold()], int(match[1])), None)
    rest = blanked(rest, (match.span() for match in plain))
    times = list(_TIME.finditer(rest))
    found = Moments(
        days,
        frozenset(_days_alone(text)),
        frozenset([*(m for m, _ in days), *(MONTHS[m[0].casefold()] for m in _MONTH_NAME.finditer(text))]),
        frozenset(time for time in (*(_time(m[0]) for m in times), *_spoken(text)) if time),
    )
    return found, blanked(rest, (match.span() for match in times))


def shared_days(one: Moments, other: Moments) -> set[MonthDay]:
    """The days that both name, but for those that each puts into another year."""
    years = {day: (one.days[day], other.days[day]) for day in one.days.keys() & other.days.keys()}
    return {day for day, (a, b) in years.items() if not (a and b and a != b)}


def _days_alone(text: str) -> Iterator[int]:
    for match in _NTH_DAY.finditer(text):
        yield int(match[1]) if match[1] else ORDINALS[match[2].casefold()]
    for match in _LISTED.finditer(text):
        yield from (int(number[0]) for number in _NUMBER.finditer(match[1]))


def _time(words: str) -> str:
    """A time of day in figures; "1.30" is in the afternoon, as schools write it."""
    hour, stop, minutes = words.partition(".")
    if stop and hour.isdigit() and minutes.isdigit():
        words = f"{hour}:{minutes}" + ("pm" if 0 < int(hour) < _AFTERNOON_BEFORE else "")
    at = clock(words)
    return f"at {at:%H:%M}" if at else ""


def _spoken(text: str) -> Iterator[str]:
    """Times without a sign that they are: "half eight", "until ten"."""
    for match in _SPOKEN.finditer(text):
        half, hour, behind = match.groups()
        if half or not _COUNTED.search(behind):
            yield _time(half or f"{hour} o'clock")


def blanked(text: str, stretches: Iterable[tuple[int, int]]) -> str:
    """The text with blanks in place of each stretch, so that places stay."""
    pieces, at = list[str](), 0
    for start, end in sorted(stretches):
        if start >= at:
            pieces += [text[at:start], " " * (end - start)]
            at = end
    return "".join([*pieces, text[at:]])
