"""Which days begin and end a term, one of its halves ("Term 3", "autumn 2") and the half terms between them?

All from the calendar: of each name the one that is not over yet. What the calendar does not know (a term
beyond its years) is no date.
"""

from datetime import date

from app.domain.calendar import SchoolCalendar, Term
from app.reading.times.date_forms import Place
from app.reading.times.date_words import pattern

_SEASONS = ("autumn", "spring", "summer")
_SUMMER_ENDS, _SPRING_ENDS = (6, 7), (3, 4)
_HALVES = {"october": (10, 11), "autumn": (10, 11), "february": (2,), "spring": (2,)}
_HALVES |= {"oct": (10, 11), "feb": (2,)}
_HALVES |= {"may": (5, 6), "summer": (5, 6), "whit": (5, 6), "whitsun": (5, 6)}
_PART = pattern(r"(?:(?P<season>autumn|spring|summer)(?: term)?|(?:half )?term|ht) ?(?P<n>[1-6])")


def season(term: Term) -> str:
    """The usual name of a term, by the month it ends in."""
    if term.end.month in _SUMMER_ENDS:
        return "summer"
    return "spring" if term.end.month in _SPRING_ENDS else "autumn"


def half_terms(words: str, calendar: SchoolCalendar) -> list[tuple[date, date]]:
    """The half terms, first and last day; only its own where `words` name a season ("may half term")."""
    months = _HALVES.get(words.split(" ", maxsplit=1)[0])
    halves = [term.half_term for term in calendar.terms if term.half_term]
    return [half for half in halves if months is None or half[0].month in months]


def edge_of_term(what: str, ahead: bool, is_end: bool, place: Place) -> date | None:
    """The first or last day of "term", "spring term", "half term", "term 3" or "autumn 2"."""
    calendar, today = place.calendar, place.today
    part = _PART.fullmatch(what)
    if part is not None:
        return _edge_of_part(part.groupdict(""), is_end, place)
    named = next((s for s in _SEASONS if s in what), "")
    if named:
        term = next((t for t in calendar.terms if t.end >= today and named == season(t)), None)
    else:
        term = calendar.term_of(today)
        term = calendar.term_after(today) if ahead or term is None or not is_end else term
    if term is None:
        return None
    if "half" in what and ahead and not named and not is_end:
        halves = [t.half_term[1] for t in calendar.terms if t.half_term and t.half_term[1] >= today]
        return calendar.add_working_days(halves[0], 1) if halves else None
    if "half" in what and is_end and not named and term.half_term and today < term.half_term[0]:
        return calendar.add_working_days(term.half_term[0], -1)
    return term.end if is_end else term.start


def _edge_of_part(said: dict[str, str], is_end: bool, place: Place) -> date | None:
    """Of six parts a year, as councils count them: "term 3" is the first half of the spring term."""
    number = int(said["n"])
    if said["season"] and number > 2:  # noqa: PLR2004 - a term has two halves
        return None
    named = said["season"] or _SEASONS[(number - 1) // 2]
    is_first = number % 2 == 1
    for term in place.calendar.terms:
        if season(term) != named or term.half_term is None:
            continue
        first = (term.start, place.calendar.add_working_days(term.half_term[0], -1))
        second = (place.calendar.add_working_days(term.half_term[1], 1), term.end)
        start, end = first if is_first else second
        if end >= place.today:
            return end if is_end else start
    return None
