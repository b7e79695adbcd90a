"""Which month is meant by a day that is told without one: "the 12th", "the 20th and the 2nd", "5th inst"?

The next such day, or the last one in a sentence about the past; a list that ends with a month gives its own,
and so does a date before it.
"""

from datetime import date, timedelta

from app.reading.times.date_forms import Groups, Place, nearest
from app.reading.times.date_words import MON, MONTHS, ORD, WD, W, add_months, day_or_none, pattern

INSTANT = pattern(r"^ (?P<when>inst|ult|prox)\b")
_OPEN = frozenset({"", "the"})
"""What says nothing of the month: "the 5th of the month" may be of this or the next."""
_INSTANTS = {"inst": 0, "ult": -1, "prox": 1}


def in_its_month(groups: Groups, place: Place, said: int | None) -> date | None:
    """The day in the month that is named, that a list ends with, or that comes next."""
    number, first = int(groups["d"]), place.today.replace(day=1)
    ahead_of = MONTH_AHEAD.search(place.clause.after)
    instant = INSTANT.search(place.clause.after)
    if groups["month"].lower() not in _OPEN or instant:
        told = {"this": 0, "next": 1, "last": -1}.get(groups["month"].lower())
        month = add_months(first, _INSTANTS[instant["when"].lower()] if instant else told or 0)
        return day_or_none(month.year, month.month, number)
    if place.previous is not None and _WITH_IT.search(place.between or ""):
        return _in_month_of(place.previous, number, said, place)
    beside = place.previous and day_or_none(place.previous.year, place.previous.month, number)
    if beside and beside.weekday() == said and beside >= place.today:
        return beside
    if ahead_of:
        return nearest(MONTHS[ahead_of["m"].casefold()], number, place, said)
    days = [day_or_none(m.year, m.month, number) for m in (add_months(first, n) for n in range(-1, 4))]
    known = [day for day in days if day is not None]
    ahead = [day for day in known if day >= place.today][:3]
    behind = [day for day in reversed(known) if day <= place.today][:1]
    nearest_first = [*behind, *ahead[:1]] if place.is_past else [*ahead[:1], *behind]
    is_festive = said is not None and _FESTIVE.search(place.clause.before + place.clause.after)
    if nearest_first and (is_festive or not _is_told_by_number(nearest_first[0], place)):
        nearest_first += ahead[1:]
    fitting = [d for d in nearest_first if said is not None and d.weekday() == said]
    return next(iter(fitting or nearest_first), None)


_FESTIVE = pattern(r"\b(?:christmas|xmas|advent|nativity|carols?|panto)\b")


def _is_told_by_number(day: date, place: Place) -> bool:
    """Tomorrow is called tomorrow, and a day off is seldom meant: the weekday tells of a month later."""
    return day > place.today + timedelta(days=2) and place.calendar.is_working_day(day)


_WITH_IT = pattern(r"^(?:[^.!?\n;]|\.[a-z\d]){0,39}$")
_LISTED = pattern(r"^[\s,;&-]*(?:(?:and|or|to|until|till?|then|again|on|from|by|also)[\s,]+)*(?:the )?$")
_INSTEAD = pattern(r"\b(?:not|was|were|rather|instead)\b")


def _in_month_of(beside: date, number: int, said: int | None, place: Place) -> date | None:
    """The day in the month of the date before it, or the next where a list goes on: "28 May and the 4th"."""
    later = add_months(beside.replace(day=1), 1)
    days = [day_or_none(month.year, month.month, number) for month in (beside, later)]
    known = [day for day in days if day is not None]
    here = day_or_none(place.today.year, place.today.month, number)
    fitting = [day for day in known if said is None or day.weekday() == said]
    if not fitting:
        fitting = [here] if here is not None and here.weekday() == said else known
    goes_on = _LISTED.search(place.between or "") and not place.is_past
    first = beside if goes_on else min(beside, place.today)
    is_other = _INSTEAD.search(place.between or "") is not None
    ahead = [day for day in fitting if day >= first or is_other or place.is_past]
    return next(iter(ahead or fitting), None)


MONTH_AHEAD = pattern(
    rf"^(?:[\s,&/(-]|\b(?:and|or|to|then|the|{WD}|\d{{1,2}} ?{ORD}?)\b\.?)*?"
    rf"\b\d{{1,2}} ?{ORD}?{W}(?:of{W})?(?P<m>{MON})\b"
)
