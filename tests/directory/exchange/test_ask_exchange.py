"""What drafts are told, when, and how often Exchange is asked for it."""

import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta

import pytest

from app.directory.exchange.ask import ExchangeDesk
from app.directory.exchange.fetch import Line
from app.directory.exchange.known import Known
from app.domain.draft import Body, Draft, Mailbox, Recipient, RecipientKind
from app.domain.errors import StoreError
from app.domain.mailbox_facts import NOTHING_KNOWN, MailboxFacts, Told
from app.exchange_ports import Asker, Refused, Why
from tests.exchange_fakes import Answer, FakeFactShelf, FakeMailTips, FakeTokenExchange
from tests.fakes import MONDAY_MORNING, FakeClock

OWN = ("council.example",)
ALL, SAM, JO = "all-staff@council.example", "s.lane@council.example", "jo@council.example"
PRIYA, ALEX = Asker("tenant priya", "hers"), Asker("tenant alex", "his")
GROUP = MailboxFacts(812, 3, is_moderated=False, is_restricted=False, is_full=False)
HERE = MailboxFacts(is_moderated=False, is_restricted=False, is_full=False, is_away=False)
LONG = 20.0


def to_group(address: str) -> Recipient:
    return Recipient(Mailbox(address), kind=RecipientKind.GROUP)


def draft(*to: Recipient | str) -> Draft:
    recipients = tuple(r if isinstance(r, Recipient) else Recipient(Mailbox(r)) for r in to)
    return Draft("", Body(""), MONDAY_MORNING, recipients=recipients)


BOTH = draft(to_group(ALL), SAM)


@dataclass
class Office:
    """A desk, and everything around it in the test's hands."""

    tips: FakeMailTips = field(default_factory=lambda: FakeMailTips({ALL: GROUP, SAM: HERE, JO: HERE}))
    tokens: FakeTokenExchange = field(default_factory=FakeTokenExchange)
    shelf: FakeFactShelf = field(default_factory=FakeFactShelf)
    clock: FakeClock = field(default_factory=lambda: FakeClock(MONDAY_MORNING))
    seconds: float = 0.0

    def desk(self, wait_s: float = LONG) -> ExchangeDesk:
        line = Line(self.tips, self.tokens, lambda: self.seconds)
        return ExchangeDesk(Known(self.shelf, timedelta(hours=24)), line, self.clock, wait_s)

    @contextmanager
    def held_back(self) -> Iterator[None]:
        """Exchange says nothing meanwhile."""
        self.tips.gate = threading.Event()
        try:
            yield
        finally:
            self.tips.gate.set()

    def says(self, *answers: Answer) -> None:
        """These, one after the other, and then what it knows."""
        turns = iter(answers)
        self.tips.answer = lambda _token, _addresses: next(turns, None)

    @property
    def asked(self) -> list[tuple[str, ...]]:
        return [addresses for _, addresses in self.tips.asked]


@pytest.fixture
def office() -> Office:
    return Office()


def facts(told: Draft) -> list[MailboxFacts]:
    return [recipient.facts for recipient in told.recipients]


def until(is_so: Callable[[], bool]) -> None:
    """Wait for what another thread does."""
    waiting = threading.Event()
    for _ in range(2_000):
        if is_so():
            return
        waiting.wait(0.01)
    pytest.fail("it never was")


def test_a_draft_is_told_what_exchange_says(office: Office) -> None:
    told = office.desk().tell(BOTH, PRIYA, OWN)

    assert told.told is Told.ALL
    assert facts(told) == [GROUP, HERE]
    assert office.asked == [(ALL, SAM)]


def test_what_is_known_is_not_asked_again_for_a_day(office: Office) -> None:
    desk = office.desk()
    for hours in (0, 1, 23):
        office.clock.at = MONDAY_MORNING + timedelta(hours=hours)
        assert facts(desk.tell(BOTH, PRIYA, OWN)) == [GROUP, HERE]
    assert len(office.asked) == 1
    office.clock.at = MONDAY_MORNING + timedelta(hours=24)
    desk.tell(BOTH, PRIYA, OWN)

    assert len(office.asked) == 2


def test_only_what_is_missing_is_asked(office: Office) -> None:
    desk = office.desk()
    desk.tell(draft(SAM), PRIYA, OWN)
    desk.tell(draft(SAM, JO), PRIYA, OWN)

    assert office.asked == [(SAM,), (JO,)]


def test_what_one_learned_of_a_colleague_another_need_not_ask(office: Office) -> None:
    desk = office.desk()
    desk.tell(draft(SAM), PRIYA, OWN)

    assert desk.tell(draft(SAM), ALEX, OWN).told is Told.ALL
    assert len(office.asked) == 1


def test_whether_a_moderator_reads_first_is_asked_for_each_sender(office: Office) -> None:
    """The moderator themselves is told of none."""
    desk = office.desk()
    desk.tell(draft(to_group(ALL)), PRIYA, OWN)
    office.tips.facts[ALL] = MailboxFacts(812, 3, is_moderated=True)
    (of_alex,) = facts(desk.tell(draft(to_group(ALL)), ALEX, OWN))
    (of_priya,) = facts(desk.tell(draft(to_group(ALL)), PRIYA, OWN))

    assert (of_alex.is_moderated, of_priya.is_moderated) == (True, False)
    assert len(office.asked) == 2


def test_another_organisation_is_asked_by_itself(office: Office) -> None:
    desk = office.desk()
    desk.tell(draft(SAM), PRIYA, OWN)
    desk.tell(draft(SAM), Asker("another priya", "hers"), OWN)

    assert len(office.asked) == 2


def test_nobody_waits_longer_than_the_moment_that_is_set(office: Office) -> None:
    desk = office.desk(wait_s=0.02)
    with office.held_back():
        told = desk.tell(BOTH, PRIYA, OWN)
    until(lambda: len(office.shelf.kept) == 2)
    again = desk.tell(BOTH, PRIYA, OWN)

    assert (told.told, facts(told)) == (Told.LATER, [NOTHING_KNOWN, NOTHING_KNOWN])
    assert (again.told, facts(again)) == (Told.ALL, [GROUP, HERE])
    assert len(office.asked) == 1


def test_many_who_ask_at_once_make_one_question(office: Office) -> None:
    desk = office.desk()
    people = [Asker(f"tenant person-{n}", "theirs") for n in range(6)]
    with ThreadPoolExecutor(6) as pool:
        with office.held_back():
            asking = [pool.submit(desk.tell, draft(SAM), person, OWN) for person in people]
            until(lambda: bool(office.asked))
        told = [one.result() for one in asking]

    assert {one.told for one in told} == {Told.ALL}
    assert office.asked == [(SAM,)]


def test_one_who_types_on_makes_no_second_question(office: Office) -> None:
    desk = office.desk(wait_s=0)
    with office.held_back():
        told = [desk.tell(BOTH, PRIYA, OWN).told for _ in range(20)]
        until(lambda: bool(office.asked))

    assert set(told) == {Told.LATER}
    assert len(office.asked) == 1


def test_one_person_has_two_questions_under_way_at_most(office: Office) -> None:
    desk = office.desk(wait_s=0)
    with office.held_back():
        for n in range(10):
            assert desk.tell(draft(f"a{n}@council.example"), PRIYA, OWN).told is Told.LATER
        until(lambda: len(office.asked) == 2)
    until(lambda: not desk._flights)  # noqa: SLF001 - nothing else tells that all have landed

    assert len(office.asked) == 2
    desk.tell(draft("a9@council.example"), PRIYA, OWN)
    until(lambda: len(office.asked) == 3)


def test_a_ticket_opens_what_is_known_and_asks_nothing(office: Office) -> None:
    desk, at_send = office.desk(), Asker(PRIYA.key)
    before = desk.tell(BOTH, at_send, OWN)
    desk.tell(BOTH, PRIYA, OWN)
    after = desk.tell(BOTH, at_send, OWN)

    assert (before.told, facts(before)) == (Told.NOT_NOW, [NOTHING_KNOWN, NOTHING_KNOWN])
    assert (after.told, facts(after)) == (Told.ALL, [GROUP, HERE])
    assert len(office.asked) == len(office.tokens.asked) == 1


def test_nobody_outside_is_asked_about(office: Office) -> None:
    strangers: list[Recipient | str] = [
        "family@gmail.com",
        "head@oak.sch.example",
        Recipient(Mailbox("", "My list"), kind=RecipientKind.CONTACT_LIST),
        Recipient(Mailbox("agency@council.example"), kind=RecipientKind.OUTSIDE),
        Recipient(Mailbox("not an address"), kind=RecipientKind.GROUP),
    ]
    told = office.desk().tell(draft(*strangers), PRIYA, OWN)

    assert told.told is Told.NOT_ASKED
    assert office.asked == []


def test_of_very_many_people_the_groups_and_the_first_are_asked_about(office: Office) -> None:
    many = [f"a{n}@council.example" for n in range(500)]
    office.desk().tell(draft(*many, to_group(ALL)), PRIYA, OWN)

    asked = [address for addresses in office.asked for address in addresses]
    assert (asked[0], len(asked)) == (ALL, 201)
    assert max(map(len, office.asked)) <= 50


def test_what_exchange_does_not_know_is_not_asked_at_every_keystroke(office: Office) -> None:
    del office.tips.facts[ALL]
    desk = office.desk()
    told = [desk.tell(BOTH, PRIYA, OWN) for _ in range(3)]

    assert [facts(one) for one in told] == [[NOTHING_KNOWN, HERE]] * 3
    assert len(office.asked) == 1
    office.clock.at += timedelta(minutes=16)
    desk.tell(BOTH, PRIYA, OWN)
    assert office.asked[1:] == [(ALL,)]


@pytest.mark.parametrize(
    ("away", "hours"),
    [
        (MailboxFacts(is_away=True), 4),
        (MailboxFacts(is_away=True, away_until=date(2026, 11, 17)), 14),
        (MailboxFacts(is_away=True, away_until=date(2026, 11, 30)), 24),
    ],
)
def test_an_absence_is_known_no_longer_than_it_lasts(office: Office, away: MailboxFacts, hours: int) -> None:
    office.tips.facts[SAM] = away
    desk = office.desk()
    desk.tell(draft(SAM), PRIYA, OWN)
    office.clock.at = MONDAY_MORNING + timedelta(hours=hours, minutes=-1)
    desk.tell(draft(SAM), PRIYA, OWN)
    assert len(office.asked) == 1
    office.clock.at = MONDAY_MORNING + timedelta(hours=hours)
    desk.tell(draft(SAM), PRIYA, OWN)
    assert len(office.asked) == 2


def test_a_batch_that_is_wrong_is_halved_until_the_wrong_one_is_alone(office: Office) -> None:
    people = [f"a{n}@council.example" for n in range(16)]
    office.tips.facts = dict.fromkeys(people, HERE)

    def answer(_token: str, addresses: Sequence[str]) -> Answer | None:
        return Refused(Why.QUESTION) if people[11] in addresses else None

    office.tips.answer = answer
    desk = office.desk()
    told = desk.tell(draft(*people), PRIYA, OWN)

    assert told.told is Told.ALL
    assert [n for n, known in enumerate(facts(told)) if known == NOTHING_KNOWN] == [11]
    assert len(office.asked) == 9
    desk.tell(draft(*people), PRIYA, OWN)
    assert len(office.asked) == 9


def test_a_server_that_refuses_every_question_is_not_asked_for_ever(office: Office) -> None:
    office.tips.answer = lambda _token, _addresses: Refused(Why.QUESTION)
    office.desk().tell(draft(*(f"a{n}@council.example" for n in range(200))), PRIYA, OWN)

    assert len(office.asked) == 24


def test_a_token_that_ran_out_is_renewed_once_with_what_was_asked_for(office: Office) -> None:
    office.says(Refused(Why.TOKEN, claims="{}"))

    assert office.desk().tell(BOTH, PRIYA, OWN).told is Told.ALL
    assert [token for token, _ in office.tips.asked] == ["token-1", "token-2"]
    assert [(is_new, claims) for _, is_new, claims in office.tokens.asked] == [(False, ""), (True, "{}")]


def test_a_token_that_is_never_taken_is_given_up(office: Office) -> None:
    office.tips.answer = lambda _token, _addresses: Refused(Why.TOKEN)

    assert office.desk().tell(BOTH, PRIYA, OWN).told is Told.REFUSED
    assert len(office.asked) == 2


@pytest.mark.parametrize(
    ("why", "told"),
    [
        (Why.CONSENT, Told.REFUSED),
        (Why.SIGN_IN, Told.REFUSED),
        (Why.TOKEN, Told.REFUSED),
        (Why.OURS, Told.UNREACHED),
        (Why.BUSY, Told.UNREACHED),
    ],
)
def test_without_a_token_nothing_is_asked_and_it_is_said_why(office: Office, why: Why, told: Told) -> None:
    office.tokens.refuses = Refused(why)
    desk = office.desk()
    said = [desk.tell(BOTH, PRIYA, OWN) for _ in range(5)]

    assert {one.told for one in said} == {told}
    assert all(facts(one) == [NOTHING_KNOWN, NOTHING_KNOWN] for one in said)
    assert len(office.tokens.asked) == 1
    assert office.asked == []


def test_one_persons_refusal_is_not_anothers(office: Office) -> None:
    office.says(Refused(Why.CONSENT))
    desk = office.desk()

    assert desk.tell(BOTH, PRIYA, OWN).told is Told.REFUSED
    assert desk.tell(BOTH, ALEX, OWN).told is Told.ALL


def test_half_an_answer_is_told_as_half(office: Office) -> None:
    office.tips.most_at_once = 1
    office.says({ALL: GROUP}, Refused(Why.WAIT, 60.0))
    told = office.desk().tell(BOTH, PRIYA, OWN)

    assert (told.told, facts(told)) == (Told.UNREACHED, [GROUP, NOTHING_KNOWN])


@pytest.mark.parametrize("breaks", ["held", "keep"])
def test_a_store_that_fails_keeps_nobody(
    office: Office, breaks: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise StoreError("the disk is full")

    monkeypatch.setattr(office.shelf, breaks, broken)

    assert office.desk().tell(BOTH, PRIYA, OWN).told is Told.UNREACHED


def test_whatever_fails_in_the_background_reaches_nobody(office: Office) -> None:
    def broken(_token: str, _addresses: Sequence[str]) -> Answer:
        raise RuntimeError("a bug")

    office.tips.answer = broken
    desk = office.desk()

    assert [desk.tell(BOTH, PRIYA, OWN).told for _ in range(2)] == [Told.UNREACHED] * 2
    assert len(office.asked) == 1


def test_at_the_end_nothing_more_is_asked(office: Office) -> None:
    desk = office.desk()
    desk.close()

    assert desk.tell(BOTH, PRIYA, OWN).told is Told.UNREACHED
    assert office.asked == []


def test_a_long_fetch_ends_in_time(office: Office) -> None:
    def slow(_token: str, addresses: Sequence[str]) -> Answer:
        office.seconds += 7
        return dict.fromkeys(addresses, HERE)

    office.tips.answer = slow
    office.tips.most_at_once = 1
    told = office.desk().tell(draft(*(f"a{n}@council.example" for n in range(10))), PRIYA, OWN)

    assert len(office.asked) == 3
    assert facts(told).count(HERE) == 3
