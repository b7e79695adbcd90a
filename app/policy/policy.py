"""Which packs apply, and in what order?

A Policy is the organisation's packs in its own order, with the look-ups that a judgement needs, made
once. It is never changed: a changed pack makes another Policy.
"""

from collections.abc import Mapping, Sequence
from functools import cached_property
from types import MappingProxyType

from app.domain.accuracy import Votes
from app.domain.errors import PolicyChangeError
from app.domain.verdict import Channel, Clause
from app.policy.cause import Cause
from app.policy.pack import Pack
from app.policy.rule import Rule
from app.policy.step_down import NO_VOTES, Accuracy, Evidence, SteppedDown, quietened

NO_EVIDENCE = Evidence()
NOBODYS: Mapping[str, Votes] = MappingProxyType({})


class Policy:
    """Packs in the organisation's order. `version` names them; it changes when a word of them does.

    With evidence of how often the rules are right, `packs` are as loud as it lets them be, and `stepped_down`
    says which rules are quieter than they are written; without, they are as they are written.
    """

    def __init__(
        self,
        packs: Sequence[Pack],
        version: str = "",
        evidence: Evidence = NO_EVIDENCE,
        votes: Mapping[str, Votes] = NOBODYS,
    ) -> None:
        """Nothing is looked up yet. `votes` are of late, by rule."""
        quiet = [quietened(pack, evidence) for pack in packs]
        self.packs, self.version = tuple(pack for pack, _ in quiet), version
        self.stepped_down: Mapping[str, SteppedDown] = {
            r: down for _, found in quiet for r, down in found.items()
        }
        self.written, self.evidence, self._votes = tuple(packs), evidence, votes
        self._heard: dict[str, tuple[tuple[Pack, Rule], ...]] = {}
        self._accuracies: dict[str, Accuracy] = {}

    def listening(self, finding: str) -> Sequence[tuple[Pack, Rule]]:
        """The rules that listen to a finding id, in the order of the packs."""
        if finding not in self._heard:
            self._heard[finding] = tuple(
                (pack, rule) for pack in self.packs for rule in pack.rules if rule.hears(finding)
            )
        return self._heard[finding]

    def with_changed(self, changed: Sequence[Pack]) -> "Policy":
        """The same policy with packs put in place of those of their id; its version says that it is a trial.

        Raises:
            PolicyChangeError: no pack of that id applies.
        """
        by_id = {pack.id: pack for pack in changed}
        if unknown := by_id.keys() - {pack.id for pack in self.packs}:
            known = ", ".join(pack.id for pack in self.packs)
            raise PolicyChangeError(f"No pack {', '.join(sorted(unknown))} applies. Packs here: {known}.")
        packs = [by_id.get(pack.id, pack) for pack in self.written]
        return Policy(packs, f"{self.version}+trial", self.evidence, self._votes)

    def with_votes(self, votes: Mapping[str, Votes]) -> "Policy":
        """The same policy with what people made of its rules of late."""
        return Policy(self.written, self.version, self.evidence, votes)

    def accuracy(self, rule: str) -> Accuracy:
        """How often a rule is right, as far as anybody knows."""
        if rule not in self._accuracies:
            written = next((r for pack in self.written for r in pack.rules if r.id == rule), None)
            card = self.evidence.cards.of(written) if written else None
            self._accuracies[rule] = Accuracy(
                rule,
                card,
                self.evidence.cards.measured if card else None,
                self._votes.get(rule, NO_VOTES),
                self.stepped_down.get(rule),
            )
        return self._accuracies[rule]

    @cached_property
    def clauses(self) -> Mapping[Channel, Clause]:
        """The clause for each channel: that of the first pack that has one."""
        return {channel: clause for pack in reversed(self.packs) for channel, clause in pack.route.items()}

    @cached_property
    def causes(self) -> tuple[Cause, ...]:
        """What the packs say of findings that have one cause."""
        return tuple(cause for pack in self.packs for cause in pack.causes)

    @cached_property
    def reviewed(self) -> frozenset[str]:
        """The rules that ask for review."""
        return frozenset(rule.id for pack in self.packs for rule in pack.rules if rule.is_reviewed)

    def number(self, name: str, otherwise: int) -> int | float:
        """The organisation's own number: that of the first pack that has it."""
        return next((pack.numbers[name] for pack in self.packs if name in pack.numbers), otherwise)
