"""Which days do "the 12th", "by 7th", "20th/21st" and "the twelfth" name, with no month beside them?

Ranks, floors and editions look alike: they are told by the words around them. Which month is meant is told in
``month_of_day``.
"""

from datetime import date

from app.reading.times.bare_weekdays import weekday_alone
from app.reading.times.date_forms import (
    FOLLOWS,
    IS_CLOSED,
    IS_CUED,
    WEEKDAY,
    Day,
    Form,
    Groups,
    Place,
    weekday_of,
)
from app.reading.times.date_words import (
    LATER_ORDINAL,
    ORD,
    ORDINAL,
    ORDINALS,
    WD,
    W,
    add_months,
    day_or_none,
    pattern,
)
from app.reading.times.day_series import TOLD_ROW, WEEKDAY_ROW, days_before
from app.reading.times.month_of_day import INSTANT, MONTH_AHEAD, in_its_month


def with_figures(groups: Groups) -> dict[str, str]:
    """The groups with the day in figures: "third" is 3."""
    return {**groups, "d": str(ORDINALS[groups["named"].casefold().replace("-", " ")]), "ord": "th"}


def _day_of_month(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "the 12th" or "Friday 12th": the next such day, or the last one in a sentence about the past."""
    said, after = weekday_of(groups), place.clause.after
    before = place.clause.before
    if not groups["ord"] and _IS_HOUR.search(after):
        return weekday_alone(groups, place, len(groups["wd_all"])) if said is not None else ()
    is_cued = IS_CUED.search(before) and (IS_CLOSED.search(after) or MONTH_AHEAD.search(after))
    is_cued = is_cued or (
        (
            int(groups["d"]) > _MAY_COUNT
            or bool(_SURE_BEFORE.search(before))
            or bool(_OPENS.search(before) and _SURE_AFTER.search(after))
        )
        and bool(_ENDS.search(after))
        and not _IS_RANK.search(before)
        and not _IN_LINE.search(after)
    )
    is_cued = (
        is_cued or (IS_CLOSED.search(after) and _ASKED_FOR.search(before)) or bool(INSTANT.search(after))
    )
    if _EACH.search(after) or (said is None and not (groups["ord"] and (groups["month"] or is_cued))):
        return ()
    found = in_its_month(groups, place, said)
    if found is None or (groups["wd"] in _VERBS and not groups["ord"]):
        return ()
    if said is not None and not groups["ord"] and found.weekday() != said:
        return weekday_alone(groups, place, len(groups["wd_all"]))
    return (Day(found, said),)


_IS_HOUR = pattern(r"^ ?(?:o'? ?clock|[ap]\.?m\b|ish\b|hrs\b|hours\b|(?:'?till?|until) \d)")
"""What makes the figure behind a weekday its hour: "Tuesday, 3 o'clock"."""
_VERBS = frozenset({"sat", "sun", "wed"})
_MAY_COUNT = 3  # "the 1st", "the 2nd" and "the 3rd" are mostly of something else
_ENDS = pattern(rf"^\s*(?:$|/[ ]|[.,;:!?()@\"*|]|\n|- |(?:{FOLLOWS})\b)")
_IN_LINE = pattern(
    r"^ in (?:line|a row|the (?:series|world|country|county|league|table|queue|list|class|year|order))\b"
)
_SURE_AFTER = pattern(
    rf"^ (?:works|suits|clashes|onwards|or (?:later|after|before|the)|it is|would (?:be|suit|work)|looks"
    rf"|thanks|please|pls"
    rf"|cheers|x$|not possible|is (?:fine|good|best|ok|okay|free|better|out|off|no good|full|taken"
    rf"|an? {WD}))\b"
)
_SURE_BEFORE = pattern(
    r"(?:\b(?:meeting|visit|interviews?|training|session|call|starts?|begins?|ends?|closes?|due|deadlines?"
    r"|dates?|when|is|be|meant|reminder|next|around|cancelled|needed|shut|closed|open|away|off|only|choice"
    r"|as|like|(?:how|what) about)[ :]+)$"
)
_WEEKDAY_TOLD = pattern(rf"\b{WD}\b")
_ASKED_FOR = pattern(
    r"\b(?:do|make|manage|offer|suggest|say|prefer|free|available|got|have|between|on|by|from|until|for)"
    r"(?: only| either| both)?[ ]$"
)
_IS_RANK = pattern(
    r"(?:[^.!?:\n] (?-i:[A-Z][a-z]+)|^(?-i:(?:[A-Z][a-z]+ )?(?:Henry|Charles|Edward|James|William|George"
    r"|Louis|Pope|Class|Form|Year|Floor))|\b(?:came|come|finish\w*|rank\w*|plac\w*|was|were|(?:^"
    r"|[.,;:!?\n-] ?)this is|it's|its|for|in|of|to|seed\w*|version|edition|number))[ ]$"
)
_SURE_CUE = pattern(
    r"\b(?:by|on|until|till?|before|due|see you|from|(?:day|date|deadline) is|(?:how|what) about"
    r"|make it|will be|dates?:"
    r"|(?:move|moved|change|changed|put|push|pushed|bring|brought)\b[^.!?\n]{0,30} to)[ ]$"
)


def _ordinal_alone(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "by the twelfth"; the first, second and third are mostly of something else."""
    if not _SURE_CUE.search(place.clause.before):
        return ()
    return _day_of_month({**with_figures(groups), "wd": "", "rel": "", "month": "", "wd_all": ""}, place)


def _ordinal_beside(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "Friday the twentieth"."""
    return _day_of_month({**with_figures(groups), "month": ""}, place)


def _ordinal_of_month(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "the twenty-first of next month"."""
    return _day_of_month({**with_figures(groups), "wd": "", "rel": "", "wd_all": ""}, place)


def _grown_together(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "fri16th" and "3rd of next month"."""
    return _day_of_month({"wd": "", "month": "", **groups, "rel": "", "wd_all": ""}, place)


_FIGURE_CUE = pattern(
    r"(?:\b(?:by|until|till?|before|due|deadline|w/c|wc|w/b|w/e|week (?:commencing|beginning|ending)"
    r"|inset|payday|panel|meeting|mtg|visit|trip|training|interviews?|party|concert|assembly|fair|photos"
    r"|appointment|hearing|exam)[ :]+"
    r"|\b(?:on|(?:how|what) about|back|starts?|begins?|from|ends?|leaves?|arrives?|down) )$"
)


_OPENS = pattern(r"(?:^\s*|[-,:;] ?)$")
_ASKED = pattern(r"^(?:[,;]|[ ](?:please|pls|for|at|is|works|suits)\b)")


def _days_in_a_row(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "20th/21st", "the 3rd, 4th or 8th" and "Weds 28th-Fri 30th", but not "the 2nd and 3rd floors"."""
    said = weekday_of(groups)
    found = in_its_month({**groups, "month": ""}, place, said)
    is_closed = IS_CLOSED.search(place.clause.after) or _ENDS.search(place.clause.after)
    is_rank = said is None and _IS_RANK.search(place.clause.before)
    if found is None or not (is_closed or said is not None) or is_rank:
        return ()
    before = days_before(groups["row"], found, has_year=False) or _day_beside(groups["row"], found, place)
    if not before or (said is None and int(groups["d"]) <= _MAY_COUNT and not _is_a_day(groups, place)):
        return ()
    return (*before, Day(found, said, skip=len(groups["row"])))


def _weekdays_in_a_row(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "Mon 5-Fri 9": figures that are the days of those weekdays, and so no hours."""
    said = weekday_of(groups)
    last = in_its_month({**groups, "month": ""}, place, said)
    before = () if last is None else days_before(groups["row"], last, has_year=False)
    if (
        last is None
        or not before
        or any(d.day.weekday() != d.weekday_said for d in (*before, Day(last, said)))
    ):
        return ()
    return (*before, Day(last, said, skip=len(groups["row"])))


_ONE_DAY = pattern(
    rf"(?P<day>(?:{WD}\.?,?{W})?(?:the{W})?(?P<d>\d{{1,2}}){ORD}){W}?(?:to|-|until|till|and|or){W}?(?:the{W})?"
)
_CHANGED = pattern(
    r"\b(?:mov|chang|brought|bring|forward|put|push|switch|swap|rearrang|re-arrang|resch)\w*\b[^.!?\n]{0,40}$"
)


def _day_beside(row: str, last: date, place: Place) -> tuple[Day, ...]:
    """The first day of "from the 30th to the 2nd", or of "moved from the 16th to the 14th"."""
    one = _ONE_DAY.fullmatch(row)
    month = last if _CHANGED.search(place.clause.before) else add_months(last.replace(day=1), -1)
    day = None if one is None else day_or_none(month.year, month.month, int(one["d"]))
    return () if one is None or day is None else (Day(day, stop=len(one["day"]), is_start=True),)


def _is_a_day(groups: Groups, place: Place) -> bool:
    """Whether what asks for a day, or a weekday, makes "the 2nd or the 3rd" one."""
    return bool(_ASKED_FOR.search(place.clause.before) or _WEEKDAY_TOLD.search(groups["row"]))


def _figure_alone(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "by 7th" and "w/c 7th", where "the" is left out."""
    before, after = place.clause.before, place.clause.after
    is_cued = (_FIGURE_CUE.search(before) or place.is_joined) and IS_CLOSED.search(after)
    is_cued = is_cued or _PART_FOLLOWS.search(after)
    is_first = int(groups["d"]) > _MAY_COUNT and _OPENS.search(before) and _ASKED.search(after)
    if not is_cued and not is_first and not INSTANT.search(after):
        return ()
    found = in_its_month({**groups, "month": ""}, place, None)
    return () if found is None else (Day(found),)


_PART_FOLLOWS = pattern(r"^ (?:onwards|[ap]\.?m|all day|morning|afternoon|evening)\b")
_EACH = pattern(r"^\s+(?:of|in) (?:each|every|any)\b")

FORMS: tuple[Form, ...] = (
    Form(
        rf"{TOLD_ROW}(?P<main>(?:(?P<wd>{WD})\b\.?,?{W})?(?:the{W})?(?P<d>\d{{1,2}})(?P<ord>{ORD}))\b",
        _days_in_a_row,
    ),
    Form(
        rf"{WEEKDAY_ROW}(?P<main>(?P<wd>{WD})\b\.?,?{W}(?:the{W})?(?P<d>\d{{1,2}})(?P<ord>{ORD})?)\b",
        _weekdays_in_a_row,
    ),
    Form(
        rf"(?:(?P<wd_all>{WEEKDAY})(?:,?{W}?(?:the{W})?|{W}?\()|the{W}?|th{W})"
        rf"(?P<d>\d{{1,2}})(?: ?(?P<ord>{ORD})\b|\b)(?:{W}of{W}(?P<month>this|next|last|the){W}month)?",
        _day_of_month,
    ),
    Form(rf"(?P<wd>{WD})(?P<d>\d{{1,2}})(?P<ord>{ORD})\b", _grown_together),
    Form(rf"(?:the{W})?(?P<named>{ORDINAL}){W}of{W}(?P<month>this|next|last|the){W}month", _ordinal_of_month),
    Form(rf"(?P<d>\d{{1,2}})(?P<ord>{ORD}){W}of{W}(?P<month>this|next|last|the){W}month", _grown_together),
    Form(rf"(?P<wd_all>{WEEKDAY}),?{W}the{W}(?P<named>{ORDINAL})\b", _ordinal_beside),
    Form(rf"the{W}(?P<named>{LATER_ORDINAL})", _ordinal_alone),
    Form(rf"(?P<d>\d{{1,2}})(?P<ord>{ORD})\b", _figure_alone),
)
