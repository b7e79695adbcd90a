"""How loudly can a rule speak, and about what?

Shared by the looks at one pack and at two.
"""

from collections.abc import Sequence

from app.domain.verdict import Mode, Severity
from app.policy.pack import Pack, Rule

_RANK = {severity: rank for rank, severity in enumerate(Severity)}


def rank(severity: Severity) -> int:
    """The place of a severity from quiet to loud."""
    return _RANK[severity]


def strongest(rule: Rule) -> Severity:
    """The loudest a rule can be in its mode."""
    loudest = max((step.severity for step in rule.steps), key=rank)
    return min(loudest, Severity.WARN, key=rank) if rule.mode is Mode.WARN else loudest


def heard(listens: Sequence[str], known: frozenset[str]) -> set[str]:
    """The findings that are meant, with ``check/*`` spelt out."""
    whole = {name.removesuffix("*") for name in listens if name.endswith("/*")}
    return {f for f in known if f in listens or f"{f.partition('/')[0]}/" in whole}


def loudest(pack: Pack, finding: str) -> Rule | None:
    """The rule of a pack that can speak loudest about a finding."""
    hearing = [rule for rule in pack.rules if rule.mode is not Mode.TRIAL and rule.hears(finding)]
    return max(hearing, key=lambda rule: rank(strongest(rule)), default=None)
