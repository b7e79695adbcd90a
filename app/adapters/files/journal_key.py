"""With which key are the journal's heads signed, and what exactly is signed?

An Ed25519 key in the data folder, made on first use and readable by its owner only, beside its public half,
which anybody may have. What is signed is a checkpoint as transparency logs write them (C2SP signed notes):
the journal's name, its size, its root.
"""

import hashlib
from base64 import b64encode
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from app.adapters.files.keys import private_key

KEY, PUBLIC = "journal.key", "journal.pub"
_ED25519 = b"\x01"


class JournalKey:
    """Signs heads."""

    def __init__(self, data: Path, keys: Path | None = None) -> None:
        """Reads the key in `keys` (`data` if not given), or makes it. Raises SetupError."""
        self._key = Ed25519PrivateKey.from_private_bytes(private_key(keys or data, KEY))
        data.mkdir(0o700, parents=True, exist_ok=True)
        told = _ED25519 + self._key.public_key().public_bytes_raw()
        self.name = f"sendwell-journal-{hashlib.sha256(told).hexdigest()[:16]}"
        number = hashlib.sha256(f"{self.name}\n".encode() + told).digest()[:4]
        self.verifier_key = f"{self.name}+{number.hex()}+{b64encode(told).decode()}"
        public = data / PUBLIC
        if not public.exists():
            public.touch(mode=0o600)
            public.write_text(f"{self.verifier_key}\n", encoding="ascii")

    def sign(self, size: int, root: bytes) -> bytes:
        """64 bytes."""
        return self._key.sign(f"{self.name}\n{size}\n{b64encode(root).decode()}\n".encode())
