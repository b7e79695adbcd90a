"""Which days does a text (the author's own words, or the subject) name, and which of them are deadlines?

One pass finds the words of every form; each is then read with a little of its sentence on either
side. Linear in the text; after the first 500 dates the rest is not read.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime

from app.domain.calendar import SchoolCalendar, in_london
from app.domain.draft import Field
from app.domain.reading import DateMention, DateRole
from app.reading.times import (
    after_that,
    beside_holidays,
    days_of_month,
    hours_alone,
    named_days,
    number_dates,
    period_edges,
    relative_dates,
    short_figures,
    week_parts,
    weekday_rows,
    weekdays_on,
    written_dates,
)
from app.reading.times.anchors import anchors
from app.reading.times.asked_by import is_asked_by
from app.reading.times.breaks import with_breaks
from app.reading.times.composed import composed
from app.reading.times.counted_from import counted_from
from app.reading.times.date_forms import JUST_BEFORE, Day, Form, Place
from app.reading.times.date_words import WD, WEEKDAYS, all_of, flatten, pattern, without_names
from app.reading.times.deadlines import Clause, clause_around
from app.reading.times.glued import end_of, is_glued, is_glued_before
from app.reading.times.hour_apart import with_hours
from app.reading.times.in_its_week import in_its_week
from app.reading.times.in_order import in_order
from app.reading.times.misspelt import spelt
from app.reading.times.then import with_then
from app.reading.times.times_beside import in_evening, time_near
from app.reading.times.whole_weeks import with_weeks

MOST_DATES = 500
_MOST_TRIED = 3_000
_ALL: tuple[Form, ...] = (
    *written_dates.FULL,
    *number_dates.FORMS,
    *short_figures.FORMS,
    *beside_holidays.FORMS,
    *named_days.FORMS,
    *days_of_month.FORMS,
    *hours_alone.FORMS,
    *weekday_rows.FORMS,
    *weekdays_on.FORMS,
    *relative_dates.FORMS,
    *after_that.FORMS,
    *week_parts.FORMS,
    *period_edges.FORMS,
    written_dates.BARE,
)
_ANYWHERE = pattern(r"\b(?:" + "|".join(without_names(form.expression) for form in _ALL) + r")(?:\b|\s|$)")
_PATTERNS = tuple(pattern(rf"(?P<all>{form.expression})\.?") for form in _ALL)
_TOGETHER = all_of(rf"(?:{form.expression})\.?" for form in _ALL)


def find_dates(
    own: str, sending_at: datetime, calendar: SchoolCalendar, field: Field = Field.BODY
) -> tuple[DateMention, ...]:
    """The dates in `own`, in order, as London understands them at `sending_at` (timezone-aware)."""
    written, now = spelt(flatten(own)), in_london(sending_at)
    text = written.text
    found: list[DateMention] = []
    hour_alone = False
    for tried, match in enumerate(_ANYWHERE.finditer(text)):
        if len(found) >= MOST_DATES or tried >= _MOST_TRIED:
            break
        start, words = match.start(), match.group()
        while words:
            begins, end = _bounds(text, start, words)
            told: list[DateMention] = []
            if _is_free(text, begins, end, found):
                form, told = _mentions(text, (begins, end), found, now, calendar)
                if told and hour_alone and JUST_BEFORE.search(text[found[-1].end : told[0].start]):
                    found.pop()
                hour_alone = bool(told) and form is not None and form.is_hour
            found += told
            start, words = _left(text, told[-1].end, match.end()) if told else (end, "")
    return tuple(
        replace(d, start=written.place(d.start), end=written.place(d.end), field=field)
        for d in _together(text, now, calendar, found[:MOST_DATES])
    )


def _together(
    text: str, now: datetime, calendar: SchoolCalendar, found: list[DateMention]
) -> list[DateMention]:
    """The dates with what words beside them, and the dates beside each other, make of them."""
    named = [*anchors(text)]
    found = in_order(text, found, now.date())
    told = in_its_week(text, composed(text, now, calendar, named, found), now.date(), calendar)
    told = with_hours(text, with_then(text, counted_from(text, told, calendar)))
    told = with_breaks(text, now, calendar, named, told)
    return with_weeks(text, now.date(), calendar, told)


def without_breaks(found: Iterable[DateMention]) -> tuple[DateMention, ...]:
    """The dates that somebody may act by or meet on: all but breaks, and weeks told whole."""
    return tuple(d for d in found if d.role not in {DateRole.BREAK, DateRole.PERIOD})


def only_breaks(found: Iterable[DateMention]) -> tuple[DateMention, ...]:
    """The first and the last day of each break that is told by its name."""
    return tuple(d for d in found if d.role is DateRole.BREAK)


_LONGEST = 40


def _left(text: str, start: int, end: int) -> tuple[int, str]:
    """The next date that begins in what a date left of its words: the "12" of "8 Oct, 12 Nov" is no year."""
    match = _ANYWHERE.search(text[start : start + _LONGEST]) if start < end else None
    if match is None or start + match.start() >= end:
        return start, ""
    return start + match.start(), match.group()


def _is_free(text: str, start: int, end: int, found: list[DateMention]) -> bool:
    """Whether words are part of nothing longer, and no date before them has taken them."""
    last = found[-1].end if found else 0
    is_next = last == start - 1 and text[start - 1] in "-/"
    is_longer = is_glued(text, start, end, is_next=is_next)
    return start >= last and not is_longer and not _is_repeated(text, start, found)


def _bounds(text: str, start: int, words: str) -> tuple[int, int]:
    """Where the words of a date begin and end; the "12" of "£4.12 until 30 Nov" is no first day."""
    end = end_of(text, start, words)
    if is_glued_before(text, start):
        _, groups = _form_of(text[start:end])
        if groups.get("first") or groups.get("row"):
            start += len(groups.get("first") or groups["row"])
    return start, end


def _is_repeated(text: str, start: int, found: list[DateMention]) -> bool:
    """Whether this is the weekday in "12 November (Thursday)", which the date before has taken."""
    return bool(found) and found[-1].weekday_said is not None and text[found[-1].end : start] in {" (", "("}


def _mentions(
    text: str, span: tuple[int, int], found: list[DateMention], now: datetime, calendar: SchoolCalendar
) -> tuple[Form | None, list[DateMention]]:
    """How the words of a stretch of the text name dates, and the dates."""
    start, end = span
    form, groups = _form_of(text[start:end])
    if form is None:
        return None, []
    clause = clause_around(text, start, end)
    is_deadline = is_asked_by(groups["all"], clause, asks=form.asks) or _is_under_deadlines(
        text[max(0, start - _ABOVE) : start]
    )
    previous = found[-1] if found and start - found[-1].end <= _ABOVE else None
    between = None if previous is None else text[previous.end : start][:_LONGEST]
    place = Place(
        clause,
        now,
        calendar,
        is_deadline,
        None if previous is None else previous.day,
        between,
        None if previous is None else max(0, start - previous.end),
        text[max(0, start - _BEFORE) : start],
    )
    try:
        days = form.resolve(groups, place)
    except (OverflowError, ValueError):  # a day beyond the years that can be written
        return form, []
    return form, list(_each(text, start, end, days, place))


def _each(text: str, start: int, end: int, days: tuple[Day, ...], place: Place) -> Iterator[DateMention]:
    for day in days:
        stop = end if day.stop is None else start + day.stop
        stop += text[stop : stop + 1] == ")" and "(" in text[start + day.skip : stop]
        opens = start + day.skip if len(days) == 1 else start
        clause = place.clause if (opens, stop) == (start, end) else clause_around(text, opens, stop)
        yield _mention(day, start + day.skip, stop, clause, place)


def _form_of(words: str) -> tuple[Form | None, dict[str, str]]:
    """The first form that the words have, asked of all forms at once, and its groups."""
    for at in sorted(_TOGETHER.Match(words) or ()):
        match = _PATTERNS[at].fullmatch(words)
        if match is not None:
            return _ALL[at], match.groupdict("")
    return None, {}


_ABOVE, _BEFORE = 800, 240
_BULLET = pattern(r"^[ \t]*(?:[-*\x{2022}\x{00b7}\x{25cf}]|\d{1,2}[.)])[ \t]")
_DEADLINES = pattern(
    r"\b(?:deadlines?|closing dates?|due dates?|(?:due|returned?|submitted|submit) by)\b[^\n]{0,60}:\s*$"
)


def _is_under_deadlines(above: str) -> bool:
    """Whether a date stands in a list below a line such as "Deadlines:"."""
    *lines, own = above.split("\n")
    if not lines or not _BULLET.search(own):
        return False
    heads = (line for line in reversed(lines) if line.strip() and not _BULLET.search(line))
    return bool(_DEADLINES.search(next(heads, "")))


def _mention(day: Day, start: int, end: int, clause: Clause, place: Place) -> DateMention:
    behind = _BEHIND.search(clause.after)
    said, before, after = day.weekday_said, clause.before, clause.after
    if behind is not None:
        said, after = WEEKDAYS[behind["wd"].casefold()] if said is None else said, after[behind.end() :]
    return DateMention(
        start,
        end,
        day.day,
        DateRole.DEADLINE if place.is_deadline and not day.is_start else DateRole.MENTION,
        at=day.at or in_evening(time_near(before, after, place.calendar), before + after),
        weekday_said=said,
        has_year=day.has_year,
    )


_BEHIND = pattern(rf"^ ?\((?P<wd>{WD})\b\.?\)")
"""The weekday in "12 November (Thursday)"."""
