"""In which week lies a weekday that is told beside another day: "Thursday 22nd, and staff on the Friday"?

With an article ("the Friday") it is the next one after the day before it, "that week" puts it in the week of
the day beside it, and behind "to" or "next week" it goes on from there; "the Wednesday" may be that of a half
term told before it. Alone it is the next one from today (``bare_weekdays``).
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from app.domain.calendar import SchoolCalendar
from app.domain.reading import DateMention, DateRole
from app.reading.times.date_forms import coming, gone, in_week
from app.reading.times.date_words import WEEKDAYS, pattern
from app.reading.times.school_spans import HALF, plain
from app.reading.times.school_terms import half_terms

_FARTHEST, _LEAD = 120, 8
_LONG_GONE = timedelta(days=14)
_GAP = pattern(r"\n[ \t]*\n")
_THE = pattern(r"(?:^|[\s,;(-])the $")
_JOINED = pattern(r"^ ?(?:-|to|until|till?|through|and|&) ?(?:the )?$")
_LISTED = pattern(r"^[^.!?\n]{0,60}$")
_TURNED = pattern(r"\b(?:before|by|until|unless|back|this|not|instead|was|were|last|so)\b")
_RETURNS = pattern(r"^\)?[.,;]? [^.!?\n]{0,30}\b(?:return|back|resume|reopen|start back)s?(?: on)? $")
_UNTIL = pattern(r"^[^.!?;\n]{0,60} (?:until|till?|through to|right through) $")
_ASKED = pattern(r"\b(?:so|you|your|please|need|must|have|by|not|no)\b")
_NEXT_WEEK = pattern(r"\b(?:next week|week after next)$")
_THAT_WEEK = pattern(r"^,? (?:(?:of|in) )?(?:that|the same) week\b")
_OF_ANOTHER = pattern(r"^ (?:after|before|following|of|in|that|we|they|when|which|next|last|gone|week)\b")


def in_its_week(
    text: str, found: Iterable[DateMention], today: date, calendar: SchoolCalendar
) -> list[DateMention]:
    """The dates in order; a weekday that goes on from a date beside it lies where that one says."""
    told: list[DateMention] = []
    dates = list(found)
    for n, mention in enumerate(dates):
        weekday = WEEKDAYS.get(text[mention.start : mention.end].casefold().rstrip("."))
        before = told[-1] if told else None
        after = dates[n + 1] if n + 1 < len(dates) else None
        day = None if weekday is None else _of_named_week(text, weekday, mention, today)
        if weekday is not None and day is None:
            day = _in_stretch(text, weekday, mention, told) or _meant(text, weekday, mention, before, after)
        if weekday is not None and day is None:
            opens = max(before.end if before else 0, mention.start - _FARTHEST)
            week = _week_off(text[opens : mention.start], today, calendar)
            day = None if week is None else in_week(weekday, week, 0)
        role = DateRole.MENTION if day is not None and day < today else mention.role
        told.append(mention if day is None else replace(mention, day=day, role=role))
    return told


def _of_named_week(text: str, weekday: int, mention: DateMention, today: date) -> date | None:
    """The weekday of the week that its clause names: "next week I can do Tuesday"."""
    before = text[max(0, mention.start - _FARTHEST) : mention.start]
    told = _WEEK_BEFORE.search(before)
    if told is not None:
        is_last, between = told["which"].casefold() == "last", told["between"]
        is_other = (_ASKED_SINCE if is_last else _TURNED_FROM).search(between)
        is_away = not is_last and _AWAY.search(before[: told.start()])
        return None if is_other or is_away else in_week(weekday, today, -1 if is_last else 1)
    is_after = _WEEK_AFTER.search(text[mention.end : mention.end + _FARTHEST])
    return in_week(weekday, today, 1) if is_after else None


_WEEK_BEFORE = pattern(r"\b(?P<which>next|last) week\b(?P<between>[^.!?\n]{0,50})$")
_TURNED_FROM = pattern(
    r"\b(?:but|so|before|by|until|till?|unless|not|no|otherwise|instead|rather|back|away|then|today|tomorrow|this"
    r"|can't|won't|full|after|from|since|week)\b"
)
_ASKED_SINCE = pattern(
    r"\b(?:can|could|will|shall|please|see|let's|if|i'll|we'll|but|so|until|before|back|next|this|then|for"
    r"|due|is|are)\b"
)
_AWAY = pattern(
    r"\b(?:away|leave|off|out|holiday|closed|shut|busy|not|no|by|before|until|after)\b[^.!?\n]{0,30}$"
)
_WEEK_AFTER = pattern(
    r"^(?:'s)? (?:(?:works?|is|suits?|would|might|may|could|be|good|fine|best|better|ok|okay|possible|free"
    r"|clear|(?:for|with) (?:me|us|you)|looks?|morning|afternoon|evening|am|pm|at [\w.:]+) )+next week\b"
)


def _week_off(before: str, today: date, calendar: SchoolCalendar) -> date | None:
    """A day of the half term that is told before "the Wednesday"; None where none is."""
    half = _HALF_BEFORE.search(before)
    if half is None:
        return None
    return next((a for a, b in half_terms(plain(half["half"]), calendar) if b >= today), None)


_HALF_BEFORE = pattern(rf"\b(?P<half>{HALF})\b[^.!?\n]{{0,60}}\bthe $")


def _in_stretch(text: str, weekday: int, mention: DateMention, told: list[DateMention]) -> date | None:
    """The weekday in the days before it: "16-20 November, odd socks on the Monday"."""
    if len(told) < _BOTH or mention.start - told[-1].end > _FARTHEST:
        return None
    first, last = told[-2:]
    between = text[last.end : mention.start]
    if not _TO.search(text[first.end : last.start]) or not _THE.search(between) or _GAP.search(between):
        return None
    day = _on_from(first.day, weekday)
    return day if day <= last.day and not _OF_ANOTHER.search(text[mention.end :][:_FARTHEST]) else None


_BOTH, _TO = 2, pattern(r"^ ?(?:-|to|until|till?) ?(?:the )?$")


def _meant(
    text: str, weekday: int, mention: DateMention, before: DateMention | None, after: DateMention | None
) -> date | None:
    """The day of the weekday by what stands beside it; None where nothing does."""
    tail = text[mention.end : mention.end + _FARTHEST]
    is_near = before is not None and mention.start - before.end <= _FARTHEST
    between = text[before.end : mention.start] if before is not None and is_near else "\n\n"
    is_near = _GAP.search(between) is None
    if _THAT_WEEK.search(tail):
        beside = before if is_near else after
        return None if beside is None else in_week(weekday, beside.day, 0)
    if before is None or not is_near:
        return None if after is None else _ahead_of(text, weekday, mention, after)
    if before.day < mention.day - _LONG_GONE and not _THE.search(between):
        return None
    if _THE.search(between):
        return None if _OF_ANOTHER.search(tail) else _on_from(before.day, weekday)
    goes_on = _JOINED.search(between) or (
        _NEXT_WEEK.search(text[before.start : before.end].casefold())
        and _LISTED.search(between)
        and not _TURNED.search(between)
    )
    goes_on = (
        goes_on
        or _RETURNS.search(between) is not None
        or (_UNTIL.search(between) and not _ASKED.search(between))
    )
    return coming(weekday, before.day) if goes_on and mention.day < before.day else None


def _ahead_of(text: str, weekday: int, mention: DateMention, after: DateMention) -> date | None:
    """For "INSET is on the Monday, so children are back on 5 June": the last up to it."""
    has_article = _THE.search(text[max(0, mention.start - _LEAD) : mention.start])
    between = text[mention.end : after.start][:_FARTHEST]
    is_led = has_article and _LISTED.search(between) and not _OF_ANOTHER.search(between)
    return _up_to(after.day, weekday) if is_led and after.day > mention.day else None


def _up_to(day: date, weekday: int) -> date:
    """The day itself where it is that weekday, or the last one before it."""
    return day if day.weekday() == weekday else gone(weekday, day)


def _on_from(day: date, weekday: int) -> date:
    """The day itself where it is that weekday, or the next one."""
    return day if day.weekday() == weekday else coming(weekday, day)
