"""What senders answered, and which drafts interrupted them: keyed hashes with a time to forget them."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """None is there yet."""
    op.create_table(
        "marks",
        sa.Column("owner", sa.String(64), nullable=False),
        sa.Column("mark", sa.String(64), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("owner", "mark", name="pk_marks"),
    )
    op.create_index("ix_marks_until", "marks", ["until"])


def downgrade() -> None:
    """Forget them."""
    op.drop_table("marks")
