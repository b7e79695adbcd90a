"""Do the words that are pointed at decide the matter, as people see it?

Against the spans that annotators marked in news comments (held-out splits): the stretch that the model
points at, and, on some of them, what leaving out one word at a time points at. F1 over characters, comment by
comment, as SemEval 2021 counted; both splits of the set that no training saw.
"""

import csv
import gzip
import json
from collections.abc import Sequence
from pathlib import Path

from app.adapters.nlp.evidence import heaviest_run
from app.adapters.nlp.package import LABELS, Package
from app.adapters.nlp.reader import SpacyReader
from app.adapters.nlp.scorer import Scorer
from app.checks.tone.tones import MENTION
from app.domain.reading import Tone
from nlp_models.mail.scripts.measure.shares import Figures

TOXIC = (Tone.ABUSE, Tone.OBSCENITY, Tone.DISCRIMINATION, Tone.THREAT)
SPANS = "tone/toxic_spans/toxic_spans.csv.gz"
MAJORITY = 0.5
Places = frozenset[int]


def comments(data: Path, step: int) -> list[tuple[str, Places]]:
    """Held-out comments in which most annotators marked some characters, with those characters."""
    found = []
    with gzip.open(data / SPANS, "rt", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["split"] == "train":
                continue
            votes: dict[int, int] = {}
            for _, start, end in json.loads(row["spans"] or "[]"):
                for place in range(start, end):
                    votes[place] = votes.get(place, 0) + 1
            marked = frozenset(place for place, count in votes.items() if count / int(row["n"]) >= MAJORITY)
            if marked:
                found.append((row["text"], marked))
    return found[::step]


def f1(marked: Places, pointed: Places) -> float:
    """Agreement of two sets of characters."""
    return 2 * len(marked & pointed) / (len(marked) + len(pointed)) if marked or pointed else 1.0


def pointed_at(reader: SpacyReader, text: str) -> Places:
    """The characters of the deciding stretches of every toxic tone that is heard."""
    return frozenset(
        place
        for sentence in reader.read(text)
        for tone in TOXIC
        if sentence.tone[tone] >= MENTION and tone in sentence.words
        for place in range(*sentence.words[tone])
    )


def without_a_word(scorer: Scorer, reader: SpacyReader, text: str) -> Places:
    """The same by leaving one word out at a time: the run of words whose loss lowers the score most."""
    places: set[int] = set()
    for sentence in reader.read(text):
        tone = max(TOXIC, key=sentence.tone.__getitem__)
        if sentence.tone[tone] >= MENTION:
            places.update(_run(scorer, text[sentence.start : sentence.end], sentence.start, tone))
    return frozenset(places)


def _run(scorer: Scorer, sentence: str, start: int, tone: Tone) -> Sequence[int]:
    column = LABELS.index(tone)
    words: list[tuple[int, int]] = []
    at = 0
    for word in sentence.split():
        at = sentence.index(word, at)
        words.append((at, at + len(word)))
        at += len(word)
    said = scorer.logits([sentence, *(sentence[:a] + sentence[b:] for a, b in words)])[:, column]
    drops = said[0] - said[1:]
    first, last = heaviest_run([float(drop) for drop in drops - drops.mean()])
    return range(start + words[first][0], start + words[last][1])


def measure(reader: SpacyReader, package: Package, data: Path, step: int, compared: int) -> Figures:
    """F1 over the comments, and over those where something was heard; `compared` beside leaving out."""
    found = [(text, marked, pointed_at(reader, text)) for text, marked in comments(data, step)]
    heard = [(text, marked, pointed) for text, marked, pointed in found if pointed]
    scorer = Scorer(package)
    sample = heard[:: max(1, len(heard) // compared)] if heard else []
    return {
        "comments": len(found),
        "heard": len(heard),
        "f1": _mean([f1(marked, pointed) for _, marked, pointed in found]),
        "f1_heard": _mean([f1(marked, pointed) for _, marked, pointed in heard]),
        "touches_heard": _mean([float(bool(marked & pointed)) for _, marked, pointed in heard]),
        "compared": len(sample),
        "f1_compared": _mean([f1(marked, pointed) for _, marked, pointed in sample]),
        "f1_without_a_word": _mean(
            [f1(marked, without_a_word(scorer, reader, text)) for text, marked, _ in sample]
        ),
    }


def _mean(values: Sequence[float]) -> float:
    return round(sum(values) / len(values), 4) if values else 0.0
