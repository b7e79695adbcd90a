"""Which cells and lines list people?

Tables pasted from a school's management system (cells apart by tabs or pipes) with a column headed Pupil,
Surname, Forename or Name; and lists of ``Okafor, Amara``.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from app import linear
from app.kept import kept
from app.reading.naming.word_lists import PARTICLES
from app.reading.naming.writing import Found, IsWord, Word, is_never_name, name_from, words_in

_HEADING = linear.compile(
    r"(?i)^[ \t*]*(?:(?:legal|preferred|chosen|full|pupil|student|child|staff|learner|parent|carer|contact"
    r"|member|employee|teacher|candidate|mother|father|first|last|middle|family|given)"
    r"(?:'?s|\x{2019}s)?[ /]*)*"
    r"(?:names?|surnames?|fore ?names?|pupils?|students?|child(?:ren)?|learners?|candidates?|carers?"
    r"|parents?(?:/carers?)?|teachers?|tutors?|key ?workers?|social workers?|key ?holders?|officers?|leads?"
    r"|sencos?|dsls?|contacts?|employees?|attendees?|staff|owner|who|allocated to)"
    r"[ \t]*(?:\([^()]{0,30}\))?[ \t*]*$"
)
_SURE_HEADING = linear.compile(r"(?i)name|pupil|student|child|learner|candidate")
_PARTS = linear.compile(r"[:|;]| [\x{2013}\x{2014}-] ")
_TO_NAME = ' \t*"\u2022>'
_YEAR_GROUP = r"(?:[Yy]ear\b|Y ?(?:1[0-3]|[1-9R])\b)"
_AFTER_LISTED = linear.compile(rf"^[ \t]*(?:$|[\t|(:;\x{{2013}}\x{{2014}}-]|,? ?\d|,? {_YEAR_GROUP})")
_OF_YEAR = linear.compile(rf"^,? \(?(?:{_YEAR_GROUP}|aged? ?\d)")
_NUMBERED = linear.compile(r"^[ \t*\x{2022}>-]*(?:\d{1,3}[.)]?[ \t]+)?")
IN_COLUMN, LISTED, ALIKE = 0.95, 0.85, 0.5
_FEWEST_ALIKE = 2
_LONGEST = 400
_MOST_CELLS = 40
_MOST_BLANK = 1
_MOST_PARTICLES = 2
_MOST_WORDS = 6
_LONGEST_LISTED, _NEAR = 80, 12
_GAPS = frozenset((" ", "  ", "\u00a0", ", ", ",", ". ", "."))


def listed(text: str, is_word: IsWord) -> Iterator[Found]:
    """Names in the columns of registers, and in lists of last name and first name."""
    yield from _in_columns(text, is_word)
    yield from _in_lists(text)


def _in_columns(text: str, is_word: IsWord) -> Iterator[Found]:
    mark, columns, cells_before, blank, is_doubtful = "", frozenset[int](), 0, 0, False
    for start, line in _lines(text):
        if not line.strip():
            blank += 1
            columns = columns if blank <= _MOST_BLANK else frozenset()
            continue
        blank = 0
        separator = _separator(line)
        cells = _cells(line, separator) if separator else []
        if not cells:
            mark, columns = "", frozenset()
        elif heads := frozenset(i for i, (at, end) in enumerate(cells) if _HEADING.match(line[at:end])):
            mark, columns, cells_before = separator, heads, len(cells)
            is_doubtful = not any(_SURE_HEADING.search(line[cells[i][0] : cells[i][1]]) for i in heads)
        elif columns and separator == mark and abs(len(cells) - cells_before) <= 1:
            for found in _named_cells(start, line, cells, columns):
                first = words_in(text[found.start : found.end])[0].text
                if not is_doubtful or not is_word(first):
                    yield found
        else:
            columns = frozenset()


def _in_lists(text: str) -> Iterator[Found]:
    """``Okafor, Amara`` as the first cell, before a year group, or on several lines together."""
    run = list[Found]()
    for start, line in _lines(text):
        if not line.strip():
            continue
        found = _last_first(start, line)
        if found is None:
            yield from run if len(run) > 1 else ()
            run = []
        elif _separator(line):
            yield found
        else:
            run.append(replace(found, is_sure=True))
            if _OF_YEAR.match(text[found.end : found.end + _NEAR]):
                yield run[-1]
    yield from run if len(run) > 1 else ()


def _separator(line: str) -> str:
    return "\t" if "\t" in line.strip() else "|" if "|" in line else ""


def listed_in_line(line: str) -> Iterator[Found]:
    """``Okafor, Amara`` between the dashes and colons of a subject line."""
    at = 0
    for part in _PARTS.split(line[:_LONGEST]):
        at = line.index(part, at)
        lead = len(part) - len(part.lstrip())
        if found := _last_first(at + lead, part[lead:]):
            yield found
        at += len(part)


def listed_alike(text: str, found: Sequence[Found]) -> Iterator[Found]:
    """The small letters with which a line begins where those of most lines around it are a full name."""
    ends = {one.start: one.end for one in found}
    run = list[Found]()
    for start, line in _lines(text + "\n\n"):
        if line.strip():
            run += _small_pair(start, line)
            continue
        known = sum(ends.get(one.start) == one.end for one in run)
        if known >= _FEWEST_ALIKE and known * 2 >= len(run):
            yield from run
        run = []


def _small_pair(start: int, line: str) -> Iterator[Found]:
    """The first two words of a line in small letters, if they may be a first name and a surname."""
    if pair := _pair_in(line):
        yield Found(start + pair[0], start + pair[1], ALIKE)


@kept
def _pair_in(line: str) -> tuple[int, int] | None:
    lead = _NUMBERED.match(line).end()  # type: ignore[union-attr]  # may be empty, so it is there
    words = words_in(line[lead : lead + _LONGEST_LISTED])[:2]
    if len(words) < 2 or words[0].start > 0 or line[lead + words[0].end : lead + words[1].start] != " ":  # noqa: PLR2004 - first name and surname
        return None
    is_pair = all(word.text.islower() and not is_never_name(word.text) for word in words)
    return (lead, lead + words[1].end) if is_pair else None


def _named_cells(
    start: int, line: str, cells: list[tuple[int, int]], columns: frozenset[int]
) -> Iterator[Found]:
    for number in sorted(columns):
        if number >= len(cells):
            break
        at, end = cells[number]
        cell = line[at:end]
        words = words_in(cell)
        gaps = {cell[a.end : b.start] for a, b in pairwise(words)}
        lead = cell[: words[0].start].strip(_TO_NAME) if words else "-"
        if lead or len(words) > _MOST_WORDS or any(is_never_name(word.text) for word in words):
            continue
        if gaps <= _GAPS and not cell[words[-1].end :].strip(_TO_NAME + "."):
            yield Found(start + at + words[0].start, start + at + words[-1].end, IN_COLUMN, is_sure=True)


def is_turned_around(line: str, is_word: IsWord) -> bool:
    """Whether a line is a surname and a first name, no ordinary word ("Ged, Waste Services"), and no more."""
    found = _last_first(0, line.strip())
    if found is None or found.end < len(line.strip()):
        return False
    given = words_in(line.strip(), line.strip().index(",") + 1)
    return not any(is_word(word.text) for word in given)


def _last_first(start: int, line: str) -> Found | None:
    """``Okafor, Amara`` at the start of a line or cell."""
    place = _turned_around(line)
    return Found(start + place[0], start + place[1], LISTED) if place else None


@kept
def _turned_around(line: str) -> tuple[int, int] | None:
    lead = _NUMBERED.match(line).end()  # type: ignore[union-attr]  # may be empty, so it is there
    head = line[lead : lead + _LONGEST_LISTED]
    comma = head.find(",")
    if comma < 0:
        return None
    words = words_in(head)
    surname = name_from(head, words, _past_particle(words))
    first = surname + _past_particle(words)
    given = name_from(head, words, first)
    if (
        not surname
        or not given
        or words[0].start > 0
        or words[first - 1].end != comma
        or words[first].start > comma + 2
    ):
        return None
    whole = words[: first + given]
    if len(whole) > _MOST_WORDS or not _AFTER_LISTED.match(head[whole[-1].end :]):
        return None
    if any(is_never_name(word.text) for word in whole):
        return None
    return lead, lead + whole[-1].end


def _past_particle(words: Sequence[Word]) -> int:
    """How many words at the start are particles: two of ``van der Berg``."""
    past = 0
    while past + 1 < len(words) and past < _MOST_PARTICLES and words[past].text in PARTICLES:
        past += 1
    return past


def _lines(text: str) -> Iterator[tuple[int, str]]:
    at = 0
    while at < len(text):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        yield at, text[at : min(end, at + _LONGEST)]
        at = end + 1


def _cells(line: str, separator: str) -> list[tuple[int, int]]:
    found, at = list[tuple[int, int]](), 0
    while len(found) < _MOST_CELLS:
        end = line.find(separator, at)
        found.append((at, len(line) if end < 0 else end))
        if end < 0:
            break
        at = end + 1
    return found
