"""The mail domain of an address, so that a directory can be rebuilt without its address list."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Addresses that are held already get theirs when the list is imported again."""
    op.add_column("addresses", sa.Column("domain_hash", sa.String(64), nullable=True))


def downgrade() -> None:
    """Forget them."""
    op.drop_column("addresses", "domain_hash")
