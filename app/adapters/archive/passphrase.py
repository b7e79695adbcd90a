"""How is a file kept so that only whoever knows its passphrase reads it?

scrypt makes a key of the passphrase; the file is AES-GCM in pieces of a megabyte, each numbered and the last
one marked, so that pieces cannot be left out, swapped or cut off unnoticed.
"""

import io
import secrets
from typing import IO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from app.domain.errors import BackupError

MAGIC, _EARLIER = b"sendwell sealed backup 2\n", b"sendwell sealed backup 1\n"
HEAD_BYTES = len(MAGIC)
SHORTEST = 12
_PIECE, _TAG, _SALT = 2**20, 16, 16
_COSTS, _BLOCK, _LANES = {MAGIC: 2**17, _EARLIER: 2**15}, 8, 1
"""128 MiB for each guess (OWASP, Password Storage Cheat Sheet); a quarter of that before."""


class SealingFile(io.RawIOBase):
    """A file to write to; `close` writes its last piece. What it writes to stays open."""

    def __init__(self, into: IO[bytes], passphrase: str) -> None:
        """Raises BackupError when the passphrase is too short to protect anything."""
        if len(passphrase) < SHORTEST:
            raise BackupError(
                f"The passphrase needs {SHORTEST} characters or more: three or four random words."
            )
        salt = secrets.token_bytes(_SALT)
        self._into, self._cipher, self._number = into, _cipher(MAGIC, passphrase, salt), 0
        self._held = bytearray()
        into.write(MAGIC + salt)

    def writable(self) -> bool:
        """It is."""
        return True

    def write(self, content: object) -> int:
        """All of it."""
        view = memoryview(content)  # type: ignore[arg-type]  # the file protocol's own looseness
        self._held += view
        while len(self._held) > _PIECE:
            self._put(bytes(self._held[:_PIECE]), is_last=False)
            del self._held[:_PIECE]
        return view.nbytes

    def close(self) -> None:
        """Write what is left, marked as the end."""
        if not self.closed:
            self._put(bytes(self._held), is_last=True)
            self._held.clear()
        super().close()

    def _put(self, piece: bytes, *, is_last: bool) -> None:
        self._into.write(self._cipher.encrypt(_nonce(self._number, is_last=is_last), piece, MAGIC))
        self._number += 1


class OpenedFile(io.RawIOBase):
    """What was written to a SealingFile. Reading raises BackupError when it is damaged or cut off."""

    def __init__(self, head: bytes, source: IO[bytes], passphrase: str) -> None:
        """`source` stands behind its `head`, which told what it is."""
        salt = source.read(_SALT)
        self._source, self._cipher, self._number = source, _cipher(head, passphrase, salt), 0
        self._head = head
        self._held, self._ahead = b"", source.read(_PIECE + _TAG)

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: object) -> int:
        """As much as there is of the present piece."""
        view = memoryview(buffer)  # type: ignore[arg-type]  # the file protocol's own looseness
        if not self._held and self._ahead:
            self._next()
        piece, self._held = self._held[: view.nbytes], self._held[view.nbytes :]
        view[: len(piece)] = piece
        return len(piece)

    def _next(self) -> None:
        sealed, self._ahead = self._ahead, self._source.read(_PIECE + _TAG)
        try:
            nonce = _nonce(self._number, is_last=not self._ahead)
            self._held = self._cipher.decrypt(nonce, sealed, self._head)
        except InvalidTag:
            wrong = (
                "The passphrase is another one, or the file is damaged"
                if not self._number
                else "It is damaged"
            )
            raise BackupError(f"The backup does not open. {wrong}.") from None
        self._number += 1


def is_sealed(head: bytes) -> bool:
    """Whether a file that begins so is sealed with a passphrase."""
    return head in _COSTS


def _cipher(head: bytes, passphrase: str, salt: bytes) -> AESGCM:
    made = Scrypt(salt=salt, length=32, n=_COSTS[head], r=_BLOCK, p=_LANES)
    return AESGCM(made.derive(passphrase.encode()))


def _nonce(number: int, *, is_last: bool) -> bytes:
    return number.to_bytes(11) + bytes([is_last])
