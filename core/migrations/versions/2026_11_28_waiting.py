"""What waits for somebody: mentions, pairs that may be the same and how far they were looked for, cards that ask."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "waiting"
down_revision = "search_everywhere"
branch_labels = None
depends_on = None

Id = sa.Uuid(as_uuid=False)
Moment = sa.DateTime(timezone=True)
Json = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
ASKING = sa.text("state = 'asks'")


def upgrade() -> None:
    """Three tables and an index."""
    op.create_table(
        "mentions",
        sa.Column("id", Id, nullable=False),
        sa.Column("activity_id", Id, nullable=False),
        sa.Column("user_id", Id, nullable=False),
        sa.Column("by_id", Id, nullable=False),
        sa.Column("at", Moment, nullable=False),
        sa.Column("read_at", Moment, nullable=True),
        sa.Column("company_id", Id, nullable=False),
        _company("mentions"),
        _belongs("mentions", "activities", "activity_id"),
        _belongs("mentions", "memberships", "user_id", "user_id"),
        _belongs("mentions", "memberships", "by_id", "user_id"),
        sa.PrimaryKeyConstraint("id", "company_id", name="pk_mentions"),
    )
    op.create_index(
        "ix_mentions_company_id_activity_id_user_id", "mentions", ["company_id", "activity_id", "user_id"], unique=True
    )
    op.create_index("ix_mentions_company_id_user_id_read_at", "mentions", ["company_id", "user_id", "read_at"])
    op.create_table(
        "twins",
        sa.Column("user_id", Id, nullable=False),
        sa.Column("first_id", Id, nullable=False),
        sa.Column("second_id", Id, nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("found_at", Moment, nullable=False),
        sa.Column("company_id", Id, nullable=False),
        _company("twins"),
        _belongs("twins", "memberships", "user_id", "user_id"),
        sa.PrimaryKeyConstraint("user_id", "first_id", "second_id", "company_id", name="pk_twins"),
    )
    for column in ("user_id", "first_id", "second_id"):
        op.create_index(f"ix_twins_company_id_{column}", "twins", ["company_id", column])
    op.create_table(
        "twin_sweeps",
        sa.Column("last_event", sa.Integer(), nullable=False),
        sa.Column("walked", Json, nullable=False),
        sa.Column("company_id", Id, nullable=False),
        _company("twin_sweeps"),
        sa.PrimaryKeyConstraint("company_id", name="pk_twin_sweeps"),
    )
    op.create_index(
        "ix_card_readings_asking", "card_readings", ["company_id", "user_id"], sqlite_where=ASKING,
        postgresql_where=ASKING,
    )  # fmt: skip


def downgrade() -> None:
    """They go."""
    op.drop_index("ix_card_readings_asking", "card_readings")
    for table in ("twin_sweeps", "twins", "mentions"):
        op.drop_table(table)


def _company(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["company_id"], ["companies.id"], name=f"fk_{table}_company_id", initially="DEFERRED", deferrable=True
    )


def _belongs(table: str, to: str, column: str, key: str = "id") -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["company_id", column],
        [f"{to}.company_id", f"{to}.{key}"],
        name=f"fk_{table}_company_id_{column}",
        initially="DEFERRED",
        deferrable=True,
    )
