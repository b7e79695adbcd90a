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
from app.reading.times.date_forms import ENDS_HERE, Place, follows_date
from app.reading.times.date_words import WD, pattern, without_names
from app.reading.times.deadlines import clause_around
from app.reading.times.school_spans import ahead
from app.reading.times.stretches import Kind, Stretch, stretch
from app.reading.times.times_beside import time_near
from app.reading.times.within_stretch import WITHIN

_FARTHEST, _MOST_PIECES = 80, 4
_FORMS = (*WITHIN, *BESIDE)
_PIECES = tuple((pattern(form), piece) for form, piece in _FORMS)
_ANY_PIECE = pattern("|".join(without_names(form) for form, _ in _FORMS))
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
        told = [d for d in told if d.end <= start or d.start >= anchor.end]
        told += _mentions(text, start, anchor, of, calendar)
    return sorted(told, key=lambda d: d.start)


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


def _mentions(
    text: str, start: int, anchor: Anchor, of: Stretch, calendar: SchoolCalendar
) -> Iterator[DateMention]:
    """The day that is meant; of several the first and the last."""
    clause = clause_around(text, start, anchor.end)
    is_deadline = clause.is_deadline(asks=True) or text[start : anchor.end].casefold().startswith("within")
    role = DateRole.DEADLINE if is_deadline else DateRole.MENTION
    (first, last), at = of.spans[0], time_near(clause.before, clause.after, calendar)
    if of.kind is Kind.SEVERAL and start < anchor.start:
        yield DateMention(start, start + len(_OF.sub("", text[start : anchor.start])), first)
        start, first = anchor.start, last
    yield DateMention(start, anchor.end, first, role, at=at)
