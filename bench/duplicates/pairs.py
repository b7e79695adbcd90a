"""Which pairs of items did somebody write, and which hang together?

A file holds pairs (``a``, ``b``, ``same``, ``kind``), or families: a first item, others that tell its news again,
and others that do not. Pairs that share a text are one family too. Of a family those with its first item were
written as pairs; the rest follow from them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

import yaml


class Text(NamedTuple):
    """An item as its writer wrote it."""

    headline: str
    body: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Two items, and whether they tell the same news."""

    id: str
    file: str
    family: str
    kind: str
    same: bool
    a: Text
    b: Text
    is_written: bool = True


def read_pairs(path: Path) -> list[Pair]:
    """The pairs of a file."""
    entries = yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
    if entries and "family" in entries[0]:
        return [pair for entry in entries for pair in _of_family(path.name, entry)]
    return list(_of_pairs(path.name, entries))


def _of_family(file: str, entry: Mapping[str, Any]) -> Iterator[Pair]:
    name, first = entry["family"], Text(*entry["first"])
    same = [(kind, Text(*text)) for kind, text in entry["same"].items()]
    other = [(kind, Text(*text)) for kind, text in entry["other"].items()]
    written = [
        (kind, text, is_same) for texts, is_same in ((same, True), (other, False)) for kind, text in texts
    ]
    for kind, text, is_same in written:
        yield Pair(f"{name}, {kind}", file, name, kind, is_same, first, text)
    beside = [(*two, True) for two in combinations(same, 2)]
    beside += [(one, text, False) for one in same for text in other]
    for (kind, one), (_, text), is_same in beside:
        yield Pair(f"{name}, {kind}", file, name, "of one family", is_same, one, text, is_written=False)


def _of_pairs(file: str, entries: Sequence[Mapping[str, Any]]) -> Iterator[Pair]:
    above: dict[Text, Text] = {}

    def top(text: Text) -> Text:
        while above.setdefault(text, text) != text:
            text = above[text]
        return text

    texts = [(Text(**entry["a"]), Text(**entry["b"])) for entry in entries]
    for a, b in texts:
        above[top(a)] = top(b)
    for entry, (a, b) in zip(entries, texts, strict=True):
        family = f"{file}: {top(a).headline}"
        yield Pair(entry["id"], file, family, entry["kind"], entry["same"], a, b)
