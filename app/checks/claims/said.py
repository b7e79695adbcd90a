"""Where does the author say something outright, in his or her own words?

Quotations are blanked first; what a sentence asks, doubts or denies is not said. Patterns run once over the
whole text, so a long mail costs no more than its length.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from app.checks.pointing import in_body
from app.checks.tone.quotation import in_own_words, tells_of_others
from app.checks.words import Pattern, first_found, whole_any
from app.domain.finding import Span
from app.domain.reading import Reading, Sentence

_BEFORE = 60
DOUBTED = whole_any(r"""
    not|no|never|nor|neither|nobody|nothing|none|without|cannot|\w+n't|unable to|refus\w+|den(?:y|ies|ied)|disput\w+
    if|whether|unless|until|once|should (?:we|it|the)|could|might|may|in case|provided|subject to|before|avoid|rather than|instead of
    how to|what happens when|example|scenario|template|wording
""")  # noqa: E501 - one phrase a line
_DENIED = whole_any(r"not|no|never|no longer|hardly|\w+n't|cannot|anything but|far from|neither|nor")
_DENIAL_MEANT = whole_any(r"""
    not fit for purpose|(?:does not|doesn't|do not|don't|couldn't) (?:really |even )?(?:care|have a clue|know)
    no (?:doubt|question)|no two ways|make no mistake|couldn't run|(?:wouldn't|would not|would never) send
""")
_TOLD = whole_any("said|says|say|wrote|writes|claims?|claimed|told|thinks?|thought|believes?|asked|heard")


@dataclass(frozen=True, slots=True)
class Said:
    """One place where a pattern holds, with its sentence and what stands before it there."""

    span: Span
    sentence: Sentence
    words: str
    before: str
    match: Any

    @property
    def is_doubted(self) -> bool:
        """Whether it is denied, or said only on a condition."""
        return DOUBTED.search(self.before) is not None or (
            _DENIED.search(self.match[0]) is not None and _DENIAL_MEANT.search(self.match[0]) is None
        )

    @property
    def is_told(self) -> bool:
        """Whether it is what others say."""
        return tells_of_others(self.before) or _TOLD.search(self.before) is not None


def find_said(reading: Reading, pattern: Pattern, text: str = "") -> Iterator[Said]:
    """The first place in each sentence of the author's own; questions are left out."""
    text = text or in_own_words(reading)
    starts = [sentence.start for sentence in reading.sentences]
    last = -1
    for match in first_found(pattern, text):
        at = bisect_right(starts, match.start()) - 1
        if at < 0 or at == last or match.start() >= reading.sentences[at].end:
            continue
        sentence = reading.sentences[at]
        words = text[sentence.start : sentence.end]
        if words.rstrip().endswith("?"):
            continue
        last = at
        before = text[max(sentence.start, match.start() - _BEFORE) : match.start()]
        yield Said(in_body(reading, sentence.start, sentence.end), sentence, words, before, match)
