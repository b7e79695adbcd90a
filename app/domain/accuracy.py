"""How often is a rule right, and how sure is that?

An AccuracyCard counts what a rule did on drafts that people labelled; Votes count what the people made of
it who met its card. Every share comes with its 95 % interval, so that few drafts never look like many.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from math import sqrt

_Z = 1.959963984540054  # of a normal distribution 95 % lie within


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    hits: int
    of: int

    @property
    def rate(self) -> float | None:
        """The share, 0 to 1; None of nothing."""
        return self.hits / self.of if self.of else None

    @property
    def interval(self) -> tuple[float, float]:
        """Between these the true share lies, with 95 % confidence (Wilson); of nothing, anywhere."""
        if not self.of:
            return 0.0, 1.0
        seen, z2 = self.hits / self.of, _Z * _Z
        middle = (seen + z2 / (2 * self.of)) / (1 + z2 / self.of)
        half = _Z / (1 + z2 / self.of) * sqrt(seen * (1 - seen) / self.of + z2 / (4 * self.of * self.of))
        low = 0.0 if self.hits == 0 else max(0.0, middle - half)
        return low, 1.0 if self.hits == self.of else min(1.0, middle + half)


@dataclass(frozen=True, slots=True)
class DataSet:
    """A file of labelled drafts. `sha256` is of the file as it was measured."""

    name: str
    sha256: str
    drafts: int


@dataclass(frozen=True, slots=True)
class AccuracyCard:
    """What one rule did on labelled drafts.

    `right` and `missed` are drafts where it must speak; `wrong` and `left_alone` near misses, where it must
    not; `disturbed` are those of the `ordinary` drafts on which it would have interrupted somebody. `heard`
    names what the rule listened to then, so that a rule that was changed since is not judged by it.
    """

    rule: str
    heard: str
    right: int
    missed: int
    wrong: int
    left_alone: int
    disturbed: int = 0
    ordinary: int = 0
    misses: str = ""
    """In a line, what it is known to miss."""

    @property
    def precision(self) -> Share:
        """Of the times that it spoke, those when it was right."""
        return Share(self.right, self.right + self.wrong + self.disturbed)

    @property
    def recall(self) -> Share:
        """Of the drafts on which it must speak, those on which it did."""
        return Share(self.right, self.right + self.missed)

    @property
    def drafts(self) -> int:
        """How many drafts it was tried on."""
        return self.right + self.missed + self.wrong + self.left_alone + self.ordinary


@dataclass(frozen=True, slots=True)
class Votes:
    """How many different people met a card of the rule, and how many of them called it wrong, of late."""

    shown: int = 0
    wrong: int = 0

    @property
    def share(self) -> Share:
        """Nobody calls wrong what they were not shown."""
        return Share(self.wrong, max(self.shown, self.wrong))


class StepKind(StrEnum):
    """What happened to a rule's loudness apart from its pack."""

    DOWN = "down"
    """It stepped itself down, because too many people called it wrong."""
    KEPT = "kept"
    """A person looked at how often it is right, and lets it be as loud as it is written."""


@dataclass(frozen=True, slots=True)
class Step:
    """One such event. `follows` is the number of the rule's step before; 0 is none."""

    number: int
    rule: str
    kind: StepKind
    at: datetime
    by: str
    why: str
    follows: int


@dataclass(frozen=True, slots=True)
class Measured:
    """On what, with what and when the cards were measured."""

    on: date
    app: str
    model: str
    data: tuple[DataSet, ...]
