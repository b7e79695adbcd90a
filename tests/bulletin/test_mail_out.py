"""Nobody is missed and nobody gets it twice, whatever the carrier says."""

from collections import Counter
from datetime import timedelta
from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.bulletin.mailing.mail_out import Habits, MailOut, Round
from app.bulletin_ports import DeliveryState, Outcome, Refusal
from app.domain.for_whom import ForWhom
from app.domain.mailing import Mailing, Pace
from app.domain.school import Phase
from tests.bulletin.post_room import WEEK, PostRoom
from tests.fakes import MONDAY_MORNING
from tests.mailing_fakes import FakePublisher

TAKEN = Outcome()
BUSY = Outcome(Refusal.LATER, "greylisted")
NOBODY = Outcome(Refusal.THIS_ADDRESS, "no such mailbox")
LOCKED_OUT = Outcome(Refusal.EVERYTHING, "The mail server refuses the password.")


def sent(office: PostRoom) -> list[tuple[str, EmailMessage]]:
    assert isinstance(office.publisher, FakePublisher)
    return office.publisher.sent


def reached(office: PostRoom) -> Counter[str]:
    return Counter(address for address, _ in sent(office))


def test_everybody_gets_their_own_text_once() -> None:
    office = PostRoom()
    office.begin()
    office.drive()

    assert reached(office) == Counter(office.book.held.values())
    assert office.counts == {DeliveryState.SENT: 25}
    texts = {a: m.get_content().strip() for a, m in sent(office)}
    assert (texts["office@s0.sch.example"], texts["office@s1.sch.example"]) == ("primary first", "for all")
    assert office.mailings.kept[WEEK.id].ended_at


def test_only_those_it_is_for() -> None:
    office = PostRoom()
    office.begin(Mailing(WEEK.id, ForWhom(phases=frozenset({Phase.PRIMARY})), WEEK.texts, MONDAY_MORNING))
    office.drive()

    assert office.counts == {DeliveryState.SENT: 13}


def test_addresses_are_opened_for_a_batch_at_a_time() -> None:
    office = PostRoom(habits=Habits(batch=8))
    office.begin()
    office.drive()

    assert office.book.lookups == [(10, WEEK.id)] * 2 + [(5, WEEK.id)]


def test_a_greylisted_message_is_tried_again_after_a_longer_and_longer_wait() -> None:
    office = PostRoom(FakePublisher(lambda _, turn: BUSY if turn < 4 else TAKEN), schools=1)
    office.begin()
    waits = [0.0, *office.drive()]

    assert office.counts == {DeliveryState.SENT: 1}
    assert sum(waits) == pytest.approx(60 + 120 + 240, abs=2)
    assert office.book.noted == []


def test_what_the_carrier_asks_for_is_obeyed() -> None:
    ask = Outcome(Refusal.LATER, "throttled", retry_after=1800)
    office = PostRoom(FakePublisher(lambda _, turn: ask if turn == 1 else TAKEN), schools=1)
    office.begin()

    assert office.mail_out.work(WEEK.id, "a") == Round(0, 1800)
    (row,) = office.deliveries.rows.values()
    assert row.next_try
    assert row.next_try >= MONDAY_MORNING + timedelta(seconds=1800)


def test_a_server_that_is_down_is_let_be() -> None:
    office = PostRoom(FakePublisher(lambda _, turn: BUSY if turn < 3 else TAKEN), schools=100)
    office.begin()
    waits = office.drive()

    assert waits[:2] == [30, 30]
    assert max(d.tries for d in office.deliveries.rows.values()) == 2
    assert office.counts == {DeliveryState.SENT: 100}


def test_who_is_never_taken_is_given_up_after_the_last_hour() -> None:
    office = PostRoom(FakePublisher(lambda a, _: BUSY if "s3." in a else TAKEN), schools=5)
    office.begin()
    office.drive()

    assert office.counts == {DeliveryState.SENT: 4, DeliveryState.REFUSED: 1}
    assert office.book.noted == [(f"{3:064}", "greylisted", False)]
    tries = next(d.tries for d in office.deliveries.rows.values() if d.state is DeliveryState.REFUSED)
    assert 60 < tries < 90


def test_a_dead_mailbox_is_told_to_the_book_and_not_tried_again() -> None:
    office = PostRoom(FakePublisher(lambda a, _: NOBODY if "s3." in a else TAKEN), schools=5)
    office.begin()

    assert office.drive() == []
    assert office.book.noted == [(f"{3:064}", "no such mailbox", True)]
    assert office.counts[DeliveryState.REFUSED] == 1


def test_an_address_that_left_the_directory_is_left_out() -> None:
    office = PostRoom(schools=5)
    office.begin()
    office.book.held.popitem()
    office.drive()

    assert office.counts == {DeliveryState.SENT: 4, DeliveryState.REFUSED: 1}
    assert office.book.noted == []


def test_when_nothing_can_be_sent_all_waits_and_the_desk_is_told() -> None:
    office = PostRoom(FakePublisher(lambda _, turn: LOCKED_OUT if turn < 6 else TAKEN), schools=40)
    office.begin()

    assert office.mail_out.work(WEEK.id, "a").wait == 30
    assert office.mailings.kept[WEEK.id].halted == "The mail server refuses the password."
    assert office.counts == {DeliveryState.WAITING: 40}
    for _ in range(3):
        office.mail_out.work(WEEK.id, "a")
    assert [n for n, _ in office.book.lookups[1:]] == [1] * 3, "one is enough to knock"
    office.drive()
    assert office.counts == {DeliveryState.SENT: 40}
    assert {d.tries for d in office.deliveries.rows.values()} == {1}
    assert office.mailings.kept[WEEK.id].halted == ""


def test_what_could_never_be_sent_does_not_go_out_a_week_later() -> None:
    office = PostRoom(FakePublisher(lambda _, __: LOCKED_OUT), schools=40)
    office.begin()
    office.mail_out.work(WEEK.id, "a")
    office.clock.wait(7 * 86400)
    office.drive()

    assert office.counts == {DeliveryState.REFUSED: 40}
    assert office.book.noted == []


def test_a_carrier_that_breaks_off_loses_nothing() -> None:
    def break_off(_: str, turn: int) -> Outcome:
        if turn % 2:
            raise OSError("office@s1.sch.example")
        return TAKEN

    office = PostRoom(FakePublisher(break_off))
    office.begin()
    office.drive()

    assert office.counts == {DeliveryState.SENT: 25}
    assert "sch.example" not in str(office.deliveries.rows)


def test_a_message_that_cannot_be_written_halts_the_mailing() -> None:
    office = PostRoom()
    office.begin()

    def fail(*_: object) -> EmailMessage:
        raise ValueError("header")

    broken = MailOut(office.mailings, office.deliveries, office.book, office.publisher, fail, office.clock)
    assert broken.work(WEEK.id, "a") == Round(0, 30)
    assert "cannot be written" in office.mailings.kept[WEEK.id].halted
    assert office.counts == {DeliveryState.WAITING: 25}


def test_a_round_that_broke_off_is_taken_up_again() -> None:
    office = PostRoom()
    office.begin()
    office.deliveries.take(WEEK.id, "a", office.clock.now(), 7)
    office.drive()

    assert office.counts == {DeliveryState.SENT: 25}


def test_it_is_not_done_while_another_has_some_in_flight() -> None:
    office = PostRoom()
    office.begin()
    theirs = office.deliveries.take(WEEK.id, "b", office.clock.now(), 7)

    assert office.mail_out.work(WEEK.id, "a") == Round(18, 30)
    assert office.mailings.kept[WEEK.id].ended_at is None
    office.deliveries.give_up(theirs[0].worker)
    office.drive()
    assert reached(office) == Counter(office.book.held.values())


def test_the_pace_is_kept() -> None:
    office = PostRoom(schools=25, habits=Habits(pace=Pace(a_minute=10)))
    office.begin()

    assert office.mail_out.work(WEEK.id, "a") == Round(10, 30)
    office.drive()
    assert office.counts == {DeliveryState.SENT: 25}
    assert office.clock.at - MONDAY_MORNING >= timedelta(minutes=2)


def test_a_worker_that_may_not_go_on_leaves_the_rest_to_others_at_once() -> None:
    office = PostRoom(schools=100)
    office.begin()
    turns = iter([True, True, True, False, False])

    assert office.mail_out.work(WEEK.id, "a", lambda: next(turns)) == Round(20, 1)
    assert office.counts == {DeliveryState.SENT: 20, DeliveryState.WAITING: 80}
    assert {d.tries for d in office.deliveries.rows.values() if d.state is DeliveryState.WAITING} == {0}
    assert office.mail_out.work(WEEK.id, "b", lambda: False) == Round(0, 1)
    office.drive()
    assert reached(office) == Counter(office.book.held.values())


@pytest.mark.parametrize("number", [WEEK.id, "nothing"])
def test_what_ended_or_never_began_is_done(number: str) -> None:
    office = PostRoom()
    office.begin()
    office.drive()

    assert office.mail_out.work(number, "a") == Round(0, None)
    assert office.mail_out.plan(number) == 0
    assert len(sent(office)) == 25


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from([TAKEN, BUSY, NOBODY, LOCKED_OUT, "dies"]), min_size=1, max_size=60),
    st.integers(1, 30),
)
def test_whatever_happens_everybody_ends_sent_or_refused(luck: list[Outcome | str], schools: int) -> None:
    office, said = PostRoom(schools=schools), iter(luck)
    dead: list[str] = []

    def answer(_: str, __: int) -> Outcome:
        turn = next(said, TAKEN)
        if isinstance(turn, str):
            raise KeyboardInterrupt
        return turn

    assert isinstance(office.publisher, FakePublisher)
    office.publisher.answer = answer
    office.begin()
    for _ in range(10_000):
        worker = f"worker {len(dead)}"
        try:
            done = office.mail_out.work(WEEK.id, worker)
        except KeyboardInterrupt:
            dead.append(worker)
            office.deliveries.give_up(worker)
            continue
        if done.wait is None:
            break
        office.clock.wait(done.wait)

    assert sum(office.counts.values()) == schools
    assert office.counts.keys() <= {DeliveryState.SENT, DeliveryState.REFUSED}
    assert set(reached(office).values()) <= {1}, "the carrier took nothing from a worker that died here"
    assert len(reached(office)) == office.counts.get(DeliveryState.SENT, 0)
