"""Who of those that a mail is to cannot read it for now, as far as the mail service says?

Only people in To: they are expected to act. On a long list somebody always is away.
"""

from dataclasses import dataclass
from datetime import date

from app.domain.address import normal_address
from app.domain.audience import Reader
from app.domain.draft import Field, RecipientKind
from app.domain.reading import DateRole, Reading

_MOST = 10


@dataclass(frozen=True, slots=True)
class Absence:
    """Readers who are away. `until` where it is one day for all of them.

    `is_wanted_before` when the mail wants something by a day on which one of them still is.
    """

    readers: tuple[Reader, ...]
    until: date | None
    is_wanted_before: bool


def absent(reading: Reading) -> Absence | None:
    """Those who are away when the mail goes; None when nobody is known to be."""
    today = reading.draft.sending_at.date()
    away = tuple(r for r in _acting(reading) if r.recipient.facts.is_away and not _is_over(r, today))
    if not away:
        return None
    days = {r.recipient.facts.away_until for r in away}
    last = max((day for day in days if day is not None), default=None)
    due = [d.day for d in (*reading.dates, *reading.subject_dates) if d.role is DateRole.DEADLINE]
    is_before = last is not None and any(today <= day < last for day in due)
    return Absence(away, days.pop() if len(days) == 1 else None, is_before)


def full(reading: Reading) -> tuple[Reader, ...]:
    """Those whose mailbox takes nothing more."""
    return tuple(r for r in _acting(reading) if r.recipient.facts.is_full)


def _acting(reading: Reading) -> tuple[Reader, ...]:
    sender = normal_address(reading.draft.sender.address) if reading.draft.sender else ""
    to = [r for r in reading.audience.readers if r.recipient.field is Field.TO]
    people = (r for r in to if r.recipient.kind is not RecipientKind.GROUP)
    others = (r for r in people if normal_address(r.recipient.mailbox.address) != sender)
    return tuple(others) if len(to) <= _MOST else ()


def _is_over(reader: Reader, today: date) -> bool:
    until = reader.recipient.facts.away_until
    return until is not None and until < today
