"""From what is counted how often rules speak, are overridden, and are wrong?

Codes of people come through here, so that people can be counted; nothing that is told has any. Protocols with
their contracts; the fakes are in ``tests/insight_fakes.py``.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from app.domain.choice import Choice


@dataclass(frozen=True, slots=True)
class Met:
    """That somebody was shown a card of a rule, and on how many different drafts of theirs at Send."""

    rule: str
    sender: str
    drafts: int


class RuleFacts(Protocol):
    """The records of checks and of answers, as far as rules that are not on trial spoke."""

    def met(self, since: datetime, until: datetime) -> Sequence[Met]:
        """Who met which rule from `since` to before `until`; one for each rule and sender."""
        ...

    def answered(self, since: datetime, until: datetime) -> Sequence[Choice]:
        """Every answer in that time, oldest first."""
        ...

    def first(self) -> datetime | None:
        """When the oldest check that is kept was made; None when there is none."""
        ...


class TeamBook(Protocol):
    """Since when the same people are in each team: by a keyed hash of who they are, never by name."""

    def since(self, teams: Mapping[str, str], day: date) -> Mapping[str, date]:
        """Since which day each of these teams has that hash; `day` for one that is new or has another one.

        Teams that are not given are forgotten. Durable when it returns.
        """
        ...
