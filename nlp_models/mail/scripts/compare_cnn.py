"""Would spaCy's own network have been enough?

Fits spaCy's hash-embedding CNN, shared by a multi-label classifier and a name tagger, on the same table as
the encoder, and measures both on the development sentences: area under the curve a label, and how many names
each finds. Not part of `make models`; the figures stand in `metrics/encoders.json` and the card.
"""

import json
import random
import statistics
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np
import spacy
from sklearn.metrics import roc_auc_score
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from spacy.util import compounding, fix_random_seed, minibatch

from app.adapters.nlp.package import LABELS, open_package
from app.adapters.nlp.scorer import Scorer
from app.adapters.nlp.words import MailTokenizer
from nlp_models.mail.scripts.layout import BUILD, METRICS, PACKAGE, settings

STEPS, SAMPLE, DROPOUT = 4_000, 60_000, 0.2
FEWEST = 5
CONFIG: dict[str, Any] = {"width": 96, "depth": 4, "embed_size": 2_000, "window_size": 1, "maxout_pieces": 3}


def entries(split: str) -> list[dict[str, Any]]:
    """Rows of the table."""
    lines = (BUILD / "table.jsonl").read_text("utf-8").splitlines()
    return [row for row in map(json.loads, lines) if row["split"] == split]


def example(nlp: Language, row: dict[str, Any]) -> Example:
    """A row as spaCy learns from it: what is not asserted stays out."""
    doc = nlp.make_doc(row["text"])
    given: dict[str, Any] = {}
    if row["y"]:
        given["cats"] = {
            label: float(cell) for label, cell in zip(LABELS, row["y"], strict=True) if cell is not None
        }
    if row["names"] is not None:
        spans = [
            doc.char_span(start, end, kind, alignment_mode="contract") for start, end, kind in row["names"]
        ]
        reference = Doc(
            doc.vocab, words=[token.text for token in doc], spaces=[bool(t.whitespace_) for t in doc]
        )
        reference.set_ents([span for span in spans if span is not None])
        given["entities"] = [(span.start_char, span.end_char, span.label_) for span in reference.ents]
    else:
        given["entities"] = ["-"] * len(doc)
    return Example.from_dict(doc, given)


def network() -> Language:
    """An empty pipeline: the CNN and its two listeners."""
    nlp = spacy.blank("en")
    nlp.tokenizer = MailTokenizer(nlp.vocab)
    model = {
        "@architectures": "spacy.HashEmbedCNN.v2",
        "pretrained_vectors": None,
        "subword_features": True,
        **CONFIG,
    }
    nlp.add_pipe("tok2vec", config={"model": model})
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": CONFIG["width"], "upstream": "tok2vec"}
    reduce = {"@architectures": "spacy.TextCatReduce.v1", "tok2vec": listener, "exclusive_classes": False}
    reduce |= {
        "use_reduce_first": False,
        "use_reduce_last": False,
        "use_reduce_max": True,
        "use_reduce_mean": True,
    }
    nlp.add_pipe("textcat_multilabel", config={"model": reduce})
    nlp.add_pipe(
        "ner",
        config={
            "model": {
                "@architectures": "spacy.TransitionBasedParser.v2",
                "state_type": "ner",
                "extra_state_tokens": False,
                "hidden_width": 64,
                "maxout_pieces": 2,
                "use_upper": True,
                "tok2vec": listener,
            }
        },
    )
    return nlp


def fit(nlp: Language, rows: list[dict[str, Any]]) -> None:
    """Train for a fixed number of steps."""
    chance = random.Random(settings()["seed"])  # noqa: S311  sampling, not secrets
    examples = [example(nlp, row) for row in rows]
    for label in LABELS:
        nlp.get_pipe("textcat_multilabel").add_label(label)  # type: ignore[attr-defined]  # every text classifier has it
    for kind in "PLO":
        nlp.get_pipe("ner").add_label(kind)  # type: ignore[attr-defined]  # every tagger of entities has it
    optimizer = nlp.initialize(lambda: examples[:2_000])
    done = 0
    while done < STEPS:
        chance.shuffle(examples)
        for batch in minibatch(examples, compounding(16, 128, 1.001)):
            nlp.update(batch, sgd=optimizer, drop=DROPOUT)
            done += 1
            if done >= STEPS:
                break


def areas(scores: np.ndarray[Any, Any], rows: list[dict[str, Any]]) -> dict[str, float]:
    """Area under the curve of each label with enough positives."""
    found: dict[str, float] = {}
    for column, label in enumerate(LABELS):
        known = [at for at, row in enumerate(rows) if row["y"] and row["y"][column] is not None]
        truth = [rows[at]["y"][column] for at in known]
        if FEWEST <= sum(truth) < len(truth):
            found[label] = round(float(roc_auc_score(truth, scores[known, column])), 4)
    return found


def main() -> None:
    """Fit, measure both, write."""
    fix_random_seed(settings()["seed"])
    chance = random.Random(settings()["seed"])  # noqa: S311  sampling, not secrets
    rows = [row for row in entries("train") if row["y"] or row["names"] is not None]
    nlp = network()
    started = time.monotonic()
    fit(nlp, chance.sample(rows, min(SAMPLE, len(rows))))
    minutes = (time.monotonic() - started) / 60
    judged = [row for row in entries("dev") if row["source"] in {"drafts-dev", "sentences"} and row["y"]]
    encoder = Scorer(open_package(PACKAGE), kept=1)
    cnn = np.array([[nlp(row["text"]).cats[label] for label in LABELS] for row in judged])
    ours = np.array([[encoder.hear(row["text"]).scores[label] for label in LABELS] for row in judged])
    record: dict[str, Any] = {"minutes": round(minutes, 1), "sentences": len(judged)}
    for name, scores in (("cnn", cnn), ("encoder", ours)):
        found = areas(scores, judged)
        tones = [area for label, area in found.items() if label in settings()["labels"]["tone"]]
        record[name] = {
            "tone": round(statistics.mean(tones), 4),
            "all": round(statistics.mean(found.values()), 4),
            "auc": found,
        }
    named = [row for row in entries("dev") if row["source"] == "drafts-dev" and row["names"] is not None]
    for name in ("cnn", "encoder"):
        hits = false = total = 0
        for row in named:
            gold = [(start, end) for start, end, kind in row["names"] if kind == "P"]
            found_here = (
                [(span.start_char, span.end_char) for span in nlp(row["text"]).ents if span.label_ == "P"]
                if name == "cnn"
                else [
                    (name_.start, name_.end) for name_ in encoder.hear(row["text"]).names if name_.kind == "P"
                ]
            )
            hits += sum(any(a < end and b > start for a, b in found_here) for start, end in gold)
            false += sum(not any(a < end and b > start for start, end in gold) for a, b in found_here)
            total += len(gold)
        record[name]["persons"] = {
            "recall": round(hits / total, 4),
            "precision": round(hits / max(1, hits + false), 4),
        }
    Path(METRICS / "encoders.json").write_text(json.dumps(record, indent=1) + "\n", "utf-8")
    sys.stdout.write(json.dumps(record, indent=1) + "\n")


if __name__ == "__main__":
    main()
