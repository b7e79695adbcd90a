"""Which time of day stands beside a date?

Beside a date hours and figures are times that are none elsewhere: "at 11", "1.15", "0900", "4-6". They may
stand before the date or after it, with a place between ("in the hall at 2pm"). Of a stretch ("2-3pm", "6.30
for 7pm") it is the start. A time that another date holds already is not this one's.
"""

from datetime import time
from typing import Any

from app.domain.calendar import SchoolCalendar
from app.reading.times.clock_times import CLOCK, HOUR, SPOKEN, clock
from app.reading.times.date_words import MON, ORD, WD, pattern

_MARKED = rf"(?:{CLOCK}|{SPOKEN})"
_FIGURES = r"(?:\d{1,2}\.\d{2}|(?:[01]\d|2[1-3])[0-5]\d)"
_ANY = rf"(?:{_MARKED}|{_FIGURES}|{HOUR}\b)"
_TO = r"(?: ?- ?| (?:to|until|'?till?) )"
_STRETCH = (
    rf"(?:(?P<t>{SPOKEN})|(?P<start>{_ANY}){_TO}(?P<end>{_MARKED}|{_FIGURES})|(?P<marked>{_MARKED}"
    rf"|{_FIGURES}){_TO}{HOUR}\b"
    rf"|between (?:the hours of )?(?P<between>{_ANY}) (?:and|&) (?P<and>{_ANY})"
    rf"|(?P<arrive>{_ANY}) for (?P<begin>{_MARKED}|{_FIGURES})"
    rf"|(?P<doors>{_MARKED}|{_FIGURES}) for (?P<then>{HOUR})"
    rf"|(?P<clock>{CLOCK}))"
)
_HOURS = r"(?P<first>1[0-2]|[1-9])(?: ?- ?| (?:to|'?till?|until) )(?P<last>1[0-2]|[1-9])"
_AROUND = (
    r"at (?:about|around)|at|by|from|before|prior to|not? later than|until|till?|after|around|about|approx\.?"
)
_END_OF_DAY = (
    r"c\.?o\.?[pb]\.?|e\.?o\.?[dp]\.?|(?:close|end) of (?:the )?(?:play|business|day|working day|school day)"
)
_WHERE = r"(?:,? (?:in|at|with|via|on(?: teams| zoom)) (?:the |our |my |your )?[a-z']+(?: [a-z']+){0,2})"

_LINK = (
    rf"(?:{_WHERE} on )?"
    r"(?:[\s,(-]|\b(?:on|of|from|the|this|next|coming|in|sharp|on the dot|prompt|start|onwards|latest"
    r"|at the latest|gmt|bst|uk time|ko|kick[ -]?off|both (?:nights|days|evenings))\b)*"
)
_BEFORE = pattern(
    rf"(?P<before>.*?)(?:\b(?:{_STRETCH}"
    rf"|(?:from|is|are|runs|lunch|meet(?:ing)?|slot|session|visit|call):? {_HOURS}"
    rf"|at (?P<to>(?:5|10) to {HOUR})"
    rf"|(?:{_AROUND}|make|have|do|say|(?:moved?|changed?|switched?"
    rf"|brought forward)(?: [a-z]+)? to)"
    rf" (?P<bare>{_FIGURES}|{HOUR})"
    rf"|(?P<part>{_END_OF_DAY}))"
    rf"|(?:(?:^|[\s(])(?P<dotted>(?:[7-9]|1\d|2[0-3]|0[7-9])[.][0-5][05]|0[6-9][0-5][05])"
    rf"|(?:^|[\s(])(?P<opens>[1-6][.][0-5][05])"
    rf"|(?:^|\s)(?P<sharp>{_FIGURES}|{HOUR}) (?:sharp|prompt|on the dot)"
    rf"|\b(?:starts?|begins?|opens?|leaves?|departs?|arriv(?:es?|ing)|kicks? off) (?P<verb>{HOUR})))"
    rf"(?:\b|\.){_LINK}$"
)
_ROW_BEFORE = pattern(rf"(?P<before>.*?)(?:^|[\s(]){_HOURS}(?:[ ,()]|\b(?:on|of|the|this|next|coming)\b)*$")
"""Hours with nothing that says so, right before a day: "1-3 on Friday"."""
_MINUTES_TO = pattern(r"\bat$")
"""As in "at 10 to 3"."""
_LEAD = (
    rf"^(?:\.[ ,]*)?(?:{_WHERE}(?: at | from | @ ?|, ?))?"
    r"(?:[\s,;:|(@-]|\b(?:at the latest|at|by|before|after|from|between|in the|no later than|latest|around"
    r"|about|approx|for|closing|finishing|leaving|arriv(?:e|ing)|depart(?:ing)?|kick[ -]?off|ko|any ?time"
    r"|starts?|starting|starts? at|begins?|beginning|promptly|until|till?|doors(?: open)?|time|on teams"
    r"|on zoom)\b)*(?:\bat)?"
)
_AFTER = pattern(
    rf"{_LEAD}(?:{_STRETCH}|(?P<bare>{_FIGURES})|{_HOURS}"
    rf"|(?P<part>{_END_OF_DAY}))(?:[^\w.]|\.(?:\D|$)|$)"
)
_HOUR_AFTER = pattern(
    rf"^(?:{_WHERE})?[\s,(]*(?:any ?time )?(?:{_AROUND}|@) ?(?P<bare>{HOUR})\s*"
    r"(?:$|\n|[-.,:;!?()](?:\D|$)|\b(?:on|in|for|please|if|so|and|or|with|sharp|start|prompt|to|works?"
    r"|would|is)\b)"
)
_IS_HELD = pattern(
    rf"(?:\b(?:{WD}|{MON})\.?|\d{ORD}|\d[/.]\d{{1,2}}|\b{MON}\.? \d{{1,2}})(?:[\s,(@-]|\bat\b|\bfrom\b)*$"
)
_NOON, _LATE, _DOORS = 12, 19, 7
"""People are asked to arrive at "7 for 7.30" in the evening, and at "9 for 9.30" in the morning."""


def time_near(before: str, after: str, calendar: SchoolCalendar) -> time | None:
    """The time written right before or after a date."""
    row = _ROW_BEFORE.search(before)
    if row is not None and not any(p.search(row["before"]) for p in (_MEASURES, _IS_HELD, _MINUTES_TO)):
        return _start_of(row["first"], row["last"])
    match = _BEFORE.search(before)
    if match is not None and not _IS_HELD.search(match["before"]) and not _is_measure(match):
        told = match.groupdict("")
        if told["end"] and _MOVED.search(match["before"]):
            return clock(told["end"])
        return _said(told, calendar)
    part = _PART_FIRST.search(after)
    told = None if part is None else time_near("", after[part.end() :], calendar)
    if part is not None and told is not None:
        return _in_part(told, part["part"].casefold())
    match = _AFTER.search(after)
    if (
        match is not None
        and not _IS_DAY.search(after[match.end() - 1 :])
        and not _is_room(match["bare"], after)
    ):
        return _said(match.groupdict(""), calendar)
    hour = _HOUR_AFTER.search(after)
    return None if hour is None else clock(hour["bare"])


def _is_measure(match: Any) -> bool:
    """Whether "2.50" is a number of something, and not the hour of a day behind it."""
    return bool(match["opens"]) and _MEASURES.search(match["before"]) is not None


_MEASURES = pattern(
    r"(?:\b(?:versions?|sections?|paras?|paragraphs?|clauses?|items?|rooms?|pages?|tables?|figures?|costs?|worth|to|of"
    r"|by|age|averaged?|scor(?:e|ed|es)|marks?|grades?|was|were|rate|level|chapter|appendix|ratio|num(?:ber)?|no|ref"
    r"|years?|yrs?|ages?|aged|class(?:es)?|groups?|tables?|lost|won|beat|drew|pages?|questions?|floors?|steps?"
    r"|stages?|sizes?|weeks?|days?|terms?|units?|parts?|sets?|lessons?|periods?|sessions?|bays?|gates?|levels?)"
    r"|\d)[.:]? ?$"
)


def in_evening(at: time | None, sentence: str) -> time | None:
    """The time, after noon where a sentence tells of what is held in the evening: "the quiz is at 7.30"."""
    if at is None or not _DOORS <= at.hour <= _LAST_DOORS or _IS_MORNING.search(sentence):
        return at
    is_late = _IS_LATE.search(sentence) or (at.hour == _DOORS and _IS_EVENING.search(sentence))
    return at.replace(hour=at.hour + _NOON) if is_late else at


_LAST_DOORS = 8
_IS_LATE = pattern(r"\b(?:evening|disco|quiz|bingo|concert|ceilidh|fireworks)\b")
_IS_EVENING = pattern(r"\b(?:night|dinner|supper|show|drinks|party|prom|curry|governors?|pta|parish)\b")
"""What would begin at 7, but may be something else of the morning at 8."""
_IS_MORNING = pattern(r"\d ?a\.?m\b|\b0\d|\b(?:morning|breakfast|early|before school)\b")
_MOVED = pattern(
    r"\b(?:moved|changed|switched|put back|pushed back|brought forward|rescheduled)(?: [a-z]+)? from $"
)
_PART_FIRST = pattern(r"^ (?:in the )?(?P<part>morning|afternoon|evening|night|lunch ?time|am|pm)\b")


def _in_part(told: time, part: str) -> time:
    """For "Thursday night at half seven": the hour in its half of the day."""
    if part.startswith("lunch"):
        return told
    if part in {"morning", "am"}:
        return told.replace(hour=told.hour - _NOON) if _NOON < told.hour < _LATE else told
    return told.replace(hour=told.hour + _NOON) if told.hour < _NOON else told


_IS_DAY = pattern(rf"^ ?(?:{ORD})?(?: of)? (?:{MON})\b")


def _is_room(figures: str | None, after: str) -> bool:
    """Whether "2.14" stands in a column of its own, where rooms do."""
    return bool(figures) and "|" in after[: after.index(figures or "")]


def _said(groups: dict[str, str], calendar: SchoolCalendar) -> time | None:
    for start, end in (("start", "end"), ("between", "and"), ("first", "last")):
        if groups.get(start):
            return _start_of(groups[start], groups[end])
    opens = groups["arrive"] or groups["doors"]
    if opens:
        arrive, begins = clock(opens), groups["begin"] or groups["then"]
        is_evening = arrive is not None and arrive.hour <= _DOORS and not _OWN_HALF.search(begins)
        return _start_of(opens, f"{begins}pm" if is_evening else begins) or arrive
    said = next((groups[one] for one in _ONE if groups.get(one)), "")
    return clock(said) if said else calendar.closes


_ONE = ("t", "to", "marked", "clock", "bare", "dotted", "opens", "sharp", "verb")
_OWN_HALF = pattern(r"[ap]\.?m\.?$|noon|midnight|mid-?day")


def _start_of(start: str, end: str) -> time | None:
    """The start of "2-3pm" or "11 to 1pm": in the half of the day that comes before its end."""
    until = clock(end)
    if until is None or _OWN_HALF.search(start) or not _OWN_HALF.search(end):
        return clock(start)
    same = clock(f"{start}pm" if until.hour >= _NOON else f"{start}am")
    return same if same is not None and same < until else clock(f"{start}am") or clock(start)
