"""How sure is a tone?

The model's scores are calibrated: 0.25 is worth a hint, 0.5 a mention, 0.8 a warning; from 0.95 there is no
doubt.
"""

from app.domain.reading import Sentence, Tone

HINT = 0.25
MENTION = 0.5
WARNING = 0.8
CERTAIN = 0.95


def score(sentence: Sentence, *tones: Tone) -> float:
    """The strongest score of a sentence among the tones."""
    return max((sentence.tone.get(tone, 0.0) for tone in tones), default=0.0)
