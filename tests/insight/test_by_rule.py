"""Rules by how often they spoke, over weeks that are over, and never of few people."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from app.domain.choice import Choice, Chosen
from app.domain.stretches import Stretch
from app.insight.by_rule import Counts, Insight, insight, parts_over, week_facts
from app.policy.policy import Policy
from app.ports import CheckRecord
from tests.adapters.store.test_records import RECORD
from tests.fakes import MONDAY_MORNING as AT
from tests.insight_fakes import FakeRuleFacts
from tests.road import pack

POLICY = Policy([pack("dale-stonehill")], "test")
LOUD, RARE = (rule.id for rule in POLICY.packs[0].rules[:2])
TERM = Stretch("Autumn term", date(2026, 11, 2), date(2026, 12, 18))
TODAY = date(2026, 12, 9)


def spoke(rule: str, at: datetime, people: Sequence[int], drafts: int = 1) -> list[CheckRecord]:
    """Each of these people met the rule at Send."""
    return [
        replace(
            RECORD,
            at=at,
            moment="send",
            sender_hash=f"p{person}",
            draft_hash=f"{rule} {person} {draft} {at}",
            rules=[{"rule": rule, "mode": "enforce"}],
        )
        for person in people
        for draft in range(drafts)
    ]


def told(facts: FakeRuleFacts, today: date = TODAY, kept: int = 180) -> Insight:
    return insight(POLICY, [[week_facts(facts, w) for w in part] for part in parts_over(TERM, today, kept)])


def names(today: date, kept: int = 180) -> list[list[int]]:
    """The days of November on which the weeks of each part begin."""
    return [[week.first.day for week in part] for part in parts_over(TERM, today, kept)]


def test_only_weeks_that_are_over_are_told() -> None:
    """Whoever looks before and after a mail sees the same."""
    assert names(date(2026, 11, 16)) == [[2, 9]]
    assert names(date(2026, 11, 2)) == []


def test_weeks_whose_records_go_soon_go_together() -> None:
    """Otherwise a number that lost its first week would tell what was in it."""
    assert names(date(2026, 11, 22), kept=21) == [[2, 9]]
    assert names(date(2026, 11, 23), kept=21) == [[16]]
    assert names(date(2026, 11, 30), kept=21) == [[16, 23]]


def test_a_rule_is_counted_over_the_term_and_by_week() -> None:
    later = AT + timedelta(weeks=1)
    facts = FakeRuleFacts(spoke(LOUD, AT, range(12), 2) + spoke(LOUD, later, range(6, 18)))
    (line,) = told(facts).rules

    assert (line.rule, line.counts) == (LOUD, Counts(people=18, hits=36))
    assert {name: counts.hits for name, counts in line.weeks.items() if counts.hits} == {
        "Week of 16 November": 24,
        "Week of 23 November": 12,
    }


def test_what_few_people_met_is_not_named() -> None:
    facts = FakeRuleFacts(spoke(LOUD, AT, range(20)) + spoke(RARE, AT, range(9)))
    found = told(facts)

    assert ([line.rule for line in found.rules], found.untold) == ([LOUD], 1)
    assert [clause for _, _, clause in found.clauses] == [1]


def test_a_week_of_few_people_cannot_be_worked_out_by_looking_before_and_after_it() -> None:
    """Twenty in one week, two in the next: until eight more met it, nothing changes."""
    facts = FakeRuleFacts(spoke(LOUD, AT, range(20)))
    before = told(facts).rules
    facts.records += spoke(LOUD, AT + timedelta(weeks=1), [1, 2], 5)

    assert [line.counts.hits for line in told(facts).rules] == [line.counts.hits for line in before] == [20]
    facts.records += spoke(LOUD, AT + timedelta(weeks=2), range(3, 11))
    (line,) = told(facts).rules
    assert line.counts == Counts(people=20, hits=38)
    assert [name for name, counts in line.weeks.items() if counts.people] == ["Week of 16 November"]


def test_what_is_told_of_a_week_leaves_nothing_over_for_a_rule_that_few_met() -> None:
    facts = FakeRuleFacts(spoke(LOUD, AT, range(12)) + spoke(RARE, AT, range(50, 53), 3))

    weeks = {week.name: counts for week, counts in told(facts).weeks}

    assert weeks["Week of 16 November"] == Counts(people=12, hits=12)


def test_answers_are_of_people_who_met_the_rule_and_did_not_take_them_back() -> None:
    facts = FakeRuleFacts(spoke(LOUD, AT, range(12)))
    for person, chosen in [
        (1, "overrode"),
        (2, "wrong-warning"),
        (3, "wrong-warning"),
        (3, "took-back"),
        (99, "overrode"),
    ]:
        facts.answers.append(Choice(AT, f"p{person}", LOUD, "c/k", Chosen(chosen)))  # fmt: skip
    (line,) = told(facts).rules

    assert line.counts == Counts(people=12, hits=12, overridden=1, wrong=1)


def test_a_week_in_which_few_met_anything_is_not_told() -> None:
    facts = FakeRuleFacts(spoke(LOUD, AT, range(12)) + spoke(RARE, AT - timedelta(weeks=1), range(3)))
    weeks = {week.name: counts for week, counts in told(facts).weeks}

    assert (weeks["Week of 9 November"], weeks["Week of 16 November"]) == (None, Counts(people=12, hits=12))


def test_clauses_add_up_what_is_told_of_their_rules() -> None:
    same = next(
        (a.id, b.id)
        for a in POLICY.packs[0].rules
        for b in POLICY.packs[0].rules
        if a.id < b.id and a.clause.section == b.clause.section
    )
    facts = FakeRuleFacts([record for rule in same for record in spoke(rule, AT, range(12))])
    ((_, counts, rules),) = told(facts).clauses

    assert (counts.hits, rules) == (24, 2)
