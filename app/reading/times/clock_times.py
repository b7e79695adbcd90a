"""Which time of day do words name, alone and right beside a date?

"4pm", "16:00", "half past three" and "noon" are times wherever they stand; "at 11", "1.15" and "0900"
only right beside a date. Of a stretch ("2-3pm") it is the start. Office hours decide what stays open:
"3.15" and "half 3" are in the afternoon.
"""

from collections.abc import Mapping
from datetime import time

from app.domain.calendar import SchoolCalendar
from app.reading.times.date_words import NUMBERS, pattern

_HOUR = r"(?:1[0-2]|[1-9]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_HALF = r"(?: ?(?:am|pm|a\.m\.?|p\.m\.?)\b)?"
CLOCK = (
    r"(?:(?:12 ?)?noon|(?:12 ?)?mid-?day|(?:12 ?)?midnight"
    rf"|(?:half past|(?:a )?quarter (?:past|to)) {_HOUR}\b{_HALF}"
    r"|\d{1,2}(?:[:.]\d{2})? ?(?:am|pm|a\.m\.?|p\.m\.?)|\d{1,2} ?-?ish\b"
    r"|\d{1,2}:\d{2}(?::\d{2})?(?: ?(?:hrs|hours))?|\d{1,2}\.\d{2} ?(?:hrs|hours)\b"
    rf"|(?:\d{{1,2}}|{_HOUR}) ?o'?clock|\d{{4}} ?(?:hrs|hours))"
)
SPOKEN = rf"(?:half|(?:five|ten|twenty(?:[ -]five)?) (?:past|to)) {_HOUR}\b{_HALF}"
_SPOKEN = pattern(
    rf"(?:a )?(?P<minutes>half|quarter|five|ten|twenty(?:[ -]five)?)(?: (?P<way>past|to))? (?P<hour>{_HOUR})"
    r"(?: ?(?P<half>[ap])\.?m\.?)?"
)
_MINUTES = {"half": 30, "quarter": 15, "five": 5, "ten": 10, "twenty": 20}
_PARTS = pattern(r"(?P<hour>\d{1,2})(?:[:.]?(?P<minute>\d{2}))?(?::\d{2})? ?(?P<half>[ap])?.*")
_NAMED = {"noon": time(12), "midday": time(12), "mid-day": time(12), "midnight": time(23, 59)}
_HALF_DAY = 12
_FIRST_MORNING_HOUR = 7


def clock(words: str) -> time | None:
    """The time that `words` (matched by CLOCK) name; midnight is the end of its day. None when impossible."""
    name = words.lower().removeprefix("12").strip()
    if name in _NAMED:
        return _NAMED[name]
    spoken = _SPOKEN.fullmatch(words)
    if spoken is not None:
        return _spoken(spoken.groupdict(""))
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
    minutes = _MINUTES[words[0]] + (_MINUTES[words[1]] if words[1:] else 0)
    half = groups["half"].casefold()
    is_after_noon = half == "p" or (not half and hour < _FIRST_MORNING_HOUR)
    hour = hour % _HALF_DAY + (_HALF_DAY if is_after_noon or (hour == _HALF_DAY and not half) else 0)
    total = hour * 60 + (-minutes if groups["way"].casefold() == "to" else minutes)
    return _time(total // 60 % 24, total % 60)


def _time(hour: int, minute: int) -> time | None:
    try:
        return time(hour, minute)
    except ValueError:
        return None


_END_OF_DAY = r"cop|cob|eod|eop|(?:close|end) of (?:the )?(?:play|business|day|working day|school day)"
_LINK = r"(?:[\s,(-]|\b(?:on|of|the|this|next|coming|in|sharp|prompt)\b)*"
_TO = r" ?(?:-|to|until|till|and) ?"
_STRETCH = rf"(?P<start>\d{{1,2}}(?:[:.]\d{{2}})?)(?: ?(?P<own>[ap])\.?m\.?)?{_TO}(?P<end>{CLOCK})"
_BEFORE = pattern(
    rf"\b(?:{_STRETCH}|(?P<t>{CLOCK}|{SPOKEN})"
    r"|(?:at|by|from|before|until|till?|after|make|have|do|say)"
    rf" (?P<bare>\d{{1,2}}\.\d{{2}}|[01]\d[0-5]\d|{_HOUR})"
    rf"|between (?P<first>{_HOUR}) and {_HOUR}"
    rf"|(?P<part>{_END_OF_DAY}|first thing|lunch ?time|(?:morning|afternoon|evening|night) of)\b){_LINK}$"
)
_AFTER = pattern(
    r"^(?:[\s,(@-]|\b(?:at the latest|at|by|before|from|between|in the|no later than)\b)*"
    rf"(?:{_STRETCH}|(?P<t>{CLOCK}|{SPOKEN})|(?P<bare>\d{{1,2}}\.\d{{2}}|[01]\d[0-5]\d)"
    r"|(?P<first>1[0-2]|[1-9]) ?(?:-|to|till?|until) ?(?:1[0-2]|[1-9])"
    rf"|(?P<part>{_END_OF_DAY}|first thing|lunch ?time|morning|afternoon|evening|night))"
    r"(?:[^\w.]|\.(?:\D|$)|$)"
)
_HOUR_AFTER = pattern(
    r"^[\s,(]*(?:at|by|before|from|@) ?(?P<bare>1[0-2]|[1-9]|one|two|three|four|five|six|seven|eight"
    r"|nine|ten|eleven|twelve)\s*"
    r"(?:$|\n|[.,;!?)](?:\D|$)|\b(?:on|in|for|please|if|so|and|or|with|sharp)\b)"
)


def time_near(before: str, after: str, calendar: SchoolCalendar) -> time | None:
    """The time written right before or after a date."""
    match = _BEFORE.search(before) or _AFTER.search(after)
    if match is None:
        hour = _HOUR_AFTER.search(after)
        return None if hour is None else clock(hour["bare"])
    if match["start"]:
        return _start_of(match["start"], (match["own"] or "").casefold(), match["end"])
    said = match["t"] or match["bare"] or match["first"]
    if said:
        return clock(said)
    named = {
        "first": calendar.opens,
        "lunch": time(13),
        "morni": time(12),
        "eveni": time(23, 59),
        "night": time(23, 59),
    }
    return named.get(match["part"].casefold()[:5], calendar.closes)


def _start_of(start: str, own: str, end: str) -> time | None:
    """The start of "2-3pm" or "11 to 1pm": in the half of the day that comes before its end."""
    until = clock(end)
    if own or until is None:
        return clock(f"{start}{own}m" if own else start)
    same = clock(f"{start}pm" if until.hour >= _HALF_DAY else f"{start}am")
    return same if same is not None and same < until else clock(f"{start}am") or clock(start)
