"""Signatures, checked as another mail server checks them."""

from datetime import UTC, datetime
from pathlib import Path

import dkim
import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat

from app.adapters.mail.dkim_signature import DkimSigner
from app.bulletin.mailing.message import Identity, MessageWriter
from app.bulletin.mailing.message_id import MessageIds
from app.bulletin_ports import Delivery
from app.domain.errors import SettingsError
from app.domain.for_whom import ForWhom
from app.domain.mailing import FOR_ALL, Mailing, MailingText

DOMAIN = "wealdshire.example"
KEY = rsa.generate_private_key(65537, 2048)


@pytest.fixture(params=[PrivateFormat.TraditionalOpenSSL, PrivateFormat.PKCS8])
def signer(tmp_path: Path, request: pytest.FixtureRequest) -> DkimSigner:
    file = tmp_path / "key.pem"
    file.write_bytes(KEY.private_bytes(Encoding.PEM, request.param, NoEncryption()))
    return DkimSigner(DOMAIN, "s1", file)


def letter() -> bytes:
    text = MailingText("Été – a subject that is long enough to be folded " * 3, "Text\n.\n", "<p>Text</p>")
    mailing = Mailing(
        "issue-1", ForWhom(), {FOR_ALL: text}, datetime(2026, 11, 27, tzinfo=UTC), is_regular=True
    )
    own = Identity(
        f"bulletin@{DOMAIN}", "Bulletin", list_id=f"bulletin.{DOMAIN}", unsubscribe_address=f"leave@{DOMAIN}"
    )
    write = MessageWriter(own, MessageIds(b"s" * 32))
    return write(mailing, Delivery("issue-1", "k", FOR_ALL), "office@oak.sch.example").as_bytes()


def is_good(data: bytes) -> bool:
    spki = KEY.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).splitlines()
    record = b"v=DKIM1; k=rsa; p=" + b"".join(spki[1:-1])
    asked: list[bytes] = []

    def dns(name: bytes, timeout: int = 5) -> bytes:  # noqa: ARG001 - as the library asks
        asked.append(name)
        return record

    good: bool = dkim.verify(data, dnsfunc=dns)
    assert asked in ([], [b"s1._domainkey.wealdshire.example."])
    return good


def test_a_signed_message_is_found_good(signer: DkimSigner) -> None:
    signed = signer(letter())

    assert signed.endswith(letter())
    assert is_good(signed)


@pytest.mark.parametrize(
    "data",
    [
        b"From: a@wealdshire.example\r\n\r\n",
        b"From: a@wealdshire.example\r\n\r\n\r\n\r\n",
        b"From: a@wealdshire.example\r\n\r\nno line end",
        b"From: a@wealdshire.example\r\n\r\n  two \t spaces \t\r\n\r\nand  more \r\n\r\n\r\n",
        b"From:a@wealdshire.example\r\nTo: b@x.example\r\nTo:  c@x.example\r\nX-Other: 1\r\n\r\nText\r\n",
        b"From: a@wealdshire.example\r\nSubject: folded\r\n\t and\r\n  folded \r\n\r\n" + b"x" * 200_000,
    ],
)
def test_odd_messages_are_signed_well_too(signer: DkimSigner, data: bytes) -> None:
    signed = signer(data)

    assert signed.endswith(data)
    assert is_good(signed)
    assert max(map(len, signed.removesuffix(data).split(b"\r\n"))) < 100


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"<p>Text</p>", b"<p>Test</p>"),
        (b"To: office@", b"To: head@"),
        (b"List-Unsubscribe: <mailto:leave@", b"List-Unsubscribe: <mailto:elsewhere@"),
        (b"From: ", b"From: thief@bad.example\r\nFrom: "),
        (b"Subject: ", b"Subject: Another\r\nSubject: "),
    ],
)
def test_whoever_changes_it_is_found_out(signer: DkimSigner, old: bytes, new: bytes) -> None:
    signed = signer(letter())
    assert old in signed

    assert not is_good(signed.replace(old, new, 1))


def test_a_key_that_cannot_sign_is_said_at_start(tmp_path: Path) -> None:
    (tmp_path / "key.pem").write_text("no key")

    for file in ("key.pem", "missing.pem"):
        with pytest.raises(SettingsError, match="SENDWELL_DKIM_KEY_FILE"):
            DkimSigner(DOMAIN, "s1", tmp_path / file)
