"""Which days begin and end a term, one of its halves ("Term 3", "autumn 2") and the half terms between them?

All from the calendar: of each name the one that is not over yet. What the calendar does not know (a term
beyond its years) is no date.
"""

from datetime import date
from typing import TypeAlias

from app.domain.calendar import SchoolCalendar, Term
from app.reading.times.date_forms import Place
from app.reading.times.date_words import pattern

Span: TypeAlias = tuple[date, date]
SEASONS = ("autumn", "spring", "summer")
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


def parts(calendar: SchoolCalendar) -> list[tuple[str, Span]]:
    """The halves of all terms by name ("spring 2"): the weeks of teaching between two breaks."""
    found: list[tuple[str, Span]] = []
    for term in calendar.terms:
        if term.half_term is None:
            found.append((season(term), (term.start, term.end)))
            continue
        first, last = term.half_term
        found.append((f"{season(term)} 1", (term.start, calendar.add_working_days(first, -1))))
        found.append((f"{season(term)} 2", (calendar.add_working_days(last, 1), term.end)))
    return found


def parts_named(words: str, place: Place) -> list[Span] | None:
    """The parts of that name that are not over; None where it names none.

    Councils count six a year: "term 3" is the first half of the spring term.
    """
    said = _PART.fullmatch(words)
    if said is None:
        return None
    number = int(said["n"])
    if said["season"] and number > 2:  # noqa: PLR2004 - a term has two halves
        return []
    named = f"{said['season'] or SEASONS[(number - 1) // 2]} {(number - 1) % 2 + 1}"
    return [span for name, span in parts(place.calendar) if name == named and span[1] >= place.today]


def edge_of_term(what: str, ahead: bool, is_end: bool, place: Place) -> date | None:
    """The first or last day of "term", "spring term", "half term", "term 3" or "autumn 2"."""
    calendar, today = place.calendar, place.today
    halves_told = parts_named(what, place)
    if halves_told is not None:
        return next((end if is_end else start for start, end in halves_told), None)
    named = next((s for s in SEASONS if s in what), "")
    if named:
        term = next((t for t in calendar.terms if t.end >= today and named == season(t)), None)
    else:
        term = calendar.term_of(today)
        term = calendar.term_after(today) if ahead or term is None or not is_end else term
    if term is None:
        return None
    if "half" in what and not named and not is_end:
        halves = [t.half_term for t in calendar.terms if t.half_term and t.half_term[1] >= today]
        if not halves:
            return None
        return calendar.add_working_days(halves[0][1], 1) if ahead else halves[0][0]
    if "half" in what and is_end and not named and term.half_term and today < term.half_term[0]:
        return calendar.add_working_days(term.half_term[0], -1)
    return term.end if is_end else term.start
