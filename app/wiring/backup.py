"""What belongs in a backup, and how does it come back?

The database, the documents of the website, and the heads of the journal. The keys are apart, unless somebody
wants them in: then the backup is sealed. Nothing is changed before all of it was read and looked through.
"""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, select

from app.adapters.archive.archive import Progress, read_archive, write_archive
from app.adapters.files.document_shelf import FileShelf
from app.adapters.files.journal_key import KEY, PUBLIC
from app.adapters.files.kept_heads import FOLDER as HEADS
from app.adapters.files.key_ring import FOLDER as KEYS
from app.adapters.store import postgres_copy, sqlite_copy, told
from app.adapters.store.engine import open_engine, reading
from app.adapters.store.journal_tables import journal_entries
from app.adapters.store.sealed_columns import open_one_of_each
from app.adapters.store.upgrade import is_known, revision_of, upgrade
from app.domain.errors import BackupError, StoreError
from app.wiring.ground import Ground
from app.wiring.places import VERSION

_FORMAT = 1
_FIRST_KEY = "sendwell.key"
_DOCUMENTS = "documents"
_BESIDE = ".backup-"
Rows = Iterator[tuple[int, str | None, bytes, bytes | None]]
Look = Callable[[Rows, str, Sequence[Path]], None]
"""Looks through the rows of a journal, with its public key and the heads kept of it; raises to refuse."""


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
            "format": _FORMAT,
            "version": VERSION,
            "made": self._ground.clock.now().isoformat(),
        }
        try:
            with _beside(self._settings.data) as folder:
                files: dict[str, Path] = {}
                if which is not WhichKeys.ONLY:
                    facts |= self._copy(folder, tell)
                if which is not WhichKeys.APART:
                    files |= {f"keys/{name}": path for name, path in self._keys().items()}
                files |= {str(p.relative_to(folder)): p for p in sorted(folder.rglob("*")) if p.is_file()}
                write_archive(file, files, facts, passphrase, tell)
        finally:
            self._ground.engine.dispose()

    def put_back(
        self, file: Path, passphrase: str, look: Look, tell: Progress, *, may_overwrite: bool
    ) -> Mapping[str, Any]:
        """Put an installation back as it was; its list. Until the last step the old one is there, whole.

        Raises:
            BackupError: the backup is damaged, of something else, its keys are not here, or something
                would be lost.
            StoreError: the database cannot take it.
        """
        with _beside(self._place_of_database()) as folder:
            facts = read_archive(file, folder, passphrase, tell)
            if facts.get("format") != _FORMAT or not is_known(facts.get("revision", "") or "base"):
                raise BackupError(
                    "The backup was made by a newer version of Sendwell. Install that version first."
                )
            if "database" in facts:
                self._refuse_to_lose(facts, may_overwrite=may_overwrite)
            self._bring_keys(folder / "keys")
            if "database" in facts:
                facts["lost"] = self._bring_back(folder, facts, look)
        return facts

    def _copy(self, folder: Path, tell: Progress) -> dict[str, Any]:
        """The documents before and after the database: whatever it names then, one of the two has."""
        engine = self._ground.engine
        self._ground.journal_key  # noqa: B018 - makes the public half, which goes along
        self._link_documents(folder)
        tell("copied", 0, 1)
        if engine.dialect.name == "sqlite":
            sqlite_copy.copy_out(_file_of(engine), folder)
        else:
            postgres_copy.copy_out(engine, folder)
        self._link_documents(folder)
        for path in (self._settings.data / HEADS).glob("*.txt"):
            _copied(path, folder / HEADS / path.name)
        _copied(self._settings.data / PUBLIC, folder / PUBLIC)
        with reading(engine) as connection:
            return {"database": engine.dialect.name, "revision": revision_of(connection)}

    def _link_documents(self, folder: Path) -> None:
        """A file that is named by what is in it never changes, so a second name for it is a copy."""
        shelf = self._settings.data / _DOCUMENTS
        for path in shelf.glob("??/??/*"):
            place = folder / _DOCUMENTS / path.relative_to(shelf)
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
        found = [folder / _FIRST_KEY, folder / KEY, *sorted((folder / KEYS).rglob("*.key"))]
        return {str(path.relative_to(folder)): path for path in found if path.is_file()}

    def _refuse_to_lose(self, facts: Mapping[str, Any], *, may_overwrite: bool) -> None:
        engine = open_engine(self._settings.database)
        kind = engine.dialect.name
        if facts["database"] != kind:
            raise BackupError(
                f"The backup is of a {facts['database']} database, and SENDWELL_DATABASE_URL names {kind}."
            )
        try:
            is_there = (
                sqlite_copy.is_there(_file_of(engine)) if kind == "sqlite" else postgres_copy.is_there(engine)
            )
        finally:
            engine.dispose()
        if is_there and not may_overwrite:
            raise BackupError(
                "There is a database already. To lose it and put the backup in its place: --overwrite."
            )

    def _bring_keys(self, given: Path) -> None:
        """Keys are added and never replaced: other ones here belong to another installation."""
        brought = {path.relative_to(given): path for path in sorted(given.rglob("*.key"))}
        for name, path in brought.items():
            here = self._settings.keys / name
            if here.exists() and here.read_bytes() != path.read_bytes():
                raise BackupError(
                    f"{here} is another key than the backup’s. Move it away if nothing needs it."
                )
        for name, path in brought.items():
            _copied(path, self._settings.keys / name)

    def _bring_back(self, folder: Path, facts: Mapping[str, Any], look: Look) -> int:
        """How many entries the journal here is known to have had more."""
        if not (self._settings.keys / _FIRST_KEY).exists() or not (self._settings.keys / KEY).exists():
            raise BackupError(
                f"The keys that belong to this backup are not in {self._settings.keys}. Put them back first: "
                "they are in a backup of their own, or in the folder that was kept."
            )
        public = (folder / PUBLIC).read_text(encoding="ascii")
        if public.strip() != self._ground.journal_key.verifier_key:
            raise BackupError("The keys here belong to another installation than the backup.")
        heads = sorted((folder / HEADS).glob("*.txt"))

        def looked(connection: Connection) -> None:
            look(_journal_of(connection), public, heads)
            try:
                open_one_of_each(connection, self._ground.keys)
            except StoreError:
                self._ground.keys.recall()
                open_one_of_each(connection, self._ground.keys)

        self._bring_documents(folder / _DOCUMENTS)
        engine = open_engine(self._settings.database)
        try:
            if engine.dialect.name == "sqlite":
                copy = folder / sqlite_copy.FILE
                _looked_through(copy, looked)
                sqlite_copy.put_back(copy, _file_of(engine))
            else:
                postgres_copy.put_back(engine, folder, str(facts["revision"]), looked)
        finally:
            engine.dispose()
        return self._after(heads)

    def _bring_documents(self, folder: Path) -> None:
        """Before the database: a document that nothing names does no harm."""
        shelf = FileShelf(self._settings.data / _DOCUMENTS)
        for path in folder.rglob("*"):
            if path.is_file() and shelf.put(path.read_bytes()) != path.name:
                raise BackupError("The backup is damaged: one of its documents is not what was written.")

    def _after(self, heads: Sequence[Path]) -> int:
        """Heads that are further on than the journal now are of what was lost; then the journal is told."""
        kept = self._settings.data / HEADS
        for path in heads:
            _copied(path, kept / path.name)
        head = self._ground.journal.head()
        size, day = head.size if head else 0, self._ground.clock.now().date().isoformat()
        further = [p for p in kept.glob("*.txt") if p.stem.isdecimal() and int(p.stem) > size]
        for path in further:
            aside = kept / f"before-{day}"
            aside.mkdir(0o700, exist_ok=True)
            path.replace(aside / path.name)
        self._ground.journal.tell(told.administered("restored", "", size, "", self._ground.journal))
        self._ground.engine.dispose()
        return max((int(path.stem) - size for path in further), default=0)

    def _place_of_database(self) -> Path:
        """On the same disk, so that the last step is one step."""
        url = self._settings.database
        return (
            Path(url.removeprefix("sqlite:///")).parent
            if url.startswith("sqlite:///")
            else self._settings.data
        )


def _looked_through(copy: Path, look: Callable[[Connection], None]) -> None:
    """The copy is brought to today's schema and looked at before it counts."""
    engine = open_engine(f"sqlite:///{copy}")
    try:
        upgrade(engine)
        with reading(engine) as connection:
            look(connection)
    finally:
        engine.dispose()
    with copy.open("rb") as content:
        os.fsync(content.fileno())


def _journal_of(connection: Connection) -> Rows:
    rows = connection.execution_options(yield_per=2000).execute(select(journal_entries).order_by("number"))
    for row in rows:
        yield row.number, row.text, row.hashes, row.signature


def _file_of(engine: Engine) -> Path:
    file = engine.url.database
    if not file or file == ":memory:":
        raise BackupError("A database that is only in memory cannot be copied.")
    return Path(file)


def _copied(path: Path, place: Path) -> None:
    """Only its owner's; whole or not there."""
    place.parent.mkdir(0o700, parents=True, exist_ok=True)
    beside = place.with_name(f".{place.name}.{os.getpid()}")
    with open(beside, "wb", opener=lambda p, flags: os.open(p, flags, 0o600)) as out:
        out.write(path.read_bytes())
        out.flush()
        os.fsync(out.fileno())
    beside.replace(place)


@contextmanager
def _beside(folder: Path) -> Iterator[Path]:
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
