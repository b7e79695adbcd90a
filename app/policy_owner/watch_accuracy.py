"""Which rules step themselves down, because the people who meet them call them wrong, and who lets one be?

People are counted, not presses: each counts once for a rule, so that one annoyed person cannot silence it.
Votes count from the rule's last step on, and for `DAYS` at most. What stepped down so stays there until
a person decides; a rule whose measured card is too low is as loud again as soon as a better one is measured.
"""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.domain.accuracy import Step, StepKind, Votes
from app.domain.errors import PolicyChangeError
from app.policy.cards import Cards
from app.policy.policy import Policy
from app.policy.step_down import NO_VOTES, Evidence, is_called_wrong, may_step_down
from app.policy_owner.change_policy import Signed, reason_given
from app.ports import CheckRecords, Choices, Clock, Steps

DAYS = 90
ITSELF = "Sendwell"


@dataclass(frozen=True, slots=True)
class AccuracyWatch:
    """What is known of how often rules are right: measured, and made of them by people."""

    cards: Cards
    records: CheckRecords
    choices: Choices
    steps: Steps
    clock: Clock

    def stamp(self) -> int:
        """Changes when a rule steps down or is let be. Raises StoreError."""
        return self.steps.stamp()

    def evidence(self) -> Evidence:
        """What the rules in force are judged by. Raises StoreError."""
        return Evidence(self.cards, tuple(self.steps.all()))

    def votes(self) -> Mapping[str, Votes]:
        """By rule: how many people met it of late, and how many called it wrong. Raises StoreError."""
        since = self.clock.now() - timedelta(days=DAYS)
        votes = self._counted(since)
        for rule, at in self._restarted(since):
            votes[rule] = self._counted(at, rule).get(rule, NO_VOTES)
        return votes

    def step_down(self, policy: Policy) -> None:
        """Keep a step for each rule that is called wrong too often, unless another worker did.

        Raises StoreError.
        """
        for rule in (rule for pack in policy.packs for rule in pack.rules):
            votes = policy.accuracy(rule.id).votes
            if not (may_step_down(rule) and is_called_wrong(rule, votes)):
                continue
            why = f"{votes.wrong} of the {votes.share.of} people who met it called it wrong."
            step = Step(
                0, rule.id, StepKind.DOWN, self.clock.now(), ITSELF, why, policy.evidence.last(rule.id)
            )
            with suppress(PolicyChangeError):
                self.steps.add(step)

    def _counted(self, since: datetime, rule: str = "") -> dict[str, Votes]:
        wrong = self.choices.called_wrong(since, rule)
        shown = self.records.shown_to(since.date(), rule)
        return {name: Votes(shown.get(name, 0), wrong.get(name, 0)) for name in wrong.keys() | shown.keys()}

    def _restarted(self, since: datetime) -> Iterator[tuple[str, datetime]]:
        """The rules with a step since then, and when it was: what was voted before it is settled."""
        yield from {step.rule: step.at for step in self.steps.all() if step.at >= since}.items()


def let_be(watch: AccuracyWatch, policy: Policy, rule: str, signed: Signed) -> Step:
    """A person looked at how often a rule is right, and it is as loud as it is written, until new evidence.

    Raises:
        PolicyChangeError: there is no such rule, it did not step down, no reason was given, or somebody else
            was first.
    """
    if rule not in {r.id for pack in policy.packs for r in pack.rules}:
        raise PolicyChangeError(f"There is no rule {rule}. `sendwell policy show` lists them.")
    if rule not in policy.stepped_down:
        raise PolicyChangeError(f"{rule} did not step down: it is as loud as it is written.")
    by, why = reason_given(signed)
    return watch.steps.add(
        Step(0, rule, StepKind.KEPT, watch.clock.now(), by, why, policy.evidence.last(rule))
    )
