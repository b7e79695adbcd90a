"""Which words does a plainer one stand for?

Each is found once, with what to say instead. Words of the trade of schools count only where families read.
"""

from dataclasses import dataclass
from functools import cache
from typing import Any

from app import linear
from app.checks.wording.jargon_words import OFFICE, SCHOOLS
from app.checks.words import any_of, first_found, whole
from app.domain.reading import Reading

_QUOTED = linear.compile(r"\"[^\"\n]+\"|\x{201c}[^\x{201d}\n]+\x{201d}")


@dataclass(frozen=True, slots=True)
class Jargon:
    """One stretch of the clean body and the plainer word."""

    start: int
    end: int
    plainer: str


def find_jargon(reading: Reading) -> list[Jargon]:
    """The first use of each, in order."""
    has_families = reading.audience.webmail > 0
    uses = list(first_found(_pattern(has_families=has_families), reading.own))
    quoted = [match.span() for match in first_found(_QUOTED, reading.own)] if uses else []
    found: dict[int, Jargon] = {}
    for match in uses:
        start, end = match.span()
        entry, plainer = _entry(match.group(), has_families=has_families)
        if plainer and entry not in found and not any(a <= start < b for a, b in quoted):
            found[entry] = Jargon(start, end, plainer)
    return list(found.values())


@cache
def _entries(*, has_families: bool) -> tuple[tuple[Any, str], ...]:
    lines = (OFFICE + SCHOOLS if has_families else OFFICE).splitlines()
    pairs = (line.strip().partition(" => ") for line in lines if line.strip())
    return tuple((whole(any_of(written)), plainer) for written, _, plainer in pairs)


@cache
def _pattern(*, has_families: bool) -> Any:
    lines = (OFFICE + SCHOOLS if has_families else OFFICE).splitlines()
    return whole(any_of("\n".join(line.partition(" => ")[0] for line in lines)))


def _entry(written: str, *, has_families: bool) -> tuple[int, str]:
    """The number of the entry that the words are of, and what stands for them."""
    entries = enumerate(_entries(has_families=has_families))
    return next(((at, plainer) for at, (pattern, plainer) in entries if pattern.fullmatch(written)), (0, ""))
