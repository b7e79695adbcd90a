"""What did Exchange say of the readers of drafts, and with which tokens may it be asked?

Both lie sealed under codes, each for a limited time, and any worker sees what another kept. What does not
open any more (its key is gone) is as if it were not there: it can be had again.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict
from datetime import date, datetime

from sqlalchemy import Engine, Executable, Table, delete, func, select
from sqlalchemy.dialects import postgresql, sqlite

from app.adapters.store.engine import reading, writing
from app.adapters.store.exchange_tables import exchange_facts, exchange_tokens
from app.adapters.store.keyed_hash import KeyedHash
from app.adapters.store.sealed import Seal, ring_of
from app.domain.errors import StoreError
from app.domain.mailbox_facts import MailboxFacts
from app.key_ports import KeyRing

_AT_ONCE = 500
_PATIENCE_MS = 1_000
_AS_ASKED = ("is_moderated", "is_restricted")


class _Shelf:
    """Sealed rows by code, until a moment."""

    def __init__(self, engine: Engine, keys: KeyRing | bytes, table: Table, purpose: str) -> None:
        self._engine, self._table, self._seal = engine, table, Seal(keys, purpose)

    def held(self, codes: Iterable[str], at: datetime) -> Mapping[str, bytes]:
        of, found = self._table.c, {}
        with reading(self._engine) as connection:
            for some in _portions(list(codes)):
                wanted = select(of.code, of.sealed).where(of.code.in_(some), of.until > at)
                for code, sealed in connection.execute(wanted):
                    with suppress(StoreError):
                        found[code] = self._seal.open(sealed, code)
        return found

    def keep(self, rows: Iterable[tuple[str, bytes, datetime]], at: datetime) -> None:
        made = [
            {"code": code, "sealed": self._seal.close(plain, code), "until": until}
            for code, plain, until in rows
        ]
        with writing(self._engine, _PATIENCE_MS) as connection:
            connection.execute(delete(self._table).where(self._table.c.until <= at))
            if made:
                connection.execute(self._upsert(), sorted(made, key=lambda row: str(row["code"])))

    def drop(self, code: str) -> None:
        with writing(self._engine, _PATIENCE_MS) as connection:
            connection.execute(delete(self._table).where(self._table.c.code == code))

    def count(self, at: datetime) -> int:
        wanted = select(func.count()).select_from(self._table).where(self._table.c.until > at)
        with reading(self._engine) as connection:
            return connection.execute(wanted).scalar_one()

    def forget_old(self, at: datetime) -> int:
        with writing(self._engine) as connection:
            return connection.execute(delete(self._table).where(self._table.c.until <= at)).rowcount

    def _upsert(self) -> Executable:
        """One statement, so that two workers may keep the same at once; the later one stays."""
        is_postgres = self._engine.dialect.name == "postgresql"
        insert = (postgresql if is_postgres else sqlite).insert(self._table)
        new = {"sealed": insert.excluded.sealed, "until": insert.excluded.until}
        made: Executable = insert.on_conflict_do_update(index_elements=["code"], set_=new)
        return made


class SqlFactShelf:
    """What Exchange said, in a database."""

    def __init__(self, engine: Engine, keys: KeyRing | bytes) -> None:
        """Opens nothing yet."""
        self._rows = _Shelf(engine, keys, exchange_facts, "exchange facts")
        self._hash = KeyedHash(ring_of(keys).codes)

    def held(self, tenant: str, addresses: Sequence[str], at: datetime) -> Mapping[str, MailboxFacts]:
        """One look at the table for some hundred addresses."""
        codes = {self._code(tenant, address): address for address in addresses}
        found = self._rows.held(codes, at)
        return {codes[code]: facts for code, plain in found.items() if (facts := _from_plain(plain))}

    def keep(self, tenant: str, facts: Mapping[str, tuple[MailboxFacts, datetime]], at: datetime) -> None:
        """Without what depends on who asked."""
        rows = [(self._code(tenant, a), _as_plain(known), until) for a, (known, until) in facts.items()]
        self._rows.keep(rows, at)

    def count(self, at: datetime) -> int:
        """Without opening any."""
        return self._rows.count(at)

    def forget_old(self, at: datetime) -> int:
        """What is over is told to nobody; this removes it."""
        return self._rows.forget_old(at)

    def _code(self, tenant: str, address: str) -> str:
        return self._hash.value(f"exchange facts\0{tenant}\0{self._hash.address(address)}")


class SqlTokenShelf:
    """Tokens, in a database that cannot read them."""

    def __init__(self, engine: Engine, keys: KeyRing | bytes) -> None:
        """Opens nothing yet."""
        self._rows = _Shelf(engine, keys, exchange_tokens, "exchange tokens")
        self._hash = KeyedHash(ring_of(keys).codes)

    def held(self, key: str, at: datetime) -> str | None:
        """By the person's own key."""
        code = self._code(key)
        plain = self._rows.held([code], at).get(code)
        return plain.decode() if plain is not None else None

    def keep(self, key: str, token: str, until: datetime, at: datetime) -> None:
        """One a person."""
        self._rows.keep([(self._code(key), token.encode(), until)], at)

    def drop(self, key: str) -> None:
        """None is no matter."""
        self._rows.drop(self._code(key))

    def count(self, at: datetime) -> int:
        """Without opening any."""
        return self._rows.count(at)

    def forget_old(self, at: datetime) -> int:
        """What ran out opens nothing any more; this removes it."""
        return self._rows.forget_old(at)

    def _code(self, key: str) -> str:
        return self._hash.value(f"exchange tokens\0{key}")


def _portions(codes: list[str]) -> Iterable[list[str]]:
    return (codes[at : at + _AT_ONCE] for at in range(0, len(codes), _AT_ONCE))


def _as_plain(facts: MailboxFacts) -> bytes:
    shared = {
        name: said for name, said in asdict(facts).items() if name not in _AS_ASKED and said is not None
    }
    if facts.away_until is not None:
        shared["away_until"] = facts.away_until.isoformat()
    return json.dumps(shared, separators=(",", ":")).encode()


def _from_plain(plain: bytes) -> MailboxFacts | None:
    """None for a row of another version of ours."""
    try:
        said = json.loads(plain)
        if "away_until" in said:
            said["away_until"] = date.fromisoformat(said["away_until"])
        return MailboxFacts(**said)
    except (ValueError, TypeError):
        return None
