"""What would a changed policy have done to past drafts?

Every kept record is judged twice, by the policy before and the policy after, from the same findings
and circumstances. What differs is counted by rule. No text is needed and none is kept.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from app.domain.finding import Confidence, Fact, Finding
from app.domain.verdict import Advice, Severity, Verdict
from app.policy.circumstances import Circumstances, from_record
from app.policy.judge import judge
from app.policy.policy import Policy

INTERRUPTS, HOLDS = Severity.WARN, Severity.JUSTIFY


@dataclass(frozen=True, slots=True)
class Past:
    """One draft that was checked: what was seen and under what circumstances."""

    known: Circumstances
    findings: tuple[Finding, ...]


@dataclass(slots=True)
class RuleChange:
    """How often one rule spoke in the past, before and after; `newly` and `no_longer` count drafts.

    A rule interrupts when its card is at warn or above, and holds when the sender must give a reason or
    change the draft. Cards it stands on only as a further citation do not count.
    """

    rule: str
    before: int = 0
    after: int = 0
    newly_interrupts: int = 0
    no_longer_interrupts: int = 0
    newly_holds: int = 0
    no_longer_holds: int = 0

    @property
    def is_changed(self) -> bool:
        """Whether anybody would notice."""
        return self.before != self.after or any(
            (self.newly_interrupts, self.no_longer_interrupts, self.newly_holds, self.no_longer_holds)
        )


@dataclass(slots=True)
class Replay:
    """The whole difference, in drafts. `unreadable` counts records of an older kind."""

    drafts: int = 0
    unreadable: int = 0
    interrupted: int = 0
    held: int = 0
    """Both as changed; `newly_` and `no_longer_` say how that differs from now."""
    newly_interrupted: int = 0
    no_longer_interrupted: int = 0
    newly_held: int = 0
    no_longer_held: int = 0
    rerouted: dict[tuple[str, str], int] = field(default_factory=dict)
    """Drafts by the channel before and the channel after, where they differ."""
    rules: dict[str, RuleChange] = field(default_factory=dict)

    def in_short(self) -> str:
        """``As changed, 41 of 894 drafts would have been interrupted, 6 fewer than now. …``."""
        warned = _beside_now(self.newly_interrupted - self.no_longer_interrupted)
        held = _beside_now(self.newly_held - self.no_longer_held)
        return (
            f"As changed, {self.interrupted:,} of {self.drafts:,} drafts would have been interrupted, "
            f"{warned}. {self.held:,} would have been stopped, {held}."
        )

    def changed(self) -> Sequence[RuleChange]:
        """The rules whose say is another, the most changed first."""
        found = [change for change in self.rules.values() if change.is_changed]
        return sorted(found, key=lambda c: (-abs(c.after - c.before), c.rule))


def _beside_now(more: int) -> str:
    return f"{abs(more):,} {'more' if more > 0 else 'fewer'} than now" if more else "as many as now"


def past_from(findings: Sequence[Mapping[str, Any]], circumstances: Mapping[str, Any]) -> Past:
    """What a feature record kept, as the policy can judge it.

    Raises:
        KeyError, ValueError, TypeError: the record is of an older kind.
    """
    return Past(from_record(circumstances), tuple(map(_finding, findings)))


def replay(past: Iterable[Past | None], before: Policy, after: Policy) -> Replay:
    """Judge the past by both policies and count what differs; None is a record that cannot be read."""
    counted = Replay()
    for one in past:
        if one is None:
            counted.unreadable += 1
            continue
        counted.drafts += 1
        _count(counted, judge(before, one.known, one.findings), judge(after, one.known, one.findings))
    return counted


def _finding(kept: Mapping[str, Any]) -> Finding:
    check, _, kind = str(kept["id"]).partition("/")
    facts = {name: _fact(value) for name, value in kept["facts"].items()}
    return Finding(
        check,
        kind,
        Confidence(kept["confidence"]),
        facts=facts,
        same_words=frozenset(kept.get("same_words", ())),
        same_paragraph=frozenset(kept.get("same_paragraph", ())),
        is_of_whole=kept.get("is_of_whole") is True,
    )


def _fact(kept: Fact) -> Fact:
    """A day is kept as ISO text; facts hold no other text of that shape."""
    if not isinstance(kept, str):
        return kept
    try:
        return date.fromisoformat(kept)
    except ValueError:
        return kept


def _count(counted: Replay, before: Verdict, after: Verdict) -> None:
    counted.interrupted += after.severity >= INTERRUPTS
    counted.held += after.severity >= HOLDS
    counted.newly_interrupted += before.severity < INTERRUPTS <= after.severity
    counted.no_longer_interrupted += after.severity < INTERRUPTS <= before.severity
    counted.newly_held += before.severity < HOLDS <= after.severity
    counted.no_longer_held += after.severity < HOLDS <= before.severity
    if (was_by := before.route.channel.value) != (goes_by := after.route.channel.value):
        counted.rerouted[was_by, goes_by] = counted.rerouted.get((was_by, goes_by), 0) + 1
    was, now = _loudest(before.advice), _loudest(after.advice)
    for rule in was.keys() | now.keys():
        change = counted.rules.setdefault(rule, RuleChange(rule))
        old, new = was.get(rule, Severity.CLEAR), now.get(rule, Severity.CLEAR)
        change.before += rule in was
        change.after += rule in now
        change.newly_interrupts += old < INTERRUPTS <= new
        change.no_longer_interrupts += new < INTERRUPTS <= old
        change.newly_holds += old < HOLDS <= new
        change.no_longer_holds += new < HOLDS <= old


def _loudest(advice: Sequence[Advice]) -> Mapping[str, Severity]:
    said: dict[str, Severity] = {}
    for one in advice:
        said[one.rule] = max(said.get(one.rule, Severity.CLEAR), one.severity)
    return said
