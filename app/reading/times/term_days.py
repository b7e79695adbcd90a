"""Which days do "the first week of term", "the end of the Easter holidays" and "when we break up" mean?

Counted inside a term, at the edges of a holiday, and by what a school does then. A week is told by its
Monday, as "w/c" is, or by the first day of term in it.
"""

from datetime import date, timedelta
from itertools import pairwise

from app.domain.calendar import Term
from app.reading.times.date_forms import Day, Form, Groups, Place, follows_date
from app.reading.times.date_words import MON, MONTHS, WD, WEEKDAYS, W, pattern
from app.reading.times.school_terms import season

_DAY, _WEEK = timedelta(days=1), timedelta(weeks=1)
_COUNTED = {"first": 0, "1st": 0, "second": 1, "2nd": 1, "third": 2, "3rd": 2, "fourth": 3, "4th": 3}
_BACK = {"last": 0, "final": 0, "penultimate": 1}
_BEFORE = {"eas": "spring", "chr": "autumn", "xma": "autumn", "sum": "summer"}
"""The term that ends before a holiday."""


def _term(groups: Groups, place: Place) -> Term | None:
    """The term that is named: of its season, the next one, or that of today."""
    name, terms = groups["term"].casefold(), place.calendar.terms
    if name in {"autumn", "spring", "summer"}:
        return next((t for t in terms if t.end >= place.today and season(t) == name), None)
    is_over = groups["count"].casefold() in _COUNTED
    now = None if name == "next" else place.calendar.term_of(place.today)
    return place.calendar.term_after(place.today) if now is None or (is_over and name != "this") else now


def _in_term(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "the second week of the summer term" and "the final Friday of term"."""
    term, count, unit = _term(groups, place), groups["count"].casefold(), groups["unit"].casefold()
    if term is None:
        return ()
    step = _COUNTED.get(count, -_BACK.get(count, 0))
    edge = term.start if count in _COUNTED else term.end
    if unit == "week":
        monday = edge - _DAY * edge.weekday() + _WEEK * step
        return (Day(max(monday, term.start)),)
    weekday = WEEKDAYS.get(unit)
    if weekday is None:
        return (Day(place.calendar.add_working_days(edge, step) if step else edge),)
    way = 1 if count in _COUNTED else -1
    return (Day(edge + _DAY * (way * ((weekday - edge.weekday()) * way % 7)) + _WEEK * step),)


def _holiday(groups: Groups, place: Place) -> tuple[date, date] | None:
    """The first and last day of the next holiday of that name that is not over."""
    named, terms = _BEFORE[groups["feast"].casefold()[:3]], place.calendar.terms
    for before, after in pairwise(terms):
        if season(before) == named and after.start > place.today:
            return before.end + _DAY, after.start - _DAY
    return None


def _edge_of_holiday(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "the start of the summer holidays"."""
    days = _holiday(groups, place)
    if days is None:
        return ()
    is_end = groups["edge"].casefold().startswith(("end", "last", "final"))
    return (Day(days[1] if is_end else days[0]),)


def _after_holiday(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "after the Easter holidays": the first day of the term that follows."""
    days = _holiday(groups, place)
    return () if days is None else (Day(days[1] + _DAY),)


_IS_TOLD = pattern(rf"^[^.!?\n]{{0,30}} is (?:on )?(?:the )?(?:{WD}\b\.? )?(?:the )?\d")


def _first_back(_groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "the first day back": after half term or after the holidays, unless its date is told beside it."""
    if _IS_TOLD.search(place.clause.after):
        return ()
    calendar = place.calendar
    halves = [t.half_term[1] for t in calendar.terms if t.half_term and t.half_term[1] >= place.today]
    days = [calendar.add_working_days(last, 1) for last in halves[:1]]
    term = calendar.term_after(place.today)
    days += [term.start] if term is not None else []
    return (Day(min(days)),) if days else ()


def _break_up(_groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "when we break up": the last day before the next half term or holiday."""
    term = place.calendar.term_of(place.today) or place.calendar.term_after(place.today)
    if term is None or follows_date(place.clause.after) or place.clause.after.startswith(" on "):
        return ()
    if term.half_term and place.today < term.half_term[0]:
        return (Day(place.calendar.add_working_days(term.half_term[0], -1)),)
    return (Day(term.end),)


def _inset_of(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "the June INSET day" and "the INSET day in June"."""
    month = MONTHS[(groups["m"] or groups["m2"]).casefold()]
    ahead = sorted(day for day in place.calendar.inset_days if day >= place.today and day.month == month)
    return (Day(ahead[0]),) if ahead else ()


_FEAST = rf"(?P<feast>easter|christmas|xmas|summer){W}(?:holidays?|break|vacation|hols)"
_COUNT = r"(?P<count>first|second|third|fourth|1st|2nd|3rd|4th|last|final|penultimate)"
FORMS: tuple[Form, ...] = (
    Form(
        rf"(?:the{W})?{_COUNT}{W}(?:full{W}|school{W})?(?P<unit>week|day|{WD}){W}(?:of|in){W}(?:the{W})?"
        rf"(?:(?P<term>this|next|autumn|spring|summer){W})?term\b",
        _in_term,
    ),
    Form(
        rf"(?:the{W})?(?P<edge>start|beginning|end|(?:last|first|final){W}(?:day"
        rf"|weekend)){W}of{W}(?:the{W})?{_FEAST}\b",
        _edge_of_holiday,
    ),
    Form(rf"after{W}(?:the{W})?{_FEAST}\b", _after_holiday),
    Form(rf"(?:the{W}|our{W})?(?:first|1st){W}(?:day|morning){W}back\b", _first_back),
    Form(rf"(?:when|(?:by{W})?the{W}(?:day|{WD})|before|by{W}the{W}time){W}we{W}break{W}up\b", _break_up),
    Form(
        rf"(?:the{W})?(?:(?P<m>{MON}){W}inset(?:{W}day)?|inset{W}day{W}in{W}(?P<m2>{MON}))\b",
        _inset_of,
    ),
)
