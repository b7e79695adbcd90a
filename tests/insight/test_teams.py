"""Teams of ten or more, never people; also not when somebody changes the staff list to find out."""

from datetime import date

from app.domain.staff import StaffMember
from app.domain.stretches import Stretch
from app.insight.by_rule import Counts, WeekFacts
from app.insight.teams import Teams, teams
from tests.insight_fakes import FakeTeamBook

EARLY = Stretch("Week of 2 November", date(2026, 11, 2), date(2026, 11, 8))
LATE = Stretch("Week of 16 November", date(2026, 11, 16), date(2026, 11, 22))
BEFORE, TODAY = date(2026, 9, 1), date(2026, 12, 1)


def staff(**sizes: int) -> list[StaffMember]:
    return [StaffMember(f"{team}{n}", "N", team=team) for team, many in sizes.items() for n in range(many)]


def week(week: Stretch, people: list[StaffMember]) -> WeekFacts:
    return WeekFacts(week, {("loud", member.address): Counts(hits=2, wrong=1) for member in people})


def told(people: list[StaffMember], book: FakeTeamBook, today: date = TODAY, **accounts: str) -> Teams:
    found = [
        week(EARLY, staff(music=10, sport=12, office=3)),
        week(LATE, staff(music=10, sport=12, office=3)),
    ]
    return teams(people, [found], book, str, accounts, today)


def known(people: list[StaffMember]) -> FakeTeamBook:
    """Where these teams were the same since before."""
    book = FakeTeamBook()
    told(people, book, BEFORE)
    return book


def hits(found: Teams) -> dict[str, int | None]:
    return {line.team: line.counts.hits if line.counts else None for line in found.lines}


def test_large_teams_are_told_and_small_ones_counted() -> None:
    people = staff(music=10, sport=12, office=3)
    found = told(people, known(people))

    assert found.too_small == 1
    assert hits(found) == {"sport": 48, "music": None}, "without music the office would be left over"


def test_beside_a_crowd_of_others_every_large_team_is_told() -> None:
    people = staff(music=10, sport=12)
    facts = [week(EARLY, staff(music=10, sport=12, visitors=10))]

    assert hits(teams(people, [facts], known(people), str, {}, TODAY)) == {"sport": 24, "music": 20}


def test_a_team_that_changed_is_told_from_then_on_only() -> None:
    """Somebody moves one person to see what the numbers lose: no week is told twice."""
    people = staff(sport=12, visitors=20)
    book = known(people)
    before = hits(told(people, book))
    after = hits(told(people[1:], book, date(2026, 11, 10)))
    back = hits(told(people, book, date(2026, 11, 29)))

    assert (before["sport"], after["sport"], back["sport"]) == (48, 22, None)


def test_who_signed_in_counts_in_their_team() -> None:
    people = staff(sport=12)
    facts = [WeekFacts(EARLY, {("loud", f"account{n}"): Counts(hits=1) for n in range(12)})]
    accounts = {f"account{n}": f"sport{n}" for n in range(12)}

    assert hits(teams(people, [facts], known(people), str, accounts, TODAY)) == {"sport": 12}
    assert hits(teams(people, [facts], known(people), str, {}, TODAY)) == {"sport": None}


def test_whoever_looks_every_week_learns_nothing_of_few() -> None:
    """Twelve of a team in one week, one of them in the next: the second week waits for nine more."""
    people, crowd = staff(sport=12), staff(visitors=30)
    book, weeks = known(people), [week(EARLY, people + crowd), week(LATE, people[:1] + crowd)]
    first, second = (hits(teams(people, [weeks[:many]], book, str, {}, TODAY)) for many in (1, 2))

    assert first == second == {"sport": 24}


def test_two_weeks_together_do_not_leave_few_over_in_one_of_them() -> None:
    """Seven of a team in each week, with a crowd beside them in one and three visitors in the other."""
    people, facts = staff(sport=14), [week(EARLY, staff(sport=7, visitors=3))]
    facts.append(week(LATE, staff(sport=14)[7:] + staff(visitors=30)))

    assert hits(teams(people, [facts], known(people), str, {}, TODAY)) == {"sport": None}
