"""What do teams of ten people or more meet? Never people.

A team is told over the weeks since its people are the same: whoever changes the list to see what one person
did finds nothing. What is left beside the teams that are told is nobody, or a crowd.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from app.domain.staff import StaffMember
from app.insight.by_rule import Counts, WeekFacts, people_of
from app.insight.crowd import is_crowd, left_over
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
    facts: Sequence[WeekFacts],
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
    large = {team: codes for team, codes in members.items() if is_crowd(codes)}
    told: dict[str, Counts] = {}
    for day in sorted({since[team] for team in large}):
        same = {team: codes for team, codes in large.items() if since[team] == day}
        told |= _of_one_day(same, [one for one in facts if one.week.first > day], accounts)
    lines = [TeamLine(team, len(codes), since[team], told.get(team)) for team, codes in large.items()]
    lines.sort(key=lambda line: (-(line.counts.hits if line.counts else -1), line.team))
    return Teams(lines, len(members) - len(large))


def _of_one_day(
    groups: Mapping[str, set[str]], facts: Sequence[WeekFacts], accounts: Mapping[str, str]
) -> Mapping[str, Counts]:
    """What can be told of teams that are the same since one day."""
    everybody = frozenset(accounts.get(code, code) for code in people_of(facts))
    met = {team: everybody & codes for team, codes in groups.items()}
    shown = left_over(met, everybody)
    return {team: _sum(facts, met[team], accounts) for team in shown}


def _sum(facts: Sequence[WeekFacts], people: frozenset[str], accounts: Mapping[str, str]) -> Counts:
    theirs = (
        counts for one in facts for (_, code), counts in one.met.items() if accounts.get(code, code) in people
    )
    added = sum(theirs, Counts())
    return Counts(len(people), added.hits, added.overridden, added.wrong)
