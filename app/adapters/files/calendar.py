"""What does an organisation's calendar file say?

Reads the YAML that an office keeps (``sample/calendar.yml`` explains each field) into a
SchoolCalendar. Every mistake is a PackError naming file, line, field and what to do. Plain
values are read as written, so that 12:00 is a time and never a number.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import NoReturn

import holidays
import yaml

from app.domain.calendar import SchoolCalendar, Term
from app.domain.errors import PackError

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_TOP = ("authority", "bulletin", "office", "school_years")
_NO_TIME = "this is not a time; write it on the 24-hour clock, as 08:30"
_NO_DATE = "this is not a date; write it as 2026-09-01"
_LONGEST_CUT_OFF = 10
_AUGUST = 8


def read_calendar(text: str, name: str) -> SchoolCalendar:
    """The calendar in `text`; `name` is the file's name for messages. Raises PackError."""
    top = _open(text, name)
    top.only(_TOP, ("extra_bank_holidays",))
    top["authority"].words()
    bulletin = top["bulletin"].only(("issue_day", "cut_off"))
    cut_off = bulletin["cut_off"].only(("working_days_before", "at"))
    office = top["office"].only(("days", "opens", "closes"))
    years = [*top["school_years"].entries()]
    if not years:
        top["school_years"].fail("there is no school year; add at least one")
    terms = tuple(sorted((term for year in years for term in _terms(year)), key=lambda term: term.start))
    extra = [*top["extra_bank_holidays"].entries()] if "extra_bank_holidays" in top else []
    bank_holidays = _bank_holidays(terms) | {day.day() for day in extra}
    calendar = SchoolCalendar(
        terms=terms,
        inset_days=frozenset(day.day() for year in years for day in year["inset_days"].entries()),
        bank_holidays=frozenset(bank_holidays),
        issue_weekday=bulletin["issue_day"].weekday(),
        cut_off_days_before=cut_off["working_days_before"].count(_LONGEST_CUT_OFF),
        cut_off_at=cut_off["at"].clock(),
        working_days=frozenset(day.weekday() for day in office["days"].entries()),
        opens=office["opens"].clock(),
        closes=office["closes"].clock(),
    )
    _refuse_clashes(calendar, top, years)
    return calendar


@dataclass(frozen=True, slots=True)
class _Entry:
    """One value of the file, with the place it stands at."""

    file: str
    field: str
    node: yaml.Node

    def fail(self, problem: str) -> NoReturn:
        raise PackError(self.file, self.node.start_mark.line + 1, self.field, problem)

    def only(self, needed: tuple[str, ...], allowed: tuple[str, ...] = ()) -> "_Entry":
        """This entry, once it is sure to hold the needed fields and no unknown one."""
        fields = self._fields()
        for key in fields:
            if key not in (*needed, *allowed):
                _Entry(self.file, key, fields[key]).fail(
                    f"this field is not known here; use {', '.join((*needed, *allowed))}"
                )
        for key in needed:
            if key not in fields:
                self.fail(f"the field {key} is missing; add it")
        return self

    def __contains__(self, key: str) -> bool:
        return key in self._fields()

    def __getitem__(self, key: str) -> "_Entry":
        return _Entry(self.file, key, self._fields()[key])

    def entries(self) -> Iterator["_Entry"]:
        if not isinstance(self.node, yaml.SequenceNode):
            self.fail("write a list here")
        for node in self.node.value:
            yield _Entry(self.file, self.field, node)

    def words(self) -> str:
        if not isinstance(self.node, yaml.ScalarNode) or not self.node.value.strip():
            self.fail("write one value here")
        return str(self.node.value).strip()

    def day(self) -> date:
        words = self.words()
        try:
            day = date.fromisoformat(words)
        except ValueError:
            self.fail(_NO_DATE)
        if len(words) != len("2026-09-01"):
            self.fail(_NO_DATE)
        return day

    def clock(self) -> time:
        hour, _, minute = self.words().partition(":")
        if (
            len(minute) != len("30")
            or not _is_digits(minute)
            or not _is_digits(hour)
            or len(hour) > len("08")
        ):
            self.fail(_NO_TIME)
        try:
            return time(int(hour), int(minute))
        except ValueError:
            self.fail(_NO_TIME)

    def weekday(self) -> int:
        words = self.words().lower()
        if words not in _WEEKDAYS:
            self.fail("this is not a day of the week; write it in full, as Friday")
        return _WEEKDAYS.index(words)

    def count(self, most: int) -> int:
        words = self.words()
        if not (_is_digits(words) and len(words) <= len(str(most)) and int(words) <= most):
            self.fail(f"write a whole number from 0 to {most}")
        return int(words)

    def _fields(self) -> Mapping[str, yaml.Node]:
        if not isinstance(self.node, yaml.MappingNode):
            self.fail("write fields with their values here")
        fields: dict[str, yaml.Node] = {}
        for key, value in self.node.value:
            entry = _Entry(self.file, self.field, key)
            if entry.words() in fields:
                entry.fail("a field stands here twice; keep one")
            fields[entry.words()] = value
        return fields


def _is_digits(words: str) -> bool:
    return words.isascii() and words.isdigit()


def _open(text: str, name: str) -> _Entry:
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        problem = "this is not YAML; check indents, colons and quotes near this line"
        raise PackError(name, line, "file", problem) from None
    except (yaml.YAMLError, RecursionError):
        raise PackError(name, 1, "file", "this is not YAML; start again from the sample") from None
    if node is None:
        raise PackError(name, 1, "file", "the file is empty; start from the sample")
    return _Entry(name, "file", node)


def _terms(year: _Entry) -> Iterator[Term]:
    year.only(("name", "terms", "inset_days"))
    first = _first_year(year["name"])
    entries = [*year["terms"].entries()]
    if not entries:
        year["terms"].fail("there is no term; add at least one")
    for entry in entries:
        entry.only(("name", "starts", "ends"), ("half_term",))
        start, end = _stretch(entry)
        for place, day in (("starts", start), ("ends", end)):
            if not date(first, _AUGUST, 1) <= day <= date(first + 1, _AUGUST, 31):
                entry[place].fail(f"{day} is not in this school year; check the year")
        half_term = None
        if "half_term" in entry:
            half_term = _stretch(entry["half_term"].only(("starts", "ends")))
            if not start < half_term[0] <= half_term[1] < end:
                entry["half_term"].fail("half term must lie inside its term; check the dates")
        yield Term(entry["name"].words(), start, end, half_term)


def _first_year(entry: _Entry) -> int:
    words = entry.words()
    first, _, second = words.partition("-")
    if not (words.isascii() and first.isdigit() and len(first) == len("2026") and first > "1970"):
        entry.fail("name the school year as 2026-27")
    if second != f"{(int(first) + 1) % 100:02}":
        entry.fail("name the school year as 2026-27")
    return int(first)


def _stretch(entry: _Entry) -> tuple[date, date]:
    start, end = entry["starts"].day(), entry["ends"].day()
    if end < start:
        entry["ends"].fail("this is before the start; check both dates")
    return start, end


def _bank_holidays(terms: tuple[Term, ...]) -> set[date]:
    """Bank holidays of England from the year before the first term to three years after the last."""
    years = range(terms[0].start.year - 1, terms[-1].end.year + 4)
    return set(holidays.country_holidays("GB", subdiv="ENG", years=years))


def _refuse_clashes(calendar: SchoolCalendar, top: _Entry, years: list[_Entry]) -> None:
    for before, after in zip(calendar.terms, calendar.terms[1:], strict=False):
        if after.start <= before.end:
            top["school_years"].fail(
                f"the term from {after.start} starts before the one from {before.start} ends; check both"
            )
    if not calendar.working_days:
        top["office"]["days"].fail("there is no working day; add at least one")
    if calendar.issue_weekday not in calendar.working_days:
        top["bulletin"]["issue_day"].fail(
            "the issue day is no working day; choose another or add it under office"
        )
    if calendar.closes <= calendar.opens:
        top["office"]["closes"].fail("the office closes before it opens; check both times")
    seen: set[date] = set()
    for entry in (day for year in years for day in year["inset_days"].entries()):
        day = entry.day()
        if not calendar.is_term_day(day):
            entry.fail(f"{day} is no working day of a term; move it or change the term")
        if day in seen:
            entry.fail(f"{day} stands here twice; keep one")
        seen.add(day)
