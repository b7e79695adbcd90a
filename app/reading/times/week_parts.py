"""Which days do "by the weekend", "early next week", "mid-month" and "please reply this week" mean?

The end of a week is its last working day, its early part the Monday and its middle the Wednesday; of a
month they are the last day, the first and the 15th. A plain "next week" is no date unless something is
asked for by it.
"""

from datetime import date, timedelta

from app.reading.times.date_forms import ENDS_HERE, IS_CLOSED, Day, Form, Groups, Place
from app.reading.times.date_words import LONG_MON, LONG_MONTHS, W, end_of_month, pattern
from app.reading.times.periods import middle, period
from app.reading.times.school_terms import Span

_DAY, _WEEK = timedelta(days=1), timedelta(weeks=1)


def last_of_week(place: Place, *, is_next: bool = False) -> date:
    """The last working day of this week, or of the next one: at a weekend this week is over."""
    last = max(place.calendar.working_days, default=4)
    monday = place.today - _DAY * place.today.weekday()
    return monday + _WEEK * (is_next or place.today.weekday() > last) + _DAY * last


def _weekend(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "by the weekend": the last working day before it."""
    day = last_of_week(place, is_next=groups["which"].casefold() == "next")
    return (Day(day, skip=len(groups["cue"])),)


def _this_week(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "by next week", "please reply this week"."""
    if not place.is_deadline:
        return ()
    return (Day(last_of_week(place, is_next=groups["which"].casefold() == "next")),)


def _part_of_period(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "early next week", "later in the week", "the middle of last month"."""
    way = groups["period"].casefold()
    if groups["part"].casefold() == "late" and _LATE_BY.search(place.clause.before):
        return ()
    days = (_part(groups["part"].casefold(), span) for span in _periods(way, place))
    is_over = way.startswith(("last", "previous"))
    day = next((day for day in days if is_over or day > place.today), None)
    return () if day is None else (Day(day, is_start=is_over),)


_LATE_BY = pattern(r"\b(?:an?|two|three|four|five|few|couple of|\d+) (?:minute|hour|day|week|month)s? $")
"""As in "a day late this month"."""


def _periods(words: str, place: Place) -> list[Span]:
    """The days of a period; those of this week from its end on are those of the next."""
    if words in {"this week", "next week"}:
        last = last_of_week(place, is_next=words == "next week")
        return [(last - _DAY * last.weekday(), last)]
    return period(words, place.today)


def _part(part: str, span: Span) -> date:
    if part.startswith(("early", "first")):
        return span[0]
    return middle(span) if "mid" in part or part.startswith("half") else span[1]


def _is_out(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "before the week is out" and "by the month's end"."""
    ((_, last),) = _periods(f"this {(groups['period'] or groups['other']).casefold()}", place)
    return (Day(last),) if last > place.today else ()


def _mid_week(_groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "by midweek", but not "midweek fixtures"."""
    (week,) = _periods("this week", place)
    day = middle(week)
    return (Day(day),) if day > place.today and ENDS_HERE.search(place.clause.after) else ()


def _whole_month(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "throughout August", but not "throughout February half term": its first and last day."""
    if not IS_CLOSED.search(place.clause.after):
        return ()
    number, today = LONG_MONTHS[groups["m"].casefold()], place.today
    first = date(int(groups["y"]) if groups["y"] else today.year, number, 1)
    if not groups["y"]:
        away = -(first > today) if place.is_past else int(end_of_month(first) < today)
        first = first.replace(year=first.year + away)
    named = groups["all"].casefold().rindex(groups["m"].casefold())
    last = Day(end_of_month(first), skip=named, has_year=bool(groups["y"]))
    return Day(first, stop=named - 1, has_year=bool(groups["y"]), is_start=True), last


FORMS: tuple[Form, ...] = (
    Form(rf"(?P<cue>(?:by|before|until|till?){W})(?P<which>the|this|next){W}weekend", _weekend),
    Form(
        rf"(?:the{W})?(?P<part>early(?:{W}(?:part|half|doors))?|first{W}(?:part|half)|late|later(?:{W}(?:part|half))?"
        rf"|latter(?:{W}(?:part|half|end))?|second{W}half|back{W}(?:end|half)|tail{W}end|mid|middle"
        rf"|(?:half-?way|mid-?way|half){W}through)(?:{W}|-)"
        rf"(?:(?:of|in|on){W})?(?P<period>(?:next|this|last|the){W}(?:week|month)(?:{W}(?:after{W}next|before{W}last))?)\b",
        _part_of_period,
    ),
    Form(rf"mid(?:{W}|-)?week\b", _mid_week),
    Form(
        rf"(?:before|by{W}the{W}time){W}the{W}(?P<period>week|month|year){W}is{W}(?:out|over|up)\b"
        r"|(?:by|before|until) (?:the )?(?P<other>week|month|year)'s end\b",
        _is_out,
    ),
    Form(rf"(?P<which>this|next){W}week", _this_week, asks=True),
    Form(
        rf"(?:throughout|(?:the{W})?whole{W}of|all{W}of|all{W}through|right{W}through){W}(?P<m>{LONG_MON})\b(?:{W}(?P<y>20\d\d)\b)?",
        _whole_month,
    ),
)
