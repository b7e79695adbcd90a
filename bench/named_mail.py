"""Which public texts say where their names and personal data stand?

Reads Universal NER over the English Web Treebank, document by document, and the development half of
presidio-research, each as text with the places that people marked. Nothing of them is kept here.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

Span = tuple[int, int, str]
"""Code points, end excluded, and the kind as the set calls it."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A text and what is marked in it."""

    id: str
    text: str
    spans: tuple[Span, ...]

    @property
    def genre(self) -> str:
        """The first part of the id: ``email``, ``weblog``, ``newsgroup``, ``answers``, ``reviews``."""
        return self.id.partition("-")[0]


def treebank(data: Path, split: str) -> Iterator[Marked]:
    """The documents of a split, with their PER, LOC and ORG.

    Paragraphs stand apart by an empty line. Inside one, a sentence follows the full stop of the one before it;
    after a piece without one (a greeting, a heading, a name) it starts a line, as it does in mail.
    """
    tags = {c["sent_id"]: words for words, c in _blocks(data / f"uner_english_ewt/en_ewt-ud-{split}.iob2")}
    name, text, spans = "", "", list[Span]()
    for _, comments in _blocks(data / f"ud_english_ewt/en_ewt-ud-{split}.conllu"):
        if "newdoc id" in comments:
            if text:
                yield Marked(name, text, tuple(spans))
            name, text, spans = comments["newdoc id"], "", []
        sentence = comments["text"]
        if text:
            is_prose = text[-1] in ".!?" and len(text) - text.rfind("\n") > _SHORT_LINE
            text += "\n\n" if "newpar id" in comments else " " if is_prose else "\n"
        spans += _spans(sentence, len(text), tags.get(comments["sent_id"], []))
        text += sentence
    if text:
        yield Marked(name, text, tuple(spans))


_SHORT_LINE = 30


def _blocks(path: Path) -> Iterator[tuple[list[tuple[str, str]], dict[str, str]]]:
    """Words with their tags, and the comments above them."""
    words: list[tuple[str, str]] = []
    comments: dict[str, str] = {}
    for line in [*path.read_text("utf-8").splitlines(), ""]:
        if line.startswith("# "):
            key, _, value = line[2:].partition(" = ")
            comments[key] = value
        elif line:
            columns = line.split("\t")
            words.append((columns[1], columns[2]))
        elif words:
            yield words, comments
            words, comments = [], {}


def _spans(sentence: str, offset: int, words: list[tuple[str, str]]) -> Iterator[Span]:
    """Runs of tagged words, found in the sentence as it is written."""
    at, start, end, kind = 0, 0, 0, ""
    for word, tag in [*words, ("", "O")]:
        place = sentence.find(word, at)
        if place < 0:
            break
        at = place + len(word)
        if tag.startswith("I-") and tag[2:] == kind:
            end = at
            continue
        if kind:
            yield offset + start, offset + end, kind
        kind = tag[2:] if tag[2:] in {"PER", "LOC", "ORG"} else ""
        start, end = place, at


def presidio(data: Path) -> Iterator[Marked]:
    """Every text of the development half."""
    for file in sorted((data / "presidio_research_synth").glob("*.json")):
        for number, entry in enumerate(json.loads(file.read_text("utf-8"))):
            spans = sorted((s["start_position"], s["end_position"], s["entity_type"]) for s in entry["spans"])
            yield Marked(f"{file.stem}-{number}", entry["full_text"], tuple(spans))
