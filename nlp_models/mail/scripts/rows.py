"""What does a stage of training read?

The rows of the table that it learns from, repeated, sampled and roughened as the settings say, and their
shuffled batches.
"""

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tokenizers import Tokenizer

from app.adapters.nlp.names import TAGS
from app.adapters.nlp.pieces import cut
from nlp_models.mail.scripts.encoder import published_folder, tokenizer
from nlp_models.mail.scripts.layout import BUILD, labels, settings
from nlp_models.mail.scripts.noise import misspelt, recased

UNTAGGED = -100


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence as the loss needs it."""

    ids: list[int]
    shapes: list[int]
    targets: list[float]
    known: list[float]
    """1 where the target is asserted."""
    tags: list[int]
    """A tag for the first piece of each word, `UNTAGGED` elsewhere and where names are not asserted."""


def row_of(entry: dict[str, Any], cutter: Tokenizer) -> Row:
    """One entry of the table."""
    pieces = cut(cutter, entry["text"])
    cells = entry["y"] or [None] * len(labels())
    tags = [UNTAGGED] * len(pieces.ids)
    if entry["names"] is not None:
        before = None
        for at, (word, (start, _)) in enumerate(zip(pieces.words, pieces.places, strict=True)):
            if word is not None and word != before:
                name = next((name for name in entry["names"] if name[0] <= start < name[1]), None)
                tags[at] = 0 if name is None else TAGS.index(f"{'B' if start == name[0] else 'I'}-{name[2]}")
            before = word
    return Row(
        pieces.ids,
        pieces.shapes,
        [float(cell or 0) for cell in cells],
        [float(cell is not None) for cell in cells],
        tags,
    )


def load_rows(stage: str, chance: random.Random) -> list[Row]:
    """The training rows of a stage, repeated, sampled and roughened as the settings say."""
    config = settings()
    plan = config[stage]
    cutter = tokenizer(published_folder() / "tokenizer.json", config["max_tokens"])
    entries: list[dict[str, Any]] = []
    sampled: list[dict[str, Any]] = []
    for line in (BUILD / "table.jsonl").read_text("utf-8").splitlines():
        entry = json.loads(line)
        if entry["split"] == "train":
            times = plan["repeat"].get(entry["source"])
            if times is None:
                sampled.append(entry)
            else:
                entries.extend([entry] * times)
    entries += chance.sample(sampled, min(plan["sample"], len(sampled)))
    rough = config["noise"]
    rows = [row_of(misspelt(recased(entry, rough, chance), rough, chance), cutter) for entry in entries]
    _leave_unlearnt(rows)
    return rows


def _leave_unlearnt(rows: list[Row]) -> None:
    """Assert nothing of a label that no row holds: a stage of absences alone would only silence it."""
    held = [any(column) for column in zip(*(row.targets for row in rows), strict=True)]
    for row in rows:
        row.known[:] = [known * holds for known, holds in zip(row.known, held, strict=True)]


def batches(rows: list[Row], size: int, chance: random.Random) -> Iterator[list[Row]]:
    """Shuffled batches of sentences of like length."""
    order = list(rows)
    chance.shuffle(order)
    pool = size * 40
    groups: list[list[Row]] = []
    for start in range(0, len(order), pool):
        near = sorted(order[start : start + pool], key=lambda row: len(row.ids))
        groups.extend(near[at : at + size] for at in range(0, len(near), size))
    chance.shuffle(groups)
    yield from groups
