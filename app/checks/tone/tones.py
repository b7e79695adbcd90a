"""How sure is a tone?

The model's scores are calibrated: 0.25 is worth a hint, 0.5 a mention, 0.8 a warning; from 0.95 there is no
doubt. What is likelier to be misheard needs more for a hint; contempt for a kind of people, which is mostly
said softly, less.
"""

from collections.abc import Mapping
from types import MappingProxyType

from app.domain.reading import Sentence, Tone

HINT = 0.25
MENTION = 0.5
WARNING = 0.8
CERTAIN = 0.95
_OTHER_HINTS: Mapping[Tone, float] = MappingProxyType(
    {
        Tone.DISCRIMINATION: 0.15,
        Tone.DISMISSIVENESS: 0.4,
        Tone.ANGER: 0.45,
        Tone.SEXUAL: MENTION,
        Tone.URGENCY: MENTION,
    }
)


def hint_of(tone: Tone) -> float:
    """From which score on a tone is hinted at."""
    return _OTHER_HINTS.get(tone, HINT)


def score(sentence: Sentence, *tones: Tone) -> float:
    """The strongest score of a sentence among the tones."""
    if len(tones) == 1:  # as it is mostly asked, a hundred times of a draft
        return sentence.tone.get(tones[0], 0.0)
    return max((sentence.tone.get(tone, 0.0) for tone in tones), default=0.0)
