"""How does the website's search find items by their words?

By the full-text index of the database: FTS5 on SQLite, tsvector on PostgreSQL. Both are given the same words,
cut to their stems already, and asked for nothing but words, phrases and all of them; so both find the same.
"""

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Engine,
    Select,
    cast,
    column,
    delete,
    func,
    insert,
    literal,
    select,
    table,
    text,
)
from sqlalchemy.dialects.postgresql import TSQUERY

from app.adapters.store.bulletin_rows import item_of
from app.adapters.store.bulletin_tables import bulletin_items
from app.adapters.store.engine import reading, writing
from app.adapters.store.search_tables import bulletin_words
from app.domain.item import Item, ItemState
from app.website_ports import IndexedItem, Phrase

_ITEM, _HELD = bulletin_items.c, bulletin_words.c
_AT_A_TIME = 500
_IS_OUT = _ITEM.state == ItemState.OUT.value
_FTS5 = table("bulletin_words_index", column("rowid"), column("headline"), column("words"))


class SqlWordIndex:
    """The words of the archive in a database."""

    def __init__(self, engine: Engine) -> None:
        """Opens nothing yet."""
        self._engine = engine
        self._says = _postgresql_says if engine.dialect.name == "postgresql" else _sqlite_says

    def unread(self) -> Sequence[Item]:
        """Some hundred at a time."""
        held = select(_HELD.item_id).where(_HELD.item_id == _ITEM.id, _HELD.version == _ITEM.version)
        wanted = select(bulletin_items).where(_IS_OUT, ~held.exists()).limit(_AT_A_TIME)
        with reading(self._engine) as connection:
            return tuple(map(item_of, connection.execute(wanted)))

    def put(self, items: Sequence[IndexedItem]) -> None:
        """Two processes that read the same at once take turns."""
        rows = [
            {"item_id": item.id, "version": item.version, "headline": item.headline, "words": item.words}
            for item in items
        ]
        with writing(self._engine) as connection:
            if connection.dialect.name == "postgresql":
                connection.execute(text("LOCK TABLE bulletin_words IN SHARE ROW EXCLUSIVE MODE"))
            connection.execute(delete(bulletin_words).where(_HELD.item_id.in_([item.id for item in items])))
            connection.execute(insert(bulletin_words), rows)

    def count(self, phrases: Collection[Phrase]) -> int:
        """Counted by the database."""
        with reading(self._engine) as connection:
            return int(connection.execute(self._wanted(phrases, func.count())).scalar_one())

    def find(self, phrases: Collection[Phrase], most: int, skip: int = 0) -> Sequence[str]:
        """In one order on every database."""
        wanted = self._wanted(phrases, _HELD.item_id).order_by(
            self._says("headline", phrases).desc(),
            _ITEM.issue_year.desc(),
            _ITEM.issue_number.desc(),
            _HELD.item_id,
        )
        with reading(self._engine) as connection:
            return tuple(connection.execute(wanted.limit(most).offset(skip)).scalars())

    def _wanted(self, phrases: Collection[Phrase], what: ColumnElement[Any]) -> Select[Any]:
        both = bulletin_words.join(bulletin_items, _HELD.item_id == _ITEM.id)
        return select(what).select_from(both).where(self._says("words", phrases), _IS_OUT)


def _sqlite_says(where: str, phrases: Collection[Phrase]) -> ColumnElement[bool]:
    """``"free school" AND "meal"``, looked for in one column."""
    asked = " AND ".join(f'"{" ".join(phrase)}"' for phrase in phrases)
    found = select(_FTS5.c.rowid).where(_FTS5.c[where].op("MATCH")(literal(asked)))
    return _HELD.number.in_(found)


def _postgresql_says(where: str, phrases: Collection[Phrase]) -> ColumnElement[bool]:
    """``'free' <-> 'school' & 'meal'``."""
    asked = " & ".join(" <-> ".join(f"'{word}'" for word in phrase) for phrase in phrases)
    said = func.to_tsvector(text("'simple'::regconfig"), _HELD[where])
    return said.bool_op("@@")(cast(literal(asked), TSQUERY))
