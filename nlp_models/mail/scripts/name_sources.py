"""What do the public sets say about names of people, places and organisations?

One reader a set. Text comes with its own spacing where the set keeps it, else put together again from
its words. Handles are no persons; national adjectives, products and works are no names here.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

Tag = tuple[int, int, str]  # code points, end excluded; P, L or O


class Named(NamedTuple):
    """A sentence with its names."""

    text: str
    names: list[Tag]
    source: str
    split: str
    document: str = ""


KINDS = {
    "PER": "P",
    "person": "P",
    "LOC": "L",
    "location": "L",
    "ORG": "O",
    "corporation": "O",
    "group": "O",
}
_NO_SPACE_BEFORE = re.compile(r"[.,;:!?%)\]}]|['\u2019](?:s|m|d|ll|re|ve)?|n['\u2019]t", re.IGNORECASE)
_NO_SPACE_AFTER = frozenset("([{#$£@")


def sentences(path: Path) -> Iterator[tuple[list[tuple[str, str]], dict[str, str]]]:
    """Words with their tags, and the comments above them, of a column file."""
    words: list[tuple[str, str]] = []
    comments: dict[str, str] = {}
    for line in [*path.read_text("utf-8").splitlines(), ""]:
        if line.startswith("# ") and " = " in line:
            key, _, value = line[2:].partition(" = ")
            comments[key] = value
        elif not line.strip():
            if words:
                yield words, comments
            words = []
        else:
            columns = line.split("\t") if "\t" in line else line.rsplit(" ", 1)
            words.append(
                (columns[1], columns[2]) if path.suffix in {".iob2", ".conllu"} else (columns[0], columns[-1])
            )


def spans(words: list[tuple[str, str]], places: list[tuple[int, int]]) -> list[Tag]:
    """Runs of tagged words as stretches of the text."""
    found: list[Tag] = []
    before = "O"
    for (_, tag), (start, end) in zip(words, places, strict=True):
        kind = KINDS.get(tag[2:], "")
        if kind and tag.startswith("I-") and before[2:] == tag[2:]:
            found[-1] = (found[-1][0], end, kind)
        elif kind:
            found.append((start, end, kind))
        before = tag if kind else "O"
    return found


def spaced(words: list[tuple[str, str]]) -> tuple[str, list[tuple[int, int]]]:
    """Words put together as a writer would, and where each lies."""
    text = ""
    places: list[tuple[int, int]] = []
    for word, _ in words:
        glued = not text or _NO_SPACE_BEFORE.fullmatch(word) or text[-1] in _NO_SPACE_AFTER
        text += "" if glued else " "
        places.append((len(text), len(text) + len(word)))
        text += word
    return text, places


def found_in(text: str, words: Iterable[tuple[str, str]]) -> list[tuple[int, int]] | None:
    """Where each word lies in the text; None when they do not fit."""
    at = 0
    places: list[tuple[int, int]] = []
    for word, _ in words:
        start = text.find(word, at)
        if start < 0 or text[at:start].strip():
            return None
        at = start + len(word)
        places.append((start, at))
    return places


def treebank(data: Path, split: str) -> Iterator[Named]:
    """The English Web Treebank with the names of Universal NER, in its true spacing."""
    written = {
        comments["sent_id"]: comments["text"]
        for _, comments in sentences(data / f"pii/ud_english_ewt/en_ewt-ud-{split}.conllu")
    }
    for words, comments in sentences(data / f"pii/uner_english_ewt/en_ewt-ud-{split}.iob2"):
        text = written.get(comments["sent_id"], "")
        places = found_in(text, words)
        if places:
            yield Named(text, spans(words, places), "uner", split, comments["newdoc id"])


def columns(path: Path, source: str, split: str = "train") -> Iterator[Named]:
    """A set that keeps words without their spacing."""
    for words, _ in sentences(path):
        clean = [
            (word, "O" if word.startswith("@") or (at and words[at - 1][0] == "@") else tag)
            for at, (word, tag) in enumerate(words)
            if not word.startswith("-DOCSTART")
        ]
        if clean:
            text, places = spaced(clean)
            yield Named(text, spans(clean, places), source, split)


def public_names(data: Path) -> Iterator[Named]:
    """Every sentence of the public sets that may train."""
    yield from treebank(data, "train")
    yield from columns(data / "pii/wikigold/wikigold.conll.txt", "wikigold")
    yield from columns(data / "pii/wnut17/wnut17train.conll", "wnut17")
    for section in "abegh":
        yield from columns(data / f"pii/broad_twitter_corpus/{section}.conll", "broad_twitter")
