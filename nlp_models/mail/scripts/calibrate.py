"""From which raw probability on is a tone worth a mention, or a warning?

Fits the two operating points of each label to a budget of false alarms for each clean mail, not for
each sentence. Clean mails are drawn, with a fixed seed, from held-out work-mail sentences, government
service text, polite requests and the clean authored development sentences, rules included. The points go into
`package/meta.json`; the service maps them to 0.5 and 0.8.
"""

import json
import sys

import numpy as np
from numpy.typing import NDArray

from app.adapters.nlp.reader import SpacyReader
from app.domain.reading import Tone
from nlp_models.mail.scripts.export import write_meta
from nlp_models.mail.scripts.held_out import (
    development,
    enron_test,
    is_authored,
    is_clean,
    labels,
    office_web_test,
    polite_requests,
)
from nlp_models.mail.scripts.layout import METRICS, PACKAGE, data_folder, seeded
from nlp_models.mail.scripts.sources import Lexicon

MAILS, SENTENCES = 4_000, 12
SHARES = (0.5, 0.15, 0.15, 0.2)  # work mail, service text, authored, polite requests
SEVERE = {"threat", "abuse", "obscenity", "sexual", "discrimination"}
ADVICE_BUDGET, WARN_BUDGET, SEVERE_BUDGET = 0.016, 0.004, 0.002
LOWEST_ADVICE, HIGHEST_ADVICE = 0.50, 0.85
LOWEST_WARN, HIGHEST_WARN, GAP = 0.80, 0.96, 0.10


def scores(reader: SpacyReader, texts: list[str]) -> NDArray[np.float64]:
    """The highest score of any sentence of each text, a column a label."""
    table = np.zeros((len(texts), len(labels())))
    for place, text in enumerate(texts):
        for sentence in reader.read(text):
            found = [sentence.tone[Tone(label)] for label in labels()]
            table[place] = np.maximum(table[place], found)
    return table


def mail_maxima(pools: list[NDArray[np.float64]]) -> NDArray[np.float64]:
    """The highest score of each of `MAILS` drawn clean mails."""
    chance = seeded()
    drawn = []
    for _ in range(MAILS):
        picked = chance.choices(range(len(pools)), SHARES, k=SENTENCES)
        drawn.append(np.max([pools[at][chance.randrange(len(pools[at]))] for at in picked], axis=0))
    return np.array(drawn)


def fitted_points(maxima: NDArray[np.float64]) -> dict[str, dict[str, float]]:
    """Advice and warning points of each label."""
    points = {}
    for column, label in enumerate(labels()):
        warn_budget = SEVERE_BUDGET if label in SEVERE else WARN_BUDGET
        advice = max(LOWEST_ADVICE, float(np.quantile(maxima[:, column], 1 - ADVICE_BUDGET)) + 0.02)
        advice = min(advice, HIGHEST_ADVICE)
        warn = max(advice + GAP, LOWEST_WARN, float(np.quantile(maxima[:, column], 1 - warn_budget)) + 0.02)
        warn = min(warn, HIGHEST_WARN)
        points[label] = {"advice": round(advice, 4), "warn": round(warn, 4)}
    return points


def main() -> None:
    """Fit the points and record how often they fire."""
    data = data_folder()
    write_meta({label: {"advice": 0.5, "warn": 0.8} for label in labels()})  # the map is then the identity
    reader = SpacyReader(PACKAGE)
    clean = [row.text for row in development() if is_authored(row) and is_clean(row)]
    polite = polite_requests(data)
    swearing = Lexicon(data)
    real = [text for text in enron_test(data, 0) if swearing.obscenity(text) != 1]  # with one it is not clean
    pools = [scores(reader, texts) for texts in (real, office_web_test(data), clean, polite)]
    maxima = mail_maxima(pools)
    points = fitted_points(maxima)
    write_meta(points)
    fired = {}
    for column, label in enumerate(labels()):
        at = points[label]
        fired[label] = {name: float((maxima[:, column] >= at[name]).mean()) for name in ("advice", "warn")}
    advice, warn = (np.array([points[label][name] for label in labels()]) for name in ("advice", "warn"))
    fired["any"] = {
        "advice": float((maxima >= advice).any(1).mean()),
        "warn": float((maxima >= warn).any(1).mean()),
    }
    record = {"points": points, "clean_mails_flagged": fired, "mails": MAILS, "sentences": SENTENCES}
    (METRICS / "calibration.json").write_text(json.dumps(record, indent=1) + "\n", "utf-8")
    sys.stdout.write(json.dumps(record) + "\n")


if __name__ == "__main__":
    main()
