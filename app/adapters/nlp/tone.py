"""What tone has each sentence of a doc, rules included?

The spaCy component `tone`: masks quotations, asks the scorer, applies the rules, and leaves
the sentences in `doc.spans["sentences"]`, each with its scores in `span._.tone`. A sentence that is
mostly a quotation nobody reports is scored both ways, so that quotation marks are no hiding place.
"""

from collections.abc import Mapping
from types import MappingProxyType

from spacy.tokens import Doc, Span

from app.adapters.nlp.package import Package
from app.adapters.nlp.quotes import mask
from app.adapters.nlp.rules import Rules, Scores
from app.adapters.nlp.scorer import Scorer
from app.domain.reading import Tone

MOSTLY = 0.6
QUOTED_MOST = 0.7  # above advice, below warning
LONGEST = 700  # characters given to the model; sentences are cut well below this


class ToneComponent:
    """Scores the sentences of a doc."""

    def __init__(self, package: Package, scorer: Scorer, rules: Rules) -> None:
        """Use one package's scorer and rules."""
        self.labels = package.labels
        self.scorer = scorer
        self.rules = rules
        self._silent: Mapping[Tone, float] = MappingProxyType(dict.fromkeys(package.labels, 0.0))

    def __call__(self, doc: Doc) -> Doc:
        """Fill `doc.spans["sentences"]`."""
        quoted: list[tuple[int, int]] = doc._.quoted or []
        spans = [span for sent in doc.sents if (span := _trimmed(sent)) is not None]
        text = doc.text  # built anew by every access
        for span in spans:
            span._.tone = self._tone(text, span, quoted)
        doc.spans["sentences"] = spans
        return doc

    def _tone(self, text: str, span: Span, quoted: list[tuple[int, int]]) -> Mapping[Tone, float]:
        start, end = span.start_char, span.end_char
        sentence = text[start:end]
        inside = [
            (max(first, start), min(last, end)) for first, last in quoted if _meet(first, last, start, end)
        ]
        masked = mask(text, start, end, inside) if inside else sentence
        scores = self._scored(masked)
        share = sum(last - first for first, last in inside) / (end - start)
        if share >= MOSTLY and not sentence.startswith(">") and not self.rules.has_frame(masked):
            plain = self._scored(sentence)
            scores = {label: max(score, min(plain[label], QUOTED_MOST)) for label, score in scores.items()}
        return MappingProxyType(scores)

    def _scored(self, sentence: str) -> Scores:
        squeezed = " ".join(sentence.split())[:LONGEST]
        if not any(letter.isalpha() for letter in squeezed) or self.rules.is_fragment(squeezed):
            return dict(self._silent)
        scores = zip(self.labels, self.scorer.score(squeezed), strict=True)
        return self.rules.adjust(squeezed, dict(scores))


def _meet(first: int, last: int, start: int, end: int) -> bool:
    return first < end and last > start


def _trimmed(sent: Span) -> Span | None:
    """The sentence without blank tokens around it; None if nothing is left."""
    start, end = sent.start, sent.end
    while start < end and sent.doc[start].is_space:
        start += 1
    while end > start and sent.doc[end - 1].is_space:
        end -= 1
    return sent.doc[start:end] if start < end else None
