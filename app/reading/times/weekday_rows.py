"""Which days do "Mon/Tues", "Monday, Tuesday or Wednesday", "Weds and Thurs" and "Thursday-Monday" name?

Each weekday is the next one after that before it; with "next week" behind them all lie there. Days that
come every week ("open Monday to Friday", "works Mon, Tues and Thurs") are no dates.
"""

from datetime import date, timedelta

from app.reading.times.bare_weekdays import comes_every_week, may_be_weekday
from app.reading.times.date_forms import Day, Form, Groups, Place, coming, gone, in_week
from app.reading.times.date_words import MON, ORD, WD, WEEKDAYS, W, pattern

_BETWEEN = (
    rf"(?:,?{W}not{W}(?:on{W})?(?:the{W})?|\b\.? ?[-/&+] ?"
    rf"|\b\.?,?{W}(?:to|and|or|until|till|through|thru|&){W}(?:on{W})?|\b\.?,{W})"
)
_PART = rf"(?:\.?{W}(?P<part>morning|afternoon|evening|night|lunchtime|am|pm))?"
_ONE = pattern(rf"\b{WD}\b")
_IS_STRETCH = pattern(r"-|\b(?:to|until|till|through|thru)\b")
_NOT = pattern(r"\bnot\b")
_HOURS = pattern(
    r"^(?:[\s,(@]|\b(?:from|between|at)\b)*(?:\d{1,2}(?:[.:]\d\d)? ?(?:am|pm)? ?(?:-|to|and|until) ?\d"
    r"|only\b|term|each\b|every\b|weekly|(?:this|all|next) (?:half[ -]?)?term)"
)
_ALL_TERM = pattern(r"^ (?:this|all|next|during|in) (?:the )?(?:half[ -]?)?term\b")
_DATE_GOES_ON = pattern(
    rf"^(?:,? (?:the )?|\.? ?)(?:\d{{1,2}}(?: ?{ORD}\b|/\d|\.(?:0?[1-9]|1[0-2])\b| (?:of )?{MON}\b)"
    r"|(?:week|fortnight)(?:\s*$|[.,;:!?)]|[ ](?:and|or|at|for|please|if|is|with|inclusive)\b))"
)
_ROW_OF_DATES = pattern(
    rf"^,? (?:the )?\d{{1,2}}(?: ?{ORD})?(?: ?[-/&,] ?|,? (?:and|or|to) )(?:the )?"
    rf"\d{{1,2}}(?: ?{ORD}\b|[ ](?:of )?{MON}\b)"
)
_MONDAY, _WEEKDAYS_ONLY = 0, frozenset({4, 5, 6})


def _row(groups: Groups, place: Place) -> tuple[Day, ...]:
    words = groups["all"]
    told = [(m.start(), m.end(), WEEKDAYS[m.group().casefold()]) for m in _ONE.finditer(words)]
    if not all(may_be_weekday(words[start:end]) for start, end, _ in told):
        return ()
    if _ROW_OF_DATES.search(place.clause.after):
        return ()  # "Thurs/Fri 24th/25th June" are told by their dates
    if _DATE_GOES_ON.search(place.clause.after) and not groups["which"]:
        told = told[:-1]
    weekdays = [weekday for _, _, weekday in told]
    is_stretch = len(told) > 1 and _IS_STRETCH.search(words[told[-2][1] : told[-1][0]]) is not None
    if not told or _is_weekly(weekdays, groups, place, is_stretch=is_stretch):
        return ()
    if groups["which"]:
        told[-1] = (told[-1][0], len(words), told[-1][2])
    days = _days(weekdays, groups, place)
    return tuple(
        Day(day, skip=0 if n == 0 else start, stop=end, is_start=is_stretch and n < len(told) - 1)
        for n, (day, (start, end, _)) in enumerate(zip(days, told, strict=True))
    )


_THEIR_DAYS = pattern(
    r"\b(?:(?:is|are|lives?|stays?) (?:with|at) [^.!?\n]{0,30}|dad|mum|does|days)[ |\t:]+$"
    r"|\d{3}[^.!?]{0,12}[(|]\s*$"
)
"""What stands before the days that somebody has each week: a parent's, or those of a signature."""


def _is_weekly(weekdays: list[int], groups: Groups, place: Place, *, is_stretch: bool) -> bool:
    before, after = place.clause.before, place.clause.after
    if groups["which"] or groups["rel"] or groups["part"]:
        return False
    if _ALL_TERM.search(after) or comes_every_week(before) or after[:2] in {"s ", "s.", "s,", "s"}:
        return True
    if not is_stretch:
        return False
    is_working_week = weekdays[0] == _MONDAY and weekdays[-1] in _WEEKDAYS_ONLY
    return is_working_week or bool(_HOURS.search(after) or _THEIR_DAYS.search(before))


def _days(weekdays: list[int], groups: Groups, place: Place) -> list[date]:
    """The days, each after the one before it; in a sentence about the past, the last such days."""
    which, rel = " ".join(groups["which"].casefold().split()), groups["rel"].casefold()
    if which or rel == "next":
        weeks = {"this week": 0, "last week": -1, "week after next": 2}.get(which, 1)
        return [in_week(weekday, place.today, weeks) for weekday in weekdays]
    if rel == "last" or (not rel and place.is_past):
        back: list[date] = []
        for weekday in reversed(weekdays):
            back.insert(0, gone(weekday, back[0] if back else place.today))
        return back
    ahead: list[date] = []
    for weekday in weekdays:
        is_next = bool(ahead) and not _NOT.search(groups["all"])
        start = ahead[-1] if is_next else place.today - timedelta(days=rel == "this")
        ahead.append(coming(weekday, start))
    return ahead


FORMS: tuple[Form, ...] = (
    Form(
        rf"(?:(?P<rel>this|next|last|coming){W}(?:coming{W})?)?(?:(?:{WD}){_PART}{_BETWEEN})+(?:{WD})"
        rf"(?:\b\.?,?{W}(?:of{W}|in{W})?(?:the{W})?(?P<which>(?:this|next|coming|last){W}week"
        rf"|week{W}after{W}next))?",
        _row,
    ),
)
