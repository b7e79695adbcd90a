"""How is a message signed, so that mail servers know that it is the organisation's?

DKIM (RFC 6376) over the bytes as they leave, with the headers that say whose it is and what it is about.
"""

from pathlib import Path

import dkim

from app.domain.errors import SettingsError

_SIGNED = frozenset(
    (
        b"from",
        b"to",
        b"reply-to",
        b"subject",
        b"date",
        b"message-id",
        b"auto-submitted",
        b"list-id",
        b"list-unsubscribe",
        b"list-unsubscribe-post",
        b"content-language",
        b"mime-version",
        b"content-type",
        b"content-transfer-encoding",
    )
)
_ONLY_ONE = (b"from", b"to", b"subject", b"date", b"reply-to")
"""Named once more than they stand there, so that nobody can add another."""

_TRIAL = b"From: bulletin@council.example\r\n\r\n"


class DkimSigner:
    """Signs with one key."""

    def __init__(self, domain: str, selector: str, key_file: Path) -> None:
        """Raises SettingsError when the key cannot be read, or cannot sign."""
        self._domain, self._selector = domain.encode(), selector.encode()
        try:
            self._key = key_file.read_bytes()
        except OSError as error:
            raise SettingsError(f"SENDWELL_DKIM_KEY_FILE cannot be read: {error.strerror}.") from None
        try:
            self(_TRIAL)
        except Exception as error:  # noqa: BLE001 (a damaged key fails in many ways)
            raise SettingsError(
                f"The key in SENDWELL_DKIM_KEY_FILE cannot sign ({type(error).__name__}). "
                "It must be an RSA private key in PEM without a password."
            ) from None

    def __call__(self, data: bytes) -> bytes:
        """The message with its signature on top; nothing else is changed."""
        head = data.partition(b"\r\n\r\n")[0]
        names = [line.partition(b":")[0].lower() for line in head.split(b"\r\n") if line[:1].strip()]
        signature: bytes = dkim.sign(
            data,
            self._selector,
            self._domain,
            self._key,
            canonicalize=(b"relaxed", b"relaxed"),
            include_headers=[*(name for name in names if name in _SIGNED), *_ONLY_ONE],
        )
        return signature + data
