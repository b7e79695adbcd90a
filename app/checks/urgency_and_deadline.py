"""Is this draft urgent, and is there a deadline, above all one of law?

What it sees: words that mark a mail as urgent, and the high-importance flag; dates to act by; a
named return or duty, or words of law, with its date in one sentence, list item or the sentence next
to it; the same without a date; reminders of such a return; an emergency that is happening; each of these also
where only the language model hears a law or a danger; a law with its day that is forwarded with few words; a
law that is only half heard beside a day, with low confidence, so that the sender can be asked; the reason
that schools answer an e-mail sooner.

What it does not see: whether a date is the right one for the duty it stands beside, duties that are
not on the list and are not called statutory, national or legal, and dates in attachments. A duty in
the subject line counts with the dates beside it, or with those of a body that names no other; a
deadline in the subject line counts with the only duty that the body names. In the subject of a reply
or a forward, "tomorrow" and "Friday" are not read.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from app.checks.audience.at_home import is_within_one_school
from app.checks.channels.danger import danger_heard, is_no_alarm
from app.checks.channels.mail_preferred import MAIL_FEELS_BETTER
from app.checks.check import Check
from app.checks.dated import at_date, deadlines_of
from app.checks.duties.at_once import is_due_at_once
from app.checks.duties.dates import DatedDuty, latest_gone, nearest, pair
from app.checks.duties.emergencies import find_emergency
from app.checks.duties.forwarded import find_forwarded
from app.checks.duties.half_heard import find_gone_by, find_half_heard
from app.checks.duties.sightings import (
    NamedDuty,
    Sentences,
    duties_of,
    find_chasing,
    find_duties,
    has_not_come,
    is_overdue,
)
from app.checks.duties.urgent_words import marks_of_urgency
from app.checks.pointing import in_body, in_subject
from app.checks.words import first_found
from app.domain.draft import Importance
from app.domain.finding import Confidence, Fact, Finding, Span
from app.domain.reading import DateMention, Reading

_ID = "urgency-and-deadline"
_MOST_SPANS = 20
_NEXT = 80
_LONGEST = 1000


def _look(reading: Reading) -> Iterator[Finding]:
    yield from _urgent(reading)
    deadlines = _to_come(reading, deadlines_of(reading))
    if deadlines:
        spans = tuple(at_date(reading, d) for d in deadlines[:_MOST_SPANS])
        facts = {**_facts(reading, deadlines[0]), "within_school": is_within_one_school(reading)}
        yield Finding(_ID, "deadline", Confidence.HIGH, spans, facts)
    yield from _statutory(reading)
    is_light = is_no_alarm(reading)
    emergency = find_emergency(reading.own, is_light=is_light)
    if emergency:
        yield Finding(_ID, "emergency", Confidence.MEDIUM, (in_body(reading, *emergency),))
    else:
        subject = find_emergency(reading.subject.clean, is_light=is_light)
        told = (in_subject(reading, *subject),) if subject else danger_heard(reading)
        if told:
            yield Finding(_ID, "emergency", Confidence.MEDIUM, told)
    better = [in_body(reading, *m.span()) for m in first_found(MAIL_FEELS_BETTER, reading.own, _MOST_SPANS)]
    if better:
        yield Finding(_ID, "email-feels-better", Confidence.HIGH, tuple(better))


def _today(reading: Reading) -> date:
    return reading.draft.sending_at.date()


def _to_come(reading: Reading, dates: Sequence[DateMention]) -> list[DateMention]:
    """Those that have not gone by, the nearest first."""
    return sorted((d for d in dates if d.day >= _today(reading)), key=lambda d: d.day)


def _facts(reading: Reading, mention: DateMention) -> dict[str, Fact]:
    return {"day": mention.day, "days": (mention.day - _today(reading)).days}


def _urgent(reading: Reading) -> Iterator[Finding]:
    subject = [in_subject(reading, *place) for place in marks_of_urgency(reading.subject.clean)]
    body = [in_body(reading, *place) for place in marks_of_urgency(reading.own)]
    if subject or body or reading.draft.importance is Importance.HIGH:
        facts: dict[str, Fact] = {"dated": is_due_at_once(reading)}
        yield Finding(_ID, "urgent-marker", Confidence.HIGH, (*subject, *body), facts)


def _statutory(reading: Reading) -> Iterator[Finding]:
    duties, in_title = duties_of(reading), find_duties(reading.subject.clean)
    pairs = pair(reading, duties, in_title)
    chased = _chased(reading, duties, in_title, is_dated=bool(pairs))
    told = nearest(reading, pairs) or (latest_gone(reading, pairs) if chased else [])
    if told:
        spans = [s for p in told for s in (at_date(reading, p.mention), *_spot(reading, p.duty, in_title))]
        name = _name(told[0].duty, (*duties, *in_title))
        best = max(p.confidence for p in told if p.mention.day == told[0].mention.day)
        is_half = best is Confidence.LOW
        facts = {**_facts(reading, told[0].mention), "duty": name, "half_heard": is_half}
        yield Finding(_ID, "statutory-deadline", best, tuple(dict.fromkeys(spans))[:_MOST_SPANS], facts)
    elif forwarded := find_forwarded(reading):
        duty, mention = forwarded
        below = (in_body(reading, mention.start, mention.end), in_body(reading, duty.start, duty.end))
        facts = {**_facts(reading, mention), "duty": duty.duty.name}
        yield Finding(_ID, "statutory-deadline", Confidence.MEDIUM, below, facts)
    if not chased:
        is_sure = bool(told) and told[0].confidence > Confidence.LOW
        yield from _half_heard(reading, pairs, told[0].mention.day if is_sure else None)
    dated = {_name(p.duty, (*duties, *in_title)) for p in pairs} | {p.duty.duty.name for p in pairs}
    bare = [d for d in duties if d.duty.name not in dated] or ([] if pairs else list(in_title))
    if bare and (bare[0].is_named or not told):
        spans = [s for duty in bare for s in _spot(reading, duty, in_title)]
        sure = Confidence.HIGH if bare[0].is_named else Confidence.MEDIUM
        yield Finding(
            _ID,
            "statutory-duty",
            sure,
            tuple(spans[:_MOST_SPANS]),
            {"duty": _name(bare[0], (*duties, *in_title))},
        )
    if chased:
        yield chased


def _half_heard(reading: Reading, pairs: Sequence[DatedDuty], sure: date | None) -> Iterator[Finding]:
    """A law whose day has gone; or a day behind which one may stand, before any that surely is of law."""
    if gone := find_gone_by(reading, pairs):
        gone_at = at_date(reading, gone)
        yield Finding(_ID, "statutory-deadline", Confidence.LOW, (gone_at,), {"half_heard": True})
    elif half := find_half_heard(reading, sure):
        sentence, mention = half
        spans = (at_date(reading, mention), in_body(reading, sentence.start, sentence.end))
        facts: dict[str, Fact] = {**_facts(reading, mention), "half_heard": True}
        yield Finding(_ID, "statutory-deadline", Confidence.LOW, spans, facts)


def _name(duty: NamedDuty, others: Sequence[NamedDuty]) -> str:
    """The name of a duty; words of law take the name of the only return that is named with them."""
    named = {other.duty.name for other in others if other.is_named}
    return named.pop() if not duty.is_named and len(named) == 1 else duty.duty.name


def _spot(reading: Reading, duty: NamedDuty, in_title: Sequence[NamedDuty]) -> tuple[Span, ...]:
    if any(duty is other for other in in_title):
        return (in_subject(reading, duty.start, duty.end),)
    return (in_body(reading, duty.start, duty.end),)


def _chased(
    reading: Reading, duties: Sequence[NamedDuty], in_title: Sequence[NamedDuty], *, is_dated: bool
) -> Finding | None:
    """A reminder, or word that something has not come, with a named return in or beside its sentence."""
    places = Sentences(reading.sentences)
    named = [d for d in duties if d.is_named] or list(duties)
    subject = find_chasing(reading.subject.clean)
    if subject and (in_title or named):
        name = (in_title or named)[0].duty.name
        said = f"{reading.subject.clean}\n{reading.own.strip()[:_LONGEST]}"
        return _chasing(name, in_subject(reading, *subject), said, is_dated=is_dated)
    beside = {places.of(d.start) + step: d for d in reversed(named) for step in (-1, 1)}
    beside |= {places.of(d.start): d for d in reversed(named)}
    for number, sentence in enumerate(reading.sentences):
        duty_here = beside.get(number) or (in_title[0] if in_title else None)
        if duty_here is None:
            continue
        found = find_chasing(reading.own[sentence.start : sentence.end])
        if found:
            said = reading.own[sentence.start : sentence.end + _NEXT]
            span = in_body(reading, sentence.start + found[0], sentence.start + found[1])
            return _chasing(_name(duty_here, (*duties, *in_title)), span, said, is_dated=is_dated)
    return None


def _chasing(duty: str, span: Span, said: str, *, is_dated: bool) -> Finding:
    """A return that has not come and has no date is overdue: nobody says so of what may still come."""
    is_late = is_overdue(said) or (not is_dated and has_not_come(said))
    facts: Mapping[str, Fact] = {"duty": duty, "overdue": is_late}
    return Finding(_ID, "chasing-statutory", Confidence.HIGH, (span,), facts)


CHECK = Check(
    _ID,
    _look,
    {
        "urgent-marker": "The mail is marked urgent, in words or with the high-importance flag",
        "deadline": "A date to act by that is still to come",
        "statutory-deadline": "A statutory, national or legal duty with its date",
        "statutory-duty": "A statutory, national or legal duty without a date",
        "chasing-statutory": "A reminder of a statutory return that has not come",
        "emergency": "An emergency that is happening: a gas leak, a flood, a school that closes today",
        "email-feels-better": "The reason that schools are more likely to answer an e-mail",
    },
)
