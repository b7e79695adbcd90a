"""Which day do words name that count from a term, a holiday, a month or what schools do then?

"The Thursday | of the second week | after | we go back" is read from its end: the anchor is a stretch of
days, and each piece before it makes another stretch of it, as long as there are such pieces. Of the stretches
of one name the first that is not over is meant.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime

from app.domain.calendar import SchoolCalendar
from app.domain.reading import DateMention, DateRole
from app.reading.times.anchors import Anchor, anchors
from app.reading.times.beside_stretch import BESIDE
from app.reading.times.clock_times import CLOCK, SPOKEN
from app.reading.times.date_forms import ENDS_HERE, Place, follows_date, gone, in_week
from app.reading.times.date_words import WD, WEEKDAYS, pattern, without_names
from app.reading.times.deadlines import clause_around
from app.reading.times.school_spans import ahead
from app.reading.times.stretches import Kind, Stretch, stretch
from app.reading.times.times_beside import time_near
from app.reading.times.whose import is_others
from app.reading.times.within_stretch import WITHIN

_FARTHEST, _MOST_PIECES = 80, 4
_FORMS = (*WITHIN, *BESIDE)
_PIECES = tuple((pattern(form), piece) for form, piece in _FORMS)
_ANY_PIECE = pattern("|".join(without_names(form) for form, _ in _FORMS))
_CUE_INSIDE = pattern(r"^(?:by|before|until|till?|within)\b")
_REGULAR = pattern(r"\b(?:every|each|alternate|any)[ ]+(?:the[ ]+)?$")
_OF = pattern(r"(?:\s+(?:of|in|into|from))?(?:\s+(?:the|our))?\s*$")
_IS_TOLD = pattern(rf"^[^.!?\n]{{0,30}} is (?:on )?(?:the )?(?:{WD}\b\.? )?(?:the )?\d")


def composed(
    text: str, now: datetime, calendar: SchoolCalendar, found: Iterable[DateMention]
) -> list[DateMention]:
    """The dates in order, with those that are counted from a stretch; each takes the place of its pieces."""
    told = list(found)
    for anchor in anchors(text):
        before = text[max(0, anchor.start - _FARTHEST) : anchor.start]
        if not anchor.is_date and not _ANY_PIECE.search(before):
            continue
        start, of = _counted(text, anchor, now, calendar)
        is_told = any(d.end >= anchor.end and _is_same(text[start : d.start]) for d in told)
        if of is None or is_told:
            continue
        counted = [*_mentions(text, start, anchor, of, calendar)]
        counted = [*_row_before(text, counted[0]), *counted]
        opens = counted[0].start
        told = [
            d for d in told if (d.end <= opens and not _is_its_hour(text, d, opens)) or d.start >= anchor.end
        ]
        told += counted
    told.sort(key=lambda d: d.start)
    return [d for n, d in enumerate(told) if not any(_is_same_day(text, d, b) for b in told[n + 1 : n + 2])]


def _counted(
    text: str, anchor: Anchor, now: datetime, calendar: SchoolCalendar
) -> tuple[int, Stretch | None]:
    """Where the words that end with an anchor begin, and what they mean; None where that is told."""
    clause = clause_around(text, anchor.start, anchor.end)
    if follows_date(clause.after) or _IS_TOLD.search(clause.after):
        return anchor.start, None
    if anchor.may_go_on and not ENDS_HERE.search(clause.after):
        return anchor.start, None
    place = Place(clause, now, calendar, is_deadline=False)
    return _read(text, anchor.start, stretch(anchor.words, place), place)


def _is_same_day(text: str, mention: DateMention, behind: DateMention) -> bool:
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
    return bool(is_hour and _JUST_BEFORE.search(text[mention.end : opens][:_FARTHEST]))


_IS_HOUR = pattern(rf"{CLOCK}|{SPOKEN}|\d{{1,2}}\.\d\d")
_JUST_BEFORE = pattern(r"^(?:[\s,(.-]|\b(?:on|of|the)\b)*$")


def _is_same(before: str) -> bool:
    """Whether a date that is found already says the same, but for an article before it."""
    return before.strip().casefold() in {"", "the", "our"}


def _read(text: str, at: int, of: Stretch | None, place: Place) -> tuple[int, Stretch | None]:
    """Where the pieces before an anchor begin, and what they come to; None when there are none."""
    is_date = of is not None and of.is_date
    for _ in range(_MOST_PIECES):
        opens = max(0, at - _FARTHEST)
        begins, made = (0, None) if of is None else _made(text[opens:at], of, place)
        if made is None:
            break
        at, of, is_date = opens + begins, made, True
    if of is None or not is_date or _REGULAR.search(text[max(0, at - _FARTHEST) : at]):
        return at, None
    first = ahead(of.spans, place)
    meant = next((span for span in of.spans if span[0] == first), None)
    return at, None if meant is None else replace(of, spans=(meant,))


def _made(before: str, of: Stretch, place: Place) -> tuple[int, Stretch | None]:
    """Where the first piece that fits begins, and what it makes of the stretch."""
    for form, piece in _PIECES:
        match = form.search(before)
        if match is None:
            continue
        try:
            made = piece(match, of, place)
        except (OverflowError, ValueError):  # a day beyond the years that can be written
            continue
        if made is not None and made.spans:
            return match.start(), made
    return 0, None


def _row_before(text: str, first: DateMention) -> Iterator[DateMention]:
    """The weekdays right before one that is counted: "the Tues and | Weds of half term"."""
    named = _FIRST.search(text[first.start : first.end])
    opens = max(0, first.start - _FARTHEST)
    row = None if named is None else _ROW.search(text[opens : first.start + named.start(1)])
    if row is None or first.day.weekday() != WEEKDAYS[named["wd"].casefold()]:
        return
    for one in _WEEKDAY.finditer(row.group()):
        start = opens + row.start() + one.start()
        weekday = WEEKDAYS[one.group().casefold()]
        day = gone(weekday, first.day) if weekday >= first.day.weekday() else in_week(weekday, first.day, 0)
        yield DateMention(start, start + len(one.group()), day)


_WEEKDAY = pattern(rf"\b{WD}\b")
_FIRST = pattern(rf"^(?:on )?(?:the )?(?P<wd>{WD})\b")
_ROW = pattern(rf"(?:\b{WD}\b\.?(?: ?[,/&-] ?|,? (?:and|or|to|until|till?) ))+(?:on )?(?:the )?$")


def _mentions(
    text: str, start: int, anchor: Anchor, of: Stretch, calendar: SchoolCalendar
) -> Iterator[DateMention]:
    """The day that is meant; of several the first and the last."""
    clause = clause_around(text, start, anchor.end)
    is_deadline = clause.is_deadline(asks=True) or (
        _CUE_INSIDE.search(text[start : anchor.end]) and not is_others(clause.before, clause.after)
    )
    role = DateRole.DEADLINE if is_deadline else DateRole.MENTION
    (first, last), at = of.spans[0], time_near(clause.before, clause.after, calendar)
    if of.kind is Kind.SEVERAL and start < anchor.start:
        yield DateMention(start, start + len(_OF.sub("", text[start : anchor.start])), first)
        start, first = anchor.start, last
    yield DateMention(start, anchor.end, first, role, at=at)
