"""What does each sentence do to its reader, and how sure is that?

The model decides and words confirm: from 0.5 a tone is worth a mention, from 0.8 it is sure; words of the
author's own that confirm it make a mention sure. From 0.25 on it is worth a hint, and so is a sentence torn
between tones that reach 0.5 together: a hint costs its author a glance (ADR 13). What is faint or misread
(``misread.py``) and how the mail is meant (``setting.py``) lower it. Most cards on tone hold a mail up, so
without such words, or another tone beside it, the model must leave no doubt, and the sentence must hold what
the tone is about (``grounds.py``; measured on real mail); of what is grave, ill will in the same sentence or
a second such sentence will do as well. What is reported, quoted, said of a creature or misread is a hint at
most. One sentence has one voice, its loudest and then its gravest, so that one hot sentence gives one card.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from app.checks.once import once_a_reading
from app.checks.tone.anger_words import TAKEN_BACK
from app.checks.tone.creatures import is_of_creatures, opens_with_creatures
from app.checks.tone.cues import Cue, find_cues
from app.checks.tone.evidence import point
from app.checks.tone.grounds import MEANT, is_enough, is_ill_meant
from app.checks.tone.misread import is_faint, is_misread
from app.checks.tone.offence_phrases import EXPLICIT
from app.checks.tone.quotation import (
    is_put_to_reader,
    is_report,
    tells_of_others,
    tells_what_was_said,
    without_quotations,
)
from app.checks.tone.setting import is_among_friends, is_of_fiction
from app.checks.tone.strong_words import LESSON_WORDS, OBSCENE, holds_rude_name
from app.checks.tone.tones import MENTION, WARNING, hint_of, score
from app.checks.words import whole_any
from app.domain.draft import Field
from app.domain.finding import Confidence, Finding, Span
from app.domain.reading import Reading, Sentence, Tone

MANNERS = (
    Tone.THREAT,
    Tone.DISCRIMINATION,
    Tone.SEXUAL,
    Tone.ABUSE,
    Tone.OBSCENITY,
    Tone.DEFAMATION,
    Tone.GOSSIP,
    Tone.ANGER,
    Tone.CONDESCENSION,
    Tone.SARCASM,
    Tone.URGENCY,
    Tone.DISMISSIVENESS,
)
"""How somebody is spoken to or of: the gravest first."""

_HINTS = tuple((tone, hint_of(tone)) for tone in MANNERS)
_FAINTEST = min(hint for _, hint in _HINTS)
_TOO_LITTLE = MENTION - 0.01
_DOUBT = 0.2
_NEARLY = 0.35
_GRAVITY = {tone: -place for place, tone in enumerate(MANNERS)}
_BY_WORD = frozenset({Tone.OBSCENITY, Tone.DISCRIMINATION})
_UNCONFIRMED = frozenset({Tone.ABUSE, Tone.DISCRIMINATION, Tone.SEXUAL, Tone.GOSSIP, Tone.DEFAMATION})
_BEAR_EACH_OTHER_OUT = 2
_CLAIMS = frozenset({Tone.DEFAMATION, Tone.GOSSIP})
"""What is said, not how: half heard, it is no more than talk."""
_OF_HEROES = frozenset({Tone.ABUSE, Tone.DEFAMATION, Tone.GOSSIP})
_BANTER = frozenset(
    {Tone.ABUSE, Tone.ANGER, Tone.CONDESCENSION, Tone.SARCASM, Tone.DISMISSIVENESS, Tone.URGENCY}
)
_TOLD = frozenset(
    {Tone.THREAT, Tone.DISCRIMINATION, Tone.SEXUAL, Tone.ABUSE, Tone.OBSCENITY, Tone.DEFAMATION}
)
_YOU = whole_any("you|your|you're")


@dataclass(frozen=True, slots=True)
class Heard:
    """The one voice of a sentence."""

    tone: Tone
    sure: Confidence
    score: float
    span: Span
    sentence: Sentence
    cue: Cue | None


def hear(reading: Reading, *tones: Tone) -> list[Heard]:
    """The sentences whose voice is one of the tones, the surest first; the subject's after the body's."""
    found = [heard for heard in _voiced(reading) if heard.tone in tones]
    return sorted(found, key=lambda heard: (heard.sure, heard.score), reverse=True)


@once_a_reading
def _voiced(reading: Reading) -> Sequence[Heard]:
    found = (
        *_in(reading, Field.BODY, reading.own, reading.sentences),
        *_in(reading, Field.SUBJECT, reading.subject.clean, reading.subject_sentences),
    )
    grave = [heard for heard in found if heard.sure > Confidence.LOW and _is_gravely_meant(heard)]
    if len({heard.span.excerpt for heard in grave}) < _BEAR_EACH_OTHER_OUT:
        return found
    return tuple(replace(heard, sure=Confidence.HIGH) if heard in grave else heard for heard in found)


def _is_gravely_meant(heard: Heard) -> bool:
    """Two such sentences bear each other out."""
    return heard.tone in MEANT and heard.score >= WARNING


def one_card(check: str, kind: str, heard: Sequence[Heard]) -> Iterator[Finding]:
    """One finding for all these sentences, as sure as the first; none for none."""
    if heard:
        spans = tuple(h.span for h in heard)
        yield Finding(check, kind, heard[0].sure, spans, {"sentences": len(spans)})


def hear_content(reading: Reading, tone: Tone) -> list[Heard]:
    """The sentences with a tone that is no manner of speaking, whatever else they are; the surest first."""
    found = [
        Heard(
            tone,
            Confidence.HIGH if score(sentence, tone) >= WARNING else Confidence.MEDIUM,
            score(sentence, tone),
            point(reading, field, sentence, tone, None),
            sentence,
            None,
        )
        for field, sentences in (
            (Field.BODY, reading.sentences),
            (Field.SUBJECT, reading.subject_sentences),
        )
        for sentence in sentences
        if score(sentence, tone) >= MENTION
    ]
    return sorted(found, key=lambda heard: (heard.sure, heard.score), reverse=True)


def _in(reading: Reading, field: Field, text: str, sentences: Sequence[Sentence]) -> Iterator[Heard]:
    in_report = is_report(reading)
    cues = find_cues(text, sentences)
    for at, sentence in enumerate(sentences):
        given = cues.get(at, {})
        is_heard = _is_hinted(sentence) or _is_torn(sentence)
        if not given and not is_heard:
            continue
        words = text[sentence.start : sentence.end]
        voices = _voices(words, sentence, given, in_report=in_report)
        if not voices and is_heard:
            voices = _torn(words, sentence, in_report=in_report)
        voices = _in_their_setting(reading, words, voices, given)
        before = text[sentences[at - 1].start : sentences[at - 1].end] if at else ""
        if opens_with_creatures(words) or is_of_creatures(before, words):
            voices = dict.fromkeys(voices, Confidence.LOW)
        if not voices:
            continue
        tone = max(voices, key=lambda tone: _loudness(sentence, tone, voices[tone]))
        cue = given.get(tone)
        span = point(reading, field, sentence, tone, cue)
        yield Heard(tone, voices[tone], score(sentence, tone), span, sentence, cue)


def _in_their_setting(
    reading: Reading, words: str, voices: dict[Tone, Confidence], cues: Mapping[Tone, Cue]
) -> dict[Tone, Confidence]:
    """The same voices, of a story's people no more than hints, and between friends no more than mentions."""
    if _OF_HEROES & voices.keys() and is_of_fiction(reading, words):
        return voices | dict.fromkeys(_OF_HEROES & voices.keys(), Confidence.LOW)
    if voices and is_among_friends(reading) and not OBSCENE.search(words):
        unsaid = _BANTER & voices.keys() - cues.keys()
        return voices | {tone: min(voices[tone], Confidence.MEDIUM) for tone in unsaid}
    return voices


def _is_hinted(sentence: Sentence) -> bool:
    if max(sentence.tone.values(), default=0.0) < _FAINTEST:
        return False  # most sentences, and this is asked of each
    return any(sentence.tone.get(tone, 0.0) >= hint for tone, hint in _HINTS)


def _is_torn(sentence: Sentence) -> bool:
    """Whether any tone at all is likely, were they independent."""
    if sum(sentence.tone.values()) < _TOO_LITTLE:
        return False  # it is never more than their sum
    return 1 - math.prod(1 - sentence.tone.get(tone, 0.0) for tone in MANNERS) >= MENTION


def _torn(words: str, sentence: Sentence, *, in_report: bool) -> dict[Tone, Confidence]:
    """The likeliest tone of a sentence in which none is heard alone."""
    tone = max(MANNERS, key=lambda tone: score(sentence, tone))
    heard = score(sentence, tone)
    if (
        heard >= MENTION
        or is_faint(words, tone, heard)
        or tone in _CLAIMS
        or holds_rude_name(words)
        or is_misread(words, sentence, tone, heard)
    ):
        return {}
    is_told = tone in _TOLD and (in_report or tells_of_others(words))
    return {tone: Confidence.LOW if is_told else Confidence.MEDIUM}


def _loudness(sentence: Sentence, tone: Tone, sure: Confidence) -> tuple[bool, bool, int]:
    is_loud = sure is Confidence.HIGH or score(sentence, tone) >= WARNING
    return sure > Confidence.LOW, is_loud, _GRAVITY[tone]


def _voices(
    words: str, sentence: Sentence, cues: Mapping[Tone, Cue], *, in_report: bool
) -> dict[Tone, Confidence]:
    voices = {
        tone: sure
        for tone in MANNERS
        if (sure := _sureness(words, sentence, tone, cues.get(tone))) is not None
    }
    if not voices:
        return voices
    if holds_rude_name(words):
        voices = {tone: sure for tone, sure in voices.items() if tone in cues}
    if Confidence.HIGH in voices.values():
        voices |= {tone: Confidence.HIGH for tone in voices if _is_almost_sure(sentence, tone, voices[tone])}
    is_at_reader = _YOU.search(without_quotations(words)) is not None
    is_told = is_put_to_reader(words) or (not is_at_reader and (in_report or tells_of_others(words)))
    for tone in voices:
        cue = cues.get(tone)
        if cue is not None and cue.leaves_no_doubt:
            voices[tone] = Confidence.LOW if in_report else Confidence.HIGH
        elif _is_said_outright(words, tone, cue) and not in_report:
            continue
        elif is_told and (tone in _TOLD or (tone is Tone.ANGER and in_report)):
            voices[tone] = Confidence.LOW
    return voices


def _is_said_outright(words: str, tone: Tone, cue: Cue | None) -> bool:
    """Whether it is a slur of the author's own, whoever else is spoken of beside it."""
    is_slur = tone is Tone.DISCRIMINATION and cue is not None and not (cue.is_quoted or cue.is_hint)
    return is_slur and not is_put_to_reader(words) and not tells_what_was_said(words)


def _is_almost_sure(sentence: Sentence, tone: Tone, sure: Confidence) -> bool:
    return sure is Confidence.MEDIUM and tone in _UNCONFIRMED and score(sentence, tone) >= WARNING


def _sureness(words: str, sentence: Sentence, tone: Tone, cue: Cue | None) -> Confidence | None:
    heard = score(sentence, tone)
    if cue is not None and cue.leaves_no_doubt:
        return Confidence.HIGH
    if heard < MENTION:
        return _unheard(sentence, tone, heard, cue)
    if _is_confirmed(words, tone, cue):
        return Confidence.HIGH
    if tone is Tone.ANGER and heard < WARNING and TAKEN_BACK.search(words):
        return None
    if is_misread(words, sentence, tone, heard):
        return Confidence.LOW if cue is None else Confidence.MEDIUM
    is_sure = is_enough(words, tone, heard) or is_ill_meant(sentence, tone)
    return Confidence.HIGH if is_sure else Confidence.MEDIUM


def _is_confirmed(words: str, tone: Tone, cue: Cue | None) -> bool:
    if tone is Tone.SEXUAL:
        return EXPLICIT.search(words) is not None and LESSON_WORDS.search(words) is None
    return cue is not None and not (cue.is_quoted or cue.is_hint)


def _unheard(sentence: Sentence, tone: Tone, heard: float, cue: Cue | None) -> Confidence | None:
    """What words alone are worth: less where the model hears no harm, but a swear word is one anywhere."""
    if cue is None:
        return None
    if cue.is_hint:
        return Confidence.MEDIUM
    if tone is Tone.ANGER:
        return Confidence.MEDIUM if heard >= _NEARLY else None
    if cue.is_quoted or (heard < _DOUBT and sentence.tone and tone not in _BY_WORD):
        return Confidence.LOW
    is_slur = tone is Tone.DISCRIMINATION  # one whatever is heard
    return Confidence.HIGH if is_slur else Confidence.MEDIUM
