"""The book of the bulletin: items with their moves, issues, and requests for mail that does not fit it."""

from datetime import datetime

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make it, empty."""
    _items()
    _moves()
    _issues()
    _requests()


def downgrade() -> None:
    """Everything about the bulletin goes."""
    for table in ("bulletin_requests", "bulletin_issues", "bulletin_moves", "bulletin_items"):
        op.drop_table(table)


def _text(name: str, length: int, *, is_optional: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String(length), nullable=is_optional)


def _person(name: str, *, is_optional: bool = False) -> tuple[sa.Column[str], sa.Column[str]]:
    return (
        _text(f"{name}_address", 320, is_optional=is_optional),
        _text(f"{name}_name", 200, is_optional=is_optional),
    )


def _number(name: str, *, is_key: bool = False, is_optional: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, primary_key=is_key, autoincrement=False, nullable=is_optional)


def _moment(name: str, *, is_optional: bool = False) -> sa.Column[datetime]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=is_optional)


def _json(name: str, *, is_optional: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.JSON().with_variant(JSONB(), "postgresql"), nullable=is_optional)


def _items() -> None:
    op.create_table(
        "bulletin_items",
        sa.Column("id", sa.String(64), primary_key=True),
        _json("text"),
        *_person("sender"),
        _moment("submitted_at"),
        _text("state", 16),
        *_person("editor", is_optional=True),
        _number("issue_year", is_optional=True),
        _number("issue_number", is_optional=True),
        _text("merged_into", 64),
        _number("version"),
        _moment("moved_at"),
    )
    op.create_index("ix_bulletin_items_state", "bulletin_items", ["state", "moved_at"])
    op.create_index("ix_bulletin_items_sender_address", "bulletin_items", ["sender_address"])
    op.create_index("ix_bulletin_items_issue_year", "bulletin_items", ["issue_year", "issue_number"])


def _moves() -> None:
    op.create_table(
        "bulletin_moves",
        sa.Column(
            "item_id",
            sa.String(64),
            sa.ForeignKey("bulletin_items.id", name="fk_bulletin_moves_item_id", ondelete="CASCADE"),
            primary_key=True,
        ),
        _number("number", is_key=True),
        _text("kind", 16),
        _moment("at"),
        *_person("by"),
        _text("why", 500),
        _json("text", is_optional=True),
        *_person("to", is_optional=True),
        _text("into", 64),
    )


def _issues() -> None:
    op.create_table(
        "bulletin_issues",
        _number("year", is_key=True),
        _number("number", is_key=True),
        sa.Column("goes_out", sa.Date, nullable=False),
        _moment("cut_off"),
        _text("state", 16),
        sa.Column("introduction", sa.Text, nullable=False),
        _json("item_order"),
        _json("answers"),
        *_person("published_by", is_optional=True),
        _moment("held_until", is_optional=True),
        _moment("went_out_at", is_optional=True),
        _number("version"),
    )


def _requests() -> None:
    op.create_table(
        "bulletin_requests",
        sa.Column("id", sa.String(64), primary_key=True),
        _json("asked"),
        *_person("sender"),
        _moment("asked_at"),
        _json("urgency"),
        _text("state", 16),
        *_person("decided_by", is_optional=True),
        _moment("decided_at", is_optional=True),
        _text("why", 500),
        _text("item_id", 64),
        _number("version"),
    )
    op.create_index("ix_bulletin_requests_state", "bulletin_requests", ["state"])
    op.create_index("ix_bulletin_requests_sender_address", "bulletin_requests", ["sender_address"])
