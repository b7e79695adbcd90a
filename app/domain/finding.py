"""What can a check see?

A Finding says what was seen, where, and how surely; it knows no severity and no rule. Facts are
counts, dates and kinds that rules compare and messages quote; they never hold text of a draft.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from types import MappingProxyType
from typing import TypeAlias

from app.domain.draft import Field
from app.domain.ranked import Ranked

Fact: TypeAlias = bool | int | float | str | date | datetime

NO_FACTS: Mapping[str, Fact] = MappingProxyType({})


class Confidence(Ranked):
    """How sure a check is."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


@dataclass(frozen=True, slots=True)
class Span:
    """Where: code points of the field's clean text, end excluded.

    For recipients and attachments, `start` is the position of the entry in its field. `excerpt` is
    what the sender is shown; identifiers and secrets are masked in it.
    """

    field: Field
    start: int
    end: int
    excerpt: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing seen by one check. The first span is the primary one.

    `same_words` and `same_paragraph` name, by id, other findings of the draft that stand on the same words or
    in the same paragraph: all that is ever kept of where it stood. `is_of_whole` where all of the text was
    heard together, of which the spans show only what weighs most.
    """

    check: str
    kind: str
    confidence: Confidence
    spans: tuple[Span, ...] = ()
    facts: Mapping[str, Fact] = field(default_factory=lambda: NO_FACTS)
    is_of_whole: bool = False
    same_words: frozenset[str] = frozenset()
    same_paragraph: frozenset[str] = frozenset()

    @property
    def id(self) -> str:
        """``<check>/<kind>``, stable on the wire."""
        return f"{self.check}/{self.kind}"


@dataclass(frozen=True, slots=True)
class Unchecked:
    """A check, or a part of the draft, that could not be looked at, and why in plain words."""

    check: str
    reason: str
