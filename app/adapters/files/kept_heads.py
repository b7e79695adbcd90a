"""Which heads of the journal were kept outside the database? A file each, named by its size.

Each is there whole or not at all: one that a full disk cut short would be of no journal, and no backup that
holds it could be put back.
"""

import os
from contextlib import suppress
from pathlib import Path

from app.domain.errors import SetupError

FOLDER = "journal-heads"


class KeptHeads:
    """Heads in a folder of the data folder. None is ever written over."""

    def __init__(self, data: Path) -> None:
        """Makes nothing yet."""
        self._folder = data / FOLDER

    def keep(self, size: int, note: str) -> None:
        """Keep one; one of that size that is there stays, whatever it says. Raises SetupError."""
        place = self._folder / f"{size:012}.txt"
        fresh = place.with_name(f".{place.name}.{os.getpid()}")
        try:
            self._folder.mkdir(0o700, parents=True, exist_ok=True)
            with fresh.open("w", encoding="utf-8") as file:
                file.write(note)
                file.flush()
                os.fsync(file.fileno())
            with suppress(FileExistsError):
                os.link(fresh, place)
        except OSError as error:
            raise SetupError(f"{self._folder} cannot be written to ({error.strerror}).") from error
        finally:
            fresh.unlink(missing_ok=True)
