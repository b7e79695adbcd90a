"""Which keys does this installation have?

Random ones in files of the data folder, each made on first use and readable by its owner only. Losing the
one it hashes with makes the directory unreadable; they belong in the backup.
"""

import os
import secrets
import threading
from pathlib import Path

from app.domain.errors import SetupError

KEY_BYTES = 32


def installation_key(data: Path) -> bytes:
    """What this installation hashes and seals with."""
    return private_key(data, "sendwell.key")


def private_key(data: Path, name: str) -> bytes:
    """The key of that name in `data`, made if there is none (two processes starting at once agree on one)."""
    path = data / name
    try:
        data.mkdir(0o700, parents=True, exist_ok=True)
        if not path.exists():
            _make(path)
    except OSError as error:
        raise SetupError(f"The data folder {data} cannot be used: {error.strerror}.") from error
    return kept_key(path)


def kept_key(path: Path) -> bytes:
    """The key in that file, which is never made. Raises SetupError."""
    try:
        key = path.read_bytes()
    except OSError as error:
        raise SetupError(f"The data folder {path.parent} cannot be used: {error.strerror}.") from error
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
