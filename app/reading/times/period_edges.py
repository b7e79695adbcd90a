"""Which days do "the end of term", "by half term", "month end" and "mid-December" mean?

The end of a week is its last working day; "by half term" is the last working day before it. What the
calendar does not know (a term beyond its years) is no date.
"""

from datetime import date, timedelta

from app.reading.times.date_forms import ENDS_HERE, Day, Form, Groups, Place, follows_date
from app.reading.times.date_words import (
    LONG_MONTHS,
    MON,
    MONTHS,
    W,
    add_months,
    day_or_none,
    easter_sunday,
    end_of_month,
    pattern,
)
from app.reading.times.school_spans import HALF, HOLIDAYS, NOW, is_half, plain, season_before, spans
from app.reading.times.school_terms import edge_of_term, half_terms, season
from app.reading.times.week_parts import last_of_week

_DAY, _WEEK = timedelta(days=1), timedelta(weeks=1)


def _month_end(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "by month end", but not "the month end figures"."""
    if not ENDS_HERE.search(place.clause.after):
        return ()
    return (Day(end_of_month(place.today), skip=groups["all"].casefold().index("month")),)


_NOUN_FOLLOWS = pattern(
    r"^ (?:lunch|assembl\w+|party|parties|reports?|figures|accounts?|register|tests?|exams?"
    r"|assessments?|data|celebrations?"
    r"|discos?|shows?|productions?|drinks?|meals?|treats?|trips?|procedures?|routines?|returns?|papers?"
    r"|letters?|services?"
    r"|newsletters?|reviews?|checks?|rewards?|concerts?|gifts?|quiz|bbq)\b"
)
_WORKING = pattern(r"\b(?:working|school)\b")
_VERBS = frozenset({"may", "march", "mar"})
_NUMBERED = pattern(r"^ \d")
_OF_TERM = pattern(r"term|^ht|^(?:autumn|spring|summer) ")
_IDIOM = pattern(r"\bat (?:the )?$")


def _edge(groups: Groups, place: Place) -> tuple[Day, ...]:
    """The end or the start of a day, week, month, term or year."""
    which, what = (groups["which"] or "").strip().casefold(), " ".join(groups["what"].casefold().split())
    what = "week" if what in {"wk", "working week"} else what
    is_end = groups["edge"].casefold().startswith(("end", "close", "conclusion", "last"))
    if what in {"day", "play", "business", "working day", "school day"}:
        is_time = not is_end or _IDIOM.search(place.clause.before) or follows_date(place.clause.after)
        return () if is_time else _close_of_day(groups, place)
    if groups["of"].casefold().endswith("in") and "day" not in groups["edge"].casefold():
        return ()  # "they start in May"
    has_of = bool(groups["of"]) or groups["edge"].casefold().startswith("close")
    if (
        has_of
        and not which
        and what not in MONTHS
        and not groups["the"]
        and _NOUN_FOLLOWS.search(place.clause.after)
    ):
        return ()
    if not has_of and (groups["what"] in _VERBS or (not is_end and what not in MONTHS)):
        return ()
    ahead = which in {"next", "following", "coming", "new", "forthcoming"}
    is_now = which in NOW and not is_end and _OF_TERM.search(what)  # its own first day: see ``composed``
    if is_now or (what == "week" and _NUMBERED.search(place.clause.after)):
        return ()
    day = (
        edge_of_term(what.replace("-", " "), ahead, is_end, place)
        if _OF_TERM.search(what)
        else _edge_of_period(what, ahead, is_end, groups, place)
    )
    if day is not None and _WORKING.search(groups["edge"]):
        day = _at_work(day, groups, is_end, place)
    return () if day is None else (Day(day, has_year=bool(groups["y"])),)


def _at_work(day: date, groups: Groups, is_end: bool, place: Place) -> date:
    """The first or last day from `day` on that offices, or schools, are at work."""
    step, calendar = -1 if is_end else 1, place.calendar
    if not calendar.is_working_day(day):
        day = calendar.add_working_days(day, step)
    is_known = calendar.term_after(day) is not None and calendar.terms[0].start <= day
    while "school" in groups["edge"].casefold() and is_known and not calendar.is_term_day(day):
        day = calendar.add_working_days(day, step)
    return day


def _edge_of_period(what: str, ahead: bool, is_end: bool, groups: Groups, place: Place) -> date | None:
    today = place.today
    if what in {"week", "quarter", "month", "month after next"}:
        return _edge_of_stretch(what, ahead, is_end, place)
    if what in MONTHS:
        return _edge_of_month(MONTHS[what], is_end, groups["y"], place)
    if what in {"financial year", "tax year"}:
        last = (3, 31) if what == "financial year" else (4, 5)
        end = date(today.year + (today > date(today.year, *last)), *last)
        return end if is_end else end + _DAY
    if what in {"academic year", "school year"}:
        return _edge_of_school_year(is_end, place)
    return date(today.year + ahead, 12, 31) if is_end else None


def _edge_of_school_year(is_end: bool, place: Place) -> date | None:
    if is_end:
        return edge_of_term("summer term", ahead=False, is_end=True, place=place)
    return next((first for first, _ in spans("new school year", place)), None)


def _edge_of_stretch(what: str, ahead: bool, is_end: bool, place: Place) -> date:
    """The end of this week, quarter or month, or the start of the next."""
    this_month = place.today.replace(day=1)
    if what == "week":
        last = last_of_week(place, is_next=ahead)
        return last if is_end else last - _DAY * last.weekday()
    step = 2 if what.endswith("next") else int(ahead or not (is_end or place.is_past))
    if what == "quarter":
        first = add_months(this_month, 3 * step - (this_month.month - 1) % 3)
        return end_of_month(add_months(first, 2)) if is_end else first
    first = add_months(this_month, step)
    return end_of_month(first) if is_end else first


def _edge_of_month(month: int, is_end: bool, year: str | None, place: Place) -> date | None:
    first = day_or_none(int(year) if year else place.today.year, month, 1)
    if first is not None and not year:
        is_over, is_begun = end_of_month(first) < place.today, first <= place.today
        away = -(not is_begun) if place.is_past else int(is_over)
        first = first.replace(year=first.year + away)
    return first if first is None or not is_end else end_of_month(first)


_NOTHING_ELSE = pattern(r"^\s*[.!?]*\s*$")


def _close_of_day(_groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "by close of play": today while the office is open, or else the next working day."""
    is_told = place.clause.has_direct_cue() or _NOTHING_ELSE.search(place.clause.after)
    if not is_told or place.is_beside or follows_date(place.clause.after):
        return ()
    calendar, today = place.calendar, place.today
    is_today = calendar.is_working_day(today) and place.now.time() < calendar.closes
    return (Day(today if is_today else calendar.add_working_days(today, 1), at=calendar.closes),)


_LEAVES = pattern(
    r"\b(?:break|broke|finish\w*|leav\w+|left|stop\w*|ends?|retir\w+)(?: (?:up|us|here|school))* $"
)
_FEASTS = frozenset({"easter", "christmas", "xmas", "good friday", "easter monday"})


def _holiday(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "by half term", "leave at half term": the last working day of term before it."""
    words = plain(groups["what"])
    if groups["at"] and not _LEAVES.search(place.clause.before):
        return ()
    skip, is_past = groups["all"].rindex(groups["what"]), place.clause.is_past()
    if words in _FEASTS:
        return () if is_past or groups["at"] else (Day(_feast(words, place.today), skip=skip),)
    day = _last_taught(words, place, is_past=is_past)
    return () if day is None else (Day(day, skip=skip, is_start=is_past),)


def _last_taught(words: str, place: Place, *, is_past: bool) -> date | None:
    """The last day before a break at which schools, or before a half term offices, are at work."""
    calendar, today, named = place.calendar, place.today, season_before(words)
    if is_half(words):
        starts = [first for first, _ in half_terms(words, calendar)]
    else:
        starts = [t.end + _DAY for t in calendar.terms if named in {"", season(t)}]
    if is_past:
        start = next((first for first in reversed(starts) if first <= today), None)
    else:
        start = next((first for first in starts if first > today), None)
    return None if start is None else calendar.add_working_days(start, -1)


def _feast(name: str, today: date) -> date:
    """Christmas Eve, Maundy Thursday (the last day "before" Easter), or the day that is named."""
    years = (today.year, today.year + 1)
    from_easter = {"easter": -3, "good friday": -2, "easter monday": 1}.get(name)
    days = [date(y, 12, 24) if from_easter is None else easter_sunday(y) + from_easter * _DAY for y in years]
    return next(day for day in days if day >= today)


_NAME_FOLLOWS = pattern(r"^ (?:(?-i:[A-Z][a-z])|\d)")


def _month_alone(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "by November": its first day; "mid-November" the 15th, "late November" the last."""
    if groups["m"].casefold() not in LONG_MONTHS and not groups["part"]:
        return ()
    if not groups["m"][0].isupper() or (_NAME_FOLLOWS.search(place.clause.after) and not groups["y"]):
        return ()
    first = _edge_of_month(MONTHS[groups["m"].casefold()], is_end=False, year=groups["y"], place=place)
    if first is None:
        return ()
    part = (groups["part"] or "").casefold()[:3]
    if not part and first <= place.today:
        return ()
    day = {"mid": first.replace(day=15), "lat": end_of_month(first)}.get(part, first)
    return (Day(day, has_year=bool(groups["y"]), skip=len(groups["cue"])),)


def _year_end(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "by year end", which in an office is that of the money."""
    what = "tax year" if "tax" in groups["what"].casefold() else "financial year"
    day = _edge_of_period(what, False, True, {"y": ""}, place)  # noqa: FBT003 - this one, its end
    return () if day is None or not ENDS_HERE.search(place.clause.after) else (Day(day),)


FORMS: tuple[Form, ...] = (
    Form(rf"(?:by|before|until|till?|at){W}(?:the{W})?month(?:{W}|-)end", _month_end),
    Form(
        rf"(?P<edge>end|close{W}of(?:{W}the)?|conclusion|start|beginning|commencement|last{W}(?:working{W}|school{W})?day"
        rf"|first{W}(?:working{W}|school{W})?day)(?:(?P<of>{W}(?:of|in)){W}(?P<the>the{W})?|{W}|-)"
        rf"(?P<which>(?:this|next|current|following|coming|new|forthcoming){W})?"
        rf"(?P<what>day|play|business|working{W}day|school{W}day|working{W}week|week|wk|month{W}after{W}next|month|quarter"
        rf"|(?:half[ -]?term"
        rf"|term)(?:{W}[1-6])?|ht ?[1-6]"
        rf"|(?:spring|summer|autumn){W}(?:term(?:{W}[12])?|[12])|(?:financial|tax|academic|school"
        rf"|calendar){W}year|year|{MON})\b"
        rf"(?:{W}(?P<y>20\d\d)\b)?",
        _edge,
    ),
    Form(r"(?:cop|cob|eod|eop|c\.o\.[pb]|e\.o\.[dp])", _close_of_day, is_hour=True),
    Form(
        rf"(?:(?P<at>at)|by|due|before|b4|until|till?|(?:no|not){W}later{W}than|prior{W}to|ahead{W}of|in{W}time{W}for){W}(?:the{W})?"
        rf"(?P<what>{HALF}|{HOLIDAYS}|good{W}friday|easter{W}monday|christmas|xmas|easter)",
        _holiday,
    ),
    Form(rf"(?:by|before|at){W}(?:the{W})?(?P<what>(?:financial{W}|tax{W})?year)(?:{W}|-)end", _year_end),
    Form(
        rf"(?P<cue>(?:(?:by|before|until|till?){W})?(?:(?:the{W})?(?P<part>mid|middle{W}of|early|late)(?:-|{W}(?:in{W})?)"
        rf"|(?:by|before|until|till?){W}))"
        rf"(?P<m>{MON})\b(?:{W}(?P<y>20\d\d)\b)?",
        _month_alone,
    ),
)
