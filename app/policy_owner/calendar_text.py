"""What stands in the fields of the calendar's form, and what text do filled-in fields make?

The form has one field a value. Where the shape stays (as many years and terms), single values are put in
their places, so that remarks in the text stay; else the text is laid out anew.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import yaml

from app.policy.amend import FieldPath, amend

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
TERM_PARTS = ("name", "starts", "ends", "half_starts", "half_ends")
_PLACES: Mapping[str, FieldPath] = {
    "authority": ("authority",),
    "issue_day": ("bulletin", "issue_day"),
    "cut_off_days": ("bulletin", "cut_off", "working_days_before"),
    "cut_off_at": ("bulletin", "cut_off", "at"),
    "opens": ("office", "opens"),
    "closes": ("office", "closes"),
}
_HEAD = """\
# The calendar. Dates are year-month-day, times on the 24-hour clock; first and last days are both included.
# Bank holidays of England are known already.
"""


@dataclass(slots=True)
class TermRow:
    """One term as it is filled in; a row without anything is no term."""

    parts: dict[str, str] = field(default_factory=lambda: dict.fromkeys(TERM_PARTS, ""))

    @property
    def is_empty(self) -> bool:
        """Whether nobody wrote a date into it."""
        return not any(value for part, value in self.parts.items() if part != "name")


@dataclass(slots=True)
class YearRows:
    """One school year as it is filled in."""

    name: str
    terms: list[TermRow]
    inset_days: list[str]


@dataclass(slots=True)
class CalendarForm:
    """Everything that the form holds. `values` are the fields that stand once, by their names."""

    values: dict[str, str]
    days: list[str]
    extra: list[str]
    years: list[YearRows]


def form_of(text: str) -> CalendarForm:
    """The fields as a text of a calendar has them. The text must be one that can be read."""
    top = yaml.load(text, yaml.BaseLoader)  # noqa: S506 - the base loader makes only text, lists and maps
    return CalendarForm(
        values={name: str(_at(top, path)) for name, path in _PLACES.items()},
        days=[day.capitalize() for day in top["office"]["days"]],
        extra=list(top.get("extra_bank_holidays") or []),
        years=[_year(year) for year in top["school_years"]],
    )


def text_of(form: CalendarForm, before: str) -> str:
    """The text that a form makes of the one before it."""
    old, new = _values(form_of(before)), _values(form)
    if old.keys() != new.keys():
        return laid_out(form)[0]
    return amend(before, {path: _as_day(value) for path, value in new.items() if value != old[path]})


def put_upon(base: str, theirs: str, mine: CalendarForm) -> CalendarForm:
    """What I changed since `base`, put upon what somebody else saved; mine alone where the shapes differ."""
    then, now, new = _values(form_of(base)), _values(form_of(theirs)), _values(mine)
    if not then.keys() == now.keys() == new.keys():
        return mine
    return form_of(amend(theirs, {path: value for path, value in new.items() if value != then[path]}))


def laid_out(form: CalendarForm) -> tuple[str, Sequence[str]]:
    """The whole text, and for each of its lines the field that stands on it; empty for none."""
    lines = [(line, "") for line in _HEAD.splitlines()]
    lines += _lines(form)
    return "\n".join(line for line, _ in lines) + "\n", [name for _, name in lines]


def _lines(form: CalendarForm) -> Iterator[tuple[str, str]]:
    said = {name: _quoted(value) for name, value in form.values.items()}
    yield f"authority: {said['authority']}", "authority"
    yield "bulletin:", "issue_day"
    yield f"  issue_day: {said['issue_day']}", "issue_day"
    yield "  cut_off:", "cut_off_days"
    yield f"    working_days_before: {said['cut_off_days']}", "cut_off_days"
    yield f"    at: {said['cut_off_at']}", "cut_off_at"
    yield "office:", "days"
    yield f"  days: [{', '.join(form.days)}]", "days"
    yield f"  opens: {said['opens']}", "opens"
    yield f"  closes: {said['closes']}", "closes"
    yield from _days("extra_bank_holidays:", "", form.extra, "extra")
    yield "school_years:" if form.years else "school_years: []", "years"
    for n, year in enumerate(form.years):
        yield from _year_lines(year, f"year-{n}")


def _year_lines(year: YearRows, at: str) -> Iterator[tuple[str, str]]:
    yield f"  - name: {_quoted(year.name)}", f"{at}-name"
    terms = [(n, term) for n, term in enumerate(year.terms) if not term.is_empty]
    yield "    terms:" if terms else "    terms: []", f"{at}-term-0-starts"
    for n, term in terms:
        place, said = f"{at}-term-{n}", {part: _quoted(value) for part, value in term.parts.items()}
        yield f"      - name: {said['name']}", f"{place}-name"
        yield f"        starts: {said['starts']}", f"{place}-starts"
        yield f"        ends: {said['ends']}", f"{place}-ends"
        if term.parts["half_starts"] or term.parts["half_ends"]:
            yield "        half_term:", f"{place}-half_starts"
            yield f"          starts: {said['half_starts']}", f"{place}-half_starts"
            yield f"          ends: {said['half_ends']}", f"{place}-half_ends"
    yield from _days("    inset_days:", "    ", year.inset_days, f"{at}-inset")


def _days(head: str, indent: str, days: Sequence[str], name: str) -> Iterator[tuple[str, str]]:
    written = [(n, day) for n, day in enumerate(days) if day]
    yield (head if written else f"{head} []"), f"{name}-0"
    for n, day in written:
        yield f"{indent}  - {_quoted(day)}", f"{name}-{n}"


def _values(form: CalendarForm) -> dict[FieldPath, Any]:
    """Each value by its place in the text; equal keys mean an equal shape."""
    found: dict[FieldPath, Any] = {_PLACES[name]: value for name, value in form.values.items()}
    found["office", "days"] = form.days
    found[("extra_bank_holidays",)] = [day for day in form.extra if day]
    for n, year in enumerate(form.years):
        at: FieldPath = ("school_years", str(n))
        found[(*at, "name")] = year.name
        found[(*at, "inset_days")] = [day for day in year.inset_days if day]
        for m, term in enumerate(term for term in year.terms if not term.is_empty):
            for part, value in term.parts.items():
                if value or not part.startswith("half_"):
                    steps = ("half_term", part.removeprefix("half_")) if "half_" in part else (part,)
                    found[(*at, "terms", str(m), *steps)] = value
    return found


def _year(year: Mapping[str, Any]) -> YearRows:
    return YearRows(
        str(year["name"]), [_term(term) for term in year["terms"]], list(year["inset_days"] or [])
    )


def _term(term: Mapping[str, Any]) -> TermRow:
    away = term.get("half_term") or {}
    half = {f"half_{part}": str(away.get(part, "")) for part in ("starts", "ends")}
    return TermRow({part: str(term[part]) for part in ("name", "starts", "ends")} | half)


def _at(place: Any, path: FieldPath) -> Any:
    for step in path:
        place = place[step]
    return place


def _as_day(value: Any) -> Any:
    """A day as a day, so that it is written without quotes."""
    try:
        day = date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return value
    return day if day and day.isoformat() == value else value


def _quoted(value: str) -> str:
    """The value so that YAML takes it as it is."""
    is_number_or_date = bool(value) and value.isascii() and value.replace("-", "").replace(":", "").isdigit()
    is_plain = (is_number_or_date and value[0].isdigit() and value[-1].isdigit()) or _is_words(value)
    return value if is_plain else '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _is_words(value: str) -> bool:
    return bool(value) and all(part.isalpha() and part.isascii() for part in value.split(" "))
