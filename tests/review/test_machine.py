"""Whatever reviewers and senders try with a case, in any order: there is no road past the gates.

The machine keeps its own simple account of what happened, and compares: it does not ask the code under test
whether something was allowed.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from app.adapters.store.cases import SqlCases
from app.domain.case import Case, CaseState
from app.domain.case_move import CaseMove, CaseMoveKind, Purpose
from app.domain.case_notes import Police, Ruling, Wishes
from app.domain.errors import CaseError
from app.domain.item import Person
from app.review.attach import OwnSide
from app.review.decide import (
    Asked,
    decide,
    hold,
    lift_hold,
    question_conduct,
    record_advice,
    record_wishes,
)
from app.review.desk import ReviewDesk, Sitting
from app.review.open_case import claim, hand_over, let_go, open_case
from app.review.reveal import answer_reveal, ask_reveal, go_on_looking, look
from app.review_ports import Cases, Whose
from tests.adapters.store.test_cases import KEY
from tests.conftest import DATABASES, opened
from tests.fakes import FakeClock
from tests.review_fakes import FakeCases
from tests.review_rooms import FLAGGED, NIA, OMAR, SENDER

ZOE = Person("Zoe Ash", "z.ash@wealdshire.example")
PEOPLE = (NIA, OMAR, ZOE, SENDER)
NUMBERS = count(1)
DAY, LOOK = timedelta(hours=8), timedelta(minutes=15)
SAID = st.sampled_from(["", " ", "Two pupils have one name."])


@dataclass
class Account:
    """What happened, as somebody with pencil and paper would keep it."""

    owner: Person | None = None
    stopped: bool = False
    advised: bool = False
    closed: bool = False
    held: bool = False
    wished: bool = False
    opened: dict[str, datetime] = field(default_factory=dict)
    attached: list[datetime] = field(default_factory=list)
    asked: tuple[Person, datetime] | None = None
    agreed: tuple[Person, datetime] | None = None
    began: datetime | None = None

    def forget_look(self) -> None:
        self.asked = self.agreed = self.began = None

    def has_open(self, person: Person, now: datetime) -> bool:
        at = self.opened.get(person.address)
        return at is not None and at <= now < at + DAY

    def may_look(self, person: Person, now: datetime) -> bool:
        """A reason, another person, the time; and nothing that stops the case."""
        if self.closed or self.stopped or self.owner != person or not self.has_open(person, now):
            return False
        if self.asked is None or self.agreed is None or self.asked[0] != person:
            return False
        if self.began is not None:
            return now < self.began + LOOK
        return now < self.agreed[1] + DAY


class ACase(RuleBasedStateMachine):
    """One case, four people of whom one sent the mail, and a clock."""

    def __init__(self, cases: Cases) -> None:
        super().__init__()
        self.clock, self.number = FakeClock(), f"{next(NUMBERS):032x}"
        self.desk, self.told = ReviewDesk(cases, self.clock), Account()
        self.codes = frozenset({f"{self.number}{self.number}"})
        made = CaseMove(CaseMoveKind.FLAGGED, self.clock.now(), Person("Sendwell", ""))
        cases.begin(Case(self.number, FLAGGED, self.clock.now()), Whose(SENDER, self.codes), made)
        self.kept = 1

    @property
    def now(self) -> datetime:
        return self.clock.now()

    def tried(
        self, do: Callable[[Sitting], object], by: Person, *, keeps: bool = True, seen: int = 0
    ) -> bool:
        """Whether it was done; what is refused must have changed nothing."""
        before = self.desk.cases.case(self.number), self.desk.cases.history(self.number)
        try:
            do(Sitting(self.desk, self.number, by, seen))
        except CaseError:
            assert (self.desk.cases.case(self.number), self.desk.cases.history(self.number)) == before
            return False
        self.kept += keeps
        return True

    def hers(self, by: Person) -> bool:
        return self.told.owner == by and not self.told.closed

    @rule(minutes=st.sampled_from([0, 1, 14, 16, 200, 481]))
    def waits(self, minutes: int) -> None:
        self.clock.at += timedelta(minutes=minutes)

    @rule(by=st.sampled_from(PEOPLE))
    def opens(self, by: Person) -> None:
        if self.tried(lambda at: open_case(at, Purpose.ABUSE), by, keeps=False):
            assert by != SENDER
            self.told.opened[by.address] = self.now

    @rule(by=st.sampled_from(PEOPLE))
    def claims(self, by: Person) -> None:
        if self.tried(claim, by):
            assert by != SENDER
            assert self.told.owner is None
            assert not self.told.closed
            self.told.owner = by

    @rule(by=st.sampled_from(PEOPLE), to=st.sampled_from([None, *PEOPLE]))
    def gives_away(self, by: Person, to: Person | None) -> None:
        if self.tried(lambda at: hand_over(at, to) if to else let_go(at), by):
            assert self.hers(by)
            assert to != SENDER
            assert to or not self.told.stopped
            self.told.owner = to
            self.told.forget_look()

    @rule(by=st.sampled_from(PEOPLE))
    def questions(self, by: Person) -> None:
        if self.tried(question_conduct, by):
            assert self.hers(by)
            assert self.told.has_open(by, self.now)
            self.told.stopped, self.told.advised = True, False
            self.told.forget_look()

    @rule(
        by=st.sampled_from(PEOPLE),
        whom=st.sampled_from(["Ann Hall", "", NIA.name, SENDER.name, OMAR.address]),
    )
    def asks_senior(self, by: Person, whom: str) -> None:
        if self.tried(lambda at: record_advice(at, Asked(whom, "Talk to him.")), by):
            assert self.told.stopped
            assert self.hers(by)
            assert whom not in {"", SENDER.name, by.name, by.address}
            self.told.stopped, self.told.advised = False, True

    @rule(by=st.sampled_from(PEOPLE), ruling=st.sampled_from(Ruling), why=SAID)
    def decides(self, by: Person, ruling: Ruling, why: str) -> None:
        if self.tried(lambda at: decide(at, ruling, why), by):
            told = self.told
            assert self.hers(by)
            assert told.has_open(by, self.now)
            assert not told.stopped
            assert ruling is not Ruling.ESCALATE or told.advised
            assert ruling is not Ruling.COACH or why.strip()
            assert told.wished or not (told.held or told.advised or ruling is Ruling.ESCALATE)
            told.closed = True
            told.forget_look()

    @rule(by=st.sampled_from(PEOPLE), why=SAID, days=st.sampled_from([-1, 0, 30, 800]))
    def holds(self, by: Person, why: str, days: int) -> None:
        if self.tried(lambda at: hold(at, why, self.now.date() + timedelta(days=days)), by):
            assert why.strip()
            assert days == 30
            assert self.told.has_open(by, self.now)
            self.told.held = True

    @rule(by=st.sampled_from(PEOPLE), why=SAID)
    def lifts(self, by: Person, why: str) -> None:
        if self.tried(lambda at: lift_hold(at, why), by):
            assert self.told.held
            assert why.strip()
            self.told.held = False
            self.told.attached = [] if self.told.closed else self.told.attached

    @rule(by=st.sampled_from(PEOPLE))
    def notes_wishes(self, by: Person) -> None:
        if self.tried(lambda at: record_wishes(at, Wishes("", Police.NO)), by):
            self.told.wished = True

    @rule(code=st.sampled_from(["theirs", "another"]))
    def attaches(self, code: str) -> None:
        side = OwnSide(self.desk.cases, self.clock, self.codes if code == "theirs" else {"x" * 64})
        if self.tried(lambda _: side.attach(self.number, f"{self.now:%s} asthma"), SENDER):
            assert code == "theirs"
            assert not self.told.closed
            self.told.attached.append(self.now)

    @rule()
    def takes_back(self) -> None:
        side = OwnSide(self.desk.cases, self.clock, self.codes)
        if self.tried(lambda _: side.take_back(self.number), SENDER):
            assert self.told.attached
            assert not self.told.held
            self.told.attached = []
            self.told.forget_look()

    @rule(by=st.sampled_from(PEOPLE), why=SAID)
    def asks_to_see(self, by: Person, why: str) -> None:
        if self.tried(lambda at: ask_reveal(at, why), by):
            assert why.strip()
            assert self.hers(by)
            assert self.told.has_open(by, self.now)
            assert self.told.attached
            assert not self.told.stopped
            self.told.forget_look()
            self.told.asked = (by, self.now)

    @rule(by=st.sampled_from(PEOPLE), yes=st.booleans())
    def answers(self, by: Person, yes: bool) -> None:
        if self.tried(lambda at: answer_reveal(at, is_agreed=yes), by):
            asked = self.told.asked
            assert asked
            assert by not in {asked[0], SENDER}
            assert self.now < asked[1] + DAY
            assert self.told.agreed is None
            self.told.agreed = (by, self.now) if yes else None
            if not yes:
                self.told.forget_look()

    @rule(by=st.sampled_from(PEOPLE), begins=st.booleans())
    def looks(self, by: Person, begins: bool) -> None:
        may, told = self.told.may_look(by, self.now), self.told
        shown: list[object] = []
        is_first = told.began is None
        do = (lambda at: shown.append(look(at))) if begins else (lambda at: shown.append(go_on_looking(at)))
        done = self.tried(do, by, keeps=begins and is_first)
        assert done == (may and (begins or not is_first))
        if done:
            assert told.asked
            texts = [(one.at, words) for one, words in shown[0].texts]  # type: ignore[attr-defined]  # it is a Shown
            assert [at for at, _ in texts] == [at for at in told.attached if at <= told.asked[1]]
            told.began = told.began or self.now

    @rule(
        by=st.sampled_from(PEOPLE), other=st.sampled_from(PEOPLE), both=st.sampled_from(["claim", "decide"])
    )
    def race(self, by: Person, other: Person, both: str) -> None:
        """Two look at the same version, and both press: the second reads that it was changed."""
        seen = self.desk.cases.case(self.number)
        assert seen
        do = claim if both == "claim" else (lambda at: decide(at, Ruling.FINE))
        if self.tried(do, by, seen=seen.version):
            self.told.owner = by
            if both == "decide":
                self.told.closed = True
                self.told.forget_look()
            assert not self.tried(do, other, seen=seen.version)
            late = CaseMove(CaseMoveKind.CLAIMED, self.now, other)
            with pytest.raises(CaseError, match="meanwhile"):
                self.desk.cases.keep(seen._to(reviewer=other), late)  # noqa: SLF001 - as one who came late

    @invariant()
    def it_is_as_the_account_says(self) -> None:
        case, told = self.desk.cases.case(self.number), self.told
        assert case
        assert case.version == self.kept
        assert (case.state is CaseState.CLOSED) == told.closed
        assert (case.state is CaseState.WITH_SENIOR) == (told.stopped and not told.closed)
        assert (case.reviewer == told.owner, case.hold is not None) == (True, told.held)
        kept = [] if told.closed and not told.held else told.attached
        assert [one.at for one, _ in self.desk.cases.words(self.number)] == kept

    @invariant()
    def every_look_has_its_reason_its_second_person_and_its_limit(self) -> None:
        history = self.desk.cases.history(self.number)
        for place, move in enumerate(history):
            if move.kind is not CaseMoveKind.WAS_SHOWN:
                continue
            before = [m for m in history[:place] if m.kind is not CaseMoveKind.OPENED]
            agreed = [m for m in before if m.kind is CaseMoveKind.AGREED_REVEAL][-1]
            asked = [m for m in before if m.kind is CaseMoveKind.ASKED_REVEAL][-1]
            assert move.why == asked.why != ""
            assert (asked.by, agreed.by) == (move.by, move.to)
            assert len({asked.by.address, agreed.by.address, SENDER.address}) == 3
            assert asked.at <= agreed.at <= move.at < agreed.at + DAY
        said = str(history) + str(self.desk.cases.case(self.number))
        assert "asthma" not in said
        assert SENDER.address not in said


@pytest.fixture(params=["fake", *DATABASES])
def held(request: pytest.FixtureRequest) -> Iterator[tuple[Cases, int]]:
    """Where cases are kept, and how many runs it is worth."""
    if request.param == "fake":
        yield FakeCases(), 60
        return
    with opened(request.getfixturevalue(f"{request.param}_url")) as engine:
        yield SqlCases(engine, KEY), 8


def test_there_is_no_road_past_the_gates(held: tuple[Cases, int]) -> None:
    cases, runs = held
    calm = settings(
        max_examples=runs, stateful_step_count=40, deadline=None, suppress_health_check=list(HealthCheck)
    )

    run_state_machine_as_test(lambda: ACase(cases), settings=calm)  # type: ignore[arg-type]  # it takes what makes one, too
