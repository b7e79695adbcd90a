"""Where do directories lie that are not in force: the one before the last import, and one being looked at?

Both are one sealed row. The one before can be brought back for two weeks, the other put in force for a day.
"""

import base64
import json
import zlib
from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from sqlalchemy import Connection, Engine, Table, delete, insert, select, update

from app.adapters.store.address_book import ADDRESSES
from app.adapters.store.directory_tables import directory_shelf, placements, refused_addresses
from app.adapters.store.engine import reading, writing
from app.adapters.store.sealed import Seal
from app.adapters.store.tables import addresses, directory_state, mail_domains, schools
from app.domain.errors import ImportFileError, StoreError
from app.domain.held_directory import LastImport
from app.domain.school import Phase, School
from app.key_ports import KeyRing
from app.ports import DirectoryContents, DirectoryEntry

BACK_FOR = timedelta(days=14)
WAITS_FOR = timedelta(days=1)
SHELF = "shelf"
"""What these rows are sealed for."""
_TABLES = (schools, addresses, mail_domains, refused_addresses)
_OF = directory_shelf.c


class SqlImportShelf:
    """Imports that are looked at, in a database."""

    def __init__(self, engine: Engine, key: KeyRing | bytes) -> None:
        """Opens nothing yet."""
        self._engine, self._seal = engine, shelf_seal(key)

    def lay(self, contents: DirectoryContents) -> str:
        """One more row."""
        row = {"id": uuid4().hex, "is_before": False, "before_at": None}
        row |= {"at": contents.imported_at, "by": contents.imported_by}
        row["sealed"] = _closed(self._seal, str(row["id"]), _as_data(contents))
        with writing(self._engine) as connection:
            connection.execute(insert(directory_shelf).values(row))
        return str(row["id"])

    def waiting(self, number: str, at: datetime) -> DirectoryContents | None:
        """As it was laid down."""
        wanted = select(directory_shelf).where(_OF.id == number, _OF.is_before.is_(False))
        with reading(self._engine) as connection:
            row = connection.execute(wanted.where(_OF.at > at - WAITS_FOR)).first()
        return _contents(_opened(self._seal, row.id, row.sealed)) if row else None

    def clear(self, number: str) -> None:
        """Never the directory before."""
        with writing(self._engine) as connection:
            connection.execute(delete(directory_shelf).where(_OF.id == number, _OF.is_before.is_(False)))


def shelf_seal(key: KeyRing | bytes) -> Seal:
    """Under which these rows lie."""
    return Seal(key, SHELF)


def keep_before(connection: Connection, seal: Seal, contents: DirectoryContents) -> None:
    """Lay the directory in force aside, in the transaction that replaces it; only the last one is kept."""
    connection.execute(delete(directory_shelf).where(_OF.is_before))
    if connection.execute(select(schools.c.urn).limit(1)).first() is None:
        return
    state = connection.execute(select(directory_state)).one()
    kept = {table.name: _rows(connection, table) for table in _TABLES}
    row = {"id": uuid4().hex, "is_before": True, "before_at": state.imported_at}
    row |= {"at": contents.imported_at, "by": contents.imported_by}
    row["sealed"] = _closed(seal, str(row["id"]), kept)
    connection.execute(insert(directory_shelf).values(row))


def last_import(connection: Connection, at: datetime) -> LastImport | None:
    """What can be taken back at that moment."""
    lately = select(_OF.at, _OF.by, _OF.before_at).where(_OF.is_before, _OF.at > at - BACK_FOR)
    row = connection.execute(lately).first()
    return LastImport(row.at, row.by, row.before_at) if row else None


def bring_back(connection: Connection, seal: Seal, at: datetime) -> None:
    """Everything as it was, but for what was moved by hand and refused since."""
    row = connection.execute(select(directory_shelf).where(_OF.is_before, _OF.at > at - BACK_FOR)).first()
    if row is None:
        raise ImportFileError("There is no import that can be taken back any more. Nothing was changed.")
    kept = _opened(seal, row.id, row.sealed)
    since = connection.execute(select(refused_addresses)).all()
    for table in reversed(_TABLES):
        connection.execute(delete(table))
    for table in _TABLES:
        _insert(connection, table, kept[table.name])
    held = {key for (key,) in connection.execute(select(addresses.c.address_hash))}
    _merge_refusals(connection, [dict(r._mapping) for r in since if r.address_hash in held])  # noqa: SLF001 (public in SQLAlchemy)
    _move_again(connection, row.at)
    connection.execute(update(directory_state).values(imported_at=row.before_at))
    connection.execute(delete(directory_shelf).where(_OF.id == row.id))


def forget_old(connection: Connection, at: datetime) -> int:
    """Delete what can no longer be brought back or put in force; the number of rows."""
    is_old = (_OF.is_before & (_OF.at <= at - BACK_FOR)) | (~_OF.is_before & (_OF.at <= at - WAITS_FOR))
    return connection.execute(delete(directory_shelf).where(is_old)).rowcount


def seal_inside(plain: bytes, ring: KeyRing) -> bytes:
    """The same row with the addresses that lie sealed in it under the newest key."""
    kept = json.loads(zlib.decompress(plain))
    held = kept.get(addresses.name)
    if held is None:
        return plain
    seal, about, sealed = Seal(ring, ADDRESSES), *map(held["columns"].index, ("address_hash", "sealed"))
    for row in held["rows"]:
        if row[sealed] is not None:
            row[sealed] = _plain(seal.close(seal.open(_bytes(row[sealed]), row[about]), row[about]))
    return zlib.compress(json.dumps(kept).encode())


def _bytes(cell: Mapping[str, str]) -> bytes:
    return base64.b64decode(cell["bytes"])


def _merge_refusals(connection: Connection, since: list[dict[str, Any]]) -> None:
    for row in since:
        known = refused_addresses.c.address_hash == row["address_hash"]
        connection.execute(delete(refused_addresses).where(known))
    if since:
        connection.execute(insert(refused_addresses), since)


def _move_again(connection: Connection, since: datetime) -> None:
    moved = select(placements).where(placements.c.at > since).order_by(placements.c.id)
    for row in connection.execute(moved).all():
        values = {"cluster": row.cluster, "officer": row.officer}
        connection.execute(update(schools).where(schools.c.urn == row.urn).values(values))


def _rows(connection: Connection, table: Table) -> dict[str, Any]:
    rows = connection.execute(select(table)).all()
    return {"columns": table.columns.keys(), "rows": [[_plain(cell) for cell in row] for row in rows]}


def _insert(connection: Connection, table: Table, kept: Mapping[str, Any]) -> None:
    if kept["columns"] != table.columns.keys():
        raise ImportFileError(
            "The last import was made by an older version of Sendwell. It cannot be taken back."
        )
    rows = [dict(zip(kept["columns"], map(_whole, row), strict=True)) for row in kept["rows"]]
    if rows:
        connection.execute(insert(table), rows)


def _plain(cell: object) -> object:
    if isinstance(cell, bytes):
        return {"bytes": base64.b64encode(cell).decode()}
    return {"at": cell.isoformat()} if isinstance(cell, datetime) else cell


def _whole(cell: Any) -> object:
    if not isinstance(cell, dict):
        return cell
    return _bytes(cell) if "bytes" in cell else datetime.fromisoformat(cell["at"])


def _closed(seal: Seal, number: str, data: Mapping[str, Any]) -> bytes:
    return seal.close(zlib.compress(json.dumps(data).encode()), number)


def _opened(seal: Seal, number: str, sealed: bytes) -> Any:
    try:
        return json.loads(zlib.decompress(seal.open(sealed, number)))
    except (zlib.error, ValueError) as error:
        raise StoreError("A directory that was laid aside is damaged. Import the directory again.") from error


def _as_data(contents: DirectoryContents) -> dict[str, Any]:
    return asdict(contents) | {
        "closed": sorted(contents.closed),
        "imported_at": contents.imported_at.isoformat(),
    }


def _contents(data: Mapping[str, Any]) -> DirectoryContents:
    return DirectoryContents(
        schools=tuple(School(**school | {"phase": Phase(school["phase"])}) for school in data["schools"]),
        closed=frozenset(data["closed"]),
        entries=tuple(DirectoryEntry(**entry) for entry in data["entries"]),
        imported_at=datetime.fromisoformat(data["imported_at"]),
        keeps=data["keeps"],
        listed={urn: (cluster, officer) for urn, (cluster, officer) in data["listed"].items()},
        successors=data["successors"],
        imported_by=data["imported_by"],
        follows=data["follows"],
    )
