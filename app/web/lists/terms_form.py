"""What did somebody fill in about terms and hours, and what is wrong with it?

Wrong days and times are told for every field at once; what the calendar itself refuses, for the first.
"""

from datetime import date, time
from itertools import count, takewhile

from app.domain.errors import PackError
from app.policy_owner.calendar_text import (
    TERM_PARTS,
    WEEKDAYS,
    CalendarForm,
    TermRow,
    YearRows,
    laid_out,
)
from app.web.forms import Posted
from app.web.lists.held import HeldDocument

_ONCE = ("authority", "issue_day", "cut_off_days", "cut_off_at", "opens", "closes")
_TIMES = ("cut_off_at", "opens", "closes")
_NO_DAY = "Choose a day, as in 2026-09-01."


def filled_in(form: Posted) -> CalendarForm:
    """The fields as they were sent."""
    years = [n for n in _numbered(form, "year-{}-name") if not form.has(f"year-{n}-drop")]
    return CalendarForm(
        values={name: form.text(name) for name in _ONCE},
        days=[day for day in WEEKDAYS if day in form.every("days")],
        extra=_listed(form, "extra"),
        years=[_year(form, f"year-{n}") for n in years],
    )


def with_room(form: CalendarForm) -> CalendarForm:
    """The form with empty fields for more: a term and two days off in each year."""
    for year in form.years:
        if not (year.terms and year.terms[-1].is_empty):
            year.terms.append(TermRow())
        year.inset_days = [*(day for day in year.inset_days if day), "", ""]
    form.extra = [*(day for day in form.extra if day), "", ""]
    return form


def with_next_year(form: CalendarForm, today: date) -> CalendarForm:
    """The form with one more school year, whose days are to be filled in."""
    named = [int(y.name[:4]) for y in form.years if y.name[:4].isascii() and y.name[:4].isdecimal()]
    first = max(named, default=today.year - 1)
    names = ("Autumn term", "Spring term", "Summer term")
    terms = [TermRow(dict.fromkeys(TERM_PARTS, "") | {"name": name}) for name in names]
    form.years.append(YearRows(f"{first + 1}-{(first + 2) % 100:02}", terms, []))
    return form


def wrong_with(form: CalendarForm, one: HeldDocument) -> dict[str, str]:
    """What is wrong, by the field of the form; empty when it is a calendar."""
    found = _wrong_values(form)
    if not found:
        text, fields = laid_out(form)
        try:
            one.document.read(text, one.document.id)
        except PackError as error:
            name = fields[error.line - 1] if error.line <= len(fields) else ""
            found[name or "years"] = f"{error.problem[:1].upper()}{error.problem[1:]}."
    return {name: f"{_place(form, name)}{said}" for name, said in found.items()}


def _place(form: CalendarForm, name: str) -> str:
    """Which year and term a field is about, for those that there are many of: ``2026-27, Autumn term: ``."""
    steps = name.split("-")
    if steps[0] != "year" or not steps[1:]:
        return ""
    year = form.years[int(steps[1])]
    is_term = steps[2] == "term" and int(steps[3]) < len(year.terms)
    term = year.terms[int(steps[3])].parts["name"] if is_term else "INSET day" if steps[2] == "inset" else ""
    return f"{', '.join(filter(None, (year.name, term)))}: "


def _wrong_values(form: CalendarForm) -> dict[str, str]:
    found = {name: "Choose a time, as in 08:30." for name in _TIMES if not _is_time(form.values[name])}
    days = {f"extra-{n}": day for n, day in enumerate(form.extra) if day}
    for n, year in enumerate(form.years):
        days |= {f"year-{n}-inset-{m}": day for m, day in enumerate(year.inset_days) if day}
        for m, term in enumerate(year.terms):
            if term.is_empty:
                continue
            asked = {part: said for part, said in term.parts.items() if part != "name"}
            if not (asked["half_starts"] or asked["half_ends"]):
                asked = {part: asked[part] for part in ("starts", "ends")}
            days |= {f"year-{n}-term-{m}-{part}": said for part, said in asked.items()}
            if not term.parts["name"]:
                found[f"year-{n}-term-{m}-name"] = "Name the term, as in Autumn term."
    return found | {name: _NO_DAY for name, day in days.items() if not _is_day(day)}


def _year(form: Posted, at: str) -> YearRows:
    terms = _numbered(form, f"{at}-term-{{}}-name")
    return YearRows(
        name=form.text(f"{at}-name"),
        terms=[TermRow({part: form.text(f"{at}-term-{n}-{part}") for part in TERM_PARTS}) for n in terms],
        inset_days=_listed(form, f"{at}-inset"),
    )


def _listed(form: Posted, name: str) -> list[str]:
    return [form.text(f"{name}-{n}") for n in _numbered(form, f"{name}-{{}}")]


def _numbered(form: Posted, name: str) -> list[int]:
    """The numbers from 0 for which a field was sent."""
    return list(takewhile(lambda n: form.has(name.format(n)), count()))


def _is_day(words: str) -> bool:
    try:
        return date.fromisoformat(words).isoformat() == words
    except ValueError:
        return False


def _is_time(words: str) -> bool:
    try:
        return f"{time.fromisoformat(words):%H:%M}" == words
    except ValueError:
        return False
