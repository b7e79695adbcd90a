"""Of what is the impact-assessment pack made, whether it is a page or plain text?"""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph."""

    said: str


@dataclass(frozen=True, slots=True)
class Points:
    """A list, with what it is of."""

    title: str
    points: Sequence[str]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under heads; the first cell of a row names it."""

    title: str
    head: Sequence[str]
    rows: Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class ToFill:
    """What only the organisation can say."""

    asked: str
    lines: int = 2


Part = Words | Points | Table | ToFill


@dataclass(frozen=True, slots=True)
class Section:
    """One step of the assessment."""

    id: str
    title: str
    parts: Sequence[Part]
