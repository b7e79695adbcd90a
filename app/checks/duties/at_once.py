"""Does a mail say itself that something is for today or tomorrow?"""

from app import linear
from app.checks.dated import deadlines_of
from app.domain.reading import Reading

_HOUR = (
    r"(?:noon|midday|close of play|cop|eod|\d{1,2}(?:[:.]\d{2})?\s?(?:[ap]\.?m\.?|o'clock)|\d{1,2}[:.]\d{2})"
)
_AT_ONCE = linear.compile(
    rf"(?i)\b(?:by|before|at|until|from|closes?)\s+(?:at\s+)?{_HOUR}\s+(?:today|tonight|this \w+|tomorrow)\b"
    rf"|\b(?:by|before|until)\s+(?:today|tonight|tomorrow|the end of (?:today|the day))\b"
    rf"|\b(?:today|tonight|tomorrow)\s+(?:by|before|at)\s+{_HOUR}"
)


def is_due_at_once(reading: Reading) -> bool:
    """Whether it says itself that it is for today or tomorrow, and at what hour or by when."""
    today = reading.draft.sending_at.date()
    soon = [d for d in deadlines_of(reading) if 0 <= (d.day - today).days <= 1]
    return bool(soon) or any(map(_AT_ONCE.search, (reading.subject.clean, reading.own)))
