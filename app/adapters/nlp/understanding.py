"""What does each sentence of a doc say, rules included?

The spaCy component `understanding`: masks quotations, asks the scorer, applies the rules, and leaves
the sentences as they were read in `doc._.read`. Names are looked for in quotations too, and so are
secrets ("the word is 'marmalade'" tells one). A sentence that is mostly a quotation nobody reports is
scored both ways, so that quotation marks are no hiding place.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Doc
from spacy.util import minibatch

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


@dataclass(frozen=True, slots=True)
class _Stretch:
    """One sentence of a doc, before it is heard."""

    start: int
    end: int
    whole: str
    masked: str
    """The same with what is quoted masked."""
    quoted: float
    """The share of it that is quoted."""

    @property
    def is_said(self) -> bool:
        """Whether there is anything to hear."""
        return any(letter.isalpha() for letter in self.whole)


class Understanding:
    """Reads the sentences of docs; many docs at once cost less than each alone."""

    def __init__(self, package: Package, scorer: Scorer, rules: Rules) -> None:
        """Use one package's scorer and rules."""
        self.package = package
        self.scorer = scorer
        self.rules = rules

    def __call__(self, doc: Doc) -> Doc:
        """Fill `doc._.read`."""
        return next(self.pipe([doc], batch_size=1))

    def pipe(self, stream: Iterable[Doc], *, batch_size: int) -> Iterator[Doc]:
        """Fill `doc._.read` of each doc, `batch_size` docs heard together."""
        for docs in minibatch(stream, batch_size):  # type: ignore[no-untyped-call]  # spaCy leaves it untyped
            stretches = [_stretches(doc) for doc in docs]
            said = [one for of_doc in stretches for one in of_doc if one.is_said]
            texts = [text for one in said for text in (one.whole, one.masked)]
            heard = dict(zip(texts, self.scorer.hear(texts), strict=True))
            for doc, of_doc in zip(docs, stretches, strict=True):
                doc._.read = tuple(self._read(one, heard) for one in of_doc)
                yield doc

    def _read(self, stretch: _Stretch, all_heard: Mapping[str, Heard]) -> Sentence:
        start, end = stretch.start, stretch.end
        if not stretch.is_said:
            return Sentence(start, end, dict.fromkeys(Tone, 0.0))
        whole, heard = all_heard[stretch.whole], all_heard[stretch.masked]
        tone = self._tone(stretch.masked, heard)
        is_line = stretch.whole.startswith(">")
        if stretch.quoted >= MOSTLY and not is_line and not self.rules.has_frame(stretch.masked):
            plain = self._tone(stretch.whole, whole)
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
            heard.sense,
        ).moved(start)

    def _tone(self, sentence: str, heard: Heard) -> Scores:
        if self.rules.is_opening_or_close(sentence):
            return dict.fromkeys(Tone, 0.0)
        scores = {tone: heard.scores[tone] for tone in Tone}
        if self.rules.is_scrap(sentence):
            scores = {tone: min(score, HEDGED) if score >= SURE else 0.0 for tone, score in scores.items()}
        return self.rules.adjust(sentence, scores)


def _stretches(doc: Doc) -> list[_Stretch]:
    """The sentences of a doc, as they are heard."""
    quoted: list[tuple[int, int]] = doc._.quoted or []
    text = doc.text  # built anew by every access
    found = []
    for start, end in stretches(doc):
        whole = masked = _on_one_line(text[start:end])
        inside = [
            (max(first, start), min(last, end)) for first, last in quoted if first < end and last > start
        ]
        if inside:
            masked = _on_one_line(mask(text, start, end, inside))
        share = sum(last - first for first, last in inside) / (end - start)
        found.append(_Stretch(start, end, whole, masked, share))
    return found


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
