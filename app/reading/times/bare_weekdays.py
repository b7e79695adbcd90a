"""Which day do "Friday", "next Friday" and "by 3pm" mean, with no date beside them?

A bare weekday is the next one, never today; "next Friday" is the Friday of next week (weeks start on
Monday). Weekdays that come every week ("every Friday", "Monday to Friday") are no dates.
"""

from datetime import timedelta

from app.reading.times.clock_times import CLOCK
from app.reading.times.date_forms import FOLLOWS, Day, Groups, Place, coming, gone, in_week
from app.reading.times.date_words import LONG_WEEKDAYS, WD, WEEKDAYS, pattern

_DAY = timedelta(days=1)
_EVERY = pattern(
    r"(?:\b(?:every(?: other| second| third)?|each|most|alternate|an?|any|odd|occasional"
    r"|(?:the|all|of|needs?|wants?|has|have|had|got|only|are|were|just|about) \d{1,3}"
    r"|good|happy|manic|thank (?:god|goodness|heavens) it's"
    r"|ruby|black|cyber|ash|shrove|palm|easter|casual|bank holiday|red nose"
    r"|mrs?\.?|ms|miss|super|mothering|remembrance|sheffield|girl|man|per"
    r"|(?:my|our|his|her|their) (?:non-)?(?:working|busiest|quietest|favourite|usual|normal) day is))[ ]*$"
)
_ROW_BEFORE = pattern(rf"\b{WD}\.?(?:[ ]?(?:-|to|&|,|until|till)[ ]?|[ ])[ ]*$")
_IS_NAME = pattern(
    r"^ (?-i:Street|Times|Club|Group|Wood|Lane|Road|School|Primary|Mirror|Telegraph|Express|Mail|Island"
    r"|Society|Hill)\b"
    r"|^ (?:(?:morning|afternoon|lunch ?time|evening|night|after-school) )?"
    r"(?:clubs?|choirs?|orchestra|groups?|market|rota|shift|football|gym|league|job|girl|boy|feeling|best|blues|roast"
    r"|prayers?|calls|meetings|sessions|lessons|classes|deliveries|rehearsals|clinics|briefings)\b"
)
_OWN = pattern(r"\b(?:the|that|this|these|those|my|your|our|his|her|their|to|mr|mrs|miss|ms)[ ]$")
_THEIRS = pattern(
    r"^ (?:(?-i:[A-Z][a-z]{2,})|(?:famil(?:y|ies)|lot|lads?|lass(?:es)?|dads?|mums?|boys|girls|lad(?:y|ies)"
    r"|crew|gang|bunch|friends|volunteers?|regulars?|staff|crowd|squad|teams?|reader|man|men|wom[ae]n|people|folk|club"
    r"|round|run|flight|van|clinic|class|table|list|rota|order|deliver(?:y|ies)|service|poem|funny)\b)"
)
"""Who and what is of a weekday each week: "the Friday crew"."""
_SPREAD = pattern(
    rf"^(?:s\b|[ ]?(?:-|to|until|till|through)[ ]?{WD}\b"
    r"|[ ](?:morning|afternoon|evening|night|lunchtime)s\b)"
)
_BESIDE = pattern(
    r"^ (?:after next|(?:of|in) (?:week|wk) \d"
    r"|(?:after|before) (?:the )?(?:half[ -]?term|easter|christmas|(?:bank )?holidays?"
    r"|new year))\b"
)
_OWN_CUE = pattern(
    r"\b(?:by|b4|on|until|till?|before|from|for|since|this|next|last|due|deadline|see (?:you|u|ya))[ :]*"
    rf"(?:(?:cop|cob|eod|eop|noon|mid-?day|lunch ?time|{CLOCK})[ ,]*)?$"
)


_PATTERN = pattern(
    r"\b(?:work(?:s|ing)?(?: days| pattern| hours)?|open(?:s|ing)?|hours|office days|days in|normally|usually"
    r"|always|clubs?|attends?|teach(?:es)?|part[- ]time|timetabled?|lessons?)\b"
    r"[^.!?\n]{0,60}$"
)
_LISTED = pattern(rf"^\.?(?:[ ]?[,&+][ ]?|[ ](?:and[ ])?)(?:{WD})\b")
_FREE = frozenset({"tues", "wed", "weds", "thur", "thurs", "fri"})
_TO_MARRY = pattern(
    r"\b(?:to|newly|were|was|are|is|just|have|has|be|been|get|got|getting|will|who|so we|i|we|they"
    r"|pupils|couples?)[ ]$"
)
_HOUR_FOLLOWS = pattern(rf"^ (?:at |@ ?)?{CLOCK}")
_ASKED_OF = pattern(r"\b(?:chance of|how about|what about|make|do|for|free|ok|okay)[ ]$")
_FREE_AFTER = pattern(
    r"^(?:'s (?:fine|good|ok|okay|no good|better|best|out|off|free|full|not)\b"
    r"|\.?\s*(?:$|[,:;!?)@]|- |-\d|\.(?:\s|$)|\d{1,2}(?:[.:]\d\d)?(?:am|pm|\b)"
    r"|(?:am|pm|c\.?o\.?[bp]|eo[dp]|noon|from|to|bring"
    rf"|meeting|session|slot|{FOLLOWS})\b|[/\"*|(]))"
)


_IS_TO_COME = pattern(r"\b(?:is|are|be|for|by|until|till|due|to)[ ]$")


def _stands_alone(words: str, place: Place) -> bool:
    """Whether a short weekday is a day without a word that asks for one: "swap with you thurs?"."""
    before, after = place.clause.before, place.clause.after
    is_plain = (
        words.casefold() in _FREE
        or _ASKED_OF.search(before) is not None
        or _HOUR_FOLLOWS.search(after) is not None
        or _HOUR_BEFORE.search(before) is not None
        or (
            words[0].isupper() and not words.isupper() and not (words in _PAPERS and _IS_PAPER.search(before))
        )
    )
    return (
        is_plain
        and not (words == "wed" and _TO_MARRY.search(before))
        and bool(_FREE_AFTER.search(after))
        and not (_PATTERN.search(before) and not _HOUR_BEFORE.search(before))
        and not _LISTED.search(after)
    )


_IS_PAPER = pattern(r"(?:^|[\n,:.&|]|\b(?:the|a|an|and|or|in|my|your|our))\s*$")
_PAPERS = frozenset({"Sun", "Sat"})
"""What may stand before "Sun" and "Sat" that are no days: "in the Sun"."""
_HOUR_BEFORE = pattern(rf"\b(?:opens|starts?|from|at)(?: at)? {CLOCK},? (?:on )?$")


_ALWAYS = pattern(r"\b(?:every(?: other| second| third)?|each|most|alternate|any|on an?)[ ]+$")


def comes_every_week(before: str) -> bool:
    """Whether what comes before weekdays makes them those of every week."""
    return bool(_ALWAYS.search(before) or _PATTERN.search(before))


def may_be_weekday(words: str) -> bool:
    """Whether a short weekday is one: "by fri", but not "the sun" or "sat" in small letters."""
    return words[0].isupper() or words not in {"sun", "sat"}


def weekday_alone(groups: Groups, place: Place, stop: int | None = None) -> tuple[Day, ...]:
    """For "Friday" and "next Friday"; `stop` is where the weekday ends when more was matched."""
    said, rel = WEEKDAYS.get(groups["wd"].casefold()), (groups["rel"] or "").lower()
    before, after = place.clause.before, place.clause.after
    rel = "" if rel == "following" and after.startswith("'s") else rel  # "following Friday's hearing"
    if (
        said is None
        or _EVERY.search(before)
        or (not rel and _ROW_BEFORE.search(before))
        or _BESIDE.search(after)
        or _IS_NAME.search(after)
        or (_OWN.search(before) and _THEIRS.search(after))
        or (stop is None and _SPREAD.search(after))
    ):
        return ()
    is_long = groups["wd"].casefold() in LONG_WEEKDAYS
    is_cued = (rel or _OWN_CUE.search(before)) and may_be_weekday(groups["wd"])
    if not is_long and not is_cued and not _stands_alone(groups["wd"], place):
        return ()
    if rel.endswith("following"):
        start = place.previous or coming(said, place.today)
        day = coming(said, start)
    elif rel == "next":
        day = in_week(said, place.today, 1)
    elif rel.endswith(("last", "previous", "past")) or (not rel and place.is_past):
        day = gone(said, place.today)
    elif rel == "this" and said < place.today.weekday() and place.is_past and not _IS_TO_COME.search(before):
        day = in_week(said, place.today, 0)
    elif rel == "this":
        day = place.today + _DAY * ((said - place.today.weekday()) % 7)
    else:
        day = coming(said, place.today)
    return (Day(day, stop=stop),)
