"""Who stands in the slots of a draft?

Fills `*child1`, `*staff2.title`, `*school1` and the rest with names of one origin a person, drawn from the
lists of the corpus and, for fitting, the public lists by country. Names of the test list never train.
"""

import csv
import random
import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from nlp_models.mail.scripts.drafts import Mark, Written
from nlp_models.mail.scripts.layout import CORPUS

TITLES = ("Mr", "Mrs", "Ms", "Miss", "Mr", "Mrs", "Ms", "Dr", "Mx", "Cllr", "Rev")
FAMILY_FIRST = "surname-first"
SCHOOL = re.compile(r"\b(?:School|Academy|Primary|College|Nursery|Infants?|Juniors?|High|Federation)\b")
PUBLIC_SHARE = 0.3  # of the people of a training draft
OFTENER = (
    "words",
    "words",
    "words",
    "vietnamese",
    "vietnamese",
    "caribbean",
    "caribbean",
    "chinese",
    "traveller",
    "turkish",
    "ghanaian",
    "irish",
    "filipino",
)
"""Origins that are missed most, drawn as often again when names are for fitting."""
PARTS = re.compile(r"\*(child|staff|parent|person|school|town)(\d*)(?:\.(.+))?")


@dataclass(frozen=True, slots=True)
class Person:
    """A name in its parts."""

    origin: str
    given: str
    surname: str
    title: str

    def written(self, form: str) -> str:
        """The name in the form that a slot asks for."""
        if form == "first" or form.startswith("sibling"):
            return self.given
        parts = (self.surname, self.given) if self.origin == FAMILY_FIRST else (self.given, self.surname)
        full = " ".join(parts).strip()
        return {
            "": full,
            "last": self.surname or self.given,
            "title": f"{self.title} {self.surname or self.given}",
            "comma": f"{self.surname}, {self.given}" if self.surname else self.given,
            "lower": full.lower(),
        }[form]


@dataclass(frozen=True, slots=True)
class Names:
    """Given names and surnames by origin; places and organisations."""

    given: Mapping[str, list[str]]
    surnames: Mapping[str, list[str]]
    places: list[str]
    organisations: list[str]
    oftener: tuple[str, ...] = ()

    def person(self, chance: random.Random, origin: str = "") -> Person:
        """Somebody; of the named origin, if one is named. One in thirty has one name only."""
        origin = origin or chance.choice(sorted(self.given))
        given, surname = chance.choice(self.given[origin]), chance.choice(self.surnames[origin])
        if origin == FAMILY_FIRST:  # its lists are in the order in which the names are said
            given, surname = surname, given
        return Person(origin, given, "" if chance.random() < 1 / 30 else surname, chance.choice(TITLES))


def listed(
    path: Path, barred: frozenset[str] = frozenset()
) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Given names and surnames by origin of a list of the corpus, without those in `barred`."""
    given: dict[str, list[str]] = defaultdict(list)
    surnames: dict[str, list[str]] = defaultdict(list)
    for line in path.read_text("utf-8").splitlines():
        origin, kind, name = line.split("\t")
        if name.casefold() not in barred:
            (given if kind == "given" else surnames)[origin].append(name)
    return {origin: found for origin, found in given.items() if surnames[origin]}, surnames


@cache
def barred() -> frozenset[str]:
    """Every name of the test list, folded: none of them may train."""
    given, surnames = listed(CORPUS / "names/test.txt")
    return frozenset(
        name.casefold() for lists in (given, surnames) for names in lists.values() for name in names
    )


def _lines(name: str) -> list[str]:
    return [line for line in (CORPUS / "names" / name).read_text("utf-8").splitlines() if line]


@cache
def training_names(public: Path | None) -> Names:
    """The training list, and the public lists by country as origins `public-XX`."""
    given, surnames = listed(CORPUS / "names/train.txt", barred())
    if public is not None:
        for kind, lists in (("forenames", given), ("surnames", surnames)):
            with (public / f"common-{kind}-by-country.csv").open(encoding="utf-8-sig", newline="") as file:
                for row in csv.DictReader(file):
                    name = row["Romanized Name"]
                    if (
                        name
                        and name.casefold() not in barred()
                        and all(part.isalpha() for part in name.split())
                    ):
                        lists.setdefault(f"public-{row['Country']}", []).append(
                            name.title() if name.isupper() else name
                        )
        given = {origin: names for origin, names in given.items() if surnames.get(origin)}
    oftener = tuple(origin for origin in OFTENER if origin in given)
    return Names(given, surnames, _lines("places.txt"), _lines("organisations.txt"), oftener)


@cache
def test_names() -> Names:
    """The names that no training saw."""
    given, surnames = listed(CORPUS / "names/test.txt")
    return Names(given, surnames, _lines("places.txt"), _lines("organisations.txt"))


@dataclass(frozen=True, slots=True)
class Filled:
    """A draft with people in it."""

    written: Written
    subject: str
    subject_names: tuple[Mark, ...]
    text: str
    names: tuple[Mark, ...]
    """Names in the text; `slot` now holds the origin of the person, if a slot was filled."""
    labels: tuple[tuple[int, tuple[str, ...]], ...]
    history: int
    people: tuple[Person, ...]


def fill(draft: Written, names: Names, chance: random.Random, origin: str = "") -> Filled:
    """Put somebody into every slot: the same person wherever the same number stands, one surname a family."""
    cast: dict[str, Person | str] = {}

    def said(slot: str) -> tuple[str, str]:
        role, number, form = (part or "" for part in PARTS.fullmatch(slot).groups())  # type: ignore[union-attr]  # checked on reading
        key = role + number + (form if form.startswith("sibling") else "")
        if key not in cast:
            if role == "school":
                cast[key] = chance.choice([name for name in names.organisations if SCHOOL.search(name)])
            elif role == "town":
                cast[key] = chance.choice(names.places)
            else:
                kin = next((cast[near] for near in _family(role, number) if near in cast), None)
                cast[key] = _somebody(names, chance, origin, kin if isinstance(kin, Person) else None)
        somebody = cast[key]
        return (somebody, "") if isinstance(somebody, str) else (somebody.written(form), somebody.origin)

    subject, subject_marks, _ = _filled(draft.subject, draft.subject_marks, said)
    text, marks, moved = _filled(draft.text, draft.marks, said)
    return Filled(
        draft,
        subject,
        tuple(subject_marks),
        text,
        tuple(marks),
        tuple((moved(place), given) for place, given in draft.labels),
        moved(draft.history),
        tuple(person for person in cast.values() if isinstance(person, Person)),
    )


def _family(role: str, number: str) -> list[str]:
    """Whose surname the holder of a slot shares: a parent's and a child's of the same number."""
    return [f"{other}{number}" for other in ("child", "parent")] if role in {"child", "parent"} else []


def _somebody(names: Names, chance: random.Random, origin: str, kin: Person | None) -> Person:
    if kin is not None:
        return replace(kin, given=chance.choice(names.given[kin.origin]), title=chance.choice(TITLES))
    public = chance.random() < PUBLIC_SHARE
    pool = [name for name in sorted(names.given) if name.startswith("public-") == public]
    pool += () if public else names.oftener
    return names.person(chance, origin or chance.choice(pool or sorted(names.given)))


def _filled(
    text: str, marks: tuple[Mark, ...], said: Callable[[str], tuple[str, str]]
) -> tuple[str, list[Mark], Callable[[int], int]]:
    """The text with its slots filled, its marks, and where a place of the old text now lies."""
    parts: list[str] = []
    filled: list[Mark] = []
    shifts = [(0, 0)]
    at = length = 0
    for mark in marks:
        name, origin = said(mark.slot) if mark.slot else (text[mark.start : mark.end], "")
        parts += [text[at : mark.start], name]
        length += mark.start - at
        filled.append(Mark(mark.kind, length, length + len(name), origin))
        length += len(name)
        at = mark.end
        shifts.append((at, length - at))
    parts.append(text[at:])

    def moved(place: int) -> int:
        return place + shifts[bisect_right(shifts, (place, len(text) * 2)) - 1][1]

    return "".join(parts), filled, moved
