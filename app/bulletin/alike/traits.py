"""By what does one item of the bulletin differ from another?

Its words, weighed by how much they tell, and what makes an event that event: days, times, figures, names,
addresses and telephone numbers, whom it concerns. Also whether it says that something is off, or puts
something right.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

import re2

from app.bulletin.alike import cues, put_right
from app.bulletin.alike.everyday_words import weight_of
from app.bulletin.alike.moments import Moments, blanked, moments_of
from app.bulletin.alike.same_words import common, stem
from app.domain.calendar import SchoolCalendar
from app.domain.item_text import ItemText
from app.reading.times.date_words import MONTHS, WEEKDAYS, flatten

_READ_AT_MOST = 6_000
_RUN = 4
_LONGEST_INITIALS = 5
_OPENING = 2

_NUMBERS = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen
"""
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80}
_FIGURES = {word: str(n) for n, word in enumerate(_NUMBERS.split())} | {w: str(n) for w, n in _TENS.items()}

_ADDRESS = re2.compile(
    r"(?i)https?://[^\s<>]+|\bwww\.[^\s<>]+|[\w.+-]+@[\w.-]+\w|\b[a-z][\w-]*(?:\.[a-z][\w-]+)+(?:/[\w./?=-]*\w)?"
)
_WAY = re2.compile(r"[\w.+-]+@[\w.-]+\w|\b0\d[\d ]{8,12}\d\b")
_TELEPHONE = re2.compile(r"\b0\d[\d ]{8,12}\d\b")
_FIGURE = re2.compile(r"£ ?[\d,.]*\d|\b\d+(?:[.,]\d+)*\b")
_SUM = re2.compile(r"£ ?(\d[\d,.]*)")
_YEAR = re2.compile(r"\b20\d\d(?:[-/]\d\d)?\b")
_CODE = re2.compile(r"\b[A-Z]{2,}\d+\b")
_WORD = re2.compile(r"\pL[\pL'&]*")
_NAME = re2.compile(r"\b\p{Lu}[\pL'-]+")
_BESIDE = 45
_CAPITALS = re2.compile(r"\b[A-Z]{2,5}s?\b")
_SENTENCE = re2.compile(r"[.!?:]\s+|\n")
_STOP = re2.compile(r"[.!?]\s+")
_NO_SIGNS = str.maketrans("", "", "£, ")


@dataclass(frozen=True, slots=True)
class Traits:
    """What tells an item from others.

    `figures` are numbers and sums as they are compared; `runs` are stretches of four words; `initials` of up
    to five words, for what is shortened elsewhere; `names` are words with a capital inside a sentence;
    `values` is what could be put right, `denied` what is said not to hold. What is told at once is told by
    the headline, or the first sentence.
    """

    words: Mapping[str, float]
    headline: Mapping[str, float]
    names: frozenset[str]
    moments: Moments
    figures: frozenset[str]
    sums: frozenset[str]
    addresses: frozenset[str]
    links: frozenset[str]
    asked: frozenset[str]
    codes: frozenset[str]
    years: frozenset[str]
    runs: frozenset[int]
    shortened: Mapping[str, str]
    initials: frozenset[str]
    concerned: frozenset[str]
    rounds: frozenset[tuple[str, str]]
    values: frozenset[str]
    denied: frozenset[str]
    is_off: bool
    is_off_at_once: bool
    turns: bool
    is_put_right: bool
    is_put_right_at_once: bool
    reminds: bool
    looks_back: bool
    thanks: bool
    asks: bool


def traits_of(text: ItemText, at: datetime, calendar: SchoolCalendar) -> Traits:
    """The traits of an item that was written `at` (timezone-aware)."""
    headline = flatten(text.headline)
    body = flatten((text.body or text.summary)[:_READ_AT_MOST])
    whole = f"{headline}\n\n{body}"
    moments, rest = moments_of(whole, at, calendar)
    rest, addresses = _without_addresses(rest)
    words = list(_words(rest))
    stems = [stem(word) for word in words if word not in _FIGURES]
    opening, first = _opening(headline, body), _opening(headline, body, 1)
    opening_of_more = _opening(headline, body, _OPENING + 1)
    return Traits(
        words=_weighed(stems),
        headline=_weighed(stem(word) for word in _words(rest[: len(headline)]) if word not in _FIGURES),
        names=frozenset(_names(body)),
        moments=moments,
        figures=frozenset((*_figures(rest), *_spelled(words))),
        sums=frozenset(_plain(m[1]) for m in _SUM.finditer(rest)),
        addresses=frozenset(one for one in addresses if "/" not in one),
        links=frozenset(one for one in addresses if "/" in one),
        asked=frozenset(_asked(whole)),
        codes=frozenset(match[0] for match in _CODE.finditer(whole)),
        years=frozenset(match[0] for match in _YEAR.finditer(whole)),
        runs=frozenset(hash(tuple(stems[i : i + _RUN])) for i in range(len(stems) - _RUN + 1)),
        shortened={common(stem(m[0].casefold())): m[0].rstrip("s") for m in _CAPITALS.finditer(rest)},
        initials=frozenset(_initials(words)),
        concerned=frozenset(cues.concerned(whole)),
        rounds=frozenset(cues.rounds(whole)),
        values=frozenset(put_right.values(whole)),
        denied=frozenset(put_right.denied(whole)),
        is_off=cues.is_off(opening, headline),
        is_off_at_once=cues.is_off(headline, headline) and not put_right.is_moved(headline),
        turns=cues.turns(headline) and not put_right.is_moved(headline),
        is_put_right=put_right.is_put_right(opening_of_more, headline, whole),
        is_put_right_at_once=put_right.is_put_right(first, headline, headline),
        reminds=cues.reminds(whole),
        looks_back=cues.looks_back(first),
        thanks=cues.thanks(whole),
        asks="?" in whole,
    )


def telling(figures: Collection[str]) -> frozenset[str]:
    """The figures but single digits, which tell too little."""
    return frozenset(figure for figure in figures if len(figure) > 1)


def _opening(headline: str, body: str, sentences: int = _OPENING) -> str:
    """The headline and the first sentences."""
    ends = [match.end() for match in _STOP.finditer(body[:1_000])][:sentences]
    return f"{headline}. {body[: ends[-1]] if len(ends) == sentences else body[:1_000]}"


def _words(text: str) -> Iterator[str]:
    return (match[0].casefold().removesuffix("'s") for match in _WORD.finditer(text))


def _weighed(stems: Iterable[str]) -> Mapping[str, float]:
    weighed: dict[str, float] = {}
    for one in stems:
        if len(one) > 1:
            name = common(one)
            weighed[name] = max(weighed.get(name, 0.0), weight_of(one))
    return weighed


def _names(body: str) -> Iterator[str]:
    """Words with a capital that do not begin a sentence, but no shouted word, month or weekday."""
    for sentence in _SENTENCE.split(body):
        for match in list(_WORD.finditer(sentence))[1:]:
            word = match[0].removesuffix("'s")
            small = word.casefold()
            if word[:1].isupper() and not word.isupper() and small not in MONTHS and small not in WEEKDAYS:
                yield common(stem(small))


def _asked(text: str) -> Iterator[str]:
    """The names beside a telephone number or an e-mail address, and the words of the address itself."""
    for way in _WAY.finditer(text):
        around = text[max(0, way.start() - _BESIDE) : way.end() + _BESIDE]
        yield from (common(stem(m[0].casefold())) for m in _NAME.finditer(around))
        yield from (common(stem(m[0].casefold())) for m in _WORD.finditer(way[0]))


def _without_addresses(text: str) -> tuple[str, list[str]]:
    matches = [*_ADDRESS.finditer(text), *_TELEPHONE.finditer(text)]
    found = [match[0].casefold().rstrip(".,;:)") for match in matches]
    bare = [one.removeprefix("https://").removeprefix("http://").removeprefix("www.") for one in found]
    return blanked(text, (match.span() for match in matches)), [one.replace(" ", "") for one in bare]


def _figures(text: str) -> Iterator[str]:
    for match in _FIGURE.finditer(text):
        if not _YEAR.fullmatch(match[0]):
            yield _plain(match[0])


def _plain(figure: str) -> str:
    return figure.translate(_NO_SIGNS).rstrip(".").removesuffix(".00")


def _spelled(words: list[str]) -> Iterator[str]:
    """Numbers in words, with those of two words as one too: "forty-six"."""
    for word, behind in pairwise([*words, ""]):
        if word in _FIGURES:
            yield _FIGURES[word]
        if word in _TENS and len(unit := _FIGURES.get(behind, "")) == 1 and unit != "0":
            yield str(_TENS[word] + int(unit))


def _initials(words: list[str]) -> Iterator[str]:
    letters = "".join(word[0] for word in words).upper()
    for length in range(2, _LONGEST_INITIALS + 1):
        yield from (letters[i : i + length] for i in range(len(letters) - length + 1))
