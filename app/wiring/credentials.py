"""With what does the service prove to the provider that it is itself?

One of three: a client secret, which never changes by itself; a certificate, whose key never leaves this
machine; or an assertion that the platform signs and renews in a file (workload identity).
"""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Literal, TypeAlias

import httpx
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

from app.domain.errors import ProviderError, SettingsError
from app.settings import Settings

Credential: TypeAlias = str | Mapping[str, str | Callable[[], str]]
Whose: TypeAlias = Literal["sign_in", "graph"]
_LEAST_BITS = 2048
_SOON = timedelta(days=30)
_LONGEST = 16 * 1024


class FormClient(httpx.Client):
    """For msal, which gives its proofs as bytes: plain httpx writes these into a form as ``b'…'``."""

    def post(self, url: httpx.URL | str, *, data: Any = None, **more: Any) -> httpx.Response:
        """As httpx does it, with words for bytes."""
        if isinstance(data, Mapping):
            data = {name: said.decode() if isinstance(said, bytes) else said for name, said in data.items()}
        return super().post(url, data=data, **more)


def credential_of(settings: Settings, whose: Whose) -> Credential | None:
    """As msal takes it; None when nothing is set.

    Raises:
        SettingsError: two are set, or a file is no certificate with its key.
    """
    secret = getattr(settings, f"{whose}_secret")
    certificate, assertion = _files(settings, whose)
    if sum(one is not None for one in (secret, certificate, assertion)) > 1:
        name = f"SENDWELL_{whose.upper()}"
        raise SettingsError(f"Set one of {name}_SECRET, {name}_CERTIFICATE_FILE and {name}_ASSERTION_FILE.")
    if certificate:
        key, public = _certificate(certificate, whose)
        return {"private_key": key, "public_certificate": public.public_bytes(Encoding.PEM).decode()}
    if assertion:
        return {"client_assertion": lambda: _assertion(assertion)}
    return secret.get_secret_value() if secret else None


def ends_soon(settings: Settings, whose: Whose, now: datetime) -> datetime | None:
    """When the certificate ends, if that is within a month or over. Raises SettingsError."""
    file, _ = _files(settings, whose)
    end = _certificate(file, whose)[1].not_valid_after_utc if file else None
    return end if end and end - now < _SOON else None


def _files(settings: Settings, whose: Whose) -> tuple[Path | None, Path | None]:
    return getattr(settings, f"{whose}_certificate_file"), getattr(settings, f"{whose}_assertion_file")


def _certificate(file: Path, whose: Whose) -> tuple[str, x509.Certificate]:
    name = f"SENDWELL_{whose.upper()}_CERTIFICATE_FILE"
    try:
        words = file.read_bytes()
        key, public = load_pem_private_key(words, None), x509.load_pem_x509_certificate(words)
    except (OSError, ValueError, TypeError) as error:
        raise SettingsError(
            f"{name} cannot be used ({type(error).__name__}). It holds a private key without a passphrase and"
            " its certificate, both as PEM."
        ) from None
    if (
        not isinstance(key, RSAPrivateKey)
        or key.key_size < _LEAST_BITS
        or key.public_key() != public.public_key()
    ):
        raise SettingsError(
            f"{name} needs an RSA key of {_LEAST_BITS} bits or more, and the certificate of that very key."
        )
    alone = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    return alone.decode(), public


def _assertion(file: Path) -> str:
    """Read anew each time: the platform writes another before the last one ends."""
    try:
        said = file.read_text("ascii").strip()
    except (OSError, ValueError):
        said = ""
    if not said or len(said) > _LONGEST:
        raise ProviderError(f"{file} holds no assertion of the platform. Look at its workload identity.")
    return said
