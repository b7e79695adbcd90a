"""How surely are near-duplicates of bulletin items found?

    python -m bench.duplicates [--pairs FILE] [--show] [--fit [--write]]

Precision, recall and, by kind, how many pairs are judged as their writers did. Beside that: how often two items
that nobody paired are taken for one. Without a file, all pairs of this folder are counted but blind ones: weights were
fitted on them, so ``--fit`` prints what new weights reach on a whole file that was left out;
with ``--write`` they go into the service. Of a file that is named only counts are printed.
"""

import argparse
import random
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path

import numpy as np

from app.adapters.files.calendar import read_calendar
from app.adapters.nlp.meanings import NetworkMeanings
from app.bulletin.alike.common_ground import common_ground
from app.bulletin.alike.duplicates import SURE
from app.bulletin.alike.left_over import rest_of
from app.bulletin.alike.likeness import compare, likeness, meant
from app.bulletin.alike.meaning import Meaning, meaning_of, nearness
from app.bulletin.alike.traits import Traits, traits_of
from app.domain.calendar import LONDON
from app.domain.item_text import ItemText
from bench.duplicates.fitting import Example, Fitted, files_left_out, fit
from bench.duplicates.pairs import Pair, Text, read_pairs
from bench.duplicates.writing import LEARNT, write

_HERE = Path(__file__).parent
_SAMPLE = _HERE.parent.parent / "app/adapters/files/sample/calendar.yml"
_PACKAGE = _HERE.parent.parent / "nlp_models/meaning/package"
_AT = datetime(2026, 6, 1, 10, tzinfo=LONDON)
_COPY = 0.08
_SEED = 1
_FOLLOWS, _ADDED = 0.35, 0.3
_STRANGERS, _STRANGER = 3_000, 0.2
"""A desk compares each item with hundreds that have nothing to do with it."""
_EACH = 12
_KEPT = "own-3.yaml"
"""Anybody may read it and nothing is fitted on it, so that it tells at any time how other pairs would fare."""
_ALL_BUT_FEW = 99


class Reader:
    """Gives the traits and the meaning of a text, each worked out once."""

    def __init__(self) -> None:
        """Read the calendar of the sample authority."""
        self._calendar = read_calendar(_SAMPLE.read_text(encoding="utf-8"), _SAMPLE.name)
        self._known: dict[Text, Traits] = {}
        self._meanings = NetworkMeanings(_PACKAGE)
        self._meant: dict[Text, Meaning] = {}

    def __call__(self, text: Text) -> Traits:
        """The traits of a text."""
        if text not in self._known:
            self._known[text] = traits_of(ItemText(text.headline, "", text.body), _AT, self._calendar)
        return self._known[text]

    def nearness(self, one: Text, other: Text) -> Mapping[str, float]:
        """How near two texts are in meaning."""
        for text in (one, other):
            if text not in self._meant:
                self._meant[text] = meaning_of(ItemText(text.headline, "", text.body), self._meanings)
        return nearness(self._meant[one], self._meant[other])

    def likeness(self, one: Text, other: Text) -> float:
        """How surely two texts tell the same news."""
        return likeness(self(one), self(other), lambda: self.nearness(one, other))

    def example(self, one: Text, other: Text, *, same: bool, counts: float = 1.0) -> Example:
        """All that is known of two texts together, but for what was learnt by vectors before."""
        told = compare(self(one), self(other))
        near = self.nearness(one, other)
        features = {**told, **meant(told, near)}
        for learnt in LEARNT:
            features.pop(learnt)
        mine, theirs = self._meant[one], self._meant[other]
        apart = [a - b for a, b in zip(mine.whole, theirs.whole, strict=True)]
        ground = common_ground(self(one), self(other), told["words"], near)
        return Example(features, apart, rest_of(mine.told, theirs.told), same, ground, counts)


def all_pairs() -> list[Pair]:
    """The pairs of this folder that may be fitted on: what is called blind never is, nor what is kept back."""
    files = [file for file in sorted(_HERE.glob("*.yaml")) if "blind" not in file.name and file.name != _KEPT]
    return [pair for file in files for pair in read_pairs(file)]


def strangers(
    pairs: Sequence[Pair], traits: Reader, count: int, seed: int = _SEED
) -> Iterator[tuple[Text, Text]]:
    """Items of different families that share hardly a stretch of words."""
    chance = random.Random(seed)  # noqa: S311 - a sample, no secret
    items = [(pair.family, text) for pair in pairs for text in (pair.a, pair.b)]
    while count:
        (family, a), (other, b) = chance.choice(items), chance.choice(items)
        if family == other:
            continue
        features = compare(traits(a), traits(b))
        if features["copied"] < _COPY and features["words"] < 0.45:  # noqa: PLR2004 - no copy
            count -= 1
            yield a, b


def tell(pairs: Sequence[Pair], *, show: bool) -> None:
    """Print the figures."""
    traits = Reader()
    right, all_of = Counter[str](), Counter[str]()
    found = true = hits = 0
    for pair in pairs:
        score = traits.likeness(pair.a, pair.b)
        is_found = score >= SURE
        found, true, hits = found + is_found, true + pair.same, hits + (is_found and pair.same)
        all_of[pair.kind] += 1
        right[pair.kind] += is_found == pair.same
        if show and is_found != pair.same:
            print(f"{pair.id} {pair.kind}: {score:.2f} {pair.a.headline} | {pair.b.headline}")
    print(f"{len(pairs)} pairs: precision {hits / max(found, 1):.3f}, recall {hits / max(true, 1):.3f}")
    for kind, count in sorted(all_of.items()):
        print(f"  {kind:24}{right[kind]:4} of {count}")
    alarms = sum(traits.likeness(*two) >= SURE for two in strangers(pairs, traits, 5_000))
    print(f"5000 pairs at random: {alarms} taken for one")


def examples(pairs: Sequence[Pair], reader: Reader) -> list[Example]:
    """The pairs as the fitting sees them; those that follow from others count for less."""
    return [
        reader.example(pair.a, pair.b, same=pair.same, counts=1.0 if pair.is_written else _FOLLOWS)._replace(
            family=pair.family, file=pair.file
        )
        for pair in pairs
    ]


def beside(pairs: Sequence[Pair], reader: Reader) -> list[Example]:
    """Copies, those with other news behind them, and strangers, which nobody needs to write."""
    texts = [pair.a for pair in pairs]
    behind = zip(texts[::40], texts[20::40], strict=False)
    longer = [(one, Text(one.headline, f"{one.body} {other.body}")) for one, other in behind]
    copies = [*((one, one) for one in texts[::7]), *longer]
    told_again = [reader.example(*two, same=True, counts=_ADDED) for two in copies]
    among = strangers(pairs, reader, _STRANGERS, _SEED + 1)
    return told_again + [reader.example(*two, same=False, counts=_STRANGER) for two in among]


def tell_fit(pairs: Sequence[Pair], *, is_kept: bool) -> None:
    """Print what is reached on files that were left out, and the weights, or write them."""
    reader = Reader()
    judged, added = examples(pairs, reader), beside(pairs, reader)
    by_file = files_left_out(judged, added)
    for file, rates in by_file.items():
        print("{} left out: precision {:.3f}, recall {:.3f}".format(file, *rates))
    fitted = fit([*judged, *added], _EACH)
    print(f"BIAS = {fitted.bias:.2f}")
    for name, weight in fitted.weights.items():
        print(f'    "{name}": {weight:.2f},')
    if is_kept:
        write(fitted, by_file["each file"], _most_by_meaning(fitted, [one for one in judged if one.same]))


def _most_by_meaning(fitted: Fitted, same: Sequence[Example]) -> float:
    """What nearness in meaning adds to a pair of one news, but for one in a hundred."""
    told = {name: 0.0 for name in fitted.weights if not name.startswith(("meaning", "left"))}
    near = fitted._replace(bias=0.0, weights={**fitted.weights, **told}).scores(same)
    return float(np.percentile(near, _ALL_BUT_FEW))


def main() -> None:
    """Measure, or fit."""
    ways = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ways.add_argument("--pairs", type=Path, help="a file of pairs that nobody fitted on")
    ways.add_argument("--show", action="store_true", help="print the pairs judged wrongly")
    ways.add_argument("--fit", action="store_true", help="print new weights")
    ways.add_argument("--write", action="store_true", help="with --fit: put them into the service")
    given = ways.parse_args()
    pairs = read_pairs(given.pairs) if given.pairs else all_pairs()
    if given.fit:
        tell_fit(pairs, is_kept=given.write)
    else:
        tell([pair for pair in pairs if pair.is_written], show=given.show and not given.pairs)


if __name__ == "__main__":
    main()
