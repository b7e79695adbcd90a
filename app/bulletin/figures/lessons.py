"""What do people meet most, so that training can speak of it?

Rules by the number of people who were shown a card of theirs lately, in weeks that are over. Nobody is
counted twice or told apart: a rule that fewer than ten people met is not named.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.crowd import LEAST_PEOPLE
from app.domain.stretches import Stretch
from app.domain.verdict import Clause
from app.policy.policy import Policy

LATELY = timedelta(weeks=13)
_TOLD = 15


@dataclass(frozen=True, slots=True)
class Lesson:
    """A rule that people met."""

    rule: str
    title: str
    clause: Clause
    people: int


@dataclass(frozen=True, slots=True)
class Lessons:
    """The rules that most people met, and how many were met by too few to be told."""

    over: Stretch
    told: Sequence[Lesson]
    untold: int


def lately(today: date) -> Stretch:
    """The last thirteen whole weeks before the one that is running."""
    monday = today - timedelta(days=today.weekday())
    return Stretch("Lately", monday - LATELY, monday - timedelta(days=1))


def lessons(policy: Policy, shown: Mapping[str, int], over: Stretch) -> Lessons:
    """From how many people were shown a card of each rule in that time. Rules that are gone are left out."""
    rules = {rule.id: rule for pack in policy.packs for rule in pack.rules}
    met = sorted(((many, rule) for rule, many in shown.items() if rule in rules), key=lambda m: (-m[0], m[1]))
    told = [(many, rules[rule]) for many, rule in met if many >= LEAST_PEOPLE]
    found = [Lesson(rule.id, rule.title, rule.clause, many) for many, rule in told[:_TOLD]]
    return Lessons(over, found, sum(0 < many < LEAST_PEOPLE for many, _ in met))
