"""When do schools break up and when are they back, as "we break up for the summer" and "pupils return" say?

They break up on the last day before a half term or a holiday, and are back on the first day after it. What is
counted from there ("the Friday we break up", "the first week back") is read in ``composed``.
"""

from datetime import timedelta

from app.reading.times.date_forms import Place
from app.reading.times.date_words import MON, MONTHS, W, pattern
from app.reading.times.school_spans import HALF, HOLIDAYS, is_half, plain, season_before
from app.reading.times.school_terms import Span, half_terms, parts, season

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


def returns_told(words: str, place: Place) -> list[Span]:
    """The weeks of teaching that "we go back after Easter" or "back in January" may begin, in order."""
    after, month = _AFTER.search(words), _IN_MONTH.search(words)
    what, calendar = plain(after["from"]) if after else "", place.calendar
    found = [span for _, span in parts(calendar)]
    if is_half(what):
        ends = [last for _, last in half_terms(what, calendar)]
        found = [s for s in found if any(last < s[0] <= last + 4 * _DAY for last in ends)]
    elif what:
        follows = _NEXT.get(season_before(what), "")
        starts = {t.start for t in calendar.terms if follows in {"", season(t)}}
        found = [s for s in found if s[0] in starts]
    if month:
        found = [s for s in found if s[0].month == MONTHS[month["m"].casefold()]]
    return [s for s in found if s[0] >= place.today or place.is_past]


_AFTER, _IN_MONTH = pattern(rf"\b{_FROM}\b"), pattern(rf"\b{_IN}\b")
