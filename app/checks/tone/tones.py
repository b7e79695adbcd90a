"""How sure is a tone?

The model's scores are calibrated: 0.5 is worth a mention, 0.8 a warning. This turns the scores of a
draft's sentences into spans and a confidence, for checks that report a tone as the model hears it.
"""

from collections.abc import Iterator

from app.checks.pointing import in_body
from app.domain.finding import Confidence, Finding
from app.domain.reading import Reading, Sentence, Tone

MENTION = 0.5
WARNING = 0.8
CERTAIN = 0.95


def score(sentence: Sentence, *tones: Tone) -> float:
    """The strongest score of a sentence among the tones."""
    return max((sentence.tone.get(tone, 0.0) for tone in tones), default=0.0)


def heard(reading: Reading, check: str, kind: str, *tones: Tone) -> Iterator[Finding]:
    """One finding of this kind for all sentences with one of the tones, the strongest first."""
    scored = [(score(sentence, *tones), sentence) for sentence in reading.sentences]
    loud = sorted((s for s in scored if s[0] >= MENTION), key=lambda s: -s[0])
    if loud:
        sure = Confidence.HIGH if loud[0][0] >= WARNING else Confidence.MEDIUM
        spans = tuple(in_body(reading, s.start, s.end) for _, s in loud)
        yield Finding(check, kind, sure, spans, {"sentences": len(loud)})
