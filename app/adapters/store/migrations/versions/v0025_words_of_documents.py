"""The words of an item's documents are found too: the index is made again, with the next search."""

from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """What is not in it is read."""
    op.execute("DELETE FROM bulletin_words")


def downgrade() -> None:
    """Likewise, without them."""
    op.execute("DELETE FROM bulletin_words")
