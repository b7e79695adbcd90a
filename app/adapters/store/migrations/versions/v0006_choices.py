"""What senders did with advice: rules and reasons from a short list, never words."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """None is there yet."""
    op.create_table(
        "choices",
        sa.Column(
            "id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), primary_key=True, autoincrement=True
        ),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sender_hash", sa.String(64), nullable=False),
        sa.Column("rule", sa.String(64), nullable=False),
        sa.Column("finding", sa.String(96), nullable=False),
        sa.Column("chosen", sa.String(16), nullable=False),
        sa.Column("reason", sa.String(16), nullable=False),
    )
    op.create_index("ix_choices_at", "choices", ["at"])


def downgrade() -> None:
    """Forget them."""
    op.drop_table("choices")
