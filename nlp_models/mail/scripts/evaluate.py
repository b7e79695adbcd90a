"""How good is the packaged model, rules and calibration included?

Measures the package exactly as the service runs it and writes `metrics/quality.json` and
`metrics/cost.json`. Intervals are 95 % bootstrap (areas) or Wilson (shares). Scores are calibrated: 0.5
is a mention, 0.8 a warning.
"""

import json
import re
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import average_precision_score, roc_auc_score

from app.adapters.nlp.reader import SpacyReader
from app.domain.reading import Tone
from nlp_models.mail.scripts.calibrate import scores
from nlp_models.mail.scripts.held_out import (
    Labelled,
    development,
    enron_test,
    is_authored,
    is_clean,
    labels,
    office_web_test,
    rows,
    whole_mails,
)
from nlp_models.mail.scripts.layout import METRICS, PACKAGE, data_folder

MENTION, WARNING = 0.5, 0.8
DRAWS = 200
PUBLIC_STEP = 4  # every fourth public development row
MADLIBS_STEP = 2
FEWEST = 3  # positives, below which an area says nothing
WORDS = 290
HOSTILE = [Tone.THREAT, Tone.ABUSE, Tone.OBSCENITY, Tone.SEXUAL, Tone.DISCRIMINATION, Tone.ANGER]
Table = NDArray[np.float64]
Figures = dict[str, Any]


def wilson(hits: int, total: int) -> list[float]:
    """Share with its 95 % interval: [share, low, high]."""
    if not total:
        return [0.0, 0.0, 1.0]
    share, z = hits / total, 1.96
    middle = (share + z * z / (2 * total)) / (1 + z * z / total)
    half = z * ((share * (1 - share) / total + z * z / (4 * total * total)) ** 0.5) / (1 + z * z / total)
    return [round(value, 4) for value in (share, max(0.0, middle - half), min(1.0, middle + half))]


def bootstrap(measure: Callable[[Table, Table], float], truth: Table, given: Table) -> list[float]:
    """An area with its 95 % interval."""
    chance = np.random.default_rng(0)
    drawn = []
    for _ in range(DRAWS):
        picked = chance.integers(0, len(truth), len(truth))
        if 0 < truth[picked].sum() < len(truth):
            drawn.append(measure(truth[picked], given[picked]))
    low, high = np.quantile(drawn, [0.025, 0.975])
    return [round(float(value), 4) for value in (measure(truth, given), low, high)]


def by_label(entries: list[Labelled], table: Table) -> Figures:
    """Areas and recalls of each label over the entries that assert it."""
    figures: Figures = {}
    for column, label in enumerate(labels()):
        known = [place for place, entry in enumerate(entries) if entry.cells[column] is not None]
        truth = np.array([entries[place].cells[column] for place in known], dtype=np.float64)
        given = table[known, column]
        positive = int(truth.sum())
        if FEWEST <= positive < len(truth):
            flagged = {
                name: int((given[truth == 1] >= at).sum())
                for name, at in (("0.5", MENTION), ("0.8", WARNING))
            }
            false = {
                name: int((given[truth == 0] >= at).sum())
                for name, at in (("0.5", MENTION), ("0.8", WARNING))
            }
            figures[label] = {
                "positive": positive,
                "negative": len(truth) - positive,
                "auc": bootstrap(roc_auc_score, truth, given),
                "average_precision": bootstrap(average_precision_score, truth, given),
                "recall": {name: wilson(hits, positive) for name, hits in flagged.items()},
                "false_positive": {name: wilson(hits, len(truth) - positive) for name, hits in false.items()},
            }
    return figures


def hatecheck(reader: SpacyReader, cases: Iterable[dict[str, str]]) -> Figures:
    """Share right for each functional test; a case is flagged by its discrimination score."""
    groups: dict[str, list[tuple[bool, float]]] = defaultdict(list)
    column = labels().index(Tone.DISCRIMINATION)
    listed = list(cases)
    table = scores(reader, [case["test_case"] for case in listed])
    for case, row in zip(listed, table, strict=True):
        groups[case["functionality"]].append((case["label_gold"] == "hateful", float(row[column])))
    figures: Figures = {}
    for at in (MENTION, WARNING):
        right = {name: [gold == (score >= at) for gold, score in group] for name, group in groups.items()}
        kinds = {"hateful": True, "non-hateful": False}
        totals = {
            kind: [
                gold == (score >= at) for group in groups.values() for gold, score in group if gold is value
            ]
            for kind, value in kinds.items()
        }
        shares = {name: wilson(sum(flags), len(flags)) for name, flags in (totals | right).items()}
        shares["balanced"] = [round((shares["hateful"][0] + shares["non-hateful"][0]) / 2, 4)]
        figures[str(at)] = shares
    return figures


def madlibs(reader: SpacyReader, cases: Iterable[dict[str, str]]) -> Figures:
    """False-positive share on harmless templates for each word that ends or qualifies them."""
    harmless = [case["text"] for case in cases if case["label"] == "0"][::MADLIBS_STEP]
    columns = [labels().index(tone) for tone in HOSTILE]
    table = scores(reader, harmless)[:, columns].max(1)
    groups: dict[str, list[float]] = defaultdict(list)
    for text, score in zip(harmless, table, strict=True):
        for word in set(re.findall(r"[a-z]+", text.lower())):
            if word in IDENTITIES:
                groups[word].append(float(score))
    figures: Figures = {"texts": len(harmless)}
    for at in (MENTION, WARNING):
        shares = {word: sum(score >= at for score in group) / len(group) for word, group in groups.items()}
        worst = sorted(shares, key=shares.__getitem__, reverse=True)[:8]
        figures[str(at)] = {
            "overall": wilson(int((table >= at).sum()), len(table)),
            "worst": {word: round(shares[word], 4) for word in worst},
            "spread": round(max(shares.values()) - min(shares.values()), 4),
        }
    return figures


IDENTITIES = frozenset(
    """
    lesbian gay bisexual transgender trans queer lgbt lgbtq homosexual straight heterosexual male female
    white african american black european hispanic latino latina latinx mexican canadian asian indian
    nonbinary chinese japanese christian muslim jewish buddhist catholic protestant sikh taoist old
    older young younger teenage millenial elderly blind deaf paralyzed
    """.split()  # noqa: SIM905  fifty quoted words would be harder to read
)


def clean_alarms(reader: SpacyReader, texts: dict[str, str]) -> Figures:
    """How many clean texts raise any label, and which."""
    names = list(texts)
    table = scores(reader, list(texts.values()))
    hits = [
        [name, labels()[column], round(float(table[place, column]), 3)]
        for place, name in enumerate(names)
        for column in np.flatnonzero(table[place] >= MENTION)
    ]
    best = table.max(1)
    shares = {str(at): wilson(int((best >= at).sum()), len(best)) for at in (MENTION, WARNING)}
    return {"texts": len(names), "flagged": shares, "hits": hits}


def cost(mail: str) -> Figures:
    """Load time, memory and latency of the whole reader on one mail of about 300 words."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    started = time.perf_counter()
    reader = SpacyReader(PACKAGE)
    loaded = time.perf_counter() - started
    cold, warm, wall = [], [], []
    for turn in range(60):
        fresh = "\n".join(f"{line} {turn}" for line in mail.splitlines())
        tick, begun = time.process_time(), time.perf_counter()
        read = reader.read(fresh)
        cold.append((time.process_time() - tick) * 1000)
        wall.append((time.perf_counter() - begun) * 1000)
        tick = time.process_time()
        reader.read(fresh)
        warm.append((time.process_time() - tick) * 1000)
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    files = {path.name: path.stat().st_size for path in sorted(PACKAGE.iterdir())}

    def quantiles(values: list[float]) -> dict[str, float]:
        return {
            name: round(float(np.quantile(values[5:], at)), 2) for name, at in (("p50", 0.5), ("p95", 0.95))
        }

    return {
        "words": len(mail.split()),
        "sentences": len(read),
        "load_s": round(loaded, 3),
        "cold_cpu_ms": quantiles(cold),
        "cold_wall_ms": quantiles(wall),
        "warm_cpu_ms": quantiles(warm),
        "rss_added_mb": round((after - before) / 1024, 1),
        "package_mb": round(sum(files.values()) / 1e6, 2),
        "files": files,
    }


def three_hundred_words(texts: list[str]) -> str:
    """Government sentences, one a line, up to 300 words."""
    lines: list[str] = []
    while len(" ".join(lines).split()) < WORDS:
        lines.append(texts[len(lines)])
    return "\n".join(lines)


def main() -> None:
    """Measure and write."""
    data = data_folder()
    costs = cost(three_hundred_words(office_web_test(data)))
    (METRICS / "cost.json").write_text(json.dumps(costs, indent=1) + "\n", "utf-8")
    reader = SpacyReader(PACKAGE)
    entries = development()
    authored = [entry for entry in entries if is_authored(entry)]
    public = [entry for entry in entries if not is_authored(entry)][::PUBLIC_STEP]
    clean = [entry for entry in authored if is_clean(entry)]
    quality = {
        "model": reader.version,
        "authored_dev": by_label(authored, scores(reader, [entry.text for entry in authored])),
        "public_dev": by_label(public, scores(reader, [entry.text for entry in public])),
        "hatecheck_dev": hatecheck(reader, rows(data / "hatecheck_dev/hatecheck_dev.csv.gz")),
        "madlibs": madlibs(reader, rows(data / "madlibs_bias/madlibs_12k.csv.gz")),
        "clean": {
            "authored_dev_sentences": clean_alarms(reader, {entry.text: entry.text for entry in clean}),
            "enron_sentences": clean_alarms(reader, {str(n): t for n, t in enumerate(enron_test(data, 1))}),
            "ewt_mails": clean_alarms(reader, whole_mails(data)),
        },
    }
    (METRICS / "quality.json").write_text(json.dumps(quality, indent=1) + "\n", "utf-8")
    sys.stdout.write(json.dumps(costs) + "\n")


if __name__ == "__main__":
    main()
