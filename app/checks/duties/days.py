"""Which days are days by which, although no word before them says "by"?

One that something was due on and that has gone; one on which something shuts, ends or runs out; one that is a
sentence of its own ("Census. Friday. All of you.").
"""

from collections.abc import Iterator
from datetime import date

from app import linear
from app.checks.duties.ends import ends_on
from app.checks.duties.sightings import Sentences
from app.domain.draft import Field
from app.domain.reading import DateMention, DateRole, Reading

_NEAR, _LONGEST = 80, 400
_WAS_DUE = linear.compile(
    r"(?i)\b(?:due|deadline|closing date|should have|submitted by|returned by|by)\b[^.!?\n]{0,60}$"
)
_WAS_ONCE = linear.compile(
    r"(?i)\b(?:was|were|had been) (?:originally |at first )?(?:due|to be|set)\b[^.!?\n]{0,40}$"
)
_ONLY_SAYS_WHEN = linear.compile(
    r"(?i)\b(?:it['\x{2019}]s|it is|that['\x{2019}]s|that is|this is|on|at|by|the|noon|midday"
    r"|\d{1,2}(?:st|nd|rd|th)|\d{1,2}(?:[.:]\d\d)?(?: ?[ap]m)?)\b|[.,!?]"
)
_DONE = linear.compile(
    r"(?i)\b(?:had|has|have) (?:all |already |now |each )*"
    r"(?:approved|submitted|returned|sent|completed|met|uploaded)\b[^.!?\n]{0,70}$"
)


def holds(reading: Reading, mention: DateMention) -> bool:
    """Whether a day to come is still one by which: not "was due on Friday", not for what is done already."""
    if mention.day <= _today(reading) or mention.field is Field.SUBJECT:
        return True
    before = reading.own[max(0, mention.start - _NEAR) : mention.start]
    return not (_WAS_ONCE.search(before) or _DONE.search(before))


def was_due(before: str) -> bool:
    """Whether the words before a day that has gone say that something was due on it."""
    return _WAS_DUE.search(before) is not None


def gone_by(reading: Reading) -> Iterator[DateMention]:
    """The dates in the body that something was due by, and that have gone."""
    for mention in reading.dates:
        before = reading.own[max(0, mention.start - _NEAR) : mention.start]
        if mention.role is DateRole.MENTION and mention.day < _today(reading) and was_due(before):
            yield mention


def ending(reading: Reading) -> Iterator[DateMention]:
    """The dates in the body, to come, on which something shuts or runs out."""
    for mention in reading.dates:
        is_other = mention.role is not DateRole.DEADLINE
        if is_other and mention.day >= _today(reading) and ends_on(reading.own, mention):
            yield mention


def alone(reading: Reading) -> Iterator[DateMention]:
    """The dates in the body, to come, that are a sentence of their own."""
    return (mention for mention in reading.dates if stands_alone(reading, mention))


def titles(reading: Reading) -> Iterator[DateMention]:
    """A day to come that is the whole of the subject: "Thursday", "Friday, noon"."""
    subject = reading.subject.clean
    for mention in reading.subject_dates:
        rest = subject[: mention.start] + subject[mention.end :]
        if mention.day >= _today(reading) and not _ONLY_SAYS_WHEN.sub("", rest).strip():
            yield mention


def stands_alone(reading: Reading, mention: DateMention) -> bool:
    """Whether a day to come is a sentence of its own: "Friday." or "It's the 31st on Wednesday"."""
    if mention.field is Field.SUBJECT or mention.day < _today(reading):
        return False
    number = Sentences(reading.sentences).of(mention.start)
    if number < 0:
        return False
    sentence = reading.sentences[number]
    around = reading.own[sentence.start : mention.start] + reading.own[mention.end : sentence.end][:_LONGEST]
    return len(_ONLY_SAYS_WHEN.sub("", around).split()) <= 1


def _today(reading: Reading) -> date:
    return reading.draft.sending_at.date()
