"""The journal: what happened, in rows that are only added."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

_BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Nothing was told yet."""
    op.create_table(
        "journal_entries",
        sa.Column("number", _BIG, primary_key=True, autoincrement=False),
        sa.Column("text", sa.Text, nullable=True),
        sa.Column("hashes", sa.LargeBinary, nullable=False),
        sa.Column("signature", sa.LargeBinary, nullable=True),
    )


def downgrade() -> None:
    """What was exported before can still be verified."""
    op.drop_table("journal_entries")
