"""A real SMTP server on this machine that does what a test tells it to, and its certificate."""

import asyncio
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from ipaddress import ip_address
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

Says = Callable[[str, int], str | float | None]
"""From what was named (the address, or the content) and how often it was: an answer, seconds of silence, or
None for yes. An empty answer ends the connection without a word."""

LOCAL = "127.0.0.1"


def yes(_named: str, _turn: int) -> str | float | None:
    return None


@dataclass
class Manners:
    """How the server behaves at each step."""

    sender: Says = yes
    recipient: Says = yes
    content: Says = yes
    password: str = ""
    most_a_connection: int = 1000


@dataclass
class Office:
    """What the server saw."""

    manners: Manners
    port: int = 0
    connections: int = 0
    taken: list[tuple[str, bytes]] = field(default_factory=list)
    turns: dict[str, int] = field(default_factory=dict)

    @property
    def addresses(self) -> list[str]:
        return [address for address, _ in self.taken]

    def message(self, number: int = 0) -> EmailMessage:
        return message_from_bytes(self.taken[number][1], policy=policy.default)

    async def handle_EHLO(  # noqa: N802 - the server's name for it
        self, _server: SMTP, session: Session, _envelope: Envelope, hostname: str, responses: list[str]
    ) -> list[str]:
        session.host_name = hostname
        self.connections += session.ssl is None
        session.taken = 0  # type: ignore[attr-defined]  # ours, beside the server's own
        return responses

    async def handle_MAIL(  # noqa: N802 - the server's name for it
        self, server: SMTP, session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        if session.taken >= self.manners.most_a_connection:  # type: ignore[attr-defined]  # ours
            return "421 4.7.0 Too many messages in one connection"
        envelope.mail_from = address
        return await self._say(server, self.manners.sender, address)

    async def handle_RCPT(  # noqa: N802 - the server's name for it
        self, server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        said = await self._say(server, self.manners.recipient, address)
        if said.startswith("250"):
            envelope.rcpt_tos.append(address)
        return said

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802 - as the server calls it
        content = bytes(envelope.original_content or b"")
        said = await self._say(server, self.manners.content, envelope.rcpt_tos[0])
        if said.startswith("250"):
            self.taken.append((envelope.rcpt_tos[0], content))
            session.taken += 1  # type: ignore[attr-defined]  # ours
        return said

    async def _say(self, server: SMTP, says: Says, named: str) -> str:
        turn = self.turns[named] = self.turns.get(named, 0) + 1
        said = says(named, turn)
        if isinstance(said, float):
            await asyncio.sleep(said)
            return "250 2.0.0 At last"
        if said == "":
            assert isinstance(server.transport, asyncio.WriteTransport)
            server.transport.abort()
        return "250 2.0.0 OK" if said is None else said

    def knows(
        self, _server: SMTP, _session: Session, _envelope: Envelope, _mechanism: str, data: LoginPassword
    ) -> AuthResult:
        return AuthResult(success=data.password == self.manners.password.encode(), handled=False)


class _Anywhere(Controller):
    """On a port that is free."""

    def _trigger_server(self) -> None:
        assert isinstance(self.server, asyncio.Server)
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()  # type: ignore[no-untyped-call]  # the package has no types here


@contextmanager
def smtp_server(
    manners: Manners | None = None, certificate: Path | None = None, *, is_tls: bool = False, **more: object
) -> Iterator[Office]:
    """A server until the end of the block. With a certificate it offers STARTTLS, or speaks TLS at once."""
    office = Office(manners or Manners())
    options: dict[str, Any] = dict(more)
    if certificate:
        trust = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        trust.load_cert_chain(certificate)
        options["ssl_context" if is_tls else "tls_context"] = trust
    if office.manners.password:
        options |= {
            "authenticator": office.knows,
            "auth_required": True,
            "auth_require_tls": bool(certificate) and not is_tls,
        }
    controller = _Anywhere(office, hostname=LOCAL, port=0, server_hostname="mx.example", **options)
    controller.start()
    office.port = controller.port
    try:
        yield office
    finally:
        controller.stop()


def make_certificate(folder: Path) -> Path:
    """A certificate for this machine, which signs itself, with its key, in one file."""
    key = rsa.generate_private_key(65537, 2048)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    names = x509.SubjectAlternativeName([x509.DNSName("localhost"), x509.IPAddress(ip_address(LOCAL))])
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(names, critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, SHA256())
    )
    file = folder / "certificate.pem"
    secret = key.private_bytes(Encoding.PEM, PrivateFormat.TraditionalOpenSSL, NoEncryption())
    file.write_bytes(secret + made.public_bytes(Encoding.PEM))
    return file
