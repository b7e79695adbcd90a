"""Is a secret that is handed out or asked for told from talk about passwords and codes?

Whole mails by people who had seen neither the lines nor the patterns, down the road of a draft to the check
on credentials: found when it reports anything. On the development part also each of the two labels alone: on
the lines that were set aside from `corpus/secrets`, which chose and calibrated but fitted nothing, and on the
sentences of ordinary drafts without any sign of a secret.
"""

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from app.checks import credentials
from app.compose.check_draft import Road
from app.compose.read_draft import read_draft
from nlp_models.mail.scripts.layout import CORPUS
from nlp_models.mail.scripts.measure.labels import SHOWN, by_label, wrong
from nlp_models.mail.scripts.measure.parts import Case, Part, read_text
from nlp_models.mail.scripts.measure.road import written
from nlp_models.mail.scripts.measure.shares import LEVELS, Figures, counted, precision_recall
from nlp_models.mail.scripts.secret_lines import LABELS, SOURCE, secret_rows, silent


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail with the kind of secret it holds, "none" included, and the kinds that were found."""

    text: str
    kind: str
    found: frozenset[str]

    @property
    def holds(self) -> bool:
        """Whether there is anything to find."""
        return self.kind != "none"


def files(part: Part) -> list[Path]:
    """The files that are measured on."""
    lines = CORPUS.glob(f"{SOURCE}/train-*.jsonl") if part.name == "dev" else ()
    return sorted([*part.files, *lines, _mails(part)])


def _mails(part: Part) -> Path:
    return CORPUS / SOURCE / f"{part.name}-mails.jsonl"


def read_mails(part: Part, road: Road) -> Iterator[Mail]:
    """Every mail of a part with what the check finds in it."""
    for line in _mails(part).read_text("utf-8").splitlines()[:: part.step]:
        row = json.loads(line)
        reading = read_draft(written("", row["text"]), road.around)
        yield Mail(row["text"], row["kind"], frozenset(found.kind for found in credentials.look(reading)))


def of_mails(mails: list[Mail]) -> Figures:
    """Precision and recall of the check, recall by kind, and how often the kind is right."""
    kinds: dict[str, list[bool]] = defaultdict(list)
    for mail in mails:
        if mail.holds:
            kinds[mail.kind].append(bool(mail.found))
    return {
        "mails": len(mails),
        **precision_recall([mail.holds for mail in mails], [bool(mail.found) for mail in mails]),
        "by_kind": {kind: counted(flags) for kind, flags in sorted(kinds.items())},
        "right_kind": counted([mail.kind in mail.found for mail in mails if mail.holds and mail.found]),
    }


def measure(part: Part, road: Road) -> Figures:
    """Everything about secrets."""
    mails = list(read_mails(part, road))
    figures: Figures = {"mails": of_mails(mails)}
    return figures | of_labels(part, mails) if part.name == "dev" else figures


def of_labels(part: Part, mails: list[Mail]) -> Figures:
    """The two labels alone, and what is wrong of them and of the development mails."""
    lines = [
        Case(row.text, {label: row.cells[label] == 1 for label in LABELS}, read_text(part.reader, row.text))
        for row in secret_rows()
        if row.split == "dev"
    ][:: part.step]
    ordinary = [
        case
        for draft in part.drafts
        for case in draft.cases
        if all(cell == 0 for cell in silent(case.text).values())
    ]
    return {
        "lines": by_label(lines, LABELS),
        "ordinary": {
            label: {
                name: counted([case.scores[label] >= at for case in ordinary]) for name, at in LEVELS.items()
            }
            for label in LABELS
        },
        "wrong": wrong(lines, LABELS)
        | {
            "mails": {
                "missed": [[mail.text, 0.0] for mail in mails if mail.holds and not mail.found][:SHOWN],
                "false": [[mail.text, 1.0] for mail in mails if mail.found and not mail.holds][:SHOWN],
            }
        },
    }
