"""How is a SQLite database copied while it is written to, and put back all at once?

By SQLite's own backup, which is one consistent view. Put back, the copy takes the old file's place in one
step, when nobody else has it open: a kill before leaves the old one, a kill after the new one.
"""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from app.domain.errors import BackupError

FILE = "database/sendwell.db"
_WAIT_S = 5


def copy_out(database: Path, folder: Path) -> None:
    """A copy in one file, looked through. Raises BackupError."""
    place = folder / FILE
    place.parent.mkdir(0o700, parents=True)
    os.close(os.open(place, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    try:
        with closing(_opened(database)) as source, closing(sqlite3.connect(place)) as copy:
            source.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")
            (said,) = copy.execute("PRAGMA integrity_check(1)").fetchone()
    except sqlite3.Error as error:
        raise BackupError(f"The database cannot be copied ({error}).") from None
    if said != "ok":
        raise BackupError("The database is damaged. Restore it from an earlier backup.")


def is_there(database: Path) -> bool:
    """Whether there is a database that would be lost."""
    return database.exists() and database.stat().st_size > 0


def put_back(copy: Path, database: Path) -> None:
    """The copy in place of the database. Raises BackupError when somebody else has that open."""
    try:
        database.parent.mkdir(0o700, parents=True, exist_ok=True)
        with closing(sqlite3.connect(database, timeout=_WAIT_S, isolation_level=None)) as old:
            _alone(old)
            copy.replace(database)
            for beside in ("-wal", "-shm", "-journal"):
                database.with_name(database.name + beside).unlink(missing_ok=True)
        handle = os.open(database.parent, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
    except sqlite3.Error as error:
        raise BackupError(
            f"The database is in use ({error}). Stop the service on every machine, then restore again."
        ) from None
    except OSError as error:
        raise BackupError(f"The database cannot be put in its place ({error.strerror}).") from error


def _alone(old: sqlite3.Connection) -> None:
    """Only with nobody else there can the write-ahead log be folded in; it must not meet the new file.

    A damaged database has nothing to fold in.
    """
    try:
        old.execute("PRAGMA locking_mode=EXCLUSIVE")
        (mode,) = old.execute("PRAGMA journal_mode=DELETE").fetchone()
        if mode != "delete":
            raise sqlite3.OperationalError("database is locked")
        old.execute("BEGIN EXCLUSIVE")
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode not in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}:
            raise


def _opened(database: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{database.resolve().as_uri()}?mode=ro", uri=True, timeout=_WAIT_S)
