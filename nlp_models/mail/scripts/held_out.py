"""Which texts measure the model, and never train it?

Readers for the held-out parts of the data folder. `calibrate` may look at the even half of the Enron
test split and at the authored development part; everything else is for `evaluate` alone.
"""

import csv
import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from nlp_models.mail.scripts.layout import BUILD, settings


class Labelled(NamedTuple):
    """A text with its cells in the order of the settings."""

    text: str
    cells: list[int | None]
    source: str


def rows(path: Path) -> Iterator[dict[str, str]]:
    """Rows of a zipped table."""
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def development() -> list[Labelled]:
    """The development rows of the table, authored and public."""
    lines = (BUILD / "table.jsonl").read_text("utf-8").splitlines()
    entries = [json.loads(line) for line in lines]
    return [
        Labelled(entry["text"], entry["y"], entry["source"]) for entry in entries if entry["split"] == "dev"
    ]


def is_authored(row: Labelled) -> bool:
    """Whether written for this project."""
    return row.source in {"authored_seed", "corpus"}


def is_clean(row: Labelled) -> bool:
    """Whether every label is asserted absent."""
    return all(cell == 0 for cell in row.cells)


def enron_test(data: Path, half: int) -> list[str]:
    """Half 0 or 1 of the sentences of real work mail that no training saw."""
    texts = [
        row["text"] for row in rows(data / "enron_sentences/email_intent.csv.gz") if row["split"] == "test"
    ]
    return texts[half::2]


def polite_requests(data: Path) -> list[str]:
    """Held-out requests that five people found polite: talk, with questions and first persons."""
    path = data / "stanford_politeness/stanford_politeness.csv.gz"
    return [row["text"] for row in rows(path) if row["q"] == "polite" and row["split"] == "dev"]


def office_web_test(data: Path) -> list[str]:
    """Held-out sentences of government service text."""
    return [row["text"] for row in rows(data / "uk_gov_text/uk_gov_text.csv.gz") if row["split"] == "test"]


def whole_mails(data: Path) -> dict[str, str]:
    """Real e-mails rebuilt from the treebank, by document id."""
    mails: dict[str, str] = {}
    for path in sorted((data.parent / "pii/ud_english_ewt").glob("*.conllu")):
        name, gap = "", ""
        for line in path.read_text("utf-8").splitlines():
            if line.startswith("# newdoc id = "):
                name, gap = line.removeprefix("# newdoc id = "), ""
                if name.startswith("email-"):
                    mails[name] = ""
            elif line.startswith("# newpar"):
                gap = "\n\n"
            elif line.startswith("# text = ") and name in mails:
                mails[name] += (gap if mails[name] else "") + line.removeprefix("# text = ")
                gap = " "
    return mails


def labels() -> list[str]:
    """The labels in the order of the cells."""
    named: list[str] = settings()["labels"]
    return named
