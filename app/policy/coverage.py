"""Which clause of a written policy is enforced, and what becomes of the others?

Each source document has a list of its clauses: everything in it that asks something of somebody. A
clause is enforced, or on trial, when a rule of the pack has its id; of every other one the list says how
it stands, and how or why.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.domain.verdict import Mode
from app.policy.nodes import Node, node_from
from app.policy.pack import Pack
from app.policy.rule import id_from


class Standing(StrEnum):
    """What becomes of a clause."""

    ENFORCED = "enforced"
    """A rule speaks for it."""
    TRIAL = "trial"
    """A rule listens, and nobody is shown what it would say."""
    SUPPORTED = "supported"
    """Another part of Sendwell does what it asks."""
    EXPLAINED = "explained"
    """A card or a page tells people of it."""
    OUTSIDE = "outside"
    """A mail assistant cannot, or should not, do anything about it."""
    NOT_YET = "not-yet"
    """It is to be done, and is not."""


@dataclass(frozen=True, slots=True)
class CoveredClause:
    """One clause of a source, in its own words. `how` is empty when a rule speaks for it."""

    id: str
    section: str
    quote: str
    standing: Standing
    how: str = ""


def coverage(text: str, file: str, pack: Pack) -> tuple[CoveredClause, ...]:
    """The clauses that a YAML text lists, each with its standing, in the order of the source.

    Raises:
        PackError: an entry is wrong, listed twice, says how it stands although a rule has its id, or does not
            say it although none has.
    """
    rules = {rule.id: Standing.TRIAL if rule.mode is Mode.TRIAL else Standing.ENFORCED for rule in pack.rules}
    found: dict[str, CoveredClause] = {}
    for entry in node_from(text, file).items():
        clause = _clause(entry, rules)
        if clause.id in found:
            entry.fail(f"{clause.id} is listed already; give this clause its own id")
        found[clause.id] = clause
    return tuple(found.values())


_OF_A_RULE = (Standing.ENFORCED, Standing.TRIAL)
_STANDINGS: Mapping[str, Standing] = {s.value: s for s in Standing if s not in _OF_A_RULE}


def _clause(entry: Node, rules: Mapping[str, Standing]) -> CoveredClause:
    fields = entry.mapping(frozenset({"id", "section", "quote"}), frozenset({"stands", "how"}))
    clause_id, quote = id_from(fields["id"]), " ".join(fields["quote"].text().split())
    section = fields["section"].text()
    if clause_id in rules:
        if "stands" in fields:
            fields["stands"].fail("a rule has this id, so the rule decides; take out `stands` and `how`")
        return CoveredClause(clause_id, section, quote, rules[clause_id])
    if not {"stands", "how"} <= fields.keys():
        entry.fail(f"no rule has the id {clause_id}; say how it stands, and how or why")
    return CoveredClause(clause_id, section, quote, fields["stands"].one_of(_STANDINGS), fields["how"].text())
