"""Which lines, numbered or plain, are each a child's name and birth date?

Three in a row at least, of school age, and nothing before them that speaks of staff or of other dates.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice

from app import linear
from app.checks.identity.births import PUPIL_AGES, WrittenDate, written_dates
from app.checks.identity.names import is_name
from app.checks.words import Pattern, whole_any

FEWEST_LINES = 3
_LEAD = 300
NOT_CHILDREN = whole_any(
    """
    governors?
    trustees?
    appointed
    term of office
    staff
    employees?
    dbs
    contracts?
    teachers?
    """
)
_LINE = linear.compile(
    r"(?m)^[ \t]*(?:\(?\d{1,3}[.):]?[ \t]+|[-\x{2013}•*·][ \t]*)?"
    r"(\p{Lu}[\pL'\x{2019}-]+(?:,? \p{Lu}[\pL'\x{2019}.-]*){1,3})"
    r"[ \t]*[,;:(\x{2013}-]?[ \t]*((?:d\.?o\.?b\.?|born)?[ \t:]*\d{1,2}[ ./-]\S.*)$"
)
_LINES_AT_MOST = 5_000
_TO_DATE = 12
_OTHER_DATES = whole_any(
    """
    joined
    leavers?
    since
    start(?:s|ed|ing)?(?: dates?)?
    service
    certificates?
    first aid(?:ers)?
    train(?:ed|ing)
    expir(?:y|es|ed)
    renew(?:al|ed|s)?
    issued
    review(?:s|ed)?
    completed?
    attended
    visit(?:s|ed)?
    meetings?
    qualified
    volunteers?
    invoices?
    paid
    """
)


@dataclass(frozen=True, slots=True)
class ListedLine:
    """A line of its own that is a name and a birth date."""

    start: int
    end: int
    birth: WrittenDate


def listed_children(text: str, today: date) -> Iterator[list[ListedLine]]:
    """Every run of three lines or more, nothing between them, that name somebody of school age."""
    run: list[ListedLine] = []
    for match in islice(_LINE.finditer(text), _LINES_AT_MOST):
        line = _listed_line(match, today)
        if run and (line is None or not text[run[-1].end : match.start()].isspace()):
            yield from _of_children(text, run)
            run = []
        if line is not None:
            run.append(line)
    yield from _of_children(text, run)


def _listed_line(match: Pattern, today: date) -> ListedLine | None:
    birth = next(written_dates(match.group(2), today), None)
    if birth is None or birth.age_at(today) not in PUPIL_AGES or not is_name(match.group(1)):
        return None
    if birth.start > _TO_DATE:
        return None
    at = match.start(2)
    written = WrittenDate(at + birth.start, at + birth.end, birth.day)
    return ListedLine(match.start(1), match.start(2) + len(match.group(2).rstrip()), written)


def _of_children(text: str, run: list[ListedLine]) -> Iterator[list[ListedLine]]:
    """The run, unless it is short or what leads up to it speaks of other dates."""
    if len(run) < FEWEST_LINES:
        return
    lead = text[max(0, run[0].start - _LEAD) : run[0].start]
    if NOT_CHILDREN.search(lead) is None and _OTHER_DATES.search(lead) is None:
        yield run
