"""Which packs apply, and in what order?

A Policy is the organisation's packs in its own order, with the look-ups that a judgement needs, made
once. It is never changed: a changed pack makes another Policy.
"""

from collections.abc import Mapping, Sequence
from functools import cached_property

from app.domain.errors import PolicyChangeError
from app.domain.verdict import Channel, Clause
from app.policy.pack import Pack
from app.policy.rule import Rule


class Policy:
    """Packs in the organisation's order. `version` names them; it changes when a word of them does."""

    def __init__(self, packs: Sequence[Pack], version: str = "") -> None:
        """Nothing is looked up yet."""
        self.packs, self.version = tuple(packs), version
        self._heard: dict[str, tuple[tuple[Pack, Rule], ...]] = {}

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
        return Policy([by_id.get(pack.id, pack) for pack in self.packs], f"{self.version}+trial")

    @cached_property
    def clauses(self) -> Mapping[Channel, Clause]:
        """The clause for each channel: that of the first pack that has one."""
        return {channel: clause for pack in reversed(self.packs) for channel, clause in pack.route.items()}

    def number(self, name: str, otherwise: int) -> int | float:
        """The organisation's own number: that of the first pack that has it."""
        return next((pack.numbers[name] for pack in self.packs if name in pack.numbers), otherwise)
