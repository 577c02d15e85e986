"""What refers to a contact or an activity is found by an index: each new or removed one is asked for it; the list
of activities goes by their days."""

import sqlalchemy as sa
from alembic import op

revision = "what_refers"
down_revision = "card_pictures"
branch_labels = None
depends_on = None

BY_DAY = "ix_activities_company_id_day_id"
INDEXES = (("opportunities", "contact_id"), ("activities", "follows_id"))


def upgrade() -> None:
    """Two indexes of what refers, one of days."""
    op.create_index(BY_DAY, "activities", ["company_id", "day", "id"])
    for table, column in INDEXES:
        filled = sa.text(f"{column} IS NOT NULL")
        op.create_index(
            f"ix_{table}_company_id_{column}", table, ["company_id", column],
            sqlite_where=filled, postgresql_where=filled,
        )  # fmt: skip


def downgrade() -> None:
    """None of them."""
    op.drop_index(BY_DAY, "activities")
    for table, column in INDEXES:
        op.drop_index(f"ix_{table}_company_id_{column}", table)
