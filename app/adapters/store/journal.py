"""How is the journal kept in a database, so that adding costs the same however long it is?

Whoever tells something holds the one lock of the journal until the end of their transaction, in which what is
told of is kept as well: both are there, or neither.
"""

import secrets
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Protocol

import structlog
from sqlalchemy import Connection, Engine, Row, and_, func, insert, null, select, update

from app.adapters.store.engine import reading, writing
from app.adapters.store.journal_tables import journal_entries
from app.adapters.store.keyed_hash import KeyedHash
from app.domain.address import normal_address
from app.domain.errors import JournalError, StoreError
from app.domain.hash_tree import Span, Whole, consistency, fold, grow, inclusion, leaf_hash, root_of
from app.domain.journal import Entry, Fact, Kind, text_of, when
from app.journal_ports import Head, HeadSigner, KeptEntry
from app.ports import Clock

log = structlog.get_logger("sendwell.journal")
_OF = journal_entries.c
_LOCK = 0x4A4F55524E
_HASH = 32
_LAST = (1 << 63) - 1
"""No database counts further."""
_SALT_BYTES = 16
_AT_A_TIME = 5_000


class SqlJournal:
    """The journal in a database."""

    def __init__(self, engine: Engine, signer: HeadSigner, clock: Clock, key: bytes) -> None:
        """Opens nothing yet; `key` is the installation's, makes codes of people, and is not kept here."""
        self._engine, self._signer, self._clock = engine, signer, clock
        self._hash = KeyedHash(key)

    def code(self, person: str) -> str:
        """By the address, where one is told beside a name: one code, however histories name somebody."""
        known = normal_address(person.rpartition("(")[2].rstrip(")")) or person.strip().lower()
        return self._hash.value(known) if known else ""

    def tell(self, *entries: Entry) -> None:
        """In a transaction of its own."""
        with writing(self._engine) as connection:
            self.write(connection, *entries)

    def write(self, connection: Connection, *entries: Entry) -> None:
        """In the transaction of what it tells of."""
        if not entries:
            return
        if connection.dialect.name == "postgresql":  # on SQLite the write lock is held already
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK})")
        at, size = self._clock.now(), _size(connection)
        known = _wholes(connection, [Span(0, size)])
        wholes = [known[whole] for whole in Span(0, size).wholes()]
        self._only_after_what_was_signed(connection, size, wholes)
        rows: list[dict[str, object]] = []
        for number, entry in enumerate(entries, size):
            text = text_of(entry, number, at, secrets.token_hex(_SALT_BYTES))
            hashes = b"".join(grow(wholes, number, leaf_hash(text.encode())))
            rows.append({"number": number, "text": text, "hashes": hashes, "signature": None})
        rows[-1]["signature"] = self._signer.sign(size + len(rows), fold(wholes))
        connection.execute(insert(journal_entries), rows)

    def head(self) -> Head | None:
        """The last row is the end of a batch, so it is signed."""
        newest = select(_OF.number, _OF.signature).order_by(_OF.number.desc()).limit(1)
        with reading(self._engine) as connection:
            last = connection.execute(newest).one_or_none()
            if last is None:
                return None
            size = last.number + 1
            root = root_of(Span(0, size), _wholes(connection, [Span(0, size)]).__getitem__)
            return Head(size, root, last.signature or b"")

    def entries(self, start: int = 0, stop: int | None = None) -> Iterator[KeptEntry]:
        """A page is held at a time."""
        while stop is None or start < stop:
            end = start + _AT_A_TIME if stop is None else min(stop, start + _AT_A_TIME)
            page = select(journal_entries).where(_OF.number >= start, _OF.number < end).order_by(_OF.number)
            with reading(self._engine) as connection:
                rows = connection.execute(page).all()
            yield from map(_kept, rows)
            if not rows:
                return
            start = end

    def inclusion(self, number: int, size: int) -> Sequence[bytes]:
        """Reads a few dozen rows by their numbers, in one question."""
        return self._proof(lambda: inclusion(number, size), size)

    def consistency(self, old: int, new: int) -> Sequence[bytes]:
        """Likewise."""
        return self._proof(lambda: consistency(old, new), new)

    def forget_before(self, moment: datetime, spare: Collection[str] = ()) -> int:
        """What is told of it is signed together with everything else."""
        with writing(self._engine) as connection:
            below = _first_since(connection, moment)
            is_told = and_(_OF.number < below, _OF.text.is_not(None))
            old = update(journal_entries).where(is_told)
            old = old.where(*(~_OF.text.contains(one, autoescape=True) for one in spare))
            many = connection.execute(old.values(text=null())).rowcount
            if many:
                kept = select(func.count()).select_from(journal_entries).where(is_told)
                said: dict[str, Fact] = {"below": below, "kept": connection.execute(kept).scalar_one()}
                self.write(connection, Entry(Kind.FORGETTING, said))
            return many

    def _only_after_what_was_signed(self, connection: Connection, size: int, wholes: Sequence[bytes]) -> None:
        """Whoever changed the rows has no key, and must not have the next signature stand for them."""
        if not size:
            return
        last = connection.execute(select(_OF.signature).where(_OF.number == size - 1)).scalar()
        if last != self._signer.sign(size, fold(wholes)):
            log.error("the journal is not as it was signed")
            raise StoreError(_DAMAGED)

    def _proof(self, made_of: "_Spans", size: int) -> Sequence[bytes]:
        """One question: the rows of the proof, and the one that says that there are so many."""
        try:
            spans = made_of()
        except ValueError:
            raise JournalError("The journal has no such entry, or never had that size.") from None
        wanted = [whole for span in spans for whole in span.wholes()]
        with reading(self._engine) as connection:
            held = _hashes(connection, {size - 1, *(whole.completed_by for whole in wanted)})
        if size and size - 1 not in held:
            raise JournalError(f"The journal has no {size} entries.")
        known = _found(held, wanted)
        return tuple(root_of(span, known.__getitem__) for span in spans)


class _Spans(Protocol):
    def __call__(self) -> list[Span]: ...


def _size(connection: Connection) -> int:
    return int(connection.execute(select(func.coalesce(func.max(_OF.number) + 1, 0))).scalar_one())


def _first_since(connection: Connection, moment: datetime) -> int:
    """The first entry that is not before `moment`, by halves: what was forgotten is older than all."""
    low, high = 0, _size(connection)
    while low < high:
        middle = (low + high) // 2
        text = connection.execute(select(_OF.text).where(_OF.number == middle)).scalar()
        if text is None or when(text) < moment:
            low = middle + 1
        else:
            high = middle
    return low


def _wholes(connection: Connection, spans: Sequence[Span]) -> dict[Whole, bytes]:
    """The hashes of the whole subtrees of some spans, from the rows that completed them.

    Raises:
        StoreError: rows are missing or damaged.
    """
    wanted = [whole for span in spans for whole in span.wholes()]
    return _found(_hashes(connection, {whole.completed_by for whole in wanted}), wanted) if wanted else {}


def _hashes(connection: Connection, numbers: Collection[int]) -> dict[int, bytes]:
    """What those of the rows that there are have completed; a number that no row can have has none."""
    rows = select(_OF.number, _OF.hashes).where(_OF.number.in_([n for n in numbers if n <= _LAST]))
    return {number: hashes for number, hashes in connection.execute(rows)}  # noqa: C416 - rows are no pairs to mypy


def _found(held: Mapping[int, bytes], wanted: Iterable[Whole]) -> dict[Whole, bytes]:
    """Each hash from its row. Raises StoreError."""
    found = {w: held.get(w.completed_by, b"")[w.level * _HASH : (w.level + 1) * _HASH] for w in wanted}
    if any(len(one) != _HASH for one in found.values()):
        log.error("hashes of the journal are missing")
        raise StoreError(_DAMAGED)
    return found


_DAMAGED = (
    "The journal is not as it was signed, so nothing is added. Run `sendwell journal verify`; if journal.key"
    " is another one than on the other hosts or before, restore the right one from the backup."
)


def _kept(row: Row[tuple[object, ...]]) -> KeptEntry:
    return KeptEntry(**row._mapping)  # noqa: SLF001 (public in SQLAlchemy)
