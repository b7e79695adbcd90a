"""Where do the dates of a mail stand, in its subject and in its own text?

Body first, because that is where a sender is taken to. Positions are those of the field.
"""

from app.checks.pointing import in_body, in_subject
from app.domain.draft import Field
from app.domain.finding import Span
from app.domain.reading import DateMention, DateRole, Reading


def dates_of(reading: Reading) -> tuple[DateMention, ...]:
    """The dates of the body, then those of the subject."""
    return (*reading.dates, *reading.subject_dates)


def deadlines_of(reading: Reading) -> list[DateMention]:
    """Those of ``dates_of`` that say when something must be done by."""
    return [d for d in dates_of(reading) if d.role is DateRole.DEADLINE]


def words_around(reading: Reading, mention: DateMention) -> str:
    """The clean text that a date stands in."""
    return reading.subject.clean if mention.field is Field.SUBJECT else reading.own


def at_date(reading: Reading, mention: DateMention) -> Span:
    """The span of a date."""
    place = in_subject if mention.field is Field.SUBJECT else in_body
    return place(reading, mention.start, mention.end)
