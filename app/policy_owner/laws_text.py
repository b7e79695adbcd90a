"""How is a law added to the list, or marked as out of date?

Each change is put into the text in its place; the rest of it stays as somebody wrote it.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import yaml

from app.domain.errors import PolicyChangeError
from app.policy.amend import amend
from app.policy.laws import Law, LawList, parse_laws
from app.policy_owner.differences import Difference

NAME_MAX, ADVICE_MAX = 120, 200
_FIRST_YEAR = 1200
_UPLOAD = "The list of laws cannot be changed in a form as it is laid out. Change its text instead."


@dataclass(frozen=True, slots=True)
class NewLaw:
    """What somebody filled in to add a law."""

    name: str
    years: str
    also: str
    advice: str

    @property
    def numbers(self) -> tuple[int, ...]:
        """The years in which it was made."""
        return tuple(int(year) for year in self.years.replace(",", " ").split())


def wrong_with(new: NewLaw, known: LawList, today: date) -> dict[str, str]:
    """What is wrong with a new law, by the field of the form."""
    found = {}
    names = {name.casefold() for law in known.laws for name in (law.name, *law.also)}
    if not new.name or len(new.name) > NAME_MAX:
        found["name"] = f"Write its short title without the year, in {NAME_MAX} characters or fewer."
    elif new.name.casefold() in names:
        found["name"] = "This law is in the list."
    years = new.years.replace(",", " ").split()
    if not years or not all(_is_year(year, today) for year in years):
        found["years"] = "Write the year in which it was made, as 2018; several with commas between them."
    if len(new.advice) > ADVICE_MAX:
        found["advice"] = f"Say it in {ADVICE_MAX} characters or fewer."
    return found


def with_law(text: str, new: NewLaw) -> str:
    """The text with one more law at its end. Raises PolicyChangeError."""
    also = [name.strip() for name in new.also.split(",") if name.strip()]
    parts = {"name": new.name, "also": also, "years": list(new.numbers), "advice": new.advice}
    said = ", ".join(
        f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in parts.items() if value
    )
    held = _laws(text)
    if held.flow_style or not held.value:
        raise PolicyChangeError(_UPLOAD)
    end = held.value[-1].end_mark.index
    end = len(text[:end].rstrip())
    return f"{text[:end]}\n{' ' * held.start_mark.column}- {{{said}}}{text[end:]}"


def out_of_date(text: str, law: str, year: int, instead: str) -> str:
    """The text with a law marked: what to name in place of it. Raises PolicyChangeError."""
    known = parse_laws(text, "laws.yaml").laws
    place = next((n for n, one in enumerate(known) if one.name == law and year in one.years), None)
    if place is None:
        raise PolicyChangeError("Choose a law of the list and one of its years.")
    replaced = {**{str(y): said for y, said in known[place].replaced.items()}, str(year): instead}
    return amend(text, {("laws", str(place), "replaced"): replaced})


def looked_through(text: str, today: date) -> str:
    """The text with today as the day on which somebody looked the list through."""
    return amend(text, {("checked",): today})


def differences_of_laws(before: str, after: str) -> Sequence[Difference]:
    """The laws that came, went or are another."""
    return tuple(_differences(parse_laws(before, ""), parse_laws(after, "")))


def _differences(before: LawList, after: LawList) -> Iterator[Difference]:
    old, new = ({law.name: law for law in laws.laws} for laws in (before, after))
    if before.checked != after.checked:
        yield Difference("", "looked through on", *(str(laws.checked or "") for laws in (before, after)))
    for name in dict.fromkeys((*old, *new)):
        was, now = old.get(name), new.get(name)
        if was != now:
            yield Difference("", name, _in_words(was), _in_words(now))


def _in_words(law: Law | None) -> str:
    if law is None:
        return ""
    said = [", ".join(map(str, law.years))]
    said += [f"also {', '.join(law.also)}"] if law.also else []
    said += [f"{year}: name {instead}" for year, instead in law.replaced.items()]
    said += [f"section {number}: the law of {year}" for number, year in law.sections.items()]
    return "; ".join([*said, *([law.advice] if law.advice else [])])


def _is_year(words: str, today: date) -> bool:
    return words.isascii() and words.isdigit() and len(words) == 4 and _FIRST_YEAR < int(words) <= today.year  # noqa: PLR2004 - a year


def _laws(text: str) -> Any:
    top: Any = yaml.compose(text, yaml.SafeLoader)
    return next(value for key, value in top.value if key.value == "laws")
