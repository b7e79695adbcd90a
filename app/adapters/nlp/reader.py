"""How is a text read into sentences, each with its tone?

The spaCy pipeline behind the `Reader` port: mail tokenizer, sentence marks, quotations, tone. A text is
read in chunks that end with a line, each inside a memory zone and under one lock (spaCy's vocabulary is
shared and would keep the words of every draft), so no Doc and no word outlives its chunk.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from threading import Lock

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

from app.adapters.nlp.package import WORDS, open_package
from app.adapters.nlp.quotes import quoted_spans
from app.adapters.nlp.rules import Rules
from app.adapters.nlp.scorer import Scorer
from app.adapters.nlp.sentences import mark_sentences
from app.adapters.nlp.tone import ToneComponent
from app.adapters.nlp.words import MailTokenizer
from app.domain.reading import Sentence

CHUNK = 4_000
COMMON_WORDS = 5_000

_SURROGATES = re.compile("[\ud800-\udfff]")  # halves of characters that UTF-8 cannot hold

for _holder, _name in ((Doc, "quoted"), (Span, "tone")):
    if not _holder.has_extension(_name):
        _holder.set_extension(_name, default=None)


@Language.component("mail_sentences")
def _mail_sentences(doc: Doc) -> Doc:
    return mark_sentences(doc)


@Language.component("quotations")
def _quotations(doc: Doc) -> Doc:
    doc._.quoted = quoted_spans(doc.text)
    return doc


@Language.factory("tone", default_config={"folder": ""})
def _tone(nlp: Language, name: str, folder: str) -> ToneComponent:  # noqa: ARG001  spaCy's own signature
    package = open_package(Path(folder))
    return ToneComponent(package, Scorer(package), Rules(package.folder / WORDS))


class SpacyReader:
    """The `Reader` port over a packaged model."""

    def __init__(self, model_dir: Path) -> None:
        """Load everything; raises ModelError when the package is missing or damaged."""
        self._version = open_package(model_dir).version
        self._nlp = spacy.blank("en")
        self._nlp.tokenizer = MailTokenizer(self._nlp.vocab)
        self._nlp.add_pipe("mail_sentences")
        self._nlp.add_pipe("quotations")
        tone = self._nlp.add_pipe("tone", config={"folder": str(model_dir)})
        if not isinstance(tone, ToneComponent):
            raise TypeError(tone)
        self._lock = Lock()
        for word in tone.scorer.frequent_words(COMMON_WORDS):
            _ = self._nlp.vocab[word]  # words that every mail shares are kept outside the memory zone

    @property
    def version(self) -> str:
        """Package version and hash of the weights."""
        return self._version

    def read(self, text: str) -> tuple[Sentence, ...]:
        """Sentences of `text`, each scored alone; see the port."""
        whole = _SURROGATES.sub("\ufffd", text)
        chunks = _chunks(whole)
        return tuple(
            sentence for start, end in chunks for sentence in self._read_chunk(whole[start:end], start)
        )

    def _read_chunk(self, chunk: str, offset: int) -> list[Sentence]:
        with self._lock, self._nlp.memory_zone():
            doc = self._nlp(chunk)
            return [
                Sentence(offset + span.start_char, offset + span.end_char, span._.tone)
                for span in doc.spans["sentences"]
            ]


def _chunks(text: str) -> Iterator[tuple[int, int]]:
    """Spans of at most `CHUNK` characters, ended at a blank line, a line or a space if there is one."""
    start, length = 0, len(text)
    while start < length:
        end = min(start + CHUNK, length)
        if end < length:
            for mark in ("\n\n", "\n", " "):
                found = text.rfind(mark, start + 1, end)
                if found > start:
                    end = found + len(mark)
                    break
        if not text[start:end].isspace():
            yield start, end
        start = end
