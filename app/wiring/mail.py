"""What carries the mail that goes out from here, and in whose name?"""

import hmac
import ssl
from functools import cached_property

from app.adapters.graph.publisher import GraphMailbox, GraphPublisher
from app.adapters.graph.token import ClientCredentials
from app.adapters.mail.dkim_signature import DkimSigner
from app.adapters.mail.smtp import SmtpPublisher
from app.adapters.mail.smtp_connection import SmtpServer
from app.adapters.store.keyed_hash import KeyedHash
from app.bulletin.mailing.bounces import BounceDesk
from app.bulletin.mailing.leave_list import LEAVE
from app.bulletin.mailing.mail_out import Habits
from app.bulletin.mailing.message import Identity, MessageWriter
from app.bulletin.mailing.message_id import MessageIds
from app.bulletin_ports import AddressBook, Mailings
from app.domain.errors import SettingsError
from app.domain.mailing import Pace
from app.settings import LOOPBACK
from app.wiring.credentials import FormClient, credential_of
from app.wiring.ground import Ground

_PORTS = {"starttls": 587, "tls": 465, "none": 25}
_GRAPH_A_DAY = 10_000
"""Recipients of one mailbox in 24 hours; Exchange Online takes no more."""
_GRAPH_SECONDS = 60.0
_TEXTS_OF_A_MAILING = 4
"""About so many phases are in a batch, each with a message of its own."""


class Mail:
    """The carrier, and what writes what it carries."""

    def __init__(self, ground: Ground) -> None:
        """Nothing is opened yet."""
        self._ground = ground

    @property
    def is_sent(self) -> bool:
        """Whether a carrier is chosen; without one nothing is sent."""
        return self._ground.settings.publisher != "none"

    def check_setup(self) -> None:
        """Build what is chosen. Raises SettingsError when something for it is missing."""
        if self.is_sent:
            _ = self.publisher, self.identity

    @cached_property
    def publisher(self) -> SmtpPublisher | GraphPublisher:
        """The carrier.

        Raises:
            SettingsError: none is chosen, or something for it is missing.
        """
        if not self.is_sent:
            raise SettingsError("Nothing is sent from here. Choose a carrier with SENDWELL_PUBLISHER.")
        return self._smtp() if self._ground.settings.publisher == "smtp" else self._graph()

    @cached_property
    def ids(self) -> MessageIds:
        """Makes the ids of messages, and knows them again."""
        return MessageIds(hmac.digest(self._ground.key, b"message ids", "sha256"))

    @cached_property
    def identity(self) -> Identity:
        """In whose name it goes. Raises SettingsError."""
        settings, sender = self._ground.settings, self._sender
        local, _, domain = sender.partition("@")
        return Identity(
            address=sender,
            name=settings.mail_from_name,
            reply_to=settings.mail_reply_to or "",
            list_id=settings.mail_list_id or f"{local}.{domain}",
            unsubscribe_address=settings.mail_unsubscribe or settings.mail_reply_to or sender,
            unsubscribe_url=settings.mail_unsubscribe_url or "",
            leave_url=f"{settings.website}{LEAVE}" if settings.website.startswith("https://") else "",
            is_signed=settings.publisher == "graph" or bool(settings.dkim_selector),
            language=settings.mail_language,
        )

    @cached_property
    def write(self) -> MessageWriter:
        """Writes the messages. Raises SettingsError."""
        return MessageWriter(self.identity, self.ids)

    def bounces(self, mailings: Mailings, book: AddressBook) -> BounceDesk:
        """Takes what came back."""
        return BounceDesk(mailings, book, self.ids, KeyedHash(self._ground.key).address)

    @property
    def batch(self) -> int:
        """How many messages a worker takes at once."""
        is_graph = self._ground.settings.publisher == "graph"
        return self.publisher.most_at_once if is_graph else Habits().batch

    @property
    def pace(self) -> Pace:
        """How many addresses in a minute and in a day: as set, or as Exchange takes them."""
        settings = self._ground.settings
        if settings.publisher != "graph":
            return Pace(settings.mail_a_minute, settings.mail_a_day)
        is_batch = settings.graph_form == "batches"
        full = max(settings.graph_a_minute // _TEXTS_OF_A_MAILING, 1) * settings.graph_recipients
        a_minute = full if is_batch else settings.graph_a_minute
        return Pace(settings.mail_a_minute or a_minute, settings.mail_a_day or _GRAPH_A_DAY)

    @property
    def _sender(self) -> str:
        return self._needed("mail_from")

    def _smtp(self) -> SmtpPublisher:
        settings = self._ground.settings
        host, sender = self._needed("smtp_host"), self._sender
        if settings.smtp_security == "none" and host not in LOOPBACK:
            raise SettingsError(
                f"SENDWELL_SMTP_SECURITY is none, and {host} is another machine. Others could read the mail "
                "on its way there: set it to starttls or tls."
            )
        password = settings.smtp_password
        server = SmtpServer(
            host,
            settings.smtp_port or _PORTS[settings.smtp_security],
            settings.smtp_security,
            settings.smtp_user or "",
            password.get_secret_value() if password else "",
            settings.smtp_ehlo_name or "",
            settings.smtp_timeout,
            self._trust,
        )
        return SmtpPublisher(server, settings.mail_bounces_to or sender, self._signer)

    @property
    def _trust(self) -> ssl.SSLContext | None:
        file = self._ground.settings.smtp_ca_file
        try:
            return ssl.create_default_context(cafile=str(file)) if file else None
        except OSError as error:  # it cannot be read, or holds no certificate
            raise SettingsError(f"SENDWELL_SMTP_CA_FILE cannot be used ({type(error).__name__}).") from None

    @property
    def _signer(self) -> DkimSigner | None:
        settings = self._ground.settings
        if not settings.dkim_selector and not settings.dkim_key_file:
            return None
        if not settings.dkim_selector or not settings.dkim_key_file:
            raise SettingsError("To sign mail, set both SENDWELL_DKIM_SELECTOR and SENDWELL_DKIM_KEY_FILE.")
        domain = settings.dkim_domain or self._sender.rpartition("@")[2]
        return DkimSigner(domain, settings.dkim_selector, settings.dkim_key_file)

    def _graph(self) -> GraphPublisher:
        settings, ground = self._ground.settings, self._ground
        web = FormClient(timeout=_GRAPH_SECONDS, follow_redirects=False)
        proof = credential_of(settings, "graph")
        if proof is None:
            raise SettingsError(_missing(settings.publisher, "graph_secret"))
        tokens = ClientCredentials(self._needed("graph_tenant"), self._needed("graph_client"), proof, web)
        mailbox = GraphMailbox(
            settings.graph_mailbox or self._sender,
            settings.graph_form,
            settings.graph_recipients,
            settings.graph_a_minute,
        )
        return GraphPublisher(mailbox, tokens, web, ground.clock)

    def _needed(self, name: str) -> str:
        value: str | None = getattr(self._ground.settings, name)
        if not value:
            raise SettingsError(_missing(self._ground.settings.publisher, name))
        return value


def _missing(publisher: str, name: str) -> str:
    return f"SENDWELL_PUBLISHER is {publisher}, and SENDWELL_{name.upper()} is not set."
