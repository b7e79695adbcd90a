"""Is this draft urgent, and is there a deadline, above all one of law?

What it sees: words that mark a mail as urgent, and the high-importance flag; dates to act by; a
named return or duty, or words of law, with its date in one sentence, list item or the sentence next
to it; the same without a date; reminders of such a return; an emergency that is happening; the
reason that schools answer an e-mail sooner.

What it does not see: whether a date is the right one for the duty it stands beside, duties that are
not on the list and are not called statutory, national or legal, and dates in the subject line or in
attachments. A duty in the subject line counts with the dates of a body that names no other.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import re2

from app.checks.check import Check
from app.checks.duty_words import NamedDuty, Sentences, find_chasing, find_duties
from app.checks.emergencies import find_emergency
from app.checks.pointing import in_body, in_subject
from app.checks.words import Pattern, whole_any
from app.domain.draft import Importance
from app.domain.finding import Confidence, Fact, Finding, Span
from app.domain.reading import DateMention, DateRole, Reading

_ID = "urgency-and-deadline"
_MOST_SPANS = 20
_NEAR, _WIDEST_GAP = 80, 400
_URGENT = whole_any(r"""
    (?:(?:very|extremely|most|really|so|super|highly|critically|now) )?urgent(?:ly)?
    (?:as )?(?:a )?matter of (?:some |great |the utmost |utmost |extreme )?urgency
    immediate (?:action|attention|response|reply) (?:is )?(?:required|needed|requested)
    time[- ]critical
""")
_CALM_BEFORE = re2.compile(
    r"(?i)(?:\b(?:non|not|isn't|nothing|no longer|less|never|hardly|wasn't|if|any|other|unless|for|in"
    r"|more|only|anything"
    r"|something|aren't)(?:\s+(?:at all|an?|so|that|very|really|particularly|especially|it is|it's"
    r"|you have|there are|all|is))?"
    r"|non)[\s-]*$"
)
_CALM_AFTER = re2.compile(
    r"(?i)^\s+(?:(?:and|or|&)\s+emergency|care|treatment|enquir|quer|matters?\b|cases?\b|repairs?\b"
    r"|issues?\b|situations?\b"
    r"|decisions?\s+(?:committee|procedure|policy)|business|items?\b|vs\b|versus|referrals?\s+(?:to"
    r"|should)|dental|appointments?"
    r"|call-?outs?|school\s+places?|works?\b|need\s+for\b|review\b.{0,20}\bpublished)"
)
_MARK_AFTER = re2.compile(r"^\s*(?:[:!)\]*\x{2013}\x{2014}-]|$|\n|[.])")
_ASKING = re2.compile(
    r"(?i)^\s+(?:\w+\s+)?(?:action|attention|repl\w*|respon\w*|request\w*|reminder|message|information"
    r"|notice|deadline|update|please|need\w*"
    r"|require\w*|returns?|chas\w*|call|help|answer)\b"
)
_PLAIN = re2.compile(
    r"(?i)\b(?:is|it's|this|are|need\w*|please|require\w*|respond\w*|reply|call|contact|act|send|return"
    r"|and|now|looking for)\s+$"
)
_BETTER = whole_any(r"""
    more likely to (?:respond|reply|read|open|see|act|notice|answer|engage|return|get)[^.\n]{0,60}(?:e-?mail|directly|direct|it this way)
    (?:e-?mail|direct message)[^.\n]{0,40}more likely to (?:be )?(?:respond|repl|read|open|seen|act|notic|answer)\w*
    (?:better|quicker|faster|higher|more|bigger) (?:response(?:s| rate)?|repl(?:y|ies)|take-?up|uptake)[^.\n]{0,40}(?:by|from|to|with|through|via|over|if we)[^.\n]{0,20}e-?mail\w*
    e-?mails?[^.\n]{0,30}(?:gets?|getting|got|works?|bring)[^.\n]{0,20}(?:better|quicker|faster|more|attention)[^.\n]{0,20}(?:response|repl(?:y|ies)|attention|results?|noticed)?
    (?:no ?(?:one|body)|nobody|few (?:people|schools|heads)|hardly any(?:one|body)|schools (?:don't|do not|never)|heads (?:don't|do not|never)|people (?:don't|do not|never)|they (?:don't|do not|never)) (?:ever |really |actually )?(?:reads?|opens?|looks? at|sees?) (?:the |your |our )?(?:e-?)?bulletin
    (?:e-?)?bulletin[^.\n]{0,30}(?:gets? (?:lost|missed|ignored|overlooked)|(?:is|are) (?:not|never|rarely|hardly ever) read|isn't read)
    (?:rather than|instead of|and not|not just) (?:put(?:ting)? (?:it|this) in |using |in |through |via |wait(?:ing)? for )?the (?:e-?)?bulletin[^.\n]{0,60}(?:respon|repl|read|notice)\w*
""")  # noqa: E501 - one phrase a line


def _look(reading: Reading) -> Iterator[Finding]:
    yield from _urgent(reading)
    deadlines = _to_come(reading, [d for d in reading.dates if d.role is DateRole.DEADLINE])
    if deadlines:
        spans = tuple(_span(reading, d) for d in deadlines[:_MOST_SPANS])
        yield Finding(_ID, "deadline", Confidence.HIGH, spans, _facts(reading, deadlines[0]))
    yield from _statutory(reading)
    emergency = find_emergency(reading.own)
    if emergency:
        yield Finding(_ID, "emergency", Confidence.MEDIUM, (in_body(reading, *emergency),))
    else:
        subject = find_emergency(reading.subject.clean)
        if subject:
            yield Finding(_ID, "emergency", Confidence.MEDIUM, (in_subject(reading, *subject),))
    better = [in_body(reading, *m.span()) for m in _first(_BETTER, reading.own)]
    if better:
        yield Finding(_ID, "email-feels-better", Confidence.HIGH, tuple(better))


def _first(pattern: Pattern, text: str) -> Iterator[Any]:
    for tried, match in enumerate(pattern.finditer(text)):
        if tried >= _MOST_SPANS:
            return
        yield match


def _today(reading: Reading) -> date:
    return reading.draft.sending_at.date()


def _to_come(reading: Reading, dates: Sequence[DateMention]) -> list[DateMention]:
    """Those that have not gone by, the nearest first."""
    return sorted((d for d in dates if d.day >= _today(reading)), key=lambda d: (d.day, d.start))


def _span(reading: Reading, mention: DateMention) -> Span:
    return in_body(reading, mention.start, mention.end)


def _facts(reading: Reading, mention: DateMention) -> dict[str, Fact]:
    return {"day": mention.day, "days": (mention.day - _today(reading)).days}


def _urgent(reading: Reading) -> Iterator[Finding]:
    subject = [
        in_subject(reading, *m.span())
        for m in _first(_URGENT, reading.subject.clean)
        if _is_mark(reading.subject.clean, m)
    ]
    body = [in_body(reading, *m.span()) for m in _first(_URGENT, reading.own) if _is_mark(reading.own, m)]
    if subject or body or reading.draft.importance is Importance.HIGH:
        yield Finding(_ID, "urgent-marker", Confidence.HIGH, (*subject, *body))


def _is_mark(text: str, match: Any) -> bool:
    """Whether the word marks the mail as urgent, and does not only speak of urgent things."""
    before, after = text[max(0, match.start() - 30) : match.start()], text[match.end() : match.end() + 40]
    words = match.group()
    if _CALM_BEFORE.search(before) or _CALM_AFTER.search(after):
        return False
    opens = not before.strip() or before.rstrip()[-1:] in "*[(:-!." or before[-1:] == "\n"
    if words.isupper() or "urgency" in words.lower() or len(words.split()) > 1 or words.lower() == "urgently":
        return True
    return bool((opens and _MARK_AFTER.search(after)) or _ASKING.search(after) or _PLAIN.search(before))


@dataclass(frozen=True, slots=True)
class _Dated:
    """A duty with the date that belongs to it."""

    duty: NamedDuty
    mention: DateMention
    confidence: Confidence


def _statutory(reading: Reading) -> Iterator[Finding]:
    duties, places = find_duties(reading.own), Sentences(reading.sentences)
    in_title = find_duties(reading.subject.clean)
    pairs = [pair for duty in duties for pair in [_date_of(duty, duties, places, reading)] if pair]
    if not duties and in_title:
        pairs = [
            _Dated(in_title[0], d, Confidence.MEDIUM) for d in reading.dates if d.role is DateRole.DEADLINE
        ]
    coming = sorted((p for p in pairs if p.mention.day >= _today(reading)), key=lambda p: p.mention.day)
    chased = _chased(reading, duties, in_title, places)
    if not coming and chased:
        coming = sorted((p for p in pairs if p.mention.day < _today(reading)), key=lambda p: p.mention.day)[
            -1:
        ]
    if coming:
        spans = [
            s for pair in coming for s in (_span(reading, pair.mention), *_spot(reading, pair.duty, in_title))
        ]
        best = max(p.confidence for p in coming if p.mention.day == coming[0].mention.day)
        facts = {**_facts(reading, coming[0].mention), "duty": coming[0].duty.duty.name}
        yield Finding(_ID, "statutory-deadline", best, tuple(dict.fromkeys(spans))[:_MOST_SPANS], facts)
    dated = {pair.duty.duty.name for pair in pairs}
    bare = [d for d in duties if d.duty.name not in dated] or ([] if pairs else list(in_title))
    if bare and (bare[0].is_named or not coming):
        spans = [s for duty in bare for s in _spot(reading, duty, in_title)]
        sure = Confidence.HIGH if bare[0].is_named else Confidence.MEDIUM
        yield Finding(_ID, "statutory-duty", sure, tuple(spans[:_MOST_SPANS]), {"duty": bare[0].duty.name})
    if chased:
        yield chased


def _spot(reading: Reading, duty: NamedDuty, in_title: Sequence[NamedDuty]) -> tuple[Span, ...]:
    if any(duty is other for other in in_title):
        return (in_subject(reading, duty.start, duty.end),)
    return (in_body(reading, duty.start, duty.end),)


_IS_ON = re2.compile(
    r"(?i)^\W*(?:(?:census|count|day|dates?|returns?|deadline|window|collection|submission|assessment"
    r"|exercise|survey)\b\W*){0,3}"
    r"(?:\b(?:is|are|will be|takes? place|falls?|opens?|closes?|on|from|for|the|due|to be|returned"
    r"|submitted|by)\b\W*){0,6}$"
)
_WAS_DUE = re2.compile(
    r"(?i)\b(?:due|deadline|closing date|should have|submitted by|returned by|by)\b[^.!?\n]{0,60}$"
)


def _date_of(
    duty: NamedDuty, duties: Sequence[NamedDuty], places: Sentences, reading: Reading
) -> _Dated | None:
    """The date that belongs to a duty: in its own sentence, or else in the one after or before it."""
    here = places.of(duty.start)
    others = {places.of(other.start) for other in duties} - {here}
    near: dict[int, list[DateMention]] = {}
    for mention in reading.dates:
        at = places.of(mention.start)
        if abs(at - here) <= 1 and (at == here or at not in others):
            near.setdefault(at, []).append(mention)
    for at in (here, here + 1, here - 1):
        found = [m for m in near.get(at, ()) if _belongs(m, duty, reading, is_same=at == here)]
        if found and (at == here or _are_adjacent(reading.own, duty, found[0])):
            best = min(found, key=lambda m: (m.role is not DateRole.DEADLINE, abs(m.start - duty.end)))
            return _Dated(duty, best, _sureness(best, duty, is_same=at == here))
    return None


def _belongs(mention: DateMention, duty: NamedDuty, reading: Reading, is_same: bool) -> bool:
    if mention.role is DateRole.DEADLINE:
        return True
    before = reading.own[max(0, mention.start - 100) : mention.start]
    if mention.day < _today(reading):
        return bool(_WAS_DUE.search(before))
    between = reading.own[duty.end : mention.start]
    return is_same and duty.end <= mention.start and len(between) <= _NEAR and bool(_IS_ON.search(between))


_ITEM = re2.compile(r"\n[ \t]*(?:[-*\x{2022}\x{00b7}\x{25cf}]|\d{1,2}[.)])[ \t]|\n[ \t]*\n[ \t]*\n")


def _are_adjacent(own: str, duty: NamedDuty, mention: DateMention) -> bool:
    """Whether no new list item and no wide gap lies between a duty and a date."""
    first, last = sorted((duty.start, mention.start))
    between = own[first:last]
    return len(between) <= _WIDEST_GAP and not _ITEM.search(between)


def _sureness(mention: DateMention, duty: NamedDuty, is_same: bool) -> Confidence:
    months = duty.duty.months
    usual = not months or mention.day.month in months
    return Confidence.HIGH if usual and is_same and mention.role is DateRole.DEADLINE else Confidence.MEDIUM


def _chased(
    reading: Reading, duties: Sequence[NamedDuty], in_title: Sequence[NamedDuty], places: Sentences
) -> Finding | None:
    """A reminder, or word that something has not come, with a named return in or beside its sentence."""
    named = [d for d in duties if d.is_named] or list(duties)
    subject = find_chasing(reading.subject.clean)
    if subject and (in_title or named):
        duty = (in_title or named)[0].duty.name
        return Finding(
            _ID, "chasing-statutory", Confidence.HIGH, (in_subject(reading, *subject),), {"duty": duty}
        )
    beside = {places.of(d.start) + step: d for d in reversed(named) for step in (-1, 1)}
    beside |= {places.of(d.start): d for d in reversed(named)}
    for number, sentence in enumerate(reading.sentences):
        duty_here = beside.get(number) or (in_title[0] if in_title else None)
        if duty_here is None:
            continue
        found = find_chasing(reading.own[sentence.start : sentence.end])
        if found:
            span = in_body(reading, sentence.start + found[0], sentence.start + found[1])
            return Finding(_ID, "chasing-statutory", Confidence.HIGH, (span,), {"duty": duty_here.duty.name})
    return None


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
