"""People who call a rule wrong quieten it on every worker; one person, or a broken store, never does."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest

from app.domain.accuracy import Step, StepKind, Votes
from app.domain.choice import Choice, Chosen
from app.domain.errors import PolicyChangeError
from app.policy.cards import NO_CARDS
from app.policy.policy import Policy
from app.policy.step_down import Loudness, loudness
from app.policy_owner.change_policy import Signed
from app.policy_owner.live_policy import COUNT_AGAIN_S, LOOK_AGAIN_S, LivePolicy
from app.policy_owner.watch_accuracy import DAYS, AccuracyWatch, let_be
from app.ports import CheckRecord
from tests.fakes import FakeChoices, FakeClock, FakePackStore, FakeRecords, FakeSteps
from tests.road import pack_text

SHIPPED = {"dale-stonehill": pack_text("dale-stonehill")}
HOLDS, PROTECTS = "tone-aggression-threats", "no-personal-data-external"
PAM = Signed("Pam Holmes", "we want it")


@dataclass
class Office:
    """Some workers of one service, and the people who meet its cards."""

    seconds: float = 0.0
    clock: FakeClock = field(default_factory=FakeClock)
    records: FakeRecords = field(default_factory=FakeRecords)
    choices: FakeChoices = field(default_factory=FakeChoices)
    steps: FakeSteps = field(default_factory=FakeSteps)
    packs: FakePackStore = field(default_factory=FakePackStore)

    def watch(self) -> AccuracyWatch:
        return AccuracyWatch(NO_CARDS, self.records, self.choices, self.steps, self.clock)

    def worker(self) -> LivePolicy:
        return LivePolicy(SHIPPED, self.packs, lambda: self.seconds, self.watch())

    def show(self, rule: str, people: range, mode: str = "enforce") -> None:
        for person in people:
            self.records.add(record(self.clock.at, f"p{person}", rule, mode))

    def call_wrong(self, rule: str, people: range) -> None:
        for person in people:
            self.choices.add(Choice(self.clock.at, f"p{person}", rule, "f", Chosen.WRONG_WARNING))

    def count(self, worker: LivePolicy) -> Policy:
        """What a worker has in force once it counted, and looked again."""
        self.seconds += COUNT_AGAIN_S
        worker()
        self.seconds += LOOK_AGAIN_S
        return worker()


def record(at: datetime, sender: str, rule: str, mode: str) -> CheckRecord:
    said = {"rule": rule, "severity": "warn", "confidence": "high", "mode": mode}
    return CheckRecord(at, "compose", sender, "d", "warn", "send", [], [said], {}, [], {}, 1.0)


def loud(policy: Policy, rule: str) -> Loudness:
    return next(loudness(r) for p in policy.packs for r in p.rules if r.id == rule)


@pytest.fixture
def office() -> Office:
    return Office()


def test_many_people_quieten_a_rule_on_every_worker(office: Office) -> None:
    workers = [office.worker() for _ in range(3)]
    office.show(HOLDS, range(20))
    office.call_wrong(HOLDS, range(9))

    assert loud(office.count(workers[0]), HOLDS) is Loudness.INTERRUPTS
    assert [loud(worker(), HOLDS) for worker in workers] == [Loudness.INTERRUPTS] * 3
    assert LOOK_AGAIN_S < 5
    assert [(s.rule, s.kind, s.by, s.why) for s in office.steps.kept] == [
        (HOLDS, StepKind.DOWN, "Sendwell", "9 of the 20 people who met it called it wrong.")
    ]


def test_two_workers_that_count_at_once_are_one_step(office: Office) -> None:
    first, second = office.worker(), office.worker()
    office.show(HOLDS, range(20))
    office.call_wrong(HOLDS, range(9))
    office.seconds += COUNT_AGAIN_S
    first(), second()

    assert len(office.steps.kept) == 1


def test_a_worker_that_counted_before_another_stepped_does_not_step_again(office: Office) -> None:
    office.show(HOLDS, range(20))
    office.call_wrong(HOLDS, range(9))
    stale, watch = office.worker()(), office.watch()
    watch.step_down(stale)
    watch.step_down(stale)

    assert len(office.steps.kept) == 1


def test_the_same_votes_count_once(office: Office) -> None:
    worker = office.worker()
    office.show(HOLDS, range(20))
    office.call_wrong(HOLDS, range(20))
    for _ in range(2):
        office.clock.at += timedelta(minutes=1)
        office.count(worker)

    assert loud(office.count(worker), HOLDS) is Loudness.INTERRUPTS
    assert len(office.steps.kept) == 1


@pytest.mark.parametrize("presses", [1, 500])
def test_one_annoyed_person_quietens_nothing(office: Office, presses: int) -> None:
    worker = office.worker()
    office.show(HOLDS, range(1))
    for _ in range(presses):
        office.call_wrong(HOLDS, range(1))

    assert loud(office.count(worker), HOLDS) is Loudness.HOLDS


def test_what_was_long_ago_does_not_count(office: Office) -> None:
    office.show(HOLDS, range(20))
    office.call_wrong(HOLDS, range(9))
    office.clock.at += timedelta(days=DAYS + 1)

    assert office.watch().votes() == {}
    assert loud(office.count(office.worker()), HOLDS) is Loudness.HOLDS


def test_a_rule_that_protects_children_is_never_voted_below_a_warning(office: Office) -> None:
    worker = office.worker()
    for _ in range(4):
        office.clock.at += timedelta(days=1)
        office.show(PROTECTS, range(20))
        office.call_wrong(PROTECTS, range(20))
        office.count(worker)

    assert loud(worker(), PROTECTS) is Loudness.INTERRUPTS
    assert len(office.steps.kept) == 1


def test_a_person_lets_a_rule_be_and_the_votes_before_are_settled(office: Office) -> None:
    worker = office.worker()
    office.show(HOLDS, range(20))
    office.call_wrong(HOLDS, range(20))
    down = office.count(worker)
    office.clock.at += timedelta(hours=1)
    kept = let_be(office.watch(), down, HOLDS, PAM)
    office.clock.at += timedelta(hours=1)

    assert (kept.kind, kept.by, kept.why) == (StepKind.KEPT, PAM.by, PAM.why)
    assert loud(office.count(worker), HOLDS) is Loudness.HOLDS
    assert worker().accuracy(HOLDS).votes.wrong == 0


def test_only_what_stepped_down_can_be_let_be_and_with_a_reason(office: Office) -> None:
    watch, policy = office.watch(), office.worker()()
    with pytest.raises(PolicyChangeError, match="no rule"):
        let_be(watch, policy, "no-such-rule", PAM)
    with pytest.raises(PolicyChangeError, match="did not step down"):
        let_be(watch, policy, HOLDS, PAM)
    office.steps.add(Step(0, HOLDS, StepKind.DOWN, office.clock.at, "Sendwell", "many", 0))
    with pytest.raises(PolicyChangeError, match="Say why"):
        let_be(watch, office.worker()(), HOLDS, Signed("Pam", " "))


def test_a_broken_store_leaves_the_policy_as_it_was(office: Office) -> None:
    worker = office.worker()
    first = worker()
    office.steps.is_broken = True
    office.seconds += COUNT_AGAIN_S

    assert worker() is first


def test_what_people_made_of_a_rule_is_known_while_it_is_as_loud_as_before(office: Office) -> None:
    worker = office.worker()
    office.show(HOLDS, range(120))
    office.show(HOLDS, range(200, 230), mode="trial")
    office.call_wrong(HOLDS, range(3))
    before = worker().version

    assert office.count(worker).accuracy(HOLDS).votes == Votes(120, 3)
    assert worker().version == before
