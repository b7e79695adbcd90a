"""A rule that is right too seldom is quieter by one, and never one that protects children by too much."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from app.domain.accuracy import AccuracyCard, Measured, Share, Step, StepKind, Votes
from app.domain.verdict import Mode, Severity
from app.policy.cards import Cards, heard_by
from app.policy.pack import Pack, Rule
from app.policy.policy import Policy
from app.policy.step_down import (
    BARS,
    Evidence,
    Loudness,
    falls_below,
    is_called_wrong,
    loudness,
    may_step_down,
    step_down,
)
from tests.road import PACKS, pack

RULES = {rule.id: rule for name in PACKS for rule in pack(name).rules}
HOLDS, INTERRUPTS, TELLS, RECORDS = (
    RULES[name]
    for name in ("tone-aggression-threats", "angry-wait-and-reread", "plain-english", "single-school-ok")
)
PROTECTING = RULES["no-personal-data-external"]
ON = date(2026, 11, 21)


def card(rule: Rule, right: int, wrong: int) -> AccuracyCard:
    return AccuracyCard(rule.id, heard_by(rule), right, missed=2, wrong=wrong, left_alone=9)


def policy(*cards: AccuracyCard, steps: tuple[Step, ...] = ()) -> Policy:
    measured = Cards(Measured(ON, "1", "m", ()), {c.rule: c for c in cards})
    return Policy([pack(name) for name in PACKS], "v", Evidence(measured, steps))


def rule_in(made: Policy, rule: str) -> Rule:
    return next(r for p in made.packs for r in p.rules if r.id == rule)


def step(kind: StepKind, rule: Rule = HOLDS, day: int = 22) -> Step:
    return Step(day, rule.id, kind, datetime(2026, 11, day, 9, tzinfo=UTC), "Pam", "because", day - 1)


@pytest.mark.parametrize(
    ("rule", "now", "then"),
    [
        (HOLDS, Loudness.HOLDS, Loudness.INTERRUPTS),
        (INTERRUPTS, Loudness.INTERRUPTS, Loudness.TELLS),
        (TELLS, Loudness.TELLS, Loudness.RECORDS),
        (RECORDS, Loudness.RECORDS, Loudness.RECORDS),
        (PROTECTING, Loudness.HOLDS, Loudness.INTERRUPTS),
    ],
)
def test_a_step_is_one_loudness(rule: Rule, now: Loudness, then: Loudness) -> None:
    assert loudness(rule) is now
    assert loudness(step_down(rule)) is then


def test_what_held_a_send_is_shown_and_holds_no_more() -> None:
    quiet = step_down(HOLDS)

    assert quiet.mode is Mode.WARN
    assert max(s.severity for s in quiet.steps) is Severity.WARN


def test_no_rule_that_protects_children_ever_falls_below_a_warning_by_itself() -> None:
    for rule in RULES.values():
        quiet = rule
        while may_step_down(quiet):
            quiet = step_down(quiet)
        is_protecting = any(f.startswith(("identifiers/", "confidential-story/")) for f in rule.listens)
        least = min(loudness(rule), Loudness.INTERRUPTS) if is_protecting else Loudness.RECORDS
        assert loudness(quiet) >= least, rule.id


def test_the_louder_the_surer() -> None:
    assert BARS[Loudness.HOLDS] > BARS[Loudness.INTERRUPTS] > BARS[Loudness.TELLS]


@pytest.mark.parametrize(
    ("rule", "right", "wrong", "below"),
    [
        (HOLDS, 12, 2, True),
        (HOLDS, 12, 1, False),
        (HOLDS, 18, 2, False),
        (HOLDS, 3, 1, False),  # one mistake may be chance
        (HOLDS, 0, 2, True),
        (HOLDS, 0, 0, False),
        (INTERRUPTS, 12, 3, False),
        (INTERRUPTS, 11, 3, True),
        (TELLS, 6, 4, False),
        (TELLS, 5, 4, True),
        (RECORDS, 0, 9, False),
    ],
)
def test_a_card_is_below_its_bar(rule: Rule, right: int, wrong: int, below: bool) -> None:
    assert falls_below(rule, Share(right, right + wrong)) is below


@pytest.mark.parametrize(
    ("rule", "shown", "wrong", "surely"),
    [
        (HOLDS, 20, 7, True),
        (HOLDS, 40, 7, False),
        (HOLDS, 4, 4, False),  # a few friends
        (HOLDS, 1, 1, False),  # one annoyed person
        (INTERRUPTS, 20, 7, False),
        (INTERRUPTS, 20, 9, True),
        (RECORDS, 20, 20, False),
    ],
)
def test_votes_count_when_they_leave_no_doubt(rule: Rule, shown: int, wrong: int, surely: bool) -> None:
    assert is_called_wrong(rule, Votes(shown, wrong)) is surely


def test_a_rule_below_its_bar_steps_down_and_says_so() -> None:
    made = policy(card(HOLDS, 8, 4))
    down = made.stepped_down[HOLDS.id]

    assert loudness(rule_in(made, HOLDS.id)) is Loudness.INTERRUPTS
    assert (down.written, down.now) == (Loudness.HOLDS, Loudness.INTERRUPTS)
    assert down.why == (
        "Right 8 of the 12 times that it spoke in our test, and a rule as loud as it is written must be right in 90 %.",
    )
    assert set(made.stepped_down) == {HOLDS.id}


def test_without_evidence_every_rule_is_as_it_is_written() -> None:
    made = Policy([pack(name) for name in PACKS])

    assert [p is q for p, q in zip(made.packs, map(pack, PACKS), strict=True)] == [True] * len(PACKS)
    assert made.stepped_down == {}


def test_a_rule_that_was_changed_since_is_not_judged_by_an_old_card() -> None:
    changed = replace(HOLDS, listens=HOLDS.listens[:1])
    reworded = replace(HOLDS, title="Shall we say it otherwise?")

    assert heard_by(changed) != heard_by(HOLDS) == heard_by(reworded)
    assert policy(replace(card(HOLDS, 2, 9), heard=heard_by(changed))).stepped_down == {}


def test_votes_come_on_top_of_the_card_and_a_person_lifts_both() -> None:
    low = card(HOLDS, 8, 4)
    voted = policy(low, steps=(step(StepKind.DOWN),))
    kept = policy(low, steps=(step(StepKind.DOWN), step(StepKind.KEPT, day=23)))
    again = policy(low, steps=(step(StepKind.KEPT), step(StepKind.DOWN, day=23)))

    assert loudness(rule_in(voted, HOLDS.id)) is Loudness.TELLS
    assert voted.stepped_down[HOLDS.id].why[1] == "because"
    assert kept.stepped_down == {}
    assert loudness(rule_in(again, HOLDS.id)) is Loudness.INTERRUPTS


def test_a_card_measured_after_a_person_decided_counts_again() -> None:
    early = Step(1, HOLDS.id, StepKind.KEPT, datetime(2026, 11, 20, 9, tzinfo=UTC), "Pam", "fine", 0)

    assert HOLDS.id in policy(card(HOLDS, 8, 4), steps=(early,)).stepped_down


def test_a_changed_pack_is_tried_with_the_same_evidence() -> None:
    made = policy(card(HOLDS, 8, 4))
    theirs: Pack = next(p for p in made.written if any(r.id == HOLDS.id for r in p.rules))

    assert made.with_changed([theirs]).stepped_down.keys() == made.stepped_down.keys()


def test_votes_are_told_only_where_they_are_not_a_few_people() -> None:
    few = policy().with_votes({HOLDS.id: Votes(9, 3)}).accuracy(HOLDS.id)
    many = policy().with_votes({HOLDS.id: Votes(120, 3)}).accuracy(HOLDS.id)

    assert few.called_wrong is None
    assert many.called_wrong == Share(3, 120)
