"""How many names of people, and how much personal data of any kind, are found in public texts?

    python -m bench.names FOLDER [--show] [--split dev]

FOLDER holds ``uner_english_ewt``, ``ud_english_ewt`` and ``presidio_research_synth``. Every text goes down the
road that a draft goes (``read_draft``), with no recipients. Persons: a hit shares a character with a marked one. Any
personal data: a hit shares half of what both cover together (IoU), of whatever kind.
"""

import argparse
import re
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
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
from app.wiring import Installation
from bench.named_mail import Marked, presidio, treebank

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
    is_place = dict.fromkeys(chain(streets, others, found), True)
    return plain(seen, together(seen.body.clean, sorted(kept), is_place))


_GAP = re.compile(r"[\s,.;/]*(?:(?:apt|suite|flat|unit)\b[\s.]*)?[\d\s,.;/-]*", re.IGNORECASE)
_NUMBERS_BEFORE = re.compile(r"(?:\d{1,6}[a-z]?,? ){1,2}$", re.IGNORECASE)
_NUMBERS_AFTER = re.compile(r"(?:\s{1,2}\d{1,6}\b){1,2}")
_LONGEST_GAP = 25


def together(text: str, pieces: Sequence[Place], is_place: Mapping[Place, bool]) -> list[Place]:
    """The pieces, those of one address as one: street, town and country with the numbers between and beside.

    The set marks a written address as one thing, where we see its street, places and postcode apart.
    """
    joined: list[Place] = []
    last_is_place = False
    for start, end in pieces:
        gap = text[joined[-1][1] : start] if joined else "-"
        both = last_is_place and is_place.get((start, end), False)
        if both and len(gap) <= _LONGEST_GAP and _GAP.fullmatch(gap):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
        last_is_place = is_place.get((start, end), False)
    places = set(is_place)
    return [_with_numbers(text, one) if _starts_at_place(one, places) else one for one in joined]


def _starts_at_place(one: Place, places: AbstractSet[Place]) -> bool:
    return any(start == one[0] for start, _ in places)


def _with_numbers(text: str, place: Place) -> Place:
    """A place with the numbers beside it, when one stands before it: a street or a whole address."""
    start, end = place
    before = _NUMBERS_BEFORE.search(text, max(0, start - _LONGEST_GAP), start)
    if before is None and not any(letter.isdigit() for letter in text[start:end]):
        after = _NUMBERS_AFTER.match(text, end)
        return (start, after.end()) if after else place
    after = _NUMBERS_AFTER.match(text, end)
    return before.start() if before else start, after.end() if after else end


def meets(one: Place, other: Place) -> bool:
    """Whether they share a character."""
    return one[0] < other[1] and other[0] < one[1]


def agrees(one: Place, other: Place) -> bool:
    """Whether they share half of what both cover together."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return shared > 0 and shared / (max(one[1], other[1]) - min(one[0], other[0])) >= IOU


def tally(
    marked: Marked,
    gold: Sequence[Place],
    found: Sequence[Place],
    hits: Callable[[Place, Place], bool],
    *,
    show: bool,
) -> Counter[str]:
    """True and false of what was found; hit and missed of what is marked."""
    score: Counter[str] = Counter()
    for one in found:
        is_true = any(hits(one, other) for other in gold)
        score["true" if is_true else "false"] += 1
        if show and not is_true:
            print(f"too much  {_around(marked.text, one)}")
    for other in gold:
        is_hit = any(hits(one, other) for one in found)
        score["hit" if is_hit else "missed"] += 1
        if show and not is_hit:
            print(f"missed    {_around(marked.text, other)}")
    return score


def _around(text: str, place: Place) -> str:
    start, end = place
    said = f"{text[max(0, start - 40) : start]}[{text[start:end]}]{text[end : end + 30]}"
    return said.replace("\n", "/")


def _persons(marked: Sequence[Marked], read: Read, *, show: bool) -> Counter[str]:
    total: Counter[str] = Counter()
    for document in marked:
        gold = [(start, end) for start, end, kind in document.spans if kind == "PER"]
        total += tally(document, gold, persons(read(document.text)), meets, show=show)
    return total


def _anything(
    marked: Sequence[Marked], read: Read, *, show: bool
) -> tuple[Counter[str], dict[str, Counter[str]]]:
    total, kinds = Counter[str](), dict[str, Counter[str]]()
    for text in marked:
        found = anything(read(text.text))
        total += tally(text, [(start, end) for start, end, _ in text.spans], found, agrees, show=show)
        for start, end, kind in text.spans:
            score = kinds.setdefault(kind, Counter())
            score["marked"] += 1
            score["hit"] += any(agrees(one, (start, end)) for one in found)
    return total, kinds


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
            print(_row(f"{name}, {len(marked)} documents", _persons(marked, read, show=show), 1.0))
        texts = list(presidio(chosen.folder))
        print("\nany personal data, presidio-research, development half: IoU of half or more\n")
        print("| texts | marked | precision | recall | F2 |\n| --- | ---: | ---: | ---: | ---: |")
        total, kinds = _anything(texts, read, show=chosen.show)
        print(_row(f"{len(texts)} texts", total, BETA))
        print("\n| kind | marked | found |\n| --- | ---: | ---: |")
        for kind, score in sorted(kinds.items()):
            print(f"| {kind} | {score['marked']} | {score['hit'] / score['marked']:.3f} |")


if __name__ == "__main__":
    main()
