"""Which documents does the website have?

Their facts and words lie in the database, the files on a shelf. A file is put there, or taken away, while its
row is held, so nobody finds the one without the other.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import asdict, fields, replace
from datetime import datetime
from typing import Any, Protocol

from sqlalchemy import Connection, Engine, Row, Text, case, cast, delete, insert, or_, select, update
from sqlalchemy.exc import IntegrityError

from app.adapters.store.bulletin_tables import bulletin_items, bulletin_requests
from app.adapters.store.document_tables import documents
from app.adapters.store.engine import reading, writing
from app.adapters.store.search_tables import bulletin_words
from app.domain.bulk_request import RequestState
from app.domain.errors import StoreError
from app.domain.item import ItemState
from app.ports import Clock
from app.website_ports import DocumentFacts, Read, Scan

_ONE = documents.c
_FACTS = tuple(_ONE[each.name] for each in fields(DocumentFacts))
_SENT = (RequestState.GOING_OUT.value, RequestState.OUT.value)


class Shelf(Protocol):
    """Where the files lie, known by the SHA-256 of their bytes."""

    def put(self, content: bytes) -> str:
        """Keep a file, durably."""
        ...

    def get(self, number: str) -> bytes | None:
        """A file; None when it is not there or damaged."""
        ...

    def drop(self, number: str) -> None:
        """Delete a file."""
        ...


class SqlDocuments:
    """The documents of an installation."""

    def __init__(self, engine: Engine, shelf: Shelf, clock: Clock) -> None:
        """Opens nothing yet."""
        self._engine, self._shelf, self._clock = engine, shelf, clock

    def add(self, facts: DocumentFacts, content: bytes, words: str = "") -> DocumentFacts:
        """Whatever its facts say its id is, it is known by its bytes. Raises StoreError."""
        facts = replace(facts, id=hashlib.sha256(content).hexdigest(), size=len(content))
        row = {**asdict(facts), "words": words.replace("\0", " "), "is_out": False}
        with writing(self._engine) as connection:
            try:
                connection.execute(insert(documents).values(row))
            except IntegrityError:
                connection.rollback()
            else:
                self._shelf.put(content)
                return facts
        return self._lasting(row, content)

    def facts(self, number: str) -> DocumentFacts | None:
        """Until the moment that it expires."""
        if not number.isalnum():  # PostgreSQL takes no NUL, not even to look for it
            return None
        wanted = select(*_FACTS).where(_ONE.id == number, _ONE.expires_at > self._clock.now())
        with reading(self._engine) as connection:
            row = connection.execute(wanted).one_or_none()
            return None if row is None else _facts(row)

    def words(self, number: str) -> str:
        """As long as it is kept."""
        with reading(self._engine) as connection:
            return str(connection.execute(select(_ONE.words).where(_ONE.id == number)).scalar() or "")

    def content(self, number: str) -> bytes | None:
        """Only of one whose time is not over."""
        return self._shelf.get(number) if self.facts(number) else None

    def is_out(self, number: str) -> bool:
        """Told by the texts of what went out, where an id stands as a string of its own."""
        named = f'"{number}"'
        item = select(bulletin_items.c.id).where(
            bulletin_items.c.state == ItemState.OUT.value, cast(bulletin_items.c.text, Text).contains(named)
        )
        sent = select(bulletin_requests.c.id).where(
            bulletin_requests.c.state.in_(_SENT), cast(bulletin_requests.c.asked, Text).contains(named)
        )
        with reading(self._engine) as connection:
            if connection.execute(select(_ONE.is_out).where(_ONE.id == number)).scalar():
                return True
            is_out = bool(connection.execute(select(or_(item.exists(), sent.exists()))).scalar())
        if is_out:
            with writing(self._engine) as connection:
                connection.execute(update(documents).where(_ONE.id == number).values(is_out=True))
        return is_out

    def told(self, number: str) -> None:
        """For as long as it is kept."""
        with writing(self._engine) as connection:
            connection.execute(update(documents).where(_ONE.id == number).values(is_out=True))

    def all(self) -> Sequence[DocumentFacts]:
        """Those too that wait to be deleted."""
        with reading(self._engine) as connection:
            wanted = select(*_FACTS).order_by(_ONE.added_at.desc(), _ONE.id)
            return tuple(map(_facts, connection.execute(wanted)))

    def scanned(self, number: str, scan: Scan) -> None:
        """While its row is held."""
        with writing(self._engine) as connection:
            connection.execute(update(documents).where(_ONE.id == number).values(scan=scan.value))
            if scan is Scan.INFECTED:
                _read_anew(connection, number)
                self._shelf.drop(number)

    def forget_before(self, moment: datetime) -> int:
        """Nobody can put one there again while it goes: its row is held until its file has gone."""
        over = _ONE.expires_at < moment
        with writing(self._engine) as connection:
            gone = connection.execute(delete(documents).where(over).returning(_ONE.id)).scalars().all()
            for number in gone:
                _read_anew(connection, number)
                self._shelf.drop(number)
        return len(gone)

    def _lasting(self, row: Mapping[str, Any], content: bytes) -> DocumentFacts:
        """The one that is there, until the later end."""
        ends = row["expires_at"]
        later = case((_ONE.expires_at < ends, ends), else_=_ONE.expires_at)
        new = {"expires_at": later, **{name: row[name] for name in ("scan", "read", "words")}}
        with writing(self._engine) as connection:
            done = connection.execute(
                update(documents).where(_ONE.id == row["id"]).values(new).returning(*_FACTS)
            )
            held = done.one_or_none()
            if held is None:
                raise StoreError("The document was deleted at this very moment. Put it there once more.")
            self._shelf.put(content)
            return _facts(held)


def _read_anew(connection: Connection, number: str) -> None:
    """The website's search forgets the items that name it, and reads them without its words."""
    item = bulletin_items.c
    telling = select(item.id).where(cast(item.text, Text).contains(f'"{number}"'))
    connection.execute(delete(bulletin_words).where(bulletin_words.c.item_id.in_(telling)))


def _facts(row: Row[Any]) -> DocumentFacts:
    known = row._asdict()
    return DocumentFacts(**{**known, "scan": Scan(known["scan"]), "read": Read(known["read"])})
