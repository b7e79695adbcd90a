"""Whatever senders, editors, the engine and the post do, in any order, and whoever dies: nothing is lost or told wrong.

The machine keeps its own simple account of what was accepted and published, and compares: it does not ask the code
under test whether something was allowed.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from email.message import EmailMessage
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import Engine, delete

from app.adapters.store.bulletin import SqlBook
from app.adapters.store.bulletin_tables import bulletin_issues, bulletin_items, bulletin_moves
from app.adapters.store.deliveries import SqlDeliveries
from app.adapters.store.mailing_tables import deliveries, mailings
from app.adapters.store.mailings import SqlMailings
from app.bulletin.build_issue import introduce, items_of, order, place, take_out
from app.bulletin.desk import BulletinDesk
from app.bulletin.edit import claim, decline, edit, hand_over, let_go, make_ready, merge, send_back
from app.bulletin.go_out import GoOut, mailing_of_issue
from app.bulletin.mailing.mail_out import Habits, MailOut
from app.bulletin.publish import publish, stop
from app.bulletin.submit import resubmit, submit, withdraw
from app.bulletin_ports import Delivery, DeliveryState, Entry, Outcome, Refusal
from app.domain.errors import BulletinError
from app.domain.issue import QUESTIONS, Issue, IssueState
from app.domain.item import IssueKey, Item, ItemState, Person
from app.domain.mailing import Mailing, MailingText
from app.domain.school import Phase
from tests.bulletin.desks import ANN, EVE, KEY, NEXT, TEXT, TOM, TUESDAY, YES, leave
from tests.bulletin_fakes import FakeBook
from tests.conftest import DATABASES, opened
from tests.domain.test_calendar import CALENDAR
from tests.fakes import FakeClock
from tests.faults.mortal import Killed, Life, Mortal
from tests.mailing_fakes import FakeDeliveries, FakeEntries, FakeMailings
from tests.register_fakes import FakePostingStore

PEOPLE = (ANN, EVE, TOM)
SCHOOLS = {Entry(f"{n:064}", f"{100000 + n}", Phase.PRIMARY): f"office@s{n}.sch.example" for n in range(5)}
HOLD = timedelta(minutes=10)
LUCK = {
    "taken": Outcome(),
    "busy": Outcome(Refusal.LATER, "Busy."),
    "nobody": Outcome(Refusal.THIS_ADDRESS, "No such user."),
    "locked out": Outcome(Refusal.EVERYTHING, "Not you."),
}
STEPS: Mapping[str, Callable[[BulletinDesk, Item, int, Person], object]] = {
    "claims": lambda desk, item, _, by: claim(desk, item.id, by),
    "takes over": lambda desk, item, _, by: claim(desk, item.id, by, take_over=True),
    "hands over": lambda desk, item, seen, by: hand_over(desk, item.id, seen, by, TOM),
    "lets go": lambda desk, item, seen, by: let_go(desk, item.id, seen, by),
    "edits": lambda desk, item, seen, by: edit(desk, item.id, seen, replace(item.text, body=f"{item.text.body}!"), by),
    "makes ready": lambda desk, item, seen, by: make_ready(desk, item.id, seen, by),
    "sends back": lambda desk, item, seen, by: send_back(desk, item.id, seen, by, "Whom is it for?"),
    "declines": lambda desk, item, seen, by: decline(desk, item.id, seen, by, "Told last week."),
    "withdraws": lambda desk, item, seen, by: withdraw(desk, item.id, seen, by),
    "mends": lambda desk, item, seen, by: resubmit(desk, item.id, seen, replace(item.text, body="Call Priya."), by),
}  # fmt: skip


@dataclass
class Stores:
    book: Any = field(default_factory=FakeBook)
    mailings: Any = field(default_factory=FakeMailings)
    deliveries: Any = field(default_factory=FakeDeliveries)


@dataclass
class Post:
    """A carrier that says what it is told to say, and dies holding what it took."""

    luck: list[str] = field(default_factory=list)
    took: list[tuple[str, EmailMessage]] = field(default_factory=list)
    most_at_once: int = 2

    def send(self, messages: Sequence[tuple[str, EmailMessage]]) -> Sequence[Outcome]:
        said = []
        for address, message in messages:
            turn = self.luck.pop() if self.luck else "taken"
            if turn in {"taken", "dies"}:
                self.took.append((address, message))
            if turn == "dies":
                raise Killed
            said.append(LUCK[turn])
        return said


@dataclass(frozen=True)
class Published:
    """What somebody said yes to, and when: that and nothing else may go out, and not before its time."""

    at: datetime
    by: Person
    inside: tuple[tuple[str, object], ...]


class ABulletin(RuleBasedStateMachine):
    """A desk, three people of whom Eve may publish, an engine, two hands at the post, and a clock."""

    def __init__(self, stores: Stores) -> None:
        super().__init__()
        self.stores, self.life, self.clock, self.post = stores, Life(), FakeClock(TUESDAY), Post()
        postings = FakePostingStore()
        postings.add(leave(EVE))
        seen_by_all = BulletinDesk(stores.book, postings, lambda: CALENDAR, self.clock)
        self.desk = seen_by_all
        mortal = Stores(*(Mortal(store, self.life) for store in vars(stores).values()))
        engine_desk = replace(seen_by_all, book=mortal.book)
        self.engine = GoOut(engine_desk, mortal.mailings, self._write_issue, lambda _: {})
        self.mail_out = MailOut(
            mortal.mailings, mortal.deliveries, FakeEntries(dict(SCHOOLS)), self.post, _write, self.clock,
            Habits(batch=3), lambda: 0,
        )  # fmt: skip
        self.accepted: dict[str, tuple[Person, int]] = {}
        self.published: dict[IssueKey, Published] = {}
        self.deaths = 0

    def _write_issue(self, issue: Issue) -> Mapping[str, MailingText]:
        told = " ".join(f"{item.id}={item.text.body}" for item in items_of(self.desk, issue))
        return {"": MailingText(f"Issue {issue.key.number}", told)}

    @property
    def now(self) -> datetime:
        return self.clock.now()

    def _all(self) -> Sequence[Item]:
        return sorted(self.stores.book.items(), key=lambda item: item.id)

    def _whole(self) -> object:
        book = self.stores.book
        return list(book.items()), list(book.issues()), [book.history(item.id) for item in book.items()]

    def tried(self, do: Callable[[], object]) -> bool:
        """Whether it was done; what is refused must have changed nothing."""
        before = self._whole()
        try:
            do()
        except BulletinError:
            assert self._whole() == before
            return False
        return True

    def dies_or(self, do: Callable[[], object], left: int | None, *, is_kept: bool) -> bool:
        """Whether whoever does it lived to the end."""
        self.life.left, self.life.is_kept = left, is_kept
        try:
            do()
        except Killed:
            self.deaths += 1
            return False
        finally:
            self.life.left = None
        return True

    @rule(by=st.sampled_from([ANN, TOM]), again=st.booleans())
    def submits(self, by: Person, again: bool) -> None:
        key = f"key-{len(self.accepted) - again:020}"
        text = replace(TEXT, body=f"Told as {key}.", closes=None)
        try:
            made = submit(self.desk, key, text, by)
        except BulletinError as error:
            raise AssertionError("a good item is never refused") from error
        self.accepted.setdefault(made.id, (by, 1))

    @precondition(lambda self: self.accepted)
    @rule(
        step=st.sampled_from(sorted(STEPS)),
        which=st.integers(0, 9),
        by=st.sampled_from(PEOPLE),
        late=st.booleans(),
    )
    def does(self, step: str, which: int, by: Person, late: bool) -> None:
        item = self._pick(which)
        if self.tried(lambda: STEPS[step](self.desk, item, item.version - late, by)):
            assert step != "withdraws" or by.address == item.sender.address
            assert step != "mends" or by.address == item.sender.address
            assert self._is_free(item)

    @precondition(lambda self: len(self.accepted) > 1)
    @rule(one=st.integers(0, 9), other=st.integers(0, 9), by=st.sampled_from(PEOPLE))
    def merges(self, one: int, other: int, by: Person) -> None:
        item, into = self._pick(one), self._pick(other)
        if self.tried(lambda: merge(self.desk, item.id, item.version, into.id, by)):
            assert item.id != into.id
            assert self._is_free(item)

    @precondition(lambda self: self.accepted)
    @rule(key=st.sampled_from([KEY, NEXT]), which=st.integers(0, 9), by=st.sampled_from(PEOPLE))
    def places(self, key: IssueKey, which: int, by: Person) -> None:
        item = self._pick(which)
        if self.tried(lambda: place(self.desk, key, item.id, by)) and item.issue != key:
            assert item.state is ItemState.READY
            assert key not in self.published

    @precondition(lambda self: self.accepted)
    @rule(key=st.sampled_from([KEY, NEXT]), which=st.integers(0, 9), first=st.booleans())
    def changes_the_issue(self, key: IssueKey, which: int, first: bool) -> None:
        item, before = self._pick(which), self.stores.book.issue(key)
        do = (
            (lambda: take_out(self.desk, key, item.id, TOM))
            if first
            else (lambda: order(self.desk, key, item.id, 0))
        )
        if self.tried(do) and key in self.published:
            assert self.stores.book.issue(key) == before

    @rule(key=st.sampled_from([KEY, NEXT]), words=st.sampled_from(["", "Dear all"]))
    def introduces(self, key: IssueKey, words: str) -> None:
        seen = self.stores.book.issue(key)
        version = seen.version if seen else 0
        if self.tried(lambda: introduce(self.desk, key, version, words)) and key in self.published:
            assert seen
            assert seen.introduction == words

    @rule(
        key=st.sampled_from([KEY, NEXT]),
        by=st.sampled_from(PEOPLE),
        no=st.sampled_from(["", "", "", *QUESTIONS]),
        late=st.sampled_from([0, 0, 0, 1]),
    )
    def publishes(self, key: IssueKey, by: Person, no: str, late: int) -> None:
        seen = self.stores.book.issue(key)
        inside = items_of(self.desk, seen) if seen else ()
        answers = {question: question != no for question in YES}
        version = (seen.version if seen else 0) - late
        if self.tried(lambda: publish(self.desk, key, version, answers, by)) and key not in self.published:
            assert by == EVE
            assert not no
            assert inside
            assert not late
            self.published[key] = Published(self.now, by, tuple((item.id, item.text) for item in inside))

    @rule(key=st.sampled_from([KEY, NEXT]))
    def stops(self, key: IssueKey) -> None:
        before = self.stores.book.issue(key)
        if self.tried(lambda: stop(self.desk, key)):
            assert before is None or before.state in {IssueState.OPEN, IssueState.HELD}
            self.published.pop(key, None)

    @rule(minutes=st.sampled_from([1, 9, 11, 60, 24 * 60, 3 * 24 * 60]))
    def waits(self, minutes: int) -> None:
        self.clock.at += timedelta(minutes=minutes)

    @rule(left=st.sampled_from([None, 1, 2, 3, 4]), is_kept=st.booleans())
    def engine_looks(self, left: int | None, is_kept: bool) -> None:
        self.dies_or(self.engine.look, left, is_kept=is_kept)

    @rule(
        luck=st.lists(st.sampled_from([*LUCK, "dies"]), max_size=6),
        left=st.sampled_from([None, None, 1, 2, 3, 4]),
        is_kept=st.booleans(),
    )
    def post_goes(self, luck: list[str], left: int | None, is_kept: bool) -> None:
        """A hand of the post works on whatever is going; when it dies, another takes over from it."""
        self.post.luck = luck
        worker = f"worker {self.deaths}"
        if not self.dies_or(lambda: self._work(worker), left, is_kept=is_kept):
            self.stores.deliveries.give_up(worker)
        self.post.luck = []

    def _work(self, worker: str) -> None:
        for mailing in self.stores.mailings.going():
            self.mail_out.plan(mailing.id)
            self.mail_out.work(mailing.id, worker)

    def _pick(self, which: int) -> Item:
        held = self._all()
        return held[which % len(held)]

    def _is_free(self, item: Item) -> bool:
        """Nothing that somebody said yes to is changed before it goes out, nor afterwards."""
        now = self.desk.item(item.id)
        return all(
            (item.id, now.text) in said.inside or item.id not in dict(said.inside)
            for said in self.published.values()
        )

    @invariant()
    def nothing_accepted_is_lost(self) -> None:
        held = {item.id: item for item in self._all()}
        assert held.keys() == self.accepted.keys()
        for number, (sender, version) in self.accepted.items():
            assert held[number].sender == sender
            assert held[number].version >= version
            assert len(self.stores.book.history(number)) == held[number].version
            self.accepted[number] = sender, held[number].version

    @invariant()
    def what_goes_out_is_what_was_published(self) -> None:
        for issue in self.stores.book.issues():
            said = self.published.get(issue.key)
            assert (issue.state is IssueState.OPEN) == (said is None)
            out = [item for item in self._all() if item.state is ItemState.OUT and item.issue == issue.key]
            if issue.state in {IssueState.GOING_OUT, IssueState.OUT}:
                assert said
                assert said.at + HOLD <= self.now
                assert sorted((item.id, item.text) for item in out) == sorted(said.inside)
            else:
                assert out == []
                assert self.stores.mailings.mailing(mailing_of_issue(issue.key)) is None

    @invariant()
    def nobody_reads_it_twice_but_for_a_death(self) -> None:
        told = Counter((address, message["Message-ID"]) for address, message in self.post.took)
        assert all(many <= 1 + self.deaths for many in told.values())
        texts = {(message["Message-ID"], message.get_content()) for _, message in self.post.took}
        assert len(texts) == len({name for name, _ in texts})
        assert sum(many - 1 for many in told.values()) <= self.deaths * self.post.most_at_once

    def teardown(self) -> None:
        """Then everything works again, and all that was published comes to its end."""
        self.post.luck = []
        for _ in range(40):
            self.clock.at += timedelta(hours=6)
            self.engine.look()
            self._work("last")
        for key, said in self.published.items():
            issue = self.stores.book.issue(key)
            if issue is None or issue.held_until is None or issue.held_until > self.now:
                continue
            assert issue.state is IssueState.OUT
            counts = self.stores.deliveries.progress(mailing_of_issue(key))
            assert sum(counts.values()) == len(SCHOOLS)
            assert not counts[DeliveryState.WAITING]
            assert not counts[DeliveryState.IN_FLIGHT]
            reached = {
                address for address, message in self.post.took if said.inside[0][0] in message.get_content()
            }
            assert len(reached) >= counts[DeliveryState.SENT]
        self.nothing_accepted_is_lost()
        self.what_goes_out_is_what_was_published()


def _write(mailing: Mailing, delivery: Delivery, address: str) -> EmailMessage:
    message = EmailMessage()
    message["To"], message["Message-ID"] = address, f"<{mailing.id}.{delivery.key}@council.example>"
    message.set_content(mailing.texts[delivery.variant].text)
    return message


def wiped(engine: Engine) -> Stores:
    with engine.begin() as connection:
        for table in (deliveries, mailings, bulletin_moves, bulletin_items, bulletin_issues):
            connection.execute(delete(table))
    return Stores(SqlBook(engine), SqlMailings(engine), SqlDeliveries(engine))


@pytest.fixture(params=["fake", *DATABASES])
def fresh(request: pytest.FixtureRequest) -> Iterator[tuple[Callable[[], Stores], int]]:
    """Empty stores, and how many weeks are played on them here; `python -m bench.attack` plays more."""
    if request.param == "fake":
        yield Stores, 40
        return
    with opened(request.getfixturevalue(f"{request.param}_url")) as engine:
        yield lambda: wiped(engine), 3


def test_what_is_accepted_is_kept_and_what_is_published_goes_out_once(
    fresh: tuple[Callable[[], Stores], int],
) -> None:
    stores, runs = fresh
    calm = settings(
        max_examples=runs, stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck)
    )

    run_state_machine_as_test(lambda: ABulletin(stores()), settings=calm)  # type: ignore[arg-type]  # it takes what makes one, too
