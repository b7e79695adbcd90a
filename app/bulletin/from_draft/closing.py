"""By which day must readers of a draft act?

A day that is asked to be kept ("by", "closes on", the end of a consultation that runs), never the day of an
event, and never one that somebody else keeps ("we report to the Department by").
"""

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise

import re2

from app.bulletin.from_draft.last_day import is_last_day, is_nobodys
from app.bulletin.from_draft.own_text import Said
from app.domain.reading import Act, DateMention, DateRole, Reading

_OTHERS = re2.compile(
    r"(?i)\b(?:we|i|they|he|she|it|cabinet|the (?:council|county|department|dfe|team|hub|contractor|supplier)"
    r"|results|offers|vouchers|packs|places|letters|outcomes?|decisions?|invoices?|refunds?)"
    r"(?:'ll|'d| will| shall| aim| hope| expect| plan| then have| have| intend| should| must)?(?: \w+){0,3}?"
    r" (?:to )?(?:be|have|report|let|send|reply|write|contact|decide|confirm|tell|pay|receive|publish"
    r"|authorise|return|go|come"
    r"|answer|get back|hear|ring|sent|out|finish|start)\b[^.!?;]{0,60}$"
)
_READERS = re2.compile(
    r"(?i)\b(?:please|(?:everyone|all staff) must|you(?:r|'ll| will| must| need)?|schools?|must be"
    r"|need(?:s)? (?:to be|your|it)"
    r"|(?:tell|let|send|ring|e-?mail)"
    r" (?:me|us))\b"
)
_RUNS = re2.compile(
    r"(?i)\b(?:consult\w*|survey|window|task|portal|headcount|notice|representations?|object\w*|comments?"
    r"|applications?"
    r"|nominations?|entries|bookings?|booking|registrations?|vote|voting|poll|ballot|orders?|scheme)\b"
)
_RUNS_TO = re2.compile(
    r"(?i)\b(?:to|until|till|and)\s+(?:\w+\s+){0,2}$|[\d\w]\s?[\x{2013}\x{2014}-]\s?(?:\w+\s+)?$"
)
_WINDOW_IS = re2.compile(r"(?i)\b(?:window|period)\b[^.;!?]{0,30} (?:is|runs)(?: from)? $")
_CLOSES = re2.compile(
    r"(?i)\b(?:clos(?:es?|ing|ed)(?: date)?|deadlines?|no later than|end(?:s|ing)|shuts?|due|rsvp)\b(?: is"
    r"| are| on| by| at|[:, ]|\d{1,2}(?:[.:]\d\d)? ?[ap]m|noon|midnight|the end of)*(?:\w+day )?$"
)
_UNTIL = re2.compile(r"(?i)\b(?:until|till)\s+(?:[\w']+\s+){0,3}$")
_OPEN = re2.compile(
    r"(?i)\b(?:appl\w+|book\w*|order\w*|repl\w+|respond|enter|nominat\w+|sign up|register\w*|places?|open\w*"
    r"|invit\w*|expressions?|have)\b"
)
_ASKED_FOR = re2.compile(
    r"(?i)\b(?:consult\w*|survey|comments?|representations?|objections?|nominations?|entries|applications?"
    r"|bookings?|vote|voting|poll|ballot|views)\b"
)
_SHUT = re2.compile(r"(?i)\b(?:closed|shut|suspended|paused)\b")
_NO_DAY = re2.compile(r"(?i)\bwithin\b|\bhours?\b|\bmust have been\b")
_RULE = re2.compile(r"(?i)^[^.!?\n]{0,12}\b(?:if|when|whenever|where|of|after|once|unless)\b")
_OFFERED = re2.compile(
    r"(?i)\b(?:i|we)(?: can|'m happy| am happy|'re happy| are happy|'ll gladly)\b[^.!?;]{0,60}\bif\b"
)
_ONLY_TIME = re2.compile(r"(?i)^\W*(?:at )?\d{1,2}(?:[.:]\d\d)? ?(?:am|pm|o'clock)?\W*$")
_BEFORE = 90
_SAID = 250
_FURTHEST = timedelta(days=500)
_LITTLE = 400
_SURE = 0.5


def closing_date_of(reading: Reading, said: Iterable[Said]) -> date | None:
    """The first day from the day of sending on by which readers must act; None where there is none."""
    today = reading.draft.sending_at.date()
    days = [
        (day.day, strength)
        for one in said
        for day in one.dates
        if today <= day.day <= today + _FURTHEST and (strength := _strength(one, day, reading.own))
    ]
    days += [(d.day, 2.0) for d in reading.subject_dates if d.role is DateRole.DEADLINE and d.day >= today]
    run = _end_of_a_run(reading, said, today)
    if run is not None:
        days.append((run, 2.0))
    if not days:
        return _in_what_is_passed_on(reading, today)
    strongest = max(strength for _, strength in days)
    return min(day for day, strength in days if strength >= strongest)


def _in_what_is_passed_on(reading: Reading, today: date) -> date | None:
    """The first day to act by of a forwarded mail, where the sender adds hardly a word and no day."""
    if reading.passed_on is None or reading.dates or len(" ".join(reading.own.split())) > _LITTLE:
        return None
    passed_on = reading.passed_on
    days = [
        day.day
        for day in passed_on.dates
        if day.role is DateRole.DEADLINE
        and today <= day.day <= today + _FURTHEST
        and not is_nobodys(passed_on.text[max(0, day.start - _BEFORE) : day.start], "")
    ]
    return min(days, default=None)


def _strength(one: Said, day: DateMention, own: str) -> float:
    """How surely readers must act by this day; 0 when it is none."""
    if _ONLY_TIME.search(own[day.start : day.end]):
        return 0.0
    before = own[max(one.start, day.start - _BEFORE) : day.start]
    closes = _CLOSES.search(before) is not None
    after = own[day.end : min(one.end, day.end + _BEFORE)]
    if is_nobodys(before, after):
        return 0.0
    if is_last_day(before, after, own[max(0, day.start - _SAID) : day.start]):
        return 2.0
    words = f"{before}{own[day.start : day.end]}"
    is_second = one.dates[0].start < day.start
    is_rule = _NO_DAY.search(words) and (is_second or _RULE.search(after) or not _READERS.search(before))
    asks = _READERS.search(before) or _READERS.search(after)
    is_none = (
        (day.role is not DateRole.DEADLINE and not closes)
        or is_rule
        or (_UNTIL.search(before) and not _is_taken(one.words))
        or (_OTHERS.search(before) and not asks)
    )
    if is_none:
        return 0.0
    if _OFFERED.search(before):
        return 1.0
    asked = max(one.acts.get(Act.DEADLINE, 0.0), one.acts.get(Act.REQUEST, 0.0))
    return 2.0 if closes or asked >= _SURE else 1.0


def _is_taken(words: str) -> bool:
    """Whether readers may do something until then: apply, answer, comment."""
    return bool(_OPEN.search(words) or _ASKED_FOR.search(words)) and not _SHUT.search(words)


def _end_of_a_run(reading: Reading, said: Iterable[Said], today: date) -> date | None:
    """The last day of a consultation or the like, where its days are told as a stretch."""
    texts = [(one.words, one.dates, reading.own) for one in said]
    subject = reading.subject.clean
    texts.append((subject, reading.subject_dates, subject))
    for words, dates, text in texts:
        if not _RUNS.search(words) or len(dates) < 2:  # noqa: PLR2004 - a stretch has two ends
            continue
        for first, last in pairwise(dates):
            is_whole = (first, last) == (dates[0], dates[-1])
            if not (is_whole or _WINDOW_IS.search(text[max(0, first.start - _BEFORE) : first.start])):
                continue
            gap = text[first.end : last.start] if first.end <= last.start else ""
            if last.day >= today and len(gap) < 12 and _RUNS_TO.search(f"x{gap}"):  # noqa: PLR2004 - "to", a dash
                return last.day
    return None
