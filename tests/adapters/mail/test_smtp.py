"""Mail by SMTP, against a real server that refuses, stalls, breaks off and speaks TLS."""

import socket
import ssl
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest

from app.adapters.mail.smtp import SmtpPublisher
from app.adapters.mail.smtp_connection import Security, SmtpServer
from app.bulletin_ports import Outcome, Refusal
from tests.mail_servers import LOCAL, Manners, Office, Says, make_certificate, smtp_server

SENDER = "bulletin@council.example"
RIGHT = "made up"


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_certificate(tmp_path_factory.mktemp("tls"))


def letter(address: str = "office@s0.sch.example") -> tuple[str, EmailMessage]:
    message = EmailMessage()
    message["From"], message["To"], message["Message-ID"] = SENDER, address, f"<{address}>"
    message["Subject"] = "News"
    message.set_content("Dear colleague\n.\n..hidden\nFrom us\n")
    return address, message


def letters(count: int) -> list[tuple[str, EmailMessage]]:
    return [letter(f"office@s{n}.sch.example") for n in range(count)]


@contextmanager
def talking(office: Office, security: Security = "none", **more: object) -> Iterator[SmtpPublisher]:
    settings = {"timeout": 5.0, **more}
    publisher = SmtpPublisher(SmtpServer(LOCAL, office.port, security, **settings), SENDER)  # type: ignore[arg-type]  # a test's own words
    try:
        yield publisher
    finally:
        publisher.close()


def refusals(outcomes: Sequence[Outcome]) -> list[Refusal | None]:
    return [outcome.refusal for outcome in outcomes]


def saying(answer: str | float, *, to: str = "", turns: int = 1000) -> Says:
    return lambda named, turn: answer if to in named and turn <= turns else None


def test_each_address_gets_its_own_message_over_one_connection() -> None:
    with smtp_server() as office, talking(office) as publisher:
        outcomes = publisher.send(letters(20))

    assert refusals(outcomes) == [None] * 20
    assert office.addresses == [address for address, _ in letters(20)]
    assert office.message(7)["To"] == "office@s7.sch.example"
    assert office.message().get_content() == "Dear colleague\r\n.\r\n..hidden\r\nFrom us\r\n"
    assert office.connections == 1


def test_a_server_that_closes_after_so_many_messages_is_called_again() -> None:
    with smtp_server(Manners(most_a_connection=4)) as office, talking(office) as publisher:
        outcomes = publisher.send(letters(10))

    assert refusals(outcomes) == [None] * 10
    assert office.connections == 3
    assert len(set(office.addresses)) == len(office.addresses) == 10


@pytest.mark.parametrize(
    ("said", "refusal"),
    [
        ("550 5.1.1 No such user office@s1.sch.example", Refusal.THIS_ADDRESS),
        ("550 5.1.10 RESOLVER.ADR.RecipientNotFound", Refusal.THIS_ADDRESS),
        ("550 No such person", Refusal.THIS_ADDRESS),
        ("501 5.1.3 Bad recipient address syntax", Refusal.THIS_ADDRESS),
        ("553 mailbox name not allowed", Refusal.THIS_ADDRESS),
        ("550 5.4.1 Recipient address rejected: Access denied", Refusal.THIS_ADDRESS),
        ("550 5.7.1 Only members may write to this list", Refusal.THIS_ADDRESS),
        ("450 4.2.0 Greylisted, see later", Refusal.LATER),
        ("451 4.7.1 Try again", Refusal.LATER),
        ("452 4.2.2 Mailbox full", Refusal.LATER),
        ("552 5.2.2 Mailbox full", Refusal.LATER),
        ("554 5.7.1 Relay access denied", Refusal.LATER),
        ("550 5.7.1 Sender address rejected", Refusal.LATER),
        ("299 What", Refusal.LATER),
    ],
)  # fmt: skip
def test_what_is_said_of_one_address_is_about_that_one(said: str, refusal: Refusal) -> None:
    manners = Manners(recipient=saying(said, to="s1."))
    with smtp_server(manners) as office, talking(office) as publisher:
        outcomes = publisher.send(letters(3))

    assert refusals(outcomes) == [None, refusal, None]
    assert "office" not in outcomes[1].reason
    assert said[:3] in outcomes[1].reason


@pytest.mark.parametrize(
    "said",
    ["554 5.7.1 Relay access denied", "530 5.7.0 Must issue a STARTTLS command first", "454 4.7.1 Relay access denied",
     "550 5.7.1 Client host blocked using a list"],
)  # fmt: skip
def test_a_server_that_passes_on_nothing_refuses_everything(said: str) -> None:
    with smtp_server(Manners(recipient=saying(said))) as office, talking(office) as publisher:
        outcomes = publisher.send(letters(40))

    assert set(refusals(outcomes)) == {Refusal.EVERYTHING}
    assert "passes on no mail" in outcomes[0].reason
    assert len(office.turns) < 10  # the rest was not asked for


def test_a_refused_sender_stops_all() -> None:
    manners = Manners(sender=saying("550 5.7.60 Client was not authenticated to send as this sender"))
    with smtp_server(manners) as office, talking(office) as publisher:
        outcomes = publisher.send(letters(40))

    assert set(refusals(outcomes)) == {Refusal.EVERYTHING}
    assert office.turns == {SENDER: 1}
    assert "SENDWELL_MAIL_FROM" in outcomes[0].reason


def test_a_message_that_is_too_large_is_for_somebody_to_mend() -> None:
    with smtp_server(data_size_limit=100) as office, talking(office) as publisher:
        outcome = publisher.send([letter()])[0]

    assert outcome.refusal is Refusal.EVERYTHING


def test_content_that_is_refused_for_everybody_stops_all() -> None:
    manners = Manners(content=saying("554 5.7.1 Looks like spam"))
    with smtp_server(manners) as office, talking(office) as publisher:
        outcomes = publisher.send(letters(40))

    assert set(refusals(outcomes)) == {Refusal.EVERYTHING}
    assert office.taken == []


def test_an_address_that_is_found_unknown_after_the_content() -> None:
    manners = Manners(content=saying("550 5.1.1 User unknown", to="s1."))
    with smtp_server(manners) as office, talking(office) as publisher:
        outcomes = publisher.send(letters(3))

    assert refusals(outcomes) == [None, Refusal.THIS_ADDRESS, None]


@pytest.mark.parametrize("step", ["recipient", "content"])
def test_a_connection_that_breaks_in_the_middle_costs_only_that_message(step: str) -> None:
    manners = Manners(**{step: saying("", to="s2.")})  # type: ignore[arg-type]  # one of its fields
    with smtp_server(manners) as office, talking(office) as publisher:
        outcomes = publisher.send(letters(5))

    assert refusals(outcomes) == [None, None, Refusal.LATER, None, None]
    assert len(set(office.addresses)) == len(office.addresses) == 4
    assert "broke off" in outcomes[2].reason


def test_a_message_that_was_handed_over_is_not_sent_again_at_once() -> None:
    manners = Manners(content=saying("", to="s1."))
    with smtp_server(manners) as office, talking(office) as publisher:
        publisher.send(letters(3))

    assert office.turns["office@s1.sch.example"] == 2  # named once, handed over once


def test_a_server_that_always_breaks_off_is_let_be() -> None:
    with smtp_server(Manners(recipient=saying(""))) as office, talking(office) as publisher:
        outcomes = publisher.send(letters(40))

    assert set(refusals(outcomes)) == {Refusal.LATER}
    assert office.connections < 8


def test_a_slow_server_is_waited_for_and_a_silent_one_is_not() -> None:
    manners = Manners(content=saying(1.5), recipient=saying(4.0, to="s1."))
    with smtp_server(manners) as office, talking(office, timeout=1.0) as publisher:
        outcomes = publisher.send(letters(3))

    assert refusals(outcomes) == [None, Refusal.LATER, None]


def test_greylisting_goes_by() -> None:
    manners = Manners(recipient=saying("451 4.7.1 Greylisted", turns=1))
    with smtp_server(manners) as office, talking(office) as publisher:
        first, again = publisher.send(letters(3)), publisher.send(letters(3))

    assert refusals(first) == [Refusal.LATER] * 3
    assert refusals(again) == [None] * 3


def test_a_server_that_is_busy_is_asked_later() -> None:
    manners = Manners(sender=saying("421 4.3.2 Shutting down"))
    with smtp_server(manners) as office, talking(office) as publisher:
        outcomes = publisher.send(letters(40))

    assert set(refusals(outcomes)) == {Refusal.LATER}
    assert office.connections < 8


def test_no_server_at_all_is_asked_for_once(monkeypatch: pytest.MonkeyPatch) -> None:
    with smtp_server() as office:
        pass
    tried: list[object] = []
    connect = socket.create_connection

    def counted(*where: Any) -> socket.socket:
        tried.append(where)
        return connect(*where)

    monkeypatch.setattr(socket, "create_connection", counted)
    with talking(office) as publisher:
        outcomes = publisher.send(letters(100))

    assert set(refusals(outcomes)) == {Refusal.EVERYTHING}
    assert "cannot be reached" in outcomes[0].reason
    assert len(tried) == 1


def test_a_connection_that_was_dropped_while_idle_is_opened_again() -> None:
    with smtp_server(timeout=0.2) as office, talking(office) as publisher:
        publisher.send([letter()])
        time.sleep(0.5)
        outcomes = publisher.send(letters(2))

    assert refusals(outcomes) == [None, None]
    assert office.connections == 2


@pytest.mark.parametrize(
    "address",
    ["", "office", "@s.sch.example", "a b@s.sch.example", "a@s.example>\r\nRCPT TO:<b@s.example", "ö@s.example", "a@" + "s" * 300],
)  # fmt: skip
def test_what_is_no_address_never_reaches_the_server(address: str) -> None:
    with smtp_server() as office, talking(office) as publisher:
        outcomes = publisher.send([(address, letter()[1]), letter()])

    assert refusals(outcomes) == [Refusal.THIS_ADDRESS, None]
    assert office.addresses == ["office@s0.sch.example"]


@pytest.mark.filterwarnings(
    "ignore:Requiring AUTH"
)  # over TLS from the first byte the server offers no other way
@pytest.mark.parametrize(("security", "is_tls"), [("starttls", False), ("tls", True)])
def test_it_speaks_tls_and_signs_in(certificate: Path, security: Security, is_tls: bool) -> None:
    trust = ssl.create_default_context(cafile=str(certificate))
    manners = Manners(password=RIGHT)
    with (
        smtp_server(manners, certificate, is_tls=is_tls) as office,
        talking(office, security, user="bulletin", password=RIGHT, trust=trust) as publisher,
        talking(office, security, user="bulletin", password=f"not {RIGHT}", trust=trust) as stranger,
    ):
        assert refusals(publisher.send(letters(2))) == [None, None]
        refused = stranger.send(letters(2))

    assert refusals(refused) == [Refusal.EVERYTHING] * 2
    assert "SENDWELL_SMTP_PASSWORD" in refused[0].reason


def test_a_certificate_that_nobody_trusts_ends_the_talk(certificate: Path) -> None:
    with smtp_server(Manners(), certificate) as office, talking(office, "starttls") as publisher:
        outcome = publisher.send([letter()])[0]

    assert outcome.refusal is Refusal.EVERYTHING
    assert "certificate" in outcome.reason
    assert office.turns == {}


def test_without_encryption_nothing_is_said() -> None:
    with smtp_server() as office, talking(office, "starttls") as publisher:
        outcome = publisher.send([letter()])[0]

    assert outcome.refusal is Refusal.EVERYTHING
    assert "no encryption" in outcome.reason
    assert office.turns == {}


def test_looking_sends_nothing() -> None:
    refusing = Manners(sender=saying("550 5.7.1 Not you"))
    with smtp_server() as office, talking(office) as publisher:
        assert publisher.look() == Outcome()
    with smtp_server(refusing) as strict, talking(strict) as publisher:
        assert publisher.look().refusal is Refusal.EVERYTHING

    assert office.taken == []


def test_no_password_is_shown() -> None:
    assert "hunter2" not in repr(SmtpServer("h", 587, user="u", password="hunter2"))  # noqa: S106 (made up)
