"""How does something lie in the database that only this installation can read?

AES-GCM under keys derived from the installation's own, which are in files and never in the database. What a
sealed text is about is bound to it: put in another row it cannot be opened. It begins with a mark and the
name of its key, so that keys can be changed one row at a time; what was sealed before that was so has
neither, and its key is the first one.
"""

import secrets
from collections.abc import Sequence
from functools import lru_cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from app.domain.errors import StoreError
from app.key_ports import NAME_BYTES, KeyRing, SealingKey

_NONCE_BYTES = 12
_KEY_BYTES = 32
_STEP = 32
"""Addresses are filled up to a multiple of so many bytes, so that their length says little."""
_MARK = b"\x01"
HEAD_BYTES = len(_MARK) + NAME_BYTES


class LoneKey:
    """A ring with one key that never changes."""

    def __init__(self, key: bytes) -> None:
        """`key` stays in memory."""
        self.codes, self._key = key, SealingKey(key)

    def newest(self) -> SealingKey:
        """The one."""
        return self._key

    def first(self) -> SealingKey:
        """The one."""
        return self._key

    def named(self, name: bytes) -> SealingKey | None:
        """The one, by its name."""
        return self._key if name == self._key.name else None

    def all(self) -> Sequence[SealingKey]:
        """The one."""
        return (self._key,)


def ring_of(keys: KeyRing | bytes) -> KeyRing:
    """A ring, or one key as a ring."""
    return LoneKey(keys) if isinstance(keys, bytes) else keys


def head_of(key: SealingKey) -> bytes:
    """How everything begins that is sealed under `key`."""
    return _MARK + key.name


class Seal:
    """Seals under the ring's newest key and opens under whichever was used.

    `purpose` keeps the keys of different things apart.
    """

    def __init__(self, keys: KeyRing | bytes, purpose: str) -> None:
        """The keys derived from those of the ring stay in memory."""
        self._ring = ring_of(keys)
        self._info = f"sendwell sealed {purpose}".encode()
        self._ciphers = lru_cache(maxsize=16)(self._cipher)

    def close(self, plain: bytes, about: str) -> bytes:
        """What only `open` with the same `about` gives back."""
        key, nonce = self._ring.newest(), secrets.token_bytes(_NONCE_BYTES)
        return head_of(key) + nonce + self._ciphers(key).encrypt(nonce, plain, about.encode())

    def open(self, sealed: bytes, about: str) -> bytes:
        """Raises StoreError when its key is not here, it is about something else, or is damaged."""
        key, rest = self._split(sealed)
        try:
            return self._ciphers(key).decrypt(rest[:_NONCE_BYTES], rest[_NONCE_BYTES:], about.encode())
        except (InvalidTag, ValueError) as error:
            raise StoreError(
                "What is sealed in the database does not open with this installation's keys. Restore the key "
                "files that belong to this database from the backup, or import the directory again."
            ) from error

    def close_address(self, address: str, key: str) -> bytes:
        """An address, bound to its keyed hash."""
        plain = address.encode()
        return self.close(plain.ljust(-(-len(plain) // _STEP) * _STEP, b"\0"), key)

    def open_address(self, sealed: bytes, key: str) -> str:
        """The address of that keyed hash. Raises StoreError."""
        return self.open(sealed, key).rstrip(b"\0").decode()

    def _split(self, sealed: bytes) -> tuple[SealingKey, bytes]:
        """Its key, and what follows the head; what names no key that is here is taken for old."""
        if sealed.startswith(_MARK):
            key = self._ring.named(sealed[len(_MARK) : HEAD_BYTES])
            if key is not None:
                return key, sealed[HEAD_BYTES:]
        return self._ring.first(), sealed

    def _cipher(self, key: SealingKey) -> AESGCM:
        derived = HKDF(SHA256(), _KEY_BYTES, salt=None, info=self._info)
        return AESGCM(derived.derive(key.secret))
