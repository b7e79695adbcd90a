"""What a scanner said of a document, the words that were read in it, and whether it is out."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Nobody looked into those that are there."""
    with op.batch_alter_table("documents") as table:
        table.add_column(sa.Column("scan", sa.String(16), nullable=False, server_default="none"))
        table.add_column(sa.Column("read", sa.String(16), nullable=False, server_default="none"))
        table.add_column(sa.Column("words", sa.Text, nullable=False, server_default=""))
        table.add_column(sa.Column("is_out", sa.Boolean, nullable=False, server_default=sa.false()))


def downgrade() -> None:
    """The files stay."""
    with op.batch_alter_table("documents") as table:
        for name in ("is_out", "words", "read", "scan"):
            table.drop_column(name)
