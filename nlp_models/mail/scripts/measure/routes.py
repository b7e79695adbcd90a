"""Are the reason for just these readers, a law behind a date, danger, what wants a voice, and ill will heard?

Each label alone: on the development part on the lines of `corpus/routes`, `corpus/voice` and `corpus/intent`
that were set aside, which chose and calibrated but fitted nothing, and how often an ordinary sentence of the
drafts is taken for one; on the frozen part on lines by a writer who saw none of the others (they say nothing
of `voice` and `ill-will`).
"""

import json
from collections.abc import Iterator
from pathlib import Path

from nlp_models.mail.scripts.judged_lines import LABELS, LINE_SETS, line_rows
from nlp_models.mail.scripts.layout import CORPUS
from nlp_models.mail.scripts.measure.labels import by_label, wrong
from nlp_models.mail.scripts.measure.parts import Case, Part, read_text
from nlp_models.mail.scripts.measure.shares import LEVELS, Figures, counted

_FROZEN = CORPUS / "routes/test-lines.jsonl"
_FROZEN_LABELS = LINE_SETS["routes"][1]


def files(part: Part) -> list[Path]:
    """The files that are measured on."""
    if part.name == "test":
        return [_FROZEN]
    return sorted(
        [*part.files, *(path for name in LINE_SETS for path in CORPUS.glob(f"{name}/train-*.jsonl"))]
    )


def _lines(part: Part) -> Iterator[tuple[str, dict[str, bool]]]:
    if part.name == "test":
        for line in _FROZEN.read_text("utf-8").splitlines():
            written = json.loads(line)
            yield written["text"], {label: label in written["route"] for label in _FROZEN_LABELS}
        return
    for row in line_rows():
        if row.split == "dev":
            yield row.text, {label: cell == 1 for label, cell in row.cells.items()}


def measure(part: Part) -> Figures:
    """Everything about these labels."""
    lines = [Case(text, known, read_text(part.reader, text)) for text, known in _lines(part)][:: part.step]
    figures: Figures = {"lines": by_label(lines, LABELS)}
    if part.name == "dev":
        ordinary = [case for draft in part.drafts for case in draft.cases]
        figures["ordinary"] = {
            label: {
                name: counted([case.scores[label] >= at for case in ordinary]) for name, at in LEVELS.items()
            }
            for label in LABELS
        }
        figures["wrong"] = wrong(lines, LABELS)
    return figures
