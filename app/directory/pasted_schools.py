"""Which schools does somebody mean who pasted a list of them?

A line is a number of the register (URN), several of them, a number with words beside it, or a name. What
cannot be told is given back line by line, and an address among it is not repeated.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from app.directory.read_register import school_number
from app.domain.school import School

LINES_MAX = 5000
_LONGEST = 80
_BETWEEN = ";,\t|()"
_SHORT = {"st": "saint", "ce": "church of england", "cofe": "church of england", "rc": "roman catholic"}
_LEFT_OUT = frozenset({"the", "school"})
_AN_ADDRESS = "(an e-mail address)"


@dataclass(frozen=True, slots=True)
class PastedSchools:
    """What was understood. `unclear` names several schools, `unknown` none; `lines` were looked at."""

    found: tuple[School, ...]
    unclear: tuple[tuple[str, tuple[School, ...]], ...]
    unknown: tuple[str, ...]
    repeats: int
    lines: int

    @property
    def is_whole(self) -> bool:
        """Whether every line was understood."""
        return not self.unclear and not self.unknown


def read_pasted(text: str, schools: Iterable[School]) -> PastedSchools:
    """The open `schools` that the lines of `text` mean."""
    known = _Known(schools)
    found: dict[str, School] = {}
    unclear: list[tuple[str, tuple[School, ...]]] = []
    unknown: list[str] = []
    repeats = 0
    lines = [line.strip() for line in text.splitlines() if line.strip()][:LINES_MAX]
    for line in lines:
        meant = known.meant_by(line)
        if not meant:
            unknown.append(_shown(line))
        for choices in meant:
            if len(choices) > 1:
                unclear.append((_shown(line), tuple(choices)))
            elif choices[0].urn in found:
                repeats += 1
            else:
                found[choices[0].urn] = choices[0]
    return PastedSchools(tuple(found.values()), tuple(unclear), tuple(unknown), repeats, len(lines))


class _Known:
    """The schools by number and by name."""

    def __init__(self, schools: Iterable[School]) -> None:
        self._by_urn: Mapping[str, School] = {school.urn: school for school in schools}
        self._by_name: dict[str, list[School]] = defaultdict(list)
        for school in self._by_urn.values():
            self._by_name[_plain(school.name)].append(school)

    def meant_by(self, line: str) -> Sequence[Sequence[School]]:
        """For each school that the line speaks of, those that it can be; empty when it cannot be told."""
        parts = "".join(" " if c in _BETWEEN else c for c in line).split()
        numbers = [school_number(part) for part in parts]
        if parts and all(numbers):
            meant = [[self._by_urn[urn]] for urn in numbers if urn in self._by_urn]
            return meant if len(meant) == len(numbers) else ()
        if named := self._by_name.get(_plain(line)):
            return (named,)
        told = [urn for urn in numbers if urn in self._by_urn]
        return ([self._by_urn[told[0]]],) if len(told) == 1 else ()


def _plain(name: str) -> str:
    """A name without case, accents, punctuation and the words that people leave out."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    joined = bare.casefold().replace("’", "").replace("'", "").replace(".", "")
    words = "".join(c if c.isalnum() else " " for c in joined).split()
    return " ".join(_SHORT.get(word, word) for word in words if word not in _LEFT_OUT)


def _shown(line: str) -> str:
    if "@" in line:
        return _AN_ADDRESS
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
