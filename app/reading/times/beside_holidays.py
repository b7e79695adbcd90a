"""Which days do "after half term", "before the bank holiday" and "the first day back" mean, alone?

The working day next to it. What is counted from a holiday ("the Friday before Christmas") is read in
``composed``.
"""

from app.domain.calendar import SchoolCalendar
from app.reading.times.date_forms import IS_CLOSED, Day, Form, Groups, Place
from app.reading.times.date_words import W, pattern
from app.reading.times.school_spans import HALF, HOLIDAYS, ahead
from app.reading.times.school_terms import half_terms
from app.reading.times.term_events import returns_told

_INSET = pattern(r"\binset(?: day)?s? $")


def _first_back(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "the first day back" and "after the Easter holidays": the first day of teaching."""
    day = None if place.is_beside else ahead(returns_told(f"back after {groups['from']}", place), place)
    return () if day is None else (Day(day),)


def _after_half_term(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "after half term": the working day after it; after the last one in a sentence about the past."""
    if _INSET.search(place.clause.before):
        return ()
    calendar: SchoolCalendar = place.calendar
    words = " ".join(groups["half"].casefold().replace("-", " ").split())
    ends = [last for _, last in half_terms(words, calendar)]
    if place.is_past:
        last = next((end for end in reversed(ends) if end < place.today), None)
    else:
        last = next((end for end in ends if end >= place.today), None)
    return () if last is None else (Day(calendar.add_working_days(last, 1)),)


def _around_bank_holiday(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "before the bank holiday" and "after the bank holiday": the working day next to it."""
    known = (d for d in sorted(place.calendar.bank_holidays) if not groups["monday"] or d.weekday() == 0)
    ahead = next((day for day in known if day > place.today), None)
    if ahead is None or IS_CLOSED.search(place.clause.after) is None:
        return ()
    way = groups["way"].casefold()
    if way in {"on", "for"} or way.endswith("next"):
        return (Day(ahead),)
    step = 1 if way == "after" else -1
    return (Day(place.calendar.add_working_days(ahead, step)),)


FORMS: tuple[Form, ...] = (
    Form(
        rf"(?P<way>before|by|after|on|for){W}the{W}(?:next{W})?bank{W}hol(?:iday)?(?P<monday>{W}monday)?\b",
        _around_bank_holiday,
    ),
    Form(rf"(?P<way>(?:the{W})?next){W}bank{W}hol(?:iday)?(?P<monday>{W}monday)?\b", _around_bank_holiday),
    Form(rf"(?:the{W}|our{W})?(?:first|1st){W}(?:school{W})?(?:day|morning){W}back(?P<from>)\b", _first_back),
    Form(rf"(?:after|following){W}(?:the{W})?(?P<from>{HOLIDAYS})\b", _first_back),
    Form(rf"after{W}(?:the{W})?(?P<half>{HALF})\b", _after_half_term),
)
