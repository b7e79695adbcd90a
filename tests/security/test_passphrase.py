"""What a passphrase seals: guessing it costs what is advised, and what was sealed before opens still."""

import io

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from app.adapters.archive.passphrase import HEAD_BYTES, OpenedFile, SealingFile, is_sealed
from app.domain.errors import BackupError

WORDS = "correct horse battery"
NEWER, EARLIER = b"sendwell sealed backup 2\n", b"sendwell sealed backup 1\n"
SALT = b"s" * 16


def by_hand(head: bytes, cost: int) -> bytes:
    """As the format says, without our code: one piece, which is the last."""
    key = Scrypt(salt=SALT, length=32, n=cost, r=8, p=1).derive(WORDS.encode())
    return head + SALT + AESGCM(key).encrypt((0).to_bytes(11) + b"\1", b"what was kept", head)


def opened(sealed: bytes, words: str = WORDS) -> bytes:
    source = io.BytesIO(sealed)
    head = source.read(HEAD_BYTES)
    assert is_sealed(head)
    return OpenedFile(head, source, words).read()


def test_guessing_costs_what_is_advised() -> None:
    """OWASP's Password Storage Cheat Sheet: scrypt with 2^17, 8 and 1, or more."""
    out = io.BytesIO()
    with SealingFile(out, WORDS) as file:
        file.write(b"what was kept")

    assert out.getvalue().startswith(NEWER)
    assert opened(out.getvalue()) == opened(by_hand(NEWER, 2**17)) == b"what was kept"


def test_what_was_sealed_before_opens_still() -> None:
    assert opened(by_hand(EARLIER, 2**15)) == b"what was kept"


@pytest.mark.parametrize(("head", "cost", "named"), [(NEWER, 2**15, NEWER), (NEWER, 2**17, EARLIER)])
def test_nobody_makes_it_cheaper(head: bytes, cost: int, named: bytes) -> None:
    with pytest.raises(BackupError):
        opened(named + by_hand(head, cost)[HEAD_BYTES:])


def test_another_passphrase_opens_nothing() -> None:
    with pytest.raises(BackupError, match="passphrase is another"):
        opened(by_hand(NEWER, 2**17), WORDS.title())
