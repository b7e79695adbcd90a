"""Which day do words name that count from a term, a holiday, a month or what schools do then?

"The Thursday | of the second week | after | we go back" is read from its end: the anchor is a stretch of
days, and each piece before it makes another stretch of it, as long as there are such pieces. Of the stretches
of one name the first that is not over is meant.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from app.domain.calendar import SchoolCalendar
from app.domain.reading import DateMention, DateRole
from app.reading.times.anchors import Anchor
from app.reading.times.asked_by import is_asked_by
from app.reading.times.beside_stretch import BESIDE
from app.reading.times.date_forms import ENDS_HERE, Place, follows_date
from app.reading.times.date_words import WD, pattern, without_names
from app.reading.times.deadlines import clause_around
from app.reading.times.placed import is_same_day, placed, without_pieces
from app.reading.times.school_spans import ahead
from app.reading.times.stretches import Kind, Stretch, stretch
from app.reading.times.times_beside import time_near
from app.reading.times.within_stretch import WITHIN

_FARTHEST, _MOST_PIECES, _MOST_JOINED, _LONGEST_AND = 80, 4, 2, 8
_AND = pattern(r",? (?:and|or|&) $")
_FORMS = (*WITHIN, *BESIDE)
_PIECES = tuple((pattern(form), piece) for form, piece in _FORMS)
_ANY_PIECE = pattern("|".join(without_names(form) for form, _ in _FORMS))
_REGULAR = pattern(r"\b(?:every|each|alternate|any)[ ]+(?:the[ ]+)?$")
_OF = pattern(r"(?:\s+(?:of|in|into|from))?(?:\s+(?:the|our))?\s*$")
_IS_TOLD = pattern(rf"^[^.!?\n]{{0,30}} is (?:on )?(?:the )?(?:{WD}\b\.? )?(?:the )?\d")


@dataclass(frozen=True, slots=True)
class _Meant:
    """The words of a date that is counted, where its anchor begins, and what it is."""

    start: int
    end: int
    opens: int
    of: Stretch


def composed(
    text: str, now: datetime, calendar: SchoolCalendar, named: Iterable[Anchor], found: Iterable[DateMention]
) -> list[DateMention]:
    """The dates in order, with those that are counted from a stretch; each takes the place of its pieces."""
    told = list(found)
    for anchor in named:
        before = text[max(0, anchor.start - _FARTHEST) : anchor.start]
        if not anchor.is_date and not _ANY_PIECE.search(before):
            continue
        counted = [*_counted(text, anchor, now, calendar)]
        for meant in counted:
            is_told = _is_told(text[meant.end : meant.end + _FARTHEST])
            if is_told and any(meant.end <= d.start <= meant.end + _FARTHEST for d in told):
                told = without_pieces(told, meant.start, meant.end)
            else:
                row = counted[-1].start if len(counted) > 1 else None
                told = placed(text, told, [*_mentions(text, meant, row, calendar)])
    told.sort(key=lambda d: d.start)
    return [d for n, d in enumerate(told) if not any(is_same_day(text, d, b) for b in told[n + 1 : n + 2])]


def _is_told(after: str) -> bool:
    """Whether the date itself comes next: "the Friday we break up (11th Feb)"."""
    return follows_date(after) or _IS_TOLD.search(after) is not None


def _counted(text: str, anchor: Anchor, now: datetime, calendar: SchoolCalendar) -> Iterator[_Meant]:
    """What the words that end with an anchor mean.

    Of "the week before and the Monday after half term" both, the last first.
    """
    clause = clause_around(text, anchor.start, anchor.end)
    if anchor.may_go_on and not ENDS_HERE.search(clause.after):
        return
    at, end = anchor.start, anchor.end
    for _ in range(_MOST_JOINED):
        place = Place(clause_around(text, at, anchor.end), now, calendar, is_deadline=False)
        start, of = _read(text, at, stretch(anchor.words, place), place)
        whole = replace(place, clause=clause_around(text, start, anchor.end))
        if start < at and whole.is_past is not place.is_past:
            start, of = _read(text, at, stretch(anchor.words, whole), whole)
        if of is None or (start == at and end != anchor.end):
            return
        yield _Meant(start, end, anchor.start, of)
        joined = _AND.search(text[max(0, start - _LONGEST_AND) : start])
        if joined is None:
            return
        at = start - len(joined.group().lstrip(" ,"))
        end = start - len(joined.group())


def _read(text: str, at: int, of: Stretch | None, place: Place) -> tuple[int, Stretch | None]:
    """Where the pieces before an anchor begin, and what they come to; None when there are none."""
    is_date, is_one = of is not None and of.is_date, of is not None and len(of.spans) == 1
    for _ in range(_MOST_PIECES):
        opens = max(0, at - _FARTHEST)
        begins, made = (0, None) if of is None else _made(text[opens:at], of, place)
        if made is None:
            break
        at, of, is_date = opens + begins, made, True
    if of is None or not is_date or _REGULAR.search(text[max(0, at - _FARTHEST) : at]):
        return at, None
    first = of.spans[0][0] if is_one else ahead(of.spans, place)
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


def _mentions(text: str, meant: _Meant, row: int | None, calendar: SchoolCalendar) -> Iterator[DateMention]:
    """The day that is meant; of several and of a week the first and the last.

    Of weeks in a row, which opens at `row`, and of one until which something is asked for, only the first.
    """
    start, end = meant.start, meant.end
    clause = clause_around(text, start if row is None else row, end)
    is_deadline = is_asked_by(text[meant.start : meant.end], clause, asks=True)
    role = DateRole.DEADLINE if is_deadline else DateRole.MENTION
    (first, last), at = meant.of.spans[0], time_near(clause.before, clause.after, calendar)
    is_week = meant.of.kind is Kind.WEEK and first < last and row is None and not is_deadline
    is_range = meant.of.kind is Kind.SEVERAL or is_week
    if is_range and start < meant.opens:
        yield DateMention(start, start + len(_OF.sub("", text[start : meant.opens])), first)
        start, first = meant.opens, last
    yield DateMention(start, end, first, role, at=at)
    if is_week and first < last:
        yield DateMention(start, end, last, DateRole.PERIOD)
