"""Which sentences does the model learn from?

Reads the public sets (`MAIL_MODEL_DATA`) and this project's corpus and writes one table, `build/table.jsonl`:
text, one cell a label (1 holds, 0 does not, null not asserted by its source), the names or null, a source
and a split. Quotations are masked where labels count. The checksums of every file read go to
`metrics/inputs.json`. HateCheck, madlibs and the frozen test part are never read here.
"""

import json
import random
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from app.adapters.nlp.quotes import mask, quoted_spans
from nlp_models.mail.scripts.drafts import Written, read_folder
from nlp_models.mail.scripts.groups import Kind, swapped, templates
from nlp_models.mail.scripts.inputs import record_inputs
from nlp_models.mail.scripts.judged import SETS, judged
from nlp_models.mail.scripts.judged_lines import INTENT, line_rows
from nlp_models.mail.scripts.judged_lines import LABELS as LINES
from nlp_models.mail.scripts.layout import CORPUS, METRICS, labels, public_data, seeded, settings, whole_file
from nlp_models.mail.scripts.name_sources import Tag, public_names
from nlp_models.mail.scripts.people import Filled, fill, training_names
from nlp_models.mail.scripts.secret_lines import LABELS as SECRETS
from nlp_models.mail.scripts.secret_lines import OFFICE, secret_rows, silent
from nlp_models.mail.scripts.sentences import sentences_of
from nlp_models.mail.scripts.sources import LABELS, READERS, Lexicon, Row, calm, clean, unknown

Entry = dict[str, Any]
JUDGED_APART = {*SECRETS, *LINES}
"""Labels that the drafts and sentences of the corpus were not judged for."""
FILLS = 1  # of a draft with open slots
RENAMED = {
    "dismissive": "dismissiveness",
    "party_political": "party-political",
    "chain_letter": "chain-letter",
}
# Labels which a sentence written for one tone may well carry too: not asserted absent there.
NEIGHBOURS = {
    "threat": {"anger", "abuse", "urgency"},
    "abuse": {"anger", "condescension", "dismissiveness", "discrimination", "defamation", "gossip"},
    "obscenity": {"anger", "abuse", "sexual"},
    "sexual": {"obscenity", "gossip", "discrimination"},
    "discrimination": {"abuse", "condescension", "dismissiveness"},
    "defamation": {"abuse", "gossip", "anger"},
    "anger": {"abuse", "dismissiveness", "condescension", "urgency"},
    "condescension": {"dismissiveness", "sarcasm", "abuse"},
    "dismissiveness": {"condescension", "anger", "sarcasm"},
    "sarcasm": {"condescension", "dismissiveness", "anger"},
    "urgency": {"anger", "threat", "dismissiveness"},
    "gossip": {"defamation", "sexual", "abuse"},
    "party-political": set(),
    "chain-letter": {"urgency", "festive"},
}


def entry(
    text: str, cells: dict[str, int | None] | None, names: list[Tag] | None, source: str, split: str
) -> Entry:
    """One line of the table."""
    known = silent(text) | _meant(cells) | cells if cells is not None and source in OFFICE else cells
    row = None if known is None else [known.get(label) for label in labels()]
    return {"text": text, "y": row, "names": names, "source": source, "split": split}


def _meant(cells: dict[str, int | None]) -> dict[str, int | None]:
    """No ill will where the tone is clean; elsewhere nobody judged it."""
    return {} if any(cells.get(tone) for tone in LABELS) else dict.fromkeys(INTENT, 0)


def seed(data: Path) -> Iterator[Row]:
    """The authored seed: the neighbours of a label are not asserted absent."""
    for line in (data / "tone/authored_seed/authored_seed.jsonl").read_text("utf-8").splitlines():
        written = json.loads(line)
        named = [RENAMED.get(label, label) for label in written["labels"]]
        unsure = set().union(*(NEIGHBOURS[label] for label in named)) - set(named)
        yield Row(
            written["text"],
            clean() | dict.fromkeys(named, 1) | dict.fromkeys(unsure),
            "authored_seed",
            "train",
        )


def sentence_rows(path: Path, source: str) -> Iterator[Row]:
    """Sentences of the corpus; the files from before the guide are complete in tone alone."""
    others = [label for label in labels() if label not in {*LABELS, *JUDGED_APART}]
    for line in path.read_text("utf-8").splitlines():
        written = json.loads(line)
        named = set(written["labels"])
        cells: dict[str, int | None] = clean() | dict.fromkeys(named, 1)
        if path.name.startswith(("train", "dev")):
            cells = {**dict.fromkeys(others, 0), **cells}
        split = "dev" if path.name.startswith("dev") else "train"
        yield Row(
            written["text"], cells | dict.fromkeys(set(written.get("unsure", ())) - named), source, split
        )


def masked(text: str) -> str:
    """`text` on one line, its quotations masked."""
    text = " ".join(text.split())
    return mask(text, 0, len(text), quoted_spans(text))


def draft_entries(draft: Filled, source: str, split: str) -> Iterator[Entry]:
    """The sentences of a draft: labels where the words are the writer's, names everywhere."""
    quoted = quoted_spans(draft.text)
    spans = sentences_of(draft.text)
    given: dict[int, set[str]] = defaultdict(set)
    for place, labelled in draft.labels:
        given[max(start for start, _ in spans if start < place)] |= set(labelled)
    for start, end in spans:
        names = [
            (m.start - start, m.end - start, m.kind) for m in draft.names if start <= m.start and m.end <= end
        ]
        text = draft.text[start:end]
        cells: dict[str, int | None] | None = None
        if start < draft.history:
            cells = {label: 0 for label in labels() if label not in JUDGED_APART}
            cells |= dict.fromkeys(given[start], 1)
        if any(first < end and last > start for first, last in quoted):
            inside = [
                (max(first, start), min(last, end)) for first, last in quoted if first < end and last > start
            ]
            yield entry(" ".join(mask(draft.text, start, end, inside).split()), cells, None, source, split)
            cells = None
        yield entry(*_squeezed(text, names, cells), source, split)
    subject_names = [(m.start, m.end, m.kind) for m in draft.subject_names]
    if draft.subject:
        yield entry(draft.subject, None, subject_names, source, split)


def _squeezed(
    text: str, names: list[Tag], cells: dict[str, int | None] | None
) -> tuple[str, dict[str, int | None] | None, list[Tag]]:
    """Line ends and tabs as single spaces, one for one, so that names keep their places."""
    return "".join(" " if letter.isspace() else letter for letter in text), cells, names


def drafts(folder: Path, public: Path | None, split: str) -> Iterator[Entry]:
    """Every draft of the corpus that fits or develops, its slots filled."""
    chance = seeded()
    names = training_names(public)
    for draft in read_folder(folder):
        for _ in range(FILLS if _has_slots(draft) and split == "train" else 1):
            yield from draft_entries(fill(draft, names, chance), f"drafts-{split}", split)


def _has_slots(draft: Written) -> bool:
    return any(mark.slot for mark in (*draft.marks, *draft.subject_marks))


def own_rows(data: Path | None) -> Iterator[Row]:
    """The seed, the corpus's sentences, and the public ones that this project judged."""
    if data is not None:
        yield from seed(data)
    for path in sorted((CORPUS / "sentences").glob("*.jsonl")):
        if not path.name.startswith("test"):
            yield from sentence_rows(path, "sentences")
    if data is None:
        return
    for name in SETS:
        for text, named, unsure in judged(name, data):
            yield Row(text, clean() | dict.fromkeys(unsure) | dict.fromkeys(named, 1), "judged", "train")


def about_groups(chance: random.Random) -> Iterator[Entry]:
    """The wordings about groups of people."""
    known = {
        Kind.CLEAN: clean(),
        Kind.HOSTILE: unknown(discrimination=1, obscenity=0),
        Kind.NO_DISCRIMINATION: unknown(discrimination=0),
    }
    for text, kind in templates(chance):
        yield entry(masked(text), dict(known[kind]), None, "groups", "train")


def authored(data: Path | None) -> Iterator[Entry]:
    """Everything written or judged for this project, the frozen test part excepted."""
    chance = seeded()
    for row in own_rows(data):
        yield entry(masked(row.text), dict(row.cells), None, row.source, row.split)
        if row.split == "train" and row.source == "sentences":
            for text in swapped(row.text, chance):
                yield entry(masked(text), dict(row.cells), None, "sentences-swapped", "train")
    for row in (*secret_rows(), *line_rows()):  # as written: a secret in quotation marks is one all the same
        yield entry(row.text, dict(row.cells), None, row.source, row.split)
    yield from about_groups(chance)
    lists = data / "pii/popular_names_by_country" if data is not None else None
    for folder in sorted((CORPUS / "drafts").iterdir()):
        split = folder.name.partition("-")[0]
        if split in {"train", "dev"}:
            yield from drafts(folder, lists, split)


def capped(rows: Iterable[Row]) -> list[Row]:
    """At most `caps[source]` training rows a source, chosen by the seed."""
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[row.source if row.split == "train" else f"{row.source}#{row.split}"].append(row)
    chance = seeded()
    kept: list[Row] = []
    for source, group in sorted(groups.items()):
        cap = settings()["caps"].get(source, len(group))
        kept.extend(chance.sample(group, min(cap, len(group))))
    return kept


def public(data: Path | None) -> Iterator[Entry]:
    """The public rows: tone of sentences, and names."""
    if data is None:
        return
    tone = data / "tone"
    lexicon = Lexicon(tone)
    rows = capped(row for reader in READERS for row in reader(tone, lexicon) if row.split in {"train", "dev"})
    rows += seeded().sample(list(calm(tone, lexicon)), settings()["calm_sample"])
    for row in rows:
        yield entry(masked(row.text), dict(row.cells), None, row.source, row.split)
    for named in public_names(data):
        yield entry(named.text, None, named.names, named.source, named.split)


def main() -> None:
    """Write the table."""
    data = public_data()
    counts: dict[str, int] = defaultdict(int)
    with whole_file("table.jsonl") as part, part.open("w", encoding="utf-8") as file:
        try:
            for line in (*public(data), *authored(data)):
                if line["text"].strip():
                    counts[f"{line['source']} {line['split']}"] += 1
                    file.write(json.dumps(line) + "\n")
        except FileNotFoundError as error:
            message = f"{error.filename} is not there. nlp_models/mail/card.md lists the public sets."
            raise SystemExit(message) from error
    record_inputs(data)
    (METRICS / "table.json").write_text(json.dumps(dict(sorted(counts.items())), indent=1) + "\n", "utf-8")
    sys.stdout.write(json.dumps(dict(counts), indent=1) + "\n")


if __name__ == "__main__":
    main()
