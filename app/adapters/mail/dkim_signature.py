"""How is a message signed, so that mail servers know that it is the organisation's?

DKIM (RFC 6376, relaxed in head and body) over the bytes as they leave, with the headers that say whose it is
and what it is about. The library for it calculates in Python, which takes many times as long as sending does.
"""

import base64
import hashlib
import time
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import re2
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import load_pem_private_key

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
_EOL = b"\r\n"
_SPACES = re2.compile(rb"[\t ]+")
_LINE = 72
_BODIES_KEPT = 16


class DkimSigner:
    """Signs with one key."""

    def __init__(self, domain: str, selector: str, key_file: Path) -> None:
        """Raises SettingsError when the key cannot be read, or cannot sign."""
        self._domain, self._selector = domain.encode(), selector.encode()
        try:
            self._key = _key(key_file.read_bytes())
        except OSError as error:
            raise SettingsError(f"SENDWELL_DKIM_KEY_FILE cannot be read: {error.strerror}.") from None
        except Exception as error:  # noqa: BLE001 (a damaged key fails in many ways)
            raise SettingsError(
                f"The key in SENDWELL_DKIM_KEY_FILE cannot sign ({type(error).__name__}). "
                "It must be an RSA private key in PEM without a password."
            ) from None

    def __call__(self, data: bytes) -> bytes:
        """The message with its signature on top; nothing else is changed."""
        head, _, body = data.partition(_EOL + _EOL)
        fields = [_relaxed(field) for field in _fields(head)]
        names = [name for name, _ in fields if name in _SIGNED]
        signature = self._unsigned([*names, *_ONLY_ONE], _sum_of(body))
        said = [*_chosen(fields, [*names, *_ONLY_ONE]), b"%s:%s" % _relaxed(signature)]
        signed = self._key.sign(_EOL.join(said), PKCS1v15(), SHA256())
        return signature + _folded(base64.b64encode(signed)) + _EOL + data

    def _unsigned(self, names: list[bytes], body: bytes) -> bytes:
        """The header up to where its signature goes."""
        lines = [
            b"DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=%s;" % self._domain,
            b" s=%s; t=%d; bh=%s;" % (self._selector, int(time.time()), body),
            *_in_lines(b" h=", names),
            b" b=",
        ]
        return _EOL.join(lines)


def _key(pem: bytes) -> RSAPrivateKey:
    key = load_pem_private_key(pem, None)
    if not isinstance(key, RSAPrivateKey):
        raise TypeError("another kind of key")
    return key


def _fields(head: bytes) -> Iterator[bytes]:
    """Header fields, each with the lines that go on with it."""
    field = b""
    for line in head.split(_EOL):
        if line[:1] in {b" ", b"\t"}:
            field += _EOL + line
        else:
            if field:
                yield field
            field = line
    yield field


def _relaxed(field: bytes) -> tuple[bytes, bytes]:
    """Name and value as they are signed: folded lines as one, single spaces."""
    name, _, value = field.partition(b":")
    return name.strip().lower(), _SPACES.sub(b" ", value.replace(_EOL, b"")).strip()


def _chosen(fields: list[tuple[bytes, bytes]], names: list[bytes]) -> Iterator[bytes]:
    """The fields of these names: of several with one name the lowest first, and nothing once none is left."""
    left = {name: [value for each, value in fields if each == name] for name in names}
    for name in names:
        if left[name]:
            yield b"%s:%s" % (name, left[name].pop())


@lru_cache(_BODIES_KEPT)
def _sum_of(body: bytes) -> bytes:
    """All who get a text get the same body."""
    lines = (line.rstrip(b" ") for line in _SPACES.sub(b" ", body).split(_EOL))
    words = _EOL.join(lines).rstrip(_EOL)
    return base64.b64encode(hashlib.sha256(words + _EOL if words else b"").digest())


def _in_lines(before: bytes, names: list[bytes]) -> Iterator[bytes]:
    line = before
    for place, name in enumerate(names):
        piece = name + (b":" if place + 1 < len(names) else b";")
        if len(line) + len(piece) > _LINE:
            yield line
            line = b"  "
        line += piece
    yield line


def _folded(words: bytes) -> bytes:
    pieces = [words[start : start + _LINE] for start in range(0, len(words), _LINE)]
    return (_EOL + b"  ").join(pieces)
