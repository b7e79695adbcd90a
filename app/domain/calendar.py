"""When do schools work, and when does the bulletin go out?

Date arithmetic only: terms, half terms, INSET days, issue days, cut-offs and working hours. All
times are in Europe/London. Outside the calendar's own terms the working week and the bank holidays
still hold, and there is no issue.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from app.domain.verdict import NextIssue

LONDON = ZoneInfo("Europe/London")
_DAY = timedelta(days=1)
_WEEK = timedelta(weeks=1)
_SEPTEMBER = 9
_FORTNIGHT = 15
_SHORTEST_SUMMER = timedelta(weeks=5)
_SUMMER_STARTS_BEFORE, _SUMMER_ENDS_AFTER = (8, 9), (6, 7)
_LONGEST_HOLIDAY = timedelta(weeks=7)
_EARLIEST, _LATEST = datetime(1970, 1, 1, tzinfo=UTC), datetime(9000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Hours:
    """The sending time against the working week. `next_morning` is when work starts again.

    `is_term` is false in half term and the holidays; weekends and bank holidays in a term are term.
    `closed_days` and `school_holidays` are the days of the coming fortnight, today included, on which
    offices are closed, and on which schools are away. `opens` and `closes` bound the working day.
    """

    is_working: bool
    is_term: bool
    next_morning: datetime
    closed_days: frozenset[date] = frozenset()
    school_holidays: frozenset[date] = frozenset()
    opens: time = time(8, 30)
    closes: time = time(17)


@dataclass(frozen=True, slots=True)
class Term:
    """One term, first and last day included. `half_term` is its week off, both ends included."""

    name: str
    start: date
    end: date
    half_term: tuple[date, date] | None = None

    def holds(self, day: date) -> bool:
        """Whether `day` lies between the first and the last day, half term and weekends included."""
        return self.start <= day <= self.end

    def is_half_term(self, day: date) -> bool:
        """Whether `day` lies in the half term."""
        return self.half_term is not None and self.half_term[0] <= day <= self.half_term[1]


class Break(StrEnum):
    """Why no issue goes out on an ordinary issue day."""

    HALF_TERM = "half-term"
    HOLIDAY = "holiday"
    BEYOND_CALENDAR = "beyond-calendar"


@dataclass(frozen=True, slots=True)
class SchoolCalendar:
    """The school years an organisation has entered, its bulletin's rhythm and its working week.

    Weekdays count from Monday, which is 0. The cut-off lies `cut_off_days_before` working days
    before an issue. Terms are in order and do not overlap.
    """

    terms: tuple[Term, ...]
    inset_days: frozenset[date]
    bank_holidays: frozenset[date]
    issue_weekday: int
    cut_off_days_before: int
    cut_off_at: time
    working_days: frozenset[int]
    opens: time
    closes: time

    @property
    def last_day(self) -> date | None:
        """The last day of the last term; None when no term is entered."""
        return self.terms[-1].end if self.terms else None

    def term_of(self, day: date) -> Term | None:
        """The term that `day` lies in, half term and weekends included."""
        return next((term for term in self.terms if term.holds(day)), None)

    def term_after(self, day: date) -> Term | None:
        """The first term that starts after `day`."""
        return next((term for term in self.terms if term.start > day), None)

    def is_working_day(self, day: date) -> bool:
        """Whether offices work: a day of the working week and no bank holiday."""
        return day.weekday() in self.working_days and day not in self.bank_holidays

    def is_term_day(self, day: date) -> bool:
        """Whether schools are staffed: in a term, not half term, a working day.

        An INSET day counts: staff are at work and read their mail, so the bulletin goes out.
        """
        term = self.term_of(day)
        return term is not None and not term.is_half_term(day) and self.is_working_day(day)

    def is_pupil_day(self, day: date) -> bool:
        """Whether pupils are in school: a term day that is no INSET day."""
        return self.is_term_day(day) and day not in self.inset_days

    def is_holiday(self, day: date) -> bool:
        """Whether schools are surely away: half term, between terms, or the summer beside the years entered.

        That summer is only the weeks that no summer holiday falls short of. False where no dates are known.
        """
        term = self.term_of(day)
        if term is not None or not self.terms:
            return term is not None and term.is_half_term(day)
        first, last = self.terms[0].start, self.terms[-1].end
        if day < first:
            return first.month in _SUMMER_STARTS_BEFORE and first - _SHORTEST_SUMMER <= day
        return day < last or (last.month in _SUMMER_ENDS_AFTER and day <= last + _SHORTEST_SUMMER)

    def add_working_days(self, day: date, days: int) -> date:
        """The `days`-th working day after `day` (before it, when negative); zero is `day` itself."""
        step = _DAY if days >= 0 else -_DAY
        for _ in range(abs(days)):
            day += step
            while not self.is_working_day(day):
                day += step
        return day

    def hours(self, at: datetime) -> Hours:
        """The moment `at` against the working week and the terms."""
        local = in_london(at)
        day, clock = local.date(), local.time()
        is_today = self.is_working_day(day)
        ahead = [day + _DAY * n for n in range(_FORTNIGHT)]
        morning = day if is_today and clock < self.opens else self.add_working_days(day, 1)
        return Hours(
            is_working=is_today and self.opens <= clock < self.closes,
            is_term=not self.is_holiday(day),
            next_morning=datetime.combine(morning, self.opens, LONDON),
            closed_days=frozenset(d for d in ahead if not self.is_working_day(d)),
            school_holidays=frozenset(d for d in ahead if self.is_holiday(d)),
            opens=self.opens,
            closes=self.closes,
        )

    def issue_days(self) -> tuple[date, ...]:
        """Every day on which an issue goes out."""
        return tuple(self._issue_days(self.terms[0].start)) if self.terms else ()

    def issues(self, since: date | None = None) -> Iterator[NextIssue]:
        """Every issue that the calendar knows, in order, numbered from 1 in each school year.

        School years run from September to August; with `since` only its year and later ones are told.
        """
        if not self.terms:
            return
        first, number, year = self.terms[0].start, 0, 0
        for goes_out in self._issue_days(max(_first_of_year(since), first) if since else first):
            number = number + 1 if year == school_year(goes_out) else 1
            year = school_year(goes_out)
            yield NextIssue(number, goes_out, self._cut_off(goes_out))

    def next_issue(self, now: datetime) -> NextIssue | None:
        """The first issue whose cut-off is after `now`; None beyond the last term, or long before the first.

        Issues are weekly in term time.
        """
        today = in_london(now).date()
        if not self.terms or today < self.terms[0].start - _LONGEST_HOLIDAY:
            return None
        return next((known for known in self.issues(today) if known.cut_off.astimezone(UTC) > now), None)

    def missing_issue(self, now: datetime) -> Break | None:
        """Why the issue of the ordinary weekly rhythm does not go out; None when it does.

        The ordinary issue is the first issue day whose cut-off is after `now`, term or not.
        """
        now = in_london(now)
        day = now.date()
        day += _DAY * ((self.issue_weekday - day.weekday()) % 7) - _WEEK
        while self._cut_off(self._issue_day(day)).astimezone(UTC) <= now:
            day += _WEEK
        return self._why_none(self._issue_day(day), now)

    def missing_this_week(self, now: datetime) -> Break | None:
        """Why no issue goes out this week, or from its issue day's end on the next; None when one does."""
        today = in_london(now).date()
        day = today + _DAY * ((self.issue_weekday - today.weekday()) % 7)
        return self._why_none(self._issue_day(day), now)

    def _why_none(self, goes_out: date, now: datetime) -> Break | None:
        if self.is_term_day(goes_out):
            return None
        if self.next_issue(now) is None:
            return Break.BEYOND_CALENDAR
        term = self.term_of(goes_out)
        return Break.HALF_TERM if term is not None and term.is_half_term(goes_out) else Break.HOLIDAY

    def _issue_days(self, start: date) -> Iterator[date]:
        """The days of issue from the week of `start` to the end of the calendar."""
        day = start - _DAY * start.weekday() + _DAY * self.issue_weekday
        while day <= self.terms[-1].end + _WEEK:
            goes_out = self._issue_day(day)
            if goes_out >= start and self.is_term_day(goes_out):
                yield goes_out
            day += _WEEK

    def _issue_day(self, day: date) -> date:
        """The day itself, or the working day before it when it is a bank holiday."""
        return self.add_working_days(day, -1) if day in self.bank_holidays else day

    def _cut_off(self, goes_out: date) -> datetime:
        day = self.add_working_days(goes_out, -self.cut_off_days_before)
        return datetime.combine(day, self.cut_off_at, LONDON)


def in_london(at: datetime) -> datetime:
    """The aware moment `at` in Europe/London, brought into the years in which arithmetic is safe."""
    return min(max(at, _EARLIEST), _LATEST).astimezone(LONDON)


def day_in_words(day: date) -> str:
    """``Friday 5 December``."""
    return f"{day:%A} {day.day} {day:%B}"


def school_year(day: date) -> int:
    """The year in which the school year of `day` began."""
    return day.year if day.month >= _SEPTEMBER else day.year - 1


def _first_of_year(day: date) -> date:
    return date(school_year(day), _SEPTEMBER, 1)
