"""The directory of schools and the records of checks."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the first tables."""
    state = op.create_table(
        "directory_state",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("imported_at", sa.DateTime(timezone=True), nullable=True),
    )
    op.bulk_insert(state, [{"id": 1, "version": 0, "imported_at": None}])
    op.create_table(
        "schools",
        sa.Column("urn", sa.String(16), primary_key=True),
        sa.Column("is_open", sa.Boolean, nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("phase", sa.String(32), nullable=False),
        sa.Column("cluster", sa.String(200), nullable=False),
        sa.Column("officer", sa.String(200), nullable=False),
        sa.Column("trust", sa.String(200), nullable=False),
        sa.Column("federation", sa.String(200), nullable=False),
        sa.Column("domain", sa.String(320), nullable=False),
    )
    op.create_table(
        "addresses",
        sa.Column("address_hash", sa.String(64), primary_key=True),
        sa.Column("urn", sa.String(16), sa.ForeignKey("schools.urn", ondelete="CASCADE"), primary_key=True),
        sa.Column("role", sa.String(32), nullable=False),
    )
    op.create_table(
        "mail_domains",
        sa.Column("domain_hash", sa.String(64), primary_key=True),
        sa.Column("urn", sa.String(16), sa.ForeignKey("schools.urn", ondelete="CASCADE"), primary_key=True),
    )
    _make_check_records()


def _make_check_records() -> None:
    json = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
    op.create_table(
        "check_records",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            primary_key=True,
            autoincrement=True,
        ),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("moment", sa.String(16), nullable=False),
        sa.Column("sender_hash", sa.String(64), nullable=False),
        sa.Column("draft_hash", sa.String(64), nullable=False),
        sa.Column("verdict", sa.String(16), nullable=False),
        sa.Column("channel", sa.String(32), nullable=False),
        sa.Column("findings", json, nullable=False),
        sa.Column("rules", json, nullable=False),
        sa.Column("audience", json, nullable=False),
        sa.Column("not_checked", json, nullable=False),
        sa.Column("versions", json, nullable=False),
        sa.Column("elapsed_ms", sa.Float, nullable=False),
    )
    op.create_index("ix_check_records_at", "check_records", ["at"])


def downgrade() -> None:
    """Take them away again, in the order that the links between them allow."""
    for table in ("check_records", "mail_domains", "addresses", "schools", "directory_state"):
        op.drop_table(table)
