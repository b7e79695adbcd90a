"""Is something asked for within the hour, or called off today?

Who reads it at lunch has missed it: an answer that the printers wait for at eleven, a nurse who does not
come this morning. The hour must be today's, and something must be asked beside it. A mail that asks its
reader to ring, a day that is named before the hour, and an answer ("can't today, tomorrow?") are none.
"""

from app.checks.channels.hours_left import is_within_hours
from app.checks.pointing import in_body
from app.checks.wording.said import sentences_in, words_of
from app.checks.words import whole_any
from app.domain.draft import ReplyKind
from app.domain.finding import Span
from app.domain.reading import Act, Reading, Sentence

_HOUR, _ASKED, _MOST_SPANS = 60, 0.4, 5
_RING = whole_any("ring|call|phone|telephone")
_OFF = whole_any(r"""
    cancel(?:led|ling|lation)?|(?:called|call|calling) (?:it |this |that |our \w+ )?off|(?:is|are|'s|'re) (?:now )?off|postpon(?:e|ed|ing)|no longer (?:running|coming|happening|going ahead)|(?:isn't|is not|aren't|are not|won't be|will not be) (?:running|coming|happening|going ahead)
    (?:no|without an?) (?:coach|bus|taxi|driver|escort|minibus|speaker|interpreter|nurse|tutor|cover)
""")  # noqa: E501 - one phrase a line
_CANNOT = whole_any("can't|cannot|can not|unable to|(?:not|n't) (?:be )?able to")
_REGRET = whole_any(r"""
    sorry|afraid|apolog(?:y|ies|ise)|regret(?:fully)?|unfortunately|short notice|counting on|after all|let (?:you|everybody|them) down|haven't (?:left|set)
""")  # noqa: E501 - one phrase a line
_TODAY = whole_any("today|this (?:morning|afternoon|lunch ?time|evening)|tonight|in (?:an|half an) hour")


def wanted_within_the_hour(reading: Reading) -> tuple[Span, ...]:
    """The sentences that name the hour, where something is asked; else what calls something off today."""
    found = _asked_soon(reading) or _called_off(reading)
    return tuple(in_body(reading, s.start, s.end) for s in found[:_MOST_SPANS])


def _asked_soon(reading: Reading) -> list[Sentence]:
    if _RING.search(reading.own) or not any(_asks(reading, s) for s in sentences_in(reading)):
        return []
    now, whole_mail = reading.draft.sending_at, f"{reading.subject.clean}\n{reading.own}"
    if not is_within_hours(whole_mail, now, _HOUR):
        return []
    sentences = (s for s in sentences_in(reading) if not _is_of_another_day(reading, s))
    return [s for s in sentences if is_within_hours(words_of(reading.own, s), now, _HOUR)]


def _asks(reading: Reading, sentence: Sentence) -> bool:
    is_heard = max(sentence.act.get(act, 0.0) for act in (Act.REQUEST, Act.DEADLINE)) >= _ASKED
    return is_heard or words_of(reading.own, sentence).rstrip().endswith("?")


def _is_of_another_day(reading: Reading, sentence: Sentence) -> bool:
    """Whether another day is named in the sentence or before it."""
    today = reading.draft.sending_at.date()
    before = (d.day for d in reading.dates if d.start < sentence.end)
    return any(day != today for day in (*before, *(d.day for d in reading.subject_dates)))


def _called_off(reading: Reading) -> list[Sentence]:
    if reading.draft.reply is not ReplyKind.NEW or not _is_for_today(reading):
        return []
    is_regretted = _REGRET.search(reading.own) is not None
    told = ((s, words_of(reading.own, s)) for s in sentences_in(reading))
    return [s for s, words in told if _OFF.search(words) or (is_regretted and _CANNOT.search(words))]


def _is_for_today(reading: Reading) -> bool:
    today = reading.draft.sending_at.date()
    dates = (*reading.dates, *reading.subject_dates)
    said = any(_TODAY.search(text) for text in (reading.subject.clean, reading.own))
    return said and all(d.day == today for d in dates)
