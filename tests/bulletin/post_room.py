"""A mail-out with harmless parts, and how it is driven to its end."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from email.message import EmailMessage

from app.bulletin.mailing.mail_out import Habits, MailOut
from app.bulletin_ports import Delivery, DeliveryState, Entry, Publisher
from app.domain.for_whom import EVERYBODY
from app.domain.mailing import Mailing, MailingText
from app.domain.school import Phase
from tests.fakes import MONDAY_MORNING, FakeClock
from tests.mailing_fakes import FakeDeliveries, FakeEntries, FakeMailings, FakePublisher

WEEK = Mailing(
    "issue-2026-27-12",
    EVERYBODY,
    {"": MailingText("Week 12", "for all"), "primary": MailingText("Week 12", "primary first")},
    MONDAY_MORNING,
)


@dataclass
class TickingClock(FakeClock):
    step: timedelta = timedelta(milliseconds=10)

    def now(self) -> datetime:
        self.at += self.step
        return self.at

    def wait(self, seconds: float) -> None:
        self.at += timedelta(seconds=seconds)


@dataclass
class PostRoom:
    """A mail-out with harmless parts, and how it is driven to its end."""

    publisher: Publisher = field(default_factory=FakePublisher)
    schools: int = 25
    habits: Habits = field(default_factory=Habits)
    clock: TickingClock = field(default_factory=TickingClock)
    mailings: FakeMailings = field(default_factory=FakeMailings)
    deliveries: FakeDeliveries = field(default_factory=FakeDeliveries)
    book: FakeEntries = field(default_factory=FakeEntries)

    def __post_init__(self) -> None:
        phases = (Phase.PRIMARY, Phase.SECONDARY)
        self.book.held = {
            Entry(f"{n:064}", f"{100000 + n}", phases[n % 2]): f"office@s{n}.sch.example"
            for n in range(self.schools)
        }
        self.mail_out = MailOut(
            self.mailings,
            self.deliveries,
            self.book,
            self.publisher,
            write,
            self.clock,
            self.habits,
            lambda: 0,
        )

    def begin(self, mailing: Mailing = WEEK) -> None:
        self.mailings.begin(mailing)
        self.mail_out.plan(mailing.id)

    def drive(self, rounds: int = 500) -> list[float]:
        """To its end; the waits there were."""
        waits: list[float] = []
        for _ in range(rounds):
            done = self.mail_out.work(WEEK.id, "a")
            if done.wait is None:
                return waits
            waits.append(done.wait)
            self.clock.wait(done.wait)
        raise AssertionError("it never ends")

    @property
    def counts(self) -> dict[DeliveryState, int]:
        return {state: n for state, n in self.deliveries.progress(WEEK.id).items() if n}


def write(mailing: Mailing, delivery: Delivery, address: str) -> EmailMessage:
    message = EmailMessage()
    message["To"], message["Message-ID"] = address, f"<{delivery.key}@council.example>"
    message.set_content(mailing.texts[delivery.variant].text)
    return message
