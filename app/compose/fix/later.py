"""When would be a better time to send it?

In ten minutes where somebody is angry, after hours where it is large, and else on the next morning: of a
working day, of a day in term where schools are to read it, of a day with pupils where a pupil is.
"""

from datetime import datetime, timedelta

from app.domain.calendar import LONDON, SchoolCalendar
from app.domain.draft import Draft
from app.domain.finding import Finding
from app.domain.reading import Reading
from app.policy.policy import Policy

COOL_OFF_MINUTES = 10
_HEATED = frozenset({"heat-and-cool-off", "hostile-tone"})
_LARGE = "attachment-load"
_TO_PUPILS = "pupil-recipients"
_FURTHEST = timedelta(weeks=9)
"""Longer than any holiday: beyond it the calendar knows of no day."""


def when_to_send(finding: Finding, reading: Reading, policy: Policy, calendar: SchoolCalendar) -> datetime:
    """The better time, in Europe/London, always after the one that the draft has."""
    at = reading.draft.sending_at
    if finding.check in _HEATED:
        minutes = float(policy.number("cool_off_minutes", COOL_OFF_MINUTES))
        return _whole_minute(at + timedelta(minutes=minutes))
    hours = calendar.hours(at)
    if finding.check == _LARGE and hours.is_working:
        return datetime.combine(at.astimezone(LONDON).date(), hours.closes, LONDON)
    return _morning(hours.next_morning, finding, reading, calendar)


def is_later(draft: Draft, at: datetime) -> bool:
    """Whether it would leave after it does now."""
    return at > draft.sending_at


def _morning(first: datetime, finding: Finding, reading: Reading, calendar: SchoolCalendar) -> datetime:
    """The first morning of the right kind; where the calendar knows none, the next working one."""
    if finding.check == _TO_PUPILS:
        is_right = calendar.is_pupil_day
    elif reading.audience.schools:
        is_right = calendar.is_term_day
    else:
        return first
    for days in range(_FURTHEST.days):
        day = first.date() + timedelta(days=days)
        if is_right(day):
            return datetime.combine(day, first.time(), LONDON)
    return first


def _whole_minute(at: datetime) -> datetime:
    """Outlook tells minutes: the next whole one."""
    return (at + timedelta(seconds=59)).replace(second=0, microsecond=0)
