"""How often did each rule speak, was it overridden, and was it called wrong: over a term and by week?

Of weeks that are over, and only what ten people or more are behind: a rule's weeks are told in blocks, so
that nobody learns of few by looking every week and subtracting.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from app.domain.choice import Choice, Chosen, standing_answers
from app.domain.stretches import Stretch
from app.domain.verdict import Clause
from app.insight.crowd import People, blocks
from app.insight_ports import RuleFacts
from app.policy.policy import Policy
from app.policy.rule import Rule

_DAYS_OF_A_WEEK = 7


@dataclass(frozen=True, slots=True)
class Counts:
    """`hits` are drafts at Send with a card of it; `people` all who were shown one, also while writing."""

    people: int = 0
    hits: int = 0
    overridden: int = 0
    wrong: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        """Of both; people are added up too, so that it only means something where none is in both."""
        return Counts(
            self.people + other.people,
            self.hits + other.hits,
            self.overridden + other.overridden,
            self.wrong + other.wrong,
        )


@dataclass(frozen=True, slots=True)
class WeekFacts:
    """What happened in one week: by rule and sender, how many hits, overrides and calls of wrong."""

    week: Stretch
    met: Mapping[tuple[str, str], Counts]

    def people(self, rule: str = "") -> People:
        """Who met a rule; any, if none is named."""
        return frozenset(sender for named, sender in self.met if not rule or named == rule)


Parts = Sequence[Sequence[WeekFacts]]
"""The weeks of a term that are over, in parts whose records are deleted together."""


@dataclass(frozen=True, slots=True)
class RuleLine:
    """One rule over the blocks of the term that can be told, and by week where one is a block by itself."""

    rule: str
    title: str
    clause: Clause
    counts: Counts
    weeks: Mapping[str, Counts]


@dataclass(frozen=True, slots=True)
class Insight:
    """What can be told of a term. `weeks` add up the rules that are told for them; None where none is."""

    rules: Sequence[RuleLine]
    weeks: Sequence[tuple[Stretch, Counts | None]]
    untold: int
    """Rules that some met, and too few to be told."""
    parts: Parts = field(repr=False, default=())

    @property
    def clauses(self) -> Sequence[tuple[Clause, Counts, int]]:
        """Clauses by what was told of their rules, with how many these were."""
        found: dict[tuple[str, str], tuple[Clause, Counts, int]] = {}
        for line in self.rules:
            key = (line.clause.source, line.clause.section)
            clause, counts, many = found.get(key, (line.clause, Counts(), 0))
            most = Counts(max(counts.people, line.counts.people), 0, 0, 0)
            added = counts + line.counts
            found[key] = (clause, Counts(most.people, added.hits, added.overridden, added.wrong), many + 1)
        return sorted(found.values(), key=lambda one: (-one[1].hits, one[0].source, one[0].section))


def week_facts(facts: RuleFacts, week: Stretch) -> WeekFacts:
    """One week, as the records have it. What was taken back does not count."""
    since, until = week.moments
    found: defaultdict[tuple[str, str], Counts] = defaultdict(Counts)
    for met in facts.met(since, until):
        found[met.rule, met.sender] += Counts(hits=met.drafts)
    for (rule, sender), chosen in _stand(facts.answered(since, until)).items():
        if (rule, sender) in found:  # an answer is to a card, so its person met the rule
            found[rule, sender] += Counts(
                overridden=chosen[Chosen.OVERRODE], wrong=chosen[Chosen.WRONG_WARNING]
            )
    return WeekFacts(week, dict(found))


def parts_over(term: Stretch, today: date, records_days: int) -> Sequence[Sequence[Stretch]]:
    """The weeks of a term that are over, in parts of which all records are kept.

    A part is as many weeks as are kept for a while after the last of them, and goes as a whole: a number
    without its first week would tell what was in that.
    """
    weeks, size = tuple(term.weeks(term.last)), max(1, records_days // _DAYS_OF_A_WEEK - 1)
    parts = (weeks[start : start + size] for start in range(0, len(weeks), size))
    kept_since = today - timedelta(days=records_days)
    kept = (part for part in parts if part[0].first > kept_since)
    return [over for part in kept if (over := [week for week in part if week.last < today])]


def insight(policy: Policy, parts: Parts) -> Insight:
    """What can be told of some weeks."""
    rules = {rule.id: rule for pack in policy.packs for rule in pack.rules}
    facts = [one for part in parts for one in part]
    met = sorted({rule for one in facts for rule, _ in one.met})
    found = (_line(rules[rule], parts) for rule in met if rule in rules)
    lines = sorted(filter(None, found), key=lambda line: (-line.counts.hits, -line.counts.people, line.rule))
    told = {line.rule for line in lines}
    weeks = [(one.week, _of_week(one, lines)) for one in facts]
    return Insight(lines, weeks, sum(rule not in told for rule in met), parts)


def _line(rule: Rule, parts: Parts) -> RuleLine | None:
    """Over its blocks; None where there is none yet."""
    told: list[WeekFacts] = []
    by_week = {one.week.name: Counts() for part in parts for one in part if not one.people(rule.id)}
    for part in parts:
        for block in blocks([one.people(rule.id) for one in part]):
            told += (part[place] for place in block)
            if len(block) == 1:
                by_week[part[block[0]].week.name] = _added([part[block[0]]], {rule.id})
    return RuleLine(rule.id, rule.title, rule.clause, _added(told, {rule.id}), by_week) if told else None


def _of_week(one: WeekFacts, lines: Sequence[RuleLine]) -> Counts | None:
    """All that is told of the week by rule: nothing else, so that nothing follows for those that are not."""
    told = {line.rule for line in lines if line.weeks.get(one.week.name, Counts()).people}
    return _added([one], told) if told else None


def _added(facts: Iterable[WeekFacts], rules: Collection[str]) -> Counts:
    """Over some weeks and rules; each person counts once."""
    met = [(key[1], counts) for one in facts for key, counts in one.met.items() if key[0] in rules]
    total = sum((counts for _, counts in met), Counts())
    return Counts(len({sender for sender, _ in met}), total.hits, total.overridden, total.wrong)


def _stand(choices: Sequence[Choice]) -> Mapping[tuple[str, str], Counter[Chosen]]:
    """The answers of each person to each rule that were not taken back."""
    found: defaultdict[tuple[str, str], Counter[Chosen]] = defaultdict(Counter)
    for (rule, sender, _), given in standing_answers(choices).items():
        found[rule, sender].update(given)
    return found


def begins(facts: RuleFacts) -> datetime | None:
    """When the first check was made; None when there was none."""
    return facts.first()
