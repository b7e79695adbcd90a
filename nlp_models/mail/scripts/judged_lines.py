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
ROUTE: list[str] = settings()["labels"]["route"]
INTENT: list[str] = settings()["labels"]["intent"]
LABELS = [*ROUTE, *INTENT]
LINE_SETS = {"routes": ("route", ROUTE[:3]), "voice": ("route", ROUTE), "intent": ("intent", INTENT)}
"""The folders, under which word a line of each names its labels, and which it was judged for."""


def judged_rows(folder: str, cells_of: Callable[[dict[str, Any]], Cells]) -> Iterator[Row]:
    """Every line of a folder; its name is the source."""
    for path in sorted((CORPUS / folder).glob("train-*.jsonl")):
        for number, line in enumerate(path.read_text("utf-8").splitlines()):
            written = json.loads(line)
            split = "dev" if number // NEAR % EVERY == EVERY - 1 else "train"
            yield Row(written["text"], cells_of(written), folder, split)


def line_rows() -> Iterator[Row]:
    """Every line of the sets; secrets have a file of their own."""
    for folder, (key, labels) in LINE_SETS.items():
        yield from judged_rows(folder, partial(_cells, key, labels))


def _cells(key: str, labels: list[str], written: dict[str, Any]) -> Cells:
    return {label: int(label in written[key]) for label in labels}
