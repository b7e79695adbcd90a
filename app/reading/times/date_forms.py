"""What is a form of writing a date, and what do all forms share?

Each form is a pattern and a function that works out the day; it answers with no day when its words are
no date after all. The day comes before the month, always. A date without a year is the next such day,
unless it lies no more than 30 days back (300 in a sentence about the past, or when its weekday fits).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from app.domain.calendar import SchoolCalendar
from app.reading.times.clock_times import CLOCK
from app.reading.times.date_words import MON, NUMBERS, WD, WEEKDAYS, W, day_or_none, pattern
from app.reading.times.deadlines import Clause

_DAY = timedelta(days=1)
_RECENT, _PAST = timedelta(days=30), timedelta(days=300)
_HALF_YEAR = 183
_FARTHEST = 20

_TOLD = rf"(?:the{W}|this{W})?(?:following|previous|past)"
_WEEKDAY = rf"(?:(?P<rel>this{W}coming|this|next|last|coming|{_TOLD}){W})?(?P<wd>{WD})"
WEEKDAY = rf"{_WEEKDAY}\b\.?"
LEAD = rf"(?:{_WEEKDAY}\.?(?:,?{W}\(?|{W}?[-,/(]{W}?)?)?(?:the{W})?"
"""What may stand before the figures of a date; "Fri5Dec" is written in a hurry."""
IS_CUED = pattern(
    r"\b(?:by|b4|on|before|until|til+|from|after|since|w/c|wc|commencing|beginning|starting|ending|between"
    r"|due|deadlines?|dates?"
    r"|dated|latest|than|to|and|for|back|of)(?:[ ]+the)?[\s:,(|-]*$"
)
FOLLOWS = (
    r"x+|at|if|but|so|as|is|was|are|were|isn't|wasn't|aren't|has|have|had|hasn't|will|won't|would|could"
    r"|should|can"
    r"|can't|cannot|might|may|must|shall|doesn't|didn't|goes|suits?|works?|clash(?:es)?|falls?|looks?"
    r"|sounds?|seems?"
    r"|remains?|stands?|starts?|begins?|ends?|needs?|please|pls|plz|thanks|thank|thx|ta|cheers|sorry|soz"
    r"|for|with"
    r"|without|via|in|on|before|after|by|until|till?|since|during|between|except|plus|and|or|because|cos"
    r"|unless"
    r"|though|although|whether|when|while|where|which|who|that|that's|then|there|here|i|i'm|i'll|we|we're"
    r"|we'll|you"
    r"|you're|he|she|they|they're|it|it's|this|next|latest|instead|rather|left|only|too|also|again|still"
    r"|not|now"
    r"|already|just|even|once|any|all|free|clear|good|fine|ok|okay|great|perfect|ideal|better|possible"
    r"|tricky|incl?"
    r"|difficult|awkward|away|off|tbc|tba|onwards?|inclusive|inst|sharp|provisional\w*|confirmed|cancelled"
    r"|morning"
    r"|afternoon|aft|arvo|evening|eve|night|lunch\w*|meaning|giving|no|yes|being|due|kind regards|regards"
    r"|depending|subject to|provided|assuming|weather|including|followed|starting|finishing|leaving|returning"
    r"|best (?:for|to)|whichever|whatever|respectively|hopefully|definitely|obviously|naturally|ever"
)
"""The words that may follow a date and are nothing that it counts, as the "floor" of "the 4th floor" is."""
IS_CLOSED = pattern(rf"^\s*(?:$|/[ ]|[.,;:!?()@\]|\"*-]|\n|{CLOCK}|(?:{FOLLOWS}|of|from|the|to)\b)")


JUST_BEFORE = pattern(r"^(?:[\s,(.-]|\b(?:on|of|the)\b)*$")
"""What may stand between an hour and the date behind it: "by noon on the last Friday"."""
ENDS_HERE = pattern(r"^\s*(?:$|[.,;:!?)-]|(?:and|or|if|so|please|to|as|but|at|for)\b)")
"""What may follow words that are a date only when nothing belongs to them ("by month end")."""


@dataclass(frozen=True, slots=True)
class Place:
    """What surrounds the words of a possible date, and the moment of sending in London."""

    clause: Clause
    now: datetime
    calendar: SchoolCalendar
    is_deadline: bool
    previous: date | None = None
    """The date named before this one in the text."""
    between: str | None = None
    """What stands between the two."""
    gap: int | None = None
    """How many characters that is."""
    above: str = ""
    """What stands before the words, whatever it is."""

    @property
    def all_between(self) -> str | None:
        """What stands between the two where that is so little that it is kept whole."""
        return self.between if self.between is not None and self.gap == len(self.between) else None

    @property
    def is_joined(self) -> bool:
        """Whether only "and", "to", a comma or the like parts this from the date before it."""
        return self.between is not None and bool(_JOINS.search(self.between))

    @property
    def is_beside(self) -> bool:
        """Whether nothing parts this from the date before it, as with "3 December, by noon"."""
        return self.between is not None and bool(_BESIDE.search(self.between))

    @property
    def today(self) -> date:
        """The day of sending."""
        return self.now.date()

    @property
    def is_past(self) -> bool:
        """Whether the date is told as past, and is none to act by.

        Words before another date tell of that: "signed 16 March, keys on the 1st".
        """
        if self.is_deadline:
            return False
        between = self.all_between or ""
        if _NEW_CLAUSE.search(between) and not _SAME_CLAUSE.search(between):
            return Clause(between, self.clause.after).is_past()
        return self.clause.is_past()


@dataclass(frozen=True, slots=True)
class Day:
    """One day that a form names. `skip` and `stop` narrow the matched words down to the date."""

    day: date
    weekday_said: int | None = None
    has_year: bool = False
    at: time | None = None
    skip: int = 0
    stop: int | None = None
    is_start: bool = False
    """The first day of a stretch, or a day gone by: it is never the deadline."""


_NEW_CLAUSE = pattern(
    r"^\)?[,;] (?:(?:and|but) )?(?:the )?[a-z]{3,} (?:[a-z']+ )*(?:on|by|from|at) (?:the )?$"
)
_SAME_CLAUSE = pattern(r"^[,;] (?:(?:and|but) )?(?:nor|then|again|also|once|later|both|only|not) ")
_JOINS = pattern(
    r"^\s*(?:[-,&+/;]|,? ?(?:or|and|to|until|till?|then|through)\b)\s*(?:(?:or|and|on|from|then|the) )*$"
)
_BESIDE = pattern(r"^(?:[\s,;:(@.|-]|\b(?:at|by|before|no later than|the|latest|on)\b)*$")
Groups = Mapping[str, str]
Resolve = Callable[[Groups, Place], tuple[Day, ...]]


@dataclass(frozen=True, slots=True)
class Form:
    """A way of writing dates. `asks` lets a request without a preposition make it a deadline."""

    expression: str
    resolve: Resolve
    asks: bool = False
    is_hour: bool = False
    """Whether only an hour is told, so that a date right beside it is the day."""


def nearest(month: int, day: int, place: Place, weekday: int | None) -> date | None:
    """The day meant by a date without a year (see the head of this file)."""
    today = place.today
    years = [day_or_none(year, month, day) for year in range(today.year - 1, today.year + 9)]
    known = [d for d in years if d is not None]
    ahead = next((d for d in known if d >= today), None)
    behind = next((d for d in reversed(known) if d < today), None)
    if behind is None or (today - behind > timedelta(days=_HALF_YEAR) and not place.is_past):
        return ahead
    gone = today - behind
    fits = (
        weekday is not None and behind.weekday() == weekday and (ahead is None or ahead.weekday() != weekday)
    )
    if gone <= _RECENT or fits or (gone <= _PAST and place.is_past):
        return behind
    return ahead


def year_of(words: str, place: Place) -> int:
    """A year of four digits, or of two: then no more than twenty years ahead ("75" is 1975)."""
    digits = words.lstrip("'")
    if len(digits) > len("26"):
        return int(digits)
    year = place.today.year // 100 * 100 + int(digits)
    return year if year <= place.today.year + _FARTHEST else year - 100


def weekday_of(groups: Groups) -> int | None:
    """The weekday that a form holds beside its date."""
    return WEEKDAYS.get(groups["wd"].casefold()) if groups["wd"] else None


def coming(weekday: int, today: date) -> date:
    """The next such weekday after today."""
    return today + _DAY * ((weekday - today.weekday() - 1) % 7 + 1)


def gone(weekday: int, day: date) -> date:
    """The last such weekday before `day`."""
    return day - _DAY * ((day.weekday() - weekday - 1) % 7 + 1)


def in_week(weekday: int, today: date, weeks: int) -> date:
    """The weekday of this week, or of one so many `weeks` ahead; weeks start on Monday."""
    return today + _DAY * (weekday - today.weekday() + 7 * weeks)


def number(words: str) -> int:
    """A number in digits or words."""
    return int(words) if words.isdigit() else NUMBERS[" ".join(words.casefold().split())]


_DATE_FOLLOWS = pattern(
    r"^[\s,(-]*(?:(?:on|of|the|this|next|coming)[ ]+)*"
    rf"(?:(?:last|first)[ ]+(?:working[ ]+|school[ ]+)?day\b|{WD}\b|{MON}\b|today|tonight|tom+or+ow"
    rf"|\d{{4}}-\d|\d{{1,2}}(?:st|nd|rd|th|[./ -]\d|[ ]{MON}))"
)


def follows_date(after: str) -> bool:
    """Whether a date comes next, so that the words before only give its time."""
    return bool(_DATE_FOLLOWS.search(after))
