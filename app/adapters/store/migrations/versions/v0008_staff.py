"""The registers about staff: who works here, who signed which policy, and who may post on behalf of whom."""

from datetime import datetime

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_TABLES = ("staff", "staff_state", "policy_editions", "signatures", "posting_entries", "champions")


def upgrade() -> None:
    """Make them, empty; and let a person's own records be found."""
    op.create_index("ix_check_records_sender_hash", "check_records", ["sender_hash"])
    op.create_index("ix_choices_sender_hash", "choices", ["sender_hash"])
    _staff()
    _signatures()
    _postings()


def _id() -> sa.Column[int]:
    kind = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    return sa.Column("id", kind, primary_key=True, autoincrement=True)


def _text(name: str, length: int) -> sa.Column[str]:
    return sa.Column(name, sa.String(length), nullable=False)


def _moment(name: str, *, is_optional: bool = False) -> sa.Column[datetime]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=is_optional)


def _staff() -> None:
    op.create_table(
        "staff",
        sa.Column("address", sa.String(320), primary_key=True),
        _text("name", 200),
        _text("kind", 16),
        _text("team", 200),
        sa.Column("starts", sa.Date, nullable=True),
        sa.Column("ends", sa.Date, nullable=True),
    )
    state = op.create_table(
        "staff_state",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        _moment("imported_at", is_optional=True),
    )
    op.bulk_insert(state, [{"id": 1, "imported_at": None}])


def _signatures() -> None:
    op.create_table(
        "policy_editions",
        sa.Column("cards", sa.String(16), primary_key=True),
        sa.Column("text", sa.JSON().with_variant(JSONB(), "postgresql"), nullable=False),
        _moment("since"),
    )
    op.create_table(
        "signatures",
        _id(),
        _text("address", 320),
        _text("name", 200),
        _text("cards", 16),
        _text("rules", 16),
        _text("notice", 16),
        _moment("signed_at"),
        _moment("withdrawn_at", is_optional=True),
        _text("withdrawn_by", 320),
        _text("why", 300),
    )
    op.create_index("ix_signatures_address", "signatures", ["address"])


def _postings() -> None:
    op.create_table(
        "posting_entries",
        _id(),
        _text("key", 32),
        _text("address", 320),
        _text("name", 200),
        _text("on_behalf_of", 200),
        _text("outlet", 16),
        _text("place", 200),
        _text("capacity", 200),
        _text("scope", 500),
        _text("subject", 200),
        _text("given_by", 200),
        sa.Column("starts", sa.Date, nullable=False),
        sa.Column("ends", sa.Date, nullable=False),
        _moment("changed_at"),
        _text("changed_by", 320),
        _text("why", 300),
        sa.Column("follows", sa.BigInteger, nullable=False),
        sa.UniqueConstraint("key", "follows", name="uq_posting_entries_key"),
    )
    op.create_table(
        "champions",
        _id(),
        _text("on_behalf_of", 200),
        _text("address", 320),
        _text("name", 200),
        _moment("named_at"),
        _text("named_by", 320),
    )


def downgrade() -> None:
    """Forget them."""
    for table in reversed(_TABLES):
        op.drop_table(table)
    op.drop_index("ix_choices_sender_hash", "choices")
    op.drop_index("ix_check_records_sender_hash", "check_records")
