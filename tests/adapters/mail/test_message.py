from datetime import UTC, datetime, timedelta
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.adapters.mail.addresses import mailboxes
from app.adapters.mail.message import read_message
from app.adapters.mail.words import decode, decode_words
from app.domain.draft import (
    AttachmentKind,
    BodyFormat,
    Draft,
    Field,
    Importance,
    Mailbox,
    RecipientKind,
    ReplyKind,
)
from app.domain.errors import DraftError

NOW = datetime(2026, 11, 16, 10, tzinfo=UTC)
JO, BOB = Mailbox("jo@x.example", "Jo"), Mailbox("b@y.example")
ADDRESSES = {
    "a name with a comma": (
        '"Reed, Jo" <jo@x.example>, b@y.example',
        (Mailbox("jo@x.example", "Reed, Jo"), BOB),
    ),
    "and without quotes": (
        "Reed, Jo <jo@x.example>; b@y.example",
        (Mailbox("jo@x.example", "Reed, Jo"), BOB),
    ),
    "a group": ("Team: b@y.example, Jo <jo@x.example>;", (BOB, JO)),
    "nobody": ("undisclosed-recipients:;", ()),
    "an encoded name": ("=?utf-8?q?Ren=C3=A9e?= <r@x.example>", (Mailbox("r@x.example", "Ren\u00e9e"),)),
    "a comment": ("jo@x.example (Jo)", (JO,)),
    "a quote never closed": ('"Jo <jo@x.example>, b@y.example', (JO, BOB)),
    "quotes in a name": ('"Jo \\"J\\" Reed" <j@x.example>', (Mailbox("j@x.example", 'Jo "J" Reed'),)),
    "names alone": ("Reed, Jo; All Staff", (Mailbox("", "Reed, Jo"), Mailbox("", "All Staff"))),
    "nothing": ("<>, ,", ()),
}


def message(**headers: str) -> EmailMessage:
    made = EmailMessage()
    for name, value in headers.items():
        made[name.replace("_", "-")] = value
    return made


def read(text: str | bytes) -> Draft:
    return read_message(text.encode() if isinstance(text, str) else text, NOW)


@pytest.mark.parametrize(("header", "expected"), ADDRESSES.values(), ids=ADDRESSES)
def test_address_headers(header: str, expected: tuple[Mailbox, ...]) -> None:
    assert mailboxes(header) == expected


def test_a_whole_message() -> None:
    made = message(From="Jo <jo@c.example>", To="a@s.example", Cc="b@s.example", Bcc="c@s.example")
    made["Subject"], made["Importance"] = "Trip", "High"
    made["Date"] = "Mon, 16 Nov 2026 17:30:00 +0100"
    made.set_content("plain words")
    made.add_alternative("<p>HTML words</p>", subtype="html")
    made.add_attachment(b"1,2", maintype="text", subtype="csv", filename="l\u00edst.csv")

    draft = read(made.as_bytes())

    assert draft.subject == "Trip"
    assert draft.sender == Mailbox("jo@c.example", "Jo")
    assert [(r.field, r.mailbox.address, r.kind) for r in draft.recipients] == [
        (Field.TO, "a@s.example", RecipientKind.USER),
        (Field.CC, "b@s.example", RecipientKind.USER),
        (Field.BCC, "c@s.example", RecipientKind.USER),
    ]
    assert (draft.body.format, draft.body.content.strip()) == (BodyFormat.HTML, "<p>HTML words</p>")
    assert draft.sending_at == datetime(2026, 11, 16, 16, 30, tzinfo=UTC)
    assert draft.importance is Importance.HIGH
    assert [(a.name, a.size, a.content, a.inline) for a in draft.attachments] == [
        ("l\u00edst.csv", 3, b"1,2", False)
    ]


def test_pictures_in_the_page_are_inline_and_attached_mail_is_an_item() -> None:
    made = message(Subject="x")
    made.set_content("<img src=cid:p>", subtype="html")
    made.add_related(b"PNG", maintype="image", subtype="png", cid="<p>")
    inside = message(Subject="inside", From="a@b.example")
    inside.set_content("old")
    made.make_mixed()
    made.add_attachment(inside)

    picture, item = read(made.as_bytes()).attachments

    assert picture.inline
    assert item.kind is AttachmentKind.ITEM
    assert b"Subject: inside" in (item.content or b"")


def test_text_around_an_attachment_belongs_to_the_body() -> None:
    made = message(Subject="x")
    made.set_content("a < b\n")
    made.make_mixed()
    made.attach(made_part("<p>after</p>", "html"))
    body = read(made.as_bytes()).body
    assert body.format is BodyFormat.HTML
    assert "a &lt; b" in body.content
    assert "<p>after</p>" in body.content


def made_part(text: str, subtype: str) -> EmailMessage:
    part = EmailMessage()
    part.set_content(text, subtype=subtype)
    return part


@pytest.mark.parametrize(
    ("headers", "kind"),
    [
        ("Subject: Trip", ReplyKind.NEW),
        ("Subject: Re: Trip", ReplyKind.NEW),
        ("Subject: Re: Trip\nIn-Reply-To: <1@x>\nFrom: me@x.example\nTo: a@x.example", ReplyKind.REPLY),
        (
            "Subject: Re: Trip\nIn-Reply-To: <1@x>\nFrom: me@x.example\nTo: a@x.example, ME@x.example",
            ReplyKind.REPLY,
        ),
        ("Subject: Re: Trip\nIn-Reply-To: <1@x>\nTo: a@x.example\nCc: b@x.example", ReplyKind.REPLY_ALL),
        ("Subject: FW: Trip\nIn-Reply-To: <1@x>", ReplyKind.FORWARD),
        ("Subject: Fwd: Trip", ReplyKind.FORWARD),
    ],
)
def test_how_a_draft_came_about(headers: str, kind: ReplyKind) -> None:
    assert read(f"{headers}\n\nwords").reply is kind


@pytest.mark.parametrize(
    "header", ["Importance: high", "X-Priority: 1 (Highest)", "Priority: urgent", "X-MSMail-Priority: High"]
)
def test_every_flag_of_importance(header: str) -> None:
    assert read(f"Subject: x\n{header}\n\n").importance is Importance.HIGH


@pytest.mark.parametrize("date", ["", "Date: \n", "Date: yesterday\n", "Date: Mon, 99 Foo 2026 99:99\n"])
def test_a_message_without_a_good_date_is_sent_at_the_given_moment(date: str) -> None:
    assert read(f"Subject: x\n{date}\nwords").sending_at == NOW


def test_a_date_without_a_zone_is_universal_time() -> None:
    moment = read("Subject: x\nDate: Mon, 16 Nov 2026 09:00:00 -0000\n\nwords").sending_at
    assert moment.utcoffset() == timedelta(0)


@pytest.mark.parametrize(
    ("header", "shown"),
    [
        ("=?utf-8?q?caf=C3=A9?= =?utf-8?b?4oKs?=", "caf\u00e9\u20ac"),
        ("=?windows-1252?q?it=92s?=", "it\u2019s"),
        ("=?bogus?q?caf=E9?=", "caf\u00e9"),
        ("=?utf-8?b?!!!?=", "=?utf-8?b?!!!?="),
        ("=?utf-8?q?never", "=?utf-8?q?never"),
        ("folded\r\n over\tlines", "folded over lines"),
    ],
)
def test_encoded_headers(header: str, shown: str) -> None:
    assert decode_words(header) == shown


def test_headers_in_eight_bits() -> None:
    assert read("Subject: caf\u00e9\n\n".encode()).subject == "caf\u00e9"
    assert read("Subject: caf\u00e9\n\n".encode("cp1252")).subject == "caf\u00e9"


@pytest.mark.parametrize(
    ("data", "declared", "text"),
    [
        ("caf\u00e9".encode(), "us-ascii", "caf\u00e9"),
        ("caf\u00e9".encode(), "iso-8859-1", "caf\u00e9"),
        ("it\u2019s".encode("cp1252"), "utf-8", "it\u2019s"),
        ("it\u2019s".encode("cp1252"), "", "it\u2019s"),
        ("caf\u00e9".encode(), "no-such-set", "caf\u00e9"),
        (b"abc", "hex", "abc"),
        (b"abc", "punycode", "abc"),
        ("caf\u00e9".encode("utf-16"), "", "caf\u00e9"),
        (b"\xef\xbb\xbfcaf\xc3\xa9", "latin-1", "caf\u00e9"),
        ("\u041f\u0440\u0438".encode("koi8-r"), "koi8-r", "\u041f\u0440\u0438"),
    ],
)
def test_character_sets_that_lie(data: bytes, declared: str, text: str) -> None:
    assert decode(data, declared) == text


DAMAGED = {
    "noise": bytes(range(256)) * 50,
    "nothing known": b"Hello: there\n\nwords",
    "parts in parts in parts": b"Subject: x\nContent-Type: multipart/mixed; boundary=b0\n\n"
    + b"".join(b"--b%d\nContent-Type: multipart/mixed; boundary=b%d\n\n" % (i, i + 1) for i in range(3000)),
    "endless parameters": b"Subject: x\nContent-Type: text/plain; " + b'a="b;' * 100_000 + b"\n\nwords",
    "endless parts": b"Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\nx\n" * 5_000,
}


@pytest.mark.parametrize("data", DAMAGED.values(), ids=DAMAGED)
def test_damaged_mail_is_an_error_without_its_words(data: bytes) -> None:
    with pytest.raises(DraftError) as error:
        read(data)
    assert "words" not in str(error.value)


def test_bad_base64_still_gives_a_body() -> None:
    draft = read("Subject: x\nContent-Type: text/plain\nContent-Transfer-Encoding: base64\n\n!!not base64")
    assert isinstance(draft.body.content, str)


@given(
    st.binary(max_size=400),
    st.sampled_from([b"", b"Subject: x\n", b"Subject: x\nContent-Type: multipart/mixed; boundary=a\n"]),
)
def test_any_bytes_are_a_draft_or_an_error(data: bytes, head: bytes) -> None:
    try:
        draft = read(head + data)
    except DraftError:
        return
    assert draft.sending_at.tzinfo is not None


@given(st.text(st.sampled_from('ab@.<>,;:"\\( )=?'), max_size=60))
def test_any_address_header_can_be_read(header: str) -> None:
    assert all(m.address or m.name for m in mailboxes(header))


@pytest.mark.parametrize(
    ("head", "body", "is_garbled"),
    [
        ("text/plain; charset=elvish", b"Caf\xe9", True),
        ("text/plain; charset=elvish", b"plain", False),
        ("text/plain; charset=elvish", "caf\u00e9".encode(), False),
        ("text/plain; charset=iso-8859-1", b"Caf\xe9", False),
        ("text/plain", b"Caf\xe9", False),
        ("text/plain\nContent-Transfer-Encoding: base64", b"SGVsbG8=", False),
        ("text/plain\nContent-Transfer-Encoding: base64", b"SGVsbG8gd29ybGQ!!gfoo", True),
        ("text/plain\nContent-Transfer-Encoding: runes", b"x", True),
    ],
)
def test_text_that_may_be_wrong_is_marked(head: str, body: bytes, *, is_garbled: bool) -> None:
    found = read(f"From: a@x.example\nContent-Type: {head}\n\n".encode() + body)

    assert found.body.is_garbled is is_garbled
    assert found.body.content


def test_a_mail_without_a_date_has_no_known_moment() -> None:
    assert not read("From: a@x.example\n\nx").sending_is_known
    assert read("From: a@x.example\nDate: Tue, 17 Nov 2026 10:00:00 +0000\n\nx").sending_is_known
