"""Does the author threaten, abuse or swear at somebody?

What it sees: sentences of the author's own text that the model hears as a threat, abuse, obscenity,
discrimination or sexual, and the strongest words by name. Sure only when model and words agree, or the
model leaves no doubt. Abuse aimed at one person while five or more read it is humiliation. On a
forward, strong words in the part that is carried along.

What it does not see: hostility with polite words that the model does not hear; words in quotation
marks, in a sentence that reports what somebody said, or in a report of an incident (low confidence at
most: such papers must be able to say what happened); mild swearing; names and towns that look like
swearing; whether a threat is a joke between friends.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import re2

from app.checks.check import Check
from app.checks.pointing import in_body
from app.checks.tone.offence_phrases import DAMAGE, DEMEANING, HARD_ON_A_CHILD, SAID_TO_BE_WRONG
from app.checks.tone.quotation import Quotations, is_report, tells_of_others, without_quotations
from app.checks.tone.strong_words import (
    INSULTS,
    LOOKALIKES,
    OBSCENE,
    OF_DOGS,
    SLURS,
    THREATS,
    holds_rude_name,
    is_mild_at_a_thing,
    is_rude_name,
)
from app.checks.tone.tones import CERTAIN, MENTION, WARNING, score
from app.checks.wording.greeting import find_greeting
from app.checks.words import Pattern, any_of, first_found, whole_any
from app.domain.draft import ReplyKind
from app.domain.finding import Confidence, Fact, Finding
from app.domain.reading import Reading, Sentence, Tone

_ID = "hostile-tone"
_AUDIENCE_OF_HUMILIATION = 5
_DOUBT = 0.2
_NEAR = 60
_OF_A_SKILL = ("useless", "stupid", "thick", "dumb", "incompetent", "clueless", "pathetic")
_HALF_HEARD = 0.65
_KINDS = {
    "threat": ((Tone.THREAT,), THREATS),
    "abuse": ((Tone.ABUSE,), INSULTS),
    "obscenity": ((Tone.OBSCENITY,), OBSCENE),
    "offence": ((Tone.DISCRIMINATION, Tone.SEXUAL), SLURS),
}
_UNMISTAKABLE = {"threat": DAMAGE, "offence": DEMEANING, "abuse": HARD_ON_A_CHILD}
_TONES = tuple(tone for tones, _ in _KINDS.values() for tone in tones)
_BY_WORD = {_KINDS["obscenity"][0], _KINDS["offence"][0]}
_NO = r"n't|\b(?:not|never|nobody|no one|neither|nor)\b"
_YOU = whole_any("you|your|you're")
_DENIED = re2.compile(rf"(?i){any_of(_NO)}(?:\s+\w+){{0,4}}\s*$")
_AIMED = whole_any("""
    you|your|you're|yours|yourself|he|she|him|her|his|they|them|their|people
    that (?:man|woman|girl|boy|lot|person)
""")
_ONE = whole_any("he|she|him|her|his")


@dataclass(frozen=True, slots=True)
class _Heard:
    sentence: Sentence
    sure: Confidence
    score: float


def _look(reading: Reading) -> Iterator[Finding]:
    found = _heard(reading)
    for kind, heard in found.items():
        yield _finding(reading, kind, heard)
    yield from _humiliation(reading, found["abuse"])
    yield from _carried(reading)


def _heard(reading: Reading) -> dict[str, list[_Heard]]:
    quotations = Quotations(reading.own)
    in_report = is_report(reading)
    cues = {kind: _cues(reading, pattern, quotations) for kind, (_, pattern) in _KINDS.items()}
    found: dict[str, list[_Heard]] = defaultdict(list)
    plain = {kind: _plain(reading, pattern, quotations) for kind, pattern in _UNMISTAKABLE.items()}
    with_cue = frozenset().union(*cues.values(), *plain.values())
    for at, sentence in enumerate(reading.sentences):
        if at not in with_cue and score(sentence, *_TONES) < MENTION:
            continue
        sures = {
            kind: sure
            for kind, (tones, _) in _KINDS.items()
            if (sure := _sureness(reading, sentence, tones, cues[kind].get(at)))
        }
        if len(sures) > 1 and at not in cues["offence"]:
            sures.pop("offence", None)
        if holds_rude_name(reading.own[sentence.start : sentence.end]):
            sures = {kind: sure for kind, sure in sures.items() if at in cues[kind]}
        if sures and _is_told(reading, sentence, in_report=in_report):
            sures = dict.fromkeys(sures, Confidence.LOW)
        sure = Confidence.LOW if in_report else Confidence.HIGH
        sures |= {kind: sure for kind, places in plain.items() if at in places}
        for kind, sure in sures.items():
            found[kind].append(_Heard(sentence, sure, score(sentence, *_KINDS[kind][0])))
    return found


def _cues(reading: Reading, pattern: Pattern, quotations: Quotations) -> dict[int, Confidence]:
    """By sentence: MEDIUM where strong words are the author's own, LOW where they are quoted."""
    starts = [sentence.start for sentence in reading.sentences]
    cues: dict[int, Confidence] = {}
    for match in first_found(pattern, reading.own):
        at = bisect_right(starts, match.start()) - 1
        if at >= 0 and not _is_undone(reading, starts[at], *match.span()):
            sure = Confidence.LOW if quotations.holds(match.start()) else Confidence.MEDIUM
            cues[at] = max(sure, cues.get(at, sure))
    return cues


def _plain(reading: Reading, pattern: Pattern, quotations: Quotations) -> set[int]:
    """Sentences with phrases that leave no doubt: the author's own, neither reported nor called wrong."""
    starts = [sentence.start for sentence in reading.sentences]
    found: set[int] = set()
    for match in first_found(pattern, reading.own):
        at = bisect_right(starts, match.start()) - 1
        if at < 0 or quotations.holds(match.start()) or _is_undone(reading, starts[at], *match.span()):
            continue
        sentence = reading.own[starts[at] : reading.sentences[at].end]
        lead = reading.own[starts[at] : match.start()]
        if not SAID_TO_BE_WRONG.search(sentence) and not tells_of_others(lead):
            found.add(at)
    return found


def _is_undone(reading: Reading, begins: int, start: int, end: int) -> bool:
    """Whether it is denied, or part of more ("not an idiot", "thick-skinned", "useless at maths")."""
    before, after = reading.own[max(begins, start - _NEAR) : start], reading.own[end : end + _NEAR]
    words = reading.own[start:end].lower()
    if after.startswith((" I am", " I was")):
        return True
    if after.startswith("-") or _DENIED.search(before) or is_rude_name(reading.own, start):
        return True
    if after.startswith((" at ", " with ", " in ")) and words.endswith(_OF_A_SKILL):
        return True
    return words.startswith("bitch") and OF_DOGS.search(before + after) is not None


def _sureness(
    reading: Reading, sentence: Sentence, tones: tuple[Tone, ...], cue: Confidence | None
) -> Confidence | None:
    """HIGH only where model and words agree, or the model leaves no doubt.

    A phrase that the model hears as harmless counts for less; a swear word is one in any sentence. What
    the model half hears needs somebody it is aimed at, and no innocent word that it may have misread.
    """
    heard = score(sentence, *tones)
    if cue and heard < _DOUBT and sentence.tone and tones not in _BY_WORD:
        return Confidence.LOW
    if heard < MENTION:
        return cue
    if cue is Confidence.MEDIUM:
        return Confidence.HIGH if heard >= WARNING else Confidence.MEDIUM
    words = reading.own[sentence.start : sentence.end]
    misread = score(sentence, Tone.DISCRIMINATION) < heard and LOOKALIKES.search(words)
    if misread or is_mild_at_a_thing(words):
        return Confidence.LOW
    if heard >= CERTAIN:
        return Confidence.HIGH
    return (
        Confidence.MEDIUM
        if heard >= WARNING or (heard >= _HALF_HEARD and _AIMED.search(words))
        else Confidence.LOW
    )


def _is_told(reading: Reading, sentence: Sentence, *, in_report: bool) -> bool:
    """A sentence that reports, or stands in a report, and does not turn on the reader."""
    words = reading.own[sentence.start : sentence.end]
    return (in_report or tells_of_others(words)) and not _YOU.search(without_quotations(words))


def _humiliation(reading: Reading, abuse: list[_Heard]) -> Iterator[Finding]:
    """Abuse of one person before an audience."""
    readers = reading.audience.people
    if readers < _AUDIENCE_OF_HUMILIATION:
        return
    greeting = find_greeting(reading.own)
    greets_one = greeting is not None and len(greeting.names) == 1
    at_one = [
        h for h in abuse if h.sure > Confidence.LOW and _is_at_one(reading, h.sentence, greets_one=greets_one)
    ]
    if at_one:
        yield _finding(reading, "humiliation", at_one, {"people": readers})


def _is_at_one(reading: Reading, sentence: Sentence, *, greets_one: bool) -> bool:
    words = reading.own[sentence.start : sentence.end]
    if _ONE.search(words) or (greets_one and _YOU.search(words)):
        return True
    names = [word for word in words.split()[1:] if word[:1].isupper() and word[1:2].islower()]
    return bool(names) or (_YOU.search(words) is not None and not reading.audience.groups)


def _carried(reading: Reading) -> Iterator[Finding]:
    if reading.draft.reply is not ReplyKind.FORWARD or not reading.carried.strip():
        return
    spans = tuple(
        in_body(reading, match.start(), match.end())
        for pattern in (SLURS, OBSCENE)
        for match in first_found(pattern, reading.carried)
    )
    if spans:
        yield Finding(_ID, "carried-offence", Confidence.MEDIUM, spans, {"words": len(spans)})


def _finding(
    reading: Reading, kind: str, heard: list[_Heard], more: Mapping[str, Fact] | None = None
) -> Finding:
    ranked = sorted(heard, key=lambda h: (h.sure, h.score), reverse=True)
    spans = tuple(in_body(reading, h.sentence.start, h.sentence.end) for h in ranked)
    return Finding(_ID, kind, ranked[0].sure, spans, {"sentences": len(ranked), **(more or {})})


CHECK = Check(
    _ID,
    _look,
    {
        "threat": "A sentence that may read as a threat",
        "abuse": "A sentence that may read as an insult or abuse",
        "obscenity": "Swearing",
        "humiliation": "Abuse of one person that five or more people will read",
        "offence": "A sentence that may offend for other reasons",
        "carried-offence": "Strong words in the message that is forwarded",
    },
)
