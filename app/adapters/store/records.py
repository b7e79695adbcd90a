"""What is kept of each check, for later replay?

Counts, rule ids, keyed hashes and timings; never text. A record is durable when `add` returns.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from datetime import date, datetime

from sqlalchemy import Engine, Row, delete, insert, select

from app.adapters.store.engine import reading, writing
from app.adapters.store.keyed_hash import KeyedHash
from app.adapters.store.tables import check_records
from app.ports import CheckRecord

_LONGEST_FACT = 120
_AT_A_TIME = 10_000


class SqlCheckRecords:
    """Feature records in a database."""

    def __init__(self, engine: Engine, key: bytes) -> None:
        """Opens nothing yet; `key` never reaches the database."""
        self._engine, self._hash = engine, KeyedHash(key)

    def add(self, record: CheckRecord) -> None:
        """Keep one record. Dates become ISO text; a long text is cut, so that no draft fits in."""
        row = {f.name: _plain(getattr(record, f.name)) for f in fields(record)} | {"at": record.at}
        with writing(self._engine) as connection:
            connection.execute(insert(check_records).values(row))

    def recent(self, limit: int, moment: str = "") -> Iterator[CheckRecord]:
        """The newest records, newest first; a page is held at a time, however many are asked for."""
        newest = select(check_records).order_by(check_records.c.id.desc())
        if moment:
            newest = newest.where(check_records.c.moment == moment)
        page, left = newest, max(0, limit)
        while left:
            with reading(self._engine) as connection:
                rows = connection.execute(page.limit(min(left, _AT_A_TIME))).all()
            yield from map(_record, rows)
            left = left - len(rows) if len(rows) == _AT_A_TIME else 0
            if left:
                page = newest.where(check_records.c.id < rows[-1].id)

    def forget_before(self, moment: datetime) -> int:
        """Delete what is older than `moment`, some at a time: other writers get their turn."""
        old = select(check_records.c.id).where(check_records.c.at < moment).limit(_AT_A_TIME)
        forgotten = 0
        while True:
            with writing(self._engine) as connection:
                done = connection.execute(delete(check_records).where(check_records.c.id.in_(old)))
            forgotten += done.rowcount
            if done.rowcount < _AT_A_TIME:
                return forgotten

    def keyed_hash(self, value: str) -> str:
        """HMAC-SHA-256 of `value` under the installation's key, hex."""
        return self._hash.value(value)


def _plain(value: object) -> object:
    """What both databases can keep as JSON and give back the same."""
    if isinstance(value, Mapping):
        return {str(_plain(str(key))): _plain(item) for key, item in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_plain(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str):
        return value[:_LONGEST_FACT].encode(errors="replace").decode().replace("\0", "")
    if isinstance(value, float) and not math.isfinite(value):
        return None
    if value is None or isinstance(value, bool | int | float):
        return value
    raise TypeError(f"a record cannot hold a {type(value).__name__}")


def _record(row: Row[tuple[object, ...]]) -> CheckRecord:
    return CheckRecord(**{name: value for name, value in row._mapping.items() if name != "id"})  # noqa: SLF001 (public in SQLAlchemy)
