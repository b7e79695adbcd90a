"""What probability does a raw logit stand for?

Fits a slope and an offset for each label (Platt scaling) on texts that trained nothing: the development
drafts and sentences of the corpus, and clean work mail, government text and polite requests. The slope is
held near that of all labels together, since some have few examples. The result goes into `package/meta.json`.
"""

import json
import sys
from collections.abc import Iterator

import numpy as np

from app.adapters.nlp.package import open_package
from app.adapters.nlp.scorer import Scorer
from nlp_models.mail.scripts.export import write_meta
from nlp_models.mail.scripts.held_out import clean_texts
from nlp_models.mail.scripts.judged_lines import LINE_SETS
from nlp_models.mail.scripts.layout import BUILD, METRICS, PACKAGE, labels, public_data, settings
from nlp_models.mail.scripts.platt import calibrated
from nlp_models.mail.scripts.secret_lines import SOURCE, silent
from nlp_models.mail.scripts.sources import Cells

DEVELOPMENT = {"drafts-dev", "sentences", SOURCE, *LINE_SETS}


def development() -> Iterator[tuple[str, list[int | None]]]:
    """The labelled development texts: the corpus's own, then public ones without a tone or a secret."""
    for line in (BUILD / "table.jsonl").read_text("utf-8").splitlines():
        entry = json.loads(line)
        if entry["split"] == "dev" and entry["y"] and entry["source"] in DEVELOPMENT:
            yield entry["text"], entry["y"]
    tones: Cells = dict.fromkeys(settings()["labels"]["tone"], 0)
    data = public_data()
    for text in clean_texts(data / "tone") if data is not None else ():
        clean = tones | silent(text)
        yield text, [clean.get(label) for label in labels()]


def main() -> None:
    """Fit and record."""
    scorer = Scorer(open_package(PACKAGE))
    rows = list(development())
    cells = np.array([[np.nan if cell is None else cell for cell in given] for _, given in rows])
    calibration, shared = calibrated(labels(), scorer.logits([text for text, _ in rows]), cells)
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
