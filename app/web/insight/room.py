"""What is insight counted from?

The records of checks and answers, the staff list for its teams, and the cases for how long they took. A week
that is over is counted once in a process: it changes no more.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from app.domain.stretches import Stretch
from app.insight.by_rule import Insight, WeekFacts, insight, parts_over, week_facts
from app.insight.teams import Teams, teams
from app.insight_ports import RuleFacts, TeamBook
from app.policy.policy import Policy
from app.register_ports import StaffList

_MOST_WEEKS = 60


@dataclass(frozen=True, slots=True)
class InsightRoom:
    """Built once. `accounts` gives the code of the address of each; records go after `records_days`."""

    facts: RuleFacts
    team_book: TeamBook
    staff: StaffList
    policy: Callable[[], Policy]
    keyed_hash: Callable[[str], str]
    accounts: Callable[[], Mapping[str, str]]
    records_days: int
    counted: dict[tuple[date, date], WeekFacts] = field(default_factory=dict, repr=False)

    def of_term(self, term: Stretch, today: date) -> Insight:
        """What can be told of the weeks of a term that are over."""
        parts = parts_over(term, today, self.records_days)
        return insight(self.policy(), [[self._week(week) for week in part] for part in parts])

    def shown(self, over: Stretch) -> Mapping[str, int]:
        """To how many people a card of each rule was shown, in a stretch of weeks that are over."""
        met = {pair for week in over.weeks(over.last) for pair in self._week(week).met}
        return Counter(rule for rule, _ in met)

    def teams(self, found: Insight, today: date) -> Teams:
        """The same by team."""
        people = self.staff.everyone()
        return teams(people, found.parts, self.team_book, self.keyed_hash, self.accounts(), today)

    def _week(self, week: Stretch) -> WeekFacts:
        key = (week.first, week.last)
        if key not in self.counted:
            if len(self.counted) >= _MOST_WEEKS:
                self.counted.clear()
            self.counted[key] = week_facts(self.facts, week)
        return self.counted[key]
