"""Which stretches of days do "half term", "the Easter hols", "spring 1" and "the new school year" name?

Holidays are the days on which schools are away; a "half term" is the week off, but "this half term" and
"the last Friday of half term" are the weeks of teaching on one side of it. All from the calendar, in order.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise

from app.domain.calendar import SchoolCalendar
from app.reading.times.date_forms import Place
from app.reading.times.date_words import W, pattern
from app.reading.times.school_terms import SEASONS, Span, half_terms, parts, parts_named, season

_DAY = timedelta(days=1)

_AWAY = r"(?:holidays?|hols|break|recess|vacation)"
_HALF_TERM = r"(?:(?:half|1/2|\x{00bd})[ -]?term|h/t\b)"
_SEASON = r"(?:aut(?:umn)?|spr(?:ing)?|sum(?:mer)?)"
HALF = (
    rf"(?:(?:(?:october|oct|february|feb|may|autumn|spring|summer|whitsun|whit){W})?{_HALF_TERM}"
    rf"(?:{W}(?:{_AWAY}|week))?|(?:october|oct|february|feb|whit(?:sun)?){W}{_AWAY}"
    rf"|may{W}(?:holidays|hols)|whit(?:sun)?{W}week)"
)
"""The week off in the middle of a term."""
HOLIDAYS = (
    rf"(?:(?:christmas|xmas|easter|summer|winter|festive){W}(?:school{W})?{_AWAY}"
    rf"|(?:school{W})?(?:holidays|hols)|summer{W}shut-?down|six(?:-|{W})weeks?'?{W}{_AWAY})"
)
"""The weeks between two terms."""
HALF_OF_TERM = (
    rf"(?:first|second|1st|2nd){W}half(?:[ -]?term(?:{W}of{W}(?:the{W})?(?:{_SEASON}{W})?term)?"
    rf"|{W}of{W}(?:the{W})?(?:{_SEASON}{W})?term)"
)
_WHICH = rf"(?:this|next|the{W}next|last|previous|current|coming|following|new|forthcoming|upcoming)"
TERM = (
    rf"(?:(?:half[ -]?)?term{W}?[1-6]\b|ht ?[1-6]|t[1-6]\b|{_SEASON}{W}?(?:term{W})?[12]\b"
    rf"|{HALF_OF_TERM}|{_WHICH}{W}half[ -]?term|(?:{_WHICH}{W})?(?:{_SEASON}{W})?term"
    rf"|(?:{_WHICH}{W})?(?:school|academic){W}year)"
)
"""A term, one of its halves, or a school year: the weeks of teaching."""
INSET = rf"(?:inset|in-?service|non-pupil|baker)(?:{W}day)?"
_HALF_NAME = pattern(HALF)
_AHEAD = frozenset({"next", "coming", "following", "new", "forthcoming", "upcoming"})
_BEHIND, NOW = frozenset({"last", "previous"}), frozenset({"this", "current"})
_HALVES = {"first": 1, "1st": 1, "second": 2, "2nd": 2}
_ENDED = {"eas": "spring", "sum": "summer", "six": "summer"}
_ENDED |= dict.fromkeys(("chr", "xma", "win", "fes"), "autumn")


def plain(words: str) -> str:
    """The words of a stretch, in small letters and without odd spaces, hyphens and articles."""
    words = " ".join(words.casefold().replace("-", " ").split())
    for short, written in _WRITTEN:
        words = short.sub(written, words)
    return words.removeprefix("the ")


_WRITTEN = (
    (pattern(r"(?:half|1/2|\x{00bd}) ?term|h/t\b"), "half term"),
    (pattern(r"\baut\b"), "autumn"),
    (pattern(r"\bspr\b"), "spring"),
    (pattern(r"\bsum\b"), "summer"),
    (pattern(r"\bt([1-6])\b"), r"term \1"),
)
"""What else terms are called in a hurry."""


def spans(words: str, place: Place, *, is_counted: bool = False) -> list[Span]:
    """All stretches of that name; of those with a season's name, only what is not over.

    `is_counted` tells that a week or a weekday is counted in it: of a half term those are taught.
    """
    words, calendar = plain(words), place.calendar
    if is_half(words) and not (is_counted and words == "half term"):
        return half_terms(words, calendar)
    if not is_away(words) or words == "half term":
        return _taught(words, place)
    named = season_before(words)
    between = pairwise(calendar.terms)
    return [(a.end + _DAY, b.start - _DAY) for a, b in between if named in {"", season(a)}]


def _taught(words: str, place: Place) -> list[Span]:
    """The school years, terms or halves of terms of that name."""
    calendar, first = place.calendar, words.split(" ", maxsplit=1)[0]
    named_parts = parts_named(words, place)
    if named_parts is not None:
        return named_parts
    if words.endswith("year"):
        return _which(first, _years(calendar), place)
    if first in _HALVES:
        number, named = _HALVES[first], next((s for s in SEASONS if s in words), "")
        ends = f"{named} {number}"
        return [s for name, s in parts(calendar) if name.endswith(ends) and s[1] >= place.today]
    if "half term" not in words:
        named = next((s for s in SEASONS if s in words), "")
        terms = [(t.start, t.end) for t in calendar.terms if named in {"", season(t)}]
        if named and first not in _BEHIND:
            return [s for s in terms if s[1] >= place.today]
        return _which(first, terms, place)
    return _which(first, [span for _, span in parts(calendar)], place)


def season_before(words: str) -> str:
    """The season of the term that ends before a holiday, by its plain name; "" when that does not tell."""
    return _ENDED.get(words[:3], "")


def is_half(words: str) -> bool:
    """Whether plain words name a week off in the middle of a term."""
    return words in {"whit", "whitsun"} or _HALF_NAME.fullmatch(words) is not None


def is_away(words: str) -> bool:
    """Whether plain words name days on which schools are away."""
    return is_half(words) or not words.rstrip(" 123456").endswith(("term", "year", "ht", *SEASONS))


def _which(first: str, found: list[Span], place: Place) -> list[Span]:
    """Only this one, the last that is over, or only those to come, where the first of the words says so."""
    if first in _BEHIND:
        return [span for span in found if span[1] < place.today][-1:]
    if first in _AHEAD:
        return [span for span in found if span[0] > place.today]
    return [span for span in found if span[1] >= place.today][:1] if first in NOW else found


def _years(calendar: SchoolCalendar) -> list[Span]:
    """The school years, from the first day of an autumn term to the last of the summer term."""
    found: list[Span] = []
    for term in calendar.terms:
        if season(term) == "autumn" or not found:
            found.append((term.start, term.end))
        found[-1] = (found[-1][0], term.end)
    return found


def ahead(days: Iterable[Span | None], place: Place) -> date | None:
    """The first day of the first stretch that is not over; of the last that has begun, when told as past."""
    known = [span for span in days if span is not None]
    if place.is_past:
        return next((first for first, _ in reversed(known) if first <= place.today), None)
    return next((first for first, last in known if last >= place.today), None)
