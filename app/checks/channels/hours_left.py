"""Does a text name an hour of the clock that is at most three hours away?

"At 3.10", "by noon", "before the buses leave at 7.50", "ten past three": an office that looks at its mail
once a day may not read this in time. Hours up to seven without a.m. are taken for the afternoon once it is
past them. Days are not looked at: the caller leaves out what is about another day.
"""

from datetime import datetime
from typing import Any

from app import linear
from app.checks.words import first_found, whole, whole_any

_LEFT, _OF_THE_DAY = 180, 480
_HALF_DAY, _DAY = 720, 1440
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NUMBER = "|".join(_NUMBERS)
_PAST = {"five": 5, "ten": 10, "quarter": 15, "twenty": 20, "half": 30}
_CLOCK = whole(
    r"(?:by|at|before|until|till|from|about|around|for|is|the|off) "
    rf"(?:(\d{{1,2}})(?:[.:](\d\d))?(?: ?([ap])\.?m\.?)?|({_NUMBER})) ?(?:o'clock|today|sharp)?"
)
_WORDED = whole(rf"(five|ten|quarter|twenty|half) (past|to) ({_NUMBER})")
_PAST_THE_HOUR = whole(
    r"(?:by|at|about|around|until|till|before) (?:five|ten|(?:a )?quarter|twenty|half) past"
)
_BUSY = whole(r"(?:I|we)(?:'m|'ve|'re| am| are| have) (?:[\w']+ ){1,6}(?:until|till) (?:\w+ )?(?:\w+) past")
_HALF = whole(rf"half ({_NUMBER})")
_NOON = whole_any(
    "noon|(?:at|by|before|until|till|from|about|around|after) midday|(?:before|for|at|after) lunch"
)
_HOMEWARDS = whole_any("home ?time|pick-?up|end of (?:the )?school|the (?:last|final) bell")
_BREAK = whole_any("(?:before|by|until|till) break(?: ?time)?")
_HOME_TIME, _BREAK_TIME = 915, 645
_O_CLOCK = whole(rf"(?:(an?) )?({_NUMBER}) o'clock(?:,? (?:today|sharp))?")
_MINUTES = whole(
    rf"in (?:(?:the next|about) )?(?:\d{{1,2}}|{_NUMBER}|fifteen|twenty|thirty|forty|(?:a )?few) minutes"
    r"|(?:in|within) (?:half an|an|the(?: next)?(?: half)?) hour"
    rf"|(?:\d{{1,2}}|{_NUMBER}|fifteen|twenty|(?:a )?few) minutes ago"
)
_COUNTED = linear.compile(r"(?i)^\s*(?:of|more|or \w+)\b|^\.\d|^,\d|^\s?(?:%|m\b)")
_VAGUE = linear.compile(r"(?i)^(?:the|for|is|about|around|off) (?:\d{1,2}|\pL+) ?$")
_GOES_ON = linear.compile(r"^\s*\pL")
_MOST, _REACH = 20, 8


def is_within_hours(text: str, now: datetime, left: int = _LEFT) -> bool:
    """Whether an hour that is named comes within `left` minutes of `now`, by default three hours."""
    at = now.hour * 60 + now.minute
    if _MINUTES.search(text) is not None:
        return True
    to_come = [minute - at for minute in _named(text, at) if 0 <= minute - at <= _OF_THE_DAY]
    return any(minutes <= left for minutes in to_come) or (not to_come and _is_past_the_hour(text))


def _is_past_the_hour(text: str) -> bool:
    """Whether it says "by twenty past" of an hour that it does not name: this one or the next.

    Until when its writer is busy is no hour for anybody else.
    """
    text = _BUSY.sub(" ", text)
    bare = (m for m in first_found(_PAST_THE_HOUR, text, _MOST))
    return any(_WORDED.search(text[m.start() : m.end() + _REACH]) is None for m in bare)


def _named(text: str, at: int) -> list[int]:
    """The hours in minutes of the day."""
    found = [_HALF_DAY] if _NOON.search(text) else []
    found += [_HOME_TIME] if _HOMEWARDS.search(text) else []
    found += [_BREAK_TIME] if _BREAK.search(text) else []
    o_clock = (m[2] for m in first_found(_O_CLOCK, text, _MOST) if not m[1])  # not "a ten o'clock start"
    found += [_later(_NUMBERS.index(number.lower()) + 1, 0, at) for number in o_clock]
    found += [_later(_NUMBERS.index(m[1].lower()) + 1, 30, at) for m in first_found(_HALF, text, _MOST)]
    for match in first_found(_WORDED, text, _MOST):
        minutes = _PAST[match[1].lower()] * (1 if match[2].lower() == "past" else -1)
        found.append(_later(_NUMBERS.index(match[3].lower()) + 1, minutes, at))
    clocks = (m for m in first_found(_CLOCK, text, _MOST) if not _is_count(m[0], text[m.end() :][:_REACH]))
    return found + [minute for match in clocks if (minute := _clock(match, at)) is not None]


def _is_count(said: str, after: str) -> bool:
    """Whether it counts or measures: "one of", "3.4 m by 2.9 m", "the two leavers"."""
    is_vague = _VAGUE.search(said) is not None and _GOES_ON.search(after) is not None
    return is_vague or _COUNTED.search(after) is not None


def _clock(match: Any, at: int) -> int | None:
    if match[4]:
        return _later(_NUMBERS.index(match[4].lower()) + 1, 0, at) if match[4].lower() in _NUMBERS else None
    hour, minute, half = int(match[1]), int(match[2] or 0), (match[3] or "").lower()
    if hour * 60 + minute >= _DAY:
        return None
    if half:
        return hour % 12 * 60 + minute + (_HALF_DAY if half == "p" else 0)
    return _later(hour, minute, at)


def _later(hour: int, minute: int, at: int) -> int:
    """The next time that a clock shows it, if that is in this half of the day or the next."""
    minutes = hour * 60 + minute
    return minutes + _HALF_DAY if minutes < at and hour <= _HALF_DAY // 60 else minutes
