"""Is this mail written in the heat of the moment, or about something too raw for e-mail?

What it sees: sentences that the model hears as angry; two or more marks of anger in the author's own
voice ("I am furious", "sick and tired", "how dare you"), where stacked punctuation and capitals count
as further marks; and, in a mail to a person outside about custody, exclusion, bereavement, a complaint
or a grievance, words of strong feeling beside the subject.

What it does not see: how long the writer took; anger that somebody else is reported to feel ("Mrs Shah
was furious"), or that stands in quotation marks; a policy or a newsletter that names such a subject;
cold fury in perfectly polite words that the model does not hear.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

import re2

from app.checks.check import Check
from app.checks.pointing import in_body
from app.checks.tone.anger_words import ANGER, FEELING, FELLOW_FEELING, RAW_SUBJECT, TAKEN_BACK
from app.checks.tone.capitals import find_shouts
from app.checks.tone.quotation import Quotations, is_report, tells_of_others, without_quotations
from app.checks.tone.strong_words import LOOKALIKES, holds_rude_name, is_mild_at_a_thing
from app.checks.tone.tones import MENTION, WARNING, score
from app.checks.wording.greeting import find_greeting
from app.checks.words import first_found, whole_any
from app.domain.finding import Confidence, Finding
from app.domain.reading import Reading, Sentence, Tone

_ID = "heat-and-cool-off"
_STACKED = 2
_HALF_HEARD = 0.65
_NEARLY = 0.35
_PERSONAL = whole_any("I|I'm|I've|we|we're|you|your|you're|you've|my|me|our|us")
_AT_READER = whole_any("you|your|yours|you're|you've")

_OURS = whole_any("I|I'm|we|we're|my|our|us")
_STACKED_MARKS = re2.compile(r"[!?]*(?:!!|\?\?\?|\?!|!\?)[!?]*")
_YOURS = whole_any(
    "your (?:son|daughter|child|family|complaint|grievance|letter|email|e-mail|behaviour|loss)"
)
_POLICY = whole_any(r"""
    polic(?:y|ies)|procedures?|guidance|training|newsletter|webinar|workshop|briefing|course|toolkit
    leaflet|consultation
""")


class _Cue(NamedTuple):
    """Words of anger, and where their sentence starts."""

    sentence: int
    start: int
    end: int


def _look(reading: Reading) -> Iterator[Finding]:
    cues = _cues(reading)
    stacked = bool(cues) and len(cues) + _emphasis(reading) >= _STACKED
    angry = _angry(reading, {cue.sentence for cue in cues})
    if angry or stacked:
        yield _anger(reading, angry, cues)
    if reading.audience.outside or reading.audience.webmail:
        yield from _contentious(reading, is_heated=bool(angry or cues))


def _angry(reading: Reading, with_cue: set[int]) -> list[Sentence]:
    """Sentences heard as angry, or nearly so with words of anger in them; the loudest first."""
    heard = [(score(s, Tone.ANGER), s) for s in reading.sentences]
    angry = [
        (loudness, s)
        for loudness, s in heard
        if loudness >= (_NEARLY if s.start in with_cue else MENTION)
        and (s.start in with_cue or not holds_rude_name(reading.own[s.start : s.end]))
        and (loudness >= WARNING or not TAKEN_BACK.search(reading.own[s.start : s.end]))
    ]
    return [s for _, s in sorted(angry, key=lambda pair: -pair[0])]


def _anger(reading: Reading, angry: list[Sentence], cues: list[_Cue]) -> Finding:
    """The angry sentences; then words of anger that stand in none of them."""
    shown = {s.start for s in angry}
    apart = [(cue.start, cue.end) for cue in cues if cue.sentence not in shown]
    places = [(s.start, s.end) for s in angry] + apart
    sure = Confidence.LOW if is_report(reading) else _sureness(reading, angry, len(cues))
    spans = tuple(in_body(reading, start, end) for start, end in places)
    return Finding(_ID, "anger", sure, spans, {"sentences": len(angry), "cues": len(cues)})


def _sureness(reading: Reading, angry: list[Sentence], cues: int) -> Confidence:
    """What the model half hears once, about nobody, with no word of anger near it, is only a hint."""
    if not angry:
        return Confidence.MEDIUM
    loudest = score(angry[0], Tone.ANGER)
    words = reading.own[angry[0].start : angry[0].end]
    is_personal = _PERSONAL.search(words) is not None
    if not cues and (LOOKALIKES.search(words) or FELLOW_FEELING.search(words) or is_mild_at_a_thing(words)):
        return Confidence.LOW
    if loudest >= WARNING and (cues or _AT_READER.search(words)):
        return Confidence.HIGH
    if loudest >= WARNING or cues or (loudest >= _HALF_HEARD and is_personal):
        return Confidence.MEDIUM
    return Confidence.LOW


def _cues(reading: Reading) -> list[_Cue]:
    """Words of anger in the author's own voice."""
    quotations = Quotations(reading.own)
    starts = [sentence.start for sentence in reading.sentences]
    by_sentence: dict[int, list[_Cue]] = defaultdict(list)
    for match in first_found(ANGER, reading.own):
        at = bisect_right(starts, match.start()) - 1
        if at >= 0 and not quotations.holds(match.start()):
            by_sentence[at].append(_Cue(starts[at], *match.span()))
    return [
        cue
        for at, cues in by_sentence.items()
        if _is_own_voice(reading, reading.sentences[at])
        for cue in cues
    ]


def _is_own_voice(reading: Reading, sentence: Sentence) -> bool:
    words = reading.own[sentence.start : sentence.end]
    is_told = tells_of_others(words) and not _OURS.search(without_quotations(words))
    return not is_told and not TAKEN_BACK.search(words) and not FELLOW_FEELING.search(words)


def _emphasis(reading: Reading) -> int:
    shouts = sum(not shout.is_heading for shout in find_shouts(reading.own))
    return shouts + sum(1 for _ in first_found(_STACKED_MARKS, reading.own))


def _contentious(reading: Reading, *, is_heated: bool) -> Iterator[Finding]:
    topics = [match.span() for match in first_found(RAW_SUBJECT, reading.own)]
    if not topics or not _is_personal(reading) or _POLICY.search(reading.subject.clean):
        return
    feelings = [match.span() for match in first_found(FEELING, reading.own)]
    if feelings or is_heated:
        spans = tuple(in_body(reading, start, end) for start, end in (*topics, *feelings))
        facts = {"topics": len(topics), "outside": reading.audience.outside + reading.audience.webmail}
        yield Finding(_ID, "contentious-topic", Confidence.MEDIUM, spans, facts)


def _is_personal(reading: Reading) -> bool:
    greeting = find_greeting(reading.own)
    greets_a_person = greeting is not None and bool(greeting.names)
    return greets_a_person or _YOURS.search(reading.own) is not None


CHECK = Check(
    _ID,
    _look,
    {
        "anger": "Sentences that may read as angry, or several marks of anger",
        "contentious-topic": "A painful or disputed subject, with feeling, in a mail to a person outside",
    },
)
