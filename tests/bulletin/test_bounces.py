"""Bounces as mail servers write them: what comes back is noted, whatever is not ours is let be."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.bulletin.mailing.bounces import BounceDesk, Fate, mails_in, read_bounces
from app.bulletin.mailing.message import MARK
from app.bulletin.mailing.message_id import MessageIds
from app.bulletin_ports import Entry
from app.domain.for_whom import ForWhom
from app.domain.mailing import FOR_ALL, Mailing, MailingText
from app.domain.school import Phase
from tests.mailing_fakes import FakeEntries, FakeMailings

IDS = MessageIds(b"s" * 32)
NOW = datetime(2026, 11, 28, 9, tzinfo=UTC)
NUMBER = "issue-2026-W48"
KEYS = {f"office@s{n}.sch.example": f"{n:064x}" for n in range(4)}
OURS = IDS.message_id(NUMBER, KEYS["office@s2.sch.example"], "wealdshire.example")
COPY = (
    f"From: bulletin@wealdshire.example\nMessage-ID: {OURS}\n{MARK}: {IDS.mark(NUMBER)}\nSubject: Bulletin\n"
)


def report(  # noqa: PLR0913, PLR0917 - one parameter a part of it
    status: str = "5.1.1",
    action: str = "failed",
    said: str = "smtp; 550 5.1.1 unknown",
    copy: str = COPY,
    kind: str = "message/rfc822",
    head: str = "",
    to: str = "office@s2.sch.example",
) -> bytes:
    text = f"""From: MAILER-DAEMON@mx.example
To: bulletin@wealdshire.example
Subject: Undelivered Mail Returned to Sender
{head}MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain

I could not deliver your message to {to}.

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example

Final-Recipient: rfc822; {to}
Action: {action}
Status: {status}
Diagnostic-Code: {said}

--b
Content-Type: {kind}

{copy}
--b--
"""
    return text.replace("\n", "\r\n").encode()


EXIM = f"""From: Mail Delivery System <Mailer-Daemon@mx.example>
X-Failed-Recipients: office@s2.sch.example
Auto-Submitted: auto-replied
Subject: Mail delivery failed: returning message to sender

This message was created automatically by mail delivery software.

A message that you sent could not be delivered to one or more of its
recipients. This is a permanent error. The following address(es) failed:

  office@s2.sch.example
    host mx.example [192.0.2.1]
    SMTP error from remote mail server after RCPT TO: 550 5.1.1 User unknown

------ This is a copy of the message, including all the headers. ------

{COPY}
Text
""".encode()

AWAY = f"""From: Office <office@s2.sch.example>
Subject: Automatic reply: Bulletin
Auto-Submitted: auto-replied
In-Reply-To: {OURS}

We are closed. 5.1.1
""".encode()


def desk() -> tuple[BounceDesk, FakeEntries]:
    mailing = Mailing(NUMBER, ForWhom(), {FOR_ALL: MailingText("s", "t")}, NOW)
    book = FakeEntries({Entry(key, "100001", Phase.PRIMARY): address for address, key in KEYS.items()})
    return BounceDesk(FakeMailings({NUMBER: mailing}), book, IDS, lambda a: KEYS.get(a, "")), book


@pytest.mark.parametrize(
    ("status", "said", "for_good"),
    [
        ("5.1.1", "smtp; 550 5.1.1 unknown", True),
        ("5.1.10", "smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound", True),
        ("5.2.1", "smtp; 550 disabled", True),
        ("5.4.1", "smtp;550 5.4.1 Recipient address rejected: Access denied. AS(201806281)", True),
        ("5.4.1", "smtp;550 5.4.1 no answer from host", False),
        ("5.2.2", "smtp; 552 mailbox full", False),
        ("5.7.1", "smtp; 550 5.7.1 refused by policy", False),
        ("4.4.7", "smtp; 421 expired", False),
        ("nonsense", "smtp; 550 5.1.1 unknown", True),
        ("", "", False),
    ],
)  # fmt: skip
def test_a_report_says_whether_the_address_is_gone(status: str, said: str, for_good: bool) -> None:
    (bounce,) = read_bounces(report(status, said=said))

    assert bounce.message_id == OURS
    assert bounce.is_for_good is for_good


@pytest.mark.parametrize("action", ["delayed", "delivered", "relayed", "expanded"])
def test_what_did_not_fail_is_no_bounce(action: str) -> None:
    assert read_bounces(report(action=action)) == []


def test_headers_alone_are_enough_and_so_is_an_answer_to_our_id() -> None:
    (by_headers,) = read_bounces(report(kind="text/rfc822-headers"))
    (by_answer,) = read_bounces(report(copy="Subject: x\n", head=f"In-Reply-To: {OURS}\n"))

    assert by_headers.message_id == OURS
    assert OURS.startswith(by_answer.message_id)


def test_it_is_noted_against_the_address_that_got_it_and_no_other() -> None:
    made, book = desk()
    forwarded = report(to="head@elsewhere.example")

    assert made.take([report(), forwarded, EXIM, report("5.2.2")], NOW) == {Fate.GONE: 3, Fate.PASSING: 1}
    assert {key for key, _, _ in book.noted} == {KEYS["office@s2.sch.example"]}
    assert [for_good for _, _, for_good in book.noted] == [True, True, True, False]
    assert all("office" not in reason for _, reason, _ in book.noted)


def test_where_exchange_gave_another_id_our_mark_and_the_address_tell() -> None:
    made, book = desk()
    exchange = COPY.replace(OURS, "<AS8PR01@prod.outlook.example>")
    forged = exchange.replace(IDS.mark(NUMBER), MessageIds(b"t" * 32).mark(NUMBER))

    assert made.take([report(copy=exchange), report(copy=forged)], NOW) == {Fate.GONE: 1, Fate.NOT_OURS: 1}
    assert [key for key, _, _ in book.noted] == [KEYS["office@s2.sch.example"]]


@pytest.mark.parametrize(
    "copy",
    [
        "Message-ID: <abc@elsewhere.example>\n",
        COPY.replace(
            OURS, IDS.message_id("issue-1999-W01", KEYS["office@s2.sch.example"], "w.example")
        ).replace(MARK, "X"),
        COPY.replace(OURS, IDS.message_id(NUMBER, "ff" * 32, "w.example")).replace(MARK, "X"),
    ],
)
def test_nobody_else_can_have_an_address_left_out(copy: str) -> None:
    made, book = desk()

    assert made.take([report(copy=copy)], NOW) == {Fate.NOT_OURS: 1}
    assert book.noted == []


@pytest.mark.parametrize(
    "mail", [AWAY, b"", b"\xff\x00", b"From: a@b\n\nHello", b"Content-Type: multipart/report\n\n"]
)
def test_other_mail_is_no_bounce(mail: bytes) -> None:
    made, book = desk()

    assert made.take([mail], NOW) == {Fate.NO_BOUNCE: 1}
    assert book.noted == []


def test_an_mbox_holds_many() -> None:
    one = report().replace(b"\r\n", b"\n")
    made, _ = desk()

    assert list(mails_in(one)) == [one]
    assert made.take(mails_in(b"From x Sat\n" + one + b"\nFrom y Sun\n" + EXIM), NOW) == {Fate.GONE: 2}


def test_an_address_is_never_shown() -> None:
    (bounce,) = read_bounces(report())

    assert bounce.address == "office@s2.sch.example"
    assert "office" not in repr(bounce)
    assert "office" not in repr(replace(bounce, status="x"))


@settings(max_examples=50, deadline=None)
@given(st.binary(max_size=300), st.integers(0, 600))
def test_damage_is_never_fatal(noise: bytes, at: int) -> None:
    whole = report()
    made, _ = desk()

    assert sum(made.take([whole[:at] + noise + whole[at:]], NOW).values()) >= 1
