"""What lies in the database of the journal?"""

from sqlalchemy import Column, LargeBinary, Table, Text

from app.adapters.store.schema import BIG_ID, METADATA

# Rows are only added, and numbered from 0 without a gap. `hashes` holds the hash of the leaf and of each
# subtree that it completes, one after another, 32 bytes each: with them any proof is a handful of rows.
journal_entries = Table(
    "journal_entries",
    METADATA,
    Column("number", BIG_ID, primary_key=True, autoincrement=False),
    # Empty once it was forgotten.
    Column("text", Text, nullable=True),
    Column("hashes", LargeBinary, nullable=False),
    # Where a batch ended: over the root of all entries up to here, under a key that is not in the database.
    Column("signature", LargeBinary, nullable=True),
)
