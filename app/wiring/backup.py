"""What belongs in a backup, and how is it made while the service runs?

The database, the documents of the website, and the heads of the journal. The keys are apart, unless somebody
wants them in: then the backup is sealed.
"""

import os
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Any

from app.adapters.archive.archive import Progress, write_archive
from app.adapters.files.journal_key import KEY, PUBLIC
from app.adapters.files.kept_heads import FOLDER as HEADS
from app.adapters.files.key_ring import FOLDER as KEYS
from app.adapters.store import postgres_copy, sqlite_copy
from app.adapters.store.engine import reading
from app.adapters.store.upgrade import revision_of
from app.domain.errors import BackupError
from app.wiring.copies import DOCUMENTS, FIRST_KEY, FORMAT, beside, copied, file_of
from app.wiring.ground import Ground
from app.wiring.places import VERSION
from app.wiring.weak_points import Weak

_OLD_AFTER = timedelta(days=7)


class WhichKeys(StrEnum):
    """Where the keys go."""

    APART = "apart"
    INSIDE = "inside"
    ONLY = "only"


class Backups:
    """Copies of an installation."""

    def __init__(self, ground: Ground) -> None:
        """Nothing is opened yet."""
        self._ground, self._settings = ground, ground.settings

    def make(self, file: Path, which: WhichKeys, passphrase: str, tell: Progress) -> None:
        """Write a backup, read it back, and only then put it where it was asked for.

        Raises:
            BackupError: it cannot be made like this.
        """
        if which is not WhichKeys.APART and not passphrase:
            raise BackupError(
                "A backup with keys has to be sealed. Name a file with a passphrase: --passphrase-file."
            )
        facts: dict[str, Any] = {
            "format": FORMAT,
            "version": VERSION,
            "made": self._ground.clock.now().isoformat(),
        }
        try:
            with beside(self._settings.data) as folder:
                files: dict[str, Path] = {}
                if which is not WhichKeys.ONLY:
                    facts |= self._copy(folder, tell)
                if which is not WhichKeys.APART:
                    files |= {f"keys/{name}": path for name, path in self._keys().items()}
                files |= {str(p.relative_to(folder)): p for p in sorted(folder.rglob("*")) if p.is_file()}
                write_archive(file, files, facts, passphrase, tell)
            if which is not WhichKeys.ONLY:
                self._mark.touch(mode=0o600)
        finally:
            self._ground.engine.dispose()

    def weak(self) -> Iterator[Weak]:
        """Whether the newest is old; none may be missing for as long, counted from the first key.

        Raises SetupError when that key is lost.
        """
        self._ground.keys  # noqa: B018 - makes the first one, or says that it is lost
        is_made, first = self._mark.exists(), self._settings.keys / FIRST_KEY
        since = (self._mark if is_made else first).stat().st_mtime
        age = self._ground.clock.now() - datetime.fromtimestamp(since, UTC)
        is_late = age > _OLD_AFTER
        if is_late or not is_made:
            said = f"the last was made {age.days} days ago" if is_made else "none was made here yet"
            mend = "Run: sendwell backup FILE, each night as docs/operating/README.md says"
            yield Weak(f"{said}. {mend}", is_late and self._settings.sign_in != "local")

    @property
    def _mark(self) -> Path:
        """An empty file that is as old as the last backup with a database in it."""
        return self._settings.data / "backup-made"

    def _copy(self, folder: Path, tell: Progress) -> dict[str, Any]:
        """The documents before and after the database: whatever it names then, one of the two has."""
        engine = self._ground.engine
        self._ground.journal_key  # noqa: B018 - makes the public half, which goes along
        self._link_documents(folder)
        tell("copied", 0, 1)
        if engine.dialect.name == "sqlite":
            sqlite_copy.copy_out(file_of(engine), folder)
        else:
            postgres_copy.copy_out(engine, folder)
        self._link_documents(folder)
        for path in (self._settings.data / HEADS).glob("*.txt"):
            copied(path, folder / HEADS / path.name)
        copied(self._settings.data / PUBLIC, folder / PUBLIC)
        with reading(engine) as connection:
            return {"database": engine.dialect.name, "revision": revision_of(connection)}

    def _link_documents(self, folder: Path) -> None:
        """A file that is named by what is in it never changes, so a second name for it is a copy."""
        shelf = self._settings.data / DOCUMENTS
        for path in shelf.glob("??/??/*"):
            place = folder / DOCUMENTS / path.relative_to(shelf)
            if not path.name.startswith(".") and not place.exists():
                place.parent.mkdir(0o700, parents=True, exist_ok=True)
                try:
                    os.link(path, place)
                except FileNotFoundError:
                    continue  # deleted this moment, so nothing names it
                except OSError:
                    shutil.copyfile(path, place)

    def _keys(self) -> dict[str, Path]:
        folder = self._settings.keys
        found = [folder / FIRST_KEY, folder / KEY, *sorted((folder / KEYS).rglob("*.key"))]
        return {str(path.relative_to(folder)): path for path in found if path.is_file()}
