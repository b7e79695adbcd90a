"""What can an installation choose about the mail that it sends itself?

The part of the settings about the bulletin's carrier. None of it is needed to check drafts, and nothing is
sent until a carrier is chosen.
"""

from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings

_ADDRESS = r"^[^\s<>@,;]+@[^\s<>@,;]+\.[^\s<>@,;]+$"
_DOMAIN = r"^[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$"
_HTTPS = r"^https://[\x21-\x3b\x3d\x3f-\x7e]+$"


class MailSettings(BaseSettings):
    """Settings of outgoing mail."""

    publisher: Literal["none", "smtp", "graph"] = Field(
        "none", description="What carries the bulletin's mail. With none the desk works and nothing is sent."
    )
    mail_from: str | None = Field(
        None, pattern=_ADDRESS, description="Address that the bulletin's mail comes from."
    )
    mail_from_name: str = Field("", max_length=100, description="Name that stands before it.")
    mail_reply_to: str | None = Field(
        None, pattern=_ADDRESS, description="Address that answers go to. The sender's if not set."
    )
    mail_bounces_to: str | None = Field(
        None,
        pattern=_ADDRESS,
        description="Address that bounces go to (SMTP only). The sender's if not set.",
    )
    mail_list_id: str | None = Field(
        None,
        pattern=_DOMAIN,
        description="Name of the list for List-Id, like bulletin.council.example. Made from the sender's if "
        "not set.",
    )
    mail_unsubscribe: str | None = Field(
        None,
        pattern=_ADDRESS,
        description="Address for leaving the weekly bulletin's list. Where answers go if not set.",
    )
    mail_unsubscribe_url: str | None = Field(
        None,
        pattern=_HTTPS,
        description="Web address (https) for leaving the list; with {message} in it, which stands for the "
        "reader, mail programs offer it by one click.",
    )
    mail_language: str = Field(
        "en-GB", pattern=r"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$", description="Language of the mail."
    )
    smtp_host: str | None = Field(None, description="The mail server.")
    smtp_port: int | None = Field(
        None, ge=1, le=65535, description="Its port. 587, or 465 for tls, or 25 for none, if not set."
    )
    smtp_security: Literal["starttls", "tls", "none"] = Field(
        "starttls", description="Encryption. none is only for a server on this machine."
    )
    smtp_user: str | None = Field(None, description="Name to sign in with, if the server wants it.")
    smtp_password: SecretStr | None = Field(None, description="Password for it.")
    smtp_ca_file: Path | None = Field(
        None, description="Certificates (PEM) that the server's is checked with. This machine's if not set."
    )
    smtp_ehlo_name: str | None = Field(
        None,
        pattern=r"^[A-Za-z0-9.:\[\]-]+$",
        description="What we call ourselves. The sender's domain if not set.",
    )
    smtp_timeout: float = Field(
        60,
        ge=1,
        le=600,
        description="Seconds to wait for an answer; five times that once it has the message.",
    )
    dkim_selector: str | None = Field(
        None,
        pattern=r"^[A-Za-z0-9._-]+$",
        description="Selector of the DKIM key. Mail is not signed if not set; by Graph Exchange signs it.",
    )
    dkim_domain: str | None = Field(
        None, pattern=_DOMAIN, description="Domain that signs. The sender's if not set."
    )
    dkim_key_file: Path | None = Field(None, description="File with its private key (RSA, PEM).")
    graph_tenant: str | None = Field(
        None, pattern=r"^[A-Za-z0-9.-]+$", description="Microsoft Entra tenant: its id or domain."
    )
    graph_client: str | None = Field(None, description="Id of the app registration that may Mail.Send.")
    graph_secret: SecretStr | None = Field(None, description="Its client secret.")
    graph_certificate_file: Path | None = Field(
        None,
        description="Instead of a secret: private key and certificate (PEM, RSA) that Entra knows it by.",
    )
    graph_assertion_file: Path | None = Field(
        None,
        description="Instead of a secret: file in which the platform renews a signed assertion (workload"
        " identity).",
    )
    graph_mailbox: str | None = Field(
        None, pattern=_ADDRESS, description="Mailbox that sends. The sender's if not set."
    )
    graph_form: Literal["batches", "copies"] = Field(
        "batches",
        description=(
            "batches: one message to many in Bcc, where Exchange makes the message id and the plain text."
            " copies: each address its own message as it is written here, all kept in Sent Items."
        ),
    )
    graph_a_minute: int = Field(
        30, ge=1, le=1000, description="Messages that the mailbox may send in a minute."
    )
    graph_recipients: int = Field(
        500, ge=1, le=1000, description="Recipients of one message, as the mailbox's RecipientLimits allows."
    )
