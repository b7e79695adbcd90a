"""Does a score of 0.7 mean seven times in ten?

Reliability by ten bins and the expected calibration error, for each group of labels, over the sentences of
the drafts (whose writers did not judge secrets). On the development part, on which the scales are fitted,
each half of the drafts is read with scales fitted on the other half. The scores are those of the network: the
rules only ever lower a score after that.
"""

import math
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np

from app.adapters.nlp.package import LABELS, Calibration, open_package
from app.adapters.nlp.quotes import quoted_spans
from app.adapters.nlp.scorer import Scorer
from nlp_models.mail.scripts.layout import labels, settings
from nlp_models.mail.scripts.measure.parts import ASSERTED, TONES, Part
from nlp_models.mail.scripts.measure.shares import Figures
from nlp_models.mail.scripts.platt import Table, calibrated

BINS = 10
LEAST = 0.05  # most cells are sure to be absent; below this they would drown the rest


def sentences(part: Part) -> list[tuple[int, str, list[bool | None]]]:
    """The unquoted sentences of the drafts: the draft's number, the text, what is asserted."""
    return [
        (number, " ".join(case.text.split()), [case.known.get(label) for label in labels()])
        for number, draft in enumerate(part.drafts)
        for case in draft.cases
        if not quoted_spans(case.text)
    ]


def crossed(logits: Table, cells: Table, halves: Sequence[int], clean: tuple[Table, Table]) -> Table:
    """Probabilities of each half under the scales fitted on the other, and on half of the clean texts."""
    given = np.zeros_like(logits)
    folds = np.array(halves)
    for half in (0, 1):
        other = [logits[folds != half], clean[0][1 - half :: 2]]
        truth = [cells[folds != half], clean[1][1 - half :: 2]]
        scales, _ = calibrated(LABELS, np.concatenate(other), np.concatenate(truth))
        given[folds == half] = probabilities(
            logits[folds == half], [Calibration(**scales[label]) for label in LABELS]
        )
    return given


def probabilities(logits: Table, scales: Sequence[Calibration]) -> Table:
    """Each logit on its label's scale."""
    return np.array(
        [
            [scale.probability(float(logit)) for scale, logit in zip(scales, row, strict=True)]
            for row in logits
        ]
    ).reshape(logits.shape)


def reliability(given: Table, truth: Table) -> Figures:
    """For each bin: how many, the mean score, the share that holds; the error weighted by how many."""
    flat, held = given.ravel(), truth.ravel()
    places = np.minimum((flat * BINS).astype(int), BINS - 1)
    bins = []
    for place in range(BINS):
        inside = places == place
        if inside.any():
            bins.append([int(inside.sum()), float(flat[inside].mean()), float(held[inside].mean())])
    return {
        "cells": len(flat),
        "error": round(_error(flat, held, places), 4),
        "error_above": round(_error(flat[flat >= LEAST], held[flat >= LEAST], places[flat >= LEAST]), 4),
        "bins": [[count, round(mean, 4), round(share, 4)] for count, mean, share in bins],
    }


def _error(given: Table, held: Table, places: Iterable[int]) -> float:
    where = np.array(list(places))
    gaps = [
        abs(float(given[where == place].mean() - held[where == place].mean())) * int((where == place).sum())
        for place in set(where.tolist())
    ]
    return math.fsum(gaps) / len(given) if len(given) else 0.0


def measure(part: Part, package_folder: Path, clean: Sequence[str]) -> Figures:
    """Reliability for each group of labels; `clean` are the public texts that the scales are fitted on."""
    package = open_package(package_folder)
    scorer = Scorer(package)
    rows = sentences(part)
    logits = scorer.logits([text for _, text, _ in rows])
    cells = np.array([given for _, _, given in rows], dtype=np.float64)
    if part.name == "dev":
        of_clean = scorer.logits(clean)
        is_tone = np.isin(LABELS, TONES)
        asserted = np.where(is_tone, 0.0, np.nan)[None, :].repeat(len(of_clean), 0)
        given = crossed(logits, cells, [number % 2 for number, _, _ in rows], (of_clean, asserted))
    else:
        given = probabilities(logits, package.calibrations)
    figures: Figures = {}
    for group, wanted in settings()["labels"].items():
        columns = [LABELS.index(label) for label in wanted if label in ASSERTED]
        if columns:
            figures[group] = reliability(given[:, columns], cells[:, columns])
    return figures
