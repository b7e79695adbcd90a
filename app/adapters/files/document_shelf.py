"""Where do the files of the website lie?

In a folder, each under the SHA-256 of its bytes. A file is written beside its place, brought to the disk and
then moved there, so it is there whole or not at all; reading it, its bytes are summed again.
"""

import hashlib
import os
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile

from app.domain.errors import StoreError

_DIGITS = frozenset("0123456789abcdef")
_LENGTH = 64


class FileShelf:
    """A folder of files that are known by what is in them."""

    def __init__(self, folder: Path) -> None:
        """The folder is made on first use."""
        self._folder = folder

    def put(self, content: bytes) -> str:
        """Keep it, durably, once; its id. Raises StoreError when it cannot be written."""
        number = hashlib.sha256(content).hexdigest()
        place = self._place(number)
        if self.get(number) is not None:
            return number
        try:
            place.parent.mkdir(0o700, parents=True, exist_ok=True)
            self._write(place, content)
        except OSError as error:
            raise StoreError(f"The document could not be kept ({error.strerror}).") from error
        return number

    def get(self, number: str) -> bytes | None:
        """The file, unchanged to the byte; None when it is not there, or is damaged."""
        if len(number) != _LENGTH or not _DIGITS.issuperset(number):
            return None
        try:
            content = self._place(number).read_bytes()
        except OSError:
            return None
        return content if hashlib.sha256(content).hexdigest() == number else None

    def drop(self, number: str) -> None:
        """Delete it; one that is not there is gone already."""
        with suppress(OSError):
            self._place(number).unlink()

    def _place(self, number: str) -> Path:
        return self._folder / number[:2] / number[2:4] / number

    @staticmethod
    def _write(place: Path, content: bytes) -> None:
        with NamedTemporaryFile(dir=place.parent, prefix=".", delete=False) as beside:
            written = Path(beside.name)
            try:
                beside.write(content)
                beside.flush()
                os.fsync(beside.fileno())
                written.replace(place)
            except BaseException:
                written.unlink(missing_ok=True)
                raise
        folder = os.open(place.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
