"""How many names of people, and how much personal data of any kind, are found in public texts?

    python -m bench.names FOLDER [--show] [--split dev]

FOLDER holds ``uner_english_ewt``, ``ud_english_ewt`` and ``presidio_research_synth``. Every text goes down the
road that a draft goes (``read_draft``), with no recipients. Persons: a hit shares a character with a marked one. Any
personal data: as the set's own span evaluator counts, a hit shares half of what both cover together (IoU), of
whatever kind, where several finds on one mark are weighed together.
"""

import argparse
import re
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from itertools import chain
from pathlib import Path

from app.checks import identifiers
from app.checks.identity.births import written_dates
from app.checks.identity.homes import find_streets
from app.checks.identity.phones import find_phones
from app.checks.patterns.passages import passages
from app.compose.read_draft import read_draft
from app.domain.calendar import LONDON
from app.domain.draft import Body, Draft, Field
from app.domain.reading import NameKind, Reading
from app.settings import load_settings
from app.wiring.installation import Installation
from bench.named_mail import Marked, Span, presidio, treebank

IOU, BETA = 0.5, 2.0
NOW = datetime(2026, 11, 20, 10, tzinfo=LONDON)
Place = tuple[int, int]
Read = Callable[[str], Reading]


@contextmanager
def reading() -> Iterator[Read]:
    """Reads a text as the body of a draft, with the packaged model."""
    with tempfile.TemporaryDirectory() as data:
        made = Installation(load_settings({}, data=Path(data)))
        around = made.road(keeps_records=False).around
        yield lambda text: read_draft(Draft("", Body(text), NOW), around)


def plain(seen: Reading, places: Sequence[Place]) -> list[Place]:
    """Places of the clean body as places of the text that was given."""
    return [seen.body.in_plain(start, end) for start, end in places]


def persons(seen: Reading) -> list[Place]:
    """Everybody who is named in the body."""
    return plain(seen, [(one.start, one.end) for one in seen.people if one.field is Field.BODY])


def anything(seen: Reading) -> list[Place]:
    """Whatever the product sees of somebody: names, places, organisations, addresses, numbers, dates."""
    names = [(one.start, one.end) for one in seen.people if one.field is Field.BODY]
    others = [
        (name.start, name.end)
        for sentence in seen.sentences
        for name in sentence.names
        if name.kind is not NameKind.PERSON
    ]
    found = [(span.start, span.end) for one in identifiers.look(seen) for span in one.spans]
    addresses = [(one.start, one.end) for one in seen.addresses]
    days = [(one.start, one.end) for one in seen.dates]
    births = [(one.start, one.end) for one in written_dates(seen.own, NOW.date())]
    phones = [(one.start, one.end) for passage in passages(seen) for one in find_phones(passage)]
    streets = list(find_streets(seen.own))
    every = list(chain(found, addresses, names, phones, births, days, streets, others))
    kept: list[Place] = []
    for start, end in every:  # what is named first is the surer
        if not any(start < last and first < end for first, last in kept):
            kept.append((start, end))
    return plain(seen, sorted(kept))


def meets(one: Place, other: Place) -> bool:
    """Whether they share a character."""
    return one[0] < other[1] and other[0] < one[1]


def persons_score(marked: Marked, found: Sequence[Place], *, show: bool) -> Counter[str]:
    """Persons: true and false of what was found; hit and missed of what is marked."""
    gold = [(start, end) for start, end, kind in marked.spans if kind == "PER"]
    score: Counter[str] = Counter()
    for one in found:
        is_true = any(meets(one, other) for other in gold)
        score["true" if is_true else "false"] += 1
        if show and not is_true:
            print(f"too much  {_around(marked.text, one)}")
    for other in gold:
        is_hit = any(meets(one, other) for one in found)
        score["hit" if is_hit else "missed"] += 1
        if show and not is_hit:
            print(f"missed    {_around(marked.text, other)}")
    return score


_UNCOUNTED = frozenset(("TITLE", "PREFIX", "AGE", "ZIP_CODE"))
_SAME = {"STREET_ADDRESS": "LOCATION", "ADDRESS": "LOCATION", "GPE": "LOCATION", "NRP": "LOCATION"}
_BETWEEN = re.compile(r"[\W_]*")


def merged(marked: Marked, *, all_kinds: bool) -> list[Span]:
    """The marks as the set's own evaluator takes them: neighbours of one kind are one, punctuation between or not.

    Without `all_kinds`, titles, ages and bare ZIP codes are left out, as its own mapping does.
    """
    spans: list[Span] = []
    for start, end, kind in marked.spans:
        same = _SAME.get(kind, kind)
        if kind in _UNCOUNTED and not all_kinds:
            continue
        if spans and spans[-1][2] == same and _BETWEEN.fullmatch(marked.text[spans[-1][1] : start]):
            spans[-1] = (spans[-1][0], end, same)
        else:
            spans.append((start, end, same))
    return spans


def anything_score(
    marked: Marked, gold: Sequence[Span], found: Sequence[Place], *, show: bool
) -> Counter[str]:
    """As its own evaluator counts: what overlaps a mark is weighed together, and is credited or not."""
    score: Counter[str] = Counter()
    credited: set[Place] = set()
    for start, end, kind in gold:
        upon = [one for one in found if meets(one, (start, end))]
        shared = sum(min(end, last) - max(start, first) for first, last in upon)
        outside = sum(last - first for first, last in upon) - shared
        is_hit = shared / (end - start + outside) >= IOU
        score["hit" if is_hit else "missed"] += 1
        score[f"{kind} marked"] += 1
        score[f"{kind} hit"] += is_hit
        credited.update(upon if is_hit else ())
        if show and not is_hit:
            print(f"missed {kind:13} {_around(marked.text, (start, end))}")
    score["true"] = len(credited)
    score["false"] = len(found) - len(credited)
    if show:
        for one in sorted(set(found) - credited):
            print(f"too much  {_around(marked.text, one)}")
    return score


def _around(text: str, place: Place) -> str:
    start, end = place
    said = f"{text[max(0, start - 40) : start]}[{text[start:end]}]{text[end : end + 30]}"
    return said.replace("\n", "/")


def _row(name: str, score: Counter[str], beta: float) -> str:
    there = score["hit"] + score["missed"]
    precision = score["true"] / max(1, score["true"] + score["false"])
    recall = score["hit"] / max(1, there)
    both = (1 + beta**2) * precision * recall / max(1e-9, beta**2 * precision + recall)
    return f"| {name} | {there} | {precision:.3f} | {recall:.3f} | {both:.3f} |"


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("folder", type=Path)
    options.add_argument("--split", default="dev", choices=["dev", "train"], help="of Universal NER")
    options.add_argument("--show", action="store_true", help="print what was missed and what was too much")
    chosen = options.parse_args()
    with reading() as read:
        documents = list(treebank(chosen.folder, chosen.split))
        emails = [document for document in documents if document.genre == "email"]
        print(f"persons, Universal NER, {chosen.split}: any shared character\n")
        print("| texts | persons | precision | recall | F1 |\n| --- | ---: | ---: | ---: | ---: |")
        for name, marked in (("e-mail", emails), ("all genres", documents)):
            show = chosen.show and marked is emails
            total = sum(
                (persons_score(one, persons(read(one.text)), show=show) for one in marked), Counter[str]()
            )
            print(_row(f"{name}, {len(marked)} documents", total, 1.0))
        texts = [(one, anything(read(one.text))) for one in presidio(chosen.folder)]
    print("\nany personal data, presidio-research, development half: IoU of half or more\n")
    print("| texts | marked | precision | recall | F2 |\n| --- | ---: | ---: | ---: | ---: |")
    for name, all_kinds in (("every label", True), ("without titles, ages, bare ZIP codes", False)):
        show = chosen.show and all_kinds
        total = sum(
            (anything_score(one, merged(one, all_kinds=all_kinds), found, show=show) for one, found in texts),
            Counter[str](),
        )
        print(_row(f"{len(texts)} texts, {name}", total, BETA))
        if all_kinds:
            kinds = {name.split()[0]: total[name] for name in sorted(total) if name.endswith(" marked")}
            recalls = [
                f"{kind} {total[f'{kind} hit'] / there:.2f} of {there}" for kind, there in kinds.items()
            ]
    print(f"\nRecall by label: {'; '.join(recalls)}.")


if __name__ == "__main__":
    main()
