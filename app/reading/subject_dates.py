"""Which days does the subject line name?

The same reading as for the body. The subject of a reply or a forward was written on another day, so
there only dates that stand by themselves ("26 November") count, not "tomorrow" or "Friday".
"""

from datetime import datetime

from app.domain.calendar import SchoolCalendar
from app.domain.draft import Field, ReplyKind
from app.domain.reading import DateMention
from app.reading.dates import find_dates
from app.reading.times.date_words import MON, pattern

_PASSED_ON = pattern(r"^\s*(?:re|fwd?|aw|wg)\s*(?:\[\d+\])?\s*:")
_STANDS_ALONE = pattern(rf"\b(?:{MON})\b|\d[/.-]\d")


def find_subject_dates(
    subject: str, reply: ReplyKind, sending_at: datetime, calendar: SchoolCalendar
) -> tuple[DateMention, ...]:
    """The dates in the clean subject, in order, as London understands them at `sending_at`."""
    found = find_dates(subject, sending_at, calendar, Field.SUBJECT)
    if is_passed_on(subject, reply):
        return tuple(d for d in found if _STANDS_ALONE.search(subject[d.start : d.end]))
    return found


def is_passed_on(subject: str, reply: ReplyKind) -> bool:
    """Whether the subject may be of an earlier mail: a reply, a forward, or one that opens "RE:"."""
    return reply is not ReplyKind.NEW or _PASSED_ON.search(subject) is not None
