"""Would spaCy's own network have been enough?

    python -m nlp_models.mail.scripts.compare_cnn

Fits spaCy's hash-embedding CNN, shared by a multi-label classifier (beside its usual bag of words) and a name
tagger, on rows of the same table as the encoder: all of this project's own, and a sample of the others. Both
are measured on the development drafts and sentences: the area under the curve of each label, and how many
persons each finds. Not part of `make models`; writes `metrics/encoders.json`.
"""

import json
import random
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from spacy.util import minibatch
from thinc.api import compounding, fix_random_seed

from app.adapters.nlp.names import MOST_FAINT
from app.adapters.nlp.package import open_package
from app.adapters.nlp.scorer import Scorer
from app.adapters.nlp.words import MailTokenizer
from nlp_models.mail.scripts.layout import BUILD, CORPUS, PACKAGE, labels, seeded, settings
from nlp_models.mail.scripts.measure.record import record
from nlp_models.mail.scripts.measure.shares import Figures, area

STEPS, SAMPLE, DROPOUT = 4_000, 20_000, 0.2
WIDTH = 96
OWN = frozenset({"drafts-dev", "drafts-train", "sentences"})
Entry = dict[str, Any]
Place = tuple[int, int]
Heard = tuple[dict[str, float], list[Place]]
"""Scores by label, places of persons."""


def entries(split: str) -> list[Entry]:
    """Rows of the table."""
    lines = (BUILD / "table.jsonl").read_text("utf-8").splitlines()
    return [row for row in map(json.loads, lines) if row["split"] == split]


def example(nlp: Language, row: Entry) -> Example:
    """A row as spaCy learns from it: what is not asserted stays out."""
    doc = nlp.make_doc(row["text"])
    given: dict[str, Any] = {"entities": ["-"] * len(doc)}
    if row["y"]:
        cells = zip(labels(), row["y"], strict=True)
        given["cats"] = {label: float(cell) for label, cell in cells if cell is not None}
    if row["names"] is not None:
        spans = [
            doc.char_span(start, end, kind, alignment_mode="contract") for start, end, kind in row["names"]
        ]
        reference = Doc(
            doc.vocab, words=[token.text for token in doc], spaces=[bool(token.whitespace_) for token in doc]
        )
        reference.set_ents([span for span in spans if span is not None])
        given["entities"] = [(span.start_char, span.end_char, span.label_) for span in reference.ents]
    return Example.from_dict(doc, given)


def network() -> Language:
    """An empty pipeline: the CNN and its two listeners."""
    nlp = spacy.blank("en")
    nlp.tokenizer = MailTokenizer(nlp.vocab)
    embedding: dict[str, Any] = {"@architectures": "spacy.HashEmbedCNN.v2", "pretrained_vectors": None}
    embedding |= {"width": WIDTH, "depth": 4, "embed_size": 2_000, "window_size": 1, "maxout_pieces": 3}
    nlp.add_pipe("tok2vec", config={"model": embedding | {"subword_features": True}})
    listener: dict[str, Any] = {
        "@architectures": "spacy.Tok2VecListener.v1",
        "width": WIDTH,
        "upstream": "tok2vec",
    }
    bag: Figures = {"@architectures": "spacy.TextCatBOW.v3", "exclusive_classes": False, "length": 262_144}
    bag |= {"ngram_size": 2, "no_output_layer": False}
    both = {"@architectures": "spacy.TextCatEnsemble.v2", "linear_model": bag, "tok2vec": listener}
    nlp.add_pipe("textcat_multilabel", config={"model": both})
    tagger: dict[str, Any] = {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": "ner",
        "tok2vec": listener,
    }
    tagger |= {"extra_state_tokens": False, "hidden_width": 64, "maxout_pieces": 2, "use_upper": True}
    nlp.add_pipe("ner", config={"model": tagger})
    return nlp


def fit(nlp: Language, rows: Sequence[Entry], chance: random.Random) -> None:
    """Train for a fixed number of steps."""
    examples = [example(nlp, row) for row in rows]
    for pipe, named in (("textcat_multilabel", labels()), ("ner", list("PLO"))):
        for label in named:
            nlp.get_pipe(pipe).add_label(label)  # type: ignore[attr-defined]  # every trainable pipe has it
    optimizer = nlp.initialize(lambda: examples[:2_000])
    done = 0
    while done < STEPS:
        chance.shuffle(examples)
        for batch in minibatch(examples, compounding(16, 128, 1.001)):  # type: ignore[no-untyped-call]  # spacy leaves it untyped
            nlp.update(batch, sgd=optimizer, drop=DROPOUT)
            done += 1
            if done >= STEPS:
                break


def measured(hear: Callable[[str], Heard], rows: Sequence[Entry]) -> Figures:
    """Areas under the curve, and persons found."""
    heard = [hear(row["text"]) for row in rows]
    areas = {}
    for column, label in enumerate(labels()):
        known = [at for at, row in enumerate(rows) if row["y"] and row["y"][column] is not None]
        found = area([bool(rows[at]["y"][column]) for at in known], [heard[at][0][label] for at in known])
        if found is not None:
            areas[label] = found
    tones = [areas[label][0] for label in settings()["labels"]["tone"] if label in areas]
    hits = false = total = 0
    for row, (_, persons) in zip(rows, heard, strict=True):
        if row["names"] is not None:
            gold = [(start, end) for start, end, kind in row["names"] if kind == "P"]
            hits += sum(_overlaps(place, persons) for place in gold)
            false += sum(not _overlaps(place, gold) for place in persons)
            total += len(gold)
    return {
        "tone": round(statistics.mean(tones), 4),
        "all": round(statistics.mean(found[0] for found in areas.values()), 4),
        "auc": areas,
        "persons": {"recall": round(hits / total, 4), "precision": round(hits / max(1, hits + false), 4)},
    }


def _overlaps(place: Place, others: Sequence[Place]) -> bool:
    return any(start < place[1] and end > place[0] for start, end in others)


def main() -> None:
    """Fit, measure both, write."""
    fix_random_seed(settings()["seed"])
    chance = seeded()
    rows = [row for row in entries("train") if row["y"] or row["names"] is not None]
    ours = [row for row in rows if row["source"] in OWN]
    others = [row for row in rows if row["source"] not in OWN]
    package = open_package(PACKAGE)
    nlp, encoder = network(), Scorer(package, kept=1)
    started = time.monotonic()
    fit(nlp, ours + chance.sample(others, min(SAMPLE, len(others))), chance)
    minutes = round((time.monotonic() - started) / 60, 1)

    def by_cnn(text: str) -> Heard:
        doc = nlp(text)
        return doc.cats, [(span.start_char, span.end_char) for span in doc.ents if span.label_ == "P"]

    def by_encoder(text: str) -> Heard:
        found = encoder.hear([text])[0]
        scores = {str(label): score for label, score in found.scores.items()}
        people = [name for name in found.names if name.kind == "P" and name.confidence > MOST_FAINT]
        return scores, [(name.start, name.end) for name in people]

    own = [row for row in entries("dev") if row["source"] in OWN]
    figures: Figures = {"minutes": minutes, "rows": len(own)}
    figures |= {"cnn": measured(by_cnn, own), "encoder": measured(by_encoder, own)}
    files = [*CORPUS.glob("drafts/dev-*/*.txt"), *CORPUS.glob("sentences/dev-*.jsonl")]
    record("encoders", "dev", package.version, sorted(files), figures)
    sys.stdout.write(json.dumps(figures, indent=1) + "\n")


if __name__ == "__main__":
    main()
