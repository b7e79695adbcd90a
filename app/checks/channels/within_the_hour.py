"""Is something asked for within the hour, or called off today?

Who reads it at lunch has missed it: an answer that the printers wait for at eleven, a nurse who does not
come this morning. The hour must be today's, and something must be asked beside it. A mail that asks its
reader to ring, a day that is named before the hour, an answer ("can't today, tomorrow?") and the writer's
own apologies ("I can't make lunch") are none.
"""

from app.checks.channels.hours_left import is_within_hours
from app.checks.pointing import in_body
from app.checks.wording.said import sentences_in, words_of
from app.checks.words import whole_any
from app.domain.draft import ReplyKind
from app.domain.finding import Span
from app.domain.reading import Act, Reading, Sentence

_HOUR, _ASKED, _MOST_SPANS = 60, 0.4, 5
_RING = whole_any("ring|call|phone|telephone|(?:see|meet|catch|join) you")
_EVERY = whole_any("(?:mon|tues|wednes|thurs|fri|satur|sun)days|every|each|weekly")
_OFF = whole_any(r"""
    cancel(?:led|ling|lation)?|(?:called|call|calling) (?:it |this |that |our \w+ )?off|(?:the|our|your|today's|this \w+'s|tonight's) (?:\w+ ){0,3}?(?:is|are|'s) (?:now )?off|postpon(?:e|ed|ing)|no longer (?:running|coming|happening|going ahead)|(?:isn't|is not|aren't|are not|won't be|will not be) (?:running|coming|happening|going ahead)
    (?:no|without an?) (?:coach|bus|taxi|driver|escort|minibus|speaker|interpreter|nurse|tutor|cover)
""")  # noqa: E501 - one phrase a line
_CANNOT = whole_any(r"""
    (?:can't|cannot|can not|unable to|(?:not|n't) (?:be )?able to) (?:make|come|get|run|carry|take|open|hold|collect|visit|reach|provide|attend|be with|do|send)
""")  # noqa: E501 - one phrase a line
_MYSELF = whole_any(
    "I (?:can't|cannot|can not)|I(?:'m| am) (?:afraid (?:that )?I (?:can't|cannot)|unable|not able)"
)
_REGRET = whole_any(r"""
    sorry|afraid|apolog(?:y|ies|ise)|regret(?:fully)?|unfortunately|short notice|counting on|after all|let (?:you|everybody|them) down|haven't (?:left|set)
""")  # noqa: E501 - one phrase a line
_TODAY = whole_any("today|this (?:morning|afternoon|lunch ?time|evening)|tonight|in (?:an|half an) hour")


def wanted_within_the_hour(reading: Reading) -> tuple[Span, ...]:
    """The sentences that name the hour, where something is asked; else what calls something off today."""
    found = _asked_soon(reading) or _called_off(reading)
    return tuple(in_body(reading, s.start, s.end) for s in found[:_MOST_SPANS])


def _asked_soon(reading: Reading) -> list[Sentence]:
    now, whole_mail = reading.draft.sending_at, f"{reading.subject.clean}\n{reading.own}"
    if not is_within_hours(whole_mail, now, _HOUR) or _RING.search(reading.own):
        return []
    if not any(_asks(reading, s) for s in sentences_in(reading)):
        return []
    sentences = (s for s in sentences_in(reading) if not _is_of_another_day(reading, s))
    return [s for s in sentences if is_within_hours(words_of(reading.own, s), now, _HOUR)]


def _asks(reading: Reading, sentence: Sentence) -> bool:
    is_heard = max(sentence.act.get(act, 0.0) for act in (Act.REQUEST, Act.DEADLINE)) >= _ASKED
    return is_heard or words_of(reading.own, sentence).rstrip().endswith("?")


def _is_of_another_day(reading: Reading, sentence: Sentence) -> bool:
    """Whether another day is named in the sentence or before it, or it holds for every week."""
    if _EVERY.search(words_of(reading.own, sentence)):
        return True
    today = reading.draft.sending_at.date()
    before = (d.day for d in reading.dates if d.start < sentence.end)
    return any(day != today for day in (*before, *(d.day for d in reading.subject_dates)))


def _called_off(reading: Reading) -> list[Sentence]:
    if reading.draft.reply is not ReplyKind.NEW or not _is_for_today(reading):
        return []
    is_regretted = _REGRET.search(reading.own) is not None
    told = ((s, words_of(reading.own, s)) for s in sentences_in(reading))
    return [s for s, words in told if _OFF.search(words) or (is_regretted and _cannot(words))]


def _cannot(words: str) -> bool:
    """Whether somebody whom the reader waits for cannot come: not the writer, who only sends apologies."""
    return _CANNOT.search(words) is not None and _MYSELF.search(words) is None


def _is_for_today(reading: Reading) -> bool:
    today = reading.draft.sending_at.date()
    dates = (*reading.dates, *reading.subject_dates)
    said = any(_TODAY.search(text) for text in (reading.subject.clean, reading.own))
    return said and all(d.day == today for d in dates)
