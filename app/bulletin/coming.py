"""Which issues are still to come, on which days and under which numbers?

The calendar says on which days issues go out; the book says which number is next. An issue that is kept keeps
its number; while it is open it keeps its day too, as long as the calendar has that day: else it moves to the
nearest one. Only when an issue is on its way does the next one begin, so there are never two at once.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from app.domain.calendar import SchoolCalendar, school_year
from app.domain.issue import Issue, IssueState
from app.domain.item import IssueKey
from app.domain.verdict import NextIssue

_APART = timedelta(days=3)
"""The least between two issues: bank holidays bring them as near as that, a changed calendar no nearer."""


@dataclass(frozen=True, slots=True)
class Moved:
    """What another calendar would do to an issue that is kept: `after` differs from `before`, or cannot."""

    before: Issue
    after: Issue


def coming(kept: Collection[Issue], calendar: SchoolCalendar, today: date) -> Iterator[Issue]:
    """Every issue that has not gone out, in order: those that are kept, then the calendar's.

    One whose day is past comes only while there is something in it.
    """
    days = [known for known in calendar.issues(today) if known.goes_out >= today]
    taken = [issue.goes_out for issue in kept if issue.state is not IssueState.OPEN]
    waiting: list[Issue] = []
    for issue in sorted(_waiting(kept, today), key=_day):
        placed = _on_its_day(issue, [known for known in days if _is_free(known.goes_out, taken)], today)
        taken.append(placed.goes_out)
        waiting.append(placed)
    yield from sorted(waiting, key=_day)
    last, numbers = max(taken, default=date.min), _newest_numbers(kept)
    for known in days:
        if known.goes_out > last and _is_free(known.goes_out, [last]):
            year = school_year(known.goes_out)
            numbers[year] = numbers[year] + 1 if year in numbers else known.number
            last = known.goes_out
            yield Issue(IssueKey(year, numbers[year]), known.goes_out, known.cut_off)


def moved_by(
    kept: Collection[Issue], calendar: SchoolCalendar, other: SchoolCalendar, today: date
) -> Sequence[Moved]:
    """What would become of the kept issues that have not gone out, if the other calendar were in force."""
    before, after = ({issue.key: issue for issue in coming(kept, one, today)} for one in (calendar, other))
    days = set(other.issue_days())
    return [
        Moved(before[issue.key], after[issue.key])
        for issue in _waiting(kept, today)
        if before[issue.key] != after[issue.key]
        or (issue.goes_out >= today and after[issue.key].goes_out not in days)
    ]


def _waiting(kept: Iterable[Issue], today: date) -> Iterator[Issue]:
    for issue in kept:
        if issue.state is not IssueState.OUT and (issue.goes_out >= today or issue.order):
            yield issue


def _day(issue: Issue) -> date:
    return issue.goes_out


def _is_free(day: date, taken: Iterable[date]) -> bool:
    """Whether no other issue is too near."""
    return all(abs(day - other) >= _APART for other in taken)


def _on_its_day(issue: Issue, days: Sequence[NextIssue], today: date) -> Issue:
    """The issue on a day of the calendar; as it is once it is published, late, or no day is left."""
    if issue.state is not IssueState.OPEN or issue.goes_out < today or not days:
        return issue
    nearest = min(days, key=lambda known: abs(known.goes_out - issue.goes_out))
    return replace(issue, goes_out=nearest.goes_out, cut_off=nearest.cut_off)


def _newest_numbers(kept: Iterable[Issue]) -> dict[int, int]:
    numbers: dict[int, int] = {}
    for issue in kept:
        numbers[issue.key.year] = max(issue.key.number, numbers.get(issue.key.year, 0))
    return numbers
