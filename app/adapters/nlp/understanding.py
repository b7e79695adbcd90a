"""What does each sentence of a doc say, rules included?

The spaCy component `understanding`: masks quotations, asks the scorer, applies the rules, and leaves
the sentences as they were read in `doc._.read`. Names are looked for in quotations too, and so are
secrets ("the word is 'marmalade'" tells one). A sentence that is mostly a quotation nobody reports is
scored both ways, so that quotation marks are no hiding place.
"""

import re
from collections.abc import Iterator

from spacy.tokens import Doc

from app.adapters.nlp.names import Found
from app.adapters.nlp.package import STORY, Package
from app.adapters.nlp.quotes import mask
from app.adapters.nlp.rules import Rules, Scores
from app.adapters.nlp.scorer import Heard, Scorer
from app.domain.reading import Act, Matter, Name, NameKind, Sentence, Tone

MOSTLY = 0.6
SURE = 0.8
HEDGED = 0.7  # above a mention, below a warning
LONGEST = 700  # characters given to the model; sentences are cut well below this
_SPACE = re.compile(r"\s")
KINDS = {"P": NameKind.PERSON, "L": NameKind.PLACE, "O": NameKind.ORGANISATION}


class Understanding:
    """Reads the sentences of a doc."""

    def __init__(self, package: Package, scorer: Scorer, rules: Rules) -> None:
        """Use one package's scorer and rules."""
        self.package = package
        self.scorer = scorer
        self.rules = rules

    def __call__(self, doc: Doc) -> Doc:
        """Fill `doc._.read`."""
        quoted: list[tuple[int, int]] = doc._.quoted or []
        text = doc.text  # built anew by every access
        doc._.read = tuple(self._read(text, start, end, quoted) for start, end in stretches(doc))
        return doc

    def _read(self, text: str, start: int, end: int, quoted: list[tuple[int, int]]) -> Sentence:
        sentence = _on_one_line(text[start:end])
        if not any(letter.isalpha() for letter in sentence):
            return Sentence(start, end, dict.fromkeys(Tone, 0.0))
        inside = [
            (max(first, start), min(last, end)) for first, last in quoted if first < end and last > start
        ]
        whole = self.scorer.hear(sentence)
        masked = _on_one_line(mask(text, start, end, inside)) if inside else sentence
        heard = self.scorer.hear(masked) if inside else whole
        tone = self._tone(masked, heard)
        share = sum(last - first for first, last in inside) / (end - start)
        if share >= MOSTLY and not sentence.startswith(">") and not self.rules.has_frame(masked):
            plain = self._tone(sentence, whole)
            tone = {label: max(score, min(plain[label], HEDGED)) for label, score in tone.items()}
        return Sentence(
            0,
            end - start,
            tone,
            {matter: heard.scores[matter] for matter in Matter},
            heard.scores[STORY],
            {act: (whole if act is Act.SECRET else heard).scores[act] for act in Act},
            tuple(_name(found) for found in whole.names),
            {**whole.words, **heard.words},
        ).moved(start)

    def _tone(self, sentence: str, heard: Heard) -> Scores:
        if self.rules.is_opening_or_close(sentence):
            return dict.fromkeys(Tone, 0.0)
        scores = {tone: heard.scores[tone] for tone in Tone}
        if self.rules.is_scrap(sentence):
            scores = {tone: min(score, HEDGED) if score >= SURE else 0.0 for tone, score in scores.items()}
        return self.rules.adjust(sentence, scores)


def _on_one_line(sentence: str) -> str:
    """Every white space a plain one, so that places stay; never longer than the model reads."""
    return _SPACE.sub(" ", sentence[:LONGEST])


def _name(found: Found) -> Name:
    return Name(KINDS[found.kind], found.start, found.end, found.confidence)


def stretches(doc: Doc) -> Iterator[tuple[int, int]]:
    """The sentences without the blanks around them, as characters; none that is only blank."""
    for sent in doc.sents:
        said = sent.text
        begins = sent.start_char + len(said) - len(said.lstrip())
        ends = sent.start_char + len(said.rstrip())
        if begins < ends:
            yield begins, ends
