"""What lies in the database of what Exchange said, and of the tokens it is asked with?"""

from sqlalchemy import Column, Index, LargeBinary, Table

from app.adapters.store.schema import HASH, METADATA, Moment

# Of which address, is a code that only this installation can make; who asked stands nowhere.
exchange_facts = Table(
    "exchange_facts",
    METADATA,
    Column("code", HASH, primary_key=True),
    Column("sealed", LargeBinary, nullable=False),
    Column("until", Moment, nullable=False),
    Index("ix_exchange_facts_until", "until"),
)

# Whose token it is, is likewise a code; the token opens only with the key, which is in no database.
exchange_tokens = Table(
    "exchange_tokens",
    METADATA,
    Column("code", HASH, primary_key=True),
    Column("sealed", LargeBinary, nullable=False),
    Column("until", Moment, nullable=False),
    Index("ix_exchange_tokens_until", "until"),
)
