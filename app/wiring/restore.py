"""How does a backup come back?

Nothing is changed before all of it was read and looked through; until the last step the old installation is
there, whole.
"""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, select

from app.adapters.archive.archive import Progress, read_archive
from app.adapters.files.document_shelf import FileShelf
from app.adapters.files.journal_key import KEY, PUBLIC
from app.adapters.files.kept_heads import FOLDER as HEADS
from app.adapters.store import postgres_copy, sqlite_copy, told
from app.adapters.store.engine import open_engine, reading
from app.adapters.store.journal_tables import journal_entries
from app.adapters.store.sealed_columns import open_one_of_each
from app.adapters.store.upgrade import is_known, upgrade
from app.domain.errors import BackupError, StoreError
from app.wiring.copies import DOCUMENTS, FIRST_KEY, FORMAT, beside, copied, file_of
from app.wiring.ground import Ground

Rows = Iterator[tuple[int, str | None, bytes, bytes | None]]
Look = Callable[[Rows, str, Sequence[Path]], None]
"""Looks through the rows of a journal, with its public key and the heads kept of it; raises to refuse."""


class Restore:
    """Puts an installation back."""

    def __init__(self, ground: Ground) -> None:
        """Nothing is opened yet."""
        self._ground, self._settings = ground, ground.settings

    def put_back(
        self, file: Path, passphrase: str, look: Look, tell: Progress, *, may_overwrite: bool
    ) -> Mapping[str, Any]:
        """Put an installation back as it was; its list. Until the last step the old one is there, whole.

        Raises:
            BackupError: the backup is damaged, of something else, its keys are not here, or something
                would be lost.
            StoreError: the database cannot take it.
        """
        with beside(self._place_of_database()) as folder:
            facts = read_archive(file, folder, passphrase, tell)
            if facts.get("format") != FORMAT or not is_known(facts.get("revision", "") or "base"):
                raise BackupError(
                    "The backup was made by a newer version of Sendwell. Install that version first."
                )
            if "database" in facts:
                self._refuse_to_lose(facts, may_overwrite=may_overwrite)
            self._bring_keys(folder / "keys")
            if "database" in facts:
                facts["lost"] = self._bring_back(folder, facts, look)
        return facts

    def _refuse_to_lose(self, facts: Mapping[str, Any], *, may_overwrite: bool) -> None:
        engine = open_engine(self._settings.database)
        kind = engine.dialect.name
        if facts["database"] != kind:
            raise BackupError(
                f"The backup is of a {facts['database']} database, and SENDWELL_DATABASE_URL names {kind}."
            )
        try:
            is_there = (
                sqlite_copy.is_there(file_of(engine)) if kind == "sqlite" else postgres_copy.is_there(engine)
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
            copied(path, self._settings.keys / name)

    def _bring_back(self, folder: Path, facts: Mapping[str, Any], look: Look) -> int:
        """How many entries the journal here is known to have had more."""
        if not (self._settings.keys / FIRST_KEY).exists() or not (self._settings.keys / KEY).exists():
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

        self._bring_documents(folder / DOCUMENTS)
        engine = open_engine(self._settings.database)
        try:
            if engine.dialect.name == "sqlite":
                copy = folder / sqlite_copy.FILE
                _looked_through(copy, looked)
                sqlite_copy.put_back(copy, file_of(engine))
            else:
                postgres_copy.put_back(engine, folder, str(facts["revision"]), looked)
        finally:
            engine.dispose()
        return self._after(heads)

    def _bring_documents(self, folder: Path) -> None:
        """Before the database: a document that nothing names does no harm."""
        shelf = FileShelf(self._settings.data / DOCUMENTS)
        for path in folder.rglob("*"):
            if path.is_file() and shelf.put(path.read_bytes()) != path.name:
                raise BackupError("The backup is damaged: one of its documents is not what was written.")

    def _after(self, heads: Sequence[Path]) -> int:
        """Heads that are further on than the journal now are of what was lost; then the journal is told."""
        kept = self._settings.data / HEADS
        for path in heads:
            copied(path, kept / path.name)
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
