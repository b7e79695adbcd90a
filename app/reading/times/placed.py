"""What becomes of the dates that were found by themselves when a date is put together from pieces?

Those in its words go, and so does an hour before it; a weekday right before it joins it ("the Tues and | Weds
of half term"). A date that already says the same stays.
"""

from collections.abc import Iterator

from app.domain.reading import DateMention
from app.reading.times.clock_times import CLOCK, SPOKEN
from app.reading.times.date_forms import JUST_BEFORE, coming, gone, in_week
from app.reading.times.date_words import WD, WEEKDAYS, pattern

_FARTHEST = 80


def placed(text: str, found: list[DateMention], made: list[DateMention]) -> list[DateMention]:
    """The dates with those that were made of pieces."""
    start, end = made[0].start, made[-1].end
    if any(d.end >= end and _is_same(text[start : d.start]) for d in found):
        return found
    made = [*_row_before(text, made[0]), *made, *_row_after(text, made[-1])]
    opens = made[0].start
    outside = without_pieces(found, opens, made[-1].end)
    return [*(d for d in outside if not _is_its_hour(text, d, opens)), *made]


def without_pieces(found: list[DateMention], start: int, end: int) -> list[DateMention]:
    """The dates that lie outside of such words."""
    return [d for d in found if d.end <= start or d.start >= end]


def is_same_day(text: str, mention: DateMention, behind: DateMention) -> bool:
    """Whether the date behind it says which day it is: "the first day of term for pupils is 3 September"."""
    words, between = text[mention.start : mention.end], text[mention.end : behind.start][:_FARTHEST]
    is_of_school = _OF_SCHOOL.search(words) is not None and _FIGURE.search(words) is None
    return is_of_school and _IS_THE.search(between) is not None


_IS_THE = pattern(r"^(?: for (?:[a-z0-9]+ ){1,3}?)?(?: ?(?:is|will be|falls|=|:|-))(?: on)?(?: the)? ?$")
_OF_SCHOOL = pattern(r"\b(?:term|back|holidays?|hols|break|inset|school)\b")
_FIGURE = pattern(r"\d")


def _is_its_hour(text: str, mention: DateMention, opens: int) -> bool:
    """Whether an hour that was found by itself is that of a date behind it: "by noon on the last Friday"."""
    is_hour = mention.at is not None and _IS_HOUR.fullmatch(text[mention.start : mention.end])
    return bool(is_hour and JUST_BEFORE.search(text[mention.end : opens][:_FARTHEST]))


_IS_HOUR = pattern(rf"{CLOCK}|{SPOKEN}|\d{{1,2}}\.\d\d")


def _is_same(before: str) -> bool:
    """Whether a date that is found already says the same, but for an article before it."""
    return before.strip().casefold() in {"", "the", "our"}


def _row_before(text: str, first: DateMention) -> Iterator[DateMention]:
    """The weekdays right before one that is counted: "the Tues and | Weds of half term"."""
    named = _FIRST.search(text[first.start : first.end])
    opens = max(0, first.start - _FARTHEST)
    row = None if named is None else _ROW.search(text[opens : first.start + named.start(1)])
    if row is None or first.day.weekday() != WEEKDAYS[named["wd"].casefold()]:
        return
    if _IS_OWN.search(text[opens : opens + row.start()]):
        return
    for one in _WEEKDAY.finditer(row.group()):
        start = opens + row.start() + one.start()
        weekday = WEEKDAYS[one.group().casefold()]
        day = gone(weekday, first.day) if weekday >= first.day.weekday() else in_week(weekday, first.day, 0)
        yield DateMention(start, start + len(one.group()), day)


_WEEKDAY = pattern(rf"\b{WD}\b")
_FIRST = pattern(rf"^(?:on )?(?:the )?(?P<wd>{WD})\b")
_IS_OWN = pattern(r"\b(?:this|next|last|coming) $")
_ROW = pattern(rf"(?:\b{WD}\b\.?(?: ?[,/&-] ?|,? (?:and|or|to|until|till?) ))+(?:on )?(?:the )?$")


def _row_after(text: str, last: DateMention) -> Iterator[DateMention]:
    """The weekday that a row goes on to: "half term, Monday | to Wednesday"."""
    ends = _LAST.search(text[last.start : last.end])
    more = None if ends is None else _GOES_ON.search(text[last.end : last.end + _FARTHEST])
    if more is not None:
        day = coming(WEEKDAYS[more["wd"].casefold()], last.day)
        yield DateMention(last.end + more.start(1), last.end + more.end(1), day)


_LAST = pattern(rf"\b{WD}\.?$")
_GOES_ON = pattern(rf"^\.? ?(?:-|to|until|till?|through|and|&|,) ?(?:the )?(?P<wd>{WD})\b")
