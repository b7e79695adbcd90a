"""Which lines of the corpus were judged for a few labels alone, and what do they say of those?

`corpus/<folder>/train-*.jsonl` holds lines of office mail and their harmless twins; nothing is asserted of
any other label. A line's neighbours are often its twins, so every fifth stretch of twenty lines is set aside
whole, to choose and calibrate by.
"""

import json
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from nlp_models.mail.scripts.layout import CORPUS, settings
from nlp_models.mail.scripts.sources import Cells, Row

NEAR, EVERY = 20, 5
ROUTE_LABELS: list[str] = settings()["labels"]["route"]
ROUTE_SETS = {"routes": ROUTE_LABELS[:3], "voice": ROUTE_LABELS}
"""The folders about routes, and the labels each was judged for: `voice` was thought of later."""
INTENT = "intent"
INTENT_LABELS: list[str] = settings()["labels"][INTENT]


def judged_rows(folder: str, cells_of: Callable[[dict[str, Any]], Cells]) -> Iterator[Row]:
    """Every line of a folder; its name is the source."""
    for path in sorted((CORPUS / folder).glob("train-*.jsonl")):
        for number, line in enumerate(path.read_text("utf-8").splitlines()):
            written = json.loads(line)
            split = "dev" if number // NEAR % EVERY == EVERY - 1 else "train"
            yield Row(written["text"], cells_of(written), folder, split)


def route_rows() -> Iterator[Row]:
    """Why just these readers, a law behind a date, danger now, what is better heard; or none of it."""
    for folder, labels in ROUTE_SETS.items():
        yield from judged_rows(folder, partial(_route_cells, labels))


def intent_rows() -> Iterator[Row]:
    """Does the writer mean ill?"""
    return judged_rows(INTENT, lambda written: _cells(INTENT_LABELS, written[INTENT]))


def _cells(labels: list[str], named: list[str]) -> Cells:
    return {label: int(label in named) for label in labels}


def _route_cells(labels: list[str], written: dict[str, Any]) -> Cells:
    return _cells(labels, written["route"])
