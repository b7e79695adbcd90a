"""What lies in the database for the search of the website?

The words of items that went out, cut to their stems. Beside it stands ``bulletin_words_index``, which finds
them: on SQLite an FTS5 table that triggers keep, on PostgreSQL an index over the words, which are a tsvector
there. The migration makes it, as it is no table of SQLAlchemy's.
"""

from sqlalchemy import Column, ForeignKey, Integer, String, Table, Text
from sqlalchemy.dialects.postgresql import TSVECTOR

from app.adapters.store.schema import METADATA

_WORDS = Text().with_variant(TSVECTOR(), "postgresql")

bulletin_words = Table(
    "bulletin_words",
    METADATA,
    # A number of our own: SQLite's may change when the file is packed, and the index goes by it.
    Column("number", Integer, primary_key=True),
    Column(
        "item_id",
        String(64),
        ForeignKey("bulletin_items.id", ondelete="CASCADE"),
        nullable=False,
        unique=True,
    ),
    Column("version", Integer, nullable=False),
    Column("issue_year", Integer, nullable=False),
    Column("issue_number", Integer, nullable=False),
    Column("headline", _WORDS, nullable=False),
    Column("words", _WORDS, nullable=False),
)
