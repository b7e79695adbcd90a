"""Which days does the subject line name?

The same reading as for the body. The subject of a reply or a forward was written on another day, so
there only dates that stand by themselves ("26 November") count, not "tomorrow" or "Friday".
"""

from collections.abc import Iterable
from datetime import datetime

from app.domain.calendar import SchoolCalendar
from app.domain.draft import Field, ReplyKind
from app.domain.reading import DateMention
from app.reading.dates import find_dates, without_breaks
from app.reading.times.date_words import MON, pattern

_PASSED_ON = pattern(r"^\s*(?:re|fwd?|aw|wg)\s*(?:\[\d+\])?\s*:")
_STANDS_ALONE = pattern(rf"\b(?:{MON})\b|\d[/.-]\d")


def find_subject_dates(
    subject: str, reply: ReplyKind, sending_at: datetime, calendar: SchoolCalendar
) -> tuple[DateMention, ...]:
    """The dates in the clean subject, in order, as London understands them at `sending_at`."""
    found = without_breaks(find_dates(subject, sending_at, calendar, Field.SUBJECT))
    return standing_alone(found, subject) if is_passed_on(subject, reply) else found


def standing_alone(found: Iterable[DateMention], text: str) -> tuple[DateMention, ...]:
    """The dates in `text` that mean the same day whenever they were written."""
    return tuple(d for d in without_breaks(found) if _STANDS_ALONE.search(text[d.start : d.end]))


def is_passed_on(subject: str, reply: ReplyKind) -> bool:
    """Whether the subject may be of an earlier mail: a reply, a forward, or one that opens "RE:"."""
    return reply is not ReplyKind.NEW or _PASSED_ON.search(subject) is not None
