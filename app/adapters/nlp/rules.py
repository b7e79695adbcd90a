"""When does a sentence not mean what its words say?

Rules beside the model, each on one sentence alone and each lowering scores only: a greeting or a bare
fragment has no tone; the law's own wording is no threat; a report of what somebody said is not the
reporter's abuse; blame of oneself and a denial are not blame of another; nobody is talked down to who
is not spoken to; abuse without one word of the lists, and sarcasm, are never certain. A capped score
stays visible to a check that asks for low confidence: nothing falls silent because of a rule except a
fragment.
"""

import json
from collections.abc import Mapping
from pathlib import Path

import re2

from app.adapters.nlp import frames
from app.domain.reading import Tone

Scores = dict[Tone, float]

QUIET = 0.2
NOTE = 0.45  # under the advice point of 0.5: low confidence
SUSPICION = 0.75  # a mention, never a warning
FEW_WORDS = 3

_LAWFUL = (Tone.THREAT, Tone.URGENCY, Tone.ANGER, Tone.DEFAMATION)
_DENIABLE = (Tone.THREAT, Tone.ABUSE, Tone.DISCRIMINATION, Tone.ANGER, Tone.DEFAMATION)
_REPORTED = (*_DENIABLE, Tone.SEXUAL, Tone.OBSCENITY, Tone.GOSSIP)
_RUDE = (Tone.ABUSE, Tone.ANGER, Tone.CONDESCENSION, Tone.DISMISSIVENESS, Tone.SARCASM)


class Rules:
    """The rules with the word lists of one packaged model."""

    def __init__(self, words_file: Path) -> None:
        """Read the word lists; they hold swear words and are never shown or logged."""
        lists: dict[str, list[str]] = json.loads(words_file.read_text("utf-8"))
        swearing = "|".join(lists["swearing"])
        insults = "|".join(lists["swearing"] + lists["insults"])
        strong = insults + "|" + "|".join(lists["strong"])
        self._swearing = re2.compile(rf"(?i)\b(?:{swearing})\b")
        self._insult = re2.compile(rf"(?i)\b(?:{insults})\b")
        self._strong = re2.compile(rf"(?i)\b(?:{strong})\b")
        self._denied = re2.compile(
            r"(?i)\b(?:not|never|no one|nobody|no|isn'?t|aren'?t|wasn'?t|didn'?t|don'?t)\b"
            r"(?: \w+){0,3}? (?:an? )?"
            rf"(?:{insults}|threat\w*|blam\w+|accus\w+|hate)\b"
        )

    def is_fragment(self, sentence: str) -> bool:
        """Whether a greeting, a sign-off or a few words, without a strong one."""
        if self._strong.search(sentence):
            return False
        if len(sentence.split()) <= FEW_WORDS:
            return True
        return bool(frames.SALUTATION.search(sentence) or frames.SIGN_OFF.search(sentence))

    def has_frame(self, masked: str) -> bool:
        """Whether the words around a quotation say what it is doing there."""
        return bool(frames.REPORT.search(masked)) or len(masked.split()) > FEW_WORDS

    def adjust(self, masked: str, scores: Mapping[Tone, float]) -> Scores:
        """The scores after every rule that applies to the masked sentence."""
        adjusted = dict(scores)
        swears = bool(self._swearing.search(masked))
        is_strong = bool(self._strong.search(masked))
        if frames.STATUTORY.search(masked) and not is_strong and not frames.PERSONAL_THREAT.search(masked):
            _cap(adjusted, _LAWFUL, NOTE)
        if frames.REPORT.search(masked) and not frames.ADDRESSED.search(masked) and not swears:
            _cap(adjusted, _REPORTED, NOTE)
        if frames.ABOUT_SELF.search(masked) and not frames.ABOUT_OTHERS.search(masked) and is_strong:
            _cap(adjusted, _RUDE, NOTE if swears else QUIET)
        insults = len(self._insult.findall(masked))
        if insults == 0:
            _cap(adjusted, (Tone.ABUSE,), SUSPICION)
        if not swears and insults <= 1 and self._denied.search(masked):
            _cap(adjusted, _DENIABLE, NOTE)
        if frames.NO_HURRY.search(masked) and not frames.COERCION.search(masked):
            _cap(adjusted, (Tone.URGENCY,), NOTE)
        if not frames.ADDRESSED.search(masked):
            _cap(adjusted, (Tone.CONDESCENSION,), NOTE)
        _cap(adjusted, (Tone.SARCASM,), SUSPICION)
        return adjusted


def _cap(scores: Scores, labels: tuple[Tone, ...], most: float) -> None:
    for label in labels:
        scores[label] = min(scores[label], most)
