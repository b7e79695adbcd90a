"""Which key does this installation hash with?

One random key in the data folder, made on first use and readable by its owner only. Losing it
makes the directory unreadable; it belongs in the backup.
"""

import os
import secrets
import threading
from pathlib import Path

from app.domain.errors import SetupError

KEY_BYTES = 32


def installation_key(data: Path) -> bytes:
    """The key in `data`, made if there is none (two processes starting at once agree on one)."""
    path = data / "sendwell.key"
    try:
        data.mkdir(0o700, parents=True, exist_ok=True)
        if not path.exists():
            _make(path)
        key = path.read_bytes()
    except OSError as error:
        raise SetupError(f"The data folder {data} cannot be used: {error.strerror}.") from error
    if len(key) != KEY_BYTES:
        raise SetupError(f"{path} is damaged: restore it from the backup.")
    return key


def _make(path: Path) -> None:
    draft = path.with_name(f"{path.name}.{os.getpid()}-{threading.get_ident()}")
    with open(draft, "xb", opener=lambda p, flags: os.open(p, flags, 0o600)) as file:
        file.write(secrets.token_bytes(KEY_BYTES))
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(draft, path)  # fails if another process was first; its key then counts
    except FileExistsError:
        pass
    finally:
        draft.unlink()
