"""What do a backup and a restore have in common?

Where their parts lie, a folder of their own while they work, and how a file is copied: whole, or not there.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Engine

from app.domain.errors import BackupError

FORMAT = 1
FIRST_KEY = "sendwell.key"
DOCUMENTS = "documents"
_BESIDE = ".backup-"


def file_of(engine: Engine) -> Path:
    """The file of a SQLite database. Raises BackupError when it has none."""
    file = engine.url.database
    if not file or file == ":memory:":
        raise BackupError("A database that is only in memory cannot be copied.")
    return Path(file)


def copied(path: Path, place: Path) -> None:
    """Only its owner's; whole or not there."""
    place.parent.mkdir(0o700, parents=True, exist_ok=True)
    beside = place.with_name(f".{place.name}.{os.getpid()}")
    with open(beside, "wb", opener=lambda p, flags: os.open(p, flags, 0o600)) as out:
        out.write(path.read_bytes())
        out.flush()
        os.fsync(out.fileno())
    beside.replace(place)


@contextmanager
def beside(folder: Path) -> Iterator[Path]:
    """A folder of our own there, which goes again whatever happens; what a kill left is swept first."""
    folder.mkdir(0o700, parents=True, exist_ok=True)
    for left in folder.glob(f"{_BESIDE}*"):
        if not _is_alive(left.name.removeprefix(_BESIDE).partition("-")[0]):
            shutil.rmtree(left, ignore_errors=True)
    with tempfile.TemporaryDirectory(dir=folder, prefix=f"{_BESIDE}{os.getpid()}-") as made:
        yield Path(made)


def _is_alive(process: str) -> bool:
    try:
        os.kill(int(process), 0)
    except (ProcessLookupError, ValueError):
        return False
    except PermissionError:
        return True
    return True
