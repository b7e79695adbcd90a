"""Does the author threaten, abuse or swear at somebody?

What it sees: sentences of the author's own text, and the subject, that the model hears as a threat, abuse
or obscenity, and the strongest words by name; the words that decided are shown. Sure where the model is (of
abuse: beyond doubt), or where it hears what the words, ill will beside it or a second such sentence
confirm. Abuse aimed at one person while five or more
read it is humiliation. On a forward, strong words in the part that is carried along, and contempt for a
kind of people that the model hears there beyond doubt. Phrases that mock somebody or shut them out. A mail
that, taken as a whole, reads like one that is meant to hurt or to gain by a wrong (``as_a_whole.py``).

What it does not see: hostility with polite words that the model does not hear; words in quotation
marks, in a sentence that reports what somebody said, or in a report of an incident (low confidence at
most: such papers must be able to say what happened); mild swearing; names and towns that look like
swearing; whether a threat is a joke between friends. A sentence that is first of all something else (a
slur, say) is left to the check of that.
"""

from collections.abc import Iterator, Mapping

from app.checks.as_a_whole import find_harm
from app.checks.check import Check
from app.checks.pointing import in_body
from app.checks.tone.grounds import is_enough
from app.checks.tone.hearing import Heard, hear
from app.checks.tone.mockery import find_mockery
from app.checks.tone.quotation import tells_of_others, without_quotations
from app.checks.tone.strong_words import OBSCENE, SLURS
from app.checks.tone.tones import CERTAIN, score
from app.checks.wording.greeting import greeting_of
from app.checks.words import first_found, holds_name, whole_any
from app.domain.draft import Field, ReplyKind
from app.domain.finding import Confidence, Fact, Finding
from app.domain.reading import Reading, Sentence, Tone

_ID = "hostile-tone"
_AUDIENCE_OF_HUMILIATION = 5
_KINDS = {"threat": Tone.THREAT, "abuse": Tone.ABUSE, "obscenity": Tone.OBSCENITY}
_YOU = whole_any("you|your|you're")
_ONE = whole_any("he|she|him|her|his")


def _look(reading: Reading) -> Iterator[Finding]:
    heard = hear(reading, *_KINDS.values())
    humbled = _humiliations(reading, [h for h in heard if h.tone is Tone.ABUSE])
    for kind, tone in _KINDS.items():
        of_kind = [h for h in heard if h.tone is tone and h not in humbled]
        if of_kind:
            yield _finding(kind, of_kind)
    if mocking := find_mockery(reading):
        facts = {"sentences": len(mocking), "people": reading.audience.people}
        yield Finding(_ID, "mockery", Confidence.MEDIUM, mocking, facts)
    if humbled:
        yield _finding("humiliation", humbled, {"people": reading.audience.people})
    yield from _carried(reading)
    yield from find_harm(reading)


def _humiliations(reading: Reading, abuse: list[Heard]) -> list[Heard]:
    """Abuse of one person before an audience."""
    if reading.audience.people < _AUDIENCE_OF_HUMILIATION:
        return []
    greeting = greeting_of(reading)
    greets_one = greeting is not None and len(greeting.names) == 1
    return [h for h in abuse if h.sure > Confidence.LOW and _is_at_one(reading, h, greets_one=greets_one)]


def _is_at_one(reading: Reading, heard: Heard, *, greets_one: bool) -> bool:
    text = reading.own if heard.span.field is Field.BODY else reading.subject.clean
    words = text[heard.sentence.start : heard.sentence.end]
    is_at_reader = _YOU.search(without_quotations(words)) is not None
    if _ONE.search(words) or (greets_one and is_at_reader):
        return True
    return holds_name(words) or (is_at_reader and not reading.audience.groups)


def _carried(reading: Reading) -> Iterator[Finding]:
    if reading.draft.reply is not ReplyKind.FORWARD or not reading.carried.strip():
        return
    places = [match.span() for pattern in (SLURS, OBSCENE) for match in first_found(pattern, reading.carried)]
    said = reading.passed_on.sentences if reading.passed_on is not None else ()
    places += [(s.start, s.end) for s in said if _runs_down_a_group(reading.carried[s.start : s.end], s)]
    spans = tuple(in_body(reading, *place) for place in places)
    if spans:
        yield Finding(_ID, "carried-offence", Confidence.MEDIUM, spans, {"words": len(spans)})


def _runs_down_a_group(words: str, sentence: Sentence) -> bool:
    """Whether contempt for a kind of people is beyond doubt, and told of nobody else."""
    heard = score(sentence, Tone.DISCRIMINATION)
    return heard >= CERTAIN and is_enough(words, Tone.DISCRIMINATION, heard) and not tells_of_others(words)


def _finding(kind: str, heard: list[Heard], more: Mapping[str, Fact] | None = None) -> Finding:
    facts = {"sentences": len(heard), **(more or {})}
    return Finding(_ID, kind, heard[0].sure, tuple(h.span for h in heard), facts)


CHECK = Check(
    _ID,
    _look,
    {
        "threat": "A sentence that may read as a threat",
        "abuse": "A sentence that may read as an insult or abuse",
        "obscenity": "Swearing",
        "humiliation": "Abuse of one person that five or more people will read",
        "mockery": "Words that mock somebody, shut them out or would show them up",
        "carried-offence": "Strong words in the message that is forwarded",
        "harm": "A mail that as a whole may be meant to hurt somebody, or to gain by a wrong",
    },
)
