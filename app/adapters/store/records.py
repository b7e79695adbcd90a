"""What is kept of each check, for later replay?

Counts, rule ids, keyed hashes and timings; never text. A record of a check at Send is durable when `add`
returns; that of a check while somebody writes outlives the process.
"""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from datetime import date, datetime
from typing import Any

from sqlalchemy import Engine, Executable, Row, delete, func, insert, select
from sqlalchemy.dialects import postgresql, sqlite

from app.adapters.store import told
from app.adapters.store.engine import reading, writing
from app.adapters.store.keyed_hash import KeyedHash
from app.adapters.store.tables import check_records, rules_shown
from app.adapters.store.told import UNTOLD, Telling
from app.domain.draft import Moment
from app.domain.verdict import Mode
from app.ports import CheckRecord, SenderRecord

_LONGEST_FACT = 120
_AT_A_TIME = 10_000
_MOST_TOLD = 20_000
_ADDED = insert(check_records)


class SqlCheckRecords:
    """Feature records in a database."""

    def __init__(self, engine: Engine, key: bytes, journal: Telling = UNTOLD) -> None:
        """Opens nothing yet; `key` never reaches the database."""
        self._engine, self._hash, self._journal = engine, KeyedHash(key), journal
        self._shown, self._told = _newest_day(engine), _Told()

    def add(self, record: CheckRecord) -> None:
        """Keep one record. Dates become ISO text; a long text is cut, so that no draft fits in."""
        row = {f.name: _plain(getattr(record, f.name)) for f in fields(record)} | {"at": record.at}
        rules = sorted({said["rule"] for said in record.rules if said.get("mode") != Mode.TRIAL})
        shown = self._told.news(rules, record.sender_hash, record.at.date()) if record.sender_hash else []
        with writing(self._engine, is_lasting=record.moment == Moment.SEND) as connection:
            connection.execute(_ADDED, row)
            if shown:
                connection.execute(self._shown, shown)
            self._journal.write(connection, *told.checked(record))
        self._told.keep(shown)

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

    def of_sender(self, sender_hash: str) -> Sequence[SenderRecord]:
        """By the index on the sender."""
        of = check_records.c
        theirs = (
            select(of.at, of.moment, of.verdict, of.channel, of.rules)
            .where(of.sender_hash == sender_hash)
            .order_by(of.id.desc())
        )
        with reading(self._engine) as connection:
            return tuple(
                SenderRecord(r.at, r.moment, r.verdict, r.channel, tuple(rule["rule"] for rule in r.rules))
                for r in connection.execute(theirs)
            )

    def forget_before(self, moment: datetime) -> int:
        """Delete what is older than `moment`, some at a time: other writers get their turn."""
        self._told.forget()
        with writing(self._engine) as connection:
            connection.execute(delete(rules_shown).where(rules_shown.c.last_day < moment.date()))
        old = select(check_records.c.id).where(check_records.c.at < moment).limit(_AT_A_TIME)
        forgotten = 0
        while True:
            with writing(self._engine) as connection:
                done = connection.execute(delete(check_records).where(check_records.c.id.in_(old)))
            forgotten += done.rowcount
            if done.rowcount < _AT_A_TIME:
                return forgotten

    def shown_to(self, since: date, rule: str = "") -> Mapping[str, int]:
        """A row is a rule and a sender."""
        counted = (
            select(rules_shown.c.rule, func.count())
            .where(rules_shown.c.last_day >= since)
            .group_by(rules_shown.c.rule)
        )
        if rule:
            counted = counted.where(rules_shown.c.rule == rule)
        with reading(self._engine) as connection:
            return {name: many for name, many in connection.execute(counted)}  # noqa: C416 - rows are no pairs to mypy

    def keyed_hash(self, value: str) -> str:
        """HMAC-SHA-256 of `value` under the installation's key, hex."""
        return self._hash.value(value)


class _Told:
    """The rows of `rules_shown` that this process wrote: else each check of a draft would say them again."""

    def __init__(self) -> None:
        self._rows: set[tuple[str, str, date]] = set()

    def news(self, rules: Iterable[str], sender_hash: str, day: date) -> list[dict[str, Any]]:
        """The rows that were not written yet."""
        return [
            {"rule": rule, "sender_hash": sender_hash, "last_day": day}
            for rule in rules
            if (rule, sender_hash, day) not in self._rows
        ]

    def keep(self, rows: Iterable[Mapping[str, Any]]) -> None:
        """They are in the database now."""
        if len(self._rows) > _MOST_TOLD:
            self.forget()
        self._rows.update((row["rule"], row["sender_hash"], row["last_day"]) for row in rows)

    def forget(self) -> None:
        """Say all of them again."""
        self._rows = set()


def _newest_day(engine: Engine) -> Executable:
    """Adds a row to `rules_shown`, or moves its day on; never back."""
    # The same clause in both dialects, which SQLAlchemy has no common word for.
    row: Any = (postgresql if engine.dialect.name == "postgresql" else sqlite).insert(rules_shown)
    newest: Executable = row.on_conflict_do_update(
        index_elements=[rules_shown.c.rule, rules_shown.c.sender_hash],
        set_={"last_day": row.excluded.last_day},
        where=rules_shown.c.last_day < row.excluded.last_day,
    )
    return newest


def _plain(value: object) -> object:
    """What both databases can keep as JSON and give back the same."""
    if isinstance(value, str):
        return _cut(value)
    if isinstance(value, float) and not math.isfinite(value):
        return None
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict | Mapping):  # a dict first: what is only like one is told apart slowly
        return {_cut(str(key)): _plain(item) for key, item in value.items()}
    if isinstance(value, Sequence):
        return [_plain(item) for item in value]
    raise TypeError(f"a record cannot hold a {type(value).__name__}")


def _cut(text: str) -> str:
    if type(text) is str and len(text) <= _LONGEST_FACT and text.isascii() and "\0" not in text:
        return text  # as nearly all are, two hundred in a record
    return text[:_LONGEST_FACT].encode(errors="replace").decode().replace("\0", "")


def _record(row: Row[tuple[object, ...]]) -> CheckRecord:
    return CheckRecord(**{name: value for name, value in row._mapping.items() if name != "id"})  # noqa: SLF001 (public in SQLAlchemy)
