"""When is a rule right too seldom to be as loud as it is written, and what becomes of it?

A rule that falls below the bar for its loudness steps down by one: what would hold a send only interrupts,
what would interrupt is only told while somebody writes, and what would be told is only recorded. It does so
by its measured card, and once more for each time that too many people called it wrong. Rules that protect
children never fall below a warning. See ``docs/decisions/0019``.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from app.domain.accuracy import AccuracyCard, Measured, Share, Step, StepKind, Votes
from app.domain.ranked import Ranked
from app.domain.verdict import Mode, Severity
from app.policy.cards import NO_CARDS, Cards
from app.policy.pack import Pack, Rule


class Loudness(Ranked):
    """What a person meets at the most when a rule speaks."""

    RECORDS = "is only recorded"
    TELLS = "tells while somebody writes"
    INTERRUPTS = "interrupts before sending"
    HOLDS = "holds a send"


BARS: Mapping[Loudness, float] = MappingProxyType(
    {Loudness.HOLDS: 0.9, Loudness.INTERRUPTS: 0.8, Loudness.TELLS: 0.6}
)
"""How often a rule must be right when it speaks: the louder, the surer."""

MISTAKES_MIN = 2
"""One mistake on a few drafts may be chance, or the label's own."""

WRONG_PEOPLE_MIN = 5
"""So many different people must call a rule wrong before their votes count at all."""

TOLD_FROM = 10
"""Of fewer people than this it is not told how many called a rule wrong."""

PROTECTS = (
    "casework-guard/",
    "confidential-story/",
    "identifiers/",
    "other-pupils/",
    "pupil-recipients/",
    "sexual-and-indecent/indecent-image",
    "social-pointers/safeguarding-by-social",
)
"""What a rule listens to that protects children, and other people's data."""


@dataclass(frozen=True, slots=True)
class SteppedDown:
    """A rule that is quieter than its pack says. `why` holds a sentence for each step."""

    rule: str
    written: Loudness
    now: Loudness
    why: tuple[str, ...]


NO_VOTES = Votes()


@dataclass(frozen=True, slots=True)
class Accuracy:
    """All that is known of how often a rule is right, for whoever it interrupts."""

    rule: str
    card: AccuracyCard | None = None
    measured: Measured | None = None
    votes: Votes = NO_VOTES
    stepped_down: SteppedDown | None = None

    @property
    def called_wrong(self) -> Share | None:
        """Of the people who met it of late, those who called it wrong; not told where they are few."""
        return self.votes.share if self.votes.shown >= TOLD_FROM else None


@dataclass(frozen=True, slots=True)
class Evidence:
    """What rules are judged by: the measured cards, every step in the order in which it happened."""

    cards: Cards = NO_CARDS
    steps: Sequence[Step] = ()

    def last(self, rule: str) -> int:
        """The number of the newest step of a rule; 0 when there is none."""
        return max((step.number for step in self.steps if step.rule == rule), default=0)


def loudness(rule: Rule) -> Loudness:
    """How loud a rule is at the most."""
    if rule.mode is Mode.TRIAL:
        return Loudness.RECORDS
    most = max(step.severity for step in rule.steps)
    if most <= Severity.INFO:
        return Loudness.TELLS
    is_held = rule.mode is Mode.ENFORCE and most > Severity.WARN
    return Loudness.HOLDS if is_held else Loudness.INTERRUPTS


def protects(rule: Rule) -> bool:
    """Whether a rule is there for children, or for other people's data."""
    return any(finding.startswith(PROTECTS) for finding in rule.listens)


def may_step_down(rule: Rule) -> bool:
    """Whether there is anywhere left to go without a person."""
    return loudness(rule) > (Loudness.INTERRUPTS if protects(rule) else Loudness.RECORDS)


def step_down(rule: Rule) -> Rule:
    """The rule, quieter by one; as it is where it may go no further."""
    if not may_step_down(rule):
        return rule
    now = loudness(rule)
    if now is Loudness.TELLS:
        return replace(rule, mode=Mode.TRIAL)
    most = Severity.WARN if now is Loudness.HOLDS else Severity.INFO
    steps = tuple(replace(step, severity=min(step.severity, most)) for step in rule.steps)
    return replace(rule, mode=Mode.WARN, steps=steps)


def falls_below(rule: Rule, precision: Share) -> bool:
    """Whether a measured precision is below the bar for how loud the rule is."""
    bar = BARS.get(loudness(rule))
    rate = precision.rate
    mistakes = precision.of - precision.hits
    return bar is not None and rate is not None and mistakes >= MISTAKES_MIN and rate < bar


def is_called_wrong(rule: Rule, votes: Votes) -> bool:
    """Whether, surely, too many of the people who met a rule call it wrong for how loud it is."""
    bar = BARS.get(loudness(rule))
    return bar is not None and votes.wrong >= WRONG_PEOPLE_MIN and votes.share.interval[0] > 1 - bar


def quietened(pack: Pack, evidence: Evidence) -> tuple[Pack, Mapping[str, SteppedDown]]:
    """The pack with each rule as loud as the evidence lets it be, and the rules that stepped down."""
    found: dict[str, SteppedDown] = {}
    rules = []
    for written in pack.rules:
        rule, why = written, _why(written, evidence)
        for _ in why:
            rule = step_down(rule)
        if rule is not written:
            found[rule.id] = SteppedDown(rule.id, loudness(written), loudness(rule), why)
        rules.append(rule)
    return (replace(pack, rules=tuple(rules)) if found else pack), found


def _why(rule: Rule, evidence: Evidence) -> tuple[str, ...]:
    """A sentence for each step down, the measured one first."""
    kept: date | None = None
    voted: list[str] = []
    for step in evidence.steps:
        if step.rule == rule.id:
            kept, voted = (step.at.date(), []) if step.kind is StepKind.KEPT else (kept, [*voted, step.why])
    card, measured = evidence.cards.of(rule), evidence.cards.measured
    if card and measured and falls_below(rule, card.precision) and not (kept and measured.on <= kept):
        voted.insert(0, _below(card.precision, BARS[loudness(rule)]))
    return tuple(voted)


def _below(precision: Share, bar: float) -> str:
    return (
        f"Right {precision.hits} of the {precision.of} times that it spoke in our test,"
        f" and a rule as loud as it is written must be right in {bar * 100:.0f} %."
    )
