"""What Exchange said of readers, and the tokens it is asked with: sealed, for a while."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

_TABLES = ("exchange_facts", "exchange_tokens")


def upgrade() -> None:
    """Nothing was asked yet."""
    for table in _TABLES:
        op.create_table(
            table,
            sa.Column("code", sa.String(64), primary_key=True),
            sa.Column("sealed", sa.LargeBinary(), nullable=False),
            sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        )
        op.create_index(f"ix_{table}_until", table, ["until"])


def downgrade() -> None:
    """All of it can be had again."""
    for table in _TABLES:
        op.drop_table(table)
