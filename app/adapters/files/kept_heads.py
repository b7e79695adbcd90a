"""Which heads of the journal were kept outside the database? A file each, named by its size."""

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
        try:
            self._folder.mkdir(0o700, parents=True, exist_ok=True)
            with (self._folder / f"{size:012}.txt").open("x", encoding="utf-8") as file:
                file.write(note)
        except FileExistsError:
            return
        except OSError as error:
            raise SetupError(f"{self._folder} cannot be written to ({error.strerror}).") from error
