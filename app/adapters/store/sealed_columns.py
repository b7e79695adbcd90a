"""Where does something lie sealed in the database, and under which keys?

One row a column; whoever seals something new adds it here, or a test of the house fails. What cannot be had
again has to open and is sealed anew when the key changes; what can be had again is let go of instead.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Engine,
    LargeBinary,
    delete,
    func,
    select,
    true,
    update,
)

from app.adapters.store.address_book import ADDRESSES
from app.adapters.store.case_tables import case_words, cases
from app.adapters.store.directory_shelf import SHELF, seal_inside
from app.adapters.store.directory_tables import directory_shelf
from app.adapters.store.engine import reading, writing
from app.adapters.store.exchange_tables import exchange_facts, exchange_tokens
from app.adapters.store.keyed_hash import KeyedHash
from app.adapters.store.sealed import HEAD_BYTES, Seal, head_of
from app.adapters.store.tables import addresses
from app.domain.errors import StoreError
from app.key_ports import KeyRing, SealingKey

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class SealedColumn:
    """What lies sealed in one column.

    `about` is the column that each is bound to. `keeps` tells whether it is sealed anew; else it is let go
    of. `inside` seals anew what lies sealed within.
    """

    column: Column[bytes]
    about: Column[str]
    purpose: str
    keeps: bool = True
    inside: Callable[[bytes, KeyRing], bytes] | None = None

    @property
    def name(self) -> str:
        """The table and the column."""
        return f"{self.column.table.name}.{self.column.name}"


SEALED = (
    SealedColumn(addresses.c.sealed, addresses.c.address_hash, ADDRESSES),
    SealedColumn(directory_shelf.c.sealed, directory_shelf.c.id, SHELF, inside=seal_inside),
    SealedColumn(cases.c.sealed_sender, cases.c.id, "sender of a case"),
    SealedColumn(case_words.c.sealed_words, case_words.c.case_id, "evidence of a case"),
    SealedColumn(exchange_facts.c.sealed, exchange_facts.c.code, "exchange facts", keeps=False),
    SealedColumn(exchange_tokens.c.sealed, exchange_tokens.c.code, "exchange tokens", keeps=False),
)


def how_much_under(engine: Engine, ring: KeyRing) -> Mapping[SealingKey, int]:
    """How much lies sealed under each key of the ring; what names none of them counts for the first."""
    with reading(engine) as connection:
        found = {key: sum(_count(connection, one, _begins(one, key)) for one in SEALED) for key in ring.all()}
        everything = sum(_count(connection, one, true()) for one in SEALED)
    found[ring.first()] += everything - sum(found.values())
    return found


def seal_anew(engine: Engine, ring: KeyRing) -> Iterator[int]:
    """Bring everything under the ring's newest key, some at a time; after each portion, how much it was.

    Each portion is one transaction: killed between two, what is done is done. What somebody else changed
    meanwhile is left as they left it. Raises StoreError for what opens with no key that is here.
    """
    for one in SEALED:
        done = -1
        while done:
            with writing(engine) as connection:
                done = _portion(connection, one, ring)
            yield done


def find_one_address(connection: Connection, ring: KeyRing) -> None:
    """Raises StoreError when an address of the directory does not open, or goes by another code here.

    With another key than the one that it was imported with, every school would be taken for a stranger.
    """
    held = select(addresses.c.address_hash, addresses.c.sealed).where(addresses.c.sealed.is_not(None))
    for code, sealed in connection.execute(held.limit(1)):
        if KeyedHash(ring.codes).address(Seal(ring, ADDRESSES).open_address(sealed, code)) != code:
            raise StoreError(
                "The directory was imported with another key than the sendwell.key that is here. Restore the "
                "one that belongs to this database from the backup, or import the directory again."
            )


def open_one_of_each(connection: Connection, ring: KeyRing) -> None:
    """Raises StoreError when something that cannot be had again does not open: the keys are not those."""
    find_one_address(connection, ring)
    for one in SEALED:
        if one.keeps:
            asked = select(one.about, one.column).where(one.column.is_not(None)).limit(1)
            for about, sealed in connection.execute(asked):
                Seal(ring, one.purpose).open(sealed, about)


def _portion(connection: Connection, one: SealedColumn, ring: KeyRing) -> int:
    """Some of what is not under the newest key: how much it was."""
    table, is_old = one.column.table, one.column.is_not(None) & ~_begins(one, ring.newest())
    if not one.keeps:
        connection.execute(delete(table).where(is_old))
        return 0
    keys, seal = list(table.primary_key.columns), Seal(ring, one.purpose)
    wanted = select(*keys, one.about.label("about_it"), one.column.label("sealed_it")).where(is_old)
    rows = connection.execute(wanted.order_by(*keys).limit(_AT_ONCE)).all()
    for row in rows:
        plain = seal.open(row.sealed_it, row.about_it)
        new = seal.close(one.inside(plain, ring) if one.inside else plain, row.about_it)
        same = [key == value for key, value in zip(keys, row, strict=False)]
        changed = update(table).where(*same, one.column == row.sealed_it)
        connection.execute(changed.values({one.column.name: new}))
    return len(rows)


def _count(connection: Connection, one: SealedColumn, which: ColumnElement[bool]) -> int:
    held = select(func.count()).select_from(one.column.table).where(one.column.is_not(None), which)
    return int(connection.execute(held).scalar_one())


def _begins(one: SealedColumn, key: SealingKey) -> ColumnElement[bool]:
    return func.substr(one.column, 1, HEAD_BYTES, type_=LargeBinary) == head_of(key)
