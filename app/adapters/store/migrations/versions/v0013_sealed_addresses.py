"""Addresses are kept sealed too, for the mail-out; and what the directory's own pages need."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

_NEW = ("type", "listed_cluster", "listed_officer")


def upgrade() -> None:
    """No address is sealed until the next import, and nobody was moved by hand yet."""
    for name in _NEW:
        op.add_column("schools", sa.Column(name, sa.String(200), nullable=False, server_default=""))
    op.execute("UPDATE schools SET listed_cluster = cluster, listed_officer = officer")
    with op.batch_alter_table("schools") as schools:
        for name in _NEW:
            schools.alter_column(name, server_default=None)
    op.add_column("addresses", sa.Column("sealed", sa.LargeBinary, nullable=True))
    _addresses()
    _entries()


def _id() -> sa.Column[int]:
    kind = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    return sa.Column("id", kind, primary_key=True, autoincrement=True)


def _text(name: str, length: int) -> sa.Column[str]:
    return sa.Column(name, sa.String(length), nullable=False)


def _addresses() -> None:
    op.create_table(
        "refused_addresses",
        sa.Column("address_hash", sa.String(64), primary_key=True),
        sa.Column("times", sa.Integer, nullable=False),
        sa.Column("last_at", sa.DateTime(timezone=True), nullable=False),
        _text("reason", 200),
        sa.Column("for_good", sa.Boolean, nullable=False),
    )
    op.create_table(
        "directory_shelf",
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column("is_before", sa.Boolean, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        _text("by", 320),
        sa.Column("before_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
    )


def _entries() -> None:
    op.create_table(
        "placements",
        _id(),
        _text("urn", 16),
        _text("cluster", 200),
        _text("officer", 200),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        _text("by", 320),
        _text("why", 300),
    )
    op.create_index("ix_placements_urn", "placements", ["urn"])
    op.create_table(
        "address_lookups",
        _id(),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        _text("by", 320),
        _text("purpose", 200),
        sa.Column("addresses", sa.Integer, nullable=False),
    )
    op.create_index("ix_address_lookups_at", "address_lookups", ["at"])
    op.create_table(
        "list_entries",
        _id(),
        _text("key", 32),
        _text("name", 200),
        sa.Column("ends", sa.Date, nullable=True),
        sa.Column("schools", sa.JSON().with_variant(JSONB(), "postgresql"), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        _text("changed_by", 320),
        _text("why", 300),
        sa.Column("follows", sa.BigInteger, nullable=False),
        sa.UniqueConstraint("key", "follows", name="uq_list_entries_key"),
    )


def downgrade() -> None:
    """Forget it all; the hashes stay."""
    for table in ("list_entries", "address_lookups", "placements", "directory_shelf", "refused_addresses"):
        op.drop_table(table)
    op.drop_column("addresses", "sealed")
    with op.batch_alter_table("schools") as schools:
        for name in _NEW:
            schools.drop_column(name)
