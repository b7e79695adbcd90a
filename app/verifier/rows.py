"""Where does the verifier read a journal? From an export, or from the database, which it never changes."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import psycopg

from app.verifier.notes import UnreadableError, bytes_of

_AT_A_TIME = 2_000
_FIELDS = {"number", "text", "hashes", "signature"}
_COLUMNS = 'SELECT number, "text", hashes, signature FROM journal_entries ORDER BY number'


@dataclass(frozen=True, slots=True)
class Row:
    """One entry as it was found. `text` is None where it was forgotten; `signature` where none stands."""

    number: int
    text: str | None
    hashes: bytes
    signature: bytes | None


def of_export(lines: Iterable[str]) -> Iterator[Row]:
    """The rows of an export (JSON Lines), without its first line, which tells whose it is.

    Raises:
        UnreadableError: a line is no entry; the message names it.
    """
    for place, line in enumerate(lines, 2):
        try:
            told = json.loads(line, object_pairs_hook=_once)
            yield _of_line(told)
        except (ValueError, TypeError, KeyError, RecursionError, UnreadableError):
            raise UnreadableError(f"Line {place} of the export is no entry of a journal.") from None


def _of_line(told: dict[str, object]) -> Row:
    number, text, signature = told["number"], told["text"], told["signature"]
    if not isinstance(number, int) or isinstance(number, bool) or told.keys() != _FIELDS:
        raise TypeError
    if text is not None and not isinstance(text, str):
        raise TypeError
    return Row(number, text, bytes_of(told["hashes"]), None if signature is None else bytes_of(signature))


def of_database(url: str) -> Iterator[Row]:
    """The rows of a database (``sqlite:///file`` or ``postgresql://…``), in one consistent view.

    Raises:
        UnreadableError: it cannot be read.
    """
    try:
        if url.startswith("sqlite:///"):
            yield from _of_sqlite(Path(url.removeprefix("sqlite:///")))
        else:
            yield from _of_postgres("postgresql://" + url.partition("://")[2])
    except (sqlite3.Error, psycopg.Error, OSError):
        raise UnreadableError("The database cannot be read, or holds no journal.") from None


def _of_sqlite(file: Path) -> Iterator[Row]:
    connection = sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)
    try:
        for row in connection.execute(_COLUMNS):
            yield _row(row)
    finally:
        connection.close()


def _of_postgres(url: str) -> Iterator[Row]:
    with psycopg.connect(url) as connection:
        connection.read_only = True
        with connection.cursor("journal") as rows:
            rows.itersize = _AT_A_TIME
            rows.execute(_COLUMNS)
            for row in rows:
                yield _row(row)


def _row(row: tuple[object, ...]) -> Row:
    number, text, hashes, signature = row
    if not isinstance(number, int) or not isinstance(hashes, bytes):
        raise UnreadableError("The journal's table holds something else.")
    said = text if text is None or isinstance(text, str) else repr(text)
    return Row(number, said, hashes, signature if isinstance(signature, bytes) else None)


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    if len({name for name, _ in pairs}) != len(pairs):
        raise ValueError
    return dict(pairs)
