"""Which day do "Friday", "next Friday" and "by 3pm" mean, with no date beside them?

A bare weekday is the next one, never today; "next Friday" is the Friday of next week (weeks start on
Monday). Weekdays that come every week ("every Friday", "Monday to Friday") are no dates.
"""

from datetime import timedelta

from app.reading.times.clock_times import CLOCK, clock
from app.reading.times.date_forms import Day, Groups, Place, coming, follows_date
from app.reading.times.date_words import LONG_WEEKDAYS, MON, ORD, WD, WEEKDAYS, pattern

_DAY = timedelta(days=1)
_EVERY = pattern(
    r"(?:\b(?:every|each|most|alternate|on an?|any|good|black|ash|shrove|palm|easter|casual"
    r"|bank holiday|red nose"
    r"|mrs?\.?|ms|miss|super|mothering|remembrance|sheffield|girl|man|late|per)|\b"
    + WD
    + r"(?:[ ]?(?:-|to|and|or|/|&|,|until|till)[ ]?))[ ]*$"
)
_SPREAD = pattern(
    rf"^(?:s\b|[ ]?(?:-|to|/|until|till|through)[ ]?{WD}\b"
    r"|[ ](?:morning|afternoon|evening|night|lunchtime)s\b)"
)
_BESIDE = pattern(
    r"^ (?:after next|(?:after|before) (?:the )?(?:half[ -]?term|easter|christmas|(?:bank )?holidays?"
    r"|new year))\b"
)
_OWN_CUE = pattern(
    r"\b(?:by|b4|on|until|till?|before|from|for|since|this|next|last|due|deadline)[ :]*"
    rf"(?:(?:cop|cob|eod|eop|noon|mid-?day|lunch ?time|{CLOCK})[ ,]*)?$"
)


def _may_be_weekday(words: str) -> bool:
    """Whether a short weekday is one: "by fri", but not "the sun" or "sat" in small letters."""
    return words[0].isupper() or words not in {"sun", "sat"}


def weekday_alone(groups: Groups, place: Place, stop: int | None = None) -> tuple[Day, ...]:
    """For "Friday" and "next Friday"; `stop` is where the weekday ends when more was matched."""
    said, rel = WEEKDAYS.get(groups["wd"].casefold()), (groups["rel"] or "").lower()
    before, after = place.clause.before, place.clause.after
    if (
        said is None
        or _EVERY.search(before)
        or _BESIDE.search(after)
        or (stop is None and _SPREAD.search(after))
    ):
        return ()
    is_long = groups["wd"].casefold() in LONG_WEEKDAYS
    if not is_long and not ((rel or _OWN_CUE.search(before)) and _may_be_weekday(groups["wd"])):
        return ()
    monday = place.today - _DAY * place.today.weekday()
    if rel == "next":
        day = monday + _DAY * (7 + said)
    elif rel == "last" or (not rel and place.is_past):
        day = place.today - _DAY * ((place.today.weekday() - said - 1) % 7 + 1)
    elif rel == "this":
        day = place.today + _DAY * ((said - place.today.weekday()) % 7)
    else:
        day = coming(said, place.today)
    return (Day(day, stop=stop),)


_DATE_BEFORE = pattern(
    rf"(?:\b(?:{WD}|{MON}|today|tonight|tom+or+ow|week|20\d\d)\.?|\d{ORD}|\d[/.]\d{{1,2}}"
    rf"|\b{MON}\.?[ ]\d{{1,2}})[\s,)(-]*$"
)


def clock_alone(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "by 3pm": today, or the next working day when that hour has gone."""
    at = clock(groups["t"])
    if at is None or follows_date(place.clause.after) or _DATE_BEFORE.search(place.clause.before):
        return ()
    is_gone = place.now.time() >= at
    day = place.calendar.add_working_days(place.today, 1) if is_gone else place.today
    return (Day(day, at=at, skip=groups["all"].rindex(groups["t"])),)
