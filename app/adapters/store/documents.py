"""Which documents does the website have?

Their facts lie in the database, the files on a shelf. A file is put there, or taken away, while its row is
held, so nobody finds the one without the other.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any, Protocol

from sqlalchemy import Engine, Row, case, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from app.adapters.store.document_tables import documents
from app.adapters.store.engine import reading, writing
from app.bulletin_ports import DocumentFacts
from app.domain.errors import StoreError
from app.ports import Clock

_ONE = documents.c


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

    def add(self, facts: DocumentFacts, content: bytes) -> DocumentFacts:
        """Whatever its facts say its id is, it is known by its bytes. Raises StoreError."""
        facts = replace(facts, id=hashlib.sha256(content).hexdigest(), size=len(content))
        with writing(self._engine) as connection:
            try:
                connection.execute(insert(documents).values(asdict(facts)))
            except IntegrityError:
                connection.rollback()
            else:
                self._shelf.put(content)
                return facts
        return self._lasting(facts, content)

    def facts(self, number: str) -> DocumentFacts | None:
        """Until the moment that it expires."""
        wanted = select(documents).where(_ONE.id == number, _ONE.expires_at > self._clock.now())
        with reading(self._engine) as connection:
            row = connection.execute(wanted).one_or_none()
            return None if row is None else _facts(row)

    def content(self, number: str) -> bytes | None:
        """Only of one whose time is not over."""
        return self._shelf.get(number) if self.facts(number) else None

    def all(self) -> Sequence[DocumentFacts]:
        """Those too that wait to be deleted."""
        with reading(self._engine) as connection:
            wanted = select(documents).order_by(_ONE.added_at.desc(), _ONE.id)
            return tuple(map(_facts, connection.execute(wanted)))

    def forget_before(self, moment: datetime) -> int:
        """Nobody can put one there again while it goes: its row is held until its file has gone."""
        over = _ONE.expires_at < moment
        with writing(self._engine) as connection:
            gone = connection.execute(delete(documents).where(over).returning(_ONE.id)).scalars().all()
            for number in gone:
                self._shelf.drop(number)
        return len(gone)

    def _lasting(self, facts: DocumentFacts, content: bytes) -> DocumentFacts:
        """The one that is there, until the later end."""
        same = _ONE.id == facts.id
        later = case((_ONE.expires_at < facts.expires_at, facts.expires_at), else_=_ONE.expires_at)
        with writing(self._engine) as connection:
            done = connection.execute(
                update(documents).where(same).values(expires_at=later).returning(documents)
            )
            row = done.one_or_none()
            if row is None:
                raise StoreError("The document was deleted at this very moment. Put it there once more.")
            self._shelf.put(content)
            return _facts(row)


def _facts(row: Row[Any]) -> DocumentFacts:
    return DocumentFacts(**row._asdict())
