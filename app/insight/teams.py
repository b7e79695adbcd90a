"""What do teams of ten people or more meet? Never people.

A team is told over the weeks since its people are the same: whoever changes the list to see what one person
did finds nothing. Its weeks are told in blocks, as those of a rule; what is left beside the teams that are
told for a week is nobody, or a crowd.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from app.domain.staff import StaffMember
from app.insight.by_rule import Counts, Parts, WeekFacts
from app.insight.crowd import People, is_crowd
from app.insight_ports import TeamBook


@dataclass(frozen=True, slots=True)
class TeamLine:
    """One team: how many are in it, since when they are the same, and what they met since."""

    team: str
    members: int
    since: date
    counts: Counts | None
    """None where too few of them met anything."""


@dataclass(frozen=True, slots=True)
class Teams:
    """The teams that are large enough, and how many are not."""

    lines: Sequence[TeamLine]
    too_small: int


def teams(  # noqa: PLR0913, PLR0917 - what a team is told from
    staff: Iterable[StaffMember],
    parts: Parts,
    book: TeamBook,
    keyed_hash: Callable[[str], str],
    accounts: Mapping[str, str],
    today: date,
) -> Teams:
    """Every team. `accounts` gives the code of the address for each code of an account."""
    members: defaultdict[str, set[str]] = defaultdict(set)
    for member in staff:
        if member.team:
            members[member.team].add(keyed_hash(member.address))
    hashes = {team: keyed_hash("team\0" + "\0".join(sorted(codes))) for team, codes in members.items()}
    since = book.since(hashes, today)
    large = {team: frozenset(codes) for team, codes in members.items() if is_crowd(codes)}
    told: defaultdict[str, list[_Week]] = defaultdict(list)
    for part in parts:
        for team, week in _told([_Week(one, accounts) for one in part], large, since):
            told[team].append(week)
    lines = [
        TeamLine(team, len(codes), since[team], _sum(told[team], codes) if told[team] else None)
        for team, codes in large.items()
    ]
    lines.sort(key=lambda line: (-(line.counts.hits if line.counts else -1), line.team))
    return Teams(lines, len(members) - len(large))


class _Week:
    """One week by person, whichever code they are known by; `left` are in no team that is told for it."""

    def __init__(self, facts: WeekFacts, accounts: Mapping[str, str]) -> None:
        self.first = facts.week.first
        self.met: defaultdict[str, Counts] = defaultdict(Counts)
        for (_, code), counts in facts.met.items():
            self.met[accounts.get(code, code)] += counts
        self.left = frozenset(self.met)
        self.is_alone = True
        """Whether every team that is told for it is told for it alone."""


def _told(
    weeks: Sequence[_Week], teams: Mapping[str, People], since: Mapping[str, date]
) -> Iterator[tuple[str, _Week]]:
    """Each team with each week of its blocks. A block that would leave a few others over waits."""
    waiting: dict[str, list[_Week]] = {team: [] for team in teams}
    for week in weeks:
        for team in sorted(teams, key=lambda team: (-len(teams[team] & week.left), team)):
            if week.first <= since[team] or not teams[team] & week.left:
                continue
            block = waiting[team] = [*waiting[team], week]
            together = frozenset().union(*(teams[team] & one.left for one in block))
            if is_crowd(together) and all(_may_leave(one, teams[team], len(block)) for one in block):
                for one in block:
                    one.left -= teams[team]
                    one.is_alone = one.is_alone and len(block) == 1
                    yield team, one
                waiting[team] = []


def _may_leave(week: _Week, team: People, weeks: int) -> bool:
    """Beside what is told of a week stands a crowd, or nobody where each part of it is told by itself."""
    rest = week.left - team
    return is_crowd(rest) or (not rest and week.is_alone and weeks == 1)


def _sum(weeks: Iterable[_Week], people: People) -> Counts:
    """Each person counts once."""
    met = [(person, counts) for one in weeks for person, counts in one.met.items() if person in people]
    total = sum((counts for _, counts in met), Counts())
    return Counts(len({person for person, _ in met}), total.hits, total.overridden, total.wrong)
