"""What lies in the database about the documents of the website?

Their facts; the files themselves lie in the data folder.
"""

from sqlalchemy import Column, Index, Integer, String, Table

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
    Index("ix_documents_expires_at", "expires_at"),
)
