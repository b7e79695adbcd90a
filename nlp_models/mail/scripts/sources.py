"""What does each public source assert about its sentences?

One reader a source: its labels become cells of the table, and where a source says nothing the cell is
empty. Davidson's tweets are left out: they over-flag African-American English.
"""

import csv
import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from nlp_models.mail.scripts.layout import PACKAGE, settings

LABELS: list[str] = settings()["labels"]["tone"]
Cells = dict[str, int | None]

HALF = 0.5  # of the annotators

WARM = {
    "admiration",
    "approval",
    "caring",
    "excitement",
    "gratitude",
    "joy",
    "love",
    "optimism",
    "relief",
    "pride",
}
ADVERT = re.compile(r"\b(free|offer|click|win|credit|debt|\$\d)", re.IGNORECASE)


class Row(NamedTuple):
    """One sentence of the table."""

    text: str
    cells: Cells
    source: str
    split: str


def clean() -> Cells:
    """Every label asserted absent."""
    return dict.fromkeys(LABELS, 0)


def unknown(**known: int) -> Cells:
    """Nothing asserted but what is named (underscores stand for hyphens)."""
    return dict.fromkeys(LABELS) | {name.replace("_", "-"): value for name, value in known.items()}


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


class Lexicon:
    """Whether a text holds a plain swear word (1), surely none (0), or a doubtful one (null)."""

    def __init__(self, data: Path) -> None:
        """Read the packaged word list and the surge list of the data folder."""
        words = json.loads((PACKAGE / "words.json").read_text("utf-8"))
        self.strong = re.compile(r"\b(?:" + "|".join(words["swearing"]) + r")\b", re.IGNORECASE)
        with (data / "lexicons/surge_profanity_en.csv").open(encoding="utf-8", newline="") as file:
            self.doubtful = {row["text"].lower() for row in csv.DictReader(file)}

    def obscenity(self, text: str) -> int | None:
        """The obscenity cell of a public text."""
        if self.strong.search(text):
            return 1
        return None if self.doubtful & set(re.findall(r"[a-z']+", text.lower())) else 0


def toxic_spans(data: Path, lexicon: Lexicon) -> Iterator[Row]:
    """News comments; the share of annotators who marked a span of each kind."""
    for row in _rows(data / "toxic_spans/toxic_spans.csv.gz"):
        share = {key: float(row[key]) for key in ("insult", "identity_based_attack", "threat", "not_toxic")}

        def cell(kind: str, share: dict[str, float] = share) -> int | None:
            return 1 if share[kind] >= HALF else 0 if share[kind] == 0 else None

        cells = unknown()
        cells["abuse"], cells["threat"] = cell("insult"), cell("threat")
        cells["discrimination"] = cell("identity_based_attack")
        cells["obscenity"] = lexicon.obscenity(row["text"])
        marked = any(cells[label] == 1 for label in LABELS)
        yield Row(row["text"], cells, f"toxic_spans/{'marked' if marked else 'clean'}", row["split"])


def edos(data: Path, lexicon: Lexicon) -> Iterator[Row]:
    """Forum posts; sexism with its kind."""
    for row in _rows(data / "edos/edos_labelled_aggregated.csv.gz"):
        vector = row["label_vector"][:3]
        obscenity = lexicon.obscenity(row["text"])
        sexist = row["label_sexist"] == "sexist"
        cells = unknown(threat=int(vector in {"1.1", "1.2"}))
        cells["obscenity"] = obscenity
        cells["sexual"] = 1 if vector == "2.3" else None if sexist or obscenity != 0 else 0
        cells["discrimination"] = 1 if sexist else 0 if obscenity == 0 else None
        if vector in {"3.3", "3.4"}:
            cells["condescension"] = 1
        yield Row(row["text"], cells, f"edos/{'sexist' if sexist else 'none'}", row["split"])


def hatexplain(data: Path, lexicon: Lexicon) -> Iterator[Row]:
    """Short posts in lower case; hate speech, offensive, normal."""
    for row in _rows(data / "hatexplain/hatexplain.csv.gz"):
        kind = row["label"]
        cells = unknown()
        cells["obscenity"] = lexicon.obscenity(row["text"])
        cells["discrimination"] = {"hatespeech": 1, "normal": 0}.get(kind)
        cells["abuse"] = {"offensive": 1, "normal": 0}.get(kind)
        yield Row(row["text"], cells, f"hatexplain/{kind}", row["split"])


def goemotions(data: Path, lexicon: Lexicon) -> Iterator[Row]:
    """Reddit comments; anger, warmth, neutral."""
    for row in _rows(data / "goemotions/goemotions.csv.gz"):
        names = set(row["labels"].split("|"))
        obscenity = lexicon.obscenity(row["text"])
        if "anger" in names:
            cells, kind = unknown(anger=1, gossip=0, party_political=0, chain_letter=0), "anger"
        elif names <= WARM and obscenity == 0:
            cells, kind = clean() | {"sexual": None, "sarcasm": None}, "warm"
        elif names == {"neutral"}:
            cells, kind = unknown(anger=0), "neutral"
        else:
            continue
        cells["obscenity"] = obscenity
        yield Row(row["text"], cells, f"goemotions/{kind}", row["split"])


def calm(data: Path, lexicon: Lexicon) -> Iterator[Row]:
    """Neutral Reddit comments as conversation without heat; only the second stage learns from them."""
    absent = (
        "anger",
        "threat",
        "condescension",
        "dismissiveness",
        "defamation",
        "urgency",
        "gossip",
        "chain-letter",
    )
    for row in _rows(data / "goemotions/goemotions.csv.gz"):
        if row["labels"] == "neutral" and row["split"] == "train" and lexicon.obscenity(row["text"]) == 0:
            yield Row(row["text"], unknown() | dict.fromkeys(absent, 0) | {"obscenity": 0}, "calm", "train")


def small_sources(data: Path, lexicon: Lexicon) -> Iterator[Row]:
    """The sources whose labels need one line each."""
    for row in _rows(data / "stanford_politeness/stanford_politeness.csv.gz"):
        if row["q"] != "impolite":
            cells = clean() | (
                {} if row["q"] == "polite" else {"dismissiveness": None, "condescension": None}
            )
            yield Row(row["text"], cells | {"sarcasm": None}, "stanford_politeness/clean", row["split"])
    for row in _rows(data / "isarcasm/isarcasm_en.csv.gz"):
        cells = unknown(sarcasm=int(row["sarcastic"]), discrimination=0, threat=0)
        cells["obscenity"] = lexicon.obscenity(row["tweet"])
        yield Row(row["tweet"], cells, "isarcasm", row["split"])
        if row["rephrase"]:
            yield Row(row["rephrase"], unknown(sarcasm=0), "isarcasm", row["split"])
    for row in _rows(data / "toxigen_demos/toxigen_demonstrations.csv.gz"):
        hate = row["label"] == "hate"
        cells = unknown(discrimination=1, obscenity=0) if hate else clean() | {"sarcasm": None}
        yield Row(row["text"], cells, "toxigen_demos", row["split"])
    for row in _rows(data / "surge_toxicity/toxicity_en.csv.gz"):
        cells = unknown(abuse=int(row["is_toxic"] == "Toxic"))
        cells["obscenity"] = lexicon.obscenity(row["text"])
        yield Row(row["text"], cells, "surge_toxicity", row["split"])
    for row in _rows(data / "enron_sentences/email_intent.csv.gz"):
        advert = ADVERT.search(row["text"]) is not None
        cells = clean() | ({"chain-letter": None, "urgency": None, "sexual": None} if advert else {})
        yield Row(row["text"], cells, "enron_sentences", row["split"])
    for row in _rows(data / "uk_gov_text/uk_gov_text.csv.gz"):
        yield Row(row["text"], clean(), "uk_gov_text", row["split"])


READERS = (toxic_spans, edos, hatexplain, goemotions, small_sources)
