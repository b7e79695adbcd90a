"""What is sealed: opened by whoever has its key, and for what it is about only."""

from datetime import date
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from app.adapters.files.key_ring import FileKeyRing
from app.adapters.store.sealed import HEAD_BYTES, Seal, head_of
from app.domain.errors import StoreError

KEY, DAY = b"a key of thirty-two bytes length", date(2026, 11, 21)


def as_it_was(plain: bytes, about: str, nonce: bytes) -> bytes:
    """As things were sealed before keys had names."""
    key = HKDF(SHA256(), 32, salt=None, info=b"sendwell sealed words").derive(KEY)
    return nonce + AESGCM(key).encrypt(nonce, plain, about.encode())


def test_it_opens_for_what_it_is_about_only() -> None:
    sealed = Seal(KEY, "words").close(b"plain", "row 1")

    assert Seal(KEY, "words").open(sealed, "row 1") == b"plain"
    assert b"plain" not in sealed
    for seal, about in (
        (Seal(KEY, "words"), "row 2"),
        (Seal(KEY, "other"), "row 1"),
        (Seal(b"x" * 32, "words"), "row 1"),
    ):
        with pytest.raises(StoreError, match="backup"):
            seal.open(sealed, about)


@pytest.mark.parametrize("at", [0, 1, HEAD_BYTES, HEAD_BYTES + 12, -1])
def test_a_changed_byte_is_noticed(at: int) -> None:
    sealed = bytearray(Seal(KEY, "words").close(b"plain", "row 1"))
    sealed[at] ^= 1

    with pytest.raises(StoreError):
        Seal(KEY, "words").open(bytes(sealed), "row 1")


@pytest.mark.parametrize("short", [b"", b"\x01", b"\x01" * HEAD_BYTES, b"\x00" * 12])
def test_what_is_too_short_is_refused(short: bytes) -> None:
    with pytest.raises(StoreError):
        Seal(KEY, "words").open(short, "row 1")


@pytest.mark.parametrize("nonce", [b"\x01" * 12, b"\x00" * 12, bytes(range(12))])
def test_what_was_sealed_before_keys_had_names_opens_still(nonce: bytes) -> None:
    assert Seal(KEY, "words").open(as_it_was(b"plain", "row 1", nonce), "row 1") == b"plain"


def test_a_new_key_seals_and_the_old_one_opens_until_it_is_laid_aside(tmp_path: Path) -> None:
    ring = FileKeyRing(tmp_path)
    second = ring.add(DAY)
    seal = Seal(ring, "words")
    before = seal.close(b"plain", "row 1")
    ring.add(DAY)

    assert seal.open(before, "row 1") == b"plain"
    assert before.startswith(head_of(second))
    assert seal.close(b"plain", "row 1").startswith(head_of(ring.newest()))
    assert ring.newest() != second
    ring.retire(second)
    with pytest.raises(StoreError, match="key files"):
        seal.open(before, "row 1")
