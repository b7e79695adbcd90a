"""What a sender attached is shown for a reason, with a second person, and for a quarter of an hour."""

from datetime import timedelta

import pytest

from app.domain.case_move import OPEN_FOR, CaseMoveKind, Purpose
from app.domain.case_notes import Police, Ruling, Wishes
from app.domain.errors import CaseError
from app.domain.item import Person
from app.domain.reveal import ATTACHED_MAX, SHOWN_FOR, RevealState
from app.review.attach import OwnSide, question_for_sender
from app.review.decide import decide, hold, lift_hold, question_conduct, record_wishes
from app.review.desk import ReviewDesk
from app.review.open_case import hand_over, let_go, open_case
from app.review.reveal import answer_reveal, ask_reveal, ask_sender, go_on_looking, look, waiting_reveals
from tests.fakes import MONDAY_MORNING, FakeClock
from tests.review_rooms import NIA, NUMBER, OMAR, SENDER, at_case, attached, flagged, in_hand, review_desk

WORDS = "Zebediah has asthma."
SOON = MONDAY_MORNING.date() + timedelta(days=30)


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def desk(clock: FakeClock) -> ReviewDesk:
    made = review_desk(clock)
    flagged(made)
    in_hand(made)
    return made


def agreed(desk: ReviewDesk) -> None:
    attached(desk, WORDS)
    ask_reveal(at_case(desk), "To tell two pupils apart.")
    answer_reveal(at_case(desk, by=OMAR), is_agreed=True)


def kinds(desk: ReviewDesk) -> list[CaseMoveKind]:
    return [move.kind for move in desk.cases.history(NUMBER)]


def test_it_is_shown_with_a_reason_and_a_second_person(desk: ReviewDesk) -> None:
    attached(desk, WORDS)
    with pytest.raises(CaseError, match="sentence"):
        ask_reveal(at_case(desk), " ")
    ask_reveal(at_case(desk), "To tell two pupils apart.")
    assert [case.id for case in waiting_reveals(desk)] == [NUMBER]
    with pytest.raises(CaseError, match="Nobody has agreed"):
        look(at_case(desk))
    answer_reveal(at_case(desk, by=OMAR), is_agreed=True)
    shown = look(at_case(desk))

    assert [text for _, text in shown.texts] == [WORDS]
    assert shown.until == desk.clock.now() + SHOWN_FOR
    last = desk.cases.history(NUMBER)[-1]
    assert (last.kind, last.by, last.to) == (CaseMoveKind.WAS_SHOWN, NIA, OMAR)
    assert last.why == "To tell two pupils apart."


@pytest.mark.parametrize("second", [NIA, Person("P. Shah", NIA.address.upper()), SENDER])
def test_neither_the_asker_nor_the_sender_can_agree(desk: ReviewDesk, second: Person) -> None:
    attached(desk)
    ask_reveal(at_case(desk), "A reason.")

    with pytest.raises(CaseError, match="Another reviewer"):
        answer_reveal(at_case(desk, by=second), is_agreed=True)


def test_a_look_is_over_after_a_quarter_of_an_hour(desk: ReviewDesk, clock: FakeClock) -> None:
    agreed(desk)
    look(at_case(desk))
    clock.at += SHOWN_FOR - timedelta(seconds=1)
    assert go_on_looking(at_case(desk)).texts
    assert kinds(desk).count(CaseMoveKind.WAS_SHOWN) == 1
    clock.at += timedelta(seconds=1)

    for again in (go_on_looking, look):
        with pytest.raises(CaseError):
            again(at_case(desk))


def test_nobody_else_may_look_and_going_on_begins_nothing(desk: ReviewDesk) -> None:
    agreed(desk)
    open_case(at_case(desk, by=OMAR), Purpose.ABUSE)

    with pytest.raises(CaseError):
        look(at_case(desk, by=OMAR))
    with pytest.raises(CaseError):
        go_on_looking(at_case(desk))
    assert CaseMoveKind.WAS_SHOWN not in kinds(desk)


def test_neither_a_question_nor_an_agreement_waits_for_ever(desk: ReviewDesk, clock: FakeClock) -> None:
    attached(desk)
    ask_reveal(at_case(desk), "A reason.")
    clock.at += OPEN_FOR
    with pytest.raises(CaseError, match="too late"):
        answer_reveal(at_case(desk, by=OMAR), is_agreed=True)
    open_case(at_case(desk), Purpose.ABUSE)
    ask_reveal(at_case(desk), "A reason.")
    answer_reveal(at_case(desk, by=OMAR), is_agreed=True)
    clock.at += OPEN_FOR
    open_case(at_case(desk), Purpose.ABUSE)

    with pytest.raises(CaseError, match="its time is over"):
        look(at_case(desk))


def test_what_is_declined_is_not_shown_and_can_be_asked_again(desk: ReviewDesk) -> None:
    attached(desk)
    ask_reveal(at_case(desk), "Curiosity.")
    with pytest.raises(CaseError, match="already"):
        ask_reveal(at_case(desk), "Again.")
    answer_reveal(at_case(desk, by=OMAR), is_agreed=False)

    with pytest.raises(CaseError):
        look(at_case(desk))
    with pytest.raises(CaseError, match="answered already"):
        answer_reveal(at_case(desk, by=OMAR), is_agreed=True)
    asked = ask_reveal(at_case(desk), "To tell two pupils apart.")
    assert asked.reveal
    assert asked.reveal.state(desk.clock.now()) is RevealState.ASKED


@pytest.mark.parametrize("step", [question_conduct, let_go, lambda at: hand_over(at, OMAR)])
def test_a_look_ends_when_the_case_stops_or_is_given_away(desk: ReviewDesk, step: object) -> None:
    agreed(desk)
    look(at_case(desk))
    step(at_case(desk))  # type: ignore[operator]  # each takes a sitting

    for again in (go_on_looking, look):
        with pytest.raises(CaseError):
            again(at_case(desk))


def test_where_nothing_is_attached_there_is_nothing_to_ask_for(desk: ReviewDesk) -> None:
    with pytest.raises(CaseError, match="nothing to show"):
        ask_reveal(at_case(desk), "A reason.")


def test_what_was_attached_after_the_question_is_not_shown(desk: ReviewDesk, clock: FakeClock) -> None:
    agreed(desk)
    clock.at += timedelta(minutes=1)
    attached(desk, "Something else.")

    assert [text for _, text in look(at_case(desk)).texts] == [WORDS]


def test_the_sender_takes_it_back_unless_it_is_held(desk: ReviewDesk) -> None:
    agreed(desk)
    side = OwnSide(desk.cases, desk.clock, {"code"})
    hold(at_case(desk), "A threat.", SOON)
    with pytest.raises(CaseError, match="kept as evidence"):
        side.take_back(NUMBER)
    lift_hold(at_case(desk), "None.")
    side.take_back(NUMBER)

    assert desk.cases.words(NUMBER) == ()
    with pytest.raises(CaseError):
        look(at_case(desk))
    with pytest.raises(CaseError, match="Nothing of yours"):
        side.take_back(NUMBER)


def test_it_goes_when_the_case_is_decided_unless_it_is_held(desk: ReviewDesk) -> None:
    attached(desk)
    decide(at_case(desk), Ruling.FINE)

    assert desk.cases.words(NUMBER) == ()
    with pytest.raises(CaseError, match="closed"):
        attached(desk)


def test_what_is_held_stays_after_the_decision_and_goes_with_the_hold(desk: ReviewDesk) -> None:
    attached(desk, WORDS)
    hold(at_case(desk), "A threat.", SOON)
    with pytest.raises(CaseError, match="harmed"):
        decide(at_case(desk), Ruling.FINE)

    record_wishes(at_case(desk), Wishes("", Police.NOBODY))
    decide(at_case(desk), Ruling.FINE)
    assert [text for _, text in desk.cases.words(NUMBER)] == [WORDS]
    lift_hold(at_case(desk), "It is over.")

    assert desk.cases.words(NUMBER) == ()


def test_a_reviewer_asks_and_the_sender_answers_without_their_name(desk: ReviewDesk) -> None:
    ask_sender(at_case(desk), "Was the number a pupil's?")
    assert question_for_sender(desk.cases, at_case(desk).case) == "Was the number a pupil's?"
    attached(desk, WORDS)

    assert question_for_sender(desk.cases, at_case(desk).case) == ""
    said = str(desk.cases.history(NUMBER)) + str(at_case(desk).case)
    assert not [word for word in (SENDER.name, SENDER.address, "asthma") if word in said]


def test_only_their_own_case_and_only_words_that_fit(desk: ReviewDesk) -> None:
    others, own = (OwnSide(desk.cases, desk.clock, {code}) for code in ("another", "code"))
    with pytest.raises(CaseError, match="no such case"):
        others.attach(NUMBER, WORDS)
    for words in (" ", "x" * (ATTACHED_MAX + 1)):
        with pytest.raises(CaseError):
            own.attach(NUMBER, words)
    for _ in range(5):
        own.attach(NUMBER, WORDS)
    with pytest.raises(CaseError, match="attached already"):
        own.attach(NUMBER, WORDS)
