"""Indexes by school: without them PostgreSQL reads all addresses again for each school that is taken out."""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_TABLES = ("addresses", "mail_domains")


def upgrade() -> None:
    """One index a table that points at a school."""
    for table in _TABLES:
        op.create_index(f"ix_{table}_urn", table, ["urn"])


def downgrade() -> None:
    """Take them away."""
    for table in _TABLES:
        op.drop_index(f"ix_{table}_urn", table)
