"""How does something lie in the database that only this installation can read?

AES-GCM under keys derived from the installation's own key, which is in a file and never in the database. What
a sealed text is about is bound to it: put in another row it cannot be opened.
"""

import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from app.domain.errors import StoreError

_NONCE_BYTES = 12
_KEY_BYTES = 32
_STEP = 32
"""Addresses are filled up to a multiple of so many bytes, so that their length says little."""


class Seal:
    """Seals and opens under one key. `purpose` keeps the keys of different things apart."""

    def __init__(self, key: bytes, purpose: str) -> None:
        """The key derived from `key` stays in memory."""
        derived = HKDF(SHA256(), _KEY_BYTES, salt=None, info=f"sendwell sealed {purpose}".encode())
        self._cipher = AESGCM(derived.derive(key))

    def close(self, plain: bytes, about: str) -> bytes:
        """What only `open` with the same `about` gives back."""
        nonce = secrets.token_bytes(_NONCE_BYTES)
        return nonce + self._cipher.encrypt(nonce, plain, about.encode())

    def open(self, sealed: bytes, about: str) -> bytes:
        """Raises StoreError when it was sealed under another key, about something else, or is damaged."""
        try:
            return self._cipher.decrypt(sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], about.encode())
        except (InvalidTag, ValueError) as error:
            raise StoreError(
                "What is sealed in the database does not open with this installation's key. Restore the key "
                "file that belongs to this database from the backup, or import the directory again."
            ) from error

    def close_address(self, address: str, key: str) -> bytes:
        """An address, bound to its keyed hash."""
        plain = address.encode()
        return self.close(plain.ljust(-(-len(plain) // _STEP) * _STEP, b"\0"), key)

    def open_address(self, sealed: bytes, key: str) -> str:
        """The address of that keyed hash. Raises StoreError."""
        return self.open(sealed, key).rstrip(b"\0").decode()
