"""A mail-out through a real mail server that refuses, puts off, breaks off or is away: nobody is lost."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from app.adapters.mail.smtp import SmtpPublisher
from app.adapters.mail.smtp_connection import SmtpServer
from app.bulletin_ports import DeliveryState
from tests.bulletin.post_room import WEEK, PostRoom
from tests.mail_servers import LOCAL, Manners, Office, smtp_server

SENT, REFUSED, WAITING = DeliveryState.SENT, DeliveryState.REFUSED, DeliveryState.WAITING


@contextmanager
def sending_to(server: Office, schools: int = 12) -> Iterator[PostRoom]:
    publisher = SmtpPublisher(SmtpServer(LOCAL, server.port, "none", timeout=5.0), "bulletin@council.example")
    room = PostRoom(publisher, schools=schools)
    room.begin()
    try:
        yield room
    finally:
        publisher.close()


def test_a_server_that_puts_everybody_off_at_first_gets_everything_later() -> None:
    later = Manners(recipient=lambda _, turn: "451 4.7.1 Greylisted, come back later" if turn == 1 else None)
    with smtp_server(later) as server, sending_to(server) as room:
        waits = room.drive()

        assert room.counts == {SENT: 12}
        assert Counter(server.addresses) == Counter(room.book.held.values())
        assert max(waits) >= 30
        assert room.book.noted == []


def test_a_mailbox_that_is_not_there_is_noted_and_the_rest_gets_it() -> None:
    gone = Manners(recipient=lambda named, _: "550 5.1.1 No such user" if "s3." in named else None)
    with smtp_server(gone) as server, sending_to(server) as room:
        room.drive()

        assert room.counts == {SENT: 11, REFUSED: 1}
        assert [(key, for_good) for key, _, for_good in room.book.noted] == [(f"{3:064}", True)]


def test_a_connection_that_breaks_loses_nobody_and_a_copy_has_the_same_id() -> None:
    broken = Manners(content=lambda named, turn: "" if "s5." in named and turn == 2 else None)
    with smtp_server(broken) as server, sending_to(server) as room:
        room.drive()

        assert room.counts == {SENT: 12}
        assert set(server.addresses) == set(room.book.held.values())
        ids = {server.message(n)["Message-ID"] for n in range(len(server.taken))}
        assert len(ids) == 12


def test_a_sender_that_is_refused_halts_the_mailing_until_somebody_mends_it() -> None:
    refused = Manners(
        sender=lambda _, __: "550 5.7.1 Client does not have permissions to send as this sender"
    )
    with smtp_server(refused) as server, sending_to(server) as room:
        for _ in range(3):
            assert room.mail_out.work(WEEK.id, "a").wait

        assert room.counts == {WAITING: 12}
        assert room.mailings.kept[WEEK.id].halted
        server.manners.sender = lambda _, __: None
        room.drive()
        assert room.counts == {SENT: 12}
        assert room.mailings.kept[WEEK.id].halted == ""


def test_a_server_that_is_away_is_waited_for() -> None:
    with smtp_server() as server, sending_to(server) as room:
        pass
    wait = room.mail_out.work(WEEK.id, "a").wait

    assert wait
    assert wait >= 30
    assert room.counts == {WAITING: 12}
