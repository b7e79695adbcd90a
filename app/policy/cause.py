"""Which cards have one cause, and so become one?

A pack names families of findings. Two findings of a family that stand on the same words (or, where the pack
says so, in the same paragraph, or wherever they stand) are one thing to put right: the gravest card stays,
points at every place, and cites the others.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from app.domain.finding import Finding
from app.domain.verdict import Action, Advice, Citation
from app.policy.nodes import Node

MOST_ACTIONS = 5
_NO_STEP = frozenset({"none", "explain", "record", "send-as-is"})


class Joins(StrEnum):
    """When two findings of a family have one cause."""

    SAME_WORDS = "same-words"
    SAME_PARAGRAPH = "same-paragraph"
    ALWAYS = "always"


@dataclass(frozen=True, slots=True)
class Cause:
    """One family: findings as ``check/kind``, or every finding of a check as ``check/*``."""

    joins: Joins
    findings: frozenset[str]

    def holds(self, finding: Finding) -> bool:
        """Whether a finding is of the family."""
        return finding.id in self.findings or f"{finding.check}/*" in self.findings

    def is_one(self, one: Finding, other: Finding) -> bool:
        """Whether two findings have this one cause."""
        if not (self.holds(one) and self.holds(other)):
            return False
        if self.joins is Joins.SAME_WORDS:
            return other.id in one.same_words
        return self.joins is Joins.ALWAYS or other.id in one.same_paragraph


def cause_from(node: Node) -> Cause:
    """The family that one entry of `causes` holds."""
    fields = node.mapping(frozenset({"joins", "findings"}))
    joins = fields["joins"].one_of({j.value: j for j in Joins})
    findings = [entry.text() for entry in fields["findings"].items()]
    for entry, finding in zip(fields["findings"].items(), findings, strict=True):
        if not all(finding.partition("/")):
            entry.fail("name a finding as check/kind, or every finding of a check as check/*")
    return Cause(joins, frozenset(findings))


def one_card_a_cause(cards: Sequence[Advice], causes: Sequence[Cause]) -> list[Advice]:
    """The cards, the gravest first as they come, with those of one cause joined to the gravest."""
    kept: list[Advice] = []
    for card in cards:
        at = next((n for n, other in enumerate(kept) if _is_one(other, card, causes)), None)
        if at is None:
            kept.append(card)
        else:
            kept[at] = joined(kept[at], card)
    return kept


def _is_one(one: Advice, other: Advice, causes: Sequence[Cause]) -> bool:
    # what stands everywhere draws no other along
    own = [f for f in one.findings if f is one.finding or not f.is_of_whole]
    return any(cause.is_one(finding, other.finding) for cause in causes for finding in own)


def joined(grave: Advice, other: Advice) -> Advice:
    """The graver card, which says the other as well and points where it points."""
    said = {grave.rule}
    also = []
    for citation in (*grave.also, Citation(other.rule, other.clause), *other.also):
        if citation.rule not in said:
            said.add(citation.rule)
            also.append(citation)
    return replace(
        grave,
        also=tuple(also),
        joined=(*grave.joined, *other.findings),
        actions=_all_steps(grave.actions, other.actions),
    )


def _all_steps(first: Sequence[Action], then: Sequence[Action]) -> tuple[Action, ...]:
    """The grave card's own steps, and the other's of other kinds, as many as a person will read."""
    kinds = {action.kind for action in first} | _NO_STEP
    more = [action for action in then if action.kind not in kinds]
    return (*first, *more[: max(0, MOST_ACTIONS - len(first))])
