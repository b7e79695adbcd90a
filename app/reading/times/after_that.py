"""Which days do "the Friday after that", "two days later" and "the following day" mean?

Counted from the date that was named just before them; when none was, they are no dates. What they are told to
come after ("a week before the hearing") must have been said beside that date.
"""

from app.reading.times.counting import counted_on
from app.reading.times.date_forms import Day, Form, Groups, Place, coming, gone, in_week, number
from app.reading.times.date_words import NUM, WD, WEEKDAYS, W, pattern

_FARTHEST = 160
_GAP = pattern(r"\n[ \t]*\n")
_ENDS = pattern(
    r"^\s*(?:$|[.,;:!?)]|- |(?:if|for|to|and|or|at|in|so|please|when|unless|but|with|instead|is|will)\b)"
)
_NO = pattern(r"\b(?:not|no|never|nor|hardly) (?:even )?$")
_BACK = frozenset({"before", "earlier", "beforehand", "previous", "preceding", "prior", "previously"})


def _is_near(place: Place) -> bool:
    """Whether the date before stands close enough to be meant."""
    gap = place.gap
    return gap is not None and gap <= _FARTHEST and _GAP.search(place.above[-gap:] if gap else "") is None


def _is_said(noun: str, place: Place) -> bool:
    """Whether what the day lies beside was named beside the date before."""
    return not noun or noun.casefold().rstrip("s") in place.above.casefold()


def _counted(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "two working days after that", "a fortnight later" and "the Friday before the hearing"."""
    way = groups["way"].casefold()
    if place.previous is None and groups["wd"] and way == "following" and not groups.get("that"):
        return (Day(coming(WEEKDAYS[groups["wd"].casefold()], place.today)),)
    if place.previous is None or not _is_near(place) or not _is_said(groups.get("noun", ""), place):
        return ()
    if not groups.get("that") and way not in {"later", "earlier"} and not _ENDS.search(place.clause.after):
        return ()
    if place.clause.after.startswith(" than ") or _NO.search(place.clause.before):
        return ()
    sign, weekday = -1 if way in _BACK else 1, WEEKDAYS.get(groups["wd"].casefold())
    if weekday is not None:
        day = gone(weekday, place.previous) if sign < 0 else coming(weekday, place.previous)
    elif groups["week"]:
        day = in_week(0, place.previous, sign)
    else:
        count = number(groups["n"]) if groups["n"] else 1
        unit = groups["unit"].casefold() or "day"
        day = counted_on(place.previous, sign * count, unit, place.calendar, groups["kind"])
    return (Day(day),)


def _next_to_it(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "the following day" and "the next week"."""
    if place.previous is None or not _is_near(place):
        return ()
    sign = -1 if groups["way"].casefold() in _BACK else 1
    if groups["week"]:
        return (Day(in_week(0, place.previous, sign)),)
    return (Day(counted_on(place.previous, sign, "day", place.calendar, groups["kind"])),)


def _of_that_week(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "Thursday of that week", when a date stands before it."""
    if place.previous is None:
        return ()
    return (Day(in_week(WEEKDAYS[groups["wd"].casefold()], place.previous, 0)),)


_KIND = rf"(?:(?P<kind>(?:clear{W})?working|school|business|clear|calendar){W})?"
_COUNT = rf"(?P<n>{NUM}){W}{_KIND}(?P<unit>days?|weeks?|wks?|fortnights?|months?)"
_ONE = rf"(?:the{W})?(?:(?P<wd>{WD})|(?P<week>week)|(?:very{W}|working{W}|school{W})?day|evening|night)"
_THAT = rf"(?P<that>{W}(?:that|then|(?:the|that|our){W}(?P<noun>(?-i:[a-z]{{4,}}))))"
FORMS: tuple[Form, ...] = (
    Form(rf"{_COUNT}{W}(?P<way>after|before|following|prior{W}to|from){_THAT}\b(?P<wd>)(?P<week>)", _counted),
    Form(
        rf"{_ONE}{W}(?P<way>after|before|following|preceding){_THAT}\b(?P<n>)(?P<unit>)(?P<kind>)", _counted
    ),
    Form(
        rf"{_COUNT}{W}(?P<way>later|earlier|afterwards|beforehand|before|after|prior|previously)\b"
        r"(?P<wd>)(?P<week>)",
        _counted,
    ),
    Form(
        rf"the{W}(?:(?P<wd>{WD})|(?P<week>week)|day|evening|night){W}"
        r"(?P<way>after|following|before|previous|beforehand)\b(?P<n>)(?P<unit>)(?P<kind>)",
        _counted,
    ),
    Form(
        rf"(?:on{W})?(?:the|that){W}(?:very{W})?(?P<way>following|next|previous|preceding){W}"
        rf"(?:(?P<kind>school){W})?(?:day|(?P<week>week)|morning|afternoon|evening)\b",
        _next_to_it,
    ),
    Form(rf"(?:on{W})?(?:the{W})?(?P<wd>{WD}){W}(?:of|in){W}(?:that|the{W}same){W}week", _of_that_week),
)
