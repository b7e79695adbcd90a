"""How does the website's search find items by their words?

By the full-text index of the database: FTS5 on SQLite, tsvector on PostgreSQL. Both are given the same words,
cut to their stems already, and asked for nothing but words, phrases and all of them; so both find the same.
"""

from collections.abc import Collection, Sequence

from sqlalchemy import (
    ColumnElement,
    Engine,
    bindparam,
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
_AS_THEY_ARE = text("'simple'::regconfig")
_IS_OUT = (_ITEM.state == ItemState.OUT.value) & _ITEM.issue_year.is_not(None)
_FTS5 = table("bulletin_words_index", column("rowid"), column("headline"), column("words"))


class SqlWordIndex:
    """The words of the archive in a database."""

    def __init__(self, engine: Engine) -> None:
        """Opens nothing yet."""
        self._engine = engine
        is_postgres = engine.dialect.name == "postgresql"
        self._says = _postgresql_says if is_postgres else _sqlite_says
        as_words = {name: func.to_tsvector(_AS_THEY_ARE, bindparam(name)) for name in ("headline", "words")}
        self._new = insert(bulletin_words).values(as_words) if is_postgres else insert(bulletin_words)

    def unread(self) -> Sequence[Item]:
        """Some hundred at a time."""
        held = select(_HELD.item_id).where(_HELD.item_id == _ITEM.id, _HELD.version == _ITEM.version)
        wanted = select(bulletin_items).where(_IS_OUT, ~held.exists()).limit(_AT_A_TIME)
        with reading(self._engine) as connection:
            return tuple(map(item_of, connection.execute(wanted)))

    def put(self, items: Sequence[IndexedItem]) -> None:
        """Two processes that read the same at once take turns."""
        rows = [
            {
                "item_id": item.id,
                "version": item.version,
                "issue_year": item.issue.year,
                "issue_number": item.issue.number,
                "headline": item.headline,
                "words": item.words,
            }
            for item in items
        ]
        with writing(self._engine) as connection:
            if connection.dialect.name == "postgresql":
                connection.execute(text("LOCK TABLE bulletin_words IN SHARE ROW EXCLUSIVE MODE"))
            connection.execute(delete(bulletin_words).where(_HELD.item_id.in_([item.id for item in items])))
            connection.execute(self._new, rows)

    def count(self, phrases: Collection[Phrase]) -> int:
        """Counted by the database."""
        wanted = select(func.count()).select_from(bulletin_words).where(self._says("words", phrases))
        with reading(self._engine) as connection:
            return int(connection.execute(wanted).scalar_one())

    def find(self, phrases: Collection[Phrase], most: int, skip: int = 0) -> Sequence[str]:
        """In one order on every database."""
        wanted = (
            select(_HELD.item_id)
            .where(self._says("words", phrases))
            .order_by(
                self._says("headline", phrases).desc(),
                _HELD.issue_year.desc(),
                _HELD.issue_number.desc(),
                _HELD.item_id,
            )
        )
        with reading(self._engine) as connection:
            return tuple(connection.execute(wanted.limit(most).offset(skip)).scalars())


def _sqlite_says(where: str, phrases: Collection[Phrase]) -> ColumnElement[bool]:
    """``"free school" AND "meal"``, looked for in one column."""
    asked = " AND ".join(f'"{" ".join(phrase)}"' for phrase in phrases)
    found = select(_FTS5.c.rowid).where(_FTS5.c[where].op("MATCH")(literal(asked)))
    return _HELD.number.in_(found)


def _postgresql_says(where: str, phrases: Collection[Phrase]) -> ColumnElement[bool]:
    """``'free' <-> 'school' & 'meal'``."""
    asked = " & ".join(" <-> ".join(f"'{word}'" for word in phrase) for phrase in phrases)
    return _HELD[where].bool_op("@@")(cast(literal(asked), TSQUERY))
