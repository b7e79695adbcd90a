"""By what does one item of the bulletin differ from another?

Its words, weighed by how much they tell, and what makes an event that event: days, figures and times of day,
addresses and telephone numbers, school years. Also whether the item takes something back, or puts something
right. Days without a month ("on Friday") say nothing here, as they move with the day of writing.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

import re2

from app.bulletin.alike.everyday_words import weight_of
from app.domain.calendar import SchoolCalendar
from app.domain.item import ItemText
from app.reading.dates import find_dates
from app.reading.times.clock_times import CLOCK, clock
from app.reading.times.date_words import MON, flatten

MonthDay = tuple[int, int]
"""A month and a day in it: the year is often left unsaid."""

_READ_AT_MOST = 6_000
_RUN = 4
_LONGEST_INITIALS = 5
_AFTERNOON_BEFORE = 8

_NUMBERS = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen
"""
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80}
_FIGURES = {word: str(n) for n, word in enumerate(_NUMBERS.split())} | {w: str(n) for w, n in _TENS.items()}

_ADDRESS = re2.compile(r"(?i)https?://[^\s<>]+|\bwww\.[^\s<>]+|[\w.+-]+@[\w.-]+\w")
_TELEPHONE = re2.compile(r"\b0\d[\d ]{8,12}\d\b")
_MONTH = re2.compile(rf"(?i)\b{MON}\b|/")
_TIME = re2.compile(rf"(?i){CLOCK}|\b\d{{1,2}}\.\d\d\b")
_FIGURE = re2.compile(r"£ ?[\d,.]*\d|\b\d+(?:[.,]\d+)*\b")
_YEAR = re2.compile(r"\b20\d\d(?:[-/]\d\d)?\b")
_WORD = re2.compile(r"\pL[\pL'&]*")
_CAPITALS = re2.compile(r"\b[A-Z]{2,5}s?\b")
_SEASON = re2.compile(r"(?i)\b(?:autumn|spring|summer|easter|whitsun|christmas)\b")
_FIRST_SENTENCE = re2.compile(r"[.!?]\s")

_OFF = re2.compile(
    r"(?i)\b(?:cancel\w*|call(?:ed|ing)? off|(?:is|are|now) off|postpon\w*|suspen(?:ded|sion|ding)"
    r"|withdraw(?:n|ing)?|withdrew|paus(?:ed|ing)|on hold|until further notice|scrapp?(?:ed|ing)"
    r"|abandon\w*|shelved|axed|discontinued|revoked|rescinded|reversed|stood down|stand(?:s|ing)? down"
    r"|fallen through|ceas(?:e|es|ed)|deferred|drop(?:ped|s)|not (?:now )?(?:going|go) ahead"
    r"|not (?:now )?(?:happening|proceed\w*|taking place|running|be held|be needed)|(?:won't|will not"
    r"|would not|isn't|aren't|is not|are not) (?:now |after all |be )*(?:go(?:ing)?|happen(?:ing)?"
    r"|tak(?:e|ing) place|proceed(?:ing)?|run(?:ning)?|held|offer(?:ed|ing)?|open(?:ing)?|chang(?:e|ed"
    r"|ing)|needed|down|mov(?:e|ed|ing)|introduced|charged|required|rearranged|repeated|replaced|wanted)"
    r"|(?:can't|cannot|can not|unable to|not able to) (?:now )?(?:offer|run|hold|take place|go ahead|host"
    r"|provide)|no longer|decided (?:not to|against)|(?:has|have|had|was|were|been|being) (?:stopped"
    r"|ended|pulled|dropped|halted)|put off|after all|to (?:close|end)|(?:scheme|service|offer|pool|line"
    r"|fund) (?:is closed|closes|ends|has closed|has ended)|ends this (?:year|term|month)"
    r"|stays? as (?:it is|they are)|no [\w ]{1,20} on \d)\b"
)
_PUT_RIGHT = re2.compile(
    r"(?i)\b(?:correct(?:ed|ion|ing|s)?|amend(?:ed|ment)?|(?:wrong|incorrect) (?:\w+ )?(?:date|day|time"
    r"|venue|price|link|address|number|room|figure)|(?:has|have|had|is|are) (?:now )?(?:been )?(?:moved"
    r"|changed|extended|put back|brought forward|rearranged|rescheduled)|moved (?:by|from|to)"
    r"|changed (?:the|from|to)|change of (?:date|day|time|venue)|(?:extended|put back|brought forward"
    r"|rescheduled|rearranged) (?:to|the|until|by|from)|(?:deadline|closing date) (?:now|extended|moved)"
    r"|new (?:deadline|closing date)|(?:it )?was \d{1,2}\b|now \d{1,2}\b|not (?:£?\d+ )?as (?:we"
    r"|previously|printed|stated|advertised)|as we (?:printed|said)|disregard|in error|misprint|mistake"
    r"|typo|should (?:have )?(?:read|said|be|been)|ignore (?:our|the|last)|we (?:gave|printed|said|put)"
    r"|another week|weeks? longer|extra week|slip(?:ped)?)\b"
)
_LEVEL = re2.compile(
    r"(?i)\b(?:(primar|secondar|infant|junior|nurser|special school|sixth[- ]form|post-16|early years"
    r"|reception|eyfs)\w*|(?:y|yr|year)s? ?(\d{1,2})s?|(?:ks|key stage) ?(\d))\b"
)


@dataclass(frozen=True, slots=True)
class Traits:
    """What tells an item from others.

    `days` maps a day to the year that is said with it; `figures` are numbers, sums and times of day as they
    are compared; `runs` are stretches of four words; `initials` of up to five words, for what is shortened
    elsewhere.
    """

    words: Mapping[str, float]
    headline: Mapping[str, float]
    days: Mapping[MonthDay, int | None]
    figures: frozenset[str]
    addresses: frozenset[str]
    years: frozenset[str]
    seasons: frozenset[str]
    runs: frozenset[int]
    shortened: Mapping[str, str]
    initials: frozenset[str]
    levels: frozenset[str]
    is_off: bool
    says_off: bool
    is_put_right: bool


def traits_of(text: ItemText, at: datetime, calendar: SchoolCalendar) -> Traits:
    """The traits of an item that was written `at` (timezone-aware)."""
    headline, body = text.headline, (text.body or text.summary)[:_READ_AT_MOST]
    whole = flatten(f"{headline}\n\n{body}")
    rest, days = _without_days(whole, at, calendar)
    rest, addresses = _without_addresses(rest)
    rest, times = _without_times(rest)
    words = [word for match in _WORD.finditer(rest) for word in [match[0].casefold().removesuffix("'s")]]
    stems = [stem(word) for word in words if word not in _FIGURES]
    head = {stem(m[0].casefold().removesuffix("'s")) for m in _WORD.finditer(rest[: len(headline)])}
    opening = f"{headline}. {_first_sentence(body)}"
    return Traits(
        words={word: weight_of(word) for word in stems if len(word) > 1},
        headline={word: weight_of(word) for word in head if len(word) > 1 and word not in _FIGURES},
        days=days,
        figures=frozenset((*times, *_figures(rest), *(_FIGURES[word] for word in words if word in _FIGURES))),
        addresses=frozenset(addresses),
        years=frozenset(match[0] for match in _YEAR.finditer(whole)),
        seasons=frozenset(match[0].casefold() for match in _SEASON.finditer(whole)),
        runs=frozenset(hash(tuple(stems[i : i + _RUN])) for i in range(len(stems) - _RUN + 1)),
        shortened={stem(m[0].casefold()): m[0].rstrip("s") for m in _CAPITALS.finditer(rest)},
        initials=frozenset(_initials(words)),
        levels=frozenset(match[0].casefold() for match in _LEVEL.finditer(headline)),
        is_off=_OFF.search(flatten(opening)) is not None,
        says_off=_OFF.search(whole) is not None,
        is_put_right=_PUT_RIGHT.search(whole) is not None,
    )


_ENDINGS = (("ies", "y"), ("ss", "ss"), ("s", ""))


def stem(word: str) -> str:
    """The word without the endings that change most: a rough cut, the same on both sides of a comparison."""
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:  # noqa: PLR2004 - a stem has three letters
            word = word[: len(word) - len(ending)] + instead
            break
    for ending in ("ing", "ed", "er", "ly"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:  # noqa: PLR2004 - four, where more is cut
            word = word[: -len(ending)]
            word = word[:-1] if word[-1] == word[-2] and word[-1] not in "sl" else word
            break
    return word[:-1] if word.endswith("e") and len(word) > 4 else word  # noqa: PLR2004 - as above


def _without_days(
    text: str, at: datetime, calendar: SchoolCalendar
) -> tuple[str, Mapping[MonthDay, int | None]]:
    days: dict[MonthDay, int | None] = {}
    mentions = find_dates(text, at, calendar)
    for mention in mentions:
        words = text[mention.start : mention.end]
        if any(map(str.isdigit, words)) and _MONTH.search(words):
            place = (mention.day.month, mention.day.day)
            days[place] = mention.day.year if mention.has_year else days.get(place)
    return _blanked(text, ((m.start, m.end) for m in mentions)), days


def _without_addresses(text: str) -> tuple[str, list[str]]:
    matches = [*_ADDRESS.finditer(text), *_TELEPHONE.finditer(text)]
    found = [match[0].casefold().rstrip(".,;:)") for match in matches]
    bare = [one.removeprefix("https://").removeprefix("http://").removeprefix("www.") for one in found]
    return _blanked(text, (match.span() for match in matches)), [one.replace(" ", "") for one in bare]


def _without_times(text: str) -> tuple[str, list[str]]:
    matches = list(_TIME.finditer(text))
    found = [time for match in matches if (time := _time(match[0]))]
    return _blanked(text, (match.span() for match in matches)), found


def _time(words: str) -> str:
    """A time of day in figures; "1.30" is in the afternoon, as schools write it."""
    hour, stop, minutes = words.partition(".")
    if stop and hour.isdigit() and minutes.isdigit():
        words = f"{hour}:{minutes}" + ("pm" if 0 < int(hour) < _AFTERNOON_BEFORE else "")
    at = clock(words)
    return f"at {at:%H:%M}" if at else ""


def _figures(text: str) -> Iterator[str]:
    for match in _FIGURE.finditer(text):
        if not _YEAR.fullmatch(match[0]):
            yield match[0].translate(_NO_SIGNS).removesuffix(".00")


_NO_SIGNS = str.maketrans("", "", "£, ")


def _initials(words: list[str]) -> Iterator[str]:
    letters = "".join(word[0] for word in words).upper()
    for length in range(2, _LONGEST_INITIALS + 1):
        yield from (letters[i : i + length] for i in range(len(letters) - length + 1))


def _first_sentence(body: str) -> str:
    end = _FIRST_SENTENCE.search(body)
    return body[: end.start()] if end else body


def _blanked(text: str, stretches: Iterable[tuple[int, int]]) -> str:
    pieces, at = list[str](), 0
    for start, end in sorted(stretches):
        if start >= at:
            pieces += [text[at:start], " " * (end - start)]
            at = end
    return "".join([*pieces, text[at:]])
