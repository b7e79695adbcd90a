"""Where do the dates of a mail stand, in its subject and in its own text?

Body first, because that is where a sender is taken to. Positions are those of the field. A day that the
writer promises something by, and a rule that always holds ("within one day if ..."), ask nothing by a date.
"""

from app import linear
from app.checks.pointing import in_body, in_subject
from app.checks.words import whole_any
from app.domain.draft import Field
from app.domain.finding import Span
from app.domain.reading import DateMention, DateRole, Reading

_AROUND = 160
_SENTENCE = linear.compile(r"[.!?]\s|\n")
_PROMISE = linear.compile(
    r"(?i)\b(?:i|we)(?:\x27ll|\x{2019}ll|\s+(?:will|shall|hope\s+to|aim\s+to|plan\s+to))\s"
)
_ASKS_BACK = whole_any("""
    you|your|yours|please|need\\w*|require\\w*|expect|must|want|close|stop|assume|collect\\w*|hear|have to|chase|get back
    accept|if not|or|else
""")  # noqa: E501 - one phrase a line
_WITHIN = linear.compile(r"(?i)\bwithin\s+(?:\w+\s+){0,3}$|^within\b")
_RULE_AFTER = linear.compile(r"(?i)^[^.!?\n]{0,12}\b(?:if|when|whenever|where|of|after|once|unless)\b")


def dates_of(reading: Reading) -> tuple[DateMention, ...]:
    """The dates of the body, then those of the subject."""
    return (*reading.dates, *reading.subject_dates)


def deadlines_of(reading: Reading) -> list[DateMention]:
    """Those of ``dates_of`` that say when something is wanted by."""
    return [d for d in dates_of(reading) if d.role is DateRole.DEADLINE and not _asks_nothing(reading, d)]


def _asks_nothing(reading: Reading, mention: DateMention) -> bool:
    text = words_around(reading, mention)
    before = _SENTENCE.split(text[max(0, mention.start - _AROUND) : mention.start])[-1]
    said, after = text[mention.start : mention.end], text[mention.end : mention.end + _AROUND]
    if (_WITHIN.search(said) or _WITHIN.search(before)) and _RULE_AFTER.search(after):
        return True
    promise = _PROMISE.search(before)
    return promise is not None and not _ASKS_BACK.search(before[promise.end() :])


def words_around(reading: Reading, mention: DateMention) -> str:
    """The clean text that a date stands in."""
    return reading.subject.clean if mention.field is Field.SUBJECT else reading.own


def at_date(reading: Reading, mention: DateMention) -> Span:
    """The span of a date."""
    place = in_subject if mention.field is Field.SUBJECT else in_body
    return place(reading, mention.start, mention.end)
