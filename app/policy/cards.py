"""What was measured of each rule, and which rules were not measured, and why?

`bench/rule_cards.py` measures and writes the file; `parse_cards` reads it, or refuses it with line and field.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from app.domain.accuracy import AccuracyCard, DataSet, Measured
from app.policy.nodes import Node, node_from
from app.policy.rule import Rule


@dataclass(frozen=True, slots=True)
class Cards:
    """The cards by rule; `unmeasured` says why a rule has none. `measured` is None where there are none."""

    measured: Measured | None = None
    by_rule: Mapping[str, AccuracyCard] = field(default_factory=lambda: MappingProxyType({}))
    unmeasured: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def of(self, rule: Rule) -> AccuracyCard | None:
        """The card of a rule; none where the rule listens or decides otherwise than when it was measured."""
        card = self.by_rule.get(rule.id)
        return card if card and card.heard == heard_by(rule) else None


NO_CARDS = Cards()


def heard_by(rule: Rule) -> str:
    """Names what a rule listens to and when it speaks; words, actions and mode are no part of that."""
    said = repr((rule.listens, rule.confidence, rule.steps))
    return hashlib.sha256(said.encode()).hexdigest()[:12]


def parse_cards(text: str, file: str) -> Cards:
    """The cards that a YAML text holds.

    Raises:
        PackError: something is wrong; the message names file, line and field.
    """
    fields = node_from(text, file).mapping(frozenset({"measured", "cards", "unmeasured"}))
    cards = {rule: _card(rule, entry) for rule, entry in fields["cards"].entries().items()}
    reasons = {rule: entry.text() for rule, entry in fields["unmeasured"].entries().items()}
    if twice := sorted(cards.keys() & reasons.keys()):
        fields["unmeasured"].fail(f"{twice[0]} has a card; take it out here")
    return Cards(_measured(fields["measured"]), MappingProxyType(cards), MappingProxyType(reasons))


def _measured(node: Node) -> Measured:
    fields = node.mapping(frozenset({"on", "app", "model", "data"}))
    return Measured(
        on=fields["on"].day(),
        app=fields["app"].text(),
        model=fields["model"].text(),
        data=tuple(map(_data, fields["data"].items())),
    )


def _data(node: Node) -> DataSet:
    fields = node.mapping(frozenset({"name", "sha256", "drafts"}))
    return DataSet(fields["name"].text(), fields["sha256"].text(), _count(fields["drafts"]))


_COUNTS = ("right", "missed", "wrong", "left_alone", "disturbed", "ordinary")


def _card(rule: str, node: Node) -> AccuracyCard:
    fields = node.mapping(frozenset({"heard", *_COUNTS}), frozenset({"misses"}))
    return AccuracyCard(
        rule=rule,
        heard=fields["heard"].text(),
        misses=fields["misses"].text() if "misses" in fields else "",
        **{name: _count(fields[name]) for name in _COUNTS},
    )


def _count(node: Node) -> int:
    value = node.number()
    if not isinstance(value, int):
        node.fail("this must be a whole number of drafts")
    return value
