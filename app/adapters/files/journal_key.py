"""With which key are the journal's heads signed, and what exactly is signed?

An Ed25519 key in the data folder, made on first use and readable by its owner only, beside its public half,
which anybody may have. What is signed is a checkpoint as transparency logs write them (C2SP signed notes):
the journal's name, its size, its root.
"""

import hashlib
import os
import threading
from base64 import b64encode
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from app.adapters.files.keys import private_key
from app.domain.errors import SetupError

KEY, PUBLIC = "journal.key", "journal.pub"
_ED25519 = b"\x01"


class JournalKey:
    """Signs heads."""

    def __init__(self, data: Path, keys: Path | None = None) -> None:
        """Reads the key in `keys` (`data` if not given), or makes it. Raises SetupError."""
        self._key = Ed25519PrivateKey.from_private_bytes(private_key(keys or data, KEY))
        told = _ED25519 + self._key.public_key().public_bytes_raw()
        self.name = f"sendwell-journal-{hashlib.sha256(told).hexdigest()[:16]}"
        number = hashlib.sha256(f"{self.name}\n".encode() + told).digest()[:4]
        self.verifier_key = f"{self.name}+{number.hex()}+{b64encode(told).decode()}"
        self._publish(data / PUBLIC)

    def sign(self, size: int, root: bytes) -> bytes:
        """64 bytes."""
        return self._key.sign(f"{self.name}\n{size}\n{b64encode(root).decode()}\n".encode())

    def _publish(self, place: Path) -> None:
        """Anew where it is another key's, or was cut short: no backup with such a one could be put back."""
        told = f"{self.verifier_key}\n"
        fresh = place.with_name(f".{place.name}.{os.getpid()}-{threading.get_ident()}")
        try:
            place.parent.mkdir(0o700, parents=True, exist_ok=True)
            if place.exists() and place.read_text("ascii", errors="replace") == told:
                return
            fresh.touch(mode=0o600)
            fresh.write_text(told, encoding="ascii")
            fresh.replace(place)
        except OSError as error:
            raise SetupError(f"{place} cannot be written ({error.strerror}).") from error
        finally:
            fresh.unlink(missing_ok=True)
