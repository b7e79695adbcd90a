"""What probability does a raw logit stand for?

Fits a slope and an offset for each label (Platt scaling) on texts that trained nothing: the development
drafts and sentences of the corpus, and clean work mail, government text and polite requests. The slope is
held near that of all labels together, since some have few examples. The result goes into `package/meta.json`.
"""

import json
import sys
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from app.adapters.nlp.package import open_package
from app.adapters.nlp.scorer import Scorer
from nlp_models.mail.scripts.export import write_meta
from nlp_models.mail.scripts.held_out import enron_test, office_web_test, polite_requests
from nlp_models.mail.scripts.layout import BUILD, METRICS, PACKAGE, data_folder, labels, settings
from nlp_models.mail.scripts.prepare import masked
from nlp_models.mail.scripts.sources import Lexicon

STEPS = 200
PULL = 4.0  # how strongly the slope of a label is held to the shared one; as many examples' worth
Table = NDArray[np.float64]


def development() -> Iterator[tuple[str, list[int | None]]]:
    """The labelled development texts: the corpus's own, then clean public ones (clean in tone alone)."""
    for line in (BUILD / "table.jsonl").read_text("utf-8").splitlines():
        entry = json.loads(line)
        if entry["split"] == "dev" and entry["y"] and entry["source"] in {"drafts-dev", "sentences"}:
            yield entry["text"], entry["y"]
    data = data_folder() / "tone"
    swearing = Lexicon(data)
    real = [text for text in enron_test(data, 0) if swearing.obscenity(text) != 1]  # with one it is not clean
    tones = settings()["labels"]["tone"]
    clean = [0 if label in tones else None for label in labels()]
    for text in (*real, *office_web_test(data), *polite_requests(data)):
        yield masked(text), clean


def fitted(logits: Table, truth: Table, slope: float | None) -> tuple[float, float]:
    """Slope and offset of greatest likelihood (Newton's method), the slope pulled towards `slope`."""
    middle = 1.0 if slope is None else slope
    given = np.stack([logits, np.ones_like(logits)], 1)
    weights = np.array([middle, 0.0])
    pull = np.array([0.01 if slope is None else PULL, 0.01])
    for _ in range(STEPS):
        chances = 1 / (1 + np.exp(-given @ weights))
        slant = given.T @ (chances - truth) + pull * (weights - [middle, 0.0])
        bend = (given * (chances * (1 - chances))[:, None]).T @ given + np.diag(pull)
        step = np.linalg.solve(bend, slant)
        weights = weights - np.clip(step, -0.5, 0.5)
    return max(0.1, float(weights[0])), float(weights[1])


def main() -> None:
    """Fit and record."""
    scorer = Scorer(open_package(PACKAGE))
    rows = list(development())
    logits = np.array([scorer.logits(text) for text, _ in rows])
    cells = np.array([[np.nan if cell is None else cell for cell in given] for _, given in rows])
    known = ~np.isnan(cells)
    shared, _ = fitted(logits[known], cells[known], None)
    calibration = {}
    for column, label in enumerate(labels()):
        rows_known = known[:, column]
        slope, offset = fitted(logits[rows_known, column], cells[rows_known, column], shared)
        calibration[label] = {"slope": round(slope, 4), "offset": round(offset, 4)}
    write_meta(calibration)
    counts = {label: int(np.nansum(cells[:, column])) for column, label in enumerate(labels())}
    record = {
        "shared_slope": round(shared, 4),
        "texts": len(rows),
        "positive": counts,
        "calibration": calibration,
    }
    (METRICS / "calibration.json").write_text(json.dumps(record, indent=1) + "\n", "utf-8")
    sys.stdout.write(json.dumps(record) + "\n")


if __name__ == "__main__":
    main()
