"""Is this mail written in the heat of the moment, or about something too raw for e-mail?

What it sees: sentences, and a subject, that the model hears as angry first of all; two or more marks of
anger in the author's own voice ("I am furious", "sick and tired", "how dare you"), where stacked
punctuation and capitals count as further marks; and, in a mail to a person outside about custody, exclusion,
bereavement, a complaint or a grievance, words of strong feeling beside the subject.

What it does not see: how long the writer took; anger that somebody else is reported to feel ("Mrs Shah
was furious"), or that stands in quotation marks; a policy or a newsletter that names such a subject;
cold fury in perfectly polite words that the model does not hear.
"""

from collections.abc import Iterator, Mapping

from app import linear
from app.checks.check import Check
from app.checks.pointing import in_body
from app.checks.tone.anger_words import FEELING, RAW_SUBJECT
from app.checks.tone.capitals import find_shouts
from app.checks.tone.cues import Cue, find_anger
from app.checks.tone.hearing import MANNERS, Heard, hear
from app.checks.tone.quotation import in_own_words, is_report
from app.checks.wording.greeting import greeting_of
from app.checks.words import first_found, whole_any
from app.domain.draft import Field
from app.domain.finding import Confidence, Finding
from app.domain.reading import Reading, Tone

_ID = "heat-and-cool-off"
_STACKED = 2
_STACKED_MARKS = linear.compile(r"[!?]*(?:!!|\?\?\?|\?!|!\?)[!?]*")
_YOURS = whole_any(
    "your (?:son|daughter|child|family|complaint|grievance|letter|email|e-mail|behaviour|loss)"
)
_POLICY = whole_any(r"""
    polic(?:y|ies)|procedures?|guidance|training|newsletter|webinar|workshop|briefing|course|toolkit
    leaflet|consultation
""")


def _look(reading: Reading) -> Iterator[Finding]:
    cues = find_anger(reading.own, reading.sentences)
    count = sum(map(len, cues.values()))
    is_stacked = bool(cues) and count + _emphasis(reading) >= _STACKED
    angry = hear(reading, Tone.ANGER)
    if angry or is_stacked:
        yield from _anger(reading, angry, cues)
    if reading.audience.outside or reading.audience.webmail:
        yield from _contentious(reading, is_heated=bool(angry or cues))


def _anger(reading: Reading, angry: list[Heard], cues: Mapping[int, list[Cue]]) -> Iterator[Finding]:
    """The angry sentences; then words of anger that stand in no sentence with a voice of its own."""
    voiced = {h.sentence.start for h in hear(reading, *MANNERS) if h.span.field is Field.BODY}
    apart = [
        (cue.start, cue.end)
        for at, found in cues.items()
        if reading.sentences[at].start not in voiced
        for cue in found
    ]
    spans = (*(h.span for h in angry), *(in_body(reading, start, end) for start, end in apart))
    if spans:
        sure = angry[0].sure if angry else Confidence.MEDIUM
        if is_report(reading) and not angry:
            sure = Confidence.LOW
        count = sum(map(len, cues.values()))
        yield Finding(_ID, "anger", sure, spans, {"sentences": len(angry), "cues": count})


def _emphasis(reading: Reading) -> int:
    own = in_own_words(reading)
    shouts = sum(not shout.is_heading for shout in find_shouts(own))
    return shouts + sum(1 for _ in first_found(_STACKED_MARKS, own))


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
    greeting = greeting_of(reading)
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
