"""A whole mailing through a real mail server that greylists, breaks off, hangs up and knows nobody of one name."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy

from app.adapters.mail.smtp import SmtpPublisher
from app.adapters.mail.smtp_connection import SmtpServer
from app.bulletin.mailing.mail_out import Habits, MailOut
from app.bulletin.mailing.message import Identity, MessageWriter
from app.bulletin.mailing.message_id import MessageIds
from app.bulletin_ports import DeliveryState, Entry
from app.domain.for_whom import ForWhom
from app.domain.mailing import FOR_ALL, Mailing, MailingText
from app.domain.school import Phase
from tests.mail_servers import LOCAL, Manners, smtp_server
from tests.mailing_fakes import FakeDeliveries, FakeEntries, FakeMailings

SCHOOLS = 40
SENDER = "bulletin@wealdshire.example"


@dataclass
class Watch:
    at: datetime = datetime(2026, 11, 27, 9, tzinfo=UTC)

    def now(self) -> datetime:
        return self.at


def number(address: str) -> int:
    return int(address.partition("@s")[2].partition(".")[0])


def recipient(address: str, turn: int) -> str | None:
    if number(address) == 13:
        return "550 5.1.1 Nobody of that name"
    return "451 4.7.1 Greylisted" if turn == 1 and number(address) % 3 == 0 else None


def content(address: str, turn: int) -> str | None:
    return "" if number(address) % 7 == 1 and turn == 2 else None  # the first turn was to name it


def test_nobody_is_missed_and_nobody_is_written_to_twice() -> None:
    texts = {FOR_ALL: MailingText("Bulletin – café", "Text\n", "<p>Text</p>")}
    clock = Watch()
    mailing = Mailing("issue-1", ForWhom(), texts, clock.at, is_regular=True)
    book = FakeEntries(
        {Entry(f"{n:064x}", str(n), Phase.PRIMARY): f"office@s{n}.sch.example" for n in range(SCHOOLS)}
    )
    mailings, deliveries = FakeMailings({mailing.id: mailing}), FakeDeliveries()
    manners = Manners(recipient=recipient, content=content, most_a_connection=9)
    with smtp_server(manners) as office:
        publisher = SmtpPublisher(SmtpServer(LOCAL, office.port, "none", timeout=20.0), SENDER)
        write = MessageWriter(Identity(SENDER), MessageIds(b"s" * 32))
        sender = MailOut(mailings, deliveries, book, publisher, write, clock, Habits(batch=15), lambda: 0.0)
        sender.plan(mailing.id)
        while (wait := sender.work(mailing.id, "one").wait) is not None:
            clock.at += timedelta(seconds=wait)
        publisher.close()

    assert sorted(map(number, office.addresses)) == [n for n in range(SCHOOLS) if n != 13]
    assert deliveries.progress(mailing.id)[DeliveryState.SENT] == SCHOOLS - 1
    assert [(key, for_good) for key, _, for_good in book.noted] == [(f"{13:064x}", True)]
    ids = {message_from_bytes(data, policy=policy.default)["Message-ID"] for _, data in office.taken}
    assert len(ids) == SCHOOLS - 1
