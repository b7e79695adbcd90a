"""Which days do "the Friday we break up", "the first week back" and "after the Easter hols" mean?

Told by what schools do: they break up on the last day before a half term or a holiday, and are back on the
first day after it. Where the date stands beside it ("we break up on 18 December") it is left to that.
"""

from datetime import date, timedelta

from app.reading.times.counting import COUNT
from app.reading.times.date_forms import Day, Form, Groups, Place, follows_date
from app.reading.times.date_words import MON, MONTHS, WD, WEEKDAYS, W, pattern
from app.reading.times.school_spans import (
    HALF,
    HOLIDAYS,
    TERM,
    ahead,
    is_half,
    plain,
    season_before,
    spans,
)
from app.reading.times.school_terms import Span, half_terms, parts, season
from app.reading.times.term_days import ROW, UNIT, counted_unit, in_week_of, week_of

_DAY = timedelta(days=1)
_SUBJECT = (
    rf"(?:we|you|they|i|(?:the{W})?(?:schools?|pupils|children|kids|staff|students|everyone|everybody))"
    rf"(?:{W}(?:all|both))?"
)
_TIME_OFF = rf"(?:{HOLIDAYS}|{HALF}|christmas|xmas|easter|summer|whitsun|whit)"
BREAKS_UP = (
    rf"{_SUBJECT}{W}(?:(?:breaks?|brakes?){W}up(?:{W}for{W}(?:the{W})?{_TIME_OFF})?"
    rf"|(?:finish(?:es)?|close|stop|shut|leave){W}for{W}(?:the{W})?{_TIME_OFF})\b"
)
TURNS = rf"(?:starts?|begins?|resumes?|restarts?|ends?|finishes|closes|(?:is|are){W}over)"
_FROM = rf"(?:after|from|following){W}(?:the{W})?(?P<from>{_TIME_OFF})"
_IN = rf"in{W}(?P<m>{MON})"
IS_BACK = (
    rf"{_SUBJECT}(?:(?:'re|{W}are|'m|{W}am){W}(?:all{W})?back|{W}(?:go|get|come){W}back|{W}returns?"
    rf"|{W}(?:re-?opens?|restarts?|starts?{W}(?:back|again)))"
    rf"(?:{W}(?:in|to|at){W}school)?"
)
_FOR = pattern(r"\bfor (.+)$")
_ON_A_DAY = pattern(r"^ (?:on|from|to|in|with|again)\b")
_NEXT = {"spring": "summer", "autumn": "spring", "summer": "autumn"}


def break_ups(words: str, place: Place) -> list[Span]:
    """The weeks of teaching before each break that "we break up for the summer" may mean, in order."""
    told = _FOR.search(plain(words))
    what = plain(told.group(1)) if told else ""
    named, found = season_before(what), [span for _, span in parts(place.calendar)]
    if is_half(what):
        starts = {first for first, _ in half_terms(what, place.calendar)}
        return [s for s in found if any(s[1] < first <= s[1] + 4 * _DAY for first in starts)]
    if what:
        ends = {t.end for t in place.calendar.terms if named in {"", season(t)}}
        return [s for s in found if s[1] in ends]
    return found


def break_up(words: str, place: Place) -> date | None:
    """The last day before a break."""
    days = [(last, last) for _, last in break_ups(words, place)]
    return ahead(days, place)


def _breaks_up(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "when we break up", "the Friday we break up" and "the week we break up"."""
    day = break_up(groups["what"], place)
    if day is None or follows_date(place.clause.after) or place.clause.after.startswith(" on "):
        return ()
    unit = groups["unit"].casefold()
    monday = day - _DAY * day.weekday()
    if unit == "week":
        return (Day(monday),)
    return (Day(monday + _DAY * WEEKDAYS[unit] if unit in WEEKDAYS else day),)


def _returns(groups: Groups, place: Place) -> list[Span]:
    """The weeks of teaching that begin with a return: after that holiday, or in that month."""
    what, calendar = plain(groups["from"]), place.calendar
    found = [span for _, span in parts(calendar)]
    starts = {t.start for t in calendar.terms}
    if is_half(what):
        ends = [last for _, last in half_terms(what, calendar)]
        found = [s for s in found if any(last < s[0] <= last + 4 * _DAY for last in ends)]
    elif what:
        follows = _NEXT.get(season_before(what), "")
        starts = {t.start for t in calendar.terms if follows in {"", season(t)}}
        found = [s for s in found if s[0] in starts]
    if groups["m"]:
        found = [s for s in found if s[0].month == MONTHS[groups["m"].casefold()]]
    return [s for s in found if s[0] >= place.today or place.is_past]


def _first_back(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "the second week back after Christmas", "the first Monday back", "the first day back"."""
    if _IS_TOLD.search(place.clause.after):
        return ()
    day = ahead([counted_unit(groups, span, place) for span in _returns(groups, place)], place)
    return () if day is None else (Day(day),)


_IS_TOLD = pattern(rf"^[^.!?\n]{{0,30}} is (?:on )?(?:the )?(?:{WD}\b\.? )?(?:the )?\d")


def _weekdays_back(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "the Wednesday of the first week back"."""
    weeks = [counted_unit({**groups, "unit": "week"}, span, place) for span in _returns(groups, place)]
    return in_week_of(groups, ahead(weeks, place))


def _when_back(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "the Tuesday we're back" and "when we're back after half term"."""
    first = ahead(_returns(groups, place), place)
    if first is None or follows_date(place.clause.after) or _ON_A_DAY.search(place.clause.after):
        return ()
    unit = groups["unit"].casefold()
    if unit in WEEKDAYS:
        return (Day(first + _DAY * ((WEEKDAYS[unit] - first.weekday()) % 7)),)
    return (Day(week_of((first, first), 0)[0] if unit == "week" else first),)


def back(words: str, place: Place) -> list[date]:
    """The days on which "we go back after Easter" may be, in order."""
    return [first for first, _ in returns_told(words, place)]


def returns_told(words: str, place: Place) -> list[Span]:
    """The weeks of teaching that "we go back after Easter" or "back in January" may begin, in order."""
    after, month = _AFTER.search(words), _IN_MONTH.search(words)
    groups = {"from": after["from"] if after else "", "m": month["m"] if month else ""}
    return _returns(groups, place)


_AFTER, _IN_MONTH = pattern(rf"\b{_FROM}\b"), pattern(rf"\b{_IN}\b")


def _term_turns(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "before term ends" and "when the summer term starts"."""
    if follows_date(place.clause.after) or place.clause.after.startswith(" on "):
        return ()
    is_end = groups["turn"].casefold().startswith(("end", "finish", "clos", "is", "are"))
    found = spans(groups["of"], place)
    if groups["m"]:
        found = [s for s in found if s[1 if is_end else 0].month == MONTHS[groups["m"].casefold()]]
    day = ahead([(last, last) if is_end else (first, first) for first, last in found], place)
    if day is None:
        return ()
    unit = groups["unit"].casefold()
    if unit in WEEKDAYS:
        steps = WEEKDAYS[unit] - day.weekday()
        return (Day(day + _DAY * (steps + 7 * (steps < 0 and not is_end))),)
    return (Day(day - _DAY * day.weekday() if unit == "week" else day),)


def _after_break(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "after the Easter holidays": the first day of the term that follows."""
    day = None if place.is_beside else ahead(_returns(groups, place), place)
    return () if day is None else (Day(day),)


FORMS: tuple[Form, ...] = (
    Form(
        rf"(?:when|(?:by{W}|on{W}|in{W})?the{W}(?P<unit>day|morning|afternoon|evening|night|week|{WD})(?:{W}that)?"
        rf"|before|until|till?|by{W}the{W}time|as{W}soon{W}as){W}(?P<what>{BREAKS_UP})",
        _breaks_up,
    ),
    Form(
        rf"(?:the{W}|our{W})?{COUNT}{W}{UNIT}{W}back(?:{W}(?:in|at|to){W}school)?(?:{W}{_FROM}|{W}{_IN})?\b",
        _first_back,
    ),
    Form(
        rf"(?:the{W})?{ROW}{W}(?:of|in){W}(?:the{W}|our{W})?{COUNT}{W}(?:(?P<full>full){W})?week(?P<but>){W}back"
        rf"(?:{W}{_FROM}|{W}{_IN})?\b",
        _weekdays_back,
    ),
    Form(
        rf"(?:on{W}|in{W})?the{W}(?P<unit>day|morning|week|{WD})(?:{W}(?:that|when))?{W}{IS_BACK}"
        rf"(?:{W}{_FROM}|{W}{_IN})?\b",
        _when_back,
    ),
    Form(
        rf"(?:when|once|until|till?|before|after|by{W}the{W}time|as{W}soon{W}as)(?P<unit>){W}{IS_BACK}"
        rf"{W}(?:{_FROM}|{_IN})\b",
        _when_back,
    ),
    Form(
        rf"(?:(?:before|by{W}the{W}time|until|till?|when|once|as{W}soon{W}as|after)"
        rf"|(?:on{W}|in{W})?the{W}(?P<unit>day|week|{WD})(?:{W}that)?){W}(?:the{W})?(?P<of>{TERM})"
        rf"{W}(?P<turn>{TURNS})(?:{W}{_IN})?\b",
        _term_turns,
    ),
    Form(
        rf"(?:when|once|as{W}soon{W}as|after|until|till?)(?P<unit>)(?P<m>){W}(?:the{W})?(?P<of>{HOLIDAYS}|{HALF})"
        rf"{W}(?P<turn>{TURNS})\b",
        _term_turns,
    ),
    Form(
        rf"(?:up)?on{W}(?:(?:our|your|their|the){W})?return(?P<unit>)(?:{W}to{W}school)?{W}(?:{_FROM}|{_IN})\b",
        _when_back,
    ),
    Form(
        rf"(?:on{W})?the{W}(?P<unit>{WD}|day|week){W}back{W}(?:{_FROM}|{_IN})\b",
        _when_back,
    ),
    Form(rf"(?:after|following){W}(?:the{W})?(?P<from>{HOLIDAYS})(?P<m>)\b", _after_break),
)
