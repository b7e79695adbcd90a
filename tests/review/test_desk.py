"""What reviewers may do with a case, and what is kept of it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.case import CaseState
from app.domain.case_move import OPEN_FOR, CaseMoveKind, Purpose
from app.domain.case_notes import Police, Ruling, Wishes
from app.domain.errors import CaseError
from app.domain.flagged import Outcome
from app.domain.item import Person
from app.review.decide import Asked, decide, hold, lift_hold, question_conduct, record_advice, record_wishes
from app.review.desk import queue
from app.review.open_case import claim, hand_over, let_go, open_case
from tests.fakes import MONDAY_MORNING, FakeClock
from tests.review_rooms import FLAGGED, NIA, NUMBER, OMAR, SENDER, at_case, flagged, in_hand, review_desk

SOON = MONDAY_MORNING.date() + timedelta(days=30)


def test_an_opening_is_kept_with_its_purpose() -> None:
    desk = review_desk()
    flagged(desk)
    open_case(at_case(desk), Purpose.FAULT)

    last = desk.cases.history(NUMBER)[-1]
    assert (last.kind, last.by, last.purpose) == (CaseMoveKind.OPENED, NIA, Purpose.FAULT)
    assert at_case(desk).is_open
    assert not at_case(desk, by=OMAR).is_open


def test_what_is_covered_cannot_be_decided() -> None:
    clock = FakeClock()
    desk = review_desk(clock)
    flagged(desk)
    claim(at_case(desk))

    for do in (
        lambda at: decide(at, Ruling.FINE),
        question_conduct,
        lambda at: hold(at, "A threat.", SOON),
        lambda at: record_wishes(at, Wishes("An apology.", Police.NO)),
    ):
        with pytest.raises(CaseError, match="Open this case first"):
            do(at_case(desk))
    open_case(at_case(desk), Purpose.ABUSE)
    clock.at += OPEN_FOR + timedelta(minutes=1)
    with pytest.raises(CaseError, match="Open this case first"):
        decide(at_case(desk), Ruling.FINE)


def test_nobody_reviews_their_own_mail() -> None:
    desk = review_desk()
    flagged(desk, sender=Person("P. Shah", NIA.address.upper()))
    for do in (lambda at: open_case(at, Purpose.ABUSE), claim):
        with pytest.raises(CaseError, match="Somebody else"):
            do(at_case(desk))
    theirs = in_hand(desk, OMAR)
    with pytest.raises(CaseError, match="Somebody else"):
        hand_over(theirs, NIA)

    assert CaseMoveKind.OPENED not in {m.kind for m in desk.cases.history(NUMBER) if m.by == NIA}


def test_it_goes_from_hand_to_hand() -> None:
    desk = review_desk()
    flagged(desk)
    let_go(in_hand(desk))
    claim(at_case(desk))
    hand_over(at_case(desk), OMAR)

    assert desk.cases.history(NUMBER)[-1].to == OMAR
    with pytest.raises(CaseError, match="Claim this case"):
        decide(at_case(desk), Ruling.FINE)


def test_what_changed_meanwhile_is_looked_at_again() -> None:
    desk = review_desk()
    flagged(desk)
    in_hand(desk)

    with pytest.raises(CaseError, match="meanwhile"):
        decide(at_case(desk, seen=1), Ruling.FINE)
    assert decide(at_case(desk, seen=2), Ruling.FINE).state is CaseState.CLOSED
    with pytest.raises(CaseError, match="no such case"):
        claim(at_case(desk, "2" * 32))


def test_the_senior_person_is_neither_the_reviewer_nor_whose_mail_it_is() -> None:
    desk = review_desk()
    flagged(desk)
    question_conduct(in_hand(desk))
    for whom in (NIA.name, NIA.address.upper(), SENDER.name.lower(), f" {SENDER.address} "):
        with pytest.raises(CaseError) as told:
            record_advice(at_case(desk), Asked(whom, "Let it be."))
        assert told.value.field == "whom"
    record_advice(at_case(desk), Asked("Ann Hall", "Talk to him."))
    record_wishes(at_case(desk), Wishes("", Police.NOBODY))
    closed = decide(at_case(desk), Ruling.ESCALATE)

    assert closed.consultation
    assert closed.consultation.whom == "Ann Hall"
    kinds = [move.kind for move in desk.cases.history(NUMBER)]
    assert kinds[-4:-1] == [CaseMoveKind.QUESTIONED, CaseMoveKind.ASKED_SENIOR, CaseMoveKind.WISHED]


def test_evidence_is_held_beyond_its_time_until_that_is_lifted() -> None:
    desk = review_desk()
    flagged(desk)
    open_case(at_case(desk), Purpose.ABUSE)
    hold(at_case(desk), "A threat to a colleague.", SOON)
    record_wishes(at_case(desk), Wishes("That it stops.", Police.UNDECIDED))
    years = desk.clock.now() + timedelta(days=3000)

    assert desk.cases.forget_before(years) == 0
    lift_hold(at_case(desk), "It is over.")
    assert desk.cases.forget_before(years) == 1


def test_the_queue_goes_by_risk_and_rule_and_never_by_person() -> None:
    desk = review_desk()
    flagged(desk, "a" * 32, rule="z-rule", outcome=Outcome.STOPPED)
    flagged(desk, "b" * 32, rule="m-rule", outcome=Outcome.STOPPED)
    flagged(desk, "c" * 32, rule="m-rule")
    flagged(desk, "d" * 32, rule="z-rule", outcome=Outcome.STOPPED, audience={"inside": 1})
    flagged(desk, "e" * 32, rule="z-rule")
    decide(in_hand(desk, number="b" * 32), Ruling.FINE)

    found = [(one.rule, [case.id[0] for case in one.cases]) for one in queue(desk)]
    assert found == [("z-rule", ["e", "a", "d"]), ("m-rule", ["c"])]
    assert FLAGGED.risk > desk.cases.case("a" * 32).flagged.risk  # type: ignore[union-attr]  # it is there


def test_where_senior_people_are_named_one_of_them_is_asked() -> None:
    desk = replace(review_desk(), seniors=("Ann Hall", "Ben Marsh"))
    flagged(desk)
    question_conduct(in_hand(desk))
    for whom in ("The head", "ann hall", "Priya Shah, reviewer"):
        with pytest.raises(CaseError) as told:
            record_advice(at_case(desk), Asked(whom, "Talk to him."))
        assert told.value.field == "whom"

    asked = record_advice(at_case(desk), Asked("Ben Marsh", "Talk to him.")).consultation
    assert asked
    assert (asked.whom, asked.day) == ("Ben Marsh", MONDAY_MORNING.date())


@pytest.mark.parametrize("days", [-1, 1])
def test_they_were_asked_since_the_send_and_not_in_times_to_come(days: int) -> None:
    desk = review_desk()
    flagged(desk)
    question_conduct(in_hand(desk))
    day = MONDAY_MORNING.date() + timedelta(days=days)

    with pytest.raises(CaseError) as told:
        record_advice(at_case(desk), Asked("Ann Hall", "Talk to him.", day))
    assert told.value.field == "day"


def test_a_hold_that_is_taken_over_has_another_owner_and_day() -> None:
    desk = review_desk()
    flagged(desk)
    in_hand(desk)
    hold(at_case(desk), "A threat.", SOON)
    later = SOON + timedelta(days=30)
    held = hold(at_case(desk), "Still needed.", later, OMAR).hold

    assert held
    assert (held.owner, held.review_on, held.why) == (OMAR, later, "Still needed.")
    assert [case.id for case in desk.cases.held()] == [NUMBER]
    assert not at_case(desk).case.is_due(SOON)
    assert at_case(desk).case.is_due(later)
