"""What lies in the database about the documents of the website?

Their facts and the words that were read in them; the files themselves lie in the data folder.
"""

from sqlalchemy import Boolean, Column, Index, Integer, String, Table, Text

from app.adapters.store.schema import HASH, METADATA, Moment

documents = Table(
    "documents",
    METADATA,
    Column("id", HASH, primary_key=True),
    Column("name", String(200), nullable=False),
    Column("media_type", String(100), nullable=False),
    Column("size", Integer, nullable=False),
    Column("added_at", Moment, nullable=False),
    Column("added_by", String(320), nullable=False),
    Column("expires_at", Moment, nullable=False),
    Column("scan", String(16), nullable=False),
    Column("read", String(16), nullable=False),
    Column("words", Text, nullable=False),
    # Remembered, so that it is looked up among all that went out only until then.
    Column("is_out", Boolean, nullable=False),
    Index("ix_documents_expires_at", "expires_at"),
)
