"""How surely are near-duplicates of bulletin items found?

    python -m bench.duplicates [pairs.yaml] [--show] [--fit]

Precision, recall and, by kind, how many pairs are judged as their writer did, who saw none of the code. Beside
that: how often two items that nobody paired are taken for one. ``--fit`` prints weights fitted on the pairs,
on items beside themselves and on items at random, and what they reach on pairs that were left out (eight
folds). ``blind.yaml`` is only ever counted.
"""

import argparse
import random
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import yaml

from app.adapters.files.calendar import read_calendar
from app.bulletin.alike.duplicates import SURE
from app.bulletin.alike.likeness import compare, likeness
from app.bulletin.alike.traits import Traits, traits_of
from app.domain.calendar import LONDON
from app.domain.item import ItemText
from bench.duplicates.fitting import Example, fit, held_out

_HERE = Path(__file__).parent
_SAMPLE = _HERE.parent.parent / "app/adapters/files/sample/calendar.yml"
_AT = datetime(2026, 6, 1, 10, tzinfo=LONDON)
_COPY = 0.08
_SEED = 1


def read(path: Path) -> Iterator[tuple[Mapping[str, Any], Traits, Traits]]:
    """Each pair with the traits of both items."""
    calendar = read_calendar(_SAMPLE.read_text(encoding="utf-8"), _SAMPLE.name)
    for pair in yaml.safe_load(path.read_text(encoding="utf-8")):
        one, other = (
            traits_of(ItemText(item["headline"], "", item["body"]), _AT, calendar)
            for item in (pair["a"], pair["b"])
        )
        yield pair, one, other


def strangers(items: Sequence[Traits], count: int) -> Iterator[tuple[Traits, Traits]]:
    """Items of different pairs that share hardly a stretch of words."""
    chance = random.Random(_SEED)  # noqa: S311 - a sample, no secret
    while count:
        i, j = chance.randrange(len(items)), chance.randrange(len(items))
        features = compare(items[i], items[j])
        if i // 2 != j // 2 and features["runs"] < _COPY and features["words"] < 0.45:  # noqa: PLR2004 - no copy
            count -= 1
            yield items[i], items[j]


def tell(pairs: Sequence[tuple[Mapping[str, Any], Traits, Traits]], *, show: bool) -> None:
    """Print the figures."""
    right, all_of = Counter[str](), Counter[str]()
    found = true = hits = 0
    for pair, one, other in pairs:
        score = likeness(one, other)
        is_found = score >= SURE
        found, true, hits = found + is_found, true + pair["same"], hits + (is_found and pair["same"])
        all_of[pair["kind"]] += 1
        right[pair["kind"]] += is_found == pair["same"]
        if show and is_found != pair["same"]:
            print(f"{pair['id']} {pair['kind']}: {score:.2f} {compare(one, other)}")
    print(f"{len(pairs)} pairs: precision {hits / found:.3f}, recall {hits / true:.3f}")
    for kind, count in sorted(all_of.items()):
        print(f"  {kind:24}{right[kind]:4} of {count}")
    items = [item for _, one, other in pairs for item in (one, other)]
    alarms = sum(likeness(one, other) >= SURE for one, other in strangers(items, 5_000))
    print(f"5000 pairs at random: {alarms} taken for one")


def tell_fit(pairs: Sequence[tuple[Mapping[str, Any], Traits, Traits]]) -> None:
    """Print fitted weights and what they reach on pairs left out."""
    judged = [Example(compare(one, other), same=pair["same"]) for pair, one, other in pairs]
    items = [item for _, one, other in pairs for item in (one, other)]
    added = [Example(compare(item, item), same=True, counts=0.3) for item in items[::7]]
    added += [Example(compare(*two), same=False, counts=0.3) for two in strangers(items, 150)]
    print("held out: precision {:.3f}, recall {:.3f}".format(*held_out(judged, added)))
    bias, weights = fit([*judged, *added])
    print(f"BIAS = {bias:.2f}")
    for name, weight in weights.items():
        print(f'    "{name}": {weight:.2f},')


def main() -> None:
    """Measure, or fit."""
    ways = argparse.ArgumentParser(description=__doc__)
    ways.add_argument("pairs", nargs="?", default="pairs.yaml")
    ways.add_argument("--show", action="store_true")
    ways.add_argument("--fit", action="store_true")
    given = ways.parse_args()
    pairs = list(read(_HERE / given.pairs))
    if given.fit:
        tell_fit(pairs)
    else:
        tell(pairs, show=given.show and "blind" not in given.pairs)


if __name__ == "__main__":
    main()
