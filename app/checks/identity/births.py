"""Is this date somebody's birthday?

Dates as UK mail writes them, day first. A bare date is never a birth date: it needs its label, or a
row with a child's name. Ages are whole years at the sending time.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from app import linear

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
DATE = linear.compile(
    r"(?i)(\d{1,2}) ?[/.\-] ?(\d{1,2}) ?[/.\-] ?(\d{4}|\d{2})"
    r"|(\d{4})-(\d{2})-(\d{2})"
    rf"|(\d{{1,2}})(?:st|nd|rd|th)?(?: of)?[ \-]?{_MONTH},?[ \-]?(\d{{4}}|'?\d{{2}})"
    rf"|{_MONTH} (\d{{1,2}})(?:st|nd|rd|th)?,? (\d{{4}})"
)
DIGITS_ONLY = linear.compile(r"\d{8}|\d{6}")
PUPIL_AGES = range(2, 20)
STAFF_AGES = range(18, 76)
OLDEST = 110


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A full date in the text: code points, end excluded."""

    start: int
    end: int
    day: date

    def age_at(self, today: date) -> int:
        """Whole years between this date and today; negative for a date to come."""
        had_birthday = (today.month, today.day) >= (self.day.month, self.day.day)
        return today.year - self.day.year - (0 if had_birthday else 1)


def written_dates(text: str, today: date) -> Iterator[WrittenDate]:
    """Every full date, standing alone. A year of two digits is the latest that is not to come."""
    for match in DATE.finditer(text):
        if text[match.start() - 1 : match.start()].isdigit() or text[match.end() : match.end() + 1].isdigit():
            continue
        if text[match.end() : match.end() + 1] == "/" or text[match.start() - 1 : match.start()] == "/":
            continue
        day = _day(match.groups(), today)
        if day is not None:
            yield WrittenDate(match.start(), match.end(), day)


def digits_as_date(digits: str, today: date) -> date | None:
    """``ddmmyy`` or ``ddmmyyyy`` as a day."""
    return _made(digits[4:], digits[2:4], digits[:2], today)


def _day(groups: tuple[str | None, ...], today: date) -> date | None:
    d1, m1, y1, y2, m2, d2, d3, m3, y3, m4, d4, y4 = (g or "" for g in groups)
    if y1:
        return _made(y1, m1, d1, today)
    if y2:
        return _made(y2, m2, d2, today)
    month = (m3 or m4).lower()[:3]
    return _made((y3 or y4).strip("'"), str(_MONTHS.index(month) + 1), d3 or d4, today)


def _made(year: str, month: str, day: str, today: date) -> date | None:
    number = int(year)
    if len(year) == 2:  # noqa: PLR2004 - a year of two digits
        number += 2000 if 2000 + number <= today.year else 1900
    try:
        return date(number, int(month), int(day))
    except ValueError:
        return None
