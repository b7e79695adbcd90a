"""Who signed which head of the journal? Checkpoints and keys, as C2SP writes notes."""

import binascii
from base64 import b64decode
from dataclasses import dataclass
from hashlib import sha256

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

_SIGNATURE_BYTES = 64
_KEY_BYTES = 32
_NUMBER_BYTES = 4
_DASH = "\u2014 "


class UnreadableError(Exception):
    """What was given is no journal, head, key or proof; the message says what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Key:
    """A public key with the name of the journal that it belongs to."""

    name: str
    number: bytes
    public: bytes

    def has_signed(self, size: int, root: bytes, signature: bytes) -> bool:
        """Whether this journal signed a head of that size and root."""
        note = f"{self.name}\n{size}\n{binascii.b2a_base64(root, newline=False).decode()}\n"
        try:
            Ed25519PublicKey.from_public_bytes(self.public).verify(signature, note.encode())
        except InvalidSignature:
            return False
        return True


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """A head that somebody kept."""

    size: int
    root: bytes


def read_key(words: str) -> Key:
    """A verifier key, ``name+number+key``. Raises UnreadableError."""
    name, _, rest = words.strip().partition("+")
    number, _, told = rest.partition("+")
    key = bytes_of(told)
    if len(key) != 1 + _KEY_BYTES or key[:1] != b"\x01" or not name:
        raise UnreadableError("The journal's public key cannot be read. It is the one line of journal.pub.")
    right = sha256(f"{name}\n".encode() + key).digest()[:_NUMBER_BYTES]
    if number != right.hex():
        raise UnreadableError("The journal's public key does not belong to its name: something is changed.")
    return Key(name, right, key[1:])


def read_checkpoint(note: str, key: Key) -> Checkpoint:
    """A head of the journal of that key, if it signed it. Raises UnreadableError."""
    body, gap, signatures = note.partition("\n\n")
    lines = body.split("\n")
    if not gap or len(lines) != 3 or not lines[1].isascii() or not lines[1].isdecimal():  # noqa: PLR2004 (name, size, root)
        raise UnreadableError("This is no head of a journal: it has its name, size, root and signature.")
    if lines[0] != key.name:
        raise UnreadableError(f"This head is of {lines[0]}, and the key is of {key.name}.")
    found = Checkpoint(int(lines[1]), bytes_of(lines[2]))
    start = f"{_DASH}{key.name} "
    given = [bytes_of(line.removeprefix(start)) for line in signatures.split("\n") if line.startswith(start)]
    if not any(
        one[:_NUMBER_BYTES] == key.number
        and len(one) == _NUMBER_BYTES + _SIGNATURE_BYTES
        and key.has_signed(found.size, found.root, one[_NUMBER_BYTES:])
        for one in given
    ):
        raise UnreadableError(f"{key.name} did not sign this head of {found.size} entries.")
    return found


def bytes_of(words: object) -> bytes:
    """What stands there in base64, written in the one right way. Raises UnreadableError."""
    try:
        found = b64decode(str(words), validate=True)
    except (binascii.Error, ValueError):
        raise UnreadableError("Something that should be base64 is not.") from None
    if binascii.b2a_base64(found, newline=False).decode() != words:
        raise UnreadableError("Something is written in base64 in a second way.")
    return found
