"""How do we talk with one mail server?

A connection that is opened when it is needed, encrypted and signed in as set, kept while it is used, and
given up when either side had enough. Every answer but yes is raised with its meaning.
"""

import smtplib
import ssl
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from app.adapters.mail.smtp_answers import Answer, Stage, judge
from app.bulletin_ports import Outcome, Refusal

Security: TypeAlias = Literal["starttls", "tls", "none"]
Said: TypeAlias = tuple[int, bytes]

_KEPT = 30.0
"""Seconds after which a connection that nobody used is not trusted any more."""
_AFTER_CONTENT = 5
"""So many times longer a server may think about a message that it has: giving up then sends it twice."""
_OK, _CLOSING = 250, 421

_UNREACHED = (
    "The mail server cannot be reached. Look whether it runs, and at SENDWELL_SMTP_HOST and "
    "SENDWELL_SMTP_PORT."
)
_UNTRUSTED = (
    "The mail server's certificate is not trusted. Look at SENDWELL_SMTP_HOST and SENDWELL_SMTP_CA_FILE."
)
_NO_TLS = "The mail server offers no encryption, so nothing is said to it. Look at SENDWELL_SMTP_SECURITY."
_NO_LOGIN = "The mail server has no way to sign in that we know. Look at SENDWELL_SMTP_USER."
_BROKE_OFF = Answer(Outcome(Refusal.LATER, "The connection to the mail server broke off."))


@dataclass(frozen=True, slots=True)
class SmtpServer:
    """Where and how. `timeout` is in seconds, for each answer; `ehlo_name` is what we call ourselves.

    `trust` is what certificates are checked with; the machine's own trust when None.
    """

    host: str
    port: int
    security: Security = "starttls"
    user: str = ""
    password: str = field(default="", repr=False)
    ehlo_name: str = ""
    timeout: float = 60.0
    trust: ssl.SSLContext | None = None


class NotTakenError(Exception):
    """What the server said instead of yes. `is_over` when the connection is of no more use."""

    def __init__(self, answer: Answer, stage: Stage, *, is_over: bool = True) -> None:
        """Holds no word of the server's."""
        super().__init__(stage.value)
        self.answer, self.stage, self.is_over = answer, stage, is_over

    @property
    def is_break(self) -> bool:
        """Whether the connection ended while we talked."""
        return self.is_over and self.answer.outcome.refusal is Refusal.LATER


class SmtpConnection:
    """One connection at a time to one server, for one thread at a time."""

    def __init__(self, server: SmtpServer, sender: str) -> None:
        """Nothing is opened yet."""
        self._server = server
        self._sender = sender
        self._client: smtplib.SMTP | None = None
        self._used_at = 0.0

    @property
    def is_kept(self) -> bool:
        """Whether the next word goes over a connection that was used before."""
        return self._client is not None and time.monotonic() - self._used_at < _KEPT

    def name_sender(self, size: int = 0) -> None:
        """Begin a message. Raises NotTakenError."""

        def mail(client: smtplib.SMTP) -> Said:
            return client.mail(self._sender, [f"size={size}"] if size and client.has_extn("size") else [])

        self._say(Stage.SENDER, mail)

    def name_recipient(self, address: str) -> None:
        """Raises NotTakenError."""
        self._say(Stage.RECIPIENT, lambda client: client.rcpt(address), also=(251, 252))

    def hand_over(self, data: bytes) -> None:
        """The message itself. Raises NotTakenError."""

        def content(client: smtplib.SMTP) -> Said:
            self._wait(client, self._server.timeout * _AFTER_CONTENT)
            said = client.data(data)
            self._wait(client, self._server.timeout)
            return said

        self._say(Stage.CONTENT, content)

    def begin_anew(self) -> None:
        """Forget the message that was begun; with the connection, when that cannot be done."""
        if self._client is not None:
            with suppress(NotTakenError):
                self._say(Stage.SENDER, lambda client: client.rset())

    def close(self) -> None:
        """Say goodbye."""
        if self._client is not None:
            with suppress(OSError, smtplib.SMTPException, ValueError):
                self._client.quit()
        self.drop()

    def drop(self) -> None:
        """End it without a word."""
        if self._client is not None:
            self._client.close()
        self._client = None

    def _say(self, stage: Stage, command: Callable[[smtplib.SMTP], Said], also: Iterable[int] = ()) -> None:
        client = self._opened()
        try:
            code, said = command(client)
        except smtplib.SMTPResponseException as error:
            code, said = error.smtp_code, _bytes(error.smtp_error)
        except (OSError, ValueError, smtplib.SMTPException):  # ValueError: an answer that is no answer
            self.drop()
            raise NotTakenError(_BROKE_OFF, stage) from None
        self._used_at = time.monotonic()
        if code not in {_OK, *also}:
            if code == _CLOSING:
                self.drop()
            raise NotTakenError(judge(stage, code, _text(said)), stage, is_over=code == _CLOSING)

    def _opened(self) -> smtplib.SMTP:
        if not self.is_kept:
            self.drop()
        if self._client is None:
            self._client = _open(self._server, self._sender)
        return self._client

    @staticmethod
    def _wait(client: smtplib.SMTP, seconds: float) -> None:
        if client.sock is not None:
            client.sock.settimeout(seconds)


def _open(server: SmtpServer, sender: str) -> smtplib.SMTP:
    """A connection over which mail may be handed. Raises NotTakenError."""
    name = server.ehlo_name or sender.rpartition("@")[2]
    client: smtplib.SMTP | None = None
    stage = Stage.REACHING
    try:
        trust = server.trust or ssl.create_default_context()
        if server.security == "tls":
            client = smtplib.SMTP_SSL(server.host, server.port, name, timeout=server.timeout, context=trust)
        else:
            client = smtplib.SMTP(server.host, server.port, name, timeout=server.timeout)
        client.ehlo_or_helo_if_needed()
        if server.security == "starttls":
            client.starttls(context=trust)
            client.ehlo_or_helo_if_needed()
        if server.user:
            stage = Stage.LOGIN
            client.login(server.user, server.password)
    except (OSError, ValueError, smtplib.SMTPException) as error:
        if client is not None:
            client.close()
        raise NotTakenError(_why_not(error, stage), stage) from None
    return client


def _why_not(error: Exception, stage: Stage) -> Answer:
    if isinstance(error, smtplib.SMTPResponseException):
        return judge(stage, error.smtp_code, _text(_bytes(error.smtp_error)))
    if isinstance(error, smtplib.SMTPServerDisconnected):
        return _BROKE_OFF
    if isinstance(error, ssl.SSLCertVerificationError):
        why = _UNTRUSTED
    elif isinstance(error, smtplib.SMTPException):
        why = _NO_LOGIN if stage is Stage.LOGIN else _NO_TLS
    else:
        why = _UNREACHED
    return Answer(Outcome(Refusal.EVERYTHING, why))


def _bytes(said: bytes | str) -> bytes:
    return said.encode("utf-8", "replace") if isinstance(said, str) else said


def _text(said: bytes) -> str:
    return said.decode("utf-8", "replace")
