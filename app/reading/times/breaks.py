"""When does the bare name of a break mean its days: "closed over half term", "in the Christmas holidays"?

Where something happens in it. A greeting ("have a lovely half term"), a name that belongs to the next word
("half term club") and one whose days are told beside it ("over half term, Monday to Wednesday") are none.
Such days are a break (``DateRole.BREAK``): nothing is asked for by them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice

from app.domain.calendar import SchoolCalendar
from app.domain.reading import DateMention, DateRole
from app.reading.times.anchors import Anchor
from app.reading.times.date_forms import IS_CLOSED, Place, follows_date
from app.reading.times.date_words import W, pattern
from app.reading.times.deadlines import Clause, clause_around
from app.reading.times.named_days import days_called
from app.reading.times.school_spans import ahead, is_away, is_half, plain, spans
from app.reading.times.school_terms import Span

_DAY = timedelta(days=1)
_BESIDE, _SOON = timedelta(days=4), timedelta(days=183)
_MOST = 50
_WHOLE = rf"(?:{W}(?:the|our|your|their|this|whole|entire|all|of|coming|upcoming|forthcoming|two{W}weeks?))*"
_OVER = pattern(
    r"\b(?:over|during|throughout|through|across|all"
    rf"|whole{W}of|entire|(?:course|duration|length|week){W}of){_WHOLE}{W}$"
)
_IN = pattern(
    rf"\b(?:in|within|for|except|outside|(?:is|are|am|was|were|be|'s|'re|'m){W}on)"
    rf"(?:{W}the|{W}our)?(?:{W}(?:one|two|1|2)(?:{W}|-)weeks?)?{W}$"
)
_AT = pattern(rf"\bat(?:{W}the)?{W}$")
_STATE = pattern(
    rf"\b(?:off|away|closed|shut|open|free|abroad|leave|booked|available|unavailable|or|not){W}(?:the{W})?$"
)
_OPENS = pattern(r"(?:^|[.!?;:,\n(-])\s*(?:the\s+)?$")
_IS_WHEN = pattern(r"^ (?:is|are) (?:when|the (?:only )?time)\b|^ (?:we|they|i)(?:'ll| will| are|'re)?\b")
_PERIOD = pattern(
    rf"\b(?:over|during|throughout|across){W}(?:the{W})?(?P<name>christmas|xmas|festive|easter|summer)\b"
)
_WEEKEND = pattern(
    rf"\b(?:over|during|throughout|for|on|at|across){W}(?:the{W})?"
    rf"(?P<name>(?:easter{W}(?:bank{W}holiday{W})?|bank{W}holiday{W})weekend)\b"
)
_OF_DAY = pattern(r"^ (?:day|eve|sunday|monday|saturday|friday|weekend|bank|term|bonnet|uniform)\b")
_GENERAL = frozenset({"holidays", "hols", "school holidays", "school hols", "holiday"})
_THE = pattern(rf"\b(?:over|during|throughout|across){W}(?:the|our){W}$")
_LEAVES = pattern(
    r"\b(?:break|broke|brake|finish|stop|leav|left|go|goes|going|gone|went|ready|wait|dat(?:e|es)"
    r"|count\w*|hop|homework)"
    r"(?:s|es|ing|ed|e|ning)?(?: up| off| down| home| early| again| set)* (?:for|at) (?:the )?$"
)
_GREETS = pattern(
    r"\b(?:enjoy\w*|(?:hope|trust|hoping)(?: that)? (?:you|everyone|everybody|all|the|your)|wish(?:ing)?\b"
    r"|have a(?:n|ll)? (?:\w+,? ){0,4}(?:rest|break|time|half|week|holiday|one|fun)|happy|merry|stay safe"
    r"|take care|keep (?:well|safe)|recharge|rest up|well-?earned|well-?deserved|look\w* forward)\b"
    r"[^.!?\n]{0,60}$"
)
_THANKS = pattern(r"\b(?:thanks|thank you|thx)\b")
_IS_NOUN = pattern(
    r"^(?:'|s\b| (?:clubs?|camps?|reports?|rates?|cover|homework|timetable|rota|opening|arrangements"
    r"|activit\w+|provision|childcare|programme|schemes?|hours|dates|pay|packs?|project|work|menu|planner)\b)"
)


@dataclass(frozen=True, slots=True)
class _Name:
    """Where a break is named, and by which words of the calendar."""

    start: int
    end: int
    words: str
    is_season: bool = False
    """Whether only its season is told: "over the summer" is one that is neither over nor far ahead."""


def with_breaks(
    text: str, now: datetime, calendar: SchoolCalendar, named: Iterable[Anchor], found: Iterable[DateMention]
) -> list[DateMention]:
    """The dates in order, with the first and the last day of each break whose name stands for its days."""
    told = list(found)
    for name in islice(_names(text, named), _MOST):
        if any(d.start < name.end and d.end > name.start for d in told):
            continue
        clause = clause_around(text, name.start, name.end)
        span = _meant(name, Place(clause, now, calendar, is_deadline=False))
        if span is not None and not _is_told_beside(clause, name, span, told):
            told += [DateMention(name.start, name.end, day, DateRole.BREAK) for day in span]
    return sorted(told, key=lambda d: d.start)


def _names(text: str, named: Iterable[Anchor]) -> Iterator[_Name]:
    for anchor in named:
        words = plain(anchor.words["of"] or "")
        if words and is_away(words) and not anchor.is_date:
            yield _Name(anchor.start, anchor.end, words)
    for match in _PERIOD.finditer(text):
        if not _OF_DAY.search(text[match.end() : match.end() + 12]):
            season = match["name"].casefold()
            yield _Name(match.start(1), match.end(1), f"{season} holidays", is_season=season == "summer")
    for match in _WEEKEND.finditer(text):
        yield _Name(match.start(1), match.end(1), plain(match["name"]))


def _meant(name: _Name, place: Place) -> Span | None:
    """The first and the last day of the break; None where its name does not stand for its days."""
    before, after = place.clause.before, place.clause.after
    if not _happens_in(name.words, place.clause) or _GREETS.search(before) or _IS_NOUN.search(after):
        return None
    known = _weekends(name.words, place) if name.words.endswith("weekend") else spans(name.words, place)
    if _THANKS.search(before):
        return next((span for span in reversed(known) if span[0] <= place.today), None)
    first = ahead(known, place)
    is_none = name.is_season and (place.is_past or first is None or first > place.today + _SOON)
    return None if is_none else next((span for span in known if span[0] == first), None)


def _weekends(words: str, place: Place) -> list[Span]:
    """Those of Easter, from Good Friday to its Monday, or those that a bank holiday ends."""
    name, length = ("easter monday", 3) if words.startswith("easter") else ("bank holiday monday", 2)
    return [(day - length * _DAY, day) for day in days_called(name, place)]


def _happens_in(words: str, clause: Clause) -> bool:
    """Whether the words beside the name say that something happens in its days."""
    before, after = clause.before, clause.after
    if words in _GENERAL:
        return _THE.search(before) is not None
    if _OVER.search(before) or words.endswith("weekend"):
        return True
    if not IS_CLOSED.search(after):
        return _OPENS.search(before) is not None and _IS_WHEN.search(after) is not None
    if _IN.search(before):
        return _LEAVES.search(before) is None
    if _OPENS.search(before):
        return _IS_WHEN.search(after) is not None
    is_at = is_half(words) and _AT.search(before) and not _LEAVES.search(before)
    return bool(is_at or _STATE.search(before) or words.endswith(" week"))


def _is_told_beside(clause: Clause, name: _Name, span: Span, found: Iterable[DateMention]) -> bool:
    """Whether the sentence tells days in the break, or those around it, by themselves."""
    start, end = name.start - len(clause.before), name.end + len(clause.after)
    first, last = span[0] - _BESIDE, span[1] + _BESIDE
    inside = (d.day for d in found if start <= d.start and d.end <= end and d.role is not DateRole.BREAK)
    return follows_date(clause.after) or any(first <= day <= last for day in inside)
