"""Mail tips by Microsoft Graph, against a server on this machine that speaks the documented JSON and misbehaves."""

import json
from base64 import b64encode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from itertools import count
from typing import Any

import httpx
import pytest

from app.adapters.graph.mail_tips import GraphMailTips
from app.domain.mailbox_facts import MailboxFacts
from app.exchange_ports import Refused, Why
from tests.fakes import FakeClock
from tests.graph_stand_in import Reply, Seen, StandIn, error, graph, tip, told

NOW = datetime(2026, 11, 20, 10, tzinfo=UTC)
ALL, SAM = "all-staff@council.example", "s.lane@council.example"


@contextmanager
def asking(office: StandIn, **more: Any) -> Iterator[GraphMailTips]:
    with httpx.Client(timeout=more.pop("timeout", 10.0), trust_env=False) as web:
        yield GraphMailTips(web, FakeClock(NOW), office.url, **more)


def ask(reply: Reply | Callable[[Seen, int], Reply], *addresses: str, **more: Any) -> Any:
    """What comes of one question to a server that answers so."""
    answer = reply if callable(reply) else lambda _seen, _turn: reply
    with graph(answer) as office, asking(office, **more) as tips:
        return tips.ask("token", addresses or (ALL, SAM))


def replies(words: str, starts: str = "", ends: str = "", zone: str = "UTC") -> dict[str, Any]:
    """Automatic replies, as documented."""
    said: dict[str, Any] = {
        "message": words,
        "messageLanguage": {"locale": "en-GB", "displayName": "English"},
    }
    for edge, moment in (("Start", starts), ("End", ends)):
        if moment:
            said[f"scheduled{edge}Time"] = {"dateTime": moment, "timeZone": zone}
    return {"automaticReplies": said}


def test_what_is_documented_is_read() -> None:
    group = tip(
        ALL,
        totalMemberCount=812,
        externalMemberCount=3,
        deliveryRestricted=False,
        isModerated=True,
        mailboxFull=False,
        maxMessageSize=36700160,
        automaticReplies=None,
        error=None,
    )
    person = tip(SAM.upper(), mailboxFull=True, **replies("<p>Away</p>", ends="2026-11-30T08:00:00.0000000"))

    assert ask(told(group, person)) == {
        ALL: MailboxFacts(812, 3, is_moderated=True, is_restricted=False, is_full=False, largest=36700160),
        SAM: MailboxFacts(is_full=True, is_away=True, away_until=date(2026, 11, 30)),
    }


def test_the_question_is_as_documented_and_asks_for_nothing_else() -> None:
    with graph(lambda _seen, _turn: told()) as office, asking(office) as tips:
        tips.ask("token", [ALL, SAM])

    (seen,) = office.seen
    assert (seen.path, seen.token) == ("/v1.0/me/getMailTips", "token")
    question = json.loads(seen.body)
    assert question["EmailAddresses"] == [ALL, SAM]
    assert set(question["MailTipsOptions"].split(", ")) == {
        "automaticReplies",
        "deliveryRestriction",
        "externalMemberCount",
        "mailboxFullStatus",
        "maxMessageSize",
        "moderationStatus",
        "totalMemberCount",
    }


@pytest.mark.parametrize("members", [0, -1, None, "12", 12.0, True, 10**12, [], {"a": 1}])
def test_a_group_is_never_told_to_be_empty(members: Any) -> None:
    """Exchange says 0 of a group that it has not counted yet."""
    found = ask(told(tip(ALL, totalMemberCount=members, externalMemberCount=0, mailboxFull=False)))

    assert found == {ALL: MailboxFacts(is_full=False)}


def test_more_outside_than_there_are_is_not_known() -> None:
    assert ask(told(tip(ALL, totalMemberCount=3, externalMemberCount=9))) == {ALL: MailboxFacts(members=3)}


@pytest.mark.parametrize(
    ("given", "is_away", "until"),
    [
        (replies(""), False, None),
        (replies(" \r\n"), False, None),
        (replies("Back soon"), True, None),
        (replies("Back soon", ends="2026-11-20T09:59:59"), False, None),
        (replies("Back soon", starts="2026-11-23T00:00:00", ends="2026-11-27T00:00:00"), False, None),
        (
            replies("Back soon", starts="2026-11-16T00:00:00", ends="2026-11-27T00:30:00"),
            True,
            date(2026, 11, 27),
        ),
        (
            replies("Back soon", ends="2026-07-31T23:30:00".replace("2026-07", "2027-07")),
            True,
            date(2027, 8, 1),
        ),
        (
            replies("Back soon", ends="2026-11-27T00:30:00", zone="GMT Standard Time"),
            True,
            date(2026, 11, 27),
        ),
        (replies("Back soon", ends="2026-11-27T09:00:00", zone="Mars/Dome"), True, date(2026, 11, 27)),
        (replies("Back soon", ends="0001-01-01T00:00:00.0000000"), True, None),
        (replies("Back soon", ends="9999-12-31T23:59:59"), True, None),
        (replies("Back soon", ends="on Monday"), True, None),
        ({"automaticReplies": {"message": 7}}, None, None),
        ({"automaticReplies": ["Back soon"]}, None, None),
        ({"automaticReplies": {"message": "x", "scheduledEndTime": "2026-11-27"}}, True, None),
        (
            {"automaticReplies": {"message": "x", "scheduledEndTime": {"dateTime": 5, "timeZone": 6}}},
            True,
            None,
        ),
    ],
)
def test_of_an_automatic_reply_only_its_end_is_read(
    given: Any, is_away: bool | None, until: date | None
) -> None:
    found = ask(told(tip(SAM, mailboxFull=False, **given)))

    assert found == {SAM: MailboxFacts(is_full=False, is_away=is_away, away_until=until)}


def test_no_word_of_an_automatic_reply_stays(capfd: pytest.CaptureFixture[str]) -> None:
    found = ask(told(tip(SAM, **replies("CANARY I am in hospital", ends="2026-11-30T08:00:00"))))

    assert "CANARY" not in repr(found)
    logged = capfd.readouterr()
    assert "CANARY" not in logged.out + logged.err


def test_an_error_with_one_address_is_nothing_known_of_it() -> None:
    wrong = tip(
        "nobody@council.example", totalMemberCount=0, error={"code": "ErrorInvalidRecipient", "message": "x"}
    )

    assert ask(told(wrong, tip(SAM, mailboxFull=False)), "nobody@council.example", SAM).keys() == {SAM}


def test_a_part_of_the_answer_is_a_part_of_it() -> None:
    assert ask(told(tip(SAM, mailboxFull=False))).keys() == {SAM}


def test_nobody_else_is_told_of() -> None:
    others = [
        tip("chief@council.example", mailboxFull=True),
        tip(SAM, mailboxFull=False),
        tip(SAM, mailboxFull=True),
    ]

    assert ask(told(*others)) == {SAM: MailboxFacts(is_full=False)}


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"null",
        b"<html>Sign in to this network</html>",
        b'{"value": {}}',
        b'{"value"',
        b'{"value": "many"}',
        b"[" * 100_000,
        b"\xff\xfe\x00",
        b'{"value": []' + b" " * 5_000_000 + b"}",
    ],
    ids=range(9),
)
def test_nonsense_is_no_answer(body: bytes) -> None:
    assert ask((200, {}, body)) == Refused(Why.BUSY)


@pytest.mark.parametrize(
    "entry", [None, 5, "x", [], {}, {"emailAddress": 5}, {"emailAddress": {"address": 5}}]
)
def test_nonsense_among_entries_is_left_out(entry: Any) -> None:
    assert ask(told(entry, tip(SAM, mailboxFull=False))).keys() == {SAM}


def test_an_answer_that_is_cut_off_is_none() -> None:
    status, headers, body = told(tip(SAM, mailboxFull=False))

    assert ask((status, {**headers, "Content-Length": str(len(body) + 100)}, body), timeout=0.5) == Refused(
        Why.BUSY
    )


def test_an_answer_that_drips_for_ever_is_given_up() -> None:
    clock = count(0, 4.0)
    body = b'{"value": [' + b" " * 300_000 + b"]}"

    assert ask((200, {}, body), seconds=lambda: next(clock)) == Refused(Why.BUSY)


def test_a_server_that_says_nothing_is_given_up() -> None:
    with graph() as office, httpx.Client(transport=httpx.MockTransport(_timed_out)) as web:
        assert GraphMailTips(web, FakeClock(NOW), office.url).ask("token", [SAM]) == Refused(Why.BUSY)


def _timed_out(request: httpx.Request) -> httpx.Response:
    raise httpx.ReadTimeout("nothing came", request=request)


def test_nobody_there_is_given_up() -> None:
    with graph() as office:
        gone = office
    with asking(gone) as tips:
        assert tips.ask("token", [SAM]) == Refused(Why.BUSY)


@pytest.mark.parametrize(
    ("reply", "refused"),
    [
        (error(429, "ApplicationThrottled", Retry_After="37"), Refused(Why.WAIT, 37.0)),
        (error(429, "ApplicationThrottled"), Refused(Why.WAIT)),
        (
            error(503, "serviceNotAvailable", Retry_After="Fri, 20 Nov 2026 10:02:00 GMT"),
            Refused(Why.BUSY, 120.0),
        ),
        (error(503, "serviceNotAvailable", Retry_After="soon"), Refused(Why.BUSY)),
        (error(500, "generalException"), Refused(Why.BUSY)),
        (error(302, "moved", Location="https://evil.example/"), Refused(Why.BUSY)),
        (error(401, "InvalidAuthenticationToken"), Refused(Why.TOKEN)),
        (error(403, "ErrorAccessDenied"), Refused(Why.CONSENT)),
        (error(404, "MailboxNotEnabledForRESTAPI"), Refused(Why.WAIT, 3600.0)),
        (error(400, "ErrorInvalidRecipients"), Refused(Why.QUESTION)),
        (error(413, "RequestEntityTooLarge"), Refused(Why.QUESTION)),
        ((204, {}, b""), Refused(Why.BUSY)),
    ],
)
def test_each_refusal_says_what_to_do(reply: Reply, refused: Refused) -> None:
    assert ask(reply) == refused


CLAIMS = '{"access_token":{"nbf":{"essential":true,"value":"1604106651"}}}'


@pytest.mark.parametrize(
    ("challenge", "claims"),
    [
        (
            f'Bearer realm="", error="insufficient_claims", claims="{b64encode(CLAIMS.encode()).decode()}"',
            CLAIMS,
        ),
        (
            f'Bearer error="insufficient_claims", claims="{b64encode(CLAIMS.encode()).decode().rstrip("=")}"',
            CLAIMS,
        ),
        ('Bearer error="insufficient_claims", claims="bm8ganNvbg=="', ""),
        ('Bearer error="insufficient_claims", claims="%%%"', ""),
        ('Bearer error="insufficient_claims"', ""),
        ('Bearer error="invalid_token", claims="e30="', ""),
    ],
)
def test_a_claims_challenge_is_handed_on(challenge: str, claims: str) -> None:
    answer = ask(error(401, "InvalidAuthenticationToken", WWW_Authenticate=challenge))

    assert (answer.why, answer.claims) == (Why.TOKEN, claims)


def test_what_is_said_of_people_is_in_no_log(capfd: pytest.CaptureFixture[str]) -> None:
    ask(error(400, "ErrorInvalidRecipients"))
    logged = capfd.readouterr()

    assert "office@s1" not in logged.out + logged.err
    assert SAM not in logged.out + logged.err
