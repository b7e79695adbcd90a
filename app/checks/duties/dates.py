"""Which date belongs to which duty?

A date belongs to a duty when both stand in one sentence, list item or subject line, or in sentences
next to each other. When the whole mail, subject included, names one duty only, it owns the dates of
the sentences that ask for something to be sent in. A sentence about booking or attending makes a
pair unsure.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from app import linear
from app.checks.dated import deadlines_of, words_around
from app.checks.duties.attending import asks_to_attend, is_about_attending, is_about_post
from app.checks.duties.days import alone, ending, gone_by, holds, stands_alone, titles, was_due
from app.checks.duties.sightings import NamedDuty, Sentences
from app.domain.draft import Field
from app.domain.finding import Confidence
from app.domain.reading import DateMention, DateRole, Reading

_NEAR, _WIDEST_GAP, _LONGEST = 80, 400, 400
_OPENING = 3
_BRIEF = 120
_IS_ON = linear.compile(
    r"(?i)^(?:\W{1,4}|\W{0,3}(?:[\w'/-]+[^\w.,;!?\n]+){0,6}?"
    r"(?:is|are|will be|takes? place|falls?|opens?|closes?|due|starts?)\W+(?:(?:on|from|by|for"
    r"|the)\W+){0,3}"
    r"|\W{0,3}(?:census|count|day|dates?|returns?|deadline|window|collection|submission)?\W{0,3}(?:on"
    r"|from|by|due)\W+)$"
)
_IS_THE = linear.compile(
    r"(?i)^\W{0,3}(?:is|was|will be|'s|\x{2019}s|,|-|\x{2013}|:)\s+(?:(?:the|our|your|a)\s+)?"
    r"(?:[\w'-]+\s+){0,2}$"
)
_EVENT_BETWEEN = linear.compile(
    r"(?i)\b(?:meeting|event|training|party|session|workshop|briefing|visit|interview)s?\b"
)
_ITEM = linear.compile(r"\n[ \t]*(?:[-*\x{2022}\x{00b7}\x{25cf}]|\d{1,2}[.)])[ \t]|\n[ \t]*\n[ \t]*\n")
_SENDING = linear.compile(
    r"(?i)\b(?:return\w*|submi\w+|upload\w*|send|sent|file[ds]?|complet\w+|data|forms?|deadline"
    r"|closing date|due|overdue"
    r"|with us|provide\w*|publish\w*|reports?|respon\w+|reply|determin\w+|notif\w+|appl\w+|entries"
    r"|clos(?:es?|ing)|window"
    r"|enter|sign(?:ed)?[ -]off)\b"
)
_SAME_THING = linear.compile(
    r"(?i)\b(?:send|return|submit|complete|upload|provide|let (?:me|us) have"
    r"|need)\w*\s+(?:\w+\s+){0,2}(?:these|this|them|it|both|all|yours?)\b"
)


_OTHER_THING = linear.compile(
    r"(?i)\b(?:quiz|meals?|survey|questionnaire|competition|menu|choir|trip|uniform|newsletter|poll"
    r"|photographs?|hampers?|stalls?|volunteers?|lunch|dinner|party|tickets?|rsvp|raffle|coffee"
    r"|leaving do|celebration|concert|awards?)\b"
)


@dataclass(frozen=True, slots=True)
class DatedDuty:
    """A duty with the date that belongs to it."""

    duty: NamedDuty
    mention: DateMention
    confidence: Confidence


def pair(reading: Reading, duties: Sequence[NamedDuty], in_title: Sequence[NamedDuty]) -> list[DatedDuty]:
    """The duties that have a date. `duties` are those of the body, `in_title` those of the subject."""
    places = Sentences(reading.sentences)
    pairs = [found for duty in duties for found in _in_or_beside(duty, duties, places, reading)]
    pairs += [found for duty in in_title for found in _in_subject(duty, reading)]
    named = {d.duty.name for d in (*duties, *in_title) if d.is_named}
    is_brief = len(reading.own.split()) <= _BRIEF
    if not pairs and (duties or in_title) and (is_brief or len(named or {*duties, *in_title}) == 1):
        owner = next(d for d in (*duties, *in_title) if d.is_named or not named)
        pairs = list(_only_duty(owner, places, reading, is_title=owner in in_title, is_brief=is_brief))
    return pairs


def _in_subject(duty: NamedDuty, reading: Reading) -> Iterator[DatedDuty]:
    """The date that stands beside a duty of the subject line."""
    found = [m for m in reading.subject_dates if _belongs(m, duty, reading, is_same=True)]
    if found:
        best = min(found, key=lambda m: (m.role is not DateRole.DEADLINE, abs(m.start - duty.end)))
        yield DatedDuty(duty, best, _sureness(best, duty, is_same=True, sentence=reading.subject.clean))


def _only_duty(
    duty: NamedDuty, places: Sentences, reading: Reading, *, is_title: bool, is_brief: bool
) -> Iterator[DatedDuty]:
    """The deadlines, gone by or to come, in sentences that ask for something or that open the mail.

    In a brief mail, which is about one thing, every deadline counts.

    A deadline in the subject counts when the duty's own sentence asks for something to be sent in.
    """
    subject = reading.subject.clean
    own = subject if is_title else _sentence(places.of(duty.start), reading)
    days = (*deadlines_of(reading), *gone_by(reading), *ending(reading), *alone(reading), *titles(reading))
    for mention in dict.fromkeys(days):
        in_title = mention.field is Field.SUBJECT
        at = places.of(duty.start if in_title else mention.start)
        sentence = _sentence(at, reading)
        is_whole_title = in_title and mention.end - mention.start >= len(subject.strip())
        asked = _SENDING.search(sentence) or (is_title and at < _OPENING) or is_whole_title or is_brief
        around = f"{sentence} {subject}" if in_title else sentence
        if (
            asked
            and holds(reading, mention)
            and not asks_to_attend(around)
            and not _is_elsewhere(own, around, subject)
        ):
            yield DatedDuty(duty, mention, Confidence.MEDIUM)


def _in_or_beside(
    duty: NamedDuty, duties: Sequence[NamedDuty], places: Sentences, reading: Reading
) -> Iterator[DatedDuty]:
    """The date in the duty's own sentence, or else in the one after or before it."""
    here = places.of(duty.start)
    taken = {places.of(other.start) for other in duties} - {here}
    near: dict[int, list[DateMention]] = {}
    for mention in reading.dates:
        at = places.of(mention.start)
        if holds(reading, mention) and abs(at - here) <= 1 and at not in taken:
            near.setdefault(at, []).append(mention)
    for at in (here, here + 1, here - 1):
        found = [m for m in near.get(at, ()) if _belongs(m, duty, reading, is_same=at == here)]
        if not found:
            continue
        if at != here and (
            not _are_adjacent(reading.own, duty, found[0])
            or _is_elsewhere(_sentence(here, reading), _sentence(at, reading), reading.subject.clean)
        ):
            continue
        best = min(found, key=lambda m: _distance(m, duty, _today(reading)))
        sure = _sureness(best, duty, is_same=at == here, sentence=_sentence(at, reading))
        yield DatedDuty(duty, best, sure)
        if at == here:
            yield from _asked_for_again(duty, best, near.get(here + 1, ()), reading)
        return


def _distance(mention: DateMention, duty: NamedDuty, today: date) -> tuple[bool, int, int]:
    """How far a date is from the duty: in the text, or, where the duty is the whole sentence, in days."""
    is_inside = duty.start <= mention.start < duty.end
    days = (mention.day - today).days
    return (
        mention.role is not DateRole.DEADLINE,
        0 if is_inside else abs(mention.start - duty.end),
        days if is_inside and days >= 0 else 0,
    )


def _is_elsewhere(own: str, other: str, subject: str) -> bool:
    """Whether the words about a date leave the duty of the words `own`: a job advert or a quiz does."""
    if is_about_post(f"{own} {other} {subject}"):
        return True
    return any(thing.group().lower() not in own.lower() for thing in _OTHER_THING.finditer(other))


def _asked_for_again(
    duty: NamedDuty, own: DateMention, following: Sequence[DateMention], reading: Reading
) -> Iterator[DatedDuty]:
    """An earlier date in the next sentence: "Please send these to me by Thursday"."""
    today = _today(reading)
    for mention in following:
        before = reading.own[max(0, mention.start - _NEAR) : mention.start]
        is_sooner = today <= mention.day < own.day and mention.role is DateRole.DEADLINE
        if is_sooner and _SAME_THING.search(before) and _are_adjacent(reading.own, duty, mention):
            yield DatedDuty(duty, mention, Confidence.MEDIUM)
            return


def _today(reading: Reading) -> date:
    return reading.draft.sending_at.date()


def _sentence(number: int, reading: Reading) -> str:
    if not 0 <= number < len(reading.sentences):
        return ""
    sentence = reading.sentences[number]
    return reading.own[sentence.start : min(sentence.end, sentence.start + _LONGEST)]


def _belongs(mention: DateMention, duty: NamedDuty, reading: Reading, is_same: bool) -> bool:
    text = words_around(reading, mention)
    if mention.role is DateRole.DEADLINE or stands_alone(reading, mention):
        return True
    before = text[max(0, mention.start - _NEAR) : mention.start]
    if mention.day < _today(reading):
        return was_due(before)
    if duty.start <= mention.start < duty.end:
        return True
    if is_same and mention.end <= duty.start <= mention.end + _NEAR:
        return bool(_IS_THE.search(text[mention.end : duty.start]))
    if not is_same or not duty.end <= mention.start <= duty.end + _NEAR:
        return False
    between = text[duty.end : mention.start]
    return bool(_IS_ON.search(between)) and not _EVENT_BETWEEN.search(between)


def _are_adjacent(own: str, duty: NamedDuty, mention: DateMention) -> bool:
    """Whether no new list item and no wide gap lies between a duty and a date."""
    first, last = sorted((duty.start, mention.start))
    between = own[first:last]
    return len(between) <= _WIDEST_GAP and not _ITEM.search(between)


def _sureness(mention: DateMention, duty: NamedDuty, is_same: bool, sentence: str) -> Confidence:
    if is_about_attending(sentence):
        return Confidence.LOW
    months = duty.duty.months
    usual = not months or mention.day.month in months
    return Confidence.HIGH if usual and is_same and mention.role is DateRole.DEADLINE else Confidence.MEDIUM


def nearest(reading: Reading, pairs: Sequence[DatedDuty]) -> list[DatedDuty]:
    """Those still to come, the nearest first; of one day the surest and a named duty first."""
    today = _today(reading)
    to_come = [p for p in pairs if p.mention.day >= today]
    sure = [p for p in to_come if p.confidence > Confidence.LOW]
    return sorted(sure or to_come, key=lambda p: (p.mention.day, not p.duty.is_named))


def latest_gone(reading: Reading, pairs: Sequence[DatedDuty]) -> list[DatedDuty]:
    """The one that went by last, if any did."""
    gone = sorted((p for p in pairs if p.mention.day < _today(reading)), key=lambda p: p.mention.day)
    return gone[-1:]
