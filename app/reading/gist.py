"""What stays the same of a text when it is sent again to somebody else?

The author's own words without the greeting, names of readers and schools, days, times and numbers. What
makes such a text a different one all the same is told apart: whom it is about, the files that go with it,
sums and references, and the day of an appointment.
"""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from types import MappingProxyType

from app import linear
from app.domain.draft import Field
from app.domain.people import Person, Who
from app.domain.reading import Reading
from app.domain.sent import LEFT_OUT, Gist, Particular
from app.reading.naming.word_lists import word_set
from app.reading.signature import is_sign_off

_READ_AT_MOST = 12_000
_WORDS_AT_MOST = 1_500
_LONGEST_NAME = 4
_FIRST_LINES = 3
_SURE = 0.5
_NAME, _WHEN = "~", "#"

_GREETING = linear.compile(
    r"(?i)^[ \t*_]*(?:dear|hi+ya|hi+|hello+|hey+|good (?:morning|afternoon|evening)|morning|afternoon|evening"
    r"|greetings|fao|attn|for the attention of)\b[^\n,.!?:;\x{2013}\x{2014}]{0,70}"
    r"(?:[,!:\x{2013}\x{2014}-]|$)"
)
_FIGURE = linear.compile(
    r"(?i)[£€$] ?(\d[\d,]{2,}(?:\.\d\d)?)"
    r"|\b(?:ref|reference|case|invoice|order|po|ticket|application|enquiry|complaint|job|placement|upn|nhs)"
    r"(?: (?:no|number|id|ref))?\.?[ :#]{0,3}((?:[a-z]{1,6}[-/ ]?)?\d[\w/-]{2,20})"
    r"|\b([a-z]\d{11,12}[a-z]?)\b"
)
_APPOINTMENT = linear.compile(
    r"(?i)\b(?:visit(?:s|ing)?|appointments?|interviews?|observ(?:e|ations?)|inspect(?:s|ing|ions?)?|slots?"
    r"|our meeting|at your (?:school|site|office) on"
    r"|meet(?:ing)? (?:with )?you|meet up|see you|call you|ring you|come (?:in|to you|and see)|with you on"
    r"|booked you)\b"
)
_AROUND, _BESIDE = 90, 30
_BREAKS = frozenset(".?!;:")
_YOURS = linear.compile(r"(?i)^(?:,| \(| -| \x{2013})? ?(?:who is )?your\b")
_INITIALS = linear.compile(r"\b\p{Lu}\. ?\p{Lu}\.")
_TITLES = word_set("mr mrs ms miss mx dr prof professor rev reverend cllr sir madam")
_DAYS = word_set("""
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu thur thurs fri sat
    january february march april june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec today tomorrow am pm noon midday
""")
_KINDS = word_set("""
    primary infant infants junior juniors academy school college nursery federation grammar secondary high
    ce cofe c.e rc va vc catholic church methodist st saint
""")
_LITTLE = word_set("""
    a about all an and any are as at before by can could dear did do each every for from have here his her
    how i if in is it its may my no of on or our please school schools so that the their then there these they
    this those to was we were what when where which who will with would you your
""")
_MARGINS = " \t.,;:!?()[]{}<>\"'“”‘’*_–—-•·|/\\…"
_LONG_AGO = timedelta(days=730)


def gist_of(reading: Reading) -> Gist:
    """The gist of a draft's own text; its cost grows with the text and has a bound."""
    own = reading.own[:_READ_AT_MOST]
    people = [p for p in reading.people if p.field is Field.BODY and p.end <= len(own)]
    return Gist(
        tuple(_words(_without(own, people), _school_words(reading))),
        MappingProxyType(
            {
                Particular.PEOPLE: frozenset(_named(own, people)),
                Particular.FILES: frozenset(_files(reading)),
                Particular.FIGURES: frozenset(_figures(reading, own)),
                Particular.APPOINTMENTS: frozenset(_appointments(reading, own)),
            }
        ),
    )


def _without(own: str, people: Iterable[Person]) -> str:
    """The text with one sign for each name."""
    pieces, at = list[str](), 0
    for person in sorted(people, key=lambda p: p.start):
        if person.start >= at and not own[person.start : person.end].isspace():
            pieces += [own[at : person.start], " ~ "]
            at = person.end
    return "".join([*pieces, own[at:]])


def _school_words(reading: Reading) -> frozenset[str]:
    """The words that name the schools it goes to."""
    names = (s.name for reader in reading.audience.readers for s in reader.schools)
    words = (word.strip(_MARGINS).casefold() for name in names for word in name.split())
    return frozenset(word for word in words if len(word) > 1 and word not in _LITTLE)


def _words(text: str, school_words: frozenset[str]) -> list[str]:
    found: list[str] = []
    is_name: list[bool] = []
    for line in _lines(text):
        for written in line.split():
            if len(found) >= _WORDS_AT_MOST:
                return found
            bare = written if written in LEFT_OUT else written.strip(_MARGINS)
            if not bare:
                continue
            word = _normal(bare, found, school_words)
            is_sign = word in LEFT_OUT
            if word == _NAME != bare:
                for _ in range(_LONGEST_NAME):  # "Oak Hill" before "Primary"
                    if not found or not is_name[-1]:
                        break
                    found.pop()
                    is_name.pop()
            if not is_sign or not found or found[-1] != word:
                found.append(word)
                is_name.append(not is_sign and bare[0].isupper() and word not in _LITTLE)
    return found


def _normal(bare: str, before: list[str], school_words: frozenset[str]) -> str:
    """One word as it is compared: names and numbers all look alike."""
    if bare == _NAME:
        return _NAME
    if bare.isalpha():
        word = bare.casefold()
    elif any(map(str.isdigit, bare)):
        return _WHEN
    else:
        word = bare.replace("\u2019", "'").casefold().removesuffix("'s")
    if word in _DAYS or (bare == "May" and before and before[-1] == _WHEN):
        return _WHEN
    if word in _TITLES or (bare[0].isupper() and (word in school_words or word in _KINDS)):
        return _NAME
    return word


def _lines(text: str) -> Iterator[str]:
    """The lines without greeting and sign-off."""
    seen = 0
    for line in text.splitlines():
        bare = line.strip(" \t*_•")
        if not bare or is_sign_off(bare):
            continue
        seen += 1
        greeting = _GREETING.match(line) if seen <= _FIRST_LINES else None
        yield line[greeting.end() :] if greeting else line


def _named(own: str, people: Iterable[Person]) -> Iterator[str]:
    """Whom it is about: others than the sender, the readers and their staff ("your SENCO, Anne Hall")."""
    yield from (match[0].replace(" ", "") for match in _INITIALS.finditer(own))
    for person in people:
        if person.who is not Who.THIRD_PARTY or person.confidence < _SURE:
            continue
        words = own[person.start : person.end].replace("\u2019", "'").casefold().split()
        if words and not _is_of_readers(own, person):
            has_title = words[0].strip(".") in _TITLES
            yield (words[-1] if has_title else words[0]).removesuffix("'s").strip(_MARGINS)


def _is_of_readers(own: str, person: Person) -> bool:
    """Whether a post of theirs stands beside the name as another way to say it."""
    _, your, between = own[max(0, person.start - _BESIDE) : person.start].casefold().rpartition("your ")
    is_after = bool(your) and between.endswith((", ", "(")) and not set(between) & _BREAKS
    return is_after or _YOURS.match(own[person.end : person.end + _BESIDE]) is not None


def _files(reading: Reading) -> Iterator[str]:
    return (f"{a.name.casefold()} {a.size}" for a in reading.draft.attachments if not a.inline)


def _figures(reading: Reading, own: str) -> Iterator[str]:
    """Sums, references, and dates of birth."""
    for match in _FIGURE.finditer(own):
        yield "".join(c for c in match[0].casefold() if c.isalnum())
    long_ago = reading.draft.sending_at.date() - _LONG_AGO
    yield from (d.day.isoformat() for d in reading.dates if d.has_year and d.day < long_ago)


def _appointments(reading: Reading, own: str) -> Iterator[str]:
    """The days on which writer and reader are to meet."""
    for date in reading.dates:
        if _APPOINTMENT.search(own[max(0, date.start - _AROUND) : date.end + _AROUND]):
            yield f"{date.day} {date.at or ''}"
