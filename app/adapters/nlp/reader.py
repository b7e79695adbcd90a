"""How is a text read into sentences, each with its tone, matter, acts and names?

The spaCy pipeline behind the `Reader` port: mail tokenizer, sentence marks, quotations, understanding. A
text is read in passages, some together, inside a memory zone and under one lock (spaCy's vocabulary is shared
and would keep the words of every draft), so no Doc and no word outlives its passages.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from threading import Lock

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from app.adapters.nlp.kept import Kept
from app.adapters.nlp.package import WORDS, open_package
from app.adapters.nlp.quotes import quoted_spans
from app.adapters.nlp.rules import Rules
from app.adapters.nlp.scorer import Scorer
from app.adapters.nlp.sentences import mark_sentences
from app.adapters.nlp.understanding import Understanding, stretches
from app.adapters.nlp.words import MailTokenizer
from app.domain.reading import Sentence

LONGEST = 4_000
TOGETHER = 32
"""Passages read at once: a whole ordinary mail; other readers wait for no more than these."""
KEPT = 2_000
COMMON_WORDS = 5_000

_SURE_END = re.compile(r'\n(?=[ \t]*(?:\n|[A-Z0-9•*>(“"–-]))')
_SURROGATES = re.compile("[\ud800-\udfff]")  # halves of characters that UTF-8 cannot hold

for _name in ("quoted", "read"):
    if not Doc.has_extension(_name):
        Doc.set_extension(_name, default=None)


@Language.component("mail_sentences")
def _mail_sentences(doc: Doc) -> Doc:
    return mark_sentences(doc)


@Language.component("quotations")
def _quotations(doc: Doc) -> Doc:
    doc._.quoted = quoted_spans(doc.text)
    return doc


@Language.factory("understanding", default_config={"folder": ""})
def _understanding(nlp: Language, name: str, folder: str) -> Understanding:  # noqa: ARG001  spaCy's own signature
    package = open_package(Path(folder))
    return Understanding(package, Scorer(package), Rules(package.folder / WORDS))


class SpacyReader:
    """The `Reader` port over a packaged model."""

    def __init__(self, model_dir: Path) -> None:
        """Load everything; raises ModelError when the package is missing or damaged."""
        self._nlp = spacy.blank("en", vocab=Vocab())  # words without spaCy's attributes: nobody reads them
        self._nlp.tokenizer = MailTokenizer(self._nlp.vocab)
        self._nlp.add_pipe("mail_sentences")
        self._nlp.add_pipe("quotations")
        understanding = self._nlp.add_pipe("understanding", config={"folder": str(model_dir)})
        if not isinstance(understanding, Understanding):
            raise TypeError(understanding)
        self._version = understanding.package.version
        self._lock = Lock()
        self._kept: Kept[tuple[Sentence, ...]] = Kept(self._version, KEPT)
        for word in understanding.scorer.frequent_words(COMMON_WORDS):
            _ = self._nlp.vocab[word]  # words that every mail shares are kept outside the memory zone

    @property
    def version(self) -> str:
        """Package version and hash of the weights."""
        return self._version

    def read(self, text: str) -> tuple[Sentence, ...]:
        """Sentences of `text`, each read alone; see the port."""
        whole = _SURROGATES.sub("\ufffd", text)
        passages = list(_passages(whole))
        read = self._kept.get_all([whole[start:end] for start, end in passages], self._read_passages)
        return tuple(
            sentence.moved(start)
            for (start, _), sentences in zip(passages, read, strict=True)
            for sentence in sentences
        )

    def cut(self, text: str) -> tuple[Sentence, ...]:
        """Sentences without scores; see the port."""
        whole = _SURROGATES.sub("\ufffd", text)
        found: list[Sentence] = []
        for start, end in _passages(whole):
            with self._lock, self._nlp.memory_zone():
                doc = mark_sentences(self._nlp.make_doc(whole[start:end]))
                found += (Sentence(start + begins, start + ends, {}) for begins, ends in stretches(doc))
        return tuple(found)

    def _read_passages(self, passages: Sequence[str]) -> list[tuple[Sentence, ...]]:
        read: list[tuple[Sentence, ...]] = []
        for first in range(0, len(passages), TOGETHER):
            some = passages[first : first + TOGETHER]
            with self._lock, self._nlp.memory_zone():
                read += [doc._.read for doc in self._nlp.pipe(some, batch_size=TOGETHER)]
        return read


def _passages(text: str) -> Iterator[tuple[int, int]]:
    """Stretches of at most `LONGEST` characters, each read alone, so that an edit costs its passage.

    A passage ends where a sentence surely does: at a line end before a blank line or a line that
    starts afresh; failing that at a line, a space, or anywhere.
    """
    start, length = 0, len(text)
    while start < length:
        end = min(start + LONGEST, length)
        sure = next((m.end() for m in _SURE_END.finditer(text, start, end)), None)
        if sure is not None:
            end = sure
        elif end < length:
            end = next((at for mark in ("\n", " ") if (at := text.rfind(mark, start + 1, end) + 1)), end)
        if not text[start:end].isspace():
            yield start, end
        start = end
