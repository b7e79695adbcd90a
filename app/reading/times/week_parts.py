"""Which days do "by the weekend", "early next week", "mid-week" and "please reply this week" mean?

The end of a week is its last working day, its early part the Monday and its middle the Wednesday. A plain
"next week" is no date unless something is asked for by it.
"""

from datetime import date, timedelta

from app.reading.times.date_forms import Day, Form, Groups, Place
from app.reading.times.date_words import W

_DAY, _WEEK = timedelta(days=1), timedelta(weeks=1)
_MIDDLE = 2


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


def _part_of_week(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "early next week", "the middle of next week", "towards the end of next week"."""
    part, last = groups["part"].casefold(), last_of_week(place, is_next=groups["which"].casefold() == "next")
    monday = last - _DAY * last.weekday()
    if part.startswith(("early", "earlier", "first", "start", "beginning")):
        day = monday
    else:
        day = monday + _DAY * _MIDDLE if "mid" in part or part.startswith("half") else last
    return (Day(day),) if day > place.today else ()


FORMS: tuple[Form, ...] = (
    Form(rf"(?P<cue>(?:by|before|until|till?){W})(?P<which>the|this|next){W}weekend", _weekend),
    Form(
        rf"(?:the{W})?(?P<part>early(?:{W}(?:part|half|doors))?|first{W}(?:part|half)|late|later(?:{W}(?:part|half))?"
        rf"|second{W}half|back{W}(?:end|half)|tail{W}end|mid|middle|half-?way{W}through)(?:{W}|-)"
        rf"(?:(?:of|in|on){W})?(?P<which>next|this){W}week\b",
        _part_of_week,
    ),
    Form(rf"(?P<which>this|next){W}week", _this_week, asks=True),
)
