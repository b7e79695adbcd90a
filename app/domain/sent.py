"""Was a text like this sent before?

A Gist is what stays the same of a text when it goes to somebody else; a Fingerprint is the Gist in keyed
numbers: nobody can tell a word from it or try one against it without the key. How alike two are is an
estimate of the share of three-word stretches that they have in common (bottom-k MinHash).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType

STRETCH = 3
MOST_MARKS = 128
FEWEST_WORDS = 20
"""Shorter texts ("Thanks, I will look into it") are alike by nature and have no fingerprint."""
LEFT_OUT = frozenset({"~", "#"})
"""What stands in a gist for names, and for days and numbers."""
LEAST_ALIKE = 0.5
"""Below this Sendwell does not look; policies ask for more."""


class Particular(StrEnum):
    """What makes one of two texts of the same words about something else."""

    PEOPLE = "people"
    FILES = "files"
    FIGURES = "figures"
    APPOINTMENTS = "appointments"


@dataclass(frozen=True, slots=True, repr=False)
class Gist:
    """Words without whom it is for and when, and what is particular to this text. Never kept."""

    words: tuple[str, ...]
    particulars: Mapping[Particular, frozenset[str]] = field(default_factory=lambda: _NOTHING)


_NOTHING: Mapping[Particular, frozenset[str]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """The smallest keyed numbers of a text's stretches, in order, and those of its particulars."""

    marks: tuple[int, ...] = ()
    particulars: Mapping[Particular, frozenset[int]] = field(default_factory=lambda: MappingProxyType({}))

    def likeness(self, other: "Fingerprint") -> float:
        """From 0 to 1; 0 when each has something particular that the other has not."""
        if not self.marks or not other.marks or self._differs(other):
            return 0.0
        mine, theirs = set(self.marks), set(other.marks)
        smallest = sorted(mine | theirs)[:MOST_MARKS]
        return len(mine & theirs & set(smallest)) / len(smallest)

    def _differs(self, other: "Fingerprint") -> bool:
        return any(
            numbers - theirs and theirs - numbers
            for kind, numbers in self.particulars.items()
            for theirs in (other.particulars.get(kind, frozenset()),)
        )


NO_FINGERPRINT = Fingerprint()


def fingerprint_of(gist: Gist, number: Callable[[str], int]) -> Fingerprint:
    """The fingerprint under a keyed function from text to a number; empty for a text that is too short."""
    words = gist.words
    if sum(word not in LEFT_OUT for word in words) < FEWEST_WORDS:
        return NO_FINGERPRINT
    stretches = {" ".join(words[at : at + STRETCH]) for at in range(len(words) - STRETCH + 1)}
    return Fingerprint(
        tuple(sorted(map(number, stretches))[:MOST_MARKS]),
        {
            kind: frozenset(number(f"{kind}\0{one}") for one in found)
            for kind, found in gist.particulars.items()
            if found
        },
    )


@dataclass(frozen=True, slots=True)
class CopyForMany:
    """A text like this one that was written for `reached` schools on `day`."""

    day: date
    reached: int
    likeness: float


@dataclass(frozen=True, slots=True)
class SentBefore:
    """What went to schools before this draft.

    `other_schools` holds, for each other school that the sender wrote a text like this to within a day, how
    alike the text was, the closest first. `mails_this_week` counts those to the busiest school reached.
    """

    other_schools: tuple[float, ...] = ()
    for_many: tuple[CopyForMany, ...] = ()
    mails_this_week: int = 0


NOTHING_SENT = SentBefore()
