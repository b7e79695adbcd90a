"""Which dates in a passage are somebody's date of birth?

A date with its label beside it or over its column, or in a row with a child's name. Policy about when
children were born ("between 1 September 2021 and…") is not about anyone.
"""

from collections.abc import Iterator
from datetime import date
from itertools import islice

from app import linear
from app.checks.identity.births import (
    DIGITS_ONLY,
    OLDEST,
    PUPIL_AGES,
    STAFF_AGES,
    WrittenDate,
    digits_as_date,
    written_dates,
)
from app.checks.identity.names import CHILD, is_name
from app.checks.identity.people_rows import birth_rows
from app.checks.patterns.candidates import EXAMINED_AT_MOST
from app.checks.patterns.cues import Cue, Standing, words_before
from app.checks.patterns.passages import Passage
from app.checks.patterns.sightings import Sighting
from app.checks.words import Pattern, whole_any
from app.domain.finding import Confidence

KIND = "date-of-birth"
_LABEL = linear.compile(r"(?i)\b(?:d\.?o\.?b'?s?|dates? of births?|birth ?dates?|date born|birthday)\b")
_BORN = linear.compile(r"(?i)\b(?:born|b\.)(?: on)?(?: the)?[ :(]*$")
_CUE = Cue.of(r"d\.?o\.?b'?s?|dates? of births?|birth ?dates?|date born")
_ONLY_NAMES = linear.compile(
    r"[,;.)\s&•*-]*(?:and |is |-|\x{2013})?(?:\p{Lu}[\pL'\x{2019}-]*[ ,:\x{2013}(-]*){0,4}(?:is |dob |was )?"
)
_LISTED_NAME = linear.compile(
    r"(?:^|[:;•\n]|, | and )[ -]*"
    r"([A-Z][A-Za-zÀ-ɏ'\x{2019}-]+ [A-Z][A-Za-zÀ-ɏ'\x{2019}-]+),? ?[(\x{2013}-]? ?$"
)
_LIST = 160
_OF_A_THING = linear.compile(
    r"(?i)^ of (?:the|our|this|your|its) (?:\pL+ )?"
    r"(?:schools?|academy|college|company|charity|trust|building|council|firm|church|club|organisation|service)\b"
)
_TO_LABEL = 45
_CHAIN = 60
_RANGE: Pattern = whole_any(
    """
    between
    on or after
    on or before
    or later
    before
    after
    since
    by
    until
    from
    required
    needed
    received
    deadline
    sent
    due
    updated?
    changed
    issued
    reviewed
    meeting
    review
    start(?:s|ed)?
    joined
    left
    leaving
    admi(?:ssion|tted)
    visit(?:ed)?
    today
    date
    """
)
_RANGE_AFTER = linear.compile(
    r"(?i)^ ?(?:and|to|[-\x{2013}]|or (?:later|earlier|before|after)|onwards)\b? ?(?:\d|onwards|earlier"
    r"|later|before|after|$)"
)


def find_birth_dates(passage: Passage, today: date) -> Iterator[Sighting]:
    """Every birth date. High: labelled or in a child's row, of an age that goes to or works in school."""
    rows = {(b.start, b.end) for b in birth_rows(passage, today)}
    last = -_CHAIN - 1
    for written in islice(written_dates(passage.text, today), EXAMINED_AT_MOST):
        in_row = (written.start, written.end) in rows
        listed = written.age_at(today) in PUPIL_AGES and _is_after_child(passage, written)
        labelled = _is_labelled(passage, written) or _goes_on(passage, last, written.start)
        sure = _confidence(written.age_at(today), labelled or in_row, _is_born(passage, written))
        if sure is None and listed:
            sure = Confidence.MEDIUM
        if sure is not None:
            last = written.end
            yield Sighting(KIND, written.start, written.end, sure, canonical=labelled)
    yield from _digits(passage, today)


def _confidence(age: int, labelled: bool, born: bool) -> Confidence | None:
    usual = age in PUPIL_AGES or age in STAFF_AGES
    if labelled:
        return Confidence.HIGH if usual else Confidence.MEDIUM if 0 <= age <= OLDEST else None
    return Confidence.HIGH if born and usual else None


def _is_labelled(passage: Passage, written: WrittenDate) -> bool:
    words, place = words_before(passage, written.start, _TO_LABEL)
    found = list(_LABEL.finditer(words))
    if found:
        between = words[found[-1].end() :]
        own = between.partition("\n")[2] if place.is_row else between
        return (
            _RANGE.search(own) is None
            and _OF_A_THING.search(between) is None
            and not any(c.isdigit() for c in own)
            and not _is_range(passage, written)
        )
    after = passage.text[written.end : written.end + 20].lstrip()
    return (
        after.startswith(("(", "-", "\u2013", "is "))
        and _LABEL.match(after.lstrip("(-\u2013 is")) is not None
    )


def _goes_on(passage: Passage, last: int, start: int) -> bool:
    """Whether a list of birth dates goes on: nothing but names since the last one."""
    if start - last > _CHAIN or passage.tables.label_at(start) is not None:
        return False
    between = passage.text[last:start]
    return _ONLY_NAMES.fullmatch(between) is not None and _RANGE.search(between) is None


def _is_born(passage: Passage, written: WrittenDate) -> bool:
    before = passage.text[max(0, written.start - _TO_LABEL) : written.start]
    return _BORN.search(before) is not None and not _is_range(passage, written)


def _is_after_child(passage: Passage, written: WrittenDate) -> bool:
    """``Pupils: Amelia Khan 12/03/2015; …``: straight after a name, in a list of children."""
    before = passage.text[max(0, written.start - _LIST) : written.start]
    named = _LISTED_NAME.search(before)
    return (
        named is not None
        and is_name(named.group(1))
        and CHILD.search(before[: named.start(1)]) is not None
        and not _is_range(passage, written)
    )


def _is_range(passage: Passage, written: WrittenDate) -> bool:
    return _RANGE_AFTER.match(passage.text[written.end : written.end + 12]) is not None


def _digits(passage: Passage, today: date) -> Iterator[Sighting]:
    """``DOB 030512``: digits alone, only straight after the label."""
    for match in islice(DIGITS_ONLY.finditer(passage.text), EXAMINED_AT_MOST):
        around = passage.text[match.start() - 1 : match.start()] + passage.text[match.end() : match.end() + 1]
        if any(c.isalnum() or c in "/-." for c in around.rstrip(".")):
            continue
        if _CUE.standing(passage, match.start(), match.end()) is Standing.FOR:
            day = digits_as_date(match.group(), today)
            if day and WrittenDate(match.start(), match.end(), day).age_at(today) in range(1, OLDEST):
                yield Sighting(KIND, match.start(), match.end(), Confidence.MEDIUM)
