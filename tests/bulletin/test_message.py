"""Messages as mail programs read them back: whole, the same each time, and with no header from outside."""

from dataclasses import replace
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.bulletin.mailing.message import MARK, Identity, MessageWriter
from app.bulletin.mailing.message_id import MessageIds, parted
from app.bulletin_ports import Delivery
from app.domain.for_whom import ForWhom
from app.domain.mailing import FOR_ALL, Mailing, MailingText

IDENTITY = Identity(
    "bulletin@wealdshire.example",
    "Wealdshire schools’ bulletin",
    reply_to="comms@wealdshire.example",
    list_id="bulletin.wealdshire.example",
    unsubscribe_address="leave@wealdshire.example",
    unsubscribe_url="https://bulletin.wealdshire.example/a/rather/long/path/to/leave/{message}?list=schools",
)
IDS = MessageIds(b"s" * 32)
TEXT = (
    "Ysgol Llanfair: été, “quotes” – and a line that is longer than any line may be: "
    + "word " * 400
    + "\n.\nFrom here\n"
)
HTML = "<p>Été</p>" + "<p>no break at all: " + "x" * 3000 + "</p>"
KEY = "5f" * 32
OFFICE = "office@oak.sch.example"


def mailing(subject: str = "Weekly bulletin", *, is_regular: bool = True, html: str = HTML) -> Mailing:
    text = MailingText(subject, TEXT, html)
    return Mailing(
        "issue-2026-W48", ForWhom(), {FOR_ALL: text}, datetime(2026, 11, 27, 9, tzinfo=UTC), is_regular
    )


def written(of: Mailing, address: str = OFFICE, identity: Identity = IDENTITY, key: str = KEY) -> bytes:
    return MessageWriter(identity, IDS)(of, Delivery(of.id, key, FOR_ALL), address).as_bytes()


def read(data: bytes) -> EmailMessage:
    return message_from_bytes(data, policy=policy.default)


def test_both_texts_come_back_whole() -> None:
    message = read(written(mailing()))
    plain, html = message.get_body(("plain",)), message.get_body(("html",))

    assert message.get_content_type() == "multipart/alternative"
    assert plain
    assert html
    assert plain.get_content().replace("\r\n", "\n") == TEXT
    assert html.get_content().replace("\r\n", "\n").strip() == HTML
    assert [part.get_content_subtype() for part in message.iter_parts()] == ["plain", "html"]
    assert not message.defects


def test_a_text_without_html_stands_alone() -> None:
    message = read(written(mailing(html="")))

    assert message.get_content_type() == "text/plain"
    assert message.get_content().replace("\r\n", "\n") == TEXT


def test_it_says_whose_it_is() -> None:
    message = read(written(mailing("Bulletin “7” – naïve café " * 8)))

    assert message["From"].addresses[0].display_name == "Wealdshire schools’ bulletin"
    assert message["From"].addresses[0].addr_spec == "bulletin@wealdshire.example"
    assert message["To"] == OFFICE
    assert message["Reply-To"] == "comms@wealdshire.example"
    assert message["Subject"] == ("Bulletin “7” – naïve café " * 8).strip()
    assert message["Date"].datetime == datetime(2026, 11, 27, 9, tzinfo=UTC)
    assert message["Content-Language"] == "en-GB"
    assert message["Auto-Submitted"] == "auto-generated"


def test_what_comes_every_week_can_be_left() -> None:
    data = written(mailing())
    message = read(data)
    token = IDS.token("issue-2026-W48", KEY)

    assert message["List-Id"].endswith("<bulletin.wealdshire.example>")
    assert b"<mailto:leave@wealdshire.example?subject=unsubscribe>,\r\n <https://bulletin" in data
    assert f"/leave/{token}?list=schools>".encode() in data
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


def test_one_click_is_not_offered_where_nobody_could_tell_who_clicked() -> None:
    message = read(written(mailing(), identity=replace(IDENTITY, unsubscribe_url="https://w.example/leave")))

    assert "https://w.example/leave" in message["List-Unsubscribe"]
    assert message["List-Unsubscribe-Post"] is None


def test_one_click_is_offered_only_in_mail_that_is_signed() -> None:
    message = read(written(mailing(), identity=replace(IDENTITY, is_signed=False)))

    assert message["List-Unsubscribe"]
    assert message["List-Unsubscribe-Post"] is None


@pytest.mark.parametrize(
    ("lists", "leave_url", "is_left"),
    [
        ({"music"}, "https://w.example/leave", True),
        ({"music"}, "", False),
        ({"music", "payroll"}, "https://w.example/leave", False),
        (set(), "https://w.example/leave", False),
    ],
)
def test_mail_to_one_subscription_list_says_how_to_leave_it(
    lists: set[str], leave_url: str, is_left: bool
) -> None:
    of = replace(mailing(is_regular=False), for_whom=ForWhom(lists=frozenset(lists)))
    message = read(written(of, identity=replace(IDENTITY, leave_url=leave_url)))
    address = f"<https://w.example/leave/{of.id}/{IDS.leave_code(of.id, KEY)}>"

    assert message["List-Unsubscribe"] == (address if is_left else None)
    assert message["List-Unsubscribe-Post"] == ("List-Unsubscribe=One-Click" if is_left else None)


def test_what_must_reach_everybody_cannot_be_left() -> None:
    message = read(written(mailing(is_regular=False)))

    assert [name for name in message if name.lower().startswith("list-")] == []


def test_it_is_the_same_each_time_and_another_for_each_address_and_mailing() -> None:
    first, again = written(mailing()), written(mailing())
    other, later = written(mailing(), key="6a" * 32), written(replace(mailing(), id="issue-2026-W49"))

    assert first == again
    assert len({read(data)["Message-ID"] for data in (first, other, later)}) == 3


def test_the_id_tells_the_mailing_and_hides_the_address() -> None:
    message = read(written(mailing()))

    token, number = parted(message["Message-ID"])
    assert number == "issue-2026-W48"
    assert token == IDS.token(number, KEY) != MessageIds(b"t" * 32).token(number, KEY)
    assert KEY[:16] not in message["Message-ID"]
    assert IDS.mailing_of_mark(message[MARK]) == "issue-2026-W48"
    assert MessageIds(b"t" * 32).mailing_of_mark(message[MARK]) == ""


@pytest.mark.parametrize("number", ["request/7", "a.b c@d>\r\nX: y", "~é"])
def test_any_name_of_a_mailing_comes_back_from_its_id(number: str) -> None:
    message = read(written(replace(mailing(), id=number)))

    assert parted(message["Message-ID"])[1] == number
    assert message["X"] is None


@pytest.mark.parametrize(
    "address", ["", "a b@s.example", "a@s.example\r\nBcc: b@s.example", "ö@s.example", "a,b@s.example"]
)
def test_what_is_no_address_is_not_shown_and_does_not_stop_the_mailing(address: str) -> None:
    message = read(written(mailing(), address))

    assert message["To"] == "undisclosed-recipients:;"
    assert message["Bcc"] is None


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=400), st.text(max_size=100))
def test_nothing_that_anybody_wrote_begins_a_header(subject: str, name: str) -> None:
    data = written(mailing(subject + "\r\nBcc: x@y.example", html=""), identity=replace(IDENTITY, name=name))
    head = data.partition(b"\r\n\r\n")[0]

    assert [n for n in read(data) if n.lower() == "bcc"] == []
    assert b"\n" not in head.replace(b"\r\n", b"")
    assert all(len(line) < 998 and line.isascii() for line in data.split(b"\r\n"))


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp", "Zs"]) | st.just(" "), max_size=300))
def test_a_subject_reads_as_it_was_written(subject: str) -> None:
    line = " ".join(subject.split())

    assert str(read(written(mailing(line, html="")))["Subject"] or "") == line
