"""Which time of day do words name?

"4pm", "16:00", "half past three" and "noon" are times wherever they stand; which hours and figures are
times beside a date is told in ``times_beside``. Office hours decide what stays open: "3.15" and "half 3" are
in the afternoon.
"""

from collections.abc import Mapping
from datetime import time

from app.reading.times.date_words import NUMBERS, pattern

HOUR = r"(?:1[0-2]|[1-9]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_HALF = r"(?: ?(?:am|pm|a\.m\.?|p\.m\.?)\b)?"
CLOCK = (
    r"(?:(?:12 ?)?noon|(?:12 ?)?mid-?day(?: ?-?ish)?|(?:12 ?)?midnight"
    rf"|(?:half past|(?:a )?quarter (?:past|to)) {HOUR}\b{_HALF}"
    r"|\d{1,2}(?:[:.]?\d{2})? ?(?:am|pm|a\.m\.?|p\.m\.?)|\d{1,2} ?-?ish\b"
    r"|\d{1,2}:\d{2}(?::\d{2})?(?: ?(?:hrs|hours))?|\d{1,2}\.\d{2} ?(?:hrs|hours)\b"
    rf"|(?:\d{{1,2}}|{HOUR}) ?o'? ?clock|\d{{4}} ?(?:hrs|hours))"
)
_HOUR_WORD = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_MINUTE_WORD = r"(?:fifteen|thirty|forty[ -]five)"
SPOKEN = (
    rf"(?:(?:half[ -]|(?:(?:five|ten|twenty(?:[ -]five)?|2[05]) (?:past|to)|(?:5|10) past) ){HOUR}\b{_HALF}"
    rf"|{_HOUR_WORD}[ -]{_MINUTE_WORD}\b{_HALF})"
)
_SPOKEN = pattern(
    r"(?:a )?(?P<minutes>half|quarter|five|ten|twenty(?:[ -]five)?|5|10|20|25)(?: (?P<way>past|to))?"
    rf"[ -](?P<hour>{HOUR})"
    r"(?: ?(?P<half>[ap])\.?m\.?)?"
)
_READ_OUT = pattern(rf"(?P<hour>{_HOUR_WORD})[ -](?P<minutes>{_MINUTE_WORD})(?: ?(?P<half>[ap])\.?m\.?)?")
_MINUTES = {"half": 30, "quarter": 15, "five": 5, "ten": 10, "twenty": 20, "fifteen": 15}
_MINUTES |= {"thirty": 30, "forty": 45}
_PARTS = pattern(r"(?P<hour>\d{1,2})(?:[:.]?(?P<minute>\d{2}))?(?::\d{2})? ?(?P<half>[ap])?(?:\D.*)?")
_NAMED = {"noon": time(12), "midday": time(12), "mid-day": time(12), "midnight": time(23, 59)}
_HALF_DAY = 12
_FIRST_MORNING_HOUR = 7


def clock(words: str) -> time | None:
    """The time that `words` (matched by CLOCK) name; midnight is the end of its day. None when impossible."""
    name = words.lower().removeprefix("12").removesuffix("ish").strip(" -")
    if name in _NAMED:
        return _NAMED[name]
    spoken = _SPOKEN.fullmatch(words) or _READ_OUT.fullmatch(words)
    if spoken is not None:
        return _spoken({"way": "", **spoken.groupdict("")})
    first = name.split()[0] if name else ""
    parts = _PARTS.fullmatch(f"{NUMBERS[first]} o'clock" if first in NUMBERS else words)
    if parts is None:
        return None
    hour, minute, half = int(parts["hour"]), int(parts["minute"] or 0), (parts["half"] or "").lower()
    if half and not 1 <= hour <= _HALF_DAY:
        return None
    if half:
        hour = hour % _HALF_DAY + (_HALF_DAY if half == "p" else 0)
    elif len(parts["hour"]) == 1 and 1 <= hour < _FIRST_MORNING_HOUR:
        hour += _HALF_DAY
    return _time(hour, minute)


def _spoken(groups: Mapping[str, str]) -> time | None:
    """The time in "half past three" or "quarter to nine"."""
    named = groups["hour"].casefold()
    hour = int(named) if named.isdigit() else NUMBERS[named]
    words = groups["minutes"].casefold().replace("-", " ").split()
    minutes = int(words[0]) if words[0].isdigit() else _MINUTES[words[0]]
    minutes += 5 if words == ["twenty", "five"] else 0
    half = groups["half"].casefold()
    is_before = groups["way"].casefold() == "to"
    is_after_noon = half == "p" or (not half and hour - is_before < _FIRST_MORNING_HOUR)
    hour = hour % _HALF_DAY + (_HALF_DAY if is_after_noon or (hour == _HALF_DAY and not half) else 0)
    total = hour * 60 + (-minutes if is_before else minutes)
    return _time(total // 60 % 24, total % 60)


def _time(hour: int, minute: int) -> time | None:
    try:
        return time(hour, minute)
    except ValueError:
        return None
