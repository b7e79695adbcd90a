"""Is a sentence that hands out a secret, or asks for one, told from talk about passwords and codes?

On the lines that were set aside from `corpus/secrets`, which chose and calibrated but fitted nothing; and how
often a sentence of an ordinary draft without any sign of a secret is taken for either.
"""

from pathlib import Path

from nlp_models.mail.scripts.layout import CORPUS
from nlp_models.mail.scripts.measure.labels import by_label, wrong
from nlp_models.mail.scripts.measure.parts import Case, Part, read_text
from nlp_models.mail.scripts.measure.shares import LEVELS, Figures, counted
from nlp_models.mail.scripts.secret_lines import LABELS, SOURCE, secret_rows, silent


def files(part: Part) -> list[Path]:
    """The files that are measured on."""
    return sorted([*part.files, *CORPUS.glob(f"{SOURCE}/train-*.jsonl")])


def measure(part: Part) -> Figures:
    """Everything about secrets."""
    cases = [
        Case(row.text, {label: row.cells[label] == 1 for label in LABELS}, read_text(part.reader, row.text))
        for row in secret_rows()
        if row.split == "dev"
    ][:: part.step]
    ordinary = [
        case
        for draft in part.drafts
        for case in draft.cases
        if all(v == 0 for v in silent(case.text).values())
    ]
    return {
        "lines": by_label(cases, LABELS),
        "ordinary": {
            label: {
                name: counted([case.scores[label] >= at for case in ordinary]) for name, at in LEVELS.items()
            }
            for label in LABELS
        },
        "wrong": wrong(cases, LABELS),
    }
