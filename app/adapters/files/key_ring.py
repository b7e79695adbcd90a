"""Which keys does this installation seal with, and in which order did they come?

The first is `sendwell.key`; later ones lie beside it in `keys`, numbered, each named by the day it was
made. The folder is looked at again every two seconds, and at once when something names an unknown key.
"""

import re
import threading
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from app.adapters.files.keys import installation_key, kept_key, private_key
from app.domain.errors import SetupError
from app.key_ports import SealingKey

FOLDER, RETIRED = "keys", "retired"
_NUMBERED = re.compile(r"(\d{4})-(\d{4}-\d{2}-\d{2})\.key")
LOOK_AGAIN_S = 2.0
"""So long a process may go on with the keys that it knows."""


class FileKeyRing:
    """Keys in a folder; safe to use from several threads, and agreed on by all processes that share it."""

    def __init__(self, folder: Path, now: Callable[[], float] = time.monotonic) -> None:
        """Makes the first key if there is none. Raises SetupError."""
        self._folder, self._now = folder, now
        self.codes = installation_key(folder)
        self._first = SealingKey(self.codes, "sendwell.key")
        self._lock = threading.Lock()
        self._keys: tuple[SealingKey, ...] = ()
        self._looked_at = 0.0
        self._look()

    def newest(self) -> SealingKey:
        """As of the last two seconds."""
        if self._now() - self._looked_at >= LOOK_AGAIN_S:
            self._look()
        return self._keys[-1]

    def first(self) -> SealingKey:
        """Always there, since codes are made with it."""
        return self._first

    def named(self, name: bytes) -> SealingKey | None:
        """One that is not known may be a moment old."""
        for _ in range(2):
            found = next((key for key in self._keys if key.name == name), None)
            if found is not None:
                return found
            self._look()
        return None

    def all(self) -> Sequence[SealingKey]:
        """As the folder is now."""
        self._look()
        return self._keys

    def add(self, day: date) -> SealingKey:
        """Make a key, which is the newest from now on. Raises SetupError."""
        keys = self._folder / FOLDER
        known = map(_NUMBERED.fullmatch, [*self._names(keys), *self._names(keys / RETIRED)])
        number = max([1, *(int(found[1]) for found in known if found)]) + 1
        private_key(self._folder / FOLDER, f"{number:04}-{day.isoformat()}.key")
        self._look()
        return self._keys[-1]

    def retire(self, key: SealingKey) -> None:
        """Lay a key aside that nothing is sealed under; older backups may need it. The first one stays.

        Raises:
            SetupError: the folder cannot be written to.
        """
        if key == self._first:
            return
        aside = self._folder / FOLDER / RETIRED
        try:
            aside.mkdir(0o700, exist_ok=True)
            (self._folder / FOLDER / key.label).rename(aside / key.label)
        except OSError as error:
            raise SetupError(f"{aside} cannot be written to ({error.strerror}).") from error
        self._look()

    def recall(self) -> None:
        """Bring back every key that was laid aside: a database from before needs them. Raises SetupError."""
        for name in filter(_NUMBERED.fullmatch, self._names(self._folder / FOLDER / RETIRED)):
            (self._folder / FOLDER / RETIRED / name).rename(self._folder / FOLDER / name)
        self._look()

    def made_on(self, key: SealingKey) -> date | None:
        """The day in its name; None for the first, which has none."""
        found = _NUMBERED.fullmatch(key.label)
        return date.fromisoformat(found[2]) if found else None

    def _look(self) -> None:
        with self._lock:
            names = sorted(name for name in self._names(self._folder / FOLDER) if _NUMBERED.fullmatch(name))
            if names != [key.label for key in self._keys[1:]] or not self._keys:
                later = (SealingKey(kept_key(self._folder / FOLDER / name), name) for name in names)
                self._keys = (self._first, *later)
            self._looked_at = self._now()

    @staticmethod
    def _names(folder: Path) -> list[str]:
        try:
            return [found.name for found in folder.iterdir()]
        except FileNotFoundError:
            return []
        except OSError as error:
            raise SetupError(f"The keys in {folder} cannot be read ({error.strerror}).") from error
