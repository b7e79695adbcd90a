"""Which day do "by 3pm", "need it by 11." and "see you at quarter past four" mean, with no date beside them?

Today, or the next working day when that hour has gone. An hour that only tells when something is or how much
it grew ("rose by 11") is no date.
"""

from dataclasses import replace

from app.reading.times.clock_times import CLOCK, HOUR, SPOKEN, clock
from app.reading.times.date_forms import Day, Form, Groups, Place, follows_date
from app.reading.times.date_words import MON, ORD, WD, W, pattern

_DATE_BEFORE = pattern(
    rf"(?:\b(?:{WD}|{MON}|today|tonight|tom+or+ow|week|20\d\d)\.?|\d{ORD}|\d[/.]\d{{1,2}}"
    rf"|\b{MON}\.?[ ]\d{{1,2}})[\s,)(-]*$"
)


_IS_AMOUNT = pattern(
    r"^[ ]?(?:%|per cent|percent|m\b|k\b|million|points?|degrees|metres|miles|hours?|days?|weeks?)"
)


_OF_ANOTHER_DAY = pattern(
    r"^ (?:on )?the (?:(?:following|next|previous) day|(?:morning|day|evening|afternoon)"
    r" (?:of|before|after))\b"
)


def clock_alone(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "by 3pm": today, or the next working day when that hour has gone."""
    at = clock(groups["t"])
    if (
        at is None
        or _IS_AMOUNT.search(place.clause.after)
        or follows_date(place.clause.after)
        or _DATE_BEFORE.search(place.clause.before)
        or place.is_beside
        or _OF_ANOTHER_DAY.search(place.clause.after)
    ):
        return ()
    is_gone = place.now.time() >= at
    day = place.calendar.add_working_days(place.today, 1) if is_gone else place.today
    return (Day(day, at=at, skip=groups["all"].rindex(groups["t"])),)


_IS_ASKED = pattern(
    r"\b(?:need\w*|want\w*|let|send|have|get|can|could|please|pls|plz|reply|repl(?:y|ies)|back|ready|done"
    r"|here|there|in"
    r"|out of|home|finish\w*|leave|arrive|be|start|answer|ring|call)\b"
)
_IS_CHANGE = pattern(
    r"\b(?:up|down|ris\w+|rose|f[ae]ll\w*|grew|grow\w*|increas\w+|reduc\w+|cut|divid\w+|multipl\w+|beat\w*"
    r"|won|lost"
    r"|drop\w*|short|over|under|exceed\w*|outnumber\w*|times|mark\w*)\b[^.!?\n]{0,30}$"
)


def hour_alone(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "need it by 11."; what grew by 11 is no hour."""
    before = place.clause.before
    if not _IS_ASKED.search(before) or _IS_CHANGE.search(before):
        return ()
    found = clock_alone(groups, place)
    return tuple(replace(day, stop=day.skip + len(groups["t"])) for day in found)


_MEETS = pattern(
    r"(?:^|[.,;:!?-] ?|\b(?:so|then|and|i'll|we'll|can|could|shall we|let's|we can) )"
    r"(?:see (?:you|u|ya)(?: all| both| there)?|meet(?: you| me| up| there| here)?"
    r"|(?:a )?(?:quick )?(?:catch[ -]up|chat|call|word)"
    r"|pop (?:in|over|round|by|down)"
    r"|come (?:over|round|down|up|in|by)|free|(?:i'll )?(?:ring|call|phone)(?: you| me)?)"
    r"(?: [a-z]+){0,3}[ ]$"
)


def clock_of_meeting(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "see you at quarter past four": today, while that hour is ahead."""
    if not _MEETS.search(place.clause.before) or place.previous is not None:
        return ()
    return tuple(day for day in clock_alone(groups, place) if day.day == place.today)


_STOPS = pattern(r"[.!?;\n]")
_BY = pattern(r"\b(?:by|before|no later than)[ ]$")


def dotted_clock_alone(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "by 9.15", but not "12 May, coats on by 9.15"."""
    between = place.all_between or "."
    is_of_previous = not _STOPS.search(between) and not _IS_ASKED.search(between)
    return clock_alone(groups, place) if _BY.search(place.clause.before) and not is_of_previous else ()


FORMS: tuple[Form, ...] = (
    Form(rf"(?:by|before|no{W}later{W}than){W}(?P<t>{CLOCK}|{SPOKEN})", clock_alone, is_hour=True),
    Form(rf"at{W}(?P<t>{CLOCK}|{SPOKEN})", clock_of_meeting, is_hour=True),
    Form(r"(?P<t>\d{1,2}\.[0-5]\d)", dotted_clock_alone, is_hour=True),
    Form(rf"(?P<t>{CLOCK}){W}(?:at{W}the{W})?latest", clock_alone, is_hour=True),
    Form(
        rf"(?:by|before|no{W}later{W}than){W}(?P<t>{HOUR})(?:[.!?]*\s*$|[.!?]+\s|;"
        rf"|{W}(?:please|pls|plz|if|so|thanks|thx|at{W}the{W}latest|latest|sharp)\b)",
        hour_alone,
        is_hour=True,
    ),
)
