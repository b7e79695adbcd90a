"""What does a changed calendar change, in words?

The next issue and its cut-off, how many issues there are in each school year, when offices work; and, for the
history, every field that is another.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from app.domain.calendar import LONDON, SchoolCalendar
from app.domain.verdict import NextIssue
from app.policy_owner.calendar_text import WEEKDAYS, CalendarForm, form_of
from app.policy_owner.differences import Difference

_AUGUST = 8
_NOON = 12
_ONCE: Mapping[str, str] = {
    "authority": "authority",
    "issue_day": "issue day",
    "cut_off_days": "working days before the issue",
    "cut_off_at": "cut-off time",
    "opens": "office opens",
    "closes": "office closes",
}
_PARTS: Mapping[str, str] = {
    "name": "name",
    "starts": "first day",
    "ends": "last day",
    "half_starts": "half term from",
    "half_ends": "half term to",
}


def next_issue_in_words(issue: NextIssue | None) -> str:
    """``Friday 27 November, cut-off Wednesday 25 November at noon``."""
    if issue is None:
        return "none: the calendar holds no further term"
    cut_off = issue.cut_off.astimezone(LONDON)
    is_noon = (cut_off.hour, cut_off.minute) == (_NOON, 0)
    at = "noon" if is_noon else f"{cut_off:%H:%M}"
    return f"{_day(issue.goes_out)}, cut-off {_day(cut_off.date())} at {at}"


def issues_a_year(calendar: SchoolCalendar) -> Mapping[str, int]:
    """How many issues go out in each school year that is entered."""
    years = Counter(_year_of(term.start) for term in calendar.terms)
    return {**dict.fromkeys(years, 0), **Counter(map(_year_of, calendar.issue_days()))}


def in_words(calendar: SchoolCalendar, now: datetime) -> Sequence[str]:
    """What a calendar comes to, a sentence each."""
    days = [WEEKDAYS[n] for n in sorted(calendar.working_days)]
    issues = [f"{count} in {year}" for year, count in issues_a_year(calendar).items()]
    last = calendar.last_day
    return [
        f"Next issue: {next_issue_in_words(calendar.next_issue(now))}.",
        f"Issues: {', '.join(issues)}.",
        f"Offices work {_from_to(days)}, {calendar.opens:%H:%M} to {calendar.closes:%H:%M}.",
        *([f"The last term ends on {_day(last)} {last.year}."] if last else []),
    ]


def what_changes(before: SchoolCalendar, after: SchoolCalendar, now: datetime) -> Sequence[str]:
    """What another calendar would change, a sentence each; empty when nothing that anybody would notice."""
    return [*_issue_changes(before, after, now), *_day_changes(before, after)]


def _issue_changes(before: SchoolCalendar, after: SchoolCalendar, now: datetime) -> Iterator[str]:
    old, new = (next_issue_in_words(c.next_issue(now)) for c in (before, after))
    if old != new:
        yield f"Next issue: {new}. It was {old}."
    else:
        yield f"Next issue: {new}, as before."
    was, becomes = issues_a_year(before), issues_a_year(after)
    for year in sorted(was.keys() | becomes.keys()):
        if year not in was:
            yield f"{_issues(becomes[year])} in {year}, which is new."
        elif year not in becomes:
            yield f"{year} is taken out, with its {_issues(was[year])}."
        elif difference := becomes[year] - was[year]:
            word = "more" if difference > 0 else "fewer"
            yield f"{_issues(abs(difference), word)} in {year}: {becomes[year]}, and it was {was[year]}."
        else:
            moved = len(_in(after, year) - _in(before, year))
            if moved:
                yield f"{_issues(moved)} on another day in {year}."


def _day_changes(before: SchoolCalendar, after: SchoolCalendar) -> Iterator[str]:
    hours = [
        f"{_from_to([WEEKDAYS[n] for n in sorted(c.working_days)])}, {c.opens:%H:%M} to {c.closes:%H:%M}"
        for c in (before, after)
    ]
    if hours[0] != hours[1]:
        yield f"Offices work {hours[1]}. It was {hours[0]}."
    counts = [Counter(_year_of(day) for day in _pupil_days(c)) for c in (before, after)]
    for year in sorted(counts[0].keys() & counts[1].keys()):
        if difference := counts[1][year] - counts[0][year]:
            word, plural = ("more" if difference > 0 else "fewer"), "" if abs(difference) == 1 else "s"
            yield f"{abs(difference)} {word} day{plural} for pupils in {year}: {counts[1][year]}."


def differences_of_calendars(before: str, after: str) -> Sequence[Difference]:
    """Every field that is another."""
    old, new = _flat(form_of(before)), _flat(form_of(after))
    return tuple(
        Difference("", name, old.get(name, ""), new.get(name, ""))
        for name in dict.fromkeys((*old, *new))
        if old.get(name, "") != new.get(name, "")
    )


def _flat(form: CalendarForm) -> dict[str, str]:
    found = {_ONCE[name]: value for name, value in form.values.items()}
    found["office days"] = ", ".join(form.days)
    found["extra bank holidays"] = ", ".join(form.extra)
    for year in form.years:
        found[f"{year.name}: INSET days"] = ", ".join(year.inset_days)
        for n, term in enumerate(year.terms, start=1):
            name = f"{year.name}, {term.parts['name'] or n}"
            found |= {f"{name}: {_PARTS[part]}": said for part, said in term.parts.items() if part != "name"}
    return found


def _pupil_days(calendar: SchoolCalendar) -> Iterator[date]:
    for term in calendar.terms:
        days = range(term.start.toordinal(), term.end.toordinal() + 1)
        yield from (day for n in days if calendar.is_pupil_day(day := date.fromordinal(n)))


def _in(calendar: SchoolCalendar, year: str) -> set[date]:
    return {day for day in calendar.issue_days() if _year_of(day) == year}


def _issues(count: int, word: str = "") -> str:
    return " ".join(filter(None, (str(count), word, "issue" if count == 1 else "issues")))


def _year_of(day: date) -> str:
    first = day.year if day.month >= _AUGUST else day.year - 1
    return f"{first}-{(first + 1) % 100:02}"


def _day(day: date) -> str:
    return f"{day:%A} {day.day} {day:%B}"


def _from_to(days: Sequence[Any]) -> str:
    """``Monday to Friday``, or the days one by one."""
    places = [WEEKDAYS.index(day) for day in days]
    if len(days) > 2 and places == list(range(places[0], places[-1] + 1)):  # noqa: PLR2004 - a stretch has more
        return f"{days[0]} to {days[-1]}"
    return " and ".join(filter(None, (", ".join(days[:-1]), days[-1])))
