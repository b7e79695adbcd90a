"""Mail by Microsoft Graph, against a server on this machine that speaks the documented JSON and misbehaves."""

import time
from base64 import b64decode
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import format_datetime
from typing import Any

import httpx
import pytest

from app.adapters.graph.publisher import Form, GraphMailbox, GraphPublisher
from app.adapters.graph.token import TokenError
from app.bulletin.mailing.message import MARK, Identity, MessageWriter
from app.bulletin.mailing.message_id import MessageIds
from app.bulletin_ports import Delivery, Outcome, Refusal
from app.domain.for_whom import ForWhom
from app.domain.mailing import FOR_ALL, Mailing, MailingText
from tests.graph_stand_in import ACCEPTED, Reply, Seen, StandIn, error, graph

MAILBOX = "bulletin@wealdshire.example"
NOW = datetime(2026, 11, 27, 9, tzinfo=UTC)


@dataclass
class Tokens:
    fails: TokenError | None = None
    given: int = 1

    def __call__(self, *, is_new: bool = False) -> str:
        if self.fails:
            raise self.fails
        self.given += is_new
        return f"token-{self.given}"


@dataclass
class Watch:
    at: datetime = NOW

    def now(self) -> datetime:
        return self.at


def letters(count: int, variant: str = FOR_ALL) -> list[tuple[str, EmailMessage]]:
    texts = {
        FOR_ALL: MailingText("Bulletin – café", "Text for all", "<p>For all</p>"),
        "primary": MailingText("Bulletin – café", "Primary", "<p>Primary</p>"),
    }
    mailing = Mailing("issue-1", ForWhom(), texts, NOW, is_regular=True)
    write = MessageWriter(
        Identity(MAILBOX, "Bulletin", reply_to="comms@wealdshire.example"), MessageIds(b"s" * 32)
    )
    addresses = [f"office@s{n}.sch.example" for n in range(count)]
    return [(a, write(mailing, Delivery("issue-1", a, variant), a)) for a in addresses]


@contextmanager
def talking(
    office: StandIn, form: Form = "batches", most: int = 500, a_minute: int = 30, **more: Any
) -> Iterator[GraphPublisher]:
    with httpx.Client(timeout=more.pop("timeout", 10.0), trust_env=False) as web:
        mailbox = GraphMailbox(MAILBOX, form, most, a_minute, office.url)
        yield GraphPublisher(mailbox, more.get("tokens") or Tokens(), web, more.get("clock") or Watch())


def refusals(outcomes: Sequence[Outcome]) -> list[Refusal | None]:
    return [outcome.refusal for outcome in outcomes]


def test_one_message_serves_many_and_nobody_sees_the_others() -> None:
    with graph() as office, talking(office) as publisher:
        outcomes = publisher.send(letters(300))

    assert refusals(outcomes) == [None] * 300
    (seen,) = office.seen
    assert seen.path == "/v1.0/users/bulletin%40wealdshire.example/sendMail" or seen.path.endswith(
        "/users/bulletin@wealdshire.example/sendMail"
    )
    assert seen.bcc == [address for address, _ in letters(300)]
    assert "toRecipients" not in seen.message
    assert "ccRecipients" not in seen.message
    assert seen.message["subject"] == "Bulletin – café"
    assert seen.message["body"]["contentType"] == "HTML"
    assert seen.message["body"]["content"].strip() == "<p>For all</p>"
    assert seen.message["replyTo"] == [{"emailAddress": {"address": "comms@wealdshire.example"}}]
    headers = {header["name"] for header in seen.message["internetMessageHeaders"]}
    assert MARK in headers
    assert all(name.lower().startswith("x-") for name in headers)


def test_each_text_is_a_message_and_none_has_too_many_recipients() -> None:
    both = [pair for couple in zip(letters(12), letters(24, "primary")[12:], strict=True) for pair in couple]
    with graph() as office, talking(office, most=5) as publisher:
        outcomes = publisher.send(both)

    assert refusals(outcomes) == [None] * 24
    assert [len(seen.bcc) for seen in office.seen] == [5, 5, 2, 5, 5, 2]
    assert sorted(a for seen in office.seen for a in seen.bcc) == sorted(a for a, _ in both)
    assert {seen.message["body"]["content"].strip() for seen in office.seen[:3]} == {"<p>For all</p>"}


def test_as_copies_each_gets_the_very_message() -> None:
    with graph() as office, talking(office, "copies") as publisher:
        outcomes = publisher.send(letters(3))

    assert refusals(outcomes) == [None] * 3
    assert office.seen[1].kind == "text/plain"
    sent = message_from_bytes(b64decode(office.seen[1].body), policy=policy.default)
    assert sent["To"] == "office@s1.sch.example"
    assert sent["Message-ID"] == letters(3)[1][1]["Message-ID"]
    assert sent.get_body(("plain",))


def test_one_bad_address_costs_nobody_else_the_message() -> None:
    bad = "office@s37.sch.example"
    with graph(
        lambda seen, _: error(400, "ErrorInvalidRecipients") if bad in seen.bcc else ACCEPTED
    ) as office:
        with talking(office) as publisher:
            outcomes = publisher.send(letters(100))

        reached = [a for seen in office.seen if bad not in seen.bcc for a in seen.bcc]
    assert refusals(outcomes) == [None] * 37 + [Refusal.THIS_ADDRESS] + [None] * 62
    assert len(reached) == len(set(reached)) == 99
    assert "office@" not in outcomes[37].reason


@pytest.mark.parametrize("said", ["120", format_datetime(NOW + timedelta(seconds=120))])
def test_it_waits_as_long_as_it_is_asked_to(said: str) -> None:
    clock = Watch()
    with (
        graph(
            lambda _, turn: error(429, "TooManyRequests", Retry_After=said) if turn == 2 else ACCEPTED
        ) as office,
        talking(office, most=10, clock=clock) as publisher,
    ):
        first = publisher.send(letters(30))
        clock.at += timedelta(seconds=60)
        meanwhile = publisher.send(letters(10))
        asked = len(office.seen)
        clock.at += timedelta(seconds=61)
        after = publisher.send(letters(10))

    assert refusals(first) == [None] * 10 + [Refusal.LATER] * 20
    assert [outcome.retry_after for outcome in first[10:]] == [120.0] * 20
    assert meanwhile[0].retry_after == 60.0
    assert asked == 2  # nothing was asked while we were to wait
    assert refusals(after) == [None] * 10


def test_no_more_messages_a_minute_than_exchange_takes() -> None:
    clock = Watch()
    with graph() as office, talking(office, "copies", a_minute=5, clock=clock) as publisher:
        first = publisher.send(letters(8))
        clock.at += timedelta(seconds=61)
        after = publisher.send(letters(3))

    assert refusals(first) == [None] * 5 + [Refusal.LATER] * 3
    assert first[5].retry_after == 60.0
    assert refusals(after) == [None] * 3


@pytest.mark.parametrize(
    ("reply", "refusal"),
    [
        (error(503, "ServiceUnavailable", Retry_After="7"), Refusal.LATER),
        (error(500, "ErrorInternalServerError"), Refusal.LATER),
        (error(403, "ErrorAccessDenied"), Refusal.EVERYTHING),
        (error(403, "ErrorSendAsDenied"), Refusal.EVERYTHING),
        (error(404, "ErrorInvalidUser"), Refusal.EVERYTHING),
        (error(413, "RequestEntityTooLarge"), Refusal.EVERYTHING),
        ((200, {}, b"<html>Sign in to the wireless network</html>"), Refusal.LATER),
        ((302, {"Location": "https://elsewhere.example/"}, b""), Refusal.LATER),
        ((400, {}, b"\xff[[[["), Refusal.EVERYTHING),
        ((503, {"Retry-After": "soon"}, b"[1]"), Refusal.LATER),
    ],
)  # fmt: skip
def test_whatever_it_says_is_asked_once_and_named_without_addresses(reply: Reply, refusal: Refusal) -> None:
    with graph(lambda _seen, _turn: reply) as office, talking(office, most=10) as publisher:
        outcomes = publisher.send(letters(30))

    assert set(refusals(outcomes)) == {refusal}
    assert len(office.seen) == 1
    assert "office" not in outcomes[0].reason
    assert outcomes[0].reason


def test_a_token_that_ran_out_is_renewed_once() -> None:
    def reply(seen: Seen, _turn: int) -> Reply:
        return ACCEPTED if seen.token == "token-2" else error(401, "InvalidAuthenticationToken")  # noqa: S105 (made up)

    with graph(reply) as office, talking(office) as publisher:
        outcomes = publisher.send(letters(3))

    assert refusals(outcomes) == [None] * 3
    assert [seen.token for seen in office.seen] == ["token-1", "token-2"]


def test_whoever_is_never_let_in_says_so() -> None:
    with (
        graph(lambda *_: error(401, "InvalidAuthenticationToken")) as office,
        talking(office, most=1) as publisher,
    ):
        outcomes = publisher.send(letters(3))

    assert refusals(outcomes) == [Refusal.EVERYTHING] * 3
    assert len(office.seen) == 2


def test_a_server_that_hangs_or_is_gone_is_tried_later() -> None:
    def hang(_seen: Seen, _turn: int) -> Reply:
        time.sleep(2)
        return ACCEPTED

    with graph(hang) as office, talking(office, most=1, timeout=0.5) as publisher:
        hung = publisher.send(letters(3))
    with talking(office) as publisher:
        gone = publisher.send(letters(3))

    assert refusals(hung) == refusals(gone) == [Refusal.LATER] * 3
    assert len(office.seen) == 1


@pytest.mark.parametrize(("is_ours", "refusal"), [(True, Refusal.EVERYTHING), (False, Refusal.LATER)])
def test_without_a_token_nothing_is_sent(is_ours: bool, refusal: Refusal) -> None:
    tokens = Tokens(TokenError(is_ours=is_ours))
    with graph() as office, talking(office, tokens=tokens) as publisher:
        assert refusals(publisher.send(letters(2))) == [refusal] * 2
        assert publisher.look().refusal is refusal

    assert office.seen == []


def test_what_is_no_address_is_left_out() -> None:
    ours = letters(2)
    with graph() as office, talking(office) as publisher:
        outcomes = publisher.send([("no address", ours[0][1]), ours[1]])

    assert refusals(outcomes) == [Refusal.THIS_ADDRESS, None]
    assert office.seen[0].bcc == ["office@s1.sch.example"]
