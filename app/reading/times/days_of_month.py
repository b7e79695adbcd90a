"""Which days do "the 12th", "by 7th", "20th/21st" and "the twelfth" name, with no month beside them?

The next such day, or the last one in a sentence about the past; a list that ends with a month gives its
own. Ranks, floors and editions look alike: they are told by the words around them.
"""

from datetime import date, timedelta

from app.reading.times.bare_weekdays import clock_alone, dotted_clock_alone, weekday_alone
from app.reading.times.clock_times import CLOCK, SPOKEN
from app.reading.times.date_forms import (
    IS_CLOSED,
    IS_CUED,
    WEEKDAY,
    Day,
    Form,
    Groups,
    Place,
    nearest,
    weekday_of,
)
from app.reading.times.date_words import (
    LATER_ORDINAL,
    MON,
    MONTHS,
    ORD,
    ORDINALS,
    WD,
    W,
    add_months,
    day_or_none,
    pattern,
)

_DAY = timedelta(days=1)


def with_figures(groups: Groups) -> dict[str, str]:
    """The groups with the day in figures: "third" is 3."""
    return {**groups, "d": str(ORDINALS[groups["named"].casefold().replace("-", " ")]), "ord": "th"}


def _day_of_month(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "the 12th" or "Friday 12th": the next such day, or the last one in a sentence about the past."""
    said, after = weekday_of(groups), place.clause.after
    before = place.clause.before
    is_cued = IS_CUED.search(before) and (IS_CLOSED.search(after) or _MONTH_AHEAD.search(after))
    is_cued = is_cued or (
        int(groups["d"]) > _MAY_COUNT and bool(_ENDS.search(after)) and not _IS_RANK.search(before)
    )
    if _EACH.search(after) or (said is None and not (groups["ord"] and (groups["month"] or is_cued))):
        return ()
    found = _in_its_month(groups, place, said)
    if found is None or (groups["wd"] in _VERBS and not groups["ord"]):
        return ()
    if said is not None and not groups["ord"] and found.weekday() != said:
        return weekday_alone(groups, place, len(groups["wd_all"]))
    return (Day(found, said),)


_VERBS = frozenset({"sat", "sun", "wed"})
_MAY_COUNT = 3  # "the 1st", "the 2nd" and "the 3rd" are mostly of something else
_ENDS = pattern(
    r"^\s*(?:$|[.,;:!?)]|(?:x|at|if|but|so|as|is|was|goes|suits|works|please|for|with|instead|then|when|whether|and|or|because|good|fine|works|inst)\b)"
)
_IS_RANK = pattern(
    r"(?:\b(?-i:[A-Z][a-z]+)|\b(?:came|come|finish\w*|rank\w*|plac\w*|was|were|this is|it's|its|for|in|of|to"
    r"|seed\w*|version|edition|number))[ ]$"
)
_SURE_CUE = pattern(r"\b(?:by|on|until|till?|before|due|see you|from|(?:day|date|deadline) is)[ ]$")


def _ordinal_alone(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "by the twelfth"; the first, second and third are mostly of something else."""
    if not _SURE_CUE.search(place.clause.before):
        return ()
    return _day_of_month({**with_figures(groups), "wd": "", "rel": "", "month": "", "wd_all": ""}, place)


_FIGURE_CUE = pattern(
    r"(?:\b(?:by|until|till?|before|due|deadline|w/c|wc|w/b|w/e|week (?:commencing|beginning|ending))[ :]+"
    r"|\b(?:on|back|starts?|begins?|from|ends?|leaves?|arrives?|down) )$"
)


_ASKED = pattern(r"^(?:[,;]|[ ](?:please|pls|for|at|is|inst)\b)")


def _two_figures(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "20th/21st", two days that follow each other, and "7th-11th"."""
    first, last = int(groups["d1"]), int(groups["d"])
    found = _in_its_month({**groups, "month": ""}, place, None)
    is_range = first < last if groups["mark"] == "-" else last == first + 1
    if found is None or not is_range or not IS_CLOSED.search(place.clause.after):
        return ()
    start = Day(found - _DAY * (last - first), stop=len(groups["first"]), is_start=True)
    return start, Day(found, skip=len(groups["all"]) - len(groups["main"]))


def _figure_alone(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "by 7th" and "w/c 7th", where "the" is left out."""
    before, after = place.clause.before, place.clause.after
    is_cued = _FIGURE_CUE.search(before) and IS_CLOSED.search(after)
    if not is_cued and not (not before.strip() and int(groups["d"]) > _MAY_COUNT and _ASKED.search(after)):
        return ()
    found = _in_its_month({**groups, "month": ""}, place, None)
    return () if found is None else (Day(found),)


def _in_its_month(groups: Groups, place: Place, said: int | None) -> date | None:
    """The day in the month that is named, that a list ends with, or that comes next."""
    number, first = int(groups["d"]), place.today.replace(day=1)
    ahead_of = _MONTH_AHEAD.search(place.clause.after)
    if groups["month"]:
        month = add_months(first, {"this": 0, "next": 1, "last": -1}[groups["month"].lower()])
        return day_or_none(month.year, month.month, number)
    if ahead_of:
        return nearest(MONTHS[ahead_of["m"].casefold()], number, place, said)
    days = [day_or_none(m.year, m.month, number) for m in (add_months(first, n) for n in range(-1, 4))]
    known = [day for day in days if day is not None]
    ahead = next((day for day in known if day >= place.today), None)
    behind = next((day for day in reversed(known) if day <= place.today), None)
    fits = said is not None and behind is not None and behind.weekday() == said != (ahead or behind).weekday()
    return behind if behind is not None and (place.is_past or fits) else ahead


_MONTH_AHEAD = pattern(
    rf"^(?:[\s,&/(-]|\b(?:and|or|to|then|the|{WD}|\d{{1,2}} ?{ORD}?)\b\.?)*?"
    rf"\b\d{{1,2}} ?{ORD}?{W}(?:of{W})?(?P<m>{MON})\b"
)
_EACH = pattern(r"^\s+(?:of|in) (?:each|every|any)\b")


FORMS: tuple[Form, ...] = (
    Form(
        rf"(?:(?P<wd_all>{WEEKDAY})(?:,?{W}(?:the{W})?|{W}?\()|the{W})"
        rf"(?P<d>\d{{1,2}})(?: ?(?P<ord>{ORD})\b|\b)(?:{W}of{W}(?P<month>this|next|last){W}month)?",
        _day_of_month,
    ),
    Form(rf"the{W}(?P<named>{LATER_ORDINAL})", _ordinal_alone),
    Form(
        rf"(?P<first>(?:the{W})?(?P<d1>\d{{1,2}}){ORD}) ?(?P<mark>[/&-]) ?(?P<main>(?P<d>\d{{1,2}}){ORD})\b",
        _two_figures,
    ),
    Form(rf"(?P<d>\d{{1,2}})(?P<ord>{ORD})\b", _figure_alone),
    Form(rf"(?:by|before|no{W}later{W}than){W}(?P<t>{CLOCK}|{SPOKEN})", clock_alone),
    Form(r"(?P<t>\d{1,2}\.[0-5]\d)", dotted_clock_alone),
    Form(rf"(?P<t>{CLOCK}){W}(?:at{W}the{W})?latest", clock_alone),
)
