"""How often did each rule speak, was it overridden, and was it called wrong: over a term and by week?

Of weeks that are over, so that nobody can look before and after a mail; and only what ten people or more are
behind.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from app.domain.choice import Choice, Chosen, standing_answers
from app.domain.stretches import Stretch
from app.domain.verdict import Clause
from app.insight.crowd import People, Place, told_of
from app.insight_ports import RuleFacts
from app.policy.policy import Policy


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


@dataclass(frozen=True, slots=True)
class RuleLine:
    """One rule over the term, and by week as far as that can be told."""

    rule: str
    title: str
    clause: Clause
    counts: Counts
    weeks: Mapping[str, Counts]


@dataclass(frozen=True, slots=True)
class Insight:
    """What can be told of a term. `weeks` are those that are over; one that cannot be told has no counts."""

    rules: Sequence[RuleLine]
    weeks: Sequence[tuple[Stretch, Counts | None]]
    untold: int
    """Rules that some met, and too few to be told."""
    facts: Sequence[WeekFacts] = field(repr=False, default=())

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


def over_weeks(term: Stretch, today: date, kept_since: date) -> list[Stretch]:
    """The weeks of a term that are over, and of which the records are still kept."""
    return [week for week in term.weeks_over(today) if week.first > kept_since]


def insight(policy: Policy, facts: Sequence[WeekFacts]) -> Insight:
    """What can be told of some weeks."""
    rules = {rule.id: rule for pack in policy.packs for rule in pack.rules}
    table: defaultdict[Place, set[str]] = defaultdict(set)
    for one in facts:
        for rule, sender in one.met:
            table[rule, one.week.name].add(sender)
    told = told_of({place: frozenset(people) for place, people in table.items()})
    met = sorted({rule for rule, _ in table})
    lines = [
        _line(rules[rule].title, rules[rule].clause, rule, facts, told.places)
        for rule in met
        if rule in told.lines and rule in rules
    ]
    weeks = [(one.week, _sum(one) if one.week.name in told.columns else None) for one in facts]
    return Insight(
        sorted(lines, key=lambda line: (-line.counts.hits, -line.counts.people, line.rule)),
        weeks,
        sum(rule not in told.lines for rule in met),
        facts,
    )


def _line(
    title: str, clause: Clause, rule: str, facts: Sequence[WeekFacts], told: frozenset[Place]
) -> RuleLine:
    weeks = {one.week.name: _sum(one, rule) for one in facts}
    people: set[str] = {sender for one in facts for named, sender in one.met if named == rule}
    all_of_it = sum(weeks.values(), Counts())
    counts = Counts(len(people), all_of_it.hits, all_of_it.overridden, all_of_it.wrong)
    shown = {name: counts for name, counts in weeks.items() if (rule, name) in told or not counts.people}
    return RuleLine(rule, title, clause, counts, shown)


def _sum(one: WeekFacts, rule: str = "") -> Counts:
    theirs = {key: counts for key, counts in one.met.items() if not rule or key[0] == rule}
    added = sum(theirs.values(), Counts())
    return Counts(len({sender for _, sender in theirs}), added.hits, added.overridden, added.wrong)


def _stand(choices: Sequence[Choice]) -> Mapping[tuple[str, str], Counter[Chosen]]:
    """The answers of each person to each rule that were not taken back."""
    found: defaultdict[tuple[str, str], Counter[Chosen]] = defaultdict(Counter)
    for (rule, sender, _), given in standing_answers(choices).items():
        found[rule, sender].update(given)
    return found


def people_of(facts: Sequence[WeekFacts]) -> People:
    """Everybody who met any rule."""
    return frozenset(sender for one in facts for _, sender in one.met)


def begins(facts: RuleFacts) -> datetime | None:
    """When the first check was made; None when there was none."""
    return facts.first()
