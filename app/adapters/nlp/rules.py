"""When does a sentence not mean what its words say?

Rules beside the model, each on one sentence alone and each lowering scores only. They are few: the model
hears the law's own wording, reports, requests and questions for what they are, and a rule that changed no
draft of the development part for the better is gone. A greeting has no tone, and of a few bare words only a
sure one; blame of oneself and a denial are not blame of another, and stay visible to a check that asks for
low confidence.
"""

import json
from collections.abc import Mapping
from pathlib import Path

from app import linear
from app.adapters.nlp import frames
from app.domain.reading import Tone

Scores = dict[Tone, float]

NOTE = 0.45  # under the advice point of 0.5: low confidence
FEW_WORDS = 3

_DENIABLE = (Tone.THREAT, Tone.ABUSE, Tone.DISCRIMINATION, Tone.ANGER, Tone.DEFAMATION)
_RUDE = (Tone.ABUSE, Tone.ANGER, Tone.CONDESCENSION, Tone.DISMISSIVENESS, Tone.SARCASM)
_LOWERED = frozenset((*_DENIABLE, *_RUDE))


class Rules:
    """The rules with the word lists of one packaged model."""

    def __init__(self, words_file: Path) -> None:
        """Read the word lists; they hold swear words and are never shown or logged."""
        lists: dict[str, list[str]] = json.loads(words_file.read_text("utf-8"))
        swearing = "|".join(lists["swearing"])
        insults = "|".join(lists["swearing"] + lists["insults"])
        strong = insults + "|" + "|".join(lists["strong"])
        self._swearing = linear.compile(rf"(?i)\b(?:{swearing})\b")
        self._insult = linear.compile(rf"(?i)\b(?:{insults})\b")
        self._strong = linear.compile(rf"(?i)\b(?:{strong})\b")
        self._denied = linear.compile(
            r"(?i)\b(?:not|never|no one|nobody|no|isn'?t|aren'?t|wasn'?t|didn'?t|don'?t)\b"
            r"(?: \w+){0,3}? (?:an? )?"
            rf"(?:{insults}|threat\w*|blam\w+|accus\w+|hate)\b"
        )

    def is_opening_or_close(self, sentence: str) -> bool:
        """Whether a greeting or a sign-off and nothing else, without a strong word."""
        is_either = frames.SALUTATION.search(sentence) or frames.SIGN_OFF.search(sentence)
        is_all = is_either is not None and not frames.SAYS_MORE.search(sentence)
        return is_all and not self._strong.search(sentence)

    def is_scrap(self, sentence: str) -> bool:
        """Whether a few words, without a strong one: too little to be sure of a tone."""
        return len(sentence.split()) <= FEW_WORDS and not self._strong.search(sentence)

    def has_frame(self, masked: str) -> bool:
        """Whether the words around a quotation say what it is doing there."""
        return bool(frames.REPORT.search(masked)) or len(masked.split()) > FEW_WORDS

    def adjust(self, masked: str, scores: Mapping[Tone, float]) -> Scores:
        """The scores after every rule that applies to the masked sentence."""
        adjusted = dict(scores)
        if max(scores[label] for label in _LOWERED) <= NOTE:
            return adjusted
        about_self = frames.ABOUT_SELF.search(masked) and not frames.ABOUT_OTHERS.search(masked)
        if about_self and (self._strong.search(masked) or frames.SELF_PORTRAIT.search(masked)):
            _cap(adjusted, _RUDE, NOTE)
        is_once = len(self._insult.findall(masked)) <= 1
        if is_once and not self._swearing.search(masked) and self._denied.search(masked):
            _cap(adjusted, _DENIABLE, NOTE)
        return adjusted


def _cap(scores: Scores, labels: tuple[Tone, ...], most: float) -> None:
    for label in labels:
        scores[label] = min(scores[label], most)
