"""Which day do "a week on Friday", "Thursday of next week" and "the Friday before last" mean?

Weekdays counted in weeks from today; weeks start on Monday.
"""

from datetime import date, timedelta

from app.reading.times.bare_weekdays import weekday_alone
from app.reading.times.date_forms import Day, Form, Groups, Place, coming, gone, in_week, number
from app.reading.times.date_words import GAP, NUM, WD, WEEKDAYS, W, pattern

_DAY, _WEEK = timedelta(days=1), timedelta(weeks=1)
TOMORROW = (
    rf"(?:(?:to?|2)[ -]?m+(?:o?r+(?:ow?|a|w)|oz)s?|tmr|the{W}morr?(?:n|a|ow)(?:'s{W}(?:morn|nicht|night))?\b)"
)
ENDS = pattern(r"^\s*(?:$|[.,;!?)]|(?:is|and|at|for|if|or|then|please)\b)")


def _weekday(groups: Groups) -> int:
    return WEEKDAYS[groups["wd"].casefold()]


def _after_next(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "the Tuesday after next" and "next Tuesday but one"."""
    return (Day(in_week(_weekday(groups), place.today, 2)),)


def _one_after(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "this Friday? no, the one after": the week behind it."""
    return (Day(coming(_weekday(groups), place.today) + _WEEK),)


def _this_or_next(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "this Friday or next"."""
    first, stop = coming(_weekday(groups), place.today), len(groups["this"])
    if _OTHER.search(place.clause.after):
        return (Day(first, stop=stop),)
    return Day(first, stop=stop), Day(first + _WEEK, skip=groups["all"].casefold().rindex("next"))


_OTHER = pattern(rf"^ (?:{WD}|week|month|term)\b")


def _before_last(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "the Friday before last", "last Friday but one" and "last Tuesday week"."""
    return (Day(gone(_weekday(groups), place.today) - _WEEK, is_start=True),)


def _weekday_next(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "Monday next"; "Monday next to the hall" is another."""
    if not ENDS.search(place.clause.after):
        return weekday_alone({**groups, "rel": ""}, place, len(groups["wd"]))
    return (Day(in_week(_weekday(groups), place.today, 1)),)


def _weekday_last(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "Tuesday last", "Friday gone", "Sunday past"."""
    if "gone" not in groups["all"].casefold() and not ENDS.search(place.clause.after):
        return weekday_alone({**groups, "rel": ""}, place, len(groups["wd"]))
    return (Day(gone(_weekday(groups), place.today), is_start=True),)


def _weekdays_ago(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "two Fridays ago", "two Fridays from now" and "in two Fridays' time"."""
    weekday, count = _weekday(groups), number(groups["n"]) - 1
    if not groups.get("ago"):
        return (Day(coming(weekday, place.today) + _WEEK * count),)
    return (Day(gone(weekday, place.today) - _WEEK * count, is_start=True),)


def _weeks_back(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "a week yesterday", "two weeks last Tuesday" and "a week past Thursday"."""
    weekday = WEEKDAYS.get((groups["wd"] or groups.get("wd2", "")).casefold())
    last = place.today - _DAY if weekday is None else gone(weekday, place.today)
    return (Day(last - _WEEK * _weeks(groups), is_start=True),)


_LAST_OF_TERM = pattern(r"\bof the last week$")


def _weekday_of_week(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "Thursday next week", "Tuesday of this week"; the week following something else is not known."""
    which = " ".join((groups["which"] or groups["later"]).casefold().split())
    if "following" in which:
        return ()
    term = place.calendar.term_of(place.today) if _LAST_OF_TERM.search(groups["all"]) else None
    if term is not None and ENDS.search(place.clause.after):
        return (Day(in_week(_weekday(groups), term.end, 0)),)
    weeks = {"this": 0, "last": -1, "week after next": 2, "week before last": -2}.get(which, 1)
    return (Day(in_week(_weekday(groups), place.today, weeks)),)


def _weekday_in_weeks(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "Thursday in two weeks", "in two weeks' time on the Thursday" and "Friday two weeks ago"."""
    weeks = -_weeks(groups) if groups.get("ago") else _weeks(groups)
    return (Day(in_week(_weekday(groups), place.today, weeks), is_start=weeks < 0),)


def _weekday_weeks(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "Thursday three weeks": so many weeks after the next Thursday."""
    if not _CLOSES.search(place.clause.after):
        return weekday_alone({**groups, "rel": ""}, place, len(groups["wd"]))
    return (Day(coming(_weekday(groups), place.today) + _WEEK * _weeks(groups)),)


_CLOSES = pattern(r"^\s*(?:$|[.,;!?)]|(?:is|at|if|or|then|please|suits|works|will)\b)")
_IDIOM = pattern(r"^ \d|^,? (?:in,? (?:and |& )?(?:week,? )?out|on week|by week)\b")
_LASTS = pattern(r"\b(?:for|lasts?|lasting|spend|spent|over)(?: (?:about|up to|the|another))?[ ]$")


def _weeks_on(groups: Groups, place: Place) -> tuple[Day, ...]:
    """For "Friday week", "a week on Friday", "a fortnight today", "two weeks tomorrow", "yesterday week"."""
    words, way = " ".join(groups["from"].casefold().split()), groups.get("on", "").casefold()
    if words == "yesterday":
        return (Day(place.today - _DAY - _WEEK * _weeks(groups), is_start=True),)
    start = _start_day(words, place)
    if groups["rel"].casefold() == "next" and words in WEEKDAYS:
        start = in_week(WEEKDAYS[words], place.today, 1)
    is_so_far = words == "now" and not way
    if start is None or is_so_far or ("on" not in groups and _IDIOM.search(place.clause.after)):
        return ()
    if way == "from" and _LASTS.search(place.clause.before):
        return (Day(start, skip=groups["all"].rindex(groups["from"])),)
    return (Day(start + _WEEK * _weeks(groups)),)


def _start_day(words: str, place: Place) -> date | None:
    if words in {"today", "tonight", "now", "this day"}:
        return place.today
    if words.startswith(("to", "2", "tm", "the m")):
        return place.today + _DAY
    weekday = WEEKDAYS.get(words)
    return None if weekday is None else coming(weekday, place.today)


def _weeks(groups: Groups) -> int:
    count = number(groups["n"]) if groups.get("n") else 1
    return count * (2 if groups["span"].casefold().startswith("fortnight") else 1)


_PART = rf"(?:{W}(?:morning|afternoon|evening|night|lunch(?:time)?|am|pm))?"
_WEEKS = r"weeks?|wks?|fortnights?"
_SPAN = rf"(?:(?P<n>{NUM}){GAP})?(?P<span>{_WEEKS})"
_LATER = rf"week{W}after{W}next|week{W}before{W}last"
FORMS: tuple[Form, ...] = (
    Form(rf"(?:the{W})?(?P<wd>{WD}){W}after{W}next", _after_next, asks=True),
    Form(rf"next{W}(?P<wd>{WD}){W}but{W}one", _after_next, asks=True),
    Form(
        rf"this{W}(?:coming{W})?(?P<wd>{WD}),?{W}(?:(?:but{W}|no,?{W})?the{W}(?:one{W}after|(?:following|next){W}one)"
        rf"|but{W}(?:the{W})?next(?:{W}(?:one|week))?)\b",
        _one_after,
        asks=True,
    ),
    Form(rf"(?P<this>this{W}(?P<wd>{WD})){W}(?:or|and){W}(?:the{W})?next\b", _this_or_next, asks=True),
    Form(rf"(?:the{W})?(?P<wd>{WD}){W}before{W}last\b", _before_last),
    Form(rf"(?:the{W})?last{W}(?P<wd>{WD}){W}(?:but{W}one|week)\b", _before_last),
    Form(
        rf"{_SPAN}{W}(?:(?:ago{W}(?:on{W})?)?(?:yesterday|last{W}(?P<wd>{WD}))|ago{W}(?:on{W})?(?P<wd2>{WD}))",
        _weeks_back,
    ),
    Form(rf"{_SPAN}{W}past{W}(?:on{W})?(?P<wd>{WD})", _weeks_back),
    Form(
        rf"(?:(?:on|coming){W})?(?P<wd>{WD})\.?{_PART},?{W}(?:at{W}the{W}end{W}of{W}|of{W}|in{W})?(?:the{W})?"
        rf"(?:(?P<which>next|this|coming|following|last){W}week|(?P<later>{_LATER}))",
        _weekday_of_week,
        asks=True,
    ),
    Form(
        rf"(?:(?P<which>next|this|last){W}week|the{W}(?P<later>week{W}after{W}next)),?{W}(?:on{W})?(?:the{W})?(?P<wd>{WD})",
        _weekday_of_week,
        asks=True,
    ),
    Form(
        rf"(?:on{W})?(?P<wd>{WD}){_PART},?{W}(?:in{W}{_SPAN}'?s?(?:{W}time)?)\b",
        _weekday_in_weeks,
    ),
    Form(rf"(?P<wd>{WD}){_PART},?{W}{_SPAN}{W}(?:(?P<ago>ago)|from{W}now|hence)\b", _weekday_in_weeks),
    Form(
        rf"in{W}{_SPAN}(?:'?s?{W}time,?{W}on{W}(?:the{W})?|,?{W}on{W}the{W})(?P<wd>{WD})\b",
        _weekday_in_weeks,
    ),
    Form(
        rf"(?:(?P<rel>next|this|on|coming){W})?(?P<from>today|this{W}day|yesterday|{TOMORROW}|{WD}){W}"
        rf"(?P<span>week|wk|fortnight)",
        _weeks_on,
        asks=True,
    ),
    Form(
        rf"(?:in{W})?{_SPAN}(?:'s)?(?:{W}time)?{W}(?:(?P<on>on|from){W})?"
        rf"(?:this{W}(?:coming{W})?|(?P<rel>next){W}|come{W}|coming{W})?(?P<from>today|tonight|now|{TOMORROW}|{WD})",
        _weeks_on,
        asks=True,
    ),
    Form(rf"(?P<wd>{WD}){W}(?P<n>{NUM}){W}(?P<span>{_WEEKS})\b", _weekday_weeks, asks=True),
    Form(rf"(?P<wd>{WD}){W}next\b", _weekday_next, asks=True),
    Form(rf"(?P<wd>{WD}){W}(?:last|(?:just{W})?(?:gone|past))\b", _weekday_last),
    Form(rf"(?P<n>{NUM}){W}(?P<wd>{WD})s{W}(?:(?P<ago>ago)|from{W}now|hence)\b", _weekdays_ago),
    Form(rf"in{W}(?P<n>{NUM}){W}(?P<wd>{WD})s?'?s?{W}time\b", _weekdays_ago),
)
